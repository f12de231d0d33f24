import type { RankingRow } from '../../schema.ts';
import { placeKey } from './group.ts';

/** Rows of different articles that give a place the same position. */
export interface Position {
  readonly rank: number | '';
  readonly within: number | '';
  /** In order of source and bytes. */
  readonly rows: readonly RankingRow[];
}

/** The positions a place has in a ranking: more than one is a contradiction. */
export interface MergedPlace {
  readonly key: string;
  readonly positions: readonly Position[];
}

/** Places of a ranking by their positions; each place's positions in order. */
export function mergePlaces(rows: readonly RankingRow[]): readonly MergedPlace[] {
  const byPlace = new Map<string, RankingRow[]>();
  for (const row of rows) {
    const known = byPlace.get(placeKey(row));
    if (known === undefined) byPlace.set(placeKey(row), [row]);
    else known.push(row);
  }
  const places = [...byPlace].map(([key, own]) => ({ key, positions: positionsOf(own) }));
  return places.sort((a, b) => best(a) - best(b) || (a.key < b.key ? -1 : 1));
}

const best = ({ positions: [first] }: MergedPlace): number => (first === undefined || first.rank === '' ? Infinity : first.rank);

/** "Within the top 10" agrees with every position up to 10. */
function positionsOf(rows: readonly RankingRow[]): readonly Position[] {
  const ranked = new Map<number, RankingRow[]>();
  const members: RankingRow[] = [];
  for (const row of rows) {
    if (row.rank === '') members.push(row);
    else ranked.set(row.rank, [...(ranked.get(row.rank) ?? []), row]);
  }
  const loose: RankingRow[] = [];
  for (const row of members) {
    const [fitting] = [...ranked.keys()].filter((rank) => row.within !== '' && rank <= row.within).sort((a, b) => a - b);
    if (fitting === undefined) loose.push(row);
    else ranked.get(fitting)?.push(row);
  }
  const positions: Position[] = [...ranked].map(([rank, own]) => ({ rank, within: '' as const, rows: own.sort(bySource) }));
  positions.sort((a, b) => Number(a.rank) - Number(b.rank));
  if (loose.length === 0) return positions;
  const within = Math.min(...loose.map((row) => (row.within === '' ? Infinity : row.within)));
  return [...positions, { rank: '', within, rows: loose.sort(bySource) }];
}

export function bySource(a: RankingRow, b: RankingRow): number {
  return Buffer.compare(Buffer.from(a.source), Buffer.from(b.source)) || a.start - b.start || (a.entry_id < b.entry_id ? -1 : 1);
}

/** The value that most texts give; of equals the smallest in bytes. Empty values do not count. */
export function mostTold<Value extends string | number>(values: readonly Value[]): Value | '' {
  const counts = new Map<Value, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b))));
  return first?.[0] ?? '';
}
