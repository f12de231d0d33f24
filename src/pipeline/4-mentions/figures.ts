import type { OrdinalMention, PeriodMention, QuantityMention, TopMention } from '../../types.ts';
import type { Span } from '../../source-text.ts';
import { MONTH_STARTERS } from './calendar.ts';
import type { NotQuantity, OtherReason } from './not-quantities.ts';
import { articleBefore, NUMBER_STARTERS, numberWordsAt, ORDINAL_STARTERS, SCALES } from './number-words.ts';
import { numberAt, runEnd } from './numbers.ts';
import type { Numeral } from './numbers.ts';
import { ordinalAround, ordinalWords, topAround } from './ordinal-grammar.ts';
import { periodAtDigit, periodAtWord, RELATIVE_STARTERS } from './period-grammar.ts';
import { quantityAt } from './quantity-grammar.ts';
import { isDigit, isLetter, wordAt } from './tokens.ts';

/*
 * One pass over the digits and number words of a section. Each is read once, as what it is first of all: a period, a position or
 * the length of a list, a quantity, or none of these with the reason.
 */

/** A number, or words with one, that count nothing. */
export interface OtherFigure extends Span {
  readonly kind: 'other';
  readonly reason: OtherReason;
}

export type Figure = QuantityMention | PeriodMention | OrdinalMention | TopMention | OtherFigure;

const STARTERS = new Set([...NUMBER_STARTERS, ...ORDINAL_STARTERS, ...MONTH_STARTERS, ...RELATIVE_STARTERS]);
const LONGEST_STARTER = Math.max(...[...STARTERS].map((word) => word.length));
/** By first letter: the second letters that a starter may have, as bits; so "the" costs no look-up and "three" does. */
const SECOND_LETTERS = secondLetters();

function secondLetters(): Uint32Array {
  const bits = new Uint32Array(26);
  for (const word of STARTERS) {
    const first = word.charCodeAt(0) - 97;
    bits[first] = (bits[first] ?? 0) | (1 << (word.charCodeAt(1) - 97));
  }
  return bits;
}

function mayStart(text: string, at: number, length: number): boolean {
  if (length < 3 || length > LONGEST_STARTER + 1) return false;
  const first = (text.charCodeAt(at) | 32) - 97;
  const second = (text.charCodeAt(at + 1) | 32) - 97;
  return second >= 0 && second < 26 && ((SECOND_LETTERS[first] ?? 0) & (1 << second)) !== 0;
}

function isNone(found: Figure | NotQuantity): found is NotQuantity {
  return !('kind' in found);
}

/**
 * Every figure of `text`.slice(`start`, `end`), which should be one section, sorted and apart from each other, with offsets of `text`.
 * `published` is the article's date (`2017-08-15`, `2017-08`, `2017` or empty), which "last year" needs.
 */
export function findFigures(text: string, start: number, end: number, published: string): Figure[] {
  const section = start === 0 && end === text.length ? text : text.slice(start, end);
  const figures: Figure[] = [];
  let taken = 0;
  let at = 0;
  while (at < section.length) {
    const code = section.charCodeAt(at);
    let found: Figure | NotQuantity | undefined;
    let next = at + 1;
    if (isDigit(code)) {
      next = runEnd(section, at);
      found = digitFigure(section, at, published) ?? { end: next, reason: 'unreadable' };
    } else if (isLetter(code)) {
      while (isLetter(section.charCodeAt(next))) next += 1;
      if (mayStart(section, at, next - at) && STARTERS.has(section.slice(at, next).toLowerCase())) found = wordFigure(section, at, published);
    }
    if (found !== undefined) {
      const figure: Figure = isNone(found) ? { kind: 'other', start: at, end: found.end, reason: found.reason } : found;
      if (figure.start >= taken) figures.push(figure);
      else if (figure.kind !== 'other' && at >= taken) figures.push({ kind: 'other', start: at, end: figure.end, reason: 'unreadable' });
      taken = Math.max(taken, figure.end);
      next = Math.max(next, figure.end);
    }
    at = next;
  }
  return start === 0 ? shared(section, figures) : shared(section, figures).map((figure) => shifted(figure, start));
}

function digitFigure(text: string, at: number, published: string): Figure | NotQuantity | undefined {
  const period = periodAtDigit(text, at, published);
  if (period !== undefined) return period;
  const numeral = numeralFrom(text, at);
  if (numeral === undefined) return undefined;
  return ordinalAround(text, numeral) ?? topAround(text, numeral) ?? quantityAt(text, numeral);
}

/** The number whose first digit is at `at`, with a point in front of it (".5"). */
export function numeralFrom(text: string, at: number): Numeral | undefined {
  const point = text[at - 1] === '.' && !isDigit(text.charCodeAt(at - 2)) && !isLetter(text.charCodeAt(at - 2));
  return (point ? numberAt(text, at - 1) : undefined) ?? numberAt(text, at);
}

function wordFigure(text: string, at: number, published: string): Figure | NotQuantity | undefined {
  const period = periodAtWord(text, at, published);
  if (period !== undefined) return period;
  const ordinal = ordinalWords(text, at);
  if (ordinal !== undefined) return ordinal;
  const numeral = wordNumeral(text, at);
  if (numeral === undefined) return undefined;
  return ordinalAround(text, numeral) ?? topAround(text, numeral) ?? quantityAt(text, numeral);
}

/** "three", "twenty-one", and from "hundred" back to its article: "a hundred". */
export function wordNumeral(text: string, at: number): Numeral | undefined {
  const word = wordAt(text, at);
  const scale = word !== undefined && (SCALES.has(word.word) || word.word === 'dozen');
  const start = scale ? articleBefore(text, at) : at;
  const found = start < 0 ? undefined : numberWordsAt(text, start);
  return found === undefined ? undefined : { ...found, words: true, bare: false };
}

const CONNECTOR = /^(?:,|,? (?:and|or|to))[ \n]$/;

/** "3.2 and 3.1 percent", "from 10 to 15 percent": numbers without a unit share the percent sign behind the last of them. */
function shared(text: string, figures: readonly Figure[]): Figure[] {
  const result = [...figures];
  for (let index = result.length - 2; index >= 0; index -= 1) {
    const first = result[index];
    const second = result[index + 1];
    if (first?.kind !== 'quantity' || second?.kind !== 'quantity' || second.measure !== 'percent' || first.unit !== '' || first.end !== first.numberEnd || first.value.length > 6) continue;
    const between = text.slice(first.end, second.start);
    if (between.length <= 6 && CONNECTOR.test(between)) result[index] = { ...first, unit: second.unit, measure: second.measure };
  }
  return result;
}

function shifted(figure: Figure, by: number): Figure {
  const span = { start: figure.start + by, end: figure.end + by };
  if (figure.kind !== 'quantity') return { ...figure, ...span };
  return { ...figure, ...span, numberStart: figure.numberStart + by, numberEnd: figure.numberEnd + by };
}
