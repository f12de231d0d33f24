import { addedId, addedRankingId, foldName } from '../ids.ts';
import {
  METRIC_COLUMNS,
  metricRow,
  PROVEN_COLUMNS,
  RANKING_COLUMNS,
  rankingRow,
  SHARED_COLUMNS,
  type Article,
  type Decision,
  type LossRow,
  type MetricRow,
  type Piece,
  type ProvenanceCell,
  type ProvenanceLine,
  type RankingRow,
} from '../schema.ts';
import { quoteAt } from './quotes.ts';

/** Rule of a row that no rule found. */
const ADDED = 'review/added';

/** An article while decisions are applied to it. */
export interface Draft {
  readonly article: Article;
  readonly bytes: Uint8Array;
  readonly rankings: RankingRow[];
  readonly metrics: MetricRow[];
  /** Provenance by id. */
  readonly lines: Map<string, ProvenanceLine>;
  readonly losses: LossRow[];
}

/** Adds a row that a reviewer found; why it cannot, where it cannot. */
export function addRow(draft: Draft, decision: Decision): string | undefined {
  const piece = whereNow(draft, decision);
  if (piece === undefined) return 'its words have changed';
  return decision.kind === 'metric' ? addMetric(draft, decision, piece) : addEntry(draft, decision, piece);
}

/** The words where they stood; or, in an edited article, where they stand now if they stand there once. */
function whereNow({ bytes, article }: Draft, { start = 0, end = 0, quote }: Decision): Piece | undefined {
  if (quote === '') return undefined;
  if (quoteAt(bytes, start, end, article.document.encoding) === quote) return { quote, start, end };
  const words = Buffer.from(quote);
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const at = whole.indexOf(words);
  return at < 0 || whole.indexOf(words, at + 1) >= 0 ? undefined : { quote, start: at, end: at + words.length };
}

function addEntry(draft: Draft, decision: Decision, piece: Piece): string | undefined {
  const {
    article: { document },
    lines,
    rankings,
  } = draft;
  const { cells = {} } = decision;
  const place = String(cells['place'] ?? '');
  const known = rankings.find((row) => row.ranking_id === cells['ranking_id']);
  const ranking_id =
    known?.ranking_id ?? addedRankingId(document.document_id, String(cells['ranking_name'] ?? ''), String(cells['edition'] ?? ''));
  const peers = rankings.filter((row) => row.ranking_id === ranking_id);
  const isThere = peers.some((row) => foldName(row.place) === foldName(place) && row.rank === (cells['rank'] ?? ''));
  if (isThere) return 'the row is there without it';
  const [peer] = peers;
  const shared = peer === undefined ? {} : Object.fromEntries(SHARED_COLUMNS.map((column) => [column, peer[column]]));
  const result = rankingRow.safeParse({
    ...blank(RANKING_COLUMNS),
    basis: cells['within'] === undefined ? 'explicit' : 'member',
    ...cells,
    ...proofOf(document, piece),
    ...shared,
    ranking_id,
    entry_id: addedId(document.document_id, piece.start, piece.end, place),
  });
  if (!result.success) return complaint(result.error.issues);
  const row = result.data;
  if (lines.has(row.entry_id)) return 'the row is there already';
  rankings.push(row);
  if (peer === undefined) lines.set(ranking_id, lineOf('ranking', ranking_id, row, decision, piece));
  lines.set(row.entry_id, lineOf('entry', row.entry_id, row, decision, piece));
  return undefined;
}

function addMetric({ article: { document }, lines, metrics }: Draft, decision: Decision, piece: Piece): string | undefined {
  const { cells = {} } = decision;
  const place = String(cells['place'] ?? '');
  const isThere = metrics.some(
    (row) =>
      foldName(row.place) === foldName(place) && row.value === String(cells['value']) && row.start < piece.end && piece.start < row.end,
  );
  if (isThere) return 'the row is there without it';
  const result = metricRow.safeParse({
    ...blank(METRIC_COLUMNS),
    op: '=',
    ...cells,
    ...proofOf(document, piece),
    metric_id: addedId(document.document_id, piece.start, piece.end, place),
  });
  if (!result.success) return complaint(result.error.issues);
  const row = result.data;
  if (lines.has(row.metric_id)) return 'the row is there already';
  metrics.push(row);
  lines.set(row.metric_id, lineOf('metric', row.metric_id, row, decision, piece));
  return undefined;
}

const blank = (columns: readonly string[]): Readonly<Record<string, string>> => Object.fromEntries(columns.map((column) => [column, '']));

function proofOf({ document_id, source }: Article['document'], { quote, start, end }: Piece) {
  return { document_id, source, rule: ADDED, evidence: quote, start, end, review: 'accepted', doubts: '' };
}

function complaint(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  return `the row would not hold: ${issues[0]?.message ?? ''}, in \`${issues[0]?.path.join('.') ?? ''}\``;
}

function lineOf(
  kind: 'ranking' | 'entry' | 'metric',
  id: string,
  row: Readonly<Record<string, string | number>>,
  { by, at }: Decision,
  piece: Piece,
): ProvenanceLine {
  const cells: Record<string, ProvenanceCell> = {};
  for (const column of PROVEN_COLUMNS[kind]) {
    const value = row[column] ?? '';
    if (value !== '') cells[column] = { origin: 'concluded', value, pieces: [piece], rule: ADDED, steps: ['decision'] };
  }
  const document_id = String(row['document_id']);
  return { kind, id, document_id, cells, decisions: [{ by, at, decision: 'add', column: '', applied: true }] };
}
