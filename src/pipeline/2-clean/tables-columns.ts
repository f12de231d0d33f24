import type { Cell } from '../../types.ts';
import { cellType, type TextTable } from './cells.ts';
import type { Line } from './lines.ts';
import { readNumberAlone } from './markers.ts';

/*
 * Tables that a crawler saved column by column, one cell a line:
 *   Rank / 1 / 2 / 3 / 4 / City / Oslo / Lima / Bern / Rome / Score / 98.4 / 97.2 / 96.0 / 95.5
 */

const FEWEST_ROWS = 4;
const LONGEST_CELL = 60;
/** Of ten cells of a column so many are alike: all names, or all figures. */
const LEAST_ALIKE = 0.8;

const NAMES =
  /^(?:cit(?:y|ies)|towns?|countr(?:y|ies)|states?|provinces?|regions?|count(?:y|ies)|districts?|municipalit(?:y|ies)|places?|destinations?|metros?(?: areas?)?|names?|locations?)(?: name)?$/i;

const isCell = (line: Line | undefined): boolean =>
  line !== undefined && line.text.length <= LONGEST_CELL && !/[!?;:]$|[a-z]{3}\.$/.test(line.text);

/** From the header of the positions, or of the names where no positions are shown. */
export function findColumns(lines: readonly Line[], from: number): TextTable | undefined {
  const first = readNumberAlone(lines[from]?.text ?? '') === 1 ? from : from + 1;
  const rows = first === from || isCell(lines[from]) ? countFrom(lines, first) : 0;
  const columns = rows > 0 ? readColumns(lines, first + rows, rows) : namedColumns(lines, from);
  if (columns.length === 0) return undefined;
  const all = rows > 0 ? [{ header: first - 1, cells: first }, ...columns] : columns;
  const count = rows > 0 ? rows : (columns[1]?.header ?? 0) - (columns[0]?.cells ?? 0);
  const cell = (line: number, column: number, header: boolean): Cell => {
    const { start = 0, end = 0 } = lines[line] ?? {};
    return { start, end, column, width: 1, header };
  };
  const headed = all.flatMap(({ header }, column) => (header < from ? [] : [cell(header, column, true)]));
  const body = Array.from({ length: count }, (_, row) => all.map(({ cells }, column) => cell(cells + row, column, false)));
  return { from, to: (all.at(-1)?.cells ?? from) + count, rows: [headed, ...body] };
}

interface Column {
  /** Index of the line that names it, and of its first cell. */
  readonly header: number;
  readonly cells: number;
}

/** How many lines count 1, 2, 3 … from line `first` on; 0 where they are too few. */
function countFrom(lines: readonly Line[], first: number): number {
  let count = 0;
  while (readNumberAlone(lines[first + count]?.text ?? '') === count + 1) count += 1;
  return count >= FEWEST_ROWS ? count : 0;
}

/** Columns of a name and `rows` cells each, from line `at` on; none where no column holds names. */
function readColumns(lines: readonly Line[], at: number, rows: number): readonly Column[] {
  const columns: Column[] = [];
  let hasNames = false;
  for (let header = at; ; header += rows + 1) {
    const kind = kindOfColumn(lines, header + 1, rows);
    if (kind === undefined || !isCell(lines[header]) || cellType(lines[header]?.text ?? '') !== 'text') break;
    hasNames ||= kind === 'text';
    columns.push({ header, cells: header + 1 });
  }
  return hasNames ? columns : [];
}

/** "City", names, "Score", as many figures. */
function namedColumns(lines: readonly Line[], from: number): readonly Column[] {
  if (!NAMES.test(lines[from]?.text ?? '')) return [];
  let second = from + 1;
  while (isCell(lines[second]) && cellType(lines[second]?.text ?? '') === 'text') second += 1;
  const rows = second - from - 2; // the last of these lines names the figures
  if (rows < FEWEST_ROWS || kindOfColumn(lines, second, rows) !== 'number') return [];
  const figures = readColumns(lines, second - 1 - rows - 1, rows);
  return figures.length > 1 && figures[0]?.header === from ? figures : [];
}

/** What most of `rows` lines hold, if all of them are cells and most hold the same. */
function kindOfColumn(lines: readonly Line[], from: number, rows: number): 'number' | 'text' | undefined {
  const own = lines.slice(from, from + rows);
  if (own.length < rows || !own.every(isCell)) return undefined;
  const numbers = own.filter(({ text }) => cellType(text) !== 'text').length;
  if (numbers >= rows * LEAST_ALIKE) return 'number';
  return numbers <= rows * (1 - LEAST_ALIKE) ? 'text' : undefined;
}
