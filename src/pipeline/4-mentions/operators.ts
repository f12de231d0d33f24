import type { Operator } from '../../types.ts';
import { isLetter, lowerAt, matchAt, previousWord, skipGapBack } from './tokens.ts';
import type { Word } from './tokens.ts';

/*
 * "more than", "nearly", "up to": how exact a number is meant to be.
 */

export interface OperatorWords {
  readonly op: Operator;
  /** Where the words begin, or the number itself where there are none. */
  readonly start: number;
}

const MORE = new Set(['more', 'greater', 'higher', 'larger', 'bigger', 'better', 'longer']);
const LESS = new Set(['less', 'fewer', 'lower', 'smaller', 'shorter']);
const SINGLE = new Map<string, Operator>([
  ['over', '>'],
  ['above', '>'],
  ['exceed', '>'],
  ['exceeds', '>'],
  ['exceeded', '>'],
  ['exceeding', '>'],
  ['beyond', '>'],
  ['surpass', '>'],
  ['surpasses', '>'],
  ['surpassed', '>'],
  ['surpassing', '>'],
  ['under', '<'],
  ['below', '<'],
  ['beneath', '<'],
  ['about', '~'],
  ['around', '~'],
  ['roughly', '~'],
  ['approximately', '~'],
  ['approx', '~'],
  ['nearly', '~'],
  ['almost', '~'],
  ['some', '~'],
  ['circa', '~'],
  ['ca', '~'],
  ['estimated', '~'],
  ['approaching', '~'],
  ['nearing', '~'],
  ['virtually', '~'],
  ['practically', '~'],
]);
/** Verbs that mean "more than" only in front of a large figure: "topped $1 billion", "crossed 34,50,61,140". */
const CROSSING = new Set(['topped', 'tops', 'topping', 'crossed', 'crosses', 'crossing', 'passed']);
/** Pairs whose second word stands directly in front of the number. */
const PAIRS = new Map<string, Operator>([
  ['at least', '>'],
  ['at most', '<'],
  ['up to', '<'],
  ['close to', '~'],
  ['near to', '~'],
  ['excess of', '>'],
  ['upwards of', '>'],
  ['upward of', '>'],
  ['north of', '>'],
  ['minimum of', '>'],
  ['maximum of', '<'],
  ['region of', '~'],
  ['order of', '~'],
  ['shy of', '~'],
  ['short of', '~'],
]);
/** The words that end an operator of two words. */
const PAIRED = new Set(['than', 'least', 'most', 'to', 'of']);
const SYMBOLS = new Map<string, Operator>([
  ['>', '>'],
  ['≥', '>'],
  ['<', '<'],
  ['≤', '<'],
  ['~', '~'],
  ['≈', '~'],
  ['∼', '~'],
]);
const SOFTENERS = new Set(['just', 'slightly', 'little', 'bit', 'well', 'far', 'way', 'much', 'only']);

/** The words in front of the number that begins at `at`; `large`: the number is scaled, money, or a thousand at least. */
export function operatorBefore(text: string, at: number, large: boolean, before = previousWord(text, at)): OperatorWords {
  const symbolEnd = skipGapBack(text, at);
  const code = text.charCodeAt(symbolEnd - 1);
  const symbol = isLetter(code) ? undefined : SYMBOLS.get(text[symbolEnd - 1] ?? '');
  if (symbol !== undefined) return { op: symbol, start: symbolEnd - 1 };
  const first = before ?? abbreviated(text, at);
  if (first === undefined || !(SINGLE.has(first.word) || PAIRED.has(first.word) || CROSSING.has(first.word))) return { op: '=', start: at };
  const second = previousWord(text, first.start);
  if (first.word === 'than' && second !== undefined) return than(text, second, at);
  const pair = second === undefined ? undefined : PAIRS.get(`${second.word} ${first.word}`);
  if (pair !== undefined && second !== undefined) return paired(text, second, pair, at);
  const single = SINGLE.get(first.word) ?? (large && CROSSING.has(first.word) ? '>' : undefined);
  if (single === undefined) return { op: '=', start: at };
  const softened = softener(text, first);
  const under = single === '<' && second?.word === 'just';
  return { op: under ? '~' : single, start: softened };
}

function than(text: string, comparative: Word, at: number): OperatorWords {
  const op = MORE.has(comparative.word) ? '>' : LESS.has(comparative.word) ? '<' : undefined;
  if (op === undefined) return { op: '=', start: at };
  const negation = previousWord(text, comparative.start);
  // "no less than 20.6 percent" stresses the figure and states it; "not less than" bounds it.
  if (negation?.word === 'no') return { op: op === '>' ? '<' : '=', start: negation.start };
  if (negation?.word === 'not') return { op: op === '>' ? '<' : '>', start: negation.start };
  return { op, start: softener(text, comparative) };
}

function paired(text: string, first: Word, op: Operator, at: number): OperatorWords {
  const before = previousWord(text, first.start);
  if (first.word === 'up' && before !== undefined && /^add/.test(before.word)) return { op: '=', start: at };
  const article = before !== undefined && ['in', 'the', 'a'].includes(before.word) ? before : undefined;
  return { op, start: (article ?? first).start };
}

/** "just over", "well above", "a little more than": the softener belongs to the words. */
function softener(text: string, first: Word): number {
  const before = previousWord(text, first.start);
  if (before === undefined) return first.start;
  if (before.word === 'an' && first.word === 'estimated') return before.start;
  if (!SOFTENERS.has(before.word)) return first.start;
  const article = before.word === 'little' || before.word === 'bit' ? previousWord(text, before.start) : undefined;
  return article?.word === 'a' ? article.start : before.start;
}

/** "approx. 200", "ca. 200", "c. 200" */
function abbreviated(text: string, at: number): Word | undefined {
  const dot = skipGapBack(text, at);
  if (text[dot - 1] !== '.') return undefined;
  for (const word of ['approx', 'ca', 'c', 'est']) {
    const start = dot - 1 - word.length;
    if (start >= 0 && text.slice(start, dot - 1).toLowerCase() === word && (start === 0 || /\s|\(/.test(text[start - 1] ?? ''))) {
      return { start, end: dot, word: 'approx' };
    }
  }
  return undefined;
}

const PLUS = /\+(?!\s?\d)|[ -]plus\b(?! \d)/iy;
const BEHIND =
  /[ \n](?:(?:or|and) (more|above|higher|over|greater|upwards?|better)|or (less|fewer|under|below|lower)|or (so))\b|-(odd)\b/iy;

export interface OperatorBehind {
  readonly op: Operator | undefined;
  readonly end: number;
}

/** "100+", "100-plus" directly behind the digits or scale. */
export function plusAt(text: string, at: number): OperatorBehind {
  const code = text.charCodeAt(at);
  const match = code === 43 || lowerAt(text, at + 1) === 112 ? matchAt(PLUS, text, at) : undefined;
  return match === undefined ? { op: undefined, end: at } : { op: '>', end: at + match[0].length };
}

/** "10 or more", "30-odd", "200 or so" */
export function operatorBehind(text: string, at: number): OperatorBehind {
  const letter = lowerAt(text, at + 1);
  const match = letter === 111 || letter === 97 ? matchAt(BEHIND, text, at) : undefined;
  if (match === undefined) return { op: undefined, end: at };
  const op = match[1] !== undefined ? '>' : match[2] !== undefined ? '<' : '~';
  return { op, end: at + match[0].length };
}
