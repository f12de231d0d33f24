import type { PeriodMention } from '../../types.ts';
import {
  isoInterval,
  isoMonths,
  isoMonthsTo,
  isoOf,
  isoRelative,
  readPublished,
  yearOfLatest,
  yearOfLatestStretch,
} from '../9-normalize/periods.ts';
import type { Point } from '../9-normalize/periods.ts';
import { isCount, isMonth, pointAt, yearAt, yearBehind } from './calendar.ts';
import type { PointAt } from './calendar.ts';
import type { NotQuantity } from './not-quantities.ts';
import { numberAt } from './numbers.ts';
import { HEADS, stretchAt } from './stretches.ts';
import { isDash, isDigit, isLetter, lowerAt, matchAt, previousWord, skipGap, skipJoint, wordAt, wordEndingAt, wordSet } from './tokens.ts';

/*
 * Times that an article gives for its figures: years and spans of years, halves, quarters, months, days, "last year".
 */

type Found = PeriodMention | NotQuantity;

const CONCLUDED = 'document:published';

function stated(start: number, end: number, iso: string): Found {
  return iso === '' ? { end, reason: 'period' } : { kind: 'period', start, end, iso, source: '' };
}

/** Without the article's date there is nothing to conclude from: the words are consumed and give no period. */
function concluded(start: number, end: number, iso: string): Found {
  return iso === '' ? { end, reason: 'period' } : { kind: 'period', start, end, iso, source: CONCLUDED };
}

function inThePast(found: Found): Found {
  return 'kind' in found ? { ...found, past: true } : found;
}

const UNKNOWN: Point = { year: undefined, month: undefined, day: undefined };

// ------------------------------------------------------------------------------------------------------- halves and quarters

/** Digits and the first letters of "Q3", "H1", "first", "second", "third", "last". */
function mayBeStretch(text: string, at: number): boolean {
  const letter = lowerAt(text, at);
  return isDigit(letter) || letter === 113 || letter === 104 || letter === 102 || letter === 115 || letter === 116 || letter === 108;
}

const YEAR_WORDS = /[ \n-]?(?:of |in |,[ \n])?(?:the )?(?:(?:calendar |fiscal |financial )?year |fiscal |FY ?)?/iy;
const SHORT_YEAR = /['’]?(\d{2})(?![\d%])/y;
const RELATIVE_YEAR = /(?:[ \n](?:of|in))?[ \n](this|last|the previous|the current|next|the same|the)[ \n]year\b/iy;

/** The stretch that begins at `at` with the year it says or the article's date gives. */
function stretchPeriod(text: string, at: number, published: Point): Found | undefined {
  const found = stretchAt(text, at);
  if (found === undefined) return undefined;
  const relative = matchAt(RELATIVE_YEAR, text, found.end);
  const joint = matchAt(YEAR_WORDS, text, found.end)?.[0].length ?? 0;
  const year = yearAt(text, found.end + joint);
  if (year !== undefined) return stated(at, year.end, isoMonths(year.year, found.from, found.to));
  const short =
    isDigit(text.charCodeAt(found.end - 2)) || isDigit(text.charCodeAt(found.end - 1))
      ? matchAt(SHORT_YEAR, text, skipGap(text, found.end))
      : undefined;
  const attached = short !== undefined && (skipGap(text, found.end) === found.end || /^['’]/.test(short[0]));
  if (attached) return stated(at, skipGap(text, found.end) + short[0].length, isoMonths(2000 + Number(short[1]), found.from, found.to));
  if (relative !== undefined) {
    const by = yearsBy((relative[1] ?? '').toLowerCase());
    const iso = published.year === undefined ? '' : isoMonths(published.year + by, found.from, found.to);
    return concluded(at, found.end + relative[0].length, iso);
  }
  const latest = /^[ \n]of[ \n](?:the (?!year)|a |an )/i.test(text.slice(found.end, found.end + 10))
    ? undefined
    : yearOfLatestStretch(found.to, published);
  return concluded(at, found.end, latest === undefined ? '' : isoMonths(latest, found.from, found.to));
}

function yearsBy(word: string): number {
  return word === 'last' || word === 'the previous' || word === 'previous' ? -1 : word === 'next' ? 1 : 0;
}

// ------------------------------------------------------------------------------------------------------------ years and spans

const SPAN = /(?:[-–—/]| [-–—] )((?:19|20)\d{2}|\d{2})(?![\d%]|[.,]\d|[-/]\d)/y;

/** "2014", "2016/17", "2013-2014", "2018-08", "2021 Q3". */
function fromYear(text: string, at: number, start: number, published: Point): Found | undefined {
  const first = yearAt(text, at);
  if (first === undefined) {
    return /^(?:19|20)\d0['’]?s\b/.test(text.slice(at, at + 7))
      ? { end: at + 4 + (text[at + 4] === 's' ? 1 : 2), reason: 'period' }
      : undefined;
  }
  const code = text.charCodeAt(first.end);
  const span = code === 32 || code === 47 || isDash(code) ? matchAt(SPAN, text, first.end) : undefined;
  if (span !== undefined) {
    const short = span[1]?.length === 2;
    const last = fullYear(span[1] ?? '', first.year);
    const end = first.end + span[0].length;
    if (last > first.year && (!short || last - first.year < 30)) return stated(start, end, `${first.year}/${last}`);
    if (short && span[0].startsWith('-') && Number(span[1]) >= 1 && Number(span[1]) <= 12)
      return stated(start, end, `${first.year}-${span[1] ?? ''}`);
  }
  if (isCount(text, at, first.end)) return undefined;
  const joint = skipJoint(text, first.end);
  const part = joint > first.end && mayBeStretch(text, joint) ? stretchAt(text, joint) : undefined;
  if (part !== undefined && !/^[ \n](?:of|in)\b/.test(text.slice(part.end, part.end + 3)))
    return stated(start, part.end, isoMonths(first.year, part.from, part.to));
  return joinedPoint(text, start, { end: first.end, point: { ...UNKNOWN, year: first.year }, firstDay: undefined }, published);
}

const FISCAL = /((?:19|20)\d{2}|\d{2})(?:[-–/]((?:19|20)?\d{2}))?(?![\dA-Z%]|[.,]\d)/iy;

/** "FY2018", "FY 2018-19", "FY19", "fiscal year 2018-19", "financial year 2018/19", "fiscal 2019": where the words begin, or -1. */
function fiscalStart(text: string, at: number): number {
  const word = wordEndingAt(text, at) ?? previousWord(text, at);
  if (word === undefined) return -1;
  if (word.word === 'fy' || word.word === 'fiscal') return word.start;
  if (word.word !== 'year') return -1;
  const kind = previousWord(text, word.start);
  return kind?.word === 'fiscal' || kind?.word === 'financial' ? kind.start : -1;
}

function fromFiscal(text: string, at: number): Found | undefined {
  const start = fiscalStart(text, at);
  const years = start < 0 ? undefined : matchAt(FISCAL, text, at);
  if (years === undefined || (years[1]?.length === 2 && lowerAt(text, start + 1) !== 121)) return undefined; // two digits only behind "FY"
  const first = fullYear(years[1] ?? '', 2000);
  const last = years[2] === undefined ? 0 : fullYear(years[2], first);
  return stated(start, at + years[0].length, last > first ? `${first}/${last}` : String(first));
}

/** "19" in the century of `near`. */
function fullYear(digits: string, near: number): number {
  return digits.length === 2 ? Math.floor(near / 100) * 100 + Number(digits) : Number(digits);
}

// --------------------------------------------------------------------------------------------------------- months and days

/** Where the second end of an interval begins behind "to", "through", "until", a dash, or "and" after "between"; -1 without. */
function secondEnd(text: string, start: number, end: number): number {
  const gap = skipGap(text, end);
  if (isDash(text.charCodeAt(gap))) return skipGap(text, gap + 1);
  const word = wordAt(text, gap);
  if (word === undefined || gap === end) return -1;
  if (word.word === 'to' || word.word === 'through' || word.word === 'until' || word.word === 'till' || word.word === 'thru')
    return skipGap(text, word.end);
  return word.word === 'and' && previousWord(text, start)?.word === 'between' ? skipGap(text, word.end) : -1;
}

/** The interval that `first` opens, or `first` alone. */
function joinedPoint(text: string, start: number, first: PointAt, published: Point): Found | undefined {
  const next = secondEnd(text, start, first.end);
  const second = next < 0 ? undefined : (pointAt(text, next) ?? dayOnly(text, next, first.point));
  if (
    second !== undefined &&
    belongs(first.point, second.point) &&
    !(second.point.month === undefined && isCount(text, next, second.end))
  ) {
    const relative = second.point.year === undefined ? relativeYear(text, second.end, published) : undefined;
    const latest = second.point.month === undefined ? undefined : yearOfLatest(second.point.month, second.point.day, published);
    const year = second.point.year ?? (first.point.year === undefined ? (relative?.year ?? latest) : first.point.year);
    const earlier = first.point.month !== undefined && second.point.month !== undefined && first.point.month > second.point.month;
    const from: Point = { ...first.point, year: first.point.year ?? (year === undefined ? undefined : earlier ? year - 1 : year) };
    const iso = isoInterval(from, { ...second.point, year });
    const known = second.point.year !== undefined || first.point.year !== undefined;
    const between = wordAt(text, skipGap(text, first.end))?.word === 'and' ? (previousWord(text, start)?.start ?? start) : start;
    if (iso !== '' || !known) return (known ? stated : concluded)(between, relative?.end ?? second.end, iso);
  }
  return alone(text, start, first, published);
}

/** Years join years, months join months: "2013 to 2016", "July 2019 to March 2021", "January to June". */
function belongs(first: Point, second: Point): boolean {
  return (first.month === undefined) === (second.month === undefined);
}

/** "September 22 to 25, 2019" */
function dayOnly(text: string, at: number, first: Point): PointAt | undefined {
  if (first.month === undefined || first.day === undefined) return undefined;
  const match = /^(\d{1,2})(?:st|nd|rd|th)?(?![\d%])/i.exec(text.slice(at, at + 5));
  if (match === null || Number(match[1]) <= first.day || Number(match[1]) > 31) return undefined;
  const end = at + match[0].length;
  const year = first.year === undefined ? yearBehind(text, end) : undefined;
  return {
    end: year?.end ?? end,
    point: { year: first.year ?? year?.year, month: first.month, day: Number(match[1]) },
    firstDay: undefined,
  };
}

function relativeYear(text: string, at: number, published: Point): { readonly end: number; readonly year: number | undefined } | undefined {
  const match = matchAt(RELATIVE_YEAR, text, text[at] === ',' ? at + 1 : at);
  if (match === undefined) return undefined;
  const comma = text[at] === ',' ? 1 : 0;
  return {
    end: at + comma + match[0].length,
    year: published.year === undefined ? undefined : published.year + yearsBy((match[1] ?? '').toLowerCase()),
  };
}

const BEFORE_MONTHS = wordSet(`
  in since until till by last during of from to early late mid for and this after before through between on next
  end
`);

function alone(text: string, start: number, { end, point, firstDay }: PointAt, published: Point): Found | undefined {
  const days = firstDay !== undefined && point.day !== undefined && firstDay < point.day;
  const iso = (year: number | undefined): string =>
    days ? isoInterval({ ...point, year, day: firstDay }, { ...point, year }) : isoOf({ ...point, year });
  if (point.year !== undefined) return stated(start, end, iso(point.year));
  const relative = relativeYear(text, end, published);
  if (relative !== undefined) return concluded(start, relative.end, iso(relative.year));
  if (point.month === undefined) return undefined;
  const before = previousWord(text, start)?.word ?? '';
  if (point.day === undefined && !BEFORE_MONTHS.has(before)) return undefined;
  const latest = yearOfLatest(point.month, point.day, published);
  return before === 'next' ? { end, reason: 'period' } : concluded(start, end, iso(latest));
}

// ------------------------------------------------------------------------------------------------ "last year", "twelve months to"

const RELATIVE = new Map([
  ['last', -1],
  ['previous', -1],
  ['this', 0],
  ['current', 0],
  ['next', 1],
]);
export const RELATIVE_STARTERS: readonly string[] = [...RELATIVE.keys(), 'final', 'year'];
const RELATIVES = new Set(RELATIVE_STARTERS);
const AWAY = /[ \n-](?:earlier|ago|before)\b/iy;

/** "last year", "this month", "previous quarter", "a year earlier", "last quarter of 2018" */
function fromRelative(text: string, at: number, published: Point): Found | undefined {
  const word = wordAt(text, at);
  if (word === undefined) return undefined;
  if (word.word === 'year') {
    const article = previousWord(text, at)?.word;
    const away = article === 'a' || article === 'one' || article === 'the' ? matchAt(AWAY, text, word.end) : undefined;
    const start = previousWord(text, at)?.start ?? at;
    return away === undefined ? undefined : inThePast(concluded(start, word.end + away[0].length, isoRelative('year', -1, published)));
  }
  if (word.word === 'last' || word.word === 'final') {
    const part = stretchAt(text, at);
    const year = part === undefined ? undefined : yearBehind(text, part.end);
    if (part !== undefined && year !== undefined) return stated(at, year.end, isoMonths(year.year, part.from, part.to));
  }
  const by = RELATIVE.get(word.word);
  const unit = wordAt(text, skipGap(text, word.end));
  if (by === undefined || unit === undefined) return undefined;
  const noun = unit.word;
  if (noun !== 'year' && noun !== 'quarter' && noun !== 'month') return undefined;
  const found = concluded(at, unit.end, isoRelative(noun, by, published));
  return by < 0 ? inThePast(found) : found;
}

const TO_MONTH = /[ \n](?:(?:that |which )?(?:ended|ending|ends)(?: in| on)?|to|through|until|up to)[ \n](?:the end of )?/iy;
const OF_YEAR = /[ \n]of[ \n]/iy;

/** "twelve months to March 2021", "nine months ended September 30, 2020", "11 months of 2015" */
function fromMonths(text: string, at: number): Found | undefined {
  const count = numberAt(text, at);
  const unit = count === undefined ? undefined : wordAt(text, skipJoint(text, count.end));
  const months = Number(count?.value);
  if (unit?.word !== 'months' || !Number.isInteger(months) || months < 1 || months > 24) return undefined;
  const to = matchAt(TO_MONTH, text, unit.end);
  const point = to === undefined ? undefined : pointAt(text, unit.end + to[0].length);
  if (point?.point.year !== undefined && point.point.month !== undefined) {
    return stated(at, point.end, isoMonthsTo(months, point.point.year, point.point.month));
  }
  const of = matchAt(OF_YEAR, text, unit.end);
  const year = of === undefined ? undefined : yearAt(text, unit.end + of[0].length);
  return year !== undefined && months <= 12 ? stated(at, year.end, isoMonths(year.year, 1, months)) : undefined;
}

/** What `metadata.published` says, for the functions below. */
export function readDate(published: string): Point {
  return published === '' ? UNKNOWN : (readPublished(published) ?? UNKNOWN);
}

/** The period that begins at the digit `at` (words of the fiscal year and "Q" may stand before it), if it is one. */
export function periodAtDigit(text: string, at: number, date: Point): Found | undefined {
  const before = text.charCodeAt(at - 1);
  if (isLetter(before)) {
    const code = /[QH]/i.test(text[at - 1] ?? '') && !isLetter(text.charCodeAt(at - 2)) && !isDigit(text.charCodeAt(at - 2));
    return code ? stretchPeriod(text, at - 1, date) : fromFiscal(text, at);
  }
  let end = at + 1;
  while (isDigit(text.charCodeAt(end))) end += 1;
  if (end - at > 4 || end - at === 3) return undefined;
  const fiscal = mayEndFiscal(text.charCodeAt(at - 2)) ? fromFiscal(text, at) : undefined;
  if (fiscal !== undefined) return fiscal;
  const point = mayBePoint(text, at, end) ? pointAt(text, at) : undefined;
  if (point?.point.month !== undefined) return joinedPoint(text, at, point, date);
  if (end - at === 4) return fromYear(text, at, at, date);
  const letter = lowerAt(text, end);
  if (end - at === 1 && isLetter(letter)) return stretchPeriod(text, at, date);
  return letter === 32 && lowerAt(text, end + 1) === 109 ? fromMonths(text, at) : undefined;
}

/** The last letters of "FY", "fiscal" and "year". */
function mayEndFiscal(code: number): boolean {
  return code === 89 || code === 121 || code === 108 || code === 114;
}

/** Whether the digits may be the first of a date: a hyphen, point or slash, a suffix ("22nd"), or a blank and a letter of a month or "of". */
function mayBePoint(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(end);
  if (code === 45 || code === 46 || code === 47 || code === 0x2013) return true;
  if (end - at === 4) return false;
  if (isLetter(code)) return true;
  const letter = lowerAt(text, skipGap(text, end));
  return code !== 44 && (isDash(text.charCodeAt(end + 1)) || (letter >= 97 && letter <= 115)); // a…s: April to September, "of"
}

/** The period that begins with `word` (lower case) at `at`: a month, an ordinal ("first half"), "last", or a number of months. */
export function periodAtWord(text: string, at: number, word: string, date: Point): Found | undefined {
  if (isMonth(word)) {
    const point = pointAt(text, at);
    return point === undefined ? undefined : joinedPoint(text, at, point, date);
  }
  const relative = RELATIVES.has(word) ? fromRelative(text, at, date) : undefined;
  if (relative !== undefined || HEADS.has(word)) return relative ?? stretchPeriod(text, at, date);
  const month = skipGap(text, at + word.length);
  return lowerAt(text, month) === 109 && lowerAt(text, month + 1) === 111 ? fromMonths(text, at) : undefined;
}
