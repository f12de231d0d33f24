import type { RankingRow } from '../../schema.ts';
import { figure } from './figures.ts';
import type { GoldEntry, GoldFile, GoldRanking } from './gold.ts';
import { isLike, isSamePlace, likeness } from './names.ts';

/*
 * Which ranking of the tables stands for which of the gold file: the pair that shares most entries first.
 */

/** A ranking of the gold file → the rows of the ranking that stands for it. */
export type Alignment = ReadonlyMap<GoldRanking, readonly RankingRow[]>;

/** A row has the entry's place and position. */
export function isHit(entry: GoldEntry, row: RankingRow): boolean {
  if (!isSamePlace(entry.place, row, entry.type)) return false;
  if (entry.basis === 'member') return row.rank === '' && cellNumber(row.within) === (entry.within ?? undefined);
  return cellNumber(row.rank) === (entry.rank ?? undefined);
}

export function cellNumber(cell: string | number): number | undefined {
  return figure(String(cell));
}

function byRanking(rows: readonly RankingRow[]): ReadonlyMap<string, readonly RankingRow[]> {
  const groups = new Map<string, RankingRow[]>();
  for (const row of rows) groups.set(row.ranking_id, [...(groups.get(row.ranking_id) ?? []), row]);
  return groups;
}

export function alignRankings(gold: GoldFile, rows: readonly RankingRow[]): Alignment {
  const pairs = gold.rankings.flatMap((ranking, index) =>
    [...byRanking(rows)].map(([id, found]) => {
      const hits = ranking.entries.filter((entry) => found.some((row) => isHit(entry, row))).length;
      const [first] = found;
      return {
        ranking,
        id,
        found,
        key: [-hits, ranking.optional === true ? 1 : 0, first === undefined ? 0 : -agreement(ranking, first), found.length, index],
        hits,
      };
    }),
  );
  pairs.sort((a, b) => compareKeys(a.key, b.key) || (a.id < b.id ? -1 : 1));
  const aligned = new Map<GoldRanking, readonly RankingRow[]>();
  const used = new Set<string>();
  for (const { ranking, id, found, hits } of pairs) {
    if (hits === 0 || aligned.has(ranking) || used.has(id)) continue;
    aligned.set(ranking, found);
    used.add(id);
  }
  return aligned;
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** How well a ranking's own columns fit: decides between rankings that share places and ranks. */
function agreement(gold: GoldRanking, row: RankingRow): number {
  const isSameEdition = row.edition === (gold.edition ?? '');
  const isSamePublisher = hasNames(gold.publisher) ? isLike(gold.publisher, row.publisher) : row.publisher === '';
  const isSameSize = cellNumber(row.list_size) === (gold.size ?? undefined);
  return likeness(gold.name, row.ranking_name) + Number(isSameEdition) + Number(isSamePublisher) + Number(isSameSize);
}

export function hasNames(names: readonly string[] | null | undefined): names is readonly string[] {
  return names !== null && names !== undefined && names.length > 0;
}
