import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPeriods, readPeriod } from '../src/pipeline/4-mentions/periods.ts';

const PUBLISHED = '2018-08-15';

function summary(text: string, published = PUBLISHED): string[] {
  return findPeriods(text, 0, text.length, published).map((found) => `${text.slice(found.start, found.end)} → ${found.iso}`);
}

const STATED: readonly (readonly [string, readonly string[]])[] = [
  ['in 2014', ['2014 → 2014']],
  [
    '2016/17, 2016/2017, 2013-2014, 2015-16',
    ['2016/17 → 2016/2017', '2016/2017 → 2016/2017', '2013-2014 → 2013/2014', '2015-16 → 2015/2016'],
  ],
  ['from 1990 to 2010', ['1990 to 2010 → 1990/2010']],
  ['between 2010 and 2015', ['between 2010 and 2015 → 2010/2015']],
  ['in 2017 and 2018', ['2017 → 2017', '2018 → 2018']],
  ['FY2018, FY19, FY 2018-19', ['FY2018 → 2018', 'FY19 → 2019', 'FY 2018-19 → 2018/2019']],
  ['fiscal year 2018-19', ['fiscal year 2018-19 → 2018/2019']],
  ['in the first half of 2018', ['first half of 2018 → 2018-01/2018-06']],
  ['H1 2018, 2018 H2, 1H18', ['H1 2018 → 2018-01/2018-06', '2018 H2 → 2018-07/2018-12', '1H18 → 2018-01/2018-06']],
  ['Q3 2021, Q1-Q3 2020, 3Q 2021', ['Q3 2021 → 2021-07/2021-09', 'Q1-Q3 2020 → 2020-01/2020-09', '3Q 2021 → 2021-07/2021-09']],
  ['third quarter of 2021', ['third quarter of 2021 → 2021-07/2021-09']],
  ['last quarter of 2018', ['last quarter of 2018 → 2018-10/2018-12']],
  ['the first three quarters of 2020', ['first three quarters of 2020 → 2020-01/2020-09']],
  ['first eleven months of 2015', ['first eleven months of 2015 → 2015-01/2015-11']],
  ['March 2020, Sept. 2020', ['March 2020 → 2020-03', 'Sept. 2020 → 2020-09']],
  ['from July 2019 to March 2021', ['July 2019 to March 2021 → 2019-07/2021-03']],
  ['between July 2019 and March 2021', ['between July 2019 and March 2021 → 2019-07/2021-03']],
  ['January-June 2017', ['January-June 2017 → 2017-01/2017-06']],
  ['November to February 2020', ['November to February 2020 → 2019-11/2020-02']],
  ['2017-08-15', ['2017-08-15 → 2017-08-15']],
  ['September 22, 2011', ['September 22, 2011 → 2011-09-22']],
  ['22nd of September 2011', ['22nd of September 2011 → 2011-09-22']],
  ['March 3-5, 2019', ['March 3-5, 2019 → 2019-03-03/2019-03-05']],
  ['5 January to 10 February 2020', ['5 January to 10 February 2020 → 2020-01-05/2020-02-10']],
  ['the twelve months to March 2021', ['twelve months to March 2021 → 2020-04/2021-03']],
  ['by the end of 2019, mid-2019', ['2019 → 2019', '2019 → 2019']],
];

const CONCLUDED: readonly (readonly [string, string, readonly string[]])[] = [
  ['last year', '2018-08-15', ['last year → 2017']],
  ['this year', '2018', ['this year → 2018']],
  ['last month', '2018-01-15', ['last month → 2017-12']],
  ['last quarter', '2018-02', ['last quarter → 2017-10/2017-12']],
  ['than a year earlier', '2018-08-15', ['a year earlier → 2017']],
  ['in March', '2018-02-10', ['March → 2017-03']],
  ['in March of last year', '2018-08-15', ['March of last year → 2017-03']],
  ['on September 22', '2018-08-15', ['September 22 → 2017-09-22']],
  ['in the first half', '2018-08-15', ['first half → 2018-01/2018-06']],
  ['in the third quarter', '2018-08-15', ['third quarter → 2017-07/2017-09']],
  ['first quarter of this year', '2018-08-15', ['first quarter of this year → 2018-01/2018-03']],
  ['last month', '2018', []],
  ['last year, in March, in the first half', '', []],
];

const NONE: readonly string[] = [
  '2014 companies',
  'more than 2000 jobs',
  '2,014',
  '$2014',
  '2000 km',
  '2000 yuan',
  'Room 2014',
  'No. 2014',
  'it may rise',
  'they march on',
  'a third of',
  '2100 people',
  'the 1990s',
  'phone 0851-2014',
  'G2014',
  '2014.5',
  '31 February',
  'first half of the game',
];

describe('periods', () => {
  it.each(STATED)('reads `%s`', (text, expected) => {
    expect(summary(text)).toEqual(expected);
    expect(findPeriods(text, 0, text.length, '').every((found) => found.source === '')).toBe(true);
    expect(summary(text, '')).toEqual(expected);
  });

  it.each(CONCLUDED)('concludes `%s` from `%s`', (text, published, expected) => {
    expect(summary(text, published)).toEqual(expected);
    expect(findPeriods(text, 0, text.length, published).every((found) => found.source === 'document:published')).toBe(true);
  });

  it.each(NONE)('finds none in `%s`', (text) => {
    expect(summary(text)).toEqual([]);
  });
});

const WORDS = fc.constantFrom(
  'in',
  'of',
  'the',
  'to',
  'between',
  'and',
  'from',
  '-',
  '–',
  '/',
  ',',
  'first',
  'third',
  'last',
  'this',
  'half',
  'quarter',
  'quarters',
  'months',
  'three',
  'eleven',
  'year',
  'month',
  'a',
  'earlier',
  'March',
  'May',
  'Sept.',
  'July',
  'Q3',
  'H1',
  'FY',
  'FY19',
  'fiscal',
  '2014',
  '2018',
  '2019',
  '17',
  '22',
  '22nd',
  '3',
  '2017-08-15',
  'people',
);
const texts = fc.array(fc.tuple(WORDS, fc.constantFrom(' ', ' ', '')), { maxLength: 14 }).map((parts) => parts.flat().join(''));

describe('readers of exact words', () => {
  it.each([
    ['first half of 2018', '2018-01/2018-06'],
    ['March', '2018-03'],
    ['FY19', '2019'],
    ['two cities', ''],
  ])('`%s` is `%s`', (words, iso) => {
    expect(readPeriod(words, PUBLISHED)).toBe(iso);
  });

  it('agree with what is found', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const found of findPeriods(text, 0, text.length, PUBLISHED)) {
          expect(readPeriod(text.slice(found.start, found.end), PUBLISHED)).toBe(found.iso);
          expect(found.iso).toMatch(/^\d{4}(?:-\d\d){0,2}(?:\/\d{4}(?:-\d\d){0,2})?$/);
        }
      }),
      { numRuns: 5000 },
    );
  });
});
