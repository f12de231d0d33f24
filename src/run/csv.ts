import { stringify } from 'csv-stringify/sync';
import type { TableFile } from './table-file.ts';

type Value = string | number;
type Row = Readonly<Record<string, Value>>;

// csv-stringify prepares its options once per call, so rows go to it in batches: 256 rows cost 9 µs each, single ones 60.
const BATCH_ROWS = 256;

/** RFC 4180 with "\n": a header, then rows. A lone CR is quoted too: readers take it for the end of a row. */
export class CsvTable<Columns extends string> {
  readonly #file: TableFile;
  readonly #columns: readonly Columns[];
  #rows: Value[][] = [];

  constructor(file: TableFile, columns: readonly Columns[]) {
    this.#file = file;
    this.#columns = columns;
    this.#rows.push([...columns]);
  }

  add(row: Readonly<Record<Columns, Value>> & Row): void {
    this.#rows.push(this.#columns.map((column) => row[column]));
    if (this.#rows.length >= BATCH_ROWS) this.flush();
  }

  flush(): void {
    this.#file.write(stringify(this.#rows, { record_delimiter: 'unix', quoted_match: /\r/ }));
    this.#rows = [];
  }
}
