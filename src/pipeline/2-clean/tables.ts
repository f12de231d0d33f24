import type { TextTable } from './cells.ts';
import { PieceWriter, type Draft } from './draft.ts';
import type { Line } from './lines.ts';
import { RowWriter } from './rows.ts';
import { findCellLines } from './tables-cells.ts';
import { findColumns } from './tables-columns.ts';
import { findGluedRows } from './tables-glued.ts';
import { SEPARATORS, findSeparated } from './tables-separated.ts';
import { findSpaced } from './tables-spaced.ts';

/** Tables of plain text, ascending: cells parted by tabs, bars, semicolons, blanks or commas, one a line, or not at all. */
export function findTables(text: string, lines: readonly Line[]): readonly TextTable[] {
  const tables: TextTable[] = [];
  // A run of lines that one separator cannot make a table of is not tried again from its second line.
  const refused = SEPARATORS.map(() => 0);
  let index = 0;
  while (index < lines.length) {
    const table =
      findSeparated(lines, index, refused) ??
      findSpaced(lines, index) ??
      findGluedRows(text, lines, index) ??
      findColumns(lines, index) ??
      findCellLines(lines, index);
    if (table !== undefined) tables.push(table);
    index = table?.to ?? index + 1;
  }
  return tables;
}

/** A draft for each row of `table`. */
export function draftRows(text: string, lines: readonly Line[], table: TextTable, group: number): readonly Draft[] {
  return table.rows.flatMap((row, index) => {
    const writer = new RowWriter(text);
    for (const cell of row) {
      const words = new PieceWriter(text);
      words.keep(cell.start, cell.end);
      writer.add(words.finish(), { column: cell.column, width: cell.width, header: cell.header });
    }
    const written = writer.finish();
    const start = row[0]?.start ?? 0;
    const gap = index === 0 && (lines[table.from]?.gap ?? true);
    if (written.text === '') return [];
    return [{ kind: 'row' as const, level: 0, group, ...written, start, end: row.at(-1)?.end ?? start, gap, linked: 0 }];
  });
}
