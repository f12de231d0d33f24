import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures } from '../src/pipeline/4-mentions/figures.ts';
import { findQuantities, readNumber, readQuantity } from '../src/pipeline/4-mentions/quantities.ts';
import { codeOf, currencyOf } from '../src/pipeline/9-normalize/currencies.ts';
import { add, canonical, compare, divide, multiply, timesTenTo } from '../src/pipeline/9-normalize/decimal.ts';

/** "> 7000000 [people]" with the words of the mention in front: what a reader checks at a glance. */
function summary(text: string): string[] {
  return findQuantities(text, 0, text.length).map((found) => {
    const range = found.valueMax === '' ? found.value : `${found.value}..${found.valueMax}`;
    const unit = found.unit === '' ? '' : ` ${found.unit}`;
    return `${text.slice(found.start, found.end)} → ${found.op} ${found.negative ? '-' : ''}${range}${unit}`;
  });
}

const CASES: readonly (readonly [string, readonly string[]])[] = [
  // money in front and behind
  ['worth US$1 billion', ['US$1 billion → = 1000000000 USD']],
  ['$ 1.46bn and €1.2bn', ['$ 1.46bn → = 1460000000 USD', '€1.2bn → = 1200000000 EUR']],
  ['£3m, ¥500, ₹20', ['£3m → = 3000000 GBP', '¥500 → = 500 JPY', '₹20 → = 20 INR']],
  ['Rs 500 crore', ['Rs 500 crore → = 5000000000 INR']],
  ['Rs. 1.2 lakh crore', ['Rs. 1.2 lakh crore → = 1200000000000 INR']],
  ['1.46 billion yuan', ['1.46 billion yuan → = 1460000000 CNY']],
  ['RMB 362 million', ['RMB 362 million → = 362000000 CNY']],
  ['generated N123.3 billion', ['N123.3 billion → = 123300000000 NGN']],
  ['50 Hong Kong dollars', ['50 Hong Kong dollars → = 50 HKD']],
  ['20 million U.S. dollars', ['20 million U.S. dollars → = 20000000 USD']],
  ['A$5m C$7.5 million NT$20 billion', ['A$5m → = 5000000 AUD', 'C$7.5 million → = 7500000 CAD', 'NT$20 billion → = 20000000000 TWD']],
  ['of the ten, 5 won medals', ['ten → = 10', '5 → = 5']],
  ['$43 per person', ['$43 per person → = 43 USD per person']],
  ['300 yuan a month', ['300 yuan a month → = 300 CNY per month']],
  // scales and grouping
  ['2,68,86,638 foreigners', ['2,68,86,638 → = 26886638']],
  ['1.234.567,89 euros', ['1.234.567,89 euros → = 1234567.89 EUR']],
  ['36,7 percent', ['36,7 percent → = 36.7 percent']],
  ['1 200 000 people', ['1 200 000 → = 1200000']],
  ['1.2亿', ['1.2亿 → = 120000000']],
  ['3 hundred million yuan', ['3 hundred million yuan → = 300000000 CNY']],
  ['grades 4,5 and 6', ['4 → = 4', '5 → = 5', '6 → = 6']],
  ['10m people on an 828m tall tower', ['10m → = 10000000', '828m tall → = 828 m']],
  // words
  ['twenty-one cities', ['twenty-one → = 21']],
  ['two and a half million', ['two and a half million → = 2500000']],
  ['more than half a million', ['more than half a million → > 500000']],
  ['a hundred and five', ['a hundred and five → = 105']],
  ['a dozen towns, several hundred more', ['a dozen → = 12']],
  ['one hundred and twenty-five thousand three hundred', ['one hundred and twenty-five thousand three hundred → = 125300']],
  // percent and points
  ['3.9%, 5 per cent, 6 pct', ['3.9% → = 3.9 percent', '5 per cent → = 5 percent', '6 pct → = 6 percent']],
  ['fell -3.9%', ['-3.9% → = -3.9 percent']],
  ['2.5 percentage points, 3 pp', ['2.5 percentage points → = 2.5 percentage point', '3 pp → = 3 percentage point']],
  ['3.2 and 3.1 percent', ['3.2 → = 3.2 percent', '3.1 percent → = 3.1 percent']],
  // ranges and moves
  ['10-15 percent', ['10-15 percent → = 10..15 percent']],
  ['10 to 15 %', ['10 to 15 % → = 10..15 percent']],
  ['between 10 and 15 million', ['between 10 and 15 million → = 10000000..15000000']],
  ['$10m-$15m', ['$10m-$15m → = 10000000..15000000 USD']],
  ['ranging from 10 to 15 km', ['10 to 15 km → = 10..15 km']],
  ['rose from 10 to 15 percent', ['10 → = 10 percent', '15 percent → = 15 percent']],
  ['rose from 3 to 5 million', ['5 million → = 5000000']],
  ['44 8 - 49.46', ['44 → = 44', '8 → = 8', '49.46 → = 49.46']],
  // how exact
  ['more than 7 million people', ['more than 7 million → > 7000000']],
  ['at least 3,000', ['at least 3,000 → > 3000']],
  ['a little over 14 trillion yuan', ['a little over 14 trillion yuan → > 14000000000000 CNY']],
  ['just under 10 km', ['just under 10 km → ~ 10 km']],
  ['up to 109.69 USD', ['up to 109.69 USD → < 109.69 USD']],
  ['some 14 percent', ['some 14 percent → ~ 14 percent']],
  ['a rise of no less than 20.6 percent', ['no less than 20.6 percent → = 20.6 percent']],
  ['not less than 20.6 percent', ['not less than 20.6 percent → > 20.6 percent']],
  ['no more than 5', ['no more than 5 → < 5']],
  ['exceeded 1 trillion yuan', ['exceeded 1 trillion yuan → > 1000000000000 CNY']],
  ['crossed 34,50,61,140', ['crossed 34,50,61,140 → > 345061140']],
  ['100+ cities, 10 or more', ['100+ → > 100', '10 or more → > 10']],
  // dimensions
  ['30 km2, 12.5 sq km, 40 square kilometres', ['30 km2 → = 30 km2', '12.5 sq km → = 12.5 km2', '40 square kilometres → = 40 km2']],
  ['7,000 acres, 3 tonnes, 20 MW', ['7,000 acres → = 7000 acres', '3 tonnes → = 3 tonnes', '20 MW → = 20 MW']],
  ['2 hours 30 minutes', ['2 hours 30 minutes → = 150 minutes']],
  ['5 minutes and 20 seconds', ['5 minutes and 20 seconds → = 5.33 minutes']],
  ['-5°C', ['-5°C → = -5 degrees celsius']],
  [
    '12 times the 10 micrograms per cubic metre',
    ['12 times → = 12 times', '10 micrograms per cubic metre → = 10 micrograms per cubic metre'],
  ],
];

const NOT: readonly string[] = [
  'in 2014',
  'since 2010',
  'the 2020 census',
  'at 15:02',
  'at 3 pm',
  'call 0851 8591 2345',
  'ICP 05017767',
  'Room 1204',
  'No. 26',
  'version 3.2.1',
  'won 2-1',
  'aged 34',
  'a 34-year-old man',
  'the top 10',
  'COVID-19',
  'the G20',
  'a 5G network',
  'on A4 paper',
  '24/7',
  '9/11',
  'a five-star hotel',
  '10. Hefei',
  '7= Turin',
  '3) Rivers',
  '26 Downing Street',
  'the 34th',
  'McKinney, TX 75070',
  'the past five years',
  'three years ago',
  'one of them',
  'two thirds of them',
  'one in five',
  'September 22, 2011',
  '22 September',
  '031',
  '1024x768',
  'first half of 2018',
  'third-largest',
  'the 1990s',
  'Boeing 737',
  'MH370',
  '3.500 inhabitants',
  'hundreds of people',
  'https://example.org/2019/12/a1',
];

describe('quantities', () => {
  it.each(CASES)('reads `%s`', (text, expected) => {
    expect(summary(text)).toEqual(expected);
  });

  it.each(NOT)('finds none in `%s`', (text) => {
    expect(summary(text)).toEqual([]);
  });

  it('keeps the denominator of bare counts, and the denominator is no quantity', () => {
    const text = '40 bars and nightclubs per 100,000 people';
    const found = findQuantities(text, 0, text.length);
    expect(found).toMatchObject([{ value: '40', unit: '', per: '100,000 people', measure: 'count' }]);
  });

  it('tells the number from the words around it', () => {
    const text = 'It has more than US$1.2 billion a year.';
    const [found] = findQuantities(text, 0, text.length);
    expect(found).toBeDefined();
    expect(text.slice(found?.start, found?.end)).toBe('more than US$1.2 billion a year');
    expect(text.slice(found?.numberStart, found?.numberEnd)).toBe('US$1.2 billion');
    expect(found?.per).toBe('year');
  });

  it('never looks outside the section', () => {
    const text = 'more than 5 million yuan';
    expect(findQuantities(text, 10, 11)).toMatchObject([{ start: 10, end: 11, op: '=', value: '5', unit: '' }]);
  });

  it('says why a number is none', () => {
    const reasons = (text: string): string[] =>
      findFigures(text, 0, text.length, '').flatMap((figure) => (figure.kind === 'other' ? [figure.reason] : []));
    expect(reasons('Room 1204 at 15:02, aged 34, 2-1')).toEqual(['label', 'time', 'age', 'score']);
  });
});

describe('readers of exact words', () => {
  it.each([
    ['US$1.46 billion', '1460000000'],
    ['107 per cent', '107'],
    ['2014', '2014'],
    ['one', '1'],
    ['12 345', '12345'],
    ['between 10 and 15 million', '10000000'],
    ['half a million', '500000'],
    ['no number', ''],
    ['', ''],
  ])('`%s` is `%s`', (words, value) => {
    expect(readNumber(words)).toBe(value);
  });

  it('reads unit, operator and both ends', () => {
    expect(readQuantity('more than $10-15 million a year')).toMatchObject({
      op: '>',
      value: '10000000',
      valueMax: '15000000',
      unit: 'USD per year',
    });
  });
});

describe('currencies', () => {
  it.each([
    ['$1.46bn', '', 'USD'],
    ['$1.46bn', 'CA', 'CAD'],
    ['US$1.46bn', 'CA', 'USD'],
    ['500 pesos', '', ''],
    ['500 pesos', 'PH', 'PHP'],
    ['¥3m', 'CN', 'CNY'],
    ['Rs 40', 'PK', 'PKR'],
    ['20 million Swiss francs', '', 'CHF'],
    ['5bn€', '', 'EUR'],
    ['7 million', 'CA', ''],
  ])('`%s` in an article about `%s` is `%s`', (words, country, code) => {
    expect(currencyOf(words, country)).toBe(code);
  });

  it('knows a code as itself', () => {
    expect(codeOf('EUR', 'US')).toBe('EUR');
  });
});

const decimals = fc.tuple(fc.nat({ max: 999_999_999 }), fc.nat({ max: 9999 })).map(([whole, part]) => canonical(`${whole}.${part}`));

describe('decimal arithmetic', () => {
  it.each([
    ['1.46', 9, '1460000000'],
    ['113.154', 12, '113154000000000'],
    ['36', -2, '0.36'],
    ['0', 6, '0'],
    ['2.50', 0, '2.5'],
  ])('%s × 10^%i', (value, power, expected) => {
    expect(timesTenTo(value, power)).toBe(expected);
  });

  it('undoes scaling, adds and multiplies without drift', () => {
    expect(add('0.1', '0.2')).toBe('0.3');
    expect(multiply('2.5', '12')).toBe('30');
    expect(divide('20', '60', 2)).toBe('0.33');
    fc.assert(
      fc.property(decimals, fc.integer({ min: -6, max: 12 }), (value, power) => timesTenTo(timesTenTo(value, power), -power) === value),
    );
    fc.assert(
      fc.property(decimals, decimals, (a, b) => compare(add(a, b), a) >= 0 && add(a, b) === add(b, a) && multiply(a, b) === multiply(b, a)),
    );
  });
});

const WORDS = fc.constantFrom(
  'more than',
  'nearly',
  'about',
  'up to',
  'between',
  'from',
  'and',
  'to',
  '-',
  'in',
  'the',
  'top',
  'first',
  'third',
  'half',
  'of',
  'quarter',
  'last',
  'year',
  'per',
  'person',
  'cities',
  'people',
  'km',
  'percent',
  '%',
  'million',
  'bn',
  'm',
  'crore',
  'US$',
  '$',
  '€',
  'Rs',
  'yuan',
  'two',
  'twenty-one',
  'hundred',
  'a',
  'dozen',
  '5',
  '12',
  '1,234',
  '3.5',
  '2014',
  '2016/17',
  '22nd',
  'March',
  'May',
  '99.9',
  'No.',
  '#7',
  '15:02',
  '1 200 000',
  '36,7',
  '.',
  ',',
  '(',
  ')',
  '\n',
  'Hefei',
  'St',
  'aged',
  'or',
  'more',
  'tall',
  '828m',
);
const texts = fc.array(fc.tuple(WORDS, fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 30 }).map((parts) => parts.flat().join(''));

describe('properties of all figures', () => {
  it('stand inside the range, sorted and apart, and their words say the same', () => {
    fc.assert(
      fc.property(texts, fc.nat({ max: 20 }), (text, skip) => {
        const start = Math.min(skip, text.length);
        const figures = findFigures(text, start, text.length, '2018-08-15');
        let last = start;
        for (const figure of figures) {
          expect(figure.start).toBeGreaterThanOrEqual(last);
          expect(figure.end).toBeGreaterThan(figure.start);
          expect(figure.end).toBeLessThanOrEqual(text.length);
          last = figure.end;
          if (figure.kind !== 'quantity') continue;
          expect(readNumber(text.slice(figure.numberStart, figure.numberEnd))).toBe(figure.value);
          expect(figure.value).toMatch(/^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('do not depend on where the section stands', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const moved = findFigures(`5 million ${text}`, 10, 10 + text.length, '').map((figure) => [
          figure.kind,
          figure.start - 10,
          figure.end - 10,
        ]);
        expect(moved).toEqual(findFigures(text, 0, text.length, '').map((figure) => [figure.kind, figure.start, figure.end]));
      }),
    );
  });
});

describe('hostile text', () => {
  it.each([
    '1,',
    '(',
    ' ',
    'one ',
    'one and ',
    '1-',
    '1.',
    '1 million ',
    '5 per ',
    '123 ',
    'a',
    'hundred and ',
    '2014-',
    'May ',
    '$',
    '1',
    'first half of ',
  ])(
    '`%s` repeated is read in linear time',
    (unit) => {
      const cost = (length: number): number => {
        const text = unit.repeat(length / unit.length);
        const before = process.cpuUsage();
        findFigures(text, 0, text.length, '2018-08-15');
        const used = process.cpuUsage(before);
        return (used.user + used.system) / 1000;
      };
      cost(20_000);
      expect(cost(200_000)).toBeLessThan(6000);
      // Quadratic would be 100 times as much for ten times the text.
      expect(cost(200_000)).toBeLessThan(40 * Math.max(cost(20_000), 5));
    },
    60_000,
  );
});
