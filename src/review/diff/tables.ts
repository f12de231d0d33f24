import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TableError, UsageError } from '../../failures.ts';
import { readRecords, splitRecord } from '../../run/read-lines.ts';

/*
 * Two versions of a table, read at once. Rows are looked up by their key and never by their position; what is the same in both
 * is let go as soon as it is met, so at most one table is held, as the text that it is.
 */

export type Row = Readonly<Record<string, string>>;

export interface Leftovers {
  /** Rows that differ, by document. */
  readonly old: ReadonlyMap<string, readonly Row[]>;
  readonly new: ReadonlyMap<string, readonly Row[]>;
  /** Rows that are the same in both. */
  readonly same: number;
  /** Columns that only one of the two has. */
  readonly columns: { readonly added: readonly string[]; readonly removed: readonly string[] };
}

/** What differs between two folders in a table. Throws `TableError` naming a key that stands twice in one table. */
export function leftovers(oldFolder: string, newFolder: string, name: string, key: string): Leftovers {
  const before = openTable(oldFolder, name, key);
  const after = openTable(newFolder, name, key);
  const isAlike = before.columns.join(',') === after.columns.join(',');
  const waiting = new Map<string, string>();
  for (const { id, record } of before.rows) waiting.set(id, record);
  const kept: string[] = [];
  let same = 0;
  for (const { id, record } of after.rows) {
    if (isAlike && waiting.get(id) === record) {
      waiting.delete(id);
      same += 1;
    } else kept.push(record);
  }
  return {
    old: byDocument(waiting.values(), before.columns),
    new: byDocument(kept, after.columns),
    same,
    columns: {
      added: after.columns.filter((column) => !before.columns.includes(column)),
      removed: before.columns.filter((column) => !after.columns.includes(column)),
    },
  };
}

interface Table {
  readonly columns: readonly string[];
  readonly rows: Iterable<{ readonly id: string; readonly record: string }>;
}

function openTable(folder: string, name: string, key: string): Table {
  const path = join(folder, name);
  if (!existsSync(path)) throw new UsageError(`expected a folder that \`extract\` wrote, got \`${folder}\` without ${name}`);
  const records = readRecords(path);
  const header = records.next();
  const columns = header.done === true ? [] : splitRecord(header.value.replace(/\r$/, ''));
  const at = columns.indexOf(key);
  if (at < 0) throw new TableError(`${path}: expected the column \`${key}\`, got ${columns.join(',')}`);
  return { columns, rows: keyed(path, records, columns.length, at) };
}

function* keyed(path: string, records: Iterable<string>, width: number, at: number): Generator<{ id: string; record: string }> {
  const seen = new Set<string>();
  let row = 1;
  for (const text of records) {
    row += 1;
    const record = text.replace(/\r$/, '');
    const id = fieldOf(record, at, () => {
      const fields = splitRecord(record);
      if (fields.length !== width) throw new TableError(`${path}, row ${row}: expected ${width} cells, got ${fields.length}`);
      return fields;
    });
    if (seen.has(id)) throw new TableError(`${path}, row ${row}: expected each key once, got \`${id}\` again`);
    seen.add(id);
    yield { id, record };
  }
}

/** A field of a record; where no quote stands before it, without the cost of splitting all of it. */
function fieldOf(record: string, at: number, split: () => readonly string[]): string {
  let start = 0;
  for (let index = 0; index < at; index += 1) {
    start = record.indexOf(',', start) + 1;
    if (start === 0) return split()[at] ?? '';
  }
  const end = record.indexOf(',', start);
  if (end < 0 || record.lastIndexOf('"', end) >= 0) return split()[at] ?? '';
  return record.slice(start, end);
}

function byDocument(records: Iterable<string>, columns: readonly string[]): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const record of records) {
    const fields = splitRecord(record);
    const row: Row = Object.fromEntries(columns.map((column, index) => [column, fields[index] ?? '']));
    const document = row['document_id'] ?? '';
    const rows = found.get(document);
    if (rows === undefined) found.set(document, [row]);
    else rows.push(row);
  }
  return found;
}
