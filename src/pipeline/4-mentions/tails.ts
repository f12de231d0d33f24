import { codeOf, currencyNames, currencyPrefix, LONGEST_PREFIX } from '../9-normalize/currencies.ts';
import { unitSpellings } from '../9-normalize/units.ts';
import type { QuantityMention } from '../../types.ts';
import { LENGTH_WORDS } from './numbers.ts';
import { isDash, isDigit, isLetter, matchAt, skipGap, skipJoint, wordAt, wordSet } from './tokens.ts';
import type { Word } from './tokens.ts';

/*
 * What stands around a number and says what it measures: the currency sign in front, the unit behind, the "per" behind that.
 */

export interface Tail {
  readonly end: number;
  readonly unit: string;
  readonly measure: QuantityMention['measure'];
}

const TOKEN =
  /[%％°℃℉€£¥￥₹₽₩₫$元円]|人民币|(?:[A-Za-z]\.){2,3}|[A-Za-z\u00c0-\u024fµμ]{1,16}(?![A-Za-z\u00c0-\u024f])(?:\/[A-Za-zµ]{1,2}(?![A-Za-z]))?(?:[²³]|[23](?!\d))?\.?/y;
const LONGEST_TAIL = 4;

/** Words that are units only in certain company; the rest of the tables is safe behind any number. */
const GUARDED = new Map<string, (given: Guarded) => boolean>([
  ['won', ({ large }) => large], // "of the ten, 5 won medals"
  ['m', ({ written }) => written === 'm'],
  ['x', ({ attached }) => attached],
  ['fold', ({ attached, hyphen }) => attached || hyphen],
  ['second', ({ hyphen }) => hyphen],
  ['rand', ({ written }) => written === 'rand'],
  ['all', () => false],
]);

interface Guarded {
  readonly written: string;
  readonly large: boolean;
  readonly attached: boolean;
  readonly hyphen: boolean;
}

/** % ° and money signs, or another character that no word begins with. */
function isSign(code: number): boolean {
  return code === 37 || code === 36 || code >= 0xa0;
}

interface Tables {
  readonly tails: ReadonlyMap<string, Omit<Tail, 'end'>>;
  /** The letters with which the tables' phrases begin; all other words cost one look-up. */
  readonly firstWords: ReadonlySet<string>;
  /** What longer phrases begin with: "us ", "square ", "hong kong ". */
  readonly prefixes: ReadonlySet<string>;
}

let built: Tables | undefined;

function tables(): Tables {
  if (built !== undefined) return built;
  const tails = new Map<string, Omit<Tail, 'end'>>();
  for (const [name, currency] of currencyNames()) tails.set(name, { unit: codeOf(currency), measure: 'money' });
  for (const [spelling, unit] of unitSpellings()) tails.set(spelling, unit);
  built = {
    tails,
    firstWords: new Set([...tails.keys()].map((key) => wordAt(key, 0)?.word ?? '')),
    prefixes: new Set([...tails.keys()].flatMap(prefixesOf)),
  };
  return built;
}

function prefixesOf(phrase: string): string[] {
  const words = phrase.split(' ');
  return words.slice(1).map((_, index) => `${words.slice(0, index + 1).join(' ')} `);
}

/** The unit or currency behind a number that ends at `at`, `letters` the word there; `large`: the number is scaled or a thousand at least. */
export function tailAt(text: string, at: number, large: boolean, letters: Word | undefined): Tail | undefined {
  const { tails, firstWords, prefixes } = tables();
  let start = letters?.start ?? skipJoint(text, at);
  if (letters === undefined ? !isSign(text.charCodeAt(start)) : !firstWords.has(letters.word)) return undefined;
  let phrase = '';
  let found: Tail | undefined;
  for (let count = 0; count < LONGEST_TAIL; count += 1) {
    const token = matchAt(TOKEN, text, start)?.[0];
    if (token === undefined) break;
    const word = token.toLowerCase();
    const dotted = word.endsWith('.');
    const bare = dotted ? word.slice(0, -1) : word;
    const withDot = dotted ? tails.get(phrase + word) : undefined;
    const tail = withDot ?? tails.get(phrase + bare);
    const end = start + (withDot === undefined ? bare.length : word.length);
    const guard = count === 0 ? GUARDED.get(bare) : undefined;
    const hyphen = start > at && isDash(text.charCodeAt(start - 1));
    const whole = !isDigit(text.charCodeAt(end)); // "1024x768", "€5 €50"
    if (tail !== undefined && whole && (guard?.({ written: token, large, attached: start === at, hyphen }) ?? true))
      found = { ...tail, end };
    if (token === 'm' && start === at) return found === undefined ? undefined : { ...found, end: lengthEnd(text, end) };
    phrase += `${word} `;
    if (!prefixes.has(phrase)) break;
    start = skipJoint(text, start + word.length);
  }
  return found;
}

/** "828m tall": the word that makes "m" metres belongs to the figure, which could be read as million without it. */
function lengthEnd(text: string, at: number): number {
  const next = wordAt(text, skipGap(text, at));
  return next !== undefined && LENGTH_WORDS.has(next.word) ? next.end : at;
}

export interface Lead {
  readonly start: number;
  /** Code or name of the currency tables, empty without currency. */
  readonly currency: string;
}

/** Letters that are a currency only directly in front of a figure too long for a route or a code: "N123.3", "R500 million". */
const SINGLE_LETTERS = new Set(['N', 'R', 'P']);
/** Abbreviations that also name roads and papers: "SR 20", "BD 5". */
const SHORT = new Set(['SR', 'QR', 'KD', 'BD', 'RO', 'LE', 'JD', 'DH', 'Sh', 'Fr', 'kr', 'Kr', 'Re']);

/** The currency sign that ends in front of `at` (one blank between them at most); `large` as for `tailAt`. */
export function currencyBefore(text: string, at: number, large: boolean): Lead {
  const nothing: Lead = { start: at, currency: '' };
  if (at === 0) return nothing;
  const end = at > 0 && skipGap(text, at - 1) === at ? at - 1 : at;
  const last = text.charCodeAt(end - 1);
  if (!isLetter(last) && last !== 46 && last !== 47 && !isCurrencySign(last)) return nothing;
  const longest = isLetter(last) || last === 46 ? lettersLength(text, end) : Math.min(LONGEST_PREFIX, end);
  for (let length = longest; length > 0; length -= 1) {
    const start = end - length;
    const written = text.slice(start, end);
    const currency = currencyPrefix(written);
    if (currency === undefined) continue;
    if (length < longest && isLetter(last)) break;
    if (isLetter(text.charCodeAt(start)) && (isLetter(text.charCodeAt(start - 1)) || isDigit(text.charCodeAt(start - 1)))) continue;
    if (SINGLE_LETTERS.has(written) ? end !== at || !large : SHORT.has(written) && !large) continue;
    return { start, currency };
  }
  return nothing;
}

/** Letters and points in front of `end`, 0 where they are too many for an abbreviation. */
function lettersLength(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start <= LONGEST_PREFIX && (isLetter(text.charCodeAt(start - 1)) || text.charCodeAt(start - 1) === 46))
    start -= 1;
  return end - start > LONGEST_PREFIX ? 0 : end - start;
}

function isCurrencySign(code: number): boolean {
  return (
    code === 36 ||
    code === 0xa3 ||
    code === 0xa5 ||
    code === 0xffe5 ||
    (code >= 0x20a0 && code <= 0x20bf) ||
    code === 0xe3f ||
    code === 0x9f3 ||
    code === 0xa2
  );
}

/** The currency sign that begins at `at`, in front of the second number of a range: "$10m-$15m". */
export function currencyAt(text: string, at: number, large: boolean): { readonly end: number; readonly currency: string } | undefined {
  for (let end = at + 1; end <= at + LONGEST_PREFIX + 1; end += 1) {
    if (isDigit(text.charCodeAt(end))) {
      const lead = currencyBefore(text, end, large);
      return lead.start === at && lead.currency !== '' ? { end, currency: lead.currency } : undefined;
    }
  }
  return undefined;
}

const PER =
  /(?:[ \n-]|(?=\/))(?:per[ \n-]|\/ ?|for every |out of every |in every )((?:\d(?:[\d,]{0,9}\d)? (?:million )?)?(?:square |cubic |live |registered |working |additional )?[A-Z][A-Z²]{0,19}[23]?|\d{1,3}(?:,\d{3}){1,2}(?=[,.;:)\n]|$))/iy;
const PER_YEAR =
  /[ \n](?:an? (year|month|week|day|night|head|person|hour|minute|piece|share|barrel|tonne|ton|kilo|gallon|litre|visit|trip)|(annually|yearly|monthly|weekly|daily|hourly))(?![A-Z'’])(?! (?:earlier|ago|before)\b)/iy;
const PER_WORDS = wordSet(`
  per for out in a an annually yearly monthly weekly daily hourly
`);
const ADVERBS = new Map([
  ['annually', 'year'],
  ['yearly', 'year'],
  ['monthly', 'month'],
  ['weekly', 'week'],
  ['daily', 'day'],
  ['hourly', 'hour'],
]);

/** "per person", "/night", "a year", "per 100,000 people per year" behind a unit. `per` is empty where there is none. */
export function perAt(text: string, at: number, next: Word | undefined): { readonly end: number; readonly per: string } {
  const slash = text.charCodeAt(at) === 47 || text.charCodeAt(at + 1) === 47;
  const first = slash ? undefined : next;
  if (!slash && (first === undefined || !PER_WORDS.has(first.word))) return { end: at, per: '' };
  let end = at;
  const parts: string[] = [];
  for (let count = 0; count < 2; count += 1) {
    const match = matchAt(PER, text, end) ?? matchAt(PER_YEAR, text, end);
    if (match === undefined) break;
    const words = (match[1] ?? ADVERBS.get((match[2] ?? '').toLowerCase()) ?? '').toLowerCase();
    if (words === 'cent' || words === 'se' || isLetter(text.charCodeAt(end + match[0].length))) break;
    parts.push(words);
    end += match[0].length;
  }
  return { end, per: parts.join(' per ') };
}

const LONGEST_COUNTED = 140;
const COUNTED_PER = /(?:[ \n][A-Za-z][A-Za-z'’-]{0,19}){1,6}?(?=[ \n]per[ \n](?!cent\b)|[ \n]for every \d)/y;

/** "40 bars and nightclubs per 100,000 people": the denominator behind the counted nouns. */
export function perBehindNouns(text: string, at: number): string {
  const ahead = text.slice(at, at + LONGEST_COUNTED);
  if (!ahead.includes('per ') && !ahead.includes('every ')) return '';
  const nouns = matchAt(COUNTED_PER, text, at);
  if (nouns === undefined) return '';
  const per = at + nouns[0].length;
  return perAt(text, per, wordAt(text, skipGap(text, per))).per;
}

const ADJECTIVAL = /[-‐‑](?!(?:to|and|or|plus|odd)\b)[A-Za-z]/y;

/** "five-star", "34-year-old", "two-bedroom", "10-year plan": a number that is part of an adjective. */
export function isAdjectival(text: string, at: number): boolean {
  return isDash(text.charCodeAt(at)) && matchAt(ADJECTIVAL, text, at) !== undefined;
}
