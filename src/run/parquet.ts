import { closeSync, fsyncSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { fileWriter, parquetWriteRows } from 'hyparquet-writer';
import type { z } from 'zod';
import { hashOf } from './commit.ts';
import { columnsOf, TABULAR_SCHEMAS, type Column } from './datapackage.ts';
import { csvRows } from './output.ts';
import { onDisk } from './table-file.ts';
import { parquetName } from './tables.ts';

/*
 * The tables once more as Parquet, for those who query them: whole numbers as INT32, other numbers as DOUBLE (the CSV has their
 * exact digits), `true` as BOOLEAN, and null for an empty cell.
 */

const TYPES = { string: 'STRING', date: 'STRING', integer: 'INT32', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;

// Of 31 columns some 20 MB at a time.
const ROWS_AT_ONCE = 50_000;

/** Writes the named CSV files of a folder as Parquet beside them; gives the SHA-256 of each file. */
export function writeParquet(folder: string, tables: readonly string[]): ReadonlyMap<string, string> {
  const hashes = new Map<string, string>();
  for (const { path, schema } of TABULAR_SCHEMAS) {
    if (!tables.includes(path)) continue;
    const columns = columnsOf(schema);
    const file = join(folder, parquetName(path));
    onDisk(file, () => {
      void parquetWriteRows({
        writer: fileWriter(file),
        rows: records(folder, path, schema, columns),
        columns: columns.map(({ name, type, required }) => ({ name, type: TYPES[type], nullable: !required })),
        rowGroupSize: ROWS_AT_ONCE,
        createdBy: 'ranktrace',
      });
      sync(file);
    });
    hashes.set(parquetName(path), hashOf(file));
  }
  return hashes;
}

type Value = string | number | boolean | null;

function* records(folder: string, path: string, schema: z.ZodObject, columns: readonly Column[]): Generator<Record<string, Value>> {
  for (const row of csvRows(folder, path, schema)) {
    yield Object.fromEntries(columns.map(({ name, type }) => [name, valueOf(row[name], type)]));
  }
}

function valueOf(cell: unknown, type: Column['type']): Value {
  if (cell === '' || (typeof cell !== 'string' && typeof cell !== 'number')) return null;
  if (type === 'boolean') return cell === 'true';
  return type === 'number' ? Number(cell) : cell;
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
