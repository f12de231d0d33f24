import type { Numeral } from './numbers.ts';
import { isDigit, isLetter, isUpper, lowerAt, matchAt, previousWord, skipGapBack, wordEndingAt, wordSet } from './tokens.ts';

/*
 * Numbers that count nothing: times, telephone numbers, room and route numbers, ages, list markers, parts of names.
 * Each is consumed with a reason, so that `explain` can say why a number was left alone.
 */

export type OtherReason =
  | 'time'
  | 'phone'
  | 'code'
  | 'label'
  | 'address'
  | 'age'
  | 'score'
  | 'marker'
  | 'denominator'
  | 'fraction'
  | 'adjective'
  | 'duration'
  | 'pronoun'
  | 'period'
  | 'order'
  | 'elliptic'
  | 'unreadable';

export interface NotQuantity {
  readonly end: number;
  readonly reason: OtherReason;
}

const TIME = /\d{1,2}(?::\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?|(?:\.\d{2})? ?[ap]\.?m\b\.?| o['’]clock\b|h\d{2}\b)/iy;
const RATIO = /\d+(?:\/\d+)+(?!\d)/y;
const CHAIN = /\d+(?:-\d+){2,}/y;
const SPREAD = /\d+(?:[ -]\(?\d+\)?)*/y;
const ADDRESS =
  /\d{1,5}[A-Za-z]?(?: [A-Z][A-Za-z'’.]{0,19}){1,3} (?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Drive|Crescent|Terrace|Parkway|Court|Highway)\b/y;
const MARKER = /\d{1,3}(?:[.)](?=\s)|(?:=|:)(?= )| ?[-–—](?= ?[A-Z]))/y;
const AGE_BEHIND = /[ -]years?[ -](?:old|of age)\b/iy;
const TIME_AWAY =
  /[ \n-](?:decade|year|month|week|day|hour|minute)s?[ \n](?:ago|earlier|before|later|running|straight|old|in a row|on)\b/iy;
const PARTS = /[ -](?:hal(?:f|ves)|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?)\b/iy;
const ONE_IN =
  /[ \n](?:in|out of)(?: every)?[ \n](?:\d{1,3}(?![\d%]|[.,]\d)|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)\b/iy;

/** The word behind a number that asks for a closer look. */
const TELLING: ReadonlyMap<string, 'time' | 'streak' | 'part'> = new Map([
  ...['decade', 'year', 'month', 'week', 'day', 'hour', 'minute'].flatMap(
    (unit) =>
      [
        [unit, 'time'],
        [`${unit}s`, 'time'],
      ] as const,
  ),
  ...['consecutive', 'straight', 'successive', 'running'].map((word) => [word, 'streak'] as const),
  ...[
    'half',
    'halves',
    ...['third', 'quarter', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'hundredth'].flatMap((part) => [
      part,
      `${part}s`,
    ]),
  ].map((word) => [word, 'part'] as const),
]);

const LABELS = wordSet(`
  room suite route highway interstate flight chapter page figure fig section article version volume vol issue
  episode gate platform terminal phase tier ward sector block channel apollo boeing airbus windows iphone type
  category class grade step box floor bus lane exit runway appendix plot apartment apt line level unit part
  formula web industry resolution iso covid photo slide group
`);
const CAPITAL_LABELS = wordSet(`
  district area zone building house table act law note item question season model mission day week stage session
  division pier studio hub park
`);
/** Labels that go in front of a year-like number. */
const YEARLIKE_LABELS = wordSet(`
  room suite route flight highway box page boeing airbus windows unit resolution
`);
const RECORD_LABELS = wordSet(`
  icp isbn issn abn licence license registration permit zip postcode pin postal code reg id
`);
const PHONE_LABELS = new Set(['tel', 'phone', 'telephone', 'fax', 'mobile', 'hotline', 'whatsapp', 'call', 'desk']);
type LabelKind = 'any' | 'capital' | 'record' | 'phone';
const KINDS: ReadonlyMap<string, LabelKind> = new Map([
  ...[...LABELS].map((label) => [label, 'any'] as const),
  ...[...CAPITAL_LABELS].map((label) => [label, 'capital'] as const),
  ...[...RECORD_LABELS].map((label) => [label, 'record'] as const),
  ...[...PHONE_LABELS].map((label) => [label, 'phone'] as const),
]);
const AGE_LABELS = new Set(['aged', 'age', 'ages']);
const SPANNING = wordSet(`
  last past next previous coming preceding following recent every another final
`);
const PRONOUN_BEFORE = wordSet(`
  this that the which no any every another each some only good whole everyone latter former as
`);
const PRONOUN_BEHIND =
  /[ \n](?:of|another|can|must|is|was|has|should|who|that|which|would|may|might|thing|day|or|by|could|does|at|and|to|as|the)\b|['’]s\b|[,;.!?)]/y;

/** What a figure in digits is before its unit is read, if no quantity: codes, times, telephone numbers, addresses, markers. */
export function notQuantity(text: string, numeral: Numeral): NotQuantity | undefined {
  const { start, end } = numeral;
  const before = text.charCodeAt(start - 1);
  if (isLetter(before) || before === 95 || before === 64) return { end: codeEnd(text, end), reason: 'code' };
  const hyphenated = before === 45 && isLetter(text.charCodeAt(start - 2)) && numeral.bare; // "COVID-19"
  if (hyphenated || (before === 47 && !/\s/.test(text[start - 2] ?? ' '))) return { end: codeEnd(text, end), reason: 'code' };
  const marker = markerAt(text, start);
  if (marker !== undefined) return marker;
  const time =
    mayBeTime(text, end) || text.charCodeAt(start + 1) === 46 || text.charCodeAt(start + 2) === 46 ? matchAt(TIME, text, start) : undefined;
  if (time !== undefined) return { end: start + time[0].length, reason: 'time' };
  const next = text.charCodeAt(end);
  const ratio =
    numeral.bare && next === 47 ? matchAt(RATIO, text, start) : numeral.bare && next === 45 ? matchAt(CHAIN, text, start) : undefined;
  if (ratio !== undefined) return { end: start + ratio[0].length, reason: 'code' };
  const label = labelBefore(text, numeral);
  if (before === 43 && end - start >= 2 && spreadDigits(text, start) >= 8) return { end: spreadEnd(text, start), reason: 'phone' };
  const kind = label === undefined ? undefined : KINDS.get(label);
  if (kind === 'phone' && spreadDigits(text, start) >= 6) return { end: spreadEnd(text, start), reason: 'phone' };
  if (text[start] === '0' && isDigit(text.charCodeAt(start + 1)) && numeral.bare) return { end: spreadEnd(text, start), reason: 'code' };
  if (numeral.bare && end - start >= 10) return { end, reason: 'code' };
  if (label !== undefined && isLabel(text, start, kind, label, numeral)) return { end, reason: 'label' };
  if (!numeral.bare || !isUpper(text.charCodeAt(end + 1))) return undefined;
  const address = matchAt(ADDRESS, text, start);
  return address === undefined ? undefined : { end: start + address[0].length, reason: 'address' };
}

/** Whether ":", "am", "pm", "o'clock" or "h" may follow. */
function mayBeTime(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  const letter = code === 32 ? lowerAt(text, end + 1) : code | 32;
  return code === 58 || letter === 97 || letter === 112 || letter === 111 || letter === 104;
}

function codeEnd(text: string, at: number): number {
  let end = at;
  while (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

function spreadEnd(text: string, at: number): number {
  return at + Math.min(matchAt(SPREAD, text, at)?.[0].length ?? 0, 200);
}

function spreadDigits(text: string, at: number): number {
  return text.slice(at, spreadEnd(text, at)).replaceAll(/\D/g, '').length;
}

/** "10. Hefei", "7= Turin", "3) Rivers", "(3) Rivers", "4: Oslo" at the beginning of a line. */
function markerAt(text: string, start: number): NotQuantity | undefined {
  const from = text[start - 1] === '(' ? start - 1 : start;
  if (from > 0 && text[from - 1] !== '\n') return undefined;
  const match = matchAt(MARKER, text, start);
  return match === undefined ? undefined : { end: start + match[0].length, reason: 'marker' };
}

function labelBefore(text: string, { start, before }: Numeral): string | undefined {
  if (before !== undefined) return before.word;
  const gap = skipGapBack(text, start);
  const punctuated = text[gap - 1] === '.' || text[gap - 1] === ':' ? gap - 1 : gap;
  if (punctuated === start) return undefined;
  return wordEndingAt(text, punctuated)?.word;
}

function isLabel(text: string, start: number, kind: LabelKind | undefined, label: string, numeral: Numeral): boolean {
  if (kind === 'record') return numeral.bare && numeral.end - start >= 4;
  const word = numeral.before;
  if (word === undefined || (kind !== 'any' && !(kind === 'capital' && isUpper(text.charCodeAt(word.start))))) {
    // "TX 75070"
    return (
      numeral.bare && numeral.end - start === 5 && label.length === 2 && /\b[A-Z]{2} $/.test(text.slice(Math.max(0, start - 4), start))
    );
  }
  return numeral.value.length <= 5;
}

export function isYearLabel(word: string): boolean {
  return YEARLIKE_LABELS.has(word);
}

/** What a number, in digits or words, is by the words around it, if no quantity. `start` is where its operator or currency begins. */
export function notQuantityByWords(text: string, numeral: Numeral, start: number): NotQuantity | undefined {
  const { end } = numeral;
  const word = start === numeral.start ? numeral.before : previousWord(text, start);
  if (word !== undefined && AGE_LABELS.has(word.word)) return { end, reason: 'age' };
  if (word !== undefined && (word.word === 'per' || word.word === 'every')) return { end, reason: 'denominator' };
  const telling = TELLING.get(numeral.after?.word ?? '');
  if (telling === 'part') {
    const parts = matchAt(PARTS, text, end);
    if (parts !== undefined) return { end: end + parts[0].length, reason: 'fraction' };
  }
  if (telling === 'streak') return { end, reason: 'duration' };
  if (telling === 'time') {
    if (matchAt(AGE_BEHIND, text, end) !== undefined) return { end, reason: 'age' };
    if (matchAt(TIME_AWAY, text, end) !== undefined) return { end, reason: 'duration' };
    if (word !== undefined && SPANNING.has(word.word)) return { end, reason: 'duration' };
  }
  if (!numeral.words || numeral.value !== '1') return undefined;
  const share = matchAt(ONE_IN, text, end);
  if (share !== undefined) return { end: end + share[0].length, reason: 'fraction' };
  const pronoun =
    (word !== undefined && PRONOUN_BEFORE.has(word.word)) || matchAt(PRONOUN_BEHIND, text, end) !== undefined || end === text.length;
  return pronoun ? { end, reason: 'pronoun' } : undefined;
}
