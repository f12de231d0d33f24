import { addedId, addedRankingId, entryId, metricId, rankingId } from '../ids.ts';
import { SHARED_COLUMNS, type Article, type RankingRow } from '../schema.ts';
import { isAdded, machineValues } from './verify-decisions.ts';

/*
 * What rows must be to each other: keys, order, counts, the columns that the rows of a ranking share.
 */

/** `size`: bytes of the article; `at` says where a byte stands. */
export function* checkRows(article: Article, size: number, at: (start: number) => string): Generator<string> {
  const { document, rankings, metrics, losses } = article;
  const byRanking = new Map<string, RankingRow[]>();
  for (const row of rankings) byRanking.set(row.ranking_id, [...(byRanking.get(row.ranking_id) ?? []), row]);
  yield* checkCounts(article, byRanking.size);
  for (const row of [...rankings, ...metrics, ...losses]) {
    if (row.source !== document.source) yield `${at(row.start)}: expected the source ${document.source}, got ${row.source}`;
    if (row.end > size) yield `${at(row.start)}: expected bytes below ${size}, got ${row.end}`;
  }
  yield* checkKeys(article, byRanking, at);
  yield* checkOrder(article, byRanking, at);
  for (const [first, ...rest] of byRanking.values()) {
    if (first === undefined) continue;
    for (const row of rest) {
      const column = SHARED_COLUMNS.find((name) => row[name] !== first[name]);
      if (column !== undefined)
        yield `${at(row.start)}: expected \`${column}\` ${JSON.stringify(first[column])} in all rows of the ranking, got ${JSON.stringify(row[column])}`;
    }
  }
}

function* checkCounts({ document, rankings, metrics, losses }: Article, lists: number): Generator<string> {
  const counts = { rankings: lists, entries: rankings.length, metrics: metrics.length, losses: losses.length };
  for (const column of ['rankings', 'entries', 'metrics', 'losses'] as const) {
    if (document[column] !== counts[column])
      yield `${document.source}: expected ${counts[column]} ${column} as in the tables, got ${document[column]}`;
  }
}

type ByRanking = ReadonlyMap<string, readonly RankingRow[]>;

/** A key is right if it is the one of the machine's values for some n below the number of rows, rejected ones among them. */
function* checkKeys(article: Article, byRanking: ByRanking, at: (start: number) => string): Generator<string> {
  const rejected = article.losses.filter(({ stage }) => stage === 'review').length;
  const isKey = (key: string, rows: number, keyOf: (n: number) => string): boolean => {
    for (let n = 0; n < rows + rejected; n += 1) if (keyOf(n) === key) return true;
    return false;
  };
  const lines = new Map(article.provenance.map((line) => [line.id, line]));
  const told = <Row extends object>(row: Row, id: string): Row => ({ ...row, ...machineValues(lines.get(id)) });
  const seen = new Set<string>();
  const isNew = (key: string): boolean => !seen.has(key) && seen.add(key).has(key);
  for (const [ranking, rows] of byRanking) {
    const [first] = rows;
    if (first === undefined) continue;
    const { document_id, ranking_name, edition } = told(first, ranking);
    const isOwn = isAdded(lines.get(ranking))
      ? ranking === addedRankingId(document_id, ranking_name, edition)
      : isKey(ranking, byRanking.size, (n) => rankingId(document_id, ranking_name, edition, n));
    if (!isOwn) {
      yield `${at(first.start)}: expected the ranking_id of "${first.ranking_name}", edition "${first.edition}", got ${ranking}`;
    }
    for (const row of rows) {
      const isRight = isAdded(lines.get(row.entry_id))
        ? row.entry_id === addedId(row.document_id, row.start, row.end, told(row, row.entry_id).place)
        : isKey(row.entry_id, rows.length, (n) => entryId(ranking, told(row, row.entry_id), n));
      if (isRight && isNew(row.entry_id)) continue;
      yield `${at(row.start)}: expected the entry_id of \`${row.place}\`, once, got ${row.entry_id}`;
    }
  }
  for (const decided of article.metrics) {
    const row = told(decided, decided.metric_id);
    const keyOf = (n: number): string => metricId(row.document_id, row, row.metric, row.unit, row.change, row.period, n);
    const isRight = isAdded(lines.get(row.metric_id))
      ? row.metric_id === addedId(row.document_id, row.start, row.end, row.place)
      : isKey(row.metric_id, article.metrics.length, keyOf);
    if (isRight && isNew(row.metric_id)) continue;
    yield `${at(row.start)}: expected the metric_id of \`${row.place}\`, \`${row.metric}\`, once, got ${row.metric_id}`;
  }
}

/** Rankings by first byte, entries by rank (empty last) then start; metrics by start. */
function* checkOrder({ rankings, metrics }: Article, byRanking: ByRanking, at: (start: number) => string): Generator<string> {
  const inOrder = [...byRanking.values()].flat();
  const stray = rankings.find((row, index) => row !== inOrder[index]);
  if (stray !== undefined) yield `${at(stray.start)}: expected the rows of a ranking side by side, got entry ${stray.entry_id}`;
  const firstByte = (rows: readonly RankingRow[]): number => rows.reduce((first, { start }) => Math.min(first, start), Infinity);
  const rank = (row: RankingRow): number => (row.rank === '' ? Infinity : row.rank);
  const isSorted = <Row>(rows: readonly Row[], ...keys: readonly ((row: Row) => number)[]): boolean =>
    rows.every((row, index) => {
      const before = rows[index - 1];
      const key = before === undefined ? undefined : keys.find((keyOf) => keyOf(before) !== keyOf(row));
      return before === undefined || key === undefined || key(before) < key(row);
    });
  if (!isSorted([...byRanking.values()], firstByte))
    yield `${at(rankings[0]?.start ?? 0)}: expected rankings in the order of their first bytes`;
  for (const rows of byRanking.values()) {
    if (!isSorted(rows, rank, (row) => row.start)) yield `${at(firstByte(rows))}: expected entries by rank, then by their bytes`;
  }
  if (!isSorted(metrics, (row) => row.start)) yield `${at(metrics[0]?.start ?? 0)}: expected metrics in the order of their bytes`;
}
