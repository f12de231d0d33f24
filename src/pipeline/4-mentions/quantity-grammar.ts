import { codeOf } from '../9-normalize/currencies.ts';
import { add, compare, divide, multiply } from '../9-normalize/decimal.ts';
import type { Operator, QuantityMention } from '../../types.ts';
import { notQuantity, notQuantityByWords } from './not-quantities.ts';
import type { NotQuantity } from './not-quantities.ts';
import { numberAt, scaledAt } from './numbers.ts';
import type { Numeral } from './numbers.ts';
import { operatorBefore, operatorBehind, plusAt } from './operators.ts';
import { currencyAt, currencyBefore, isAdjectival, perAt, perBehindNouns, tailAt } from './tails.ts';
import type { Lead, Tail } from './tails.ts';
import { isDash, isDigit, isLetter, previousWord, skipGap, skipJoint, wordAt, wordSet } from './tokens.ts';
import type { Word } from './tokens.ts';

/*
 * A number with what it measures: sign, currency, scale, unit, range, operator, denominator.
 */

/** A number with its scale and unit, without the words around it. */
interface Amount {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly scaled: boolean;
  readonly plus: boolean;
  readonly currency: string;
  readonly tail: Tail | undefined;
  readonly numeral: Numeral;
}

function isLarge(numeral: Numeral, scaled: boolean): boolean {
  return scaled || numeral.value.length >= 4;
}

/** The amount whose number is `numeral`; `lead` begins its currency sign. */
function amountOf(text: string, numeral: Numeral, lead: number, currency: string): Amount {
  const scaled = scaledAt(text, numeral, currency !== '');
  const plus = plusAt(text, scaled.end);
  const tail = currency !== '' ? undefined : tailAt(text, plus.end, isLarge(numeral, scaled.scaled), wordBehind(text, numeral, plus.end));
  return {
    start: lead,
    end: tail?.end ?? plus.end,
    value: scaled.value,
    scaled: scaled.scaled,
    plus: plus.op !== undefined,
    currency: currency === '' ? '' : codeOf(currency),
    tail,
    numeral,
  };
}

function wordBehind(text: string, numeral: Numeral, at: number): Word | undefined {
  return at === numeral.end ? numeral.after : wordAt(text, skipJoint(text, at));
}

/** The amount that begins exactly at `at`, currency sign included: the second of a range. */
function amountAt(text: string, at: number): Amount | undefined {
  const lead = currencyAt(text, at, true);
  const numeral = numberAt(text, lead?.end ?? at);
  return numeral === undefined ? undefined : amountOf(text, numeral, at, lead?.currency ?? '');
}

interface Range {
  readonly low: Amount;
  readonly high: Amount;
}

/** Whether "and", "to" or a dash behind the first amount joins it to a second: "between 10 and 15 million", "10-15 %", "3 to 5". */
function rangeOf(text: string, first: Amount, frame: Frame): Range | undefined {
  const gap = skipGap(text, first.end);
  let next = -1;
  if (isDash(text.charCodeAt(gap))) next = skipGap(text, gap + 1);
  else {
    const word = wordAt(text, gap);
    const joins = frame === 'between' ? 'and' : frame === 'move' ? '' : 'to';
    if (word?.word === joins || (word?.word === 'to' && frame === 'between')) next = skipGap(text, word.end);
  }
  if (next < 0) return undefined;
  const second = amountAt(text, next);
  if (second === undefined) return undefined;
  const dash = isDash(text.charCodeAt(gap));
  const blanks = gap > first.end;
  if (dash && blanks !== next > gap + 1) return undefined; // "fell 5 -3.9%"
  if (dash && blanks && unitOf(second) === '' && !second.scaled) return undefined; // "8 - 49.46": a row with an empty cell
  if (first.numeral.words !== second.numeral.words) return undefined; // "7-Eleven"
  return comparable(text, first, second);
}

/** The two ends in one scale and one unit, the lower first; undefined where they do not belong together. */
function comparable(text: string, first: Amount, second: Amount): Range | undefined {
  const unit = unitOf(first);
  const other = unitOf(second);
  if (unit !== '' && other !== '' && unit !== other) return undefined;
  if (unit !== '' && other === '' && first.tail !== undefined) return undefined; // "5% to 10 cities"
  const scaled = scaledAt(text, second.numeral, second.currency !== '' || first.currency !== '');
  const high: Amount =
    second.currency === '' && first.currency !== '' ? { ...second, value: scaled.value, end: Math.max(scaled.end, second.end) } : second;
  const factor = high.scaled && !first.scaled ? scaleOf(high) : '1';
  const low: Amount = { ...first, value: multiply(first.value, factor) };
  return compare(low.value, high.value) < 0 ? { low, high } : undefined;
}

/** What scaling multiplied the number by. */
function scaleOf(amount: Amount): string {
  return amount.numeral.value === '0' ? '1' : divide(amount.value, amount.numeral.value, 0);
}

function unitOf(amount: Amount): string {
  return amount.currency === '' ? (amount.tail?.unit ?? '') : amount.currency;
}

type Frame = 'none' | 'between' | 'move';
const RANGING = wordSet(`
  ranging ranges range ranged varies vary varying varied anywhere costs cost
`);

/** "between" in front of the first amount makes "and" a range; "from" makes "to" a move, unless the words say "ranging from". */
function frameBefore(text: string, at: number, word: Word | undefined): { readonly frame: Frame; readonly start: number } {
  if (word?.word === 'between') return { frame: 'between', start: word.start };
  if (word?.word !== 'from') return { frame: 'none', start: at };
  const verb = previousWord(text, word.start);
  return verb !== undefined && RANGING.has(verb.word) ? { frame: 'none', start: word.start } : { frame: 'move', start: at };
}

/** A minus or plus sign directly in front, not a dash between words. */
function signBefore(text: string, at: number): { readonly start: number; readonly negative: boolean } {
  const code = text.charCodeAt(at - 1);
  const minus = code === 45 || code === 0x2212 || code === 0x2013;
  if (!minus && code !== 43) return { start: at, negative: false };
  const before = at - 2 < 0 ? 32 : text.charCodeAt(at - 2);
  const free = before === 32 || before === 10 || before === 40 || before === 0xa0 || before === 91 || before === 124;
  return free ? { start: at - 1, negative: minus } : { start: at, negative: false };
}

interface Measured {
  readonly mention: QuantityMention;
  readonly amount: Amount;
  readonly single: boolean;
}

/** What the number measures, whatever stands around it: readers of exact words take it as it is. */
export function measuredAt(text: string, numeral: Numeral): QuantityMention {
  return measured(text, numeral, currencyOfNumeral(text, numeral)).mention;
}

function currencyOfNumeral(text: string, numeral: Numeral): Lead {
  if (numeral.words) return { start: numeral.start, currency: '' };
  const before = text.charCodeAt(numeral.start - 1);
  if (before === 32 && numeral.start > 1 && !mayEndCurrency(text.charCodeAt(numeral.start - 2)))
    return { start: numeral.start, currency: '' };
  const large = isLarge(numeral, scaledAt(text, numeral, true).scaled) || !numeral.bare;
  return currencyBefore(text, numeral.start, large);
}

/** Capitals, signs, and the last letters of "Rs", "yuan", "Dh", "Tk", "kr", "Rp": no other letter ends a currency in front of a blank. */
function mayEndCurrency(code: number): boolean {
  return (
    code < 97 || code > 122 || code === 115 || code === 110 || code === 104 || code === 107 || code === 114 || code === 112 || code === 101
  );
}

function measured(text: string, numeral: Numeral, lead: Lead): Measured {
  const sign = signBefore(text, lead.start);
  const first = amountOf(text, numeral, sign.start, lead.currency);
  const amount = durationAt(text, first) ?? first;
  const before = amount.start === numeral.start ? numeral.before : previousWord(text, amount.start);
  const { frame, start } = frameBefore(text, amount.start, before);
  const range = amount === first ? rangeOf(text, amount, frame) : undefined;
  const from = range !== undefined && frame === 'between' ? start : amount.start;
  return {
    mention: mentionOf(text, range ?? { low: undefined, high: amount }, from, sign.negative, from === amount.start ? before : undefined),
    amount,
    single: range === undefined,
  };
}

/** A quantity, or the reason why the number is none. */
export function quantityAt(text: string, numeral: Numeral): QuantityMention | NotQuantity {
  const lead = currencyOfNumeral(text, numeral);
  const refused = lead.currency === '' && !numeral.words ? notQuantity(text, numeral) : undefined;
  if (refused !== undefined) return refused;
  const { mention, amount, single } = measured(text, numeral, lead);
  if (amount.tail === undefined && attachedLetters(text, amount)) return { end: codeTail(text, amount.end), reason: 'code' };
  const score = single && numeral.bare ? scoreAt(text, amount) : undefined;
  if (score !== undefined) return score;
  const byWords = notQuantityByWords(text, numeral, mention.start);
  if (byWords !== undefined) return byWords;
  const timed = amount.tail !== undefined && TIME_UNITS.has(amount.tail.unit) && isDash(text.charCodeAt(numeral.end));
  if (isThousandsOrDecimal(text, amount)) return { end: mention.numberEnd, reason: 'unreadable' };
  if (timed || (mention.unit === '' && mention.value.length < 4 && isAdjectival(text, mention.numberEnd)))
    return { end: mention.numberEnd, reason: 'adjective' };
  return isElliptic(text, mention) ? { end: mention.numberEnd, reason: 'elliptic' } : mention;
}

const PEOPLE = new Set([
  'people',
  'inhabitants',
  'residents',
  'visitors',
  'tourists',
  'students',
  'jobs',
  'workers',
  'employees',
  'companies',
  'cases',
  'deaths',
]);

/** "3.500 inhabitants": three and a half of them cannot be, and three thousand five hundred is not how English is written. */
function isThousandsOrDecimal(text: string, { numeral, scaled }: Amount): boolean {
  return !scaled && text[numeral.end - 4] === '.' && numeral.after !== undefined && PEOPLE.has(numeral.after.word);
}

/** "from 3 to 5 million": the first number leaves out its scale, and nobody can tell from "300 to 2 million" which. */
function isElliptic(text: string, mention: QuantityMention): boolean {
  if (mention.unit !== '' || mention.value.length > 3) return false;
  const to = wordAt(text, skipGap(text, mention.end));
  const second = to?.word === 'to' ? amountAt(text, skipGap(text, to.end)) : undefined;
  return second?.scaled === true;
}

/** "5G", "3D", "2FA": letters that are no scale and no unit make a name of the number. */
function attachedLetters(text: string, amount: Amount): boolean {
  return !amount.numeral.words && isLetter(text.charCodeAt(amount.end)) && amount.end === amount.numeral.end;
}

function codeTail(text: string, at: number): number {
  let end = at;
  while (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

/** "2-1", "3–3": a score of a match falls or stays; a range rises. */
function scoreAt(text: string, amount: Amount): NotQuantity | undefined {
  if (amount.tail !== undefined || !isDash(text.charCodeAt(amount.end)) || !isDigit(text.charCodeAt(amount.end + 1))) return undefined;
  return { end: codeTail(text, amount.end + 1), reason: 'score' };
}

/** "2 hours 30 minutes", "1 hour and 15 minutes", "2h 30m" as decimal minutes. */
function durationAt(text: string, hours: Amount): Amount | undefined {
  const unit = hours.tail?.unit;
  if (unit !== 'hours' && unit !== 'minutes') return undefined;
  let next = skipGap(text, hours.end);
  const and = wordAt(text, next);
  if (and?.word === 'and') next = skipGap(text, and.end);
  const rest = numberAt(text, next);
  const part = rest === undefined ? undefined : amountOf(text, rest, next, '');
  if (part?.tail?.unit !== (unit === 'hours' ? 'minutes' : 'seconds') || part.scaled) return undefined;
  const value = unit === 'hours' ? add(multiply(hours.value, '60'), part.value) : add(hours.value, divide(part.value, '60', 2));
  return { ...part, start: hours.start, value, tail: { ...part.tail, unit: 'minutes' } };
}

const TIME_UNITS = new Set(['hours', 'seconds', 'days', 'weeks', 'months', 'years', 'decades', 'nights']);

function mentionOf(
  text: string,
  { low, high }: { readonly low: Amount | undefined; readonly high: Amount },
  from: number,
  negative: boolean,
  word: Word | undefined,
): QuantityMention {
  const numberEnd = high.end;
  const large = high.scaled || unitOf(high) !== '' || high.value.length >= 4;
  const before = operatorBefore(text, from, large, word);
  const per = perAt(text, numberEnd, wordBehind(text, high.numeral, numberEnd));
  const behind = operatorBehind(text, per.end);
  const money = low === undefined || low.currency === '' ? high.currency : low.currency;
  const measure: QuantityMention['measure'] = money === '' ? (high.tail?.measure ?? 'count') : 'money';
  const plainUnit = money === '' ? (high.tail?.unit ?? '') : money;
  const isRate = per.per !== '' && (measure === 'money' || measure === 'dimension');
  return {
    kind: 'quantity',
    start: before.start,
    end: behind.end,
    numberStart: from,
    numberEnd,
    op: operatorOf(before.op, behind.op, high.plus),
    value: low?.value ?? high.value,
    valueMax: low === undefined ? '' : high.value,
    unit: isRate ? `${plainUnit} per ${per.per}` : plainUnit,
    measure,
    per: per.per === '' && plainUnit === '' && high.numeral.after !== undefined ? perBehindNouns(text, numberEnd) : per.per,
    negative,
  };
}

function operatorOf(before: Operator, behind: Operator | undefined, plus: boolean): Operator {
  if (before !== '=' && before !== '~') return before;
  return behind ?? (plus ? '>' : before);
}
