import type { OrdinalMention, PeriodMention, QuantityMention, TopMention } from '../../types.ts';
import type { Span } from '../../source-text.ts';
import type { Cue } from '../cue-words.ts';
import type { Point } from '../9-normalize/periods.ts';
import { MONTH_STARTERS } from './calendar.ts';
import type { NotQuantity, OtherReason } from './not-quantities.ts';
import { cuesOf } from './cues.ts';
import { articleBefore, numberWordsAt, SCALES } from './number-words.ts';
import { numberAt, numeralOf, runEnd } from './numbers.ts';
import type { Numeral } from './numbers.ts';
import { ordinalAround, ordinalWords, topAround } from './ordinal-grammar.ts';
import { periodAtDigit, periodAtWord, readDate, RELATIVE_STARTERS } from './period-grammar.ts';
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

const RELATIVES = new Set(RELATIVE_STARTERS);
const MONTHS = new Set(MONTH_STARTERS);

function isNone(found: Figure | NotQuantity): found is NotQuantity {
  return !('kind' in found);
}

/**
 * Every figure of `text`.slice(`start`, `end`), which should be one section, sorted and apart from each other, with offsets of `text`.
 * `published` is the article's date (`2017-08-15`, `2017-08`, `2017` or empty), which "last year" needs; `cues` are those of the section.
 */
export function findFigures(
  text: string,
  start: number,
  end: number,
  published: string,
  cues: readonly Cue[] = cuesOf(text, start, end).figures,
): Figure[] {
  if (cues.length === 0) return [];
  const section = start === 0 && end === text.length ? text : text.slice(start, end);
  const date = readDate(published);
  const figures: Figure[] = [];
  let taken = 0;
  let next = 0;
  for (const cue of cues) {
    const at = cue.start - start;
    if (at < next) continue;
    const digit = cue.word === '';
    const found = digit ? digitFigure(section, at, date) : wordFigure(section, at, cue.word, date);
    next = digit ? runEnd(section, at) : cue.end - start;
    if (found !== undefined) {
      const figure: Figure = isNone(found) ? { kind: 'other', start: at, end: found.end, reason: found.reason } : found;
      if (figure.start >= taken) figures.push(figure);
      taken = Math.max(taken, figure.end);
      next = Math.max(figure.end, digit ? at + 1 : next);
    }
  }
  const all = shared(section, figures);
  return start === 0 ? all : all.map((figure) => shifted(figure, start));
}

function digitFigure(text: string, at: number, date: Point): Figure | NotQuantity {
  const period = periodAtDigit(text, at, date);
  if (period !== undefined) return period;
  const number = numeralFrom(text, at);
  if (number === undefined) return { end: runEnd(text, at), reason: 'unreadable' };
  return ordinalAround(text, number) ?? topAround(text, number) ?? quantityAt(text, number);
}

/** The number whose first digit is at `at`, with a point in front of it (".5"). */
export function numeralFrom(text: string, at: number): Numeral | undefined {
  const point = text[at - 1] === '.' && !isDigit(text.charCodeAt(at - 2)) && !isLetter(text.charCodeAt(at - 2));
  return (point ? numberAt(text, at - 1) : undefined) ?? numberAt(text, at);
}

function wordFigure(text: string, at: number, word: string, date: Point): Figure | NotQuantity | undefined {
  const period = periodAtWord(text, at, word, date);
  if (period !== undefined) return period;
  if (RELATIVES.has(word) || MONTHS.has(word)) return undefined;
  const ordinal = ordinalWords(text, at);
  if (ordinal !== undefined) return ordinal;
  const number = wordNumeral(text, at);
  if (number === undefined) return undefined;
  return ordinalAround(text, number) ?? topAround(text, number) ?? quantityAt(text, number);
}

/** "three", "twenty-one", and from "hundred" back to its article: "a hundred". */
export function wordNumeral(text: string, at: number): Numeral | undefined {
  const word = wordAt(text, at);
  const scale = word !== undefined && (SCALES.has(word.word) || word.word === 'dozen');
  const start = scale ? articleBefore(text, at) : at;
  const found = start < 0 ? undefined : numberWordsAt(text, start);
  return found === undefined ? undefined : numeralOf(text, found.start, found.end, found.value, false, true);
}

const CONNECTOR = /^(?:,|,? (?:and|or|to))[ \n]$/;

/** "3.2 and 3.1 percent", "from 10 to 15 percent": numbers without a unit share the percent sign behind the last of them. */
function shared(text: string, figures: readonly Figure[]): Figure[] {
  const result = [...figures];
  for (let index = result.length - 2; index >= 0; index -= 1) {
    const first = result[index];
    const second = result[index + 1];
    if (
      first?.kind !== 'quantity' ||
      second?.kind !== 'quantity' ||
      second.measure !== 'percent' ||
      first.unit !== '' ||
      first.end !== first.numberEnd ||
      first.value.length > 6
    )
      continue;
    const between = text.slice(first.end, second.start);
    if (between.length <= 6 && CONNECTOR.test(between)) result[index] = { ...first, unit: second.unit, measure: second.measure };
  }
  return result;
}

function shifted(figure: Figure, by: number): Figure {
  const start = figure.start + by;
  const end = figure.end + by;
  switch (figure.kind) {
    case 'quantity': {
      const { kind, numberStart, numberEnd, op, value, valueMax, unit, measure, per, negative } = figure;
      return {
        kind,
        start,
        end,
        numberStart: numberStart + by,
        numberEnd: numberEnd + by,
        op,
        value,
        valueMax,
        unit,
        measure,
        per,
        negative,
      };
    }
    case 'period':
      return { kind: figure.kind, start, end, iso: figure.iso, source: figure.source };
    case 'other':
      return { kind: figure.kind, start, end, reason: figure.reason };
    default:
      return { kind: figure.kind, start, end, value: figure.value };
  }
}
