import type { RunEnd, Summary } from './extract.ts';
import type { Totals } from './listing.ts';
import type { Outcome } from './rows.ts';
import type { RunRecord } from './run-record.ts';

// Work that is done sooner needs no progress.
const QUIET_MS = 2000;
const EVERY_MS = { bar: 200, lines: 10_000, json: 1000 } as const;
const BAR_WIDTH = 20;
const MOST_STALE = 20;

export const PROGRESS_MODES = ['bar', 'lines', 'json'] as const;
export type ProgressMode = (typeof PROGRESS_MODES)[number];

export interface ProgressOptions {
  readonly mode: ProgressMode;
  readonly quiet: boolean;
  /** How many articles there are, asked when the run turns out to be long; undefined where only reading them tells. */
  readonly count: () => number | undefined;
}

/** What a run says on standard error: failed inputs as they come, how far it is, and a summary. */
export class Progress {
  readonly #options: ProgressOptions;
  readonly #started = performance.now();
  #all: number | undefined;
  #done = 0;
  #known = 0;
  #rows = 0;
  #doubts = 0;
  #failures = 0;
  #shown = 0;

  constructor(options: ProgressOptions) {
    this.#options = options;
  }

  add({ source, status, error, entries, metrics, doubts }: Outcome, isKnown: boolean): void {
    this.#done += 1;
    this.#rows += entries + metrics;
    this.#doubts += doubts;
    if (isKnown) this.#known += 1;
    if (status !== 'ok' && status !== 'empty' && status !== 'skipped') {
      this.#failures += 1;
      if (this.#options.mode === 'json') this.#event('failure', { source, status, error });
      else this.#write(status === 'internal-error' ? error : `${source}: ${error} (${status})`);
    }
    this.#show();
  }

  /** All articles at once, none of them new. */
  addUnchanged({ statuses, rows, doubts }: Totals): void {
    this.#known = this.#done = Object.values(statuses).reduce((sum, count) => sum + count, 0);
    this.#rows = rows;
    this.#doubts = doubts;
  }

  warn(text: string): void {
    // The articles come once more.
    [this.#done, this.#known, this.#rows, this.#doubts, this.#failures] = [0, 0, 0, 0, 0];
    if (this.#options.mode === 'json') this.#event('warning', { text });
    else this.#write(text);
  }

  /** Stale decisions, the first of them by name. */
  addDecisions({ applied, stale }: RunRecord['decisions']): void {
    if (this.#options.mode === 'json') {
      this.#event('decisions', { applied, stale: stale.length });
      return;
    }
    if (applied > 0 && !this.#options.quiet) this.#write(`${applied} decisions of reviewers applied`);
    for (const { source, kind, row, column, by, reason } of stale.slice(0, MOST_STALE)) {
      this.#write(`${source}: decision of ${by} on ${kind} ${row}${column === '' ? '' : `, \`${column}\``} is stale: ${reason}`);
    }
    if (stale.length > MOST_STALE) this.#write(`… and ${stale.length - MOST_STALE} more stale decisions, listed in run.json`);
  }

  finish(out: string, statuses: Summary, { written, workers, times }: RunEnd): void {
    if (this.#options.quiet) return;
    const sorted = [...statuses].sort(([a], [b]) => (a < b ? -1 : 1));
    if (this.#options.mode === 'json') {
      this.#event('end', { out, written, workers, statuses: Object.fromEntries(sorted), ...this.#figures(), times });
      return;
    }
    const counts = sorted.map(([status, count]) => `${count} ${status}`);
    const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
    this.#write(`${this.#done} articles (${counts.length === 0 ? 'none' : counts.join(', ')}) → ${out}`);
    this.#write(
      [
        `${this.#rows} rows with ${this.#doubts} doubts`,
        written ? `${this.#known} articles from the cache` : 'nothing changed, nothing written',
        `${seconds(times.articles)} for articles (${seconds(times.writing)} of it writing${workers === 0 ? '' : `, ${workers} workers`})`,
        `${seconds(times.commit)} for syncing`,
      ].join('; '),
    );
  }

  #show(): void {
    const { mode, quiet, count } = this.#options;
    const now = performance.now() - this.#started;
    if (quiet || now < QUIET_MS || now - this.#shown < EVERY_MS[mode]) return;
    if (this.#shown === 0) this.#all = count();
    this.#shown = now;
    if (mode === 'json') this.#event('progress', this.#figures());
    else if (mode === 'bar') process.stderr.write(`\r${this.#bar()}${this.#line()}\u001b[K`);
    else this.#write(this.#line());
  }

  #figures() {
    const perSecond = this.#done / ((performance.now() - this.#started) / 1000);
    const left = this.#all === undefined ? undefined : Math.max(0, this.#all - this.#done);
    return {
      articles: this.#done,
      all: this.#all,
      per_second: Math.round(perSecond),
      seconds_left: left === undefined ? undefined : Math.round(left / perSecond),
      ...{ rows: this.#rows, doubts: this.#doubts, failures: this.#failures, cached: this.#known },
    };
  }

  /** "1200 of 5000 articles, 400 a second, 10 s left, 320 rows, 2 failed" */
  #line(): string {
    const { articles, all, per_second, seconds_left, rows, failures } = this.#figures();
    const left = seconds_left === undefined ? '' : `, ${seconds_left} s left`;
    return `${articles}${all === undefined ? '' : ` of ${all}`} articles, ${per_second} a second${left}, ${rows} rows, ${failures} failed`;
  }

  #bar(): string {
    if (this.#all === undefined) return '';
    const full = Math.min(BAR_WIDTH, Math.floor((BAR_WIDTH * this.#done) / Math.max(1, this.#all)));
    return `[${'#'.repeat(full)}${' '.repeat(BAR_WIDTH - full)}] `;
  }

  #event(event: string, figures: object): void {
    process.stderr.write(`${JSON.stringify({ event, ...figures })}\n`);
  }

  #write(line: string): void {
    // A line takes the place of the bar.
    const clear = this.#shown === 0 || this.#options.mode !== 'bar' ? '' : '\r\u001b[K';
    process.stderr.write(`${clear}${line}\n`);
  }
}
