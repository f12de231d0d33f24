import type { Cell } from '../../types.ts';
import { cellType, type TextTable } from './cells.ts';
import type { Line } from './lines.ts';
import { readNumberAlone } from './markers.ts';
import { lineType, WIDEST } from './tables-cells.ts';

/*
 * Tables one cell a line whose rows count: each begins with its position, so a cell may be missing.
 *   Rank / City / Last year / Score / 1 / Oslo / 3 / 98.4 / 2 / Lima / 97.2 / 3 / Bern / 2 / 96.0
 */

const FEWEST_ROWS = 3;

/** From the names of the columns, or from the row of position 1 where nothing names them. */
export function findCountedCells(lines: readonly Line[], from: number): TextTable | undefined {
  let first = from;
  while (first < from + WIDEST && lineType(lines[first]) === 'text' && readNumberAlone(lines[first]?.text ?? '') === undefined) first += 1;
  const rows = readRows(lines, first, first > from);
  const width = commonWidth(rows.map(({ length }) => length));
  if (rows.length < FEWEST_ROWS || width < 3 || rows.filter(({ length }) => length === width).length * 5 < rows.length * 3)
    return undefined;
  const header = first - from;
  // A line more than the columns have is a heading; the table begins below it.
  if (header !== 0 && header !== width) return undefined;
  const body = rows.map((row) => row.slice(0, width));
  const whole = body.filter(({ length }) => length === width);
  const formats = Array.from({ length: width }, (_, column) => whole.map((row) => formatOf(lines[row[column] ?? 0]?.text ?? '')));
  const cells = body.map((row) => align(lines, row, formats));
  const names = Array.from({ length: header }, (_, column) => cellAt(lines, from + column, column, true));
  const last = body.at(-1)?.at(-1) ?? first;
  return { from, to: last + 1, rows: header === 0 ? cells : [names, ...cells] };
}

/** The lines of each row, by index; the last row may hold more than its own. */
function readRows(lines: readonly Line[], first: number, named: boolean): readonly (readonly number[])[] {
  const start = readNumberAlone(lines[first]?.text ?? '');
  if (start === undefined || lineType(lines[first + 1]) !== 'text') return [];
  const step = direction(lines, first, start);
  if (step === 0 || (step === 1 && start !== 1 && !named)) return [];
  const rows: number[][] = [];
  let row = [first];
  let position = start;
  let ties = 1;
  for (let index = first + 1; index - (row[0] ?? index) <= WIDEST && lineType(lines[index]) !== undefined; index += 1) {
    const value = readNumberAlone(lines[index]?.text ?? '');
    const begins =
      value !== undefined &&
      row.length > 1 &&
      lineType(lines[index + 1]) === 'text' &&
      (value === position || (value - position) * step === 1 || (value - position === ties && ties > 1));
    if (!begins) {
      row.push(index);
      continue;
    }
    rows.push(row);
    ties = value === position ? ties + 1 : 1;
    position = value;
    row = [index];
  }
  return [...rows, row];
}

/** 1 where the next row is one position further down, -1 where it counts down, 0 where nothing counts. */
function direction(lines: readonly Line[], first: number, start: number): number {
  for (let index = first + 2; index <= first + WIDEST && lineType(lines[index]) !== undefined; index += 1) {
    const value = readNumberAlone(lines[index]?.text ?? '');
    if (value !== undefined && Math.abs(value - start) === 1 && lineType(lines[index + 1]) === 'text') return value - start;
  }
  return 0;
}

function commonWidth(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/** How a cell is written: words, an integer, or a figure with a point, a sign, a unit. */
function formatOf(text: string): string {
  if (cellType(text) !== 'number') return cellType(text);
  return text.replaceAll(/\d+/g, '9').replace(/^[-+−–]/, '');
}

/** The cells of a row, in the columns whose other cells are written like them; those of a whole row one by one. */
function align(lines: readonly Line[], row: readonly number[], formats: readonly (readonly string[])[]): readonly Cell[] {
  let spare = formats.length - row.length;
  let column = 0;
  return row.map((line) => {
    const own = formatOf(lines[line]?.text ?? '');
    const fits = (at: number): number => (formats[at] ?? []).filter((format) => format === own).length;
    let best = column;
    for (let next = column + 1; next <= column + spare; next += 1) if (fits(next) > fits(best)) best = next;
    spare -= best - column;
    column = best + 1;
    return cellAt(lines, line, best, false);
  });
}

function cellAt(lines: readonly Line[], index: number, column: number, header: boolean): Cell {
  const line = lines[index];
  return { start: line?.start ?? 0, end: line?.end ?? 0, column, width: 1, header };
}
