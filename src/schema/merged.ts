import { z } from 'zod';
import { rankingRow } from './rankings.ts';
import { count, id, none, position, words } from './values.ts';

/*
 * What `merge` makes of the rankings that several articles tell.
 */

const { ranking_name, publisher, edition, scope, list_size, evaluated, rank, within, tied } = rankingRow.shape;
const { place, place_type, place_id, admin1, country, latitude, longitude, score, score_unit, previous_rank } = rankingRow.shape;
const { document_id, source, entry_id, rule, evidence, start, end } = rankingRow.shape;
const idList = z.string().regex(/^(?:[0-9a-f]{16}(?:;[0-9a-f]{16})*)?$/);
const mergedId = id.describe('Key of the merged ranking; the same in all its rows.');

/** A row of rankings_merged.csv: a place in a ranking, told by one article or more. The order of the keys is the order of the columns. */
export const mergedRow = z.strictObject({
  merged_id: mergedId,
  ranking_name: ranking_name.describe('Name that most articles give the ranking.'),
  publisher,
  edition,
  scope,
  list_size,
  evaluated,
  merged_entry_id: id.describe('Key of the row.'),
  rank,
  within,
  tied,
  place,
  place_type,
  place_id,
  admin1,
  country,
  latitude,
  longitude,
  score,
  score_unit,
  previous_rank,
  supporters: z.int().min(1).describe('Articles that give the place this position; copies of one text count once.'),
  documents: idList.min(1).describe('document_id of those articles, joined by ";".'),
  copies: idList.describe('document_id of the articles whose text is the same as that of one of them.'),
  entries: idList.min(1).describe('entry_id of all the rows behind this one.'),
  conflict: z.literal('true').or(none).describe('`true` where other articles give the place another position: see conflicts.csv.'),
});

/** A row of conflicts.csv: one of the positions that articles give a place, with an article that does. */
export const conflictRow = z.strictObject({
  conflict_id: id.describe('Key of the contradiction; the same in all its rows.'),
  merged_id: mergedId,
  ranking_name: words.or(none).describe('Name that most articles give the ranking.'),
  publisher,
  edition,
  place,
  place_id,
  country,
  rank: position.describe('The position this article gives the place; empty for a member whose position is not known.'),
  within,
  supporters: count.min(1).describe('Articles that give the place this position; copies of one text count once.'),
  document_id,
  source,
  entry_id,
  rule,
  evidence,
  start,
  end,
});

export type MergedRow = Readonly<z.infer<typeof mergedRow>>;
export type ConflictRow = Readonly<z.infer<typeof conflictRow>>;

/** The columns of rankings_merged.csv, in order. */
export const MERGED_COLUMNS = Object.keys(mergedRow.shape) as readonly (keyof MergedRow)[];
/** The columns of conflicts.csv, in order. */
export const CONFLICT_COLUMNS = Object.keys(conflictRow.shape) as readonly (keyof ConflictRow)[];
