import { expect, test } from 'vitest';
import { loadReplay } from '../src/run/grammar.ts';
import type { ProvenanceCell } from '../src/schema.ts';

const replay = loadReplay();

/** Why `value` in `column` does not follow from the words, or "follows". */
function follows(
  column: string,
  value: string | number,
  words: readonly string[],
  steps: readonly string[],
  row: Readonly<Record<string, string | number>> = {},
): string {
  const pieces = words.map((quote) => ({ quote, start: 0, end: Buffer.byteLength(quote) }));
  const cell: ProvenanceCell = { origin: 'concluded', value, pieces, rule: 'rank/some-rule', steps };
  return replay(cell, { column, row: { doubts: '', place: value, ...row }, published: '2024-03-01', record: {} }) ?? 'follows';
}

test.each([
  ['place_raw', 'São Paulo', ['S&atilde;o&nbsp;<b>Paulo</b>'], ['name']],
  ['ranking_name', 'Towns <b> 2020', ['# <i>Towns</i> <b> 2020'], ['name']],
  ['title', 'A </script><img src=x>', ['A &lt;/script&gt;<img\n src=x>'], ['name']],
  ['title', 'A &lt;b\\> B', ['A &lt;b\\> B'], ['name']],
  ['site', 'Zürich "Post"', ['Z\\u00fcrich \\"Post\\"'], ['name']],
  ['title', 'A < b and c > d', ['<i>A</i> < b and c > d'], ['name']],
  ['publisher', 'Ministry of Works', ['Ministry of Works (MoW)'], ['name']],
  ['ranking_name', 'Smart Cities Index, people', ['Smart Cities Index', 'people'], ['name']],
  ['rank', 34, ['34th'], ['ordinal']],
  ['rank', 21, ['twenty-first'], ['ordinal']],
  ['rank', 1, ['tops the list'], ['superlative']],
  ['value', '1460000000', ['1.46 billion yuan'], ['scale']],
  ['value', '4630000000000', ['4.63', 'GDP (trillion yuan)'], ['scale:1000000000000']],
  ['op', '>', ['more than 7 million people'], ['operator']],
  ['unit', 'CNY', ['1.46 billion yuan'], ['unit']],
  ['change', 'decrease', ['fell by 3.9%'], ['change']],
  ['period', '2023', ['last year'], ['document:published']],
  ['edition', '2017', ['the first half of 2017'], ['period']],
  ['place_id', 'geonames:1808722', ['Hefei'], ['gazetteer:1808722']],
  ['country', 'CN', ['Hefei'], ['gazetteer:1808722']],
  ['place', 'Vienna', ['the capital of Austria'], ['subject', 'gazetteer:2761369']],
])('%s %j follows from %j by %j', (column, value, words, steps) => {
  expect(follows(column, value, words, steps)).toBe('follows');
});

test.each([
  ['place_raw', 'Sao Paulo', ['S&atilde;o Paulo'], ['name']],
  ['ranking_name', 'Towns b 2020', ['Towns <b> 2020'], ['name']],
  ['ranking_name', 'Towns <b> 2020', ['Towns 2020'], ['name']],
  ['rank', 35, ['34th'], ['ordinal']],
  ['rank', 2, ['tops the list'], ['superlative']],
  ['rank', 1, ['is in the list'], ['superlative']],
  ['value', '146000000', ['1.46 billion yuan'], ['scale']],
  ['value', '4630', ['4.63', 'GDP'], ['scale:1000']],
  ['op', '=', ['more than 7 million people'], ['operator']],
  ['unit', 'USD', ['1.46 billion yuan'], ['unit']],
  ['change', 'increase', ['fell by 3.9%'], ['change']],
  ['period', '2024', ['last year'], ['document:published']],
  ['place_id', 'geonames:1808722', ['Wuhan'], ['gazetteer:1808722']],
  ['country', 'JP', ['Hefei'], ['gazetteer:1808722']],
  ['country', 'CN', ['Hefei'], ['gazetteer:1']],
])('%s %j does not follow from %j by %j', (column, value, words, steps) => {
  expect(follows(column, value, words, steps)).not.toBe('follows');
});

test('a previous position follows from the position and the places moved', () => {
  expect(follows('previous_rank', 34, ['dropped 12 places'], ['move:-12'], { rank: 46 })).toBe('follows');
  expect(follows('previous_rank', 33, ['dropped 12 places'], ['move:-12'], { rank: 46 })).not.toBe('follows');
  expect(follows('previous_rank', 33, ['dropped 12 places'], ['move:-13'], { rank: 46 })).not.toBe('follows');
});
