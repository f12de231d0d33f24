import { isDay } from '../9-normalize/periods.ts';
import type { Point } from '../9-normalize/periods.ts';
import { numeralOf, scaledAt } from './numbers.ts';
import { currencyBefore, tailAt } from './tails.ts';
import { isYearLabel } from './not-quantities.ts';
import { isDigit, isLetter, isUpper, matchAt, skipGap, skipJoint, wordAt, wordSet } from './tokens.ts';

/*
 * Points in time: years, months, days.
 */

const MONTHS = new Map(
  [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sep', 'sept'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

export const MONTH_STARTERS: readonly string[] = [...MONTHS.keys()];

export function isMonth(word: string): boolean {
  return MONTHS.has(word);
}

export interface PointAt {
  readonly end: number;
  readonly point: Point;
  /** "10-15 August": the first day of several, else undefined. */
  readonly firstDay: number | undefined;
}

const YEAR = /(?:19|20)\d{2}(?!\d|[.,]\d)/y;
const ISO_DATE = /((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/y;
const NUMERIC_DATE = /(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2})(?!\d)/y;
const DAY = /(\d{1,2})(?:st|nd|rd|th)?(?: ?[-–] ?(\d{1,2})(?:st|nd|rd|th)?)?(?![\d%:]|[.,]\d)/iy;

/** A number that looks like a year and nothing else: four digits, no letter on either side. */
export function yearAt(text: string, at: number): { readonly end: number; readonly year: number } | undefined {
  const match = matchAt(YEAR, text, at);
  if (match === undefined || isDigit(text.charCodeAt(at - 1)) || isLetter(text.charCodeAt(at - 1))) return undefined;
  const end = at + 4;
  if (isLetter(text.charCodeAt(end))) return undefined;
  return { end, year: Number(match[0]) };
}

/** The month named at `at`; "may" and "march" count only with a capital. */
function monthAt(text: string, at: number): { readonly end: number; readonly month: number } | undefined {
  const word = wordAt(text, at);
  const month = word === undefined ? undefined : MONTHS.get(word.word);
  if (
    word === undefined ||
    month === undefined ||
    (!isUpper(text.charCodeAt(at)) && (month === 5 || word.end - at < 5 || word.word === 'march'))
  )
    return undefined;
  const dot = text[word.end] === '.' && word.end - at <= 4 && word.word !== 'may';
  return { end: dot ? word.end + 1 : word.end, month };
}

/** The date, month or year that begins exactly at `at`. */
export function pointAt(text: string, at: number): PointAt | undefined {
  if (!isDigit(text.charCodeAt(at))) return fromMonth(text, at);
  const iso = matchAt(ISO_DATE, text, at);
  if (iso !== undefined) return numericDate(at + iso[0].length, Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = matchAt(NUMERIC_DATE, text, at);
  if (numeric !== undefined) {
    const [first, second, year] = [Number(numeric[1]), Number(numeric[3]), Number(numeric[4])];
    const end = at + numeric[0].length;
    if (second > 12) return numericDate(end, year, first, second);
    if (first > 12 || numeric[2] === '.') return numericDate(end, year, second, first);
    return undefined; // 03/04/2020 is March to some and April to others
  }
  return fromDay(text, at) ?? year(text, at);
}

function numericDate(end: number, year: number, month: number, day: number): PointAt | undefined {
  return month >= 1 && month <= 12 && isDay(month, day) ? { end, point: { year, month, day }, firstDay: undefined } : undefined;
}

function year(text: string, at: number): PointAt | undefined {
  const found = yearAt(text, at);
  return found === undefined
    ? undefined
    : { end: found.end, point: { year: found.year, month: undefined, day: undefined }, firstDay: undefined };
}

/** "22 September 2011", "22nd of September", "10-15 August" */
function fromDay(text: string, at: number): PointAt | undefined {
  const days = matchAt(DAY, text, at);
  if (days === undefined || isDigit(text.charCodeAt(at - 1))) return undefined;
  let next = skipJoint(text, at + days[0].length);
  const of = wordAt(text, next);
  if (of?.word === 'of') next = skipGap(text, of.end);
  const month = monthAt(text, next);
  const day = Number(days[2] ?? days[1]);
  if (month === undefined || !isDay(month.month, day)) return undefined;
  const tail = yearBehind(text, month.end);
  const firstDay = days[2] === undefined ? undefined : Number(days[1]);
  return { end: tail?.end ?? month.end, point: { year: tail?.year, month: month.month, day }, firstDay };
}

/** "September 2011", "September 22, 2011", "September 22nd", "August 10-15, 2019" */
function fromMonth(text: string, at: number): PointAt | undefined {
  const month = monthAt(text, at);
  if (month === undefined) return undefined;
  const direct = yearBehind(text, month.end);
  if (direct !== undefined)
    return { end: direct.end, point: { year: direct.year, month: month.month, day: undefined }, firstDay: undefined };
  const next = skipJoint(text, month.end);
  const days = next > month.end ? matchAt(DAY, text, next) : undefined;
  const day = Number(days?.[2] ?? days?.[1] ?? 0);
  if (days === undefined || !isDay(month.month, day)) {
    return { end: month.end, point: { year: undefined, month: month.month, day: undefined }, firstDay: undefined };
  }
  const dayEnd = next + days[0].length;
  const tail = yearBehind(text, dayEnd);
  return {
    end: tail?.end ?? dayEnd,
    point: { year: tail?.year, month: month.month, day },
    firstDay: days[2] === undefined ? undefined : Number(days[1]),
  };
}

/** The year behind a month or a day, a comma or "of" between. */
export function yearBehind(text: string, at: number): { readonly end: number; readonly year: number } | undefined {
  const comma = text[at] === ',' ? at + 1 : at;
  let next = skipJoint(text, comma);
  const of = wordAt(text, next);
  if (of !== undefined && (of.word === 'of' || of.word === 'in') && comma === at) next = skipGap(text, of.end);
  return next === at ? undefined : yearAt(text, next);
}

const COUNTED = wordSet(`
  people companies enterprises firms patents residents students beds seats cities hotels rooms visitors tourists
  inhabitants jobs houses homes schools apartments cars vehicles workers employees startups projects respondents
  participants women men children households families villages towns districts buildings restaurants shops stores
  universities institutions cases deaths members users places points votes flights ships applications
`);
const YEAR_PREPOSITIONS = wordSet(`
  in since by until till during the from before after early late year
`);
const FUNCTION_WORDS = wordSet(`
  and in to was with when the but or as is for on by at of were has had have it its levels level figures after
  before than that which figure compared from while
`);
const COUNT_OPERATORS = wordSet(`
  than about around nearly almost some approximately roughly over least estimated
`);

/** "2014 companies", "$2,014", "more than 2000 jobs", "Room 2014": four digits that look like a year and are none. */
export function isCount(text: string, at: number, end: number): boolean {
  const year = numeralOf(text, at, end, text.slice(at, end), true);
  const { before, after: next } = year;
  if (before !== undefined && YEAR_PREPOSITIONS.has(before.word)) return false;
  if (currencyBefore(text, at, true).currency !== '') return true;
  if (before !== undefined && isYearLabel(before.word)) return true;
  if (text[at - 1] === '#' || (before === undefined && /\b[Nn]o\.? ?$/.test(text.slice(Math.max(0, at - 5), at)))) return true;
  if (scaledAt(text, year, false).scaled) return true;
  const tail = tailAt(text, end, true, next);
  if (tail !== undefined && tail.unit !== 'KRW' && tail.end > end) return true;
  if (next === undefined || next.start === end || isUpper(text.charCodeAt(next.start))) return false;
  if (COUNTED.has(next.word)) return true;
  return before !== undefined && COUNT_OPERATORS.has(before.word) && !FUNCTION_WORDS.has(next.word);
}
