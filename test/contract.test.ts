import { DuckDBInstance } from '@duckdb/node-api';
import { Ajv, type ValidateFunction } from 'ajv';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { columnMarkdown, columnsOf, dataPackage, jsonSchemas, TABULAR_SCHEMAS } from '../src/run/datapackage.ts';
import { extract } from '../src/run/extract.ts';
import { findInputs } from '../src/run/inputs.ts';
import { writeMerged } from '../src/run/merge/write.ts';
import { readCsv } from '../src/run/read-lines.ts';
import { readOutput } from '../src/run/output.ts';
import { fakeEngine } from './helpers/fake-reader.ts';
import { folderOf, newFolder } from './helpers/folders.ts';
import { complaintsOf } from './helpers/verify.ts';

const FILES = { 'a.txt': 'Most liveable cities\n1. Hefei\n2. Wuhan, "the river city"\nWuhan has 7 parks\n', 'b.txt': 'No list here\n' };

/** Frictionless' schema is of an older draft than ajv's, and what it says is the same in both. */
function validator(schema: object): ValidateFunction {
  const { $schema, ...rest } = { $schema: '', ...schema };
  expect($schema).toMatch(/json-schema/);
  return new Ajv({ strict: false, validateFormats: false }).compile(rest);
}

async function output(parquet: boolean): Promise<{ readonly out: string; readonly root: string }> {
  const [out, root] = [join(newFolder(), 'output'), folderOf(FILES)];
  await extract(await findInputs([root]), { out, engine: fakeEngine, parquet });
  writeMerged(out, { parquet });
  return { out, root };
}

/** Columns that downstream programs name: they may be added to at the end, never renamed, removed or moved. */
const COLUMNS = {
  'rankings.csv':
    'document_id,source,ranking_id,ranking_name,publisher,edition,scope,list_size,evaluated,entry_id,rank,within,tied,place,place_raw,place_type,place_id,admin1,country,latitude,longitude,score,score_unit,previous_rank,basis,doubts,rule,evidence,start,end,review',
  'metrics.csv':
    'document_id,source,metric_id,place,place_raw,place_type,place_id,admin1,country,latitude,longitude,metric,op,value,value_max,unit,change,period,doubts,rule,evidence,start,end,review',
  'documents.csv':
    'document_id,source,sha256,bytes,format,encoding,language,title,site,author,published,rankings,entries,metrics,losses,status,error,text_sha256',
  'rankings_merged.csv':
    'merged_id,ranking_name,publisher,edition,scope,list_size,evaluated,merged_entry_id,rank,within,tied,place,place_type,place_id,admin1,country,latitude,longitude,score,score_unit,previous_rank,supporters,documents,copies,entries,conflict',
  'conflicts.csv':
    'conflict_id,merged_id,ranking_name,publisher,edition,place,place_id,country,rank,within,supporters,document_id,source,entry_id,rule,evidence,start,end',
};

test('no column is renamed, removed or moved', async () => {
  const { out } = await output(false);
  for (const [name, columns] of Object.entries(COLUMNS)) {
    expect(readFileSync(join(out, name), 'utf8').split('\n', 1)[0]?.startsWith(columns)).toBe(true);
  }
  expect(TABULAR_SCHEMAS.map(({ path }) => path)).toEqual(Object.keys(COLUMNS));
});

test('datapackage.json is a tabular data package by the schema of Frictionless', async () => {
  const profiles = createRequire(import.meta.url)
    .resolve('datapackage/package.json')
    .replace('package.json', 'lib/profiles/tabular-data-package.json');
  const schema = JSON.parse(readFileSync(profiles, 'utf8')) as object;
  const validate = validator(schema);
  const { out } = await output(false);
  for (const described of [
    dataPackage(),
    dataPackage({ merged: true }),
    JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8')) as object,
  ]) {
    expect([validate(described), validate.errors]).toEqual([true, null]);
  }
  const { resources } = dataPackage() as { readonly resources: readonly { readonly schema: { fields: readonly object[] } }[] };
  const broken = {
    ...dataPackage(),
    resources: resources.map((one) => ({ ...one, schema: { fields: [{ name: 'rank', type: 'whole' }] } })),
  };
  expect(validate(broken)).toBe(false);
});

test('the data package names each table with its columns, and keys that hold', async () => {
  const { out } = await output(false);
  const { resources } = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8')) as {
    resources: { path: string; schema: { primaryKey: string; fields: { name: string; constraints?: { required?: boolean } }[] } }[];
  };
  expect(resources.map(({ path }) => path)).toEqual(Object.keys(COLUMNS));
  for (const { path, schema } of resources) {
    const [header = [], ...rows] = readCsv(join(out, path));
    expect(schema.fields.map(({ name }) => name)).toEqual(header);
    const keys = rows.map((row) => row[header.indexOf(schema.primaryKey)]);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { name, constraints } of schema.fields) {
      if (constraints?.required === true) expect(rows.filter((row) => row[header.indexOf(name)] === '')).toEqual([]);
    }
  }
});

test('the JSON Schemas accept every line that is written, and no other', async () => {
  const { out } = await output(false);
  const schemas = jsonSchemas();
  const lines = readFileSync(join(out, 'provenance.jsonl'), 'utf8').trimEnd().split('\n');
  const rows = [...readOutput(out)];
  const cases = [
    ['provenance.jsonl', lines.map((line) => JSON.parse(line) as object)],
    ['rankings.csv', rows.flatMap(({ rankings }) => rankings)],
    ['metrics.csv', rows.flatMap(({ metrics }) => metrics)],
    ['documents.csv', rows.map(({ document }) => document)],
  ] as const;
  for (const [name, values] of cases) {
    const validate = validator(schemas[name] ?? {});
    for (const value of values) expect([validate(value), validate.errors]).toEqual([true, null]);
    expect(validate({ ...values[0], colour: 'red' })).toBe(false);
  }
});

test('DuckDB reads from Parquet what the CSV says', async () => {
  const { out, root } = await output(true);
  const database = await (await DuckDBInstance.create()).connect();
  for (const { path, schema } of TABULAR_SCHEMAS) {
    const columns = columnsOf(schema);
    const reader = await database.runAndReadAll(`SELECT * FROM read_parquet('${join(out, path.replace('.csv', '.parquet'))}')`);
    expect(reader.columnNames()).toEqual(columns.map(({ name }) => name));
    const kinds = { string: 'VARCHAR', date: 'VARCHAR', integer: 'INTEGER', number: 'DOUBLE', boolean: 'BOOLEAN' };
    expect(reader.columnTypes().map(String)).toEqual(columns.map(({ type }) => kinds[type]));
    const told = reader.getRows().map((row) => row.map((value) => (value === null ? '' : typeof value === 'object' ? '?' : String(value))));
    const [, ...rows] = readCsv(join(out, path));
    expect(told).toEqual(rows);
  }
  expect(await complaintsOf(out, root)).toEqual([]);
  await extract(await findInputs([root]), { out, engine: fakeEngine });
  expect(existsSync(join(out, 'rankings.parquet'))).toBe(false);
});

test('docs/columns.md is what `schema --markdown` prints', () => {
  expect(readFileSync(join(import.meta.dirname, '../docs/columns.md'), 'utf8')).toBe(columnMarkdown());
});
