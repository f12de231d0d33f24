import type { DocumentRow } from './schema/documents.ts';
import type { LossRow } from './schema/losses.ts';
import type { MetricRow } from './schema/metrics.ts';
import type { ProvenanceLine } from './schema/provenance.ts';
import type { RankingRow } from './schema/rankings.ts';

/*
 * The tables: the contract with downstream. Positions are bytes of the article, half-open. An empty string is a cell the
 * article gives nothing for.
 */

export * from './schema/columns.ts';
export * from './schema/decisions.ts';
export * from './schema/documents.ts';
export * from './schema/losses.ts';
export * from './schema/merged.ts';
export * from './schema/metrics.ts';
export * from './schema/provenance.ts';
export * from './schema/rankings.ts';
export {
  BASES,
  CHANGES,
  DOUBTS,
  EVIDENCE_BYTES,
  FORMATS,
  joinDoubts,
  OPERATORS,
  PLACE_TYPES,
  REVIEWS,
  SCOPE_AREAS,
  splitDoubts,
  STAGES,
  STATUSES,
} from './schema/values.ts';
export type { Basis, Change, Doubt, Review, Stage, Status } from './schema/values.ts';

/** All rows of one article. Rankings by first byte, entries by rank (empty last) then `start`, metrics by `start`. */
export interface Article {
  readonly document: DocumentRow;
  readonly rankings: readonly RankingRow[];
  readonly metrics: readonly MetricRow[];
  readonly provenance: readonly ProvenanceLine[];
  readonly losses: readonly LossRow[];
}
