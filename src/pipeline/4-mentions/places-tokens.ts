import { foldWord } from '../../gazetteer/index.ts';

/** Words of a stretch of text, by index. Offsets are of the whole text. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly starts: readonly number[];
  /** Without a possessive "'s". */
  readonly ends: readonly number[];
  readonly capital: readonly boolean[];
  /** Those with a capital, and those that may be the head of a unit ("District", "zone"), in order. */
  readonly capitals: readonly number[];
  readonly heads: readonly number[];
  /** First word of a sentence, or of a line. */
  readonly opens: readonly boolean[];
  /** Most of the longer words are capitalised, and no period ends it: a headline. */
  readonly titleCase: boolean;
  readonly allCapitals: boolean;
  /** Filled as asked for. */
  readonly lower: (string | undefined)[];
  readonly folded: (string | undefined)[];
}

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019 || code === 0x2018 || code === 0x2bb || code === 0x2bc;

const isUpper = (code: number): boolean =>
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code <= 0xde && code !== 0xd7) ||
  (code >= 0x100 && code < 0x180 && isUpperBeyond(code)) ||
  (code >= 0x1e00 && code < 0x1f00 && (code & 1) === 0) ||
  (code >= 0x218 && code <= 0x21a && (code & 1) === 0);
const isUpperBeyond = (code: number): boolean =>
  code < 0x138 ? (code & 1) === 0 : code < 0x149 ? (code & 1) === 1 : code < 0x178 ? (code & 1) === 0 : code === 0x178 || (code & 1) === 1;

/** Letters of any script, digits, combining marks, soft hyphens. */
const isWordUnitCode = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 0xad ||
  code === 0xaa ||
  code === 0xba ||
  (code >= 0xc0 &&
    code !== 0xd7 &&
    code !== 0xf7 &&
    !(code >= 0x2000 && code < 0x2c00) &&
    !(code >= 0x3000 && code < 0x3040) &&
    !(code >= 0xff00 && code < 0xff10) &&
    code !== 0xfeff);

/** The same by table: asked of every unit of every article. */
const WORD_UNITS = new Uint8Array(0x10000);
for (let code = 0; code < WORD_UNITS.length; code += 1) if (isWordUnitCode(code)) WORD_UNITS[code] = 1;
const isWordUnit = (code: number): boolean => WORD_UNITS[code] === 1;

const SHORT_FORMS = new Set([
  'st',
  'mt',
  'ft',
  'ste',
  'no',
  'mr',
  'mrs',
  'ms',
  'dr',
  'sen',
  'gov',
  'rep',
  'gen',
  'sgt',
  'lt',
  'capt',
  'prof',
  'jr',
  'sr',
  'vs',
  'co',
  'corp',
  'inc',
  'ltd',
  'jan',
  'feb',
  'mar',
  'apr',
  'aug',
  'sept',
  'oct',
  'nov',
  'dec',
]);

const unitsOf = (letters: string): Uint8Array =>
  Uint8Array.from({ length: 128 }, (_, code) => (letters.includes(String.fromCharCode(code)) ? 1 : 0));
const FIRST_LETTERS = unitsOf('zpadctbvhrmulZPADCTBVHRMUL');
const LAST_LETTERS = unitsOf('ekatynbhpslEKATYNBHPSL');

/** By first and last letter and length, before a word is cut out and looked up. */
const mayBeHead = (first: number, last: number, length: number): boolean =>
  length >= 3 && length <= 10 && FIRST_LETTERS[first] === 1 && LAST_LETTERS[last] === 1;

export function tokenize(text: string, start: number, end: number): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const capital: boolean[] = [];
  const tokensWithCapital: number[] = [];
  const heads: number[] = [];
  const opens: boolean[] = [];
  let capitals = 0;
  let long = 0;
  let lower = 0;
  let at = start;
  let fresh = true;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (!isWordUnit(code)) {
      if (code === 46 || code === 33 || code === 63 || code === 58 || code === 10 || code === 0x2022 || code === 124 || code === 0x3002) {
        const last = starts.length - 1;
        if (code !== 46 || last < 0 || ends[last] !== at || !isShortForm(text, starts[last] ?? 0, at)) fresh = true;
      }
      at += 1;
      continue;
    }
    const from = at;
    at += 1;
    while (at < end) {
      const unit = text.charCodeAt(at);
      if (isWordUnit(unit)) at += 1;
      else if (isApostrophe(unit) && at + 1 < end && isWordUnit(text.charCodeAt(at + 1))) at += 2;
      else if (unit === 46 && isInitials(text, from, at, end)) at += 1;
      else break;
    }
    let to = at;
    const last = text.charCodeAt(to - 1);
    if ((last === 115 || last === 83) && isApostrophe(text.charCodeAt(to - 2)) && to - 2 > from) to -= 2;
    const upper = isUpper(code);
    if (upper) tokensWithCapital.push(starts.length);
    if (mayBeHead(code, text.charCodeAt(to - 1), to - from)) heads.push(starts.length);
    starts.push(from);
    ends.push(to);
    capital.push(upper);
    opens.push(fresh);
    if (to - from > 3) {
      long += 1;
      if (upper) capitals += 1;
      if (text.charCodeAt(to - 1) >= 97) lower += 1;
    }
    fresh = false;
  }
  return {
    text,
    count: starts.length,
    starts,
    ends,
    capital,
    capitals: tokensWithCapital,
    heads,
    opens,
    lower: [],
    folded: [],
    titleCase: long >= 4 && capitals > long * 0.6 && !/[.!?]["”’)]?$/.test(text.slice(Math.max(start, end - 3), end)),
    allCapitals: long >= 2 && lower < long * 0.2,
  };
}

/** "U.S." and "D.C." are one word, with their last period: a capital, a period, and again. */
function isInitials(text: string, from: number, at: number, end: number): boolean {
  if ((at - from) % 2 !== 1) return false;
  for (let index = from; index < at; index += 1)
    if ((index - from) % 2 === 0 ? !isUpper(text.charCodeAt(index)) : text.charCodeAt(index) !== 46) return false;
  if (at - from >= 3) return true;
  // "W.Va."
  if (isUpper(text.charCodeAt(at + 1)) && text.charCodeAt(at + 2) >= 97 && text.charCodeAt(at + 3) === 46 && at + 3 < end) return true;
  return at + 2 < end && isUpper(text.charCodeAt(at + 1)) && text.charCodeAt(at + 2) === 46;
}

function isShortForm(text: string, from: number, to: number): boolean {
  return to - from <= 4 && (to - from === 1 || SHORT_FORMS.has(text.slice(from, to).toLowerCase()) || text.charCodeAt(to - 1) === 46);
}

/** Only a blank, a hyphen, or the period of "St. " stands between two words: they may be one name. */
export function joined(tokens: Tokens, left: number): boolean {
  const from = tokens.ends[left] ?? 0;
  const to = tokens.starts[left + 1];
  if (to === undefined) return false;
  const gap = to - from;
  if (gap === 1) {
    const code = tokens.text.charCodeAt(from);
    return code === 32 || code === 45 || code === 0xa0 || code === 0x2010 || code === 0x2011 || code === 10;
  }
  return (
    gap === 2 &&
    tokens.text.charCodeAt(from) === 46 &&
    tokens.text.charCodeAt(from + 1) === 32 &&
    /^(?:St|Mt|Ft|Ste)$/.test(wordAt(tokens, left))
  );
}

/** Only one blank stands between them. */
export function spaced(tokens: Tokens, left: number): boolean {
  const from = tokens.ends[left] ?? 0;
  const code = tokens.text.charCodeAt(from);
  return tokens.starts[left + 1] === from + 1 && (code === 32 || code === 0xa0);
}

export const wordAt = (tokens: Tokens, index: number): string => tokens.text.slice(tokens.starts[index], tokens.ends[index]);
export const lowerAt = (tokens: Tokens, index: number): string => (tokens.lower[index] ??= wordAt(tokens, index).toLowerCase());
export const foldedAt = (tokens: Tokens, index: number): string => (tokens.folded[index] ??= foldWord(wordAt(tokens, index)));

/** Written in capitals throughout, dots aside. */
export function isCapitals(tokens: Tokens, index: number): boolean {
  const word = wordAt(tokens, index);
  return word === word.toUpperCase() && word !== word.toLowerCase();
}
