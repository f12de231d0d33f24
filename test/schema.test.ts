import { expect, test } from 'vitest';
import { columnTexts, dataPackage, jsonSchemas } from '../src/run/datapackage.ts';
import {
  DOCUMENT_COLUMNS,
  documentRow,
  joinDoubts,
  METRIC_COLUMNS,
  metricRow,
  parseStep,
  RANKING_COLUMNS,
  rankingRow,
  type RankingRow,
} from '../src/schema.ts';

const ROW: RankingRow = {
  ...{
    document_id: '0123456789abcdef',
    source: 'a.txt',
    ranking_id: '0123456789abcdef',
    ranking_name: 'Top cities',
    publisher: '',
    edition: '2024',
  },
  ...{
    scope: 'CN',
    list_size: 10,
    evaluated: '',
    entry_id: '0123456789abcdef',
    rank: 3,
    within: '',
    tied: '',
    place: 'Hefei',
    place_raw: 'Hefei',
  },
  ...{ place_type: 'city', place_id: 'geonames:1808722', admin1: 'Anhui', country: 'CN', latitude: '31.86389', longitude: '117.28083' },
  ...{
    score: '98.4',
    score_unit: '',
    previous_rank: '',
    basis: 'explicit',
    doubts: '',
    rule: 'rank/list-item',
    evidence: '3. Hefei',
    start: 5,
    end: 13,
  },
  review: 'unreviewed',
};

function complaints(change: object): readonly string[] {
  const issues = rankingRow.safeParse({ ...ROW, ...change }).error?.issues ?? [];
  return [...new Set(issues.map(({ path }) => path.join('.')))];
}

test('the columns are those of the contract, in its order', () => {
  expect(RANKING_COLUMNS.join(', ')).toBe(
    'document_id, source, ranking_id, ranking_name, publisher, edition, scope, list_size, evaluated, entry_id, rank, within, tied, place, place_raw, place_type, place_id, admin1, country, latitude, longitude, score, score_unit, previous_rank, basis, doubts, rule, evidence, start, end, review',
  );
  expect(METRIC_COLUMNS.join(', ')).toBe(
    'document_id, source, metric_id, place, place_raw, place_type, place_id, admin1, country, latitude, longitude, metric, op, value, value_max, unit, change, period, doubts, rule, evidence, start, end, review',
  );
  expect([rankingRow, metricRow, documentRow].map(({ shape }) => Object.keys(shape))).toEqual([
    RANKING_COLUMNS,
    METRIC_COLUMNS,
    DOCUMENT_COLUMNS,
  ]);
  expect(DOCUMENT_COLUMNS.join(', ')).toBe(
    'document_id, source, sha256, bytes, format, encoding, language, title, site, author, published, rankings, entries, metrics, losses, status, error, text_sha256',
  );
});

test.each([
  [{}, []],
  [{ rank: 0 }, ['rank']],
  [{ rank: 1.5 }, ['rank']],
  [{ rank: '' }, ['rank']],
  [{ rank: '', within: 10, basis: 'member' }, []],
  [{ rank: '', basis: 'member' }, ['within']],
  [{ within: 10 }, ['within']],
  [{ place: '' }, ['place']],
  [{ place: '=Hefei' }, ['place']],
  [{ place: ' \u200b@Hefei' }, ['place']],
  [{ publisher: '-CCID' }, ['publisher']],
  [{ score: '1e5' }, ['score']],
  [{ score: '1,000' }, ['score']],
  [{ score: '-3.2' }, []],
  [{ score: '', score_unit: 'USD' }, ['score_unit']],
  [{ start: 13 }, ['end']],
  [{ end: 506 }, ['end']],
  [{ evidence: '' }, ['evidence']],
  [{ evidence: '. Hefei' }, ['evidence']],
  [{ evidence: '€3 in Hefei' }, []],
  [{ edition: '24' }, ['edition']],
  [{ edition: '2016/2017' }, []],
  [{ scope: 'Asia' }, ['scope']],
  [{ scope: 'southeast-asia' }, []],
  [{ latitude: '' }, ['longitude']],
  [{ latitude: '91' }, ['latitude']],
  [{ doubts: 'tied-rules;respelled-place' }, []],
  [{ doubts: 'unsure' }, ['doubts']],
  [{ ranking_name: '' }, ['ranking_name']],
  [{ ranking_name: '', doubts: 'no-list-name' }, []],
  [{ source: '/etc/passwd' }, ['source']],
  [{ colour: 'red' }, ['']],
])('a row with %j is refused in %j', (change, columns) => {
  expect(complaints(change)).toEqual(columns);
});

test('a range has its upper end above its lower', () => {
  const keys = new Set<string>(METRIC_COLUMNS);
  const shared = Object.fromEntries(Object.entries(ROW).filter(([column]) => keys.has(column)));
  const row = {
    ...shared,
    metric_id: '0123456789abcdef',
    metric: 'population',
    op: '>',
    value: '7',
    unit: 'people',
    change: '',
    period: '',
  };
  expect(metricRow.safeParse({ ...row, value_max: '8' }).success).toBe(true);
  expect(metricRow.safeParse({ ...row, value_max: '6.5' }).success).toBe(false);
});

test('doubts are joined in one order, each once', () => {
  expect(joinDoubts(['tied-rules', 'ambiguous-place', 'tied-rules'])).toBe('ambiguous-place;tied-rules');
});

test('steps have a name and an argument', () => {
  expect(parseStep('gazetteer:iso:CN-GZ')).toEqual({ name: 'gazetteer', argument: 'iso:CN-GZ' });
  expect(parseStep('document:published')).toEqual({ name: 'document:published', argument: '' });
  expect(parseStep('guess:7')).toBeUndefined();
});

test('every column is described, in the schemas and in the data package alike', () => {
  for (const schema of Object.values(jsonSchemas())) {
    const { properties = {} } = schema as { readonly properties?: Readonly<Record<string, { readonly description?: string }>> };
    const bare = Object.entries(properties).filter(
      ([name, { description }]) => description === undefined && !['kind', 'document_id'].includes(name),
    );
    expect(bare).toEqual([]);
  }
  expect(columnTexts().join('\n')).toMatch(/^ {2}rank +integer +Position in the ranking/m);
});

test('the data package has keys, foreign keys and the attribution that GeoNames asks for', () => {
  expect(dataPackage()).toMatchObject({
    sources: [{ title: 'GeoNames', description: expect.stringMatching(/CC BY 4\.0.*filtered and recoded/) as string }],
    resources: [
      {
        name: 'rankings',
        schema: {
          primaryKey: 'entry_id',
          foreignKeys: [{ fields: 'document_id', reference: { resource: 'documents', fields: 'document_id' } }],
        },
      },
      { name: 'metrics', schema: { primaryKey: 'metric_id' } },
      { name: 'documents', schema: { primaryKey: 'document_id' } },
    ],
  });
});
