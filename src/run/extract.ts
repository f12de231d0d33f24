import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Status } from '../schema.ts';
import { Cache, CacheDamage, clearCache, shortHash, writeState, type State } from './cache/index.ts';
import { abandonNext, beginNext, commitNext, hashOf, recover } from './commit.ts';
import { Docket } from './docket.ts';
import type { Engine } from './engine.ts';
import { inOrder } from './in-order.ts';
import type { Input } from './inputs.ts';
import { Listing, listingOf, type Totals } from './listing.ts';
import { lock } from './lock.ts';
import { planBatches, type Step } from './plan.ts';
import type { Outcome } from './rows.ts';
import { RowsReader } from './rows-reader.ts';
import type { RunRecord } from './run-record.ts';
import { Sink, type Done } from './sink.ts';
import { onDisk, writeWhole } from './table-file.ts';
import { version } from './version.ts';

export interface ExtractOptions {
  readonly out: string;
  /** What reads articles, or what makes it when there is one to read. */
  readonly engine: Engine | (() => Promise<Engine>);
  /** Keep the rows in OUT/.cache, and do not read again what has not changed; without it all is read. */
  readonly cache?: CacheOptions | undefined;
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
  readonly onArticle?: (article: Outcome, isKnown: boolean) => void;
  /** Called instead of `onArticle` where all files are as they were, and their tables too. */
  readonly onUnchanged?: (totals: Totals) => void;
  /** Called once with what became of reviewers' decisions, when the tables are written. */
  readonly onDecisions?: (decisions: RunRecord['decisions']) => void;
  /** Called when all is done. */
  readonly onEnd?: (end: RunEnd) => void;
  /** Called where the run goes on otherwise than hoped. */
  readonly onWarning?: (text: string) => void;
  /** Ends the run with the old tables intact. */
  readonly signal?: AbortSignal | undefined;
}

export interface CacheOptions {
  /** Hash of all that rows follow from beside the articles: program, rules, gazetteer. */
  readonly program: string;
  /** Compare the content of files, not their size and time. */
  readonly verify?: boolean | undefined;
}

export interface RunEnd {
  /** False where the tables were what they would have become. */
  readonly written: boolean;
  /** Worker threads in use; 0 where the articles were read in the main thread. */
  readonly workers: number;
  /** Milliseconds of wall clock: reading articles and putting their rows in order, of which writing; syncing and renaming. */
  readonly times: { readonly articles: number; readonly writing: number; readonly commit: number };
}

export type Summary = ReadonlyMap<Status, number>;

/**
 * Reads the inputs and puts their tables in the place of those in `out`, all or none; where nothing changed, nothing is written.
 * Returns how many articles ended with each status. Throws `UsageError` while another run holds `out`, `MachineError` if it
 * cannot be written. The inputs are gone through twice where the cache turns out to be damaged, or not all is as the last run left it.
 */
export async function extract(inputs: Iterable<Input>, options: ExtractOptions): Promise<Summary> {
  const { out } = options;
  onDisk(out, () => mkdirSync(out, { recursive: true }));
  const held = lock(out);
  try {
    recover(out);
    return await new Run(options).read(inputs);
  } catch (error) {
    if (!(error instanceof CacheDamage)) throw error;
    options.onWarning?.(`${out}/.cache is damaged (${error.message}): all articles are read again`);
    clearCache(out);
    return await new Run(options).read(inputs);
  } finally {
    abandonNext(out);
    held.release();
  }
}

class Run {
  readonly #options: ExtractOptions;
  readonly #statuses = new Map<Status, number>();
  readonly #listing = new Listing();
  #made: Promise<Engine> | undefined;
  #workers = 0;
  #writing = 0;

  constructor(options: ExtractOptions) {
    this.#options = options;
  }

  async read(inputs: Iterable<Input>): Promise<Summary> {
    const { out, cache: cached } = this.#options;
    const started = performance.now();
    const docket = await this.#docket();
    const key = await this.#keys(docket);
    const cache = cached && Cache.open(out, { ...key, verify: cached.verify === true });
    const state = cache?.state;
    const isInPlace = state?.key === key.key && tablesMatch(out, state, cached?.verify);
    const sink = new Sink(() => openTables(out), cache, isInPlace ? state : undefined);
    try {
      const unchanged = isInPlace && cached?.verify !== true ? state.unchanged : undefined;
      if (unchanged !== undefined && unchanged.listing === listingOf(inputs)) return this.#endUnchanged(unchanged.totals, docket, started);
      for await (const batch of this.#done(planBatches(inputs, { docket, fields: this.#options.fields ?? '', cache })))
        for (const done of batch) await this.#add(done, sink, docket);
      const tables = await sink.end();
      const decisions = docket.record();
      const ended = performance.now();
      if (tables !== undefined) await this.#commit(sink, tables.finish(), decisions);
      sink.index?.commit();
      if (cache !== undefined && sink.index !== undefined) {
        const { documents, live } = sink.index;
        const kept = tables === undefined ? (state?.tables ?? []) : undefined;
        const unchanged = this.#listing.end();
        writeState(cache.folder, { key: key.key, documents, live, unchanged, tables: kept ?? tablesIn(out, this.#written) });
      }
      this.#options.onDecisions?.(decisions);
      this.#options.onEnd?.({
        written: tables !== undefined,
        workers: this.#workers,
        times: { articles: ended - started, writing: this.#writing, commit: performance.now() - ended },
      });
      return this.#statuses;
    } finally {
      sink.close();
      cache?.close();
    }
  }

  #written: ReadonlyMap<string, string> = new Map();

  #endUnchanged(totals: Totals, docket: Docket, started: number): Summary {
    const { onUnchanged, onDecisions, onEnd } = this.#options;
    onUnchanged?.(totals);
    onDecisions?.(docket.record());
    onEnd?.({ written: false, workers: 0, times: { articles: performance.now() - started, writing: 0, commit: 0 } });
    return new Map(Object.entries(totals.statuses) as [Status, number][]);
  }

  async #add(done: Done, sink: Sink, docket: Docket): Promise<void> {
    const outcome: Outcome | undefined = done.rows ?? done.known?.entry;
    if (outcome === undefined) return;
    this.#options.signal?.throwIfAborted();
    const before = performance.now();
    await sink.add(done);
    this.#writing += performance.now() - before;
    const { source, status, decided } = outcome;
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
    this.#listing.add(outcome, done.seal, done.container);
    if (decided !== undefined) docket.settle(source, decided);
    this.#options.onArticle?.(outcome, done.rows === undefined);
  }

  /** Steps with the rows that were read for them, in order. */
  async *#done(steps: AsyncIterable<readonly Step[]>): AsyncGenerator<readonly Done[]> {
    const { encoding, strict = false, jobs, milliseconds } = this.#options;
    const reader = new RowsReader({
      engine: () => this.#engine(),
      jobs: jobs ?? availableParallelism(),
      mayWait: jobs === undefined,
      ...{ encoding, strict, milliseconds },
    });
    const read = async (batch: readonly Step[]): Promise<readonly Done[]> => {
      const tasks = batch.flatMap(({ task }) => task ?? []);
      const rows = tasks.length === 0 ? [] : await reader.read(tasks);
      const next = rows.values();
      return batch.map((step) => ({ ...step, task: undefined, rows: step.task === undefined ? undefined : next.next().value }));
    };
    try {
      yield* inOrder(steps, read, () => reader.window);
    } finally {
      this.#workers = reader.workers;
      await reader.close();
    }
  }

  #engine(): Promise<Engine> {
    const { engine } = this.#options;
    return (this.#made ??= typeof engine === 'function' ? engine() : Promise.resolve(engine));
  }

  async #docket(): Promise<Docket> {
    const folder = this.#options.decisions ?? join(this.#options.out, 'reviews');
    const isEmpty = !existsSync(folder) || !readdirSync(folder).some((name) => name.endsWith('.jsonl'));
    if (isEmpty) return new Docket({ files: [], byDocument: new Map() });
    return new Docket((await import('./decisions.ts')).readDecisions(folder));
  }

  /** `fingerprint`: what rows follow from beside their article; `key`: what the tables do. */
  async #keys(docket: Docket): Promise<{ readonly fingerprint: string; readonly decisions: string; readonly key: string }> {
    const { cache, encoding = '', fields = '', strict = false, parquet = false } = this.#options;
    if (cache === undefined) return { fingerprint: '', decisions: '', key: '' };
    const { node, unicode = '' } = process.versions;
    const fingerprint = shortHash(version(), cache.program, node, unicode, encoding, fields);
    const decisions = shortHash(docket.fingerprint);
    return Promise.resolve({ fingerprint, decisions, key: shortHash(fingerprint, decisions, strict, parquet) });
  }

  /** Describes the tables in run.json and puts all in the place of the old ones. */
  async #commit(sink: Sink, finished: ReadonlyMap<string, string>, decisions: RunRecord['decisions']): Promise<void> {
    const { out, parquet } = this.#options;
    const next = join(out, '.next');
    const { MERGED_TABLES, PARQUET_TABLES, TABLES } = await import('./tables.ts');
    const hashes = new Map<string, string>(finished);
    if (parquet === true) for (const [name, hash] of (await import('./parquet.ts')).writeParquet(next, TABLES)) hashes.set(name, hash);
    const record = JSON.stringify(runRecordOf(hashes, this.#statuses, decisions, await this.#engine(), this.#options), null, 2);
    const files = [...hashes, ['run.json', writeWhole(join(next, 'run.json'), `${record}\n`)] as const];
    // From here on the tables are not those of the old state.
    if (sink.index !== undefined) rmSync(join(out, '.cache', 'state.json'), { force: true });
    commitNext(out, files);
    // What is not written anew would stand beside tables it does not fit.
    this.#written = new Map(files);
    for (const name of [...MERGED_TABLES, ...PARQUET_TABLES]) {
      if (!this.#written.has(name)) onDisk(join(out, name), () => rmSync(join(out, name), { force: true }));
    }
  }
}

async function openTables(out: string) {
  const { TableWriter } = await import('./tables.ts');
  return new TableWriter(beginNext(out));
}

function tablesIn(out: string, hashes: ReadonlyMap<string, string>): State['tables'] {
  return [...hashes].map(([name, sha256]) => {
    const { size, mtimeMs } = statSync(join(out, name));
    return { name, size, mtime: mtimeMs, sha256 };
  });
}

/** True where the tables are those that the state describes. */
function tablesMatch(out: string, { tables }: State, verify = false): boolean {
  return tables.every(({ name, size, mtime, sha256 }) => {
    const found = statSync(join(out, name), { throwIfNoEntry: false });
    if (found?.size !== size) return false;
    return (!verify && found.mtimeMs === mtime) || hashOf(join(out, name)) === sha256;
  });
}

function runRecordOf(
  hashes: ReadonlyMap<string, string>,
  statuses: Summary,
  decisions: RunRecord['decisions'],
  engine: Engine,
  { encoding, fields, strict }: ExtractOptions,
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
