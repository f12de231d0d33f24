import type { QuantityMention } from '../../types.ts';
import { findFigures, numeralFrom, wordNumeral } from './figures.ts';
import { measuredAt } from './quantity-grammar.ts';
import { isDigit, isLetter } from './tokens.ts';

/** The quantities of `text`.slice(`start`, `end`), one section: sorted, apart from each other, offsets of `text`. */
export function findQuantities(text: string, start: number, end: number): QuantityMention[] {
  return findFigures(text, start, end, '').filter((figure) => figure.kind === 'quantity');
}

/**
 * What exact words say, with offsets of `words`: `readQuantity("more than 1.46 billion yuan")`. Nothing is refused ("2014" is a number here);
 * undefined where there is no number. For each mention found, `words` from `start` or `numberStart` to `end` or `numberEnd` give its value.
 */
export function readQuantity(words: string): QuantityMention | undefined {
  const exact = words.replaceAll(/(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))/g, ','); // "12 345" alone is one number
  for (let at = 0; at < exact.length; at += 1) {
    const digit = isDigit(exact.charCodeAt(at));
    if (!digit && (!isLetter(exact.charCodeAt(at)) || isLetter(exact.charCodeAt(at - 1)))) continue;
    const numeral = digit ? numeralFrom(exact, at) : wordNumeral(exact, at);
    if (numeral !== undefined) return measuredAt(exact, numeral);
  }
  return undefined;
}

/** The value of the first number in exact words as plain decimal digits, scaled out; empty where there is none. */
export function readNumber(words: string): string {
  return readQuantity(words)?.value ?? '';
}
