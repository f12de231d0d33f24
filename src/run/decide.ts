import { Counter, lossId } from '../ids.ts';
import {
  metricRow,
  rankingRow,
  type Article,
  type Decided,
  type Decision,
  type LossRow,
  type MetricRow,
  type ProvenanceCell,
  type ProvenanceLine,
  type RankingRow,
} from '../schema.ts';
import { addRow, type Draft } from './decide-added.ts';
import { isLater, wordsHash } from './decisions.ts';

/*
 * Decisions applied to what the machine read of one article. Ids stay those of the machine's values. A decision whose words are
 * no longer there is not applied: it is stale.
 */

export interface Stale {
  readonly decision: Decision;
  readonly reason: string;
}

export interface DecidedArticle {
  readonly article: Article;
  readonly applied: number;
  readonly stale: readonly Stale[];
}

const byRank = (row: RankingRow): number => (row.rank === '' ? Infinity : row.rank);

/** `bytes`: those of the article, in which the words of added rows must stand. */
export function decide(article: Article, decisions: readonly Decision[], bytes: Uint8Array): DecidedArticle {
  const draft: Draft = {
    article,
    bytes,
    rankings: [...article.rankings],
    metrics: [...article.metrics],
    lines: new Map(article.provenance.map((line) => [line.id, line])),
    losses: [...article.losses],
  };
  const stale: Stale[] = [];
  const leave = (decision: Decision, reason: string): void => void stale.push({ decision, reason });
  const latestFirst = [...decisions].sort((a, b) => (isLater(a, b) ? -1 : 1));
  let applied = 0;
  // What was decided later may be about rows that were added.
  for (const decision of latestFirst.filter(isAddition)) {
    const reason = addRow(draft, decision);
    if (reason === undefined) applied += 1;
    else leave(decision, reason);
  }
  const byRow = new Map<string, Decision[]>();
  for (const decision of latestFirst) {
    if (isAddition(decision)) continue;
    const line = findLine(draft, decision);
    if (typeof line === 'string') leave(decision, line);
    else byRow.set(line.id, [...(byRow.get(line.id) ?? []), decision]);
  }
  for (const [id, list] of byRow) applied += decideRow(draft, id, list, leave);
  return { article: applied === 0 ? article : finished(draft), applied, stale };
}

const isAddition = ({ decision }: Decision): boolean => decision === 'add';

/** The line a decision is about: by its id, else the only one of its kind with its words. */
function findLine({ lines }: Draft, decision: Decision): ProvenanceLine | string {
  const { kind, row, column, words, row_words, at } = decision;
  const own = lines.get(row);
  if (own?.decisions?.some((one) => one.at > at) === true) return 'the row was added again later';
  if (own?.kind === kind) return wordsHash(own, column) === words ? own : 'its words have changed';
  const alike = [...lines.values()].filter(
    (line) => line.kind === kind && wordsHash(line, column) === words && wordsHash(line, '') === row_words,
  );
  const [only] = alike;
  if (only === undefined) return 'no row has its words';
  return alike.length === 1 ? only : 'several rows have its words';
}

/** Applies what was decided about one row, the latest first, and returns how many decisions came to bear. */
function decideRow(draft: Draft, id: string, decisions: readonly Decision[], leave: (decision: Decision, reason: string) => void): number {
  const line = draft.lines.get(id);
  if (line === undefined) return 0;
  const rows = line.kind === 'ranking' ? draft.rankings.filter((row) => row.ranking_id === id) : rowsOf(draft, line);
  const [latest] = decisions;
  const [first] = rows;
  if (latest === undefined || first === undefined) return 0;
  if (line.kind === 'ranking' && decisions.some(({ decision }) => decision !== 'correct')) {
    for (const one of decisions) leave(one, 'a ranking is corrected, or its entries are accepted and rejected');
    return 0;
  }
  if (latest.decision === 'reject') {
    reject(draft, line, first, decisions);
    return 1;
  }
  const corrections = new Map<string, Decision>();
  for (const one of decisions) if (one.decision === 'correct' && !corrections.has(one.column)) corrections.set(one.column, one);
  const values = Object.fromEntries([...corrections].map(([column, { value = '' }]) => [column, value]));
  const changed = rows.map((row) => ({
    ...row,
    ...values,
    review: corrections.size > 0 || row.review === 'corrected' ? ('corrected' as const) : ('accepted' as const),
  }));
  const schema = line.kind === 'metric' ? metricRow : rankingRow;
  const [issue] = changed.flatMap((row) => schema.safeParse(row).error?.issues ?? []);
  if (issue !== undefined) {
    for (const one of corrections.values()) leave(one, `the row would not hold: ${issue.message}, in \`${issue.path.join('.')}\``);
    return 0;
  }
  const winners = new Set<Decision>([...corrections.values(), ...(corrections.size === 0 ? [latest] : decisions.filter(isFirstAccept))]);
  draft.lines.set(id, {
    ...line,
    ...correctedCells(line, corrections),
    decisions: [...decisions.map((one) => decidedOf(one, winners.has(one), first)), ...(line.decisions ?? [])],
  });
  for (const [index, row] of rows.entries()) replace(draft, row, changed[index] ?? row);
  return winners.size;
}

const isFirstAccept = (one: Decision, index: number, all: readonly Decision[]): boolean =>
  one.decision === 'accept' && all.findIndex(({ decision }) => decision === 'accept' || decision === 'reject') === index;

function rowsOf({ rankings, metrics }: Draft, { kind, id }: ProvenanceLine): readonly (RankingRow | MetricRow)[] {
  return kind === 'metric' ? metrics.filter((row) => row.metric_id === id) : rankings.filter((row) => row.entry_id === id);
}

function replace(draft: Draft, row: RankingRow | MetricRow, by: RankingRow | MetricRow): void {
  if ('entry_id' in row && 'entry_id' in by) draft.rankings.splice(draft.rankings.indexOf(row), 1, by);
  if ('metric_id' in row && 'metric_id' in by) draft.metrics.splice(draft.metrics.indexOf(row), 1, by);
}

function decidedOf(one: Decision, applied: boolean, row: RankingRow | MetricRow): Decided {
  const { by, at, decision, column, value } = one;
  const cells: Readonly<Record<string, string | number>> = row;
  return { by, at, decision, column, ...(decision === 'correct' ? { value: value ?? '', machine: cells[column] ?? '' } : {}), applied };
}

function correctedCells(line: ProvenanceLine, corrections: ReadonlyMap<string, Decision>): Pick<ProvenanceLine, 'cells'> {
  const cells: Record<string, ProvenanceCell> = { ...line.cells };
  for (const [column, { value = '' }] of corrections) {
    // `basis` has no provenance of its own: what was decided about it stands in the line's decisions.
    if (column === 'basis') continue;
    const {
      origin,
      value: machine,
      rule,
      steps,
      pieces,
    } = cells[column] ?? { origin: 'concluded', value: '', rule: '', steps: [], pieces: [] };
    cells[column] = { origin: 'concluded', value, pieces, rule, steps: ['decision'], machine: { origin, value: machine, rule, steps } };
  }
  return { cells };
}

function reject(draft: Draft, line: ProvenanceLine, row: RankingRow | MetricRow, decisions: readonly Decision[]): void {
  const { document_id, source, start, end, rule } = row;
  const ids = new Set(draft.losses.map(({ loss_id }) => loss_id));
  const counter = new Counter();
  const reason = 'rejected-by-reviewer';
  let loss_id: string;
  do loss_id = counter.numbered((n) => lossId(document_id, 'review', reason, start, end, rule, n));
  while (ids.has(loss_id));
  const loss: LossRow = { loss_id, document_id, source, stage: 'review', reason, start, end, rule, row };
  const told = decisions.map((one, index) => decidedOf(one, index === 0, row));
  draft.losses.push({ ...loss, decisions: [...told, ...(line.decisions ?? [])] });
  draft.lines.delete(line.id);
  if ('metric_id' in row) draft.metrics.splice(draft.metrics.indexOf(row), 1);
  else {
    draft.rankings.splice(draft.rankings.indexOf(row), 1);
    if (!draft.rankings.some(({ ranking_id }) => ranking_id === row.ranking_id)) draft.lines.delete(row.ranking_id);
  }
}

/** Rows in the order of the contract, lines in the order of rows, counts that hold. */
function finished({ article, rankings, metrics, lines, losses }: Draft): Article {
  const groups = new Map<string, RankingRow[]>();
  for (const row of rankings) groups.set(row.ranking_id, [...(groups.get(row.ranking_id) ?? []), row]);
  const firstByte = (rows: readonly RankingRow[]): number => rows.reduce((first, { start }) => Math.min(first, start), Infinity);
  const lists = [...groups.values()].sort((a, b) => firstByte(a) - firstByte(b));
  const ordered = lists.map((rows) => rows.sort((a, b) => byRank(a) - byRank(b) || a.start - b.start));
  metrics.sort((a, b) => a.start - b.start);
  const ids = [
    article.document.document_id,
    ...ordered.flatMap((rows) => [rows[0]?.ranking_id ?? '', ...rows.map((row) => row.entry_id)]),
    ...metrics.map((row) => row.metric_id),
  ];
  return {
    document: { ...article.document, rankings: lists.length, entries: rankings.length, metrics: metrics.length, losses: losses.length },
    rankings: ordered.flat(),
    metrics,
    provenance: ids.flatMap((id) => lines.get(id) ?? []),
    losses,
  };
}
