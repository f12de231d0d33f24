import { PROVEN_COLUMNS, parseStep, type Article, type Decision, type ProvenanceCell, type ProvenanceLine } from '../schema.ts';
import type { Replay, Surroundings } from './replay.ts';
import { checkDecisions, machineValues } from './verify-decisions.ts';

/*
 * Tables against provenance: a line for each row and no other, a cell for each cell, the same values, and each value from its
 * words by its steps.
 */

type Row = Readonly<Record<string, string | number>>;

export function* checkCells(
  article: Article,
  replay: Replay,
  decisions: readonly Decision[],
  at: (start: number) => string,
  record: Readonly<Record<string, string>>,
): Generator<string> {
  const { document, rankings, metrics, provenance } = article;
  const rows = new Map<string, { readonly row: Row; readonly start: number }>([
    [`document ${document.document_id}`, { row: document, start: 0 }],
    ...[...rankings].reverse().map((row) => [`ranking ${row.ranking_id}`, { row, start: row.start }] as const),
    ...rankings.map((row) => [`entry ${row.entry_id}`, { row, start: row.start }] as const),
    ...metrics.map((row) => [`metric ${row.metric_id}`, { row, start: row.start }] as const),
  ]);
  for (const line of provenance) {
    const key = `${line.kind} ${line.id}`;
    const found = rows.get(key);
    if (found === undefined) {
      yield `${document.source}: expected one line of provenance for each row, got one for ${key}`;
      continue;
    }
    rows.delete(key);
    const around = { published: document.published, record };
    const complaints = [...checkLine(line, found.row, around, replay), ...checkDecisions(line, found.row, decisions)];
    for (const complaint of complaints) yield `${at(found.start)}: ${key}, ${complaint}`;
  }
  for (const [key, { start }] of rows) yield `${at(start)}: expected a line of provenance for ${key}, got none`;
}

function* checkLine(line: ProvenanceLine, row: Row, around: Pick<Surroundings, 'published' | 'record'>, replay: Replay): Generator<string> {
  const cells: Readonly<Record<string, ProvenanceCell>> = line.cells;
  const columns: readonly string[] = PROVEN_COLUMNS[line.kind];
  const machine = { ...row, ...machineValues(line) };
  for (const column of columns) {
    const value = row[column] ?? '';
    const cell = cells[column];
    if (cell === undefined) {
      if (value !== '') yield `\`${column}\`: expected provenance of ${JSON.stringify(value)}, got none`;
    } else if (cell.value !== value) {
      yield `\`${column}\`: expected ${JSON.stringify(cell.value)} as in the provenance, got ${JSON.stringify(value)}`;
    } else {
      const told = cell.machine === undefined ? cell : { ...cell.machine, pieces: cell.pieces };
      // What the machine gave must follow from the words too; nothing follows where it gave nothing.
      const isBare = cell.machine?.steps.length === 0 && cell.machine.value === '';
      const complaint = isBare ? undefined : replay(told, { column, row: machine, ...around });
      if (complaint !== undefined) yield `\`${column}\`: ${complaint}${cell.rule === '' ? '' : `, from \`${cell.rule}\``}`;
    }
  }
  for (const column of Object.keys(cells)) {
    if (!columns.includes(column)) yield `\`${column}\`: expected no provenance of this column`;
  }
  if (line.kind === 'entry' || line.kind === 'metric') yield* checkEvidence(machine, cells);
}

/** A position that is counted is `implied` or numbered by markup, a position that is said is not; evidence holds words of a cell. */
function* checkEvidence(row: Row, cells: Readonly<Record<string, ProvenanceCell>>): Generator<string> {
  const isCounted = (cells['rank']?.machine ?? cells['rank'])?.steps.some((step) => parseStep(step)?.name === 'list-order') === true;
  if (row['basis'] === 'implied' && !isCounted) yield '`basis`: expected `explicit` for a position that words state, got `implied`';
  const [from, to] = [Number(row['start']), Number(row['end'])];
  const isHeld = Object.values(cells).some(({ pieces }) => pieces.some(({ start, end }) => start < to && end > from));
  if (!isHeld) yield '`evidence`: expected the words of a cell in it, got none';
}
