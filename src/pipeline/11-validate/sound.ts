import { BASES, CHANGES, DOUBTS, EVIDENCE_BYTES, OPERATORS, PLACE_TYPES, REVIEWS, SCOPE_AREAS, splitDoubts } from '../../schema/lists.ts';
import type { MetricRow, RankingRow } from '../../schema.ts';

/*
 * Rows that hold beyond doubt, known without the schema: parsing a row of 30 cells costs more than making it. What is not plain
 * enough here goes to the schema, which alone refuses rows; test/sound.test.ts holds the two together.
 */

type Cell = string | number;
type Check = (value: Cell) => boolean;

const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const oneOf = (values: readonly Cell[]): Check => {
  const known = new Set(values);
  return (value) => known.has(value);
};
const orEmpty =
  (check: Check): Check =>
  (value) =>
    value === '' || check(value);

const whole: Check = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const position: Check = orEmpty((value) => whole(value) && value !== 0);
const id = matches(/^[\da-f]{16}$/);
const words = matches(/^[\p{L}\p{N}$€£](?:.*\S)?$/su);
const text = orEmpty(words);
const decimal = matches(/^-?\d+(?:\.\d+)?$/);
const period = orEmpty(matches(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?(?:\/\d{4}(?:-(?:0[1-9]|1[0-2]))?)?$/));

const area = oneOf(SCOPE_AREAS);
const country = matches(/^[A-Z]{2}$/);
const doubt = oneOf(DOUBTS);
const doubts: Check = orEmpty((value) => typeof value === 'string' && splitDoubts(value).every(doubt));

const PLACE = {
  place: words,
  place_raw: words,
  place_type: oneOf(PLACE_TYPES),
  place_id: orEmpty(matches(/^(?:geonames:\d+|iso:[A-Z]{2}(?:-[A-Z\d]{1,3})?)$/)),
  admin1: text,
  country: orEmpty(country),
  latitude: orEmpty(decimal),
  longitude: orEmpty(decimal),
} as const;
const PROOF = {
  doubts,
  rule: words,
  evidence: matches(/^[\p{L}\p{N}\p{Sc}]/u),
  start: whole,
  end: whole,
  review: oneOf(REVIEWS),
} as const;

const METRIC: Readonly<Record<keyof MetricRow, Check>> = {
  document_id: id,
  source: words,
  metric_id: id,
  ...PLACE,
  metric: words,
  op: oneOf(OPERATORS),
  value: decimal,
  value_max: orEmpty(() => false), // the schema compares it with the value
  unit: text,
  change: orEmpty(oneOf(CHANGES)),
  period,
  ...PROOF,
};

const RANKING: Readonly<Record<keyof RankingRow, Check>> = {
  document_id: id,
  source: words,
  ranking_id: id,
  ranking_name: words, // without one the doubts must say so
  publisher: text,
  edition: period,
  scope: orEmpty((value) => area(value) || country(value)),
  list_size: position,
  evaluated: position,
  entry_id: id,
  rank: position,
  within: position,
  tied: oneOf(['true', '']),
  ...PLACE,
  score: orEmpty(decimal),
  score_unit: text,
  previous_rank: position,
  basis: oneOf(BASES),
  ...PROOF,
};

type Checks<Row> = readonly (readonly [keyof Row, Check])[];
const METRIC_CHECKS = Object.entries(METRIC) as Checks<MetricRow>;
const RANKING_CHECKS = Object.entries(RANKING) as Checks<RankingRow>;

function holds<Row extends MetricRow | RankingRow>(row: Row, checks: Checks<Row>): boolean {
  for (const [column, check] of checks) if (!check(row[column] as Cell)) return false;
  const { start, end, latitude, longitude } = row;
  return (
    end > start &&
    end - start <= EVIDENCE_BYTES &&
    (latitude === '') === (longitude === '') &&
    Math.abs(Number(latitude)) <= 90 &&
    Math.abs(Number(longitude)) <= 180
  );
}

export const isSoundMetric = (row: MetricRow): boolean => holds(row, METRIC_CHECKS);

export function isSoundRanking(row: RankingRow): boolean {
  const member = row.basis === 'member';
  return (
    (row.rank === '') === member &&
    (row.within !== '') === member &&
    (row.rank !== '' || row.tied === '') &&
    (row.score !== '' || row.score_unit === '') &&
    holds(row, RANKING_CHECKS)
  );
}
