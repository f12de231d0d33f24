import { knownTables } from './known-tables.ts';
import type { Need } from './pattern-needs.ts';
import { tablesOf, type ScanTables } from './word-scan-tables.ts';

/*
 * All texts that patterns need, found in one pass over a sentence: Aho and Corasick's automaton, its steps in one table. Units are
 * read as shapes have them: capitals as small letters, curly quotes as straight ones, several blanks as one.
 */

/** Needs that are met, a bit each: need 33 is bit 1 of the second number. */
export type NeedBits = Int32Array;

export class WordScan {
  /** Numbers that the bits of all needs fill. */
  readonly length: number;
  readonly #tables: ScanTables;

  constructor(needs: readonly Need[]) {
    this.length = Math.ceil(needs.length / 32);
    this.#tables = knownTables(needs) ?? tablesOf(needs);
  }

  /** Sets the bits of the needs that `text`.slice(`start`, `end`) meets in `met`, from number `offset` on. */
  read(text: string, start: number, end: number, met: NeedBits, offset: number): void {
    const { classes, width, steps, meeting, shorter, from, met: needs } = this.#tables;
    const blank = classes[32] ?? 0;
    let state = 0;
    let last = 0;
    for (let at = start; at < end; at += 1) {
      const unit = classes[text.charCodeAt(at)] ?? 0;
      if (unit === blank && last === blank) continue;
      last = unit;
      state = steps[state * width + unit] ?? 0;
      for (let ended = meeting[state] ?? 0; ended !== 0; ended = shorter[ended] ?? 0) {
        const until = from[ended + 1] ?? 0;
        for (let index = from[ended] ?? 0; index < until; index += 2) {
          const number = offset + (needs[index] ?? 0);
          met[number] = (met[number] ?? 0) | (needs[index + 1] ?? 0);
        }
      }
    }
  }
}
