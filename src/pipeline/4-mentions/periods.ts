import type { PeriodMention } from '../../types.ts';
import { findFigures } from './figures.ts';

/**
 * The periods of `text`.slice(`start`, `end`), one section: sorted, apart from each other, offsets of `text`. `published` is the
 * article's date (`2017-08-15`, `2017-08`, `2017` or empty); without it "last year" gives nothing.
 */
export function findPeriods(text: string, start: number, end: number, published: string): PeriodMention[] {
  return findFigures(text, start, end, published).filter((figure) => figure.kind === 'period');
}

/** The ISO 8601 period that exact words name, empty where there is none; `published` as for `findPeriods`. */
export function readPeriod(words: string, published: string): string {
  const text = `in ${words}`; // a month alone is a period only behind a preposition
  return findPeriods(text, 0, text.length, published)[0]?.iso ?? '';
}
