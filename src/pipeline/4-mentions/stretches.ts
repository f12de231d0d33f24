import { numberAt } from './numbers.ts';
import { isDigit, lowerAt, matchAt, skipJoint, wordAt } from './tokens.ts';

/*
 * Parts of a year: halves, quarters, numbers of months from its beginning or to its end.
 */

/** Months 1 to 12, both included. */
export interface Stretch {
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

const CODE = /([QH])([1-4])(?: ?[-–] ?Q([1-4]))?(?![0-9A-Z])/iy;
const TURNED = /([1-4])(?:Q|(?<=[12])H)(?![A-Za-z])/y;

function stretch(end: number, length: number, index: number, lastIndex = index): Stretch {
  return { end, from: (index - 1) * length + 1, to: lastIndex * length };
}

/** "Q3", "H1", "Q1-Q3", "third quarter", "first half", "first three quarters", "first 11 months", "last three months". */
export function stretchAt(text: string, at: number): Stretch | undefined {
  const letter = lowerAt(text, at);
  const code = letter === 113 || letter === 104 ? matchAt(CODE, text, at) : undefined;
  if (code !== undefined) {
    const quarters = (code[1] ?? '').toUpperCase() === 'Q';
    const [index, last] = [Number(code[2]), Number(code[3] ?? code[2])];
    return quarters
      ? last >= index
        ? stretch(at + code[0].length, 3, index, last)
        : undefined
      : index <= 2
        ? stretch(at + code[0].length, 6, index)
        : undefined;
  }
  if (isDigit(text.charCodeAt(at))) {
    const turned = matchAt(TURNED, text, at);
    if (turned !== undefined) return stretch(at + turned[0].length, turned[0].endsWith('Q') ? 3 : 6, Number(turned[1]));
    const digits = matchAt(SUFFIXED, text, at);
    return digits === undefined ? undefined : wordyStretch(text, at + 3, Number(digits[1]));
  }
  const word = wordAt(text, at);
  const value = word === undefined ? undefined : HEADS.get(word.word);
  return word === undefined || value === undefined ? undefined : wordyStretch(text, word.end, value);
}

const SUFFIXED = /([1-4])(?:st|nd|rd|th)/iy;
/** Words that open a stretch: the ordinal's value, -1 from the end. */
export const HEADS = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['last', -1],
  ['final', -1],
]);

/** What follows the ordinal; -1 stands for "last". */
function wordyStretch(text: string, at: number, value: number): Stretch | undefined {
  const next = skipJoint(text, at);
  const noun = wordAt(text, next);
  if (noun?.word === 'half') {
    const year = wordAt(text, skipJoint(text, noun.end));
    const end = year?.word === 'year' && !/^\s?of/.test(text.slice(year.end, year.end + 3)) && text[noun.end] === '-' ? year.end : noun.end;
    return value <= 2 ? stretch(end, 6, value === -1 ? 2 : value) : undefined;
  }
  if (noun?.word === 'quarter') return value <= 4 ? stretch(noun.end, 3, value === -1 ? 4 : value) : undefined;
  if (value !== 1 && value !== -1) return undefined;
  const count = numberAt(text, next);
  const unit = count === undefined ? undefined : wordAt(text, skipJoint(text, count.end));
  const months = Number(count?.value) * (unit?.word === 'quarters' ? 3 : 1);
  if (unit === undefined || !/^(?:months?|quarters)$/.test(unit.word) || !Number.isInteger(months) || months < 1 || months > 12)
    return undefined;
  return value === 1 ? { end: unit.end, from: 1, to: months } : { end: unit.end, from: 13 - months, to: 12 };
}
