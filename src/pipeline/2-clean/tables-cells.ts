import type { Cell } from '../../types.ts';
import { cellType, type CellType, type TextTable } from './cells.ts';
import type { Line } from './lines.ts';
import { readNumberAlone } from './markers.ts';
import { findCountedCells } from './tables-counted.ts';

/*
 * Tables that a crawler saved one cell a line: names of columns, then a cycle.
 *   City / Country / Arrivals / Hong Kong / Hong Kong, China / 27,770.5 / Bangkok / Thailand / 18,734.9 / 10 / Kuala Lumpur / …
 */

const LONGEST_CELL = 60;
export const WIDEST = 12;

interface Cycle {
  readonly width: number;
  readonly header: boolean;
  /** First line of each row, and whether it is a position in front of the cells that other rows have. */
  readonly rows: readonly { readonly line: number; readonly ranked: boolean }[];
  readonly to: number;
}

export function findCellLines(lines: readonly Line[], from: number): TextTable | undefined {
  const types = lines.slice(from, from + 2 * WIDEST).map(lineType);
  if (types[0] === undefined || !types.includes('number') || isNumberedNames(lines, from)) return undefined;
  const counted = findCountedCells(lines, from);
  if (counted !== undefined) return counted;
  let best: Cycle | undefined;
  for (let width = 2; width <= WIDEST; width += 1) {
    const cycle = readCycle(lines, from, width, types);
    if (cycle !== undefined && (best === undefined || cycle.to > best.to)) best = cycle;
  }
  return best && { from, to: best.to, rows: cellsOf(lines, from, best) };
}

/** "1 / Tokyo / 2 / Zurich / 3 / Osaka" is a list, from its first name or its heading on, too, to its last name, and so is its countdown. */
function isNumberedNames(lines: readonly Line[], from: number): boolean {
  const numberAt = (index: number): number => readNumberAlone(lines[index]?.text ?? '') ?? Number.NaN;
  const first = [from, from - 1, from + 1].find((index) => !Number.isNaN(numberAt(index))) ?? from;
  const step = (index: number): number => numberAt(index + 2) - numberAt(index);
  return [first, first - 2, first - 4].some(
    (start) =>
      Math.abs(step(start)) === 1 &&
      step(start + 2) === step(start) &&
      [1, 3].every((names) => Number.isNaN(numberAt(start + names))) &&
      (start === first || Number.isNaN(numberAt(first + 1))),
  );
}

/** Undefined for a line that is no cell: a long one, or one that ends as a sentence does. */
export function lineType(line: Line | undefined): CellType | undefined {
  if (line === undefined || line.text.length > LONGEST_CELL || /[!?;:]$|[a-z]{3}\.$/.test(line.text)) return undefined;
  return cellType(line.text);
}

/** Rows of `width` cells from line `from` on, behind a row of names or, if there are three of them, without one. */
function readCycle(lines: readonly Line[], from: number, width: number, types: readonly (CellType | undefined)[]): Cycle | undefined {
  const names = types.slice(0, width);
  const header = names.every((type) => type === 'text') && new Set(lines.slice(from, from + width).map((line) => line.text)).size === width;
  const pattern = header ? types.slice(width, 2 * width) : names;
  if (pattern.length < width || pattern.includes(undefined) || !pattern.includes('number') || !pattern.includes('text')) return undefined;
  // "1 / London / 2 / Paris": numbers and names in turn are a list.
  if (width === 2 && pattern[0] === 'number' && !header) return undefined;
  if (repeats(pattern)) return undefined;
  const matches = (start: number): boolean =>
    pattern.every((expected, column) => {
      const type = lineType(lines[start + column]);
      return type !== undefined && (type === expected || type === 'nothing' || expected === 'nothing');
    });
  const rows: { line: number; ranked: boolean }[] = [];
  let at = header ? from + width : from;
  for (;;) {
    const ranked = pattern[0] === 'text' && /^\d{1,4}\.?$/.test(lines[at]?.text ?? '') && matches(at + 1);
    if (!ranked && !matches(at)) break;
    rows.push({ line: at, ranked });
    at += ranked ? width + 1 : width;
  }
  return rows.length >= (header ? 2 : 3) ? { width, header, rows, to: at } : undefined;
}

/** Two or three rows side by side are not one row. */
function repeats(pattern: readonly (CellType | undefined)[]): boolean {
  return [2, 3, 4, 5, 6].some(
    (part) => part < pattern.length && pattern.length % part === 0 && pattern.every((type, column) => type === pattern[column % part]),
  );
}

function cellsOf(lines: readonly Line[], from: number, cycle: Cycle): readonly (readonly Cell[])[] {
  const shift = cycle.rows.some((row) => row.ranked) ? 1 : 0;
  const cells = (line: number, count: number, column: number, header: boolean): Cell[] =>
    lines.slice(line, line + count).map(({ start, end }, index) => ({ start, end, column: column + index, width: 1, header }));
  const body = cycle.rows.map((row) => cells(row.line, row.ranked ? cycle.width + 1 : cycle.width, row.ranked ? 0 : shift, false));
  return cycle.header ? [cells(from, cycle.width, shift, true), ...body] : body;
}
