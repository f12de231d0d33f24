import { add, multiply, timesTenTo } from '../9-normalize/decimal.ts';
import { isDigit, lowerAt, matchAt, skipGap, skipJoint, wordAt, wordEndingAt, skipGapBack } from './tokens.ts';
import type { Word } from './tokens.ts';

/*
 * Numbers in words: "twenty-one", "a hundred and five", "two and a half million", "half a million", "a dozen", "twenty-first".
 */

const SMALL = new Map(
  [
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
  ].map((word, value) => [word, value]),
);

const TENS = new Map(
  ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map((word, index) => [word, (index + 2) * 10]),
);

const ORDINALS = new Map([
  ...[
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
    'eleventh',
    'twelfth',
    'thirteenth',
    'fourteenth',
    'fifteenth',
    'sixteenth',
    'seventeenth',
    'eighteenth',
    'nineteenth',
  ].map((word, index) => [word, index + 1] as const),
  ...['twentieth', 'thirtieth', 'fortieth', 'fiftieth', 'sixtieth', 'seventieth', 'eightieth', 'ninetieth', 'hundredth'].map(
    (word, index) => [word, (index + 2) * 10] as const,
  ),
]);

/** Power of ten of a scale word that may follow digits or words. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 2],
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
  ['quadrillion', 15],
  ['lakh', 5],
  ['lac', 5],
  ['crore', 7],
]);

/** Every word that `scaleWordsAt` reads, plurals too. */
export const SCALE_WORDS: ReadonlySet<string> = new Set([...[...SCALES.keys()].flatMap((word) => [word, `${word}s`]), 'dozen']);

/** Words at which a number in words, or an ordinal, can begin. "a" is found from "hundred" or "dozen" backwards. */
export const NUMBER_STARTERS: readonly string[] = [...SMALL.keys(), ...TENS.keys(), ...SCALES.keys(), 'dozen', 'half', 'twice', 'thrice'];
export const ORDINAL_STARTERS: readonly string[] = [...ORDINALS.keys()];

export interface NumberWords {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** Below a thousand; "hundred" alone needs its "a" in front. */
function groupAt(text: string, at: number): { readonly end: number; readonly value: number } | undefined {
  const first = wordAt(text, at);
  if (first === undefined) return undefined;
  const article = first.word === 'a' || first.word === 'an';
  const head = article ? undefined : belowHundred(text, first);
  if (!article && head === undefined) return undefined;
  let end = head?.end ?? first.end;
  let value = head?.value ?? 1;
  const hundred = wordAt(text, skipJoint(text, end));
  if (hundred?.word !== 'hundred' || value === 0) return article ? undefined : { end, value };
  end = hundred.end;
  value *= 100;
  const rest = belowHundredAfter(text, end);
  return rest === undefined ? { end, value } : { end: rest.end, value: value + rest.value };
}

function belowHundred(text: string, first: Word): { readonly end: number; readonly value: number } | undefined {
  const small = SMALL.get(first.word);
  if (small !== undefined) return { end: first.end, value: small };
  const tens = TENS.get(first.word);
  if (tens === undefined) return undefined;
  const unit = wordAt(text, skipJoint(text, first.end));
  const value = unit === undefined ? undefined : SMALL.get(unit.word);
  if (unit !== undefined && value !== undefined && value >= 1 && value <= 9) return { end: unit.end, value: tens + value };
  return { end: first.end, value: tens };
}

/** "hundred and five", "hundred five" */
function belowHundredAfter(text: string, at: number): { readonly end: number; readonly value: number } | undefined {
  let word = wordAt(text, skipGap(text, at));
  if (word?.word === 'and') word = wordAt(text, skipGap(text, word.end));
  return word === undefined ? undefined : belowHundred(text, word);
}

const AND_A_HALF = /[ \n]and[ \n]a[ \n]half\b/iy;
const POINT = /[ \n]point((?:[ \n](?:zero|one|two|three|four|five|six|seven|eight|nine)\b){1,6})/iy;

/** The number in words that begins exactly at `at`; undefined where there is none. */
export function numberWordsAt(text: string, at: number): NumberWords | undefined {
  const first = wordAt(text, at);
  if (first === undefined) return undefined;
  if (first.word === 'half') return halfAt(text, first);
  if (first.word === 'twice' || first.word === 'thrice') return { start: at, end: first.end, value: first.word === 'twice' ? '2' : '3' };
  const alone = smallAlone(text, first);
  if (alone !== undefined) return alone;
  let total = '0';
  let end = at;
  let ceiling = Infinity;
  let next = at;
  while (ceiling > 0) {
    const group = groupAt(text, next) ?? (end === at ? articleAt(text, next) : undefined);
    if (group === undefined) break;
    let value = String(group.value);
    let groupEnd = group.end;
    const letter = lowerAt(text, groupEnd + 1);
    const half = letter === 97 ? matchAt(AND_A_HALF, text, groupEnd) : undefined;
    const point = letter === 112 ? matchAt(POINT, text, groupEnd) : undefined;
    if (half !== undefined) value = add(value, '0.5');
    if (point !== undefined) value = `${value}.${spokenDigits(point[1] ?? '')}`;
    groupEnd += (half ?? point)?.[0].length ?? 0;
    const scale = scaleWordsAt(text, groupEnd);
    if (scale.power >= ceiling) break;
    if (group.value === -1 && scale.end === groupEnd) return undefined;
    if (group.value === -1) value = '1';
    const worth = scale.end === groupEnd ? value : timesTenTo(multiply(value, scale.times), scale.power);
    total = total === '0' ? worth : add(total, worth);
    end = scale.end;
    ceiling = half !== undefined || scale.times !== '1' ? 0 : scale.power;
    next = skipGap(text, end);
    const and = wordAt(text, next);
    if (and?.word === 'and') next = skipGap(text, and.end);
  }
  return end === at ? undefined : { start: at, end, value: total };
}

/** Words behind a small number that make more of it. */
const CONTINUING: ReadonlySet<string> = new Set([...SCALE_WORDS, 'and', 'point']);

/** "three" with nothing behind it that belongs to a number: nearly every number in words. */
function smallAlone(text: string, first: Word): NumberWords | undefined {
  const value = SMALL.get(first.word);
  if (value === undefined) return undefined;
  const next = wordAt(text, skipJoint(text, first.end));
  return next !== undefined && CONTINUING.has(next.word) ? undefined : { start: first.start, end: first.end, value: String(value) };
}

/** "a" counts as one only in front of a scale: "a million", "a dozen"; the value -1 marks it. */
function articleAt(text: string, at: number): { readonly end: number; readonly value: number } | undefined {
  const article = wordAt(text, at);
  return article?.word === 'a' || article?.word === 'an' ? { end: article.end, value: -1 } : undefined;
}

function spokenDigits(words: string): string {
  return words
    .trim()
    .split(/\s/)
    .map((word) => SMALL.get(word.toLowerCase()) ?? '')
    .join('');
}

/** "half a million", "half-million", "half a dozen"; "half of" and "half" alone are no numbers. */
function halfAt(text: string, half: Word): NumberWords | undefined {
  let next = skipJoint(text, half.end);
  const article = wordAt(text, next);
  if (article?.word === 'a') next = skipJoint(text, article.end);
  const scale = scaleWordsAt(text, next === half.end ? next : next - 1);
  if (scale.end <= next) return undefined;
  return { start: half.start, end: scale.end, value: timesTenTo(multiply('0.5', scale.times), scale.power) };
}

export interface ScaleWords {
  readonly end: number;
  readonly power: number;
  /** "12" for dozens, else "1". */
  readonly times: string;
}

/** Scale words behind a number, multiplied: "lakh crore" is 10^12, "hundred million" 10^8. At most three. */
export function scaleWordsAt(text: string, at: number): ScaleWords {
  let end = at;
  let power = 0;
  let times = '1';
  for (let count = 0; count < 3; count += 1) {
    const word = wordAt(text, skipJoint(text, end));
    if (word === undefined || (word.start === end && !isDigit(text.charCodeAt(end - 1))) || !SCALE_WORDS.has(word.word)) break;
    const found = SCALES.get(word.word) ?? SCALES.get(word.word.replace(/s$/, ''));
    const dozen = word.word === 'dozen' && count === 0;
    if (dozen) times = '12';
    power += found ?? 0;
    end = word.end;
  }
  return { end, power, times };
}

/** The start of "a hundred" when `at` is where "hundred" begins; -1 where no article stands in front ("several hundred"). */
export function articleBefore(text: string, at: number): number {
  const end = skipGapBack(text, at);
  const word = end === at ? undefined : wordEndingAt(text, end);
  return word?.word === 'a' || word?.word === 'an' ? word.start : -1;
}

/** "third", "twenty-first", "twenty first", "one hundred and fifth" at exactly `at`. */
export function ordinalWordsAt(text: string, at: number): { readonly end: number; readonly value: number } | undefined {
  const first = wordAt(text, at);
  if (first === undefined) return undefined;
  const single = ORDINALS.get(first.word);
  if (single !== undefined) return { end: first.end, value: single };
  const tens = TENS.get(first.word);
  if (tens !== undefined) {
    const unit = wordAt(text, skipJoint(text, first.end));
    const value = unit === undefined ? undefined : ORDINALS.get(unit.word);
    return unit !== undefined && value !== undefined && value < 10 ? { end: unit.end, value: tens + value } : undefined;
  }
  const group = hundredsAt(text, first);
  if (group === undefined) return undefined;
  let next = wordAt(text, skipJoint(text, group.end));
  if (next?.word === 'and') next = wordAt(text, skipJoint(text, next.end));
  if (next === undefined || next.word === 'hundredth') return undefined;
  const rest = ordinalWordsAt(text, next.start);
  return rest !== undefined && rest.value < 100 ? { end: rest.end, value: group.value + rest.value } : undefined;
}

/** "one hundred" of "one hundred and fifth" */
function hundredsAt(text: string, first: Word): { readonly end: number; readonly value: number } | undefined {
  const value = SMALL.get(first.word);
  if (value === undefined || value === 0 || value > 9) return undefined;
  const hundred = wordAt(text, skipJoint(text, first.end));
  return hundred?.word === 'hundred' ? { end: hundred.end, value: value * 100 } : undefined;
}
