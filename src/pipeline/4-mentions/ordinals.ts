import type { OrdinalMention, TopMention } from '../../types.ts';
import { findFigures } from './figures.ts';
import { ordinalWordsAt } from './number-words.ts';
import { readNumber } from './quantities.ts';
import { isLetter } from './tokens.ts';

/** Positions and lengths of lists in `text`.slice(`start`, `end`), one section: sorted, apart from each other, offsets of `text`. */
export function findOrdinals(text: string, start: number, end: number): (OrdinalMention | TopMention)[] {
  return findFigures(text, start, end, '').filter((figure) => figure.kind === 'ordinal' || figure.kind === 'top');
}

/** The whole number that exact words name: "34th", "No. 2", "twenty-first", "number one", "top ten", "12"; undefined where there is none. */
export function readOrdinal(words: string): number | undefined {
  const whole = findOrdinals(words, 0, words.length)[0];
  if (whole?.start === 0 && whole.end === words.length) return whole.value; // "first twenty" is twenty
  const digits = /\d+/.exec(words);
  if (digits !== null) return Number(digits[0]);
  for (let at = 0; at < words.length; at += 1) {
    if (!isLetter(words.charCodeAt(at)) || isLetter(words.charCodeAt(at - 1))) continue;
    const ordinal = ordinalWordsAt(words, at);
    if (ordinal !== undefined) return ordinal.value;
  }
  const value = readNumber(words);
  return /^\d+$/.test(value) ? Number(value) : undefined;
}
