import { UsageError } from '../failures.ts';
import { readOutput } from '../run/output.ts';
import { lineAt } from '../run/quotes.ts';
import { readSource } from '../run/source-reader.ts';
import type { Article, LossRow, MetricRow, Piece, ProvenanceCell, ProvenanceLine, RankingRow } from '../schema.ts';

/*
 * Why a row or a cell of an output is there: its provenance, in words.
 */

/** Says where a byte of the article stands: "a.html:41", or "a.html@812" where the file is not at hand. */
type Where = (start: number) => string;

/** Lines that explain a document, ranking, entry, metric or loss of an output by its id. Throws `UsageError` for an unknown id. */
export async function explainId(folder: string, id: string, column?: string, root?: string): Promise<readonly string[]> {
  for (const article of readOutput(folder)) {
    if (![...article.provenance, ...article.losses].some((one) => ('id' in one ? one.id : one.loss_id) === id)) continue;
    const lines = explainIn(article, id, column, await whereOf(article, folder, root));
    if (lines !== undefined) return lines;
  }
  throw new UsageError(`expected the id of a document, ranking, entry, metric or loss in ${folder}, got \`${id}\``);
}

/** The same of one article; undefined where it has no such id. */
export function explainIn(article: Article, id: string, column?: string, where: Where = inBytes(article)): readonly string[] | undefined {
  const line = article.provenance.find((candidate) => candidate.id === id);
  if (line !== undefined)
    return [headOf(line, article, where), ...cellLines(line, where, column), ...(column === undefined ? otherClaims(line, where) : [])];
  const loss = article.losses.find((candidate) => candidate.loss_id === id);
  return loss === undefined ? undefined : explainLoss(loss, where);
}

const inBytes =
  ({ document: { source } }: Article): Where =>
  (start) =>
    `${source}@${start}`;

async function whereOf({ document: { source } }: Article, folder: string, root: string | undefined): Promise<Where> {
  const content = root === undefined ? undefined : await readSource(folder, root, source);
  return (start) => (content === undefined || 'status' in content ? `${source}@${start}` : `${source}:${lineAt(content.bytes, start)}`);
}

function headOf(line: ProvenanceLine, article: Article, where: Where): string {
  const { document, rankings, metrics } = article;
  const entry = rankings.find((row) => (line.kind === 'ranking' ? row.ranking_id : row.entry_id) === line.id);
  if (line.kind === 'ranking' && entry !== undefined) {
    return `${where(entry.start)}: ranking "${entry.ranking_name}" with ${rankings.filter((row) => row.ranking_id === line.id).length} entries`;
  }
  if (entry !== undefined)
    return `${where(entry.start)}: ${sayEntry(entry)}, by \`${entry.rule}\` from ${quoted(entry.evidence)}${sayDoubts(entry)}`;
  const metric = metrics.find((row) => row.metric_id === line.id);
  if (metric !== undefined)
    return `${where(metric.start)}: ${sayMetric(metric)}, by \`${metric.rule}\` from ${quoted(metric.evidence)}${sayDoubts(metric)}`;
  return `${document.source}: ${document.status}, ${document.entries} entries of ${document.rankings} rankings, ${document.metrics} metrics, ${document.losses} losses`;
}

export function sayEntry(row: RankingRow): string {
  const position = row.rank === '' ? `within the top ${row.within}` : `rank ${row.rank}${row.tied === 'true' ? ' (tied)' : ''}`;
  return `${row.place} is ${position} in "${row.ranking_name}"${row.edition === '' ? '' : ` (${row.edition})`}`;
}

export function sayMetric(row: MetricRow): string {
  const range = row.value_max === '' ? '' : ` to ${row.value_max}`;
  return `${row.place}: ${row.metric} ${row.op} ${row.value}${range} ${row.unit}${row.change === '' ? '' : ` (${row.change})`}`;
}

function sayDoubts({ doubts }: { readonly doubts: string }): string {
  return doubts === '' ? '' : `; doubts: ${doubts.replaceAll(';', ', ')}`;
}

function cellLines(line: ProvenanceLine, where: Where, column: string | undefined): readonly string[] {
  const cells: Readonly<Record<string, ProvenanceCell>> = line.cells;
  const names = Object.keys(cells);
  if (column !== undefined && !names.includes(column)) {
    throw new UsageError(`expected a column with provenance (${names.join(', ')}), got \`${column}\``);
  }
  return names
    .filter((name) => column === undefined || name === column)
    .map((name) => {
      const { origin = 'stated', value = '', pieces = [], rule = '', steps = [] } = cells[name] ?? {};
      const from = pieces.length === 0 ? 'no words' : pieces.map((piece) => sayPiece(piece, where)).join(' and ');
      return `  ${name.padEnd(14)} ${JSON.stringify(value)} ${origin} from ${from} by ${steps.join(', ')}${rule === '' ? '' : `, \`${rule}\``}`;
    });
}

function otherClaims({ supporters = [], losers = [] }: ProvenanceLine, where: Where): readonly string[] {
  const from = (pieces: readonly Piece[]): string => pieces.map((piece) => sayPiece(piece, where)).join(' and ');
  return [
    ...supporters.map(({ rule, pieces }) => `  supported by \`${rule}\` from ${from(pieces)}`),
    ...losers.map(({ rule, reason, value, pieces }) => `  against ${JSON.stringify(value)} by \`${rule}\` from ${from(pieces)}: ${reason}`),
  ];
}

function explainLoss({ stage, reason, start, end, rule, row }: LossRow, where: Where): readonly string[] {
  const by = rule === '' ? '' : `, a claim of \`${rule}\``;
  return [
    `${where(start)}: let go by ${stage}: ${reason}${by} (bytes ${start}..${end})`,
    ...(row === undefined ? [] : [`  ${JSON.stringify(row)}`]),
  ];
}

function sayPiece({ quote, start, end }: Piece, where: Where): string {
  return `${quoted(quote)} (${where(start)}, bytes ${start}..${end})`;
}

export function quoted(words: string): string {
  const flat = words.replace(/\s+/g, ' ');
  return JSON.stringify(flat.length > 90 ? `${flat.slice(0, 89)}…` : flat);
}
