import type { Status } from '../schema.ts';
import type { Summary } from './extract.ts';

// Work that is done sooner needs no progress.
const QUIET_MS = 2000;
const EVERY_MS = 200;

/** What a run says on standard error: failed inputs as they come, how far it is on a terminal, and a summary. */
export class Progress {
  readonly #all: number;
  readonly #quiet: boolean;
  readonly #started = Date.now();
  #done = 0;
  #shown = 0;

  constructor(all: number, quiet: boolean) {
    this.#all = all;
    this.#quiet = quiet;
  }

  add({ source, status, error }: { readonly source: string; readonly status: Status; readonly error: string }): void {
    this.#done += 1;
    if (status !== 'ok' && status !== 'empty' && status !== 'skipped')
      this.#write(status === 'internal-error' ? error : `${source}: ${error} (${status})`);
    const now = Date.now();
    if (this.#quiet || !process.stderr.isTTY || now - this.#started < QUIET_MS || now - this.#shown < EVERY_MS) return;
    this.#shown = now;
    process.stderr.write(`\r${this.#done} of ${this.#all} articles`);
  }

  finish(out: string, statuses: Summary): void {
    if (this.#quiet) return;
    const counts = [...statuses].sort(([a], [b]) => (a < b ? -1 : 1)).map(([status, count]) => `${count} ${status}`);
    this.#write(`${this.#done} articles (${counts.length === 0 ? 'none' : counts.join(', ')}) → ${out}`);
  }

  #write(line: string): void {
    // A line that is longer than the progress covers it.
    const clear = this.#shown === 0 ? '' : '\r\u001b[K';
    process.stderr.write(`${clear}${line}\n`);
  }
}
