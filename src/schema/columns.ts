import type { DocumentRow } from './documents.ts';
import type { MetricRow } from './metrics.ts';
import type { RankingRow } from './rankings.ts';

/*
 * The columns of the tables that grow with every article, in order: those of their schemas, which test/schema.test.ts holds them to.
 */

/** The columns of documents.csv, in order. */
export const DOCUMENT_COLUMNS = [
  'document_id',
  'source',
  'sha256',
  'bytes',
  'format',
  'encoding',
  'language',
  'title',
  'site',
  'author',
  'published',
  'rankings',
  'entries',
  'metrics',
  'losses',
  'status',
  'error',
  'text_sha256',
] as const satisfies readonly (keyof DocumentRow)[];

/** The columns of metrics.csv, in order. */
export const METRIC_COLUMNS = [
  'document_id',
  'source',
  'metric_id',
  'place',
  'place_raw',
  'place_type',
  'place_id',
  'admin1',
  'country',
  'latitude',
  'longitude',
  'metric',
  'op',
  'value',
  'value_max',
  'unit',
  'change',
  'period',
  'doubts',
  'rule',
  'evidence',
  'start',
  'end',
  'review',
] as const satisfies readonly (keyof MetricRow)[];

/** The columns of rankings.csv, in order. */
export const RANKING_COLUMNS = [
  'document_id',
  'source',
  'ranking_id',
  'ranking_name',
  'publisher',
  'edition',
  'scope',
  'list_size',
  'evaluated',
  'entry_id',
  'rank',
  'within',
  'tied',
  'place',
  'place_raw',
  'place_type',
  'place_id',
  'admin1',
  'country',
  'latitude',
  'longitude',
  'score',
  'score_unit',
  'previous_rank',
  'basis',
  'doubts',
  'rule',
  'evidence',
  'start',
  'end',
  'review',
] as const satisfies readonly (keyof RankingRow)[];

/** The columns that are the same in all rows of a ranking. */
export const SHARED_COLUMNS = [
  'document_id',
  'source',
  'ranking_id',
  'ranking_name',
  'publisher',
  'edition',
  'scope',
  'list_size',
  'evaluated',
] as const satisfies readonly (keyof RankingRow)[];
