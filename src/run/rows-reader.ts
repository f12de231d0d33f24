import type { Engine } from './engine.ts';
import type { Pool } from './pool.ts';
import type { Task } from './read-rows.ts';
import type { ArticleRows } from './rows.ts';

/*
 * Reads batches of articles where that is quickest: in this thread, or in several once there is enough to read. Nothing that reads
 * is loaded before there is an article to read.
 */

export interface RowsReaderOptions {
  readonly engine: () => Promise<Engine>;
  readonly encoding?: string | undefined;
  readonly strict: boolean;
  /** Worker threads; 1 reads in this thread. */
  readonly jobs: number;
  /** False where `jobs` was asked for: then workers start at once. */
  readonly mayWait: boolean;
  readonly milliseconds?: number | undefined;
}

// A worker takes some 0.3 s of CPU to start: a run that this thread ends sooner is not worth one.
const WAIT_MILLISECONDS = 1000;
const BATCHES_PER_WORKER = 3;

export class RowsReader {
  readonly #options: RowsReaderOptions;
  #inWorkers: boolean;
  #pool: Pool | undefined;
  #spent = 0;

  constructor(options: RowsReaderOptions) {
    this.#options = options;
    this.#inWorkers = options.jobs > 1 && !options.mayWait;
  }

  /** Batches that may be asked for before the first is done. */
  get window(): number {
    return this.#inWorkers ? this.#options.jobs * BATCHES_PER_WORKER : 1;
  }

  /** Worker threads in use. */
  get workers(): number {
    return this.#pool?.size ?? 0;
  }

  async read(tasks: readonly Task[]): Promise<readonly ArticleRows[]> {
    const { engine, strict, milliseconds, jobs, encoding } = this.#options;
    const { read, module } = await engine();
    if (this.#inWorkers && module !== undefined) {
      const { Pool } = await import('./pool.ts');
      this.#pool ??= new Pool(jobs, { module, encoding, strict, milliseconds });
      return this.#pool.read(tasks);
    }
    const { readRows } = await import('./read-rows.ts');
    const started = performance.now();
    const rows = readRows(tasks, { read, strict, milliseconds });
    this.#spent += performance.now() - started;
    if (this.#spent > WAIT_MILLISECONDS) this.#inWorkers = jobs > 1;
    return rows;
  }

  async close(): Promise<void> {
    await this.#pool?.close();
  }
}
