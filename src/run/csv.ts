import { stringify } from 'csv-stringify/sync';
import type { TableFile } from './table-file.ts';

type Value = string | number;

/** One row of RFC 4180 with "\n". A lone CR is quoted too: readers take it for the end of a row. */
export function csvText<Column extends string>(row: Readonly<Record<Column, Value>>, columns: readonly Column[]): string {
  return line(columns.map((column) => row[column]));
}

// Row by row: batches of 16 to 64 rows gained nothing, of 256 and 1,024 cost a third and more (31 columns, 8,192 rows).
function line(cells: readonly Value[]): string {
  return stringify([[...cells]], { record_delimiter: 'unix', quoted_match: /\r/ });
}

/** The first row of a table. */
export function csvHeader(columns: readonly string[]): string {
  return line(columns);
}

/** A table written row by row. */
export class CsvTable<Columns extends string> {
  readonly #file: TableFile;
  readonly #columns: readonly Columns[];

  constructor(file: TableFile, columns: readonly Columns[]) {
    this.#file = file;
    this.#columns = columns;
    file.write(csvHeader(columns));
  }

  add(row: Readonly<Record<Columns, Value>>): void {
    this.#file.write(csvText(row, this.#columns));
  }
}
