import { Worker } from 'node:worker_threads';
import { MAX_ARTICLE_MILLISECONDS } from '../limits.ts';
import { failedArticle } from './articles.ts';
import type { Task } from './read-rows.ts';
import { rowsOf, type ArticleRows } from './rows.ts';
import { packTasks, unpackRows, type Answer, type WorkerSetup } from './worker-messages.ts';

/*
 * Worker threads that read batches of articles. A worker that dies, or that comes no further, costs the article it was at, once
 * that was tried again alone; the others of its batch are read by another worker.
 */

export type PoolOptions = Omit<WorkerSetup, 'place'>;

/** A worker beside this file; from source, a thread must learn to read TypeScript first, which `--import` does not teach it. */
function startWorker(workerData: WorkerSetup): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('worker.js', import.meta.url), { workerData });
  const [tsx, worker] = [import.meta.resolve('tsx/esm/api'), new URL('worker.ts', import.meta.url).href];
  return new Worker(`import('${tsx}').then(({ register }) => { register(); return import('${worker}'); })`, { workerData, eval: true });
}

/** A worker's own watchdog ends an article twice before this one ends the worker. */
const PATIENCE = 3;

class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
  /** Index of the article it was at. */
  readonly at: number;
  readonly status: 'timeout' | 'internal-error';

  constructor(at: number, status: WorkerLost['status'], message: string) {
    super(message);
    this.at = at;
    this.status = status;
  }
}

export class Pool {
  readonly size: number;
  readonly #options: PoolOptions;
  readonly #idle: Reader[] = [];
  readonly #waiting: ((reader: Reader) => void)[] = [];
  readonly #all = new Set<Reader>();

  constructor(size: number, options: PoolOptions) {
    this.size = size;
    this.#options = options;
  }

  /** Rows of a batch in its order. Throws only for a bug, where `strict`, or where no worker can be started. */
  async read(tasks: readonly Task[]): Promise<readonly ArticleRows[]> {
    try {
      return await this.#readOnce(tasks);
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error;
      const met = tasks[error.at];
      if (met === undefined) throw error;
      const [before, own, after] = [tasks.slice(0, error.at), this.#readAlone(met), tasks.slice(error.at + 1)];
      const rest = [this.#readSome(before), own, this.#readSome(after)];
      return (await Promise.all(rest)).flat();
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((reader) => reader.end()));
  }

  async #readSome(tasks: readonly Task[]): Promise<readonly ArticleRows[]> {
    return tasks.length === 0 ? [] : this.read(tasks);
  }

  async #readAlone(task: Task): Promise<readonly ArticleRows[]> {
    try {
      return await this.#readOnce([task]);
    } catch (error) {
      if (!(error instanceof WorkerLost) || error.at < 0) throw error;
      const { source, content } = task;
      return [rowsOf(failedArticle(source, error.status, error.message, 'bytes' in content ? content.bytes : undefined))];
    }
  }

  async #readOnce(tasks: readonly Task[]): Promise<readonly ArticleRows[]> {
    const reader = await this.#take();
    try {
      return await reader.read(tasks);
    } finally {
      this.#giveBack(reader);
    }
  }

  async #take(): Promise<Reader> {
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    if (this.#all.size < this.size) return this.#start();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #start(): Reader {
    const reader = new Reader(this.#options);
    this.#all.add(reader);
    return reader;
  }

  #giveBack(reader: Reader): void {
    const next = this.#waiting.shift();
    if (reader.isLost) {
      this.#all.delete(reader);
      if (next !== undefined) next(this.#start());
    } else if (next === undefined) this.#idle.push(reader);
    else next(reader);
  }
}

/** One worker thread and the batch it is at. */
class Reader {
  readonly #worker: Worker;
  readonly #place = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  readonly #patience: number;
  #watch: NodeJS.Timeout | undefined;
  #settle: { readonly resolve: (rows: readonly ArticleRows[]) => void; readonly reject: (error: Error) => void } | undefined;
  #lost: WorkerLost | undefined;

  constructor(options: PoolOptions) {
    this.#patience = PATIENCE * (options.milliseconds ?? MAX_ARTICLE_MILLISECONDS);
    this.#place[0] = -1;
    const workerData: WorkerSetup = { ...options, place: this.#place };
    this.#worker = startWorker(workerData);
    this.#worker.on('message', (answer: Answer) => this.#take(answer));
    this.#worker.on('error', (error) => this.#lose('internal-error', `expected rows, got a worker thread that died of "${error.message}"`));
    this.#worker.on('exit', (code) => this.#lose('internal-error', `expected rows, got a worker thread that ended with ${code}`));
    this.#worker.unref();
  }

  get isLost(): boolean {
    return this.#lost !== undefined;
  }

  read(tasks: readonly Task[]): Promise<readonly ArticleRows[]> {
    return new Promise((resolve, reject) => {
      if (this.#lost !== undefined) {
        reject(this.#lost);
        return;
      }
      this.#settle = { resolve, reject };
      if (Atomics.load(this.#place, 0) > 0) Atomics.store(this.#place, 0, 0);
      const batch = packTasks(tasks);
      this.#worker.ref();
      this.#worker.postMessage(batch, [batch.bytes.buffer]);
      this.#watchOver(this.#place[1] ?? 0);
    });
  }

  async end(): Promise<void> {
    clearTimeout(this.#watch);
    this.#settle = undefined;
    await this.#worker.terminate();
  }

  #watchOver(seen: number): void {
    this.#watch = setTimeout(() => {
      const now = Atomics.load(this.#place, 1);
      if (now !== seen || Atomics.load(this.#place, 0) < 0) this.#watchOver(now);
      else {
        this.#lose('timeout', `expected rows within ${this.#patience / 1000} s, got a worker thread that came no further`);
        void this.#worker.terminate();
      }
    }, this.#patience);
  }

  #take(answer: Answer): void {
    if (answer === 'ready') return;
    clearTimeout(this.#watch);
    this.#worker.unref();
    const settle = this.#settle;
    this.#settle = undefined;
    if ('failure' in answer) settle?.reject(new Error(answer.failure));
    else settle?.resolve(unpackRows(answer));
  }

  #lose(status: WorkerLost['status'], message: string): void {
    if (this.#lost !== undefined) return;
    clearTimeout(this.#watch);
    this.#lost = new WorkerLost(Atomics.load(this.#place, 0), status, message);
    this.#settle?.reject(this.#lost);
    this.#settle = undefined;
  }
}
