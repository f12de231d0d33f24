import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { mergeRankings } from '../src/run/merge/index.ts';
import { isOneSubject, subjectOf } from '../src/run/merge/group.ts';

import { conflictRow, mergedRow, type RankingRow } from '../src/schema.ts';

const hex = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Rows of an article: "3 Hefei" is Hefei's, "<10 Wuhan" is a member of the top ten. */
function told(document: string, head: Partial<RankingRow>, ...entries: readonly string[]): readonly RankingRow[] {
  return entries.map((entry, start) => {
    const [, sign = '', number = '', place = ''] = /^(<?)(\d+) (.+)$/.exec(entry) ?? [];
    return {
      ...{ document_id: hex(document), source: `${document}.txt`, ranking_id: hex(`${document}/${head.ranking_name ?? ''}`) },
      ...{
        ranking_name: '10 most innovative cities',
        publisher: 'Institute of Cities',
        edition: '2019',
        scope: '',
        list_size: '',
        evaluated: '',
      },
      ...head,
      ...{
        entry_id: hex(`${document}${String(start)}${head.ranking_name ?? ''}`),
        rank: sign === '' ? Number(number) : '',
        within: sign === '' ? '' : Number(number),
      },
      ...{ tied: '', place, place_raw: place, place_type: 'city', place_id: '', admin1: '', country: 'CN', latitude: '', longitude: '' },
      ...{ score: '', score_unit: '', previous_rank: '', basis: sign === '' ? 'explicit' : 'member', doubts: '', rule: 'rank/list-item' },
      ...{ evidence: entry.replace('<', ''), start, end: start + 5, review: 'unreviewed' },
    } satisfies RankingRow;
  });
}

const positions = (rows: readonly RankingRow[], texts = new Map<string, string>()): readonly (readonly (string | number)[])[] =>
  mergeRankings(rows, texts).rows.map(({ rank, within, place, supporters, conflict }) => [rank, within, place, supporters, conflict]);

test('parts of one ranking become one table', () => {
  const rows = [
    ...told('a', {}, '1 Shenzhen', '2 Hangzhou', '3 Hefei'),
    ...told('b', { ranking_name: "China's most innovative cities, 2019", publisher: 'The Institute of Cities (IC)' }, '3 Hefei', '4 Wuhan'),
    ...told('c', {}, '4 Wuhan', '5 Xiamen'),
  ];
  expect(positions(rows)).toEqual([
    [1, '', 'Shenzhen', 1, ''],
    [2, '', 'Hangzhou', 1, ''],
    [3, '', 'Hefei', 2, ''],
    [4, '', 'Wuhan', 2, ''],
    [5, '', 'Xiamen', 1, ''],
  ]);
  const { rows: merged } = mergeRankings(rows, new Map());
  expect(new Set(merged.map(({ merged_id }) => merged_id)).size).toBe(1);
  expect(merged[0]?.ranking_name).toBe('10 most innovative cities');
  for (const row of merged) expect(mergedRow.safeParse(row).error?.issues ?? []).toEqual([]);
});

test.each([
  ['another publisher', { publisher: 'Institute of Towns' }],
  ['no publisher', { publisher: '' }],
  ['another edition', { edition: '2020' }],
  ['another subject', { ranking_name: 'Ten greenest cities' }],
  ['another area', { scope: 'US' }],
])('%s is another ranking', (_, other) => {
  const { rows } = mergeRankings([...told('a', { scope: 'CN' }, '1 Hefei'), ...told('b', { scope: 'CN', ...other }, '2 Hefei')], new Map());
  expect(rows.map(({ supporters, conflict }) => [supporters, conflict])).toEqual([
    [1, ''],
    [1, ''],
  ]);
});

test('rankings without a place in common are not joined', () => {
  const { rows } = mergeRankings([...told('a', {}, '1 Hefei'), ...told('b', {}, '2 Wuhan')], new Map());
  expect(new Set(rows.map(({ merged_id }) => merged_id)).size).toBe(2);
});

test('two lists of one article stay two, whatever other articles tell', () => {
  const rows = [
    ...told('a', { ranking_name: 'Innovative cities' }, '1 Hefei', '2 Wuhan'),
    ...told('a', { ranking_name: 'Innovative cities by talent' }, '1 Wuhan', '2 Hefei'),
    ...told('b', { ranking_name: 'Innovative cities by talent' }, '1 Wuhan'),
  ];
  expect(mergeRankings(rows, new Map()).conflicts).toEqual([]);
  expect(positions(rows)).toContainEqual([1, '', 'Wuhan', 2, '']);
});

test('a contradiction keeps both positions, each with its evidence', () => {
  const { rows, conflicts } = mergeRankings([...told('a', {}, '3 Hefei', '4 Wuhan'), ...told('b', {}, '5 Hefei', '4 Wuhan')], new Map());
  expect(rows.map(({ rank, place, supporters, conflict }) => [rank, place, supporters, conflict])).toEqual([
    [3, 'Hefei', 1, 'true'],
    [4, 'Wuhan', 2, ''],
    [5, 'Hefei', 1, 'true'],
  ]);
  expect(conflicts.map(({ place, rank, source, evidence }) => [place, rank, source, evidence])).toEqual([
    ['Hefei', 3, 'a.txt', '3 Hefei'],
    ['Hefei', 5, 'b.txt', '5 Hefei'],
  ]);
  for (const row of conflicts) expect(conflictRow.safeParse(row).error?.issues ?? []).toEqual([]);
});

test('"within the top ten" agrees with the third place, not with the twelfth', () => {
  expect(positions([...told('a', {}, '3 Hefei'), ...told('b', {}, '<10 Hefei')])).toEqual([[3, '', 'Hefei', 2, '']]);
  expect(positions([...told('a', {}, '12 Hefei'), ...told('b', {}, '<10 Hefei')])).toEqual([
    [12, '', 'Hefei', 1, 'true'],
    ['', 10, 'Hefei', 1, 'true'],
  ]);
});

test('a text that was printed twice counts once', () => {
  const rows = [...told('a', {}, '3 Hefei'), ...told('b', {}, '3 Hefei'), ...told('c', {}, '3 Hefei')];
  const { rows: merged } = mergeRankings(
    rows,
    new Map([
      [hex('a'), 'x'],
      [hex('b'), 'x'],
      [hex('c'), 'y'],
    ]),
  );
  expect(merged.map(({ supporters, documents, copies }) => [supporters, documents, copies])).toEqual([
    [2, `${hex('a')};${hex('c')}`, hex('b')],
  ]);
});

test('the order of rows does not matter', () => {
  const rows = [
    ...told('a', {}, '1 Shenzhen', '2 Hangzhou', '3 Hefei'),
    ...told('b', { ranking_name: 'Most innovative Chinese cities' }, '3 Hefei', '4 Wuhan', '<10 Xiamen'),
    ...told('c', { publisher: 'institute of cities' }, '5 Wuhan', '3 Hefei'),
    ...told('d', { publisher: '' }, '1 Hefei'),
  ];
  const once = mergeRankings(rows, new Map());
  expect(mergeRankings([...rows].reverse(), new Map())).toEqual(once);
  expect(mergeRankings([...rows.slice(5), ...rows.slice(0, 5)], new Map())).toEqual(once);
});

test('subjects', () => {
  const isOne = (one: string, other: string): boolean => isOneSubject(subjectOf(one), subjectOf(other));
  expect(subjectOf("The 2019 list of China's 10 most innovative cities")).toEqual(['china', 'city', 'innovative']);
  expect(isOne('Smart City Index 2024', 'Smart City Index')).toBe(true);
  expect(isOne('Smart City Index', 'Green City Index')).toBe(false);
  expect(isOne('Top 100 cities', 'Top 100 liveable cities')).toBe(false);
});
