import { join } from 'node:path';
import { DOCUMENT_COLUMNS, METRIC_COLUMNS, RANKING_COLUMNS } from '../schema/columns.ts';
import type { Article } from '../schema.ts';
import { csvHeader } from './csv.ts';
import { description } from './description.ts';
import { ROW_TABLES, rowsOf, type ArticleRows } from './rows.ts';
import { TableFile, writeWhole } from './table-file.ts';

/** Files of an output but run.json, in the order in which they are renamed into place. */
export const TABLES = [...ROW_TABLES, 'datapackage.json'] as const;

/** What `merge` writes beside them; gone when `extract` writes new ones. */
export const MERGED_TABLES = ['rankings_merged.csv', 'conflicts.csv'] as const;

/** "rankings.csv" → "rankings.parquet" */
export const parquetName = (table: string): string => table.replace(/\.csv$/, '.parquet');

/** What `--parquet` writes beside them. */
export const PARQUET_TABLES: readonly string[] = [...TABLES, ...MERGED_TABLES].filter((name) => name.endsWith('.csv')).map(parquetName);

export type TableName = (typeof TABLES)[number];

type RowTable = (typeof ROW_TABLES)[number];

/** What stands in front of the first article's rows; "[" opens an array, whose elements are separated. */
const HEADS: Readonly<Partial<Record<RowTable, string>>> = {
  'rankings.csv': csvHeader(RANKING_COLUMNS),
  'metrics.csv': csvHeader(METRIC_COLUMNS),
  'documents.csv': csvHeader(DOCUMENT_COLUMNS),
  'rankings.json': '[',
  'metrics.json': '[',
};

/** The tables of a run, written article by article: what streams through is not kept. */
export class TableWriter {
  readonly #folder: string;
  readonly #tables: readonly RowFile[];

  constructor(folder: string) {
    this.#folder = folder;
    this.#tables = ROW_TABLES.map((name) => new RowFile(join(folder, name), HEADS[name] ?? ''));
  }

  add(article: Article): void {
    this.append(rowsOf(article));
  }

  append({ bytes, lengths }: Pick<ArticleRows, 'bytes' | 'lengths'>): void {
    let start = 0;
    for (const [index, table] of this.#tables.entries()) {
      const end = start + (lengths[index] ?? 0);
      if (end > start) table.append(bytes.subarray(start, end));
      start = end;
    }
  }

  /** Writes what is left, syncs everything, and gives the SHA-256 of each file. */
  finish(): ReadonlyMap<TableName, string> {
    const hashes = new Map<TableName, string>(ROW_TABLES.map((name, index) => [name, this.#tables[index]?.finish() ?? '']));
    return hashes.set('datapackage.json', writeWhole(join(this.#folder, 'datapackage.json'), description()));
  }

  close(): void {
    for (const table of this.#tables) table.close();
  }
}

/** A table of lines, or a JSON array with one element per line, so that it streams and diffs. */
class RowFile {
  readonly #file: TableFile;
  readonly #isArray: boolean;
  #separator: string;

  constructor(path: string, head: string) {
    this.#file = new TableFile(path);
    this.#isArray = head === '[';
    this.#separator = this.#isArray ? '\n' : '';
    this.#file.write(head);
  }

  append(rows: Uint8Array): void {
    this.#file.write(this.#separator);
    this.#file.write(rows);
    if (this.#isArray) this.#separator = ',\n';
  }

  finish(): string {
    if (this.#isArray) this.#file.write('\n]\n');
    return this.#file.finish();
  }

  close(): void {
    this.#file.close();
  }
}
