import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOrdinals, readOrdinal } from '../src/pipeline/4-mentions/ordinals.ts';

function summary(text: string): string[] {
  return findOrdinals(text, 0, text.length).map((found) => `${text.slice(found.start, found.end)} → ${found.kind} ${found.value}`);
}

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['came 34th, 1st and 21st', ['34th → ordinal 34', '1st → ordinal 1', '21st → ordinal 21']],
  ['third and twenty-first', ['third → ordinal 3', 'twenty-first → ordinal 21']],
  ['one hundred and fifth', ['one hundred and fifth → ordinal 105']],
  ['No. 2, No 3, no. 10, Nº 4', ['No. 2 → ordinal 2', 'No 3 → ordinal 3', 'no. 10 → ordinal 10', 'Nº 4 → ordinal 4']],
  ['number one and number 3', ['number one → ordinal 1', 'number 3 → ordinal 3']],
  ['#7', ['#7 → ordinal 7']],
  ['the third-largest city', ['third → ordinal 3']],
  ['a 3rd place finish', ['3rd → ordinal 3']],
  ['the second city', ['second → ordinal 2']],
  ['the 80th, 82nd, 86th and 99th place', ['80th → ordinal 80', '82nd → ordinal 82', '86th → ordinal 86', '99th → ordinal 99']],
  ['top 10, top ten, top-100, Top50', ['top 10 → top 10', 'top ten → top 10', 'top-100 → top 100', 'Top50 → top 50']],
  ['first ten and leading 20', ['first ten → top 10', 'leading 20 → top 20']],
  ['10 most innovative, ten best', ['10 most → top 10', 'ten best → top 10']],
  ['the 10 dearest cities', ['10 dearest → top 10']],
];

const NONE: readonly string[] = [
  '22nd of September',
  'September 22nd',
  'the 19th century',
  'a 19th-century house',
  'for the first time',
  'the third time',
  'in its fourteenth year',
  'second half',
  'third quarter',
  'a second-tier city',
  'first-class',
  'the Third Plenum',
  'the 5th edition',
  'on the 2nd floor',
  'the 13th Five-Year Plan',
  'the 20th Party Congress',
  'its 25th anniversary',
  'the First Minister',
  'a third of them',
  'two thirds',
  'every second person',
  'at first',
  'First, it rains',
  'first launched in',
  'the 2nd World Smart City Forum',
  'third consecutive win',
  'top 10 percent',
  'in the first 10 days',
  '5 million',
  'the top',
  'best 3.5',
  '2014',
  'ten guests',
];

describe('positions and lengths of lists', () => {
  it.each(CASES)('reads `%s`', (text, expected) => {
    expect(summary(text)).toEqual(expected);
  });

  it.each(NONE)('finds none in `%s`', (text) => {
    expect(summary(text)).toEqual([]);
  });
});

describe('readers of exact words', () => {
  it.each([
    ['34th', 34],
    ['No. 2', 2],
    ['number one', 1],
    ['twenty-first', 21],
    ['top ten', 10],
    ['12', 12],
    ['half a million', 500000],
    ['nothing', undefined],
    ['', undefined],
  ])('`%s` is %s', (words, value) => {
    expect(readOrdinal(words)).toBe(value);
  });

  const words = fc.constantFrom(
    'first',
    'third',
    'twenty',
    'one',
    'ten',
    'hundred',
    'and',
    'top',
    'best',
    'most',
    'No.',
    'number',
    '#',
    '5',
    '21',
    '34th',
    'place',
    'city',
    'half',
    'the',
    'leading',
    '-',
  );
  it('agree with what is found', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, fc.constantFrom(' ', ' ', ''))), (parts) => {
        const text = parts.flat().join('');
        for (const found of findOrdinals(text, 0, text.length)) expect(readOrdinal(text.slice(found.start, found.end))).toBe(found.value);
      }),
      { numRuns: 5000 },
    );
  });
});
