import type { Draft } from './draft.ts';
import { attribute, findElements, type HtmlElement } from './html-tree.ts';
import { joinLines, type InlineLine } from './inline-lines.ts';
import { RowWriter } from './rows.ts';

/** Letters of an average cell above which a table without header cells lays out the page. */
const LONGEST_CELLS = 90;
/** A cell with this many letters in blocks holds a part of the page. */
const LONGEST_CELL = 700;
/** Rows that one cell may fill; HTML's own limit is 65,534. */
const TALLEST_CELL = 1000;

/** Rows of `table` that are not those of a table inside it. */
export function rowsOf(table: HtmlElement): readonly HtmlElement[] {
  return findElements(table, (element) => element.name === 'tr' && tableOf(element) === table);
}

function tableOf(element: HtmlElement): HtmlElement | undefined {
  let at = element.parent;
  while (at !== undefined && at.name !== 'table') at = at.parent;
  return at;
}

/** Does the table hold data, or does it lay out the page? */
export function isDataTable(table: HtmlElement): boolean {
  if (['presentation', 'none'].includes(attribute(table, 'role'))) return false;
  if (findElements(table, (element) => element !== table && ['table', 'form', 'h1', 'article'].includes(element.name)).length > 0)
    return false;
  const rows = rowsOf(table);
  const cells = rows.flatMap(cellsOf);
  const widest = Math.max(0, ...rows.map((row) => cellsOf(row).length));
  if (rows.length < 2 || widest < 2 || cells.some((cell) => cell.letters > LONGEST_CELL)) return false;
  const pictures = findElements(table, (element) => element.name === 'img').length;
  const headed = cells.some((cell) => cell.name === 'th');
  return headed || (table.letters / cells.length < LONGEST_CELLS && pictures < cells.length / 2);
}

export function cellsOf(row: HtmlElement): readonly HtmlElement[] {
  return row.children.filter((child): child is HtmlElement => child.kind === 'element' && (child.name === 'td' || child.name === 'th'));
}

/** A draft for each row; a cell that fills several rows is written in the first of them, and the rows below leave its column out. */
export function draftTable(
  source: string,
  table: HtmlElement,
  group: number,
  read: (cell: HtmlElement) => readonly InlineLine[],
): readonly Draft[] {
  /** By column: rows below that a cell from above still fills. */
  const filled: number[] = [];
  return rowsOf(table).flatMap((row, index) => {
    const writer = new RowWriter(source);
    let column = 0;
    const elements = cellsOf(row);
    const header = row.parent?.name === 'thead' || (elements.length > 1 && elements.every((cell) => cell.name === 'th'));
    for (const element of elements) {
      while ((filled[column] ?? 0) > 0) column += 1;
      const width = spanOf(element, 'colspan', 100);
      const height = spanOf(element, 'rowspan', TALLEST_CELL);
      for (let at = column; at < column + width; at += 1) filled[at] = height;
      writer.add(joinLines(source, read(element)), { column, width, header, ...(height > 1 ? { height } : {}) });
      column += width;
    }
    for (const at of filled.keys()) filled[at] = Math.max(0, (filled[at] ?? 0) - 1);
    const written = writer.finish();
    if (written.text === '') return [];
    return [{ kind: 'row' as const, level: 0, group, ...written, start: row.start, end: row.end, gap: index === 0, linked: 0 }];
  });
}

function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan', most: number): number {
  const written = Number.parseInt(attribute(cell, name), 10);
  return Number.isNaN(written) ? 1 : Math.min(Math.max(1, written), most);
}
