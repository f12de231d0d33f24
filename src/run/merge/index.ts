import { conflictId, mergedEntryId, mergedId } from '../../ids.ts';
import type { ConflictRow, MergedRow, RankingRow } from '../../schema.ts';
import { bySource, mergePlaces, mostTold, type MergedPlace, type Position } from './entries.ts';
import { groupRankings, publisherKey, toldOf, type Told } from './group.ts';

/*
 * One table from many articles: rankings that are one, with the articles behind each entry, and the places on which they disagree.
 * Neither depends on the order of the rows.
 */

export interface Merged {
  readonly rows: readonly MergedRow[];
  readonly conflicts: readonly ConflictRow[];
}

/** `texts`: SHA-256 of the cleaned text by document; a text that was printed twice counts once. */
export function mergeRankings(rows: readonly RankingRow[], texts: ReadonlyMap<string, string>): Merged {
  const byRanking = new Map<string, RankingRow[]>();
  for (const row of [...rows].sort(bySource)) {
    const known = byRanking.get(row.ranking_id);
    if (known === undefined) byRanking.set(row.ranking_id, [row]);
    else known.push(row);
  }
  const told = [...byRanking.values()].flatMap((own) => toldOf(own) ?? []);
  const groups = groupRankings(told).map((group) => [...group].sort((a, b) => bySource(a.head, b.head)));
  groups.sort((a, b) => bySource(first(a), first(b)));
  const merged = groups.map((group) => mergeGroup(group, texts));
  return { rows: merged.flatMap((one) => one.rows), conflicts: merged.flatMap((one) => one.conflicts) };
}

function first([told]: readonly Told[]): RankingRow {
  if (told === undefined) throw new Error('expected a ranking in each group');
  return told.head;
}

const rankOf = ({ rank }: MergedRow): number => (rank === '' ? Infinity : rank);

type Text = (row: RankingRow) => string;

function mergeGroup(group: readonly Told[], texts: ReadonlyMap<string, string>): Merged {
  const text: Text = ({ document_id }) => texts.get(document_id) || document_id;
  // A text that is printed ten times has one voice in what the ranking is called.
  const voices = [...new Map(group.map((told) => [`${text(told.head)}|${told.head.ranking_name}`, told.head])).values()];
  const tell = <Column extends keyof RankingRow>(column: Column): RankingRow[Column] | '' => mostTold(voices.map((row) => row[column]));
  const head = first(group);
  const shared = {
    ...{ ranking_name: tell('ranking_name'), publisher: tell('publisher'), edition: tell('edition') },
    ...{ scope: tell('scope'), list_size: tell('list_size'), evaluated: tell('evaluated') },
  };
  const id = mergedId(publisherKey(head.publisher), head.edition, group.map((told) => told.head.ranking_id).sort()[0] ?? '');
  const places = mergePlaces(group.flatMap(({ rows }) => rows));
  const rows = places.flatMap((place) => place.positions.map((position) => rowOf(place, position, shared, id, text)));
  rows.sort(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      Buffer.compare(Buffer.from(a.place), Buffer.from(b.place)) ||
      (a.merged_entry_id < b.merged_entry_id ? -1 : 1),
  );
  const disputed = places.filter((place) => isDisputed(place, text));
  return { rows, conflicts: disputed.flatMap((place) => conflictsOf(place, shared, id, text)) };
}

/** An article that contradicts itself has its doubt in rankings.csv; here it takes two. */
function isDisputed({ positions }: MergedPlace, text: Text): boolean {
  return positions.length > 1 && new Set(positions.flatMap(({ rows }) => rows.map(text))).size > 1;
}

type Shared = Pick<MergedRow, 'ranking_name' | 'publisher' | 'edition' | 'scope' | 'list_size' | 'evaluated'>;

function rowOf(mergedPlace: MergedPlace, { rank, within, rows }: Position, shared: Shared, merged_id: string, text: Text): MergedRow {
  const documents = new Map<string, string>();
  const copies = new Set<string>();
  for (const row of rows) {
    const known = documents.get(text(row));
    if (known === undefined) documents.set(text(row), row.document_id);
    else if (known !== row.document_id) copies.add(row.document_id);
  }
  const [model] = rows;
  if (model === undefined) throw new Error('expected a row behind each position');
  const { place, place_type, place_id, admin1, country, latitude, longitude } = model;
  const scored = rows.find((row) => row.score !== '');
  return {
    merged_id,
    ...shared,
    merged_entry_id: mergedEntryId(merged_id, mergedPlace.key, rank, within),
    rank,
    within,
    tied: rank !== '' && rows.some((row) => row.tied === 'true') ? 'true' : '',
    ...{ place, place_type, place_id, admin1, country, latitude, longitude },
    score: scored?.score ?? '',
    score_unit: scored?.score_unit ?? '',
    previous_rank: mostTold(rows.map((row) => row.previous_rank)),
    supporters: documents.size,
    documents: [...documents.values()].join(';'),
    copies: [...copies].join(';'),
    entries: [...new Set(rows.map((row) => row.entry_id))].sort().join(';'),
    conflict: isDisputed(mergedPlace, text) ? 'true' : '',
  };
}

/** One row per position and text, with its evidence. */
function conflictsOf({ key, positions }: MergedPlace, shared: Shared, merged_id: string, text: Text): readonly ConflictRow[] {
  const { ranking_name, publisher, edition } = shared;
  return positions.flatMap(({ rank, within, rows }) => {
    const voices = new Map<string, RankingRow>();
    for (const row of rows) if (!voices.has(text(row))) voices.set(text(row), row);
    return [...voices.values()].map(({ place, place_id, country, document_id, source, entry_id, rule, evidence, start, end }) => ({
      conflict_id: conflictId(merged_id, key),
      merged_id,
      ...{ ranking_name, publisher, edition, place, place_id, country, rank, within },
      supporters: voices.size,
      ...{ document_id, source, entry_id, rule, evidence, start, end },
    }));
  });
}
