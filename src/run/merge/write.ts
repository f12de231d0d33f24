import { join } from 'node:path';
import { UsageError } from '../../failures.ts';
import { CONFLICT_COLUMNS, documentRow, MERGED_COLUMNS, rankingRow, type DocumentRow, type RankingRow } from '../../schema.ts';
import { abandonNext, beginNext, commitNext } from '../commit.ts';
import { CsvTable } from '../csv.ts';
import { dataPackage } from '../datapackage.ts';
import { lock } from '../lock.ts';
import { csvRows } from '../output.ts';
import { readRunRecord } from '../run-record.ts';
import { TableFile, writeWhole } from '../table-file.ts';
import { writeParquet } from '../parquet.ts';
import { MERGED_TABLES } from '../tables.ts';
import { mergeRankings, type Merged } from './index.ts';

/** The merged tables of an output, not written. Throws `TableError` for a table that does not hold. */
export function mergeOutput(folder: string): Merged {
  const texts = new Map<string, string>();
  for (const { document_id, text_sha256 } of csvRows<DocumentRow>(folder, 'documents.csv', documentRow))
    texts.set(document_id, text_sha256);
  return mergeRankings([...csvRows<RankingRow>(folder, 'rankings.csv', rankingRow)], texts);
}

/** Writes rankings_merged.csv and conflicts.csv beside the tables they are made of, named in datapackage.json and run.json. */
export function writeMerged(folder: string, { parquet = false }: { readonly parquet?: boolean } = {}): Merged {
  const held = lock(folder);
  try {
    const next = beginNext(folder);
    const record = readRunRecord(folder).data;
    if (record === undefined) throw new UsageError(`expected a folder that this version of \`extract\` wrote, got \`${folder}\``);
    const merged = mergeOutput(folder);
    const written = new Map([
      ['rankings_merged.csv', writeTable(join(next, 'rankings_merged.csv'), MERGED_COLUMNS, merged.rows)],
      ['conflicts.csv', writeTable(join(next, 'conflicts.csv'), CONFLICT_COLUMNS, merged.conflicts)],
      ['datapackage.json', writeWhole(join(next, 'datapackage.json'), `${JSON.stringify(dataPackage({ merged: true }), null, 2)}\n`)],
    ]);
    if (parquet) for (const [name, sha256] of writeParquet(next, MERGED_TABLES)) written.set(name, sha256);
    const tables = [...record.tables.filter(({ name }) => !written.has(name)), ...[...written].map(([name, sha256]) => ({ name, sha256 }))];
    const run = writeWhole(join(next, 'run.json'), `${JSON.stringify({ ...record, tables }, null, 2)}\n`);
    commitNext(folder, [...written, ['run.json', run]]);
    return merged;
  } finally {
    abandonNext(folder);
    held.release();
  }
}

function writeTable<Column extends string>(
  path: string,
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string | number>>[],
): string {
  const file = new TableFile(path);
  try {
    const table = new CsvTable(file, columns);
    for (const row of rows) table.add(row);
    return file.finish();
  } finally {
    file.close();
  }
}
