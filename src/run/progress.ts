import type { Status } from '../schema.ts';
import type { Summary } from './extract.ts';
import type { RunRecord } from './run-record.ts';

// Work that is done sooner needs no progress.
const QUIET_MS = 2000;
const EVERY_MS = 200;
const MOST_STALE = 20;

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

  /** Stale decisions, the first of them by name. */
  addDecisions({ applied, stale }: RunRecord['decisions']): void {
    if (applied > 0 && !this.#quiet) this.#write(`${applied} decisions of reviewers applied`);
    for (const { source, kind, row, column, by, reason } of stale.slice(0, MOST_STALE)) {
      this.#write(`${source}: decision of ${by} on ${kind} ${row}${column === '' ? '' : `, \`${column}\``} is stale: ${reason}`);
    }
    if (stale.length > MOST_STALE) this.#write(`… and ${stale.length - MOST_STALE} more stale decisions, listed in run.json`);
  }

  warn(text: string): void {
    this.#write(text);
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
