import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Status } from '../schema.ts';
import { loadArticles, type Loaded } from './articles.ts';
import { abandonNext, beginNext, commitNext } from './commit.ts';
import { readDecisions } from './decisions.ts';
import { Docket } from './docket.ts';
import type { Engine } from './engine.ts';
import { inOrder } from './in-order.ts';
import type { Input } from './inputs.ts';
import { lock } from './lock.ts';
import type { ArticleRows, Outcome } from './rows.ts';
import { RowsReader } from './rows-reader.ts';
import type { RunRecord } from './run-record.ts';
import { onDisk, writeWhole } from './table-file.ts';
import { MERGED_TABLES, PARQUET_TABLES, TABLES, TableWriter } from './tables.ts';
import { version } from './version.ts';

export interface ExtractOptions {
  readonly out: string;
  readonly engine: Engine;
  /** Folder with the decisions of reviewers; `reviews/` in the output where it is not given. */
  readonly decisions?: string | undefined;
  /** Write the tables as Parquet too. */
  readonly parquet?: boolean | undefined;
  readonly encoding?: string | undefined;
  /** Fields of the objects in NDJSON, as `parseFields` reads them. */
  readonly fields?: string | undefined;
  readonly strict?: boolean | undefined;
  /** Worker threads, from the start; by default as many as there are cores, once there is enough to read. */
  readonly jobs?: number | undefined;
  /** Time for one article; `MAX_ARTICLE_MILLISECONDS` where it is not given. */
  readonly milliseconds?: number | undefined;
  /** Called after each article. */
  readonly onArticle?: (article: Outcome) => void;
  /** Called once with what became of reviewers' decisions, when the tables are written. */
  readonly onDecisions?: (decisions: RunRecord['decisions']) => void;
  /** Ends the run with the old tables intact. */
  readonly signal?: AbortSignal | undefined;
}

export type Summary = ReadonlyMap<Status, number>;

/**
 * Reads the inputs and puts their tables in the place of those in `out`, all or none. Returns how many articles ended with
 * each status. Throws `UsageError` while another run holds `out`, `MachineError` if it cannot be written.
 */
export async function extract(inputs: readonly Input[], options: ExtractOptions): Promise<Summary> {
  const { out } = options;
  onDisk(out, () => mkdirSync(out, { recursive: true }));
  const held = lock(out);
  try {
    const next = beginNext(out);
    const { files, statuses, decisions } = await writeNext(inputs, next, options);
    commitNext(out, files);
    // What is not written anew would stand beside tables it does not fit.
    const written = new Set(files.map(([name]) => name));
    for (const name of [...MERGED_TABLES, ...PARQUET_TABLES]) {
      if (!written.has(name)) onDisk(join(out, name), () => rmSync(join(out, name), { force: true }));
    }
    options.onDecisions?.(decisions);
    return statuses;
  } finally {
    abandonNext(out);
    held.release();
  }
}

async function writeNext(inputs: readonly Input[], folder: string, options: ExtractOptions) {
  const writer = new TableWriter(folder);
  const docket = new Docket(readDecisions(options.decisions ?? join(options.out, 'reviews')));
  const statuses = new Map<Status, number>();
  try {
    for await (const article of rowsOfInputs(inputs, docket, options)) {
      options.signal?.throwIfAborted();
      writer.append(article);
      const { source, status, decided } = article;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (decided !== undefined) docket.settle(source, decided);
      options.onArticle?.(article);
    }
    const hashes = new Map<string, string>(writer.finish());
    if (options.parquet === true)
      for (const [name, hash] of (await import('./parquet.ts')).writeParquet(folder, TABLES)) hashes.set(name, hash);
    const decisions = docket.record();
    const record = JSON.stringify(runRecordOf(hashes, statuses, decisions, options), null, 2);
    const files = [...hashes, ['run.json', writeWhole(join(folder, 'run.json'), `${record}\n`)] as const];
    return { files, statuses, decisions };
  } finally {
    writer.close();
  }
}

async function* rowsOfInputs(inputs: readonly Input[], docket: Docket, options: ExtractOptions): AsyncGenerator<ArticleRows> {
  const { engine, encoding, fields, strict = false, jobs, milliseconds } = options;
  const reader = new RowsReader({
    engine: () => Promise.resolve(engine),
    jobs: jobs ?? availableParallelism(),
    mayWait: jobs === undefined,
    ...{ encoding, strict, milliseconds },
  });
  const read = (batch: readonly Loaded[]): Promise<readonly ArticleRows[]> =>
    reader.read(batch.map((one) => ({ ...one, decisions: docket.of(one.source) })));
  try {
    for await (const batch of inOrder(loadArticles(inputs, fields), read, () => reader.window)) yield* batch;
  } finally {
    await reader.close();
  }
}

function runRecordOf(
  hashes: ReadonlyMap<string, string>,
  statuses: Summary,
  decisions: RunRecord['decisions'],
  { engine, encoding, fields, strict }: ExtractOptions,
): RunRecord {
  const rules = engine.rules.map(({ name, hash }) => ({ name, hash }));
  return {
    ranktrace: version(),
    node: process.versions.node,
    finished: new Date().toISOString(),
    rule_set: createHash('sha256').update(JSON.stringify(rules)).digest('hex').slice(0, 16),
    rules,
    gazetteer: engine.gazetteer,
    options: { encoding: encoding ?? '', fields: fields ?? '', strict: strict ?? false },
    decisions,
    statuses: Object.fromEntries([...statuses].sort(([a], [b]) => (a < b ? -1 : 1))),
    tables: [...hashes].map(([name, sha256]) => ({ name, sha256 })),
  };
}
