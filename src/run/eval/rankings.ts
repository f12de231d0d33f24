import type { RankingRow } from '../../schema.ts';
import { alignRankings, cellNumber, hasNames, isHit, type Alignment } from './align.ts';
import { isClose } from './figures.ts';
import type { GoldEntry, GoldFile, GoldMetric, GoldRanking } from './gold.ts';
import { isLike, isSamePlace, overlap, placeKeys } from './names.ts';
import type { Tally } from './tally.ts';

/*
 * The ranking rows of one article against its gold file.
 */

const isOptional = (ranking: GoldRanking, entry: GoldEntry): boolean => entry.optional === true || ranking.optional === true;

export function scoreRankings(gold: GoldFile, rows: readonly RankingRow[], tally: Tally): void {
  const alignment = alignRankings(gold, rows);
  scorePairs(gold, rows, alignment, tally);
  scoreEntries(gold, rows, alignment, tally);
}

/** Place and rank alone, whatever the ranking. */
function scorePairs(gold: GoldFile, rows: readonly RankingRow[], alignment: Alignment, tally: Tally): void {
  const all = gold.rankings.flatMap((ranking) => ranking.entries.map((entry) => ({ entry, optional: isOptional(ranking, entry) })));
  const free = [...rows];
  const met = new Set<GoldEntry>();
  for (const { entry, optional } of [...all.filter((one) => !one.optional), ...all.filter((one) => one.optional)]) {
    const at = free.findIndex((row) => isHit(entry, row));
    if (at >= 0) {
      free.splice(at, 1);
      met.add(entry);
    }
    if (!optional) tally.count('pair', at >= 0 ? 'right' : 'missed');
  }
  unforgiven(gold, free, met, alignment).forEach(() => tally.count('pair', 'extra'));
}

/** Rows that no arguable entry excuses: one excuses another position of its place in the same ranking. */
function unforgiven(
  gold: GoldFile,
  rows: readonly RankingRow[],
  used: ReadonlySet<GoldEntry>,
  alignment: Alignment,
): readonly RankingRow[] {
  const loose = gold.rankings.flatMap((ranking) =>
    ranking.entries
      .filter((entry) => isOptional(ranking, entry) && !used.has(entry))
      .map((entry) => ({ entry, id: alignment.get(ranking)?.[0]?.ranking_id })),
  );
  return rows.filter((row) => {
    const at = loose.findIndex(({ entry, id }) => isSamePlace(entry.place, row) && (row.ranking_id === id || isHit(entry, row)));
    if (at >= 0) loose.splice(at, 1);
    return at < 0;
  });
}

/** Place and rank in the right ranking, and the attributes of what was found. */
function scoreEntries(gold: GoldFile, rows: readonly RankingRow[], alignment: Alignment, tally: Tally): void {
  const taken = new Set<RankingRow>();
  const got = new Set<GoldEntry>();
  for (const ranking of gold.rankings) {
    const found = alignment.get(ranking) ?? [];
    for (const entry of ranking.entries) {
      const row = found.find((candidate) => !taken.has(candidate) && isHit(entry, candidate));
      if (row !== undefined) {
        taken.add(row);
        got.add(entry);
      }
      if (isOptional(ranking, entry)) continue;
      if (row === undefined) {
        tally.count('entry', 'missed');
        tally.said.push(`  missed  ${sayGold(ranking, entry)}`);
        continue;
      }
      tally.countRow('entry', 'right', row.rule);
      entryAttributes(entry, row, gold.metrics, tally);
    }
    const [first] = found;
    if (first !== undefined && ranking.optional !== true) rankingAttributes(ranking, first, found, tally);
  }
  for (const row of unforgiven(
    gold,
    rows.filter((candidate) => !taken.has(candidate)),
    got,
    alignment,
  )) {
    tally.countRow('entry', 'extra', row.rule);
    tally.said.push(`  extra   ${sayRow(row)}`);
  }
}

function entryAttributes(entry: GoldEntry, row: RankingRow, metrics: readonly GoldMetric[], tally: Tally): void {
  const { place, place_type } = row;
  tally.attribute(
    'entry.place',
    overlap(placeKeys(entry.place), placeKeys([place])) || isSamePlace(entry.place, { place, place_type }, entry.type),
  );
  tally.attribute('entry.country', row.country.toUpperCase() === (entry.country ?? ''));
  tally.attribute('entry.type', place_type === entry.type);
  tally.attribute('entry.basis', row.basis === entry.basis);
  if (['city', 'province', 'country'].includes(entry.type)) tally.attribute('entry.place_id', row.place_id !== '');
  if (hasText(entry.admin1)) tally.attribute('entry.admin1', overlap(placeKeys([entry.admin1]), placeKeys([row.admin1])));
  const score = cellNumber(row.score);
  if (isNumber(entry.score)) tally.attribute('entry.score', isClose(score, entry.score));
  else if (row.score !== '') {
    tally.attribute(
      'entry.score',
      metrics.some((metric) => isSamePlace(metric.place, row, metric.type) && isClose(score, metric.value)),
    );
  }
  if (isNumber(entry.previous_rank) || row.previous_rank !== '') {
    tally.attribute('entry.previous_rank', cellNumber(row.previous_rank) === (entry.previous_rank ?? undefined));
  }
  if (entry.tied === true || row.tied !== '') tally.attribute('entry.tied', (entry.tied === true) === (row.tied === 'true'));
}

const SAME_IN_ALL = ['ranking_name', 'publisher', 'edition', 'scope', 'list_size', 'evaluated'] as const;

function rankingAttributes(gold: GoldRanking, row: RankingRow, rows: readonly RankingRow[], tally: Tally): void {
  const { name, publisher, edition, scope, size, evaluated } = gold;
  tally.attribute(
    'ranking.rows_agree',
    rows.every((other) => SAME_IN_ALL.every((column) => other[column] === row[column])),
  );
  tally.attribute('ranking.name', isLike(name, row.ranking_name));
  if (hasNames(publisher) || row.publisher !== '')
    tally.attribute('ranking.publisher', hasNames(publisher) && isLike(publisher, row.publisher));
  if (hasText(edition) || row.edition !== '') tally.attribute('ranking.edition', row.edition === (edition ?? ''));
  if (hasText(scope)) tally.attribute('ranking.scope', row.scope.toLowerCase() === scope.toLowerCase());
  if (isNumber(size) || row.list_size !== '') tally.attribute('ranking.size', cellNumber(row.list_size) === (size ?? undefined));
  if (isNumber(evaluated) || row.evaluated !== '')
    tally.attribute('ranking.evaluated', cellNumber(row.evaluated) === (evaluated ?? undefined));
}

export function hasText(text: string | null | undefined): text is string {
  return text !== null && text !== undefined && text !== '';
}

export function isNumber(value: number | null | undefined): value is number {
  return value !== null && value !== undefined;
}

function sayGold(ranking: GoldRanking, entry: GoldEntry): string {
  const where = entry.basis === 'member' ? `within ${entry.within ?? ''}` : `${entry.rank ?? ''}`;
  return `${(ranking.name[0] ?? '').slice(0, 50)} | ${where} ${entry.place[0] ?? ''} (${entry.basis}) <- ${JSON.stringify(entry.evidence.slice(0, 70))}`;
}

function sayRow(row: RankingRow): string {
  const where = row.rank === '' ? `within ${row.within}` : `${row.rank}`;
  return `${row.ranking_name.slice(0, 50)} | ${where} ${row.place} [${row.rule}] <- ${JSON.stringify(row.evidence.slice(0, 70))}`;
}
