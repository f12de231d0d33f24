import type { OrdinalMention, TopMention } from '../../types.ts';
import type { NotQuantity } from './not-quantities.ts';
import { ordinalWordsAt } from './number-words.ts';
import { numberAt } from './numbers.ts';
import type { Numeral } from './numbers.ts';
import {
  isDash,
  isLetter,
  isUpper,
  matchAt,
  previousWord,
  skipGap,
  skipGapBack,
  skipJoint,
  wordAt,
  wordEndingAt,
  wordSet,
} from './tokens.ts';
import type { Word } from './tokens.ts';

/*
 * Positions ("34th", "No. 2", "third") and lengths of lists ("top 10", "ten best").
 */

type Position = OrdinalMention | TopMention;

const SUFFIX = /(?:st|nd|rd|th)(?![A-Z])/iy;
const NUMBER_PREFIX = /(?:^|[^A-Za-z])(?:No\.|Nos\.|no\.|NO\.|No|№|N[º°]|n[º°])[ \u00a0\u202f]?$/;
const TOP_LENGTHS = 1000;
const TOP_WORDS = new Set(['top', 'first', 'leading', 'best']);
const NO_SUPERLATIVES = wordSet(`
  west midwest northwest southwest interest forest rainforest guest request harvest protest contest invest arrest
  honest modest conquest tempest budapest bucharest everest quest chest digest suggest earnest latest manifest
  test rest nest
`);

/** "most", "largest", "best": what makes "ten …" the length of a list. */
function isSuperlative(word: string): boolean {
  if (word === 'best' || word === 'most' || word === 'worst' || word === 'least' || word === 'top' || word === 'leading') return true;
  return word.length >= 5 && word.endsWith('est') && !NO_SUPERLATIVES.has(word);
}

/** "top 10", "top-10", "Top100", "first ten", "ten best", "10 most" around a whole number. */
export function topAround(text: string, numeral: Numeral): TopMention | NotQuantity | undefined {
  const value = Number(numeral.value);
  if (!(numeral.bare || numeral.words) || !Number.isInteger(value) || value < 1 || value > TOP_LENGTHS) return undefined;
  const before = wordBeforeNumber(text, numeral);
  if (before !== undefined && TOP_WORDS.has(before.word)) {
    if (/^[ -]?(?:%|per ?cent|pct|million|billion)/i.test(text.slice(numeral.end, numeral.end + 9))) return undefined;
    if (
      before.word === 'first' &&
      /^[ -](?:time|few|years?|months?|days?|weeks?|hours?|minutes?|quarters?)/.test(text.slice(numeral.end, numeral.end + 9))
    ) {
      return { end: numeral.end, reason: 'duration' };
    }
    return { kind: 'top', start: before.start, end: numeral.end, value };
  }
  if (value < 2) return undefined;
  const next = numeral.after;
  if (next === undefined || next.start === numeral.end || !isSuperlative(next.word)) return undefined;
  return { kind: 'top', start: numeral.start, end: next.end, value };
}

function wordBeforeNumber(text: string, { start, before }: Numeral): Word | undefined {
  const code = text.charCodeAt(start - 1);
  return isDash(code) ? wordEndingAt(text, start - 1) : isLetter(code) ? wordEndingAt(text, start) : before;
}

/** "34th", "No. 2", "#7", "number 3" around digits; "number one" around words. */
export function ordinalAround(text: string, numeral: Numeral): Position | NotQuantity | undefined {
  const value = Number(numeral.value);
  if (numeral.words) return value > 0 && value <= 100 ? named(text, numeral, value) : undefined;
  if (!numeral.bare || numeral.end - numeral.start > 5) return undefined;
  const suffix = isLetter(text.charCodeAt(numeral.end)) ? matchAt(SUFFIX, text, numeral.end) : undefined;
  if (suffix !== undefined) return judged(text, numeral.start, numeral.end + suffix[0].length, value);
  if (text[numeral.start - 1] === '#') return { kind: 'ordinal', start: numeral.start - 1, end: numeral.end, value };
  return named(text, numeral, value);
}

/** "No. 2", "Nº 3", "number one" */
function named(text: string, numeral: Numeral, value: number): OrdinalMention | undefined {
  const last = text.charCodeAt(skipGapBack(text, numeral.start) - 1);
  // the last characters of "No." "No" "NO" "№" "Nº" "N°" and "number"
  if (last !== 46 && last !== 111 && last !== 79 && last !== 0x2116 && last !== 0xba && last !== 0xb0 && last !== 114) return undefined;
  const window = text.slice(Math.max(0, numeral.start - 7), numeral.start);
  const prefix = NUMBER_PREFIX.exec(window);
  if (prefix !== null) {
    const sign = prefix[0].search(/[N№]/i);
    return { kind: 'ordinal', start: numeral.start - prefix[0].length + sign, end: numeral.end, value };
  }
  const word = numeral.before;
  return word?.word === 'number' ? { kind: 'ordinal', start: word.start, end: numeral.end, value } : undefined;
}

/** An ordinal in words that begins at `at`. */
export function ordinalWords(text: string, at: number): Position | NotQuantity | undefined {
  const words = ordinalWordsAt(text, at);
  return words === undefined ? undefined : judged(text, at, words.end, words.value);
}

/** Words behind an ordinal that make it no position. */
const NOT_POSITIONS = wordSet(`
  century centuries time times anniversary edition floor storey story birthday day week month year night minute
  hour decade semester term session plenum plenary congress five amendment street avenue minister lady secretary
  generation person party parties tier class hand ever phase stage round season lockdown wave dose chapter article
  aid name nations language degree look step thing thought thoughts meeting summit half halves quarter quarters
  few couple several consecutive straight successive running world parallel instance glance sight impression
  foremost hundred issue episode period wife husband child son daughter grade
`);
const FIRST_VERBS = wordSet(`
  launched published announced introduced opened established held started began appeared reported built joined
  entered released created founded discovered recorded used identified detected became made met visited saw heard
  learned proposed developed set settled
`);
const EVENTS = wordSet(`
  games forum summit congress conference festival expo olympics assembly session plenum exhibition fair cup
  championship championships anniversary edition symposium meeting olympiad plan regiment infantry amendment
  street avenue century convention biennale award awards war
`);
const PLACES = new Set(['place', 'position', 'rank', 'spot', 'slot', 'rung', 'most']);
const CAPITALS = /(?:[ -][A-Z][A-Za-z&'’]{0,19}){1,6}/y;
const DATE_BEHIND = /(?: of)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b/y;
const NO_RANK_BEHIND = /(?: of (?:all|its kind|their kind|a kind|a series|several|many)\b|,? to none\b| and foremost\b|ly\b)/iy;

/** A position, the length of a list ("first ten"), or the reason why an ordinal is neither. */
function judged(text: string, start: number, end: number, value: number): Position | NotQuantity {
  const drop: NotQuantity = { end, reason: 'order' };
  const next = wordAt(text, skipJoint(text, end));
  const before = previousWord(text, start);
  const length = value === 1 ? numberAt(text, skipJoint(text, end)) : undefined;
  if (length !== undefined && length.start > end) return topAround(text, length) ?? drop;
  if (next !== undefined && next.start > end) {
    if (NOT_POSITIONS.has(next.word)) return drop;
    if (value === 1 && FIRST_VERBS.has(next.word)) return drop;
  }
  const letter = text.charCodeAt(end + 1);
  const near = isUpper(letter) || next?.word === 'of' || next?.word === 'to' || next?.word === 'and' || next?.start === end;
  if (near && (matchAt(NO_RANK_BEHIND, text, end) !== undefined || matchAt(DATE_BEHIND, text, end) !== undefined)) return drop;
  const capitals = isUpper(letter) ? matchAt(CAPITALS, text, end)?.[0] : undefined;
  if (
    capitals !== undefined &&
    capitals
      .toLowerCase()
      .split(/[ -]/)
      .some((word) => EVENTS.has(word))
  )
    return drop;
  const glance = value === 1 && isLetter(text.charCodeAt(start)) && !PLACES.has(next?.word ?? '');
  if (before !== undefined && (before.word === 'at' ? glance : isIndefinite(before.word, next?.word ?? '', text, end))) return drop;
  if (value <= 10 && isAdverb(text, start, end, before)) return drop;
  return { kind: 'ordinal', start, end, value };
}

/** "a third of", "every second", "per second" */
function isIndefinite(before: string, next: string, text: string, end: number): boolean {
  if (before === 'a' || before === 'an') return !PLACES.has(next) && text[end] !== '-';
  return before === 'every' || before === 'per' || before === 'one' || before === 'split';
}

/** "First, …", "Second: …" at the head of a sentence. */
function isAdverb(text: string, start: number, end: number, before: Word | undefined): boolean {
  const comma = text[end] === ',' || text[end] === ':';
  const head =
    start === 0 || (before === undefined && isUpper(text.charCodeAt(start)) && /[.!?\n]/.test(text.slice(Math.max(0, start - 2), start)));
  return comma && head && text[skipGap(text, end)] === text[end] && !/\d/.test(text.slice(start, end));
}
