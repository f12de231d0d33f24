import { describe, expect, it } from 'vitest';
import { isSoundMetric, isSoundRanking } from '../src/pipeline/11-validate/sound.ts';
import { metricRow, rankingRow, type MetricRow, type RankingRow } from '../src/schema.ts';

const place = {
  place: 'Hefei',
  place_raw: 'Hefei city',
  place_type: 'city',
  place_id: 'geonames:1808722',
  admin1: 'Anhui',
  country: 'CN',
  latitude: '31.86389',
  longitude: '117.28083',
} as const;
const proof = { doubts: '', rule: 'rank/list-item', evidence: '34th Hefei', start: 10, end: 20, review: 'unreviewed' } as const;
const id = '0123456789abcdef';

const metric: MetricRow = {
  document_id: id,
  source: 'a.txt',
  metric_id: id,
  ...place,
  metric: 'population',
  op: '=',
  value: '9370000',
  value_max: '',
  unit: 'people',
  change: '',
  period: '2020',
  ...proof,
};
const ranking: RankingRow = {
  document_id: id,
  source: 'a.txt',
  ranking_id: id,
  ranking_name: 'list of smart cities',
  publisher: '',
  edition: '2019',
  scope: 'CN',
  list_size: 100,
  evaluated: '',
  entry_id: id,
  rank: 34,
  within: '',
  tied: '',
  ...place,
  score: '',
  score_unit: '',
  previous_rank: '',
  basis: 'explicit',
  ...proof,
};

/** Cells of every kind, at home in some column and a breach in others. */
const CELLS = [
  ...[
    '',
    ' ',
    '-1',
    '=A1',
    '+5',
    '@x',
    '\u200b=x',
    'x ',
    ' x',
    'x\n',
    '/abs',
    '0',
    '1.5',
    '1e3',
    '٣',
    'true',
    'member',
    'implied',
    'increase',
  ],
  ...['world', 'CN', 'CN-GZ', 'cn', 'iso:CN', 'geonames:1', '2019', '2019-13', '2019/2020', '2019-07-15', 'no-list-name', 'contradicted;x'],
  ...['$5', '€', 'é', '…', '"x', '&amp;', id, id.toUpperCase(), 'city', 'village', '>', '91', '181', '-90.5', '99999999', 'accepted'],
  ...[0, 1, -1, 1.5, 10, 11, 600, Number.NaN, Infinity, 2 ** 53],
];

/** Rows with one cell changed, and with two. */
function* changed<Row extends object>(row: Row): Generator<Row> {
  const columns = Object.keys(row);
  for (const [index, column] of columns.entries()) {
    for (const [order, cell] of CELLS.entries()) {
      const one = { ...row, [column]: cell };
      yield one;
      const other = columns[(index * 7 + order) % columns.length] ?? column;
      yield { ...one, [other]: CELLS[(order * 5 + index) % CELLS.length] };
    }
  }
}

describe('rows that hold beyond doubt', () => {
  it('are plain rows of either table', () => {
    expect([isSoundMetric(metric), isSoundRanking(ranking)]).toEqual([true, true]);
  });

  it('are metrics that the schema takes, whatever cell is changed', () => {
    const refused = [...changed(metric)].filter((row) => isSoundMetric(row) && !metricRow.safeParse(row).success);
    expect(refused).toEqual([]);
  });

  it('are entries that the schema takes, whatever cell is changed', () => {
    const refused = [...changed(ranking)].filter((row) => isSoundRanking(row) && !rankingRow.safeParse(row).success);
    expect(refused).toEqual([]);
  });
});
