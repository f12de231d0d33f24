import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Status } from '../schema.ts';
import { readArticles, type ReadArticle } from './articles.ts';
import { abandonNext, beginNext, commitNext } from './commit.ts';
import type { Input } from './inputs.ts';
import { readDecisions } from './decisions.ts';
import { Judge } from './judge.ts';
import { lock } from './lock.ts';
import type { RunRecord } from './run-record.ts';
import { onDisk, writeWhole } from './table-file.ts';
import { MERGED_TABLES, PARQUET_TABLES, TABLES, TableWriter } from './tables.ts';
import { version } from './version.ts';

/** What reads articles, and what run.json says of it. */
export interface Engine {
  readonly read: ReadArticle;
  readonly rules: readonly { readonly name: string; readonly hash: string }[];
  /** Version of the gazetteer's data. */
  readonly gazetteer: string;
}

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
  /** Called after each article. */
  readonly onArticle?: (article: { readonly source: string; readonly status: Status; readonly error: string }) => void;
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
  const judge = new Judge(readDecisions(options.decisions ?? join(options.out, 'reviews')), options.engine.read);
  const statuses = new Map<Status, number>();
  try {
    const { strict = false, fields } = options;
    for await (const article of readArticles(inputs, { read: judge.read, strict, fields })) {
      options.signal?.throwIfAborted();
      writer.add(article);
      const { source, status, error } = article.document;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      options.onArticle?.({ source, status, error });
    }
    const hashes = new Map<string, string>(writer.finish());
    if (options.parquet === true)
      for (const [name, hash] of (await import('./parquet.ts')).writeParquet(folder, TABLES)) hashes.set(name, hash);
    const decisions = judge.record();
    const record = JSON.stringify(runRecordOf(hashes, statuses, decisions, options), null, 2);
    const files = [...hashes, ['run.json', writeWhole(join(folder, 'run.json'), `${record}\n`)] as const];
    return { files, statuses, decisions };
  } finally {
    writer.close();
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
