import { z } from 'zod';
import { conflictRow, decisionLine, documentRow, lossRow, mergedRow, metricRow, provenanceLine, rankingRow } from '../schema.ts';

/*
 * Descriptions of the tables, made from their zod schemas: the Frictionless datapackage.json, JSON Schemas, and the column
 * documentation of the `schema` command.
 */

export interface Column {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'date' | 'boolean';
  readonly description: string;
  readonly enum?: readonly string[];
  readonly required: boolean;
}

interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

/** Columns of decimal digits that Frictionless reads as numbers. */
const NUMBERS: ReadonlySet<string> = new Set(['latitude', 'longitude', 'score', 'value', 'value_max']);

/** Columns of a table in order, with their meaning. */
export function columnsOf(table: z.ZodObject): readonly Column[] {
  const { properties = {} } = z.toJSONSchema(table) as JsonSchema;
  return Object.entries(properties).map(([name, property]) => {
    const branches = property.anyOf ?? [property];
    const choices = branches.flatMap((branch) => branch.enum ?? []).map(String);
    const integer = branches.some((branch) => branch.type === 'integer');
    return {
      name,
      type: name === 'tied' || name === 'conflict' ? 'boolean' : integer ? 'integer' : NUMBERS.has(name) ? 'number' : 'string',
      description: property.description ?? '',
      ...(choices.length === 0 ? {} : { enum: choices }),
      required: !allowsEmpty(table, name),
    };
  });
}

function allowsEmpty(table: z.ZodObject, column: string): boolean {
  const shape: Readonly<Record<string, z.core.$ZodType>> = table.shape;
  const cell = shape[column];
  return cell !== undefined && z.safeParse(cell, '').success;
}

const TABULAR = [
  {
    name: 'rankings',
    path: 'rankings.csv',
    title: 'A row per place in a ranking',
    schema: rankingRow,
    primaryKey: 'entry_id',
    foreignKeys: ['document_id'],
  },
  {
    name: 'metrics',
    path: 'metrics.csv',
    title: 'A row per quantity of a place',
    schema: metricRow,
    primaryKey: 'metric_id',
    foreignKeys: ['document_id'],
  },
  { name: 'documents', path: 'documents.csv', title: 'A row per article', schema: documentRow, primaryKey: 'document_id', foreignKeys: [] },
] as const;

/** What `merge` adds. */
const MERGED = [
  {
    name: 'rankings_merged',
    path: 'rankings_merged.csv',
    title: 'A row per place in a ranking that one article or several tell',
    schema: mergedRow,
    primaryKey: 'merged_entry_id',
    foreignKeys: [],
  },
  {
    name: 'conflicts',
    path: 'conflicts.csv',
    title: 'A row per position that an article gives a place on which articles disagree',
    schema: conflictRow,
    primaryKey: 'entry_id',
    foreignKeys: ['document_id'],
  },
] as const;

/** All tables of rows and columns. */
export const TABULAR_SCHEMAS = [...TABULAR, ...MERGED].map(({ name, path, title, schema }) => ({ name, path, title, schema }));

/** datapackage.json: a Frictionless Data Package with Table Schemas, keys and foreign keys. `merged`: with the tables of `merge`. */
export function dataPackage({ merged = false }: { readonly merged?: boolean } = {}): object {
  return {
    profile: 'tabular-data-package',
    name: 'ranktrace',
    title: 'Rankings and metrics of places, read from news articles',
    sources: [
      {
        title: 'GeoNames',
        path: 'https://www.geonames.org/',
        description:
          'Names, ids, subdivisions and coordinates of places come from GeoNames (CC BY 4.0); the data was filtered and recoded.',
      },
    ],
    resources: [...TABULAR, ...(merged ? MERGED : [])].map(({ name, path, title, schema, primaryKey, foreignKeys }) => ({
      name,
      path,
      title,
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: {
        fields: columnsOf(schema).map((column) => ({
          name: column.name,
          type: column.type,
          description: column.description,
          ...(column.required || column.enum !== undefined
            ? {
                constraints: {
                  ...(column.required ? { required: true } : {}),
                  ...(column.enum === undefined ? {} : { enum: column.enum }),
                },
              }
            : {}),
        })),
        missingValues: [''],
        primaryKey,
        ...(foreignKeys.length === 0
          ? {}
          : { foreignKeys: foreignKeys.map((fields) => ({ fields, reference: { resource: 'documents', fields: 'document_id' } })) }),
      },
    })),
  };
}

/** JSON Schema (2020-12) of a row of every table, with the meaning of each column. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  const schemas = {
    'rankings.csv': rankingRow,
    'metrics.csv': metricRow,
    'documents.csv': documentRow,
    'rankings_merged.csv': mergedRow,
    'conflicts.csv': conflictRow,
    'provenance.jsonl': provenanceLine,
    'losses.jsonl': lossRow,
    'reviews/NAME.jsonl': decisionLine,
  };
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, { title: name, ...z.toJSONSchema(schema) }]));
}

/** The columns of every table as lines of text: name, kind, meaning. */
export function columnTexts(): readonly string[] {
  return [...TABULAR, ...MERGED].flatMap(({ path, title, schema }, index) => [
    ...(index === 0 ? [] : ['']),
    `${path}: ${title}`,
    ...columnsOf(schema).map(({ name, type, description, enum: choices }) => {
      const values = choices === undefined ? '' : ` (${choices.join(', ')})`;
      return `  ${name.padEnd(15)} ${type.padEnd(8)} ${description}${values}`;
    }),
  ]);
}

/** The same as Markdown: docs/columns.md. */
export function columnMarkdown(): string {
  const code = (text: string): string => text.replaceAll('|', '\\|');
  const tables = [...TABULAR, ...MERGED].flatMap(({ path, title, schema }) => [
    '',
    `## ${path}`,
    '',
    `${title}.`,
    '',
    '| column | type | may be empty | meaning |',
    '| --- | --- | --- | --- |',
    ...columnsOf(schema).map(({ name, type, description, required, enum: choices }) => {
      const values = choices === undefined ? '' : ` One of ${choices.map((choice) => `\`${choice}\``).join(', ')}.`;
      return `| \`${name}\` | ${type} | ${required ? '' : 'yes'} | ${code(description)}${code(values)} |`;
    }),
  ]);
  return `${['# Columns', '', 'Written by `npx ranktrace schema --markdown`.', ...tables].join('\n')}\n`;
}
