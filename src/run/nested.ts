import { SHARED_COLUMNS } from '../schema/columns.ts';
import type { RankingRow } from '../schema.ts';

/** A ranking with its entries: the columns that all its rows share once, the others per entry. */
export type NestedRanking = Pick<RankingRow, (typeof SHARED_COLUMNS)[number]> & {
  readonly entries: readonly Omit<RankingRow, (typeof SHARED_COLUMNS)[number]>[];
};

const shared: ReadonlySet<string> = new Set(SHARED_COLUMNS);

export function nestRankings(rows: readonly RankingRow[]): readonly NestedRanking[] {
  const byId = new Map<string, { ranking: RankingRow; entries: NestedRanking['entries'][number][] }>();
  for (const row of rows) {
    const entry = Object.fromEntries(Object.entries(row).filter(([column]) => !shared.has(column))) as NestedRanking['entries'][number];
    const known = byId.get(row.ranking_id);
    if (known === undefined) byId.set(row.ranking_id, { ranking: row, entries: [entry] });
    else known.entries.push(entry);
  }
  return [...byId.values()].map(({ ranking, entries }) => ({
    ...(Object.fromEntries(SHARED_COLUMNS.map((column) => [column, ranking[column]])) as Pick<RankingRow, (typeof SHARED_COLUMNS)[number]>),
    entries,
  }));
}
