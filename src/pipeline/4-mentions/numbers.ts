import { canonical, multiply, timesTenTo } from '../9-normalize/decimal.ts';
import { numberWordsAt, SCALE_WORDS, scaleWordsAt } from './number-words.ts';
import { isBlank, isDigit, isLetter, matchAt, previousWord, skipGap, skipJoint, wordAt, wordSet } from './tokens.ts';
import type { Word } from './tokens.ts';

/*
 * Numbers as printed, before anyone asks what they count: grouping, decimals, scales.
 */

export interface Numeral {
  readonly start: number;
  readonly end: number;
  /** Canonical decimal digits, without scale. */
  readonly value: string;
  readonly words: boolean;
  /** Digits only, without point or grouping: what a year, a rank or a phone number looks like. */
  readonly bare: boolean;
  /** The words next to it, in front behind a gap, behind also without one ("5km") or behind a hyphen. */
  readonly before: Word | undefined;
  readonly after: Word | undefined;
}

/** Looks up the neighbours once; every later question about the number is about them. */
export function numeralOf(text: string, start: number, end: number, value: string, bare: boolean, words = false): Numeral {
  return { start, end, value, words, bare, before: previousWord(text, start), after: wordAt(text, skipJoint(text, end)) };
}

const RUN = /\d+(?:[.,'’]\d+)*/y;
const SPACED = /(?:[ \u00a0\u2009\u202f]\d{3}){1,5}(?![\d.,]\d|\d)/y;
/** The longest figure of 3,000 news articles had 19 characters; what is longer is an account number or an attack. */
const LONGEST_NUMERAL = 40;

const DECIMAL_COMMA = /^\d{1,4},\d{1,2}$/;
const SHAPES: readonly (readonly [RegExp, (run: string) => string])[] = [
  [/^\d+(?:\.\d+)?$/, (run) => run],
  [/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/, (run) => run.replaceAll(',', '')],
  [/^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/, (run) => run.replaceAll(',', '')], // "2,68,86,638"
  [/^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/, (run) => run.replaceAll('.', '').replace(',', '.')], // "1.234.567,89"
  [/^\d{1,3}(?:['’]\d{3})+(?:\.\d+)?$/, (run) => run.replaceAll(/['’]/g, '')],
  [DECIMAL_COMMA, (run) => run.replace(',', '.')], // "a note of 7,41"
];

const FRACTIONS = new Map([
  ['½', '5'],
  ['¼', '25'],
  ['¾', '75'],
]); // "1½ million"

/** Where the digits that begin at `at` end, separators included. Never looks at a digit twice. */
export function runEnd(text: string, at: number): number {
  return at + (matchAt(RUN, text, at)?.[0].length ?? 0);
}

const LIST_BEHIND = / (?:and|or|&) \d/y; // "ranks 4,5 and 6"

function shapeOf(run: string): string | undefined {
  for (const [pattern, read] of SHAPES) if (pattern.test(run)) return canonical(read(run));
  return undefined;
}

/**
 * The figure whose first digit is at `at`. A run that is no number as a whole ("2009,2010", "1,2,3") gives its first part;
 * versions and addresses ("3.2.1") give undefined.
 */
function numeralAt(text: string, at: number): Numeral | undefined {
  const digits = digitsEnd(text, at);
  const grouped = isSeparator(text.charCodeAt(digits)) && isDigit(text.charCodeAt(digits + 1));
  const end = grouped ? runEnd(text, at) : digits;
  if (end === at || end - at > LONGEST_NUMERAL) return undefined;
  const run = text.slice(at, end);
  const value = grouped ? shapeOf(run) : text[at] === '0' ? canonical(run) : run;
  if (value === undefined || (DECIMAL_COMMA.test(run) && matchAt(LIST_BEHIND, text, end) !== undefined)) {
    const comma = run.indexOf(',');
    const first = comma > 0 ? shapeOf(run.slice(0, comma)) : undefined;
    return first === undefined ? undefined : numeralOf(text, at, at + comma, first, !run.slice(0, comma).includes('.'));
  }
  if (!grouped && run.length <= 3 && isBlank(text.charCodeAt(end)) && isDigit(text.charCodeAt(end + 1))) {
    const groups = matchAt(SPACED, text, end)?.[0];
    if (groups !== undefined && joinsGroups(text, at, end, groups)) {
      return numeralOf(text, at, end + groups.length, canonical(run + groups.replaceAll(/\D/g, '')), false);
    }
  }
  const decimals = text.charCodeAt(end) >= 0xbc ? FRACTIONS.get(text[end] ?? '') : undefined;
  if (decimals !== undefined && !grouped) return numeralOf(text, at, end + 1, `${value}.${decimals}`, false);
  return numeralOf(text, at, end, value, !grouped);
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

/** . , ' ’ */
function isSeparator(code: number): boolean {
  return code === 44 || code === 46 || code === 39 || code === 0x2019;
}

/** Plain blanks join groups only in "1 200 000" or in front of a word; "12 345" may be two cells of a table set with blanks. */
function joinsGroups(text: string, at: number, end: number, groups: string): boolean {
  if (!groups.includes(' ')) return true;
  if (isDigit(text.charCodeAt(at - 2)) || text.slice(at, end) === '0') return false;
  const after = text.charCodeAt(skipGap(text, end + groups.length));
  return !isDigit(after) && (groups.length > 4 || (after >= 97 && after <= 122) || after === 37);
}

export interface Scaled {
  readonly end: number;
  readonly value: string;
  /** True where a scale word or letter was read. */
  readonly scaled: boolean;
}

const SHORT_SCALES = new Map([
  ['bn', 9],
  ['bln', 9],
  ['mn', 6],
  ['mln', 6],
  ['mio', 6],
  ['tn', 12],
  ['trn', 12],
  ['trln', 12],
  ['mrd', 9],
  ['cr', 7],
]);
const MONEY_SCALES = new Map([
  ['m', 6],
  ['b', 9],
  ['mm', 6],
  ['k', 3],
  ['t', 12],
  ['mil', 6],
  ['bil', 9],
]);
const HAN_SCALES = new Map([
  ['千', 3],
  ['万亿', 12],
  ['百万', 6],
  ['千万', 7],
  ['亿', 8],
  ['万', 4],
  ['萬', 4],
  ['億', 8],
  ['兆', 12],
]);
/** "828m tall", "the 100m race": behind a length "m" is metres, else million. */
export const LENGTH_WORDS = wordSet(`
  tall high long wide deep above below away from race sprint dash hurdles relay freestyle butterfly backstroke
  breaststroke medley pool elevation altitude thick apart x underground
`);

/** What the number at `numeral` is worth with the scale behind it; `money`: a currency stands in front, so "m" is million. */
export function scaledAt(text: string, numeral: Numeral, money: boolean): Scaled {
  if (numeral.words) return { end: numeral.end, value: numeral.value, scaled: false };
  const letters = numeral.after;
  if (letters === undefined) return hanScaled(text, numeral);
  if (SCALE_WORDS.has(letters.word)) {
    const words = scaleWordsAt(text, numeral.end);
    return { end: words.end, value: timesTenTo(multiply(numeral.value, words.times), words.power), scaled: true };
  }
  const power =
    letters.end - letters.start > 4
      ? undefined
      : (SHORT_SCALES.get(letters.word) ?? letterScale(text, letters.word, letters.end, money, letters.start > numeral.end));
  if (power === undefined || isDigit(text.charCodeAt(letters.end))) return { end: numeral.end, value: numeral.value, scaled: false };
  return { end: letters.end, value: timesTenTo(numeral.value, power), scaled: true };
}

/** "1.2亿" */
function hanScaled(text: string, numeral: Numeral): Scaled {
  const gap = skipGap(text, numeral.end);
  for (const length of text.charCodeAt(gap) >= 0x4e00 ? [2, 1] : []) {
    const power = HAN_SCALES.get(text.slice(gap, gap + length));
    if (power !== undefined) return { end: gap + length, value: timesTenTo(numeral.value, power), scaled: true };
  }
  return { end: numeral.end, value: numeral.value, scaled: false };
}

function letterScale(text: string, letters: string, end: number, money: boolean, apart: boolean): number | undefined {
  if (money) return MONEY_SCALES.get(letters);
  if (apart) return undefined;
  if (letters === 'k') return text[end - 1] === 'k' || isDigit(text.charCodeAt(end - 3)) ? 3 : undefined;
  if (letters !== 'm') return undefined;
  const next = wordAt(text, skipGap(text, end));
  return next !== undefined && LENGTH_WORDS.has(next.word) ? undefined : 6;
}

/** The number, in digits or words, that begins exactly at `at`. */
export function numberAt(text: string, at: number): Numeral | undefined {
  const code = text.charCodeAt(at);
  if (isDigit(code)) return numeralAt(text, at);
  if (code === 46 && isDigit(text.charCodeAt(at + 1))) {
    const end = runEnd(text, at + 1);
    const digits = text.slice(at + 1, end);
    return /^\d{1,40}$/.test(digits) ? numeralOf(text, at, end, canonical(`0.${digits}`), false) : undefined;
  }
  if (!isLetter(code)) return undefined;
  const words = numberWordsAt(text, at);
  return words === undefined ? undefined : numeralOf(text, words.start, words.end, words.value, false, true);
}
