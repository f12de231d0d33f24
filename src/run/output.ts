import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { TableError, UsageError } from '../failures.ts';
import {
  documentRow,
  lossRow,
  metricRow,
  provenanceLine,
  rankingRow,
  type Article,
  type DocumentRow,
  type LossRow,
  type MetricRow,
  type ProvenanceLine,
  type RankingRow,
} from '../schema.ts';
import { columnsOf } from './datapackage.ts';
import { readCsv, readLines } from './read-lines.ts';

/*
 * An output folder read back, article by article. All tables have the articles in the same order, so one pass over each is
 * enough, however many articles there are.
 */

/** Articles of an output in order. Throws `TableError` for a row that no schema allows or that belongs to no article. */
export function* readOutput(folder: string): Generator<Article> {
  if (!existsSync(join(folder, 'documents.csv'))) throw new UsageError(`expected a folder that \`extract\` wrote, got \`${folder}\``);
  const rankings = new Peekable<RankingRow>(csvRows(folder, 'rankings.csv', rankingRow));
  const metrics = new Peekable<MetricRow>(csvRows(folder, 'metrics.csv', metricRow));
  const provenance = new Peekable<ProvenanceLine>(jsonLines(folder, 'provenance.jsonl', provenanceLine));
  const losses = new Peekable<LossRow>(jsonLines(folder, 'losses.jsonl', lossRow));
  for (const document of csvRows<DocumentRow>(folder, 'documents.csv', documentRow)) {
    const isOfDocument = (row: { readonly document_id: string }): boolean => row.document_id === document.document_id;
    yield {
      document,
      rankings: rankings.takeWhile(isOfDocument),
      metrics: metrics.takeWhile(isOfDocument),
      provenance: provenance.takeWhile(isOfDocument),
      losses: losses.takeWhile(isOfDocument),
    };
  }
  const tables = { 'rankings.csv': rankings, 'metrics.csv': metrics, 'provenance.jsonl': provenance, 'losses.jsonl': losses };
  for (const [name, rest] of Object.entries(tables)) {
    const row = rest.peek();
    if (row !== undefined)
      throw new TableError(`${name}: expected rows in the order of documents.csv, got one of document \`${row.document_id}\``);
  }
}

class Peekable<Row> {
  readonly #rows: Iterator<Row>;
  #next: IteratorResult<Row>;

  constructor(rows: Iterator<Row>) {
    this.#rows = rows;
    this.#next = rows.next();
  }

  peek(): Row | undefined {
    return this.#next.done === true ? undefined : this.#next.value;
  }

  takeWhile(isTaken: (row: Row) => boolean): readonly Row[] {
    const taken: Row[] = [];
    for (let row = this.peek(); row !== undefined && isTaken(row); row = this.peek()) {
      taken.push(row);
      this.#next = this.#rows.next();
    }
    return taken;
  }
}

/** Rows of a table, each as its schema has it. */
export function* csvRows<Row>(folder: string, name: string, schema: z.ZodObject & z.ZodType<Row>): Generator<Row> {
  const columns = columnsOf(schema);
  const records = readCsv(join(folder, name));
  const header = columns.map((column) => column.name).join(',');
  const found = records.next();
  if (found.done === true || found.value.join(',') !== header) throw new TableError(`${name}: expected the columns ${header}`);
  let line = 1;
  for (const fields of records) {
    line += 1;
    if (fields.length !== columns.length)
      throw new TableError(`${name}, row ${line}: expected ${columns.length} cells, got ${fields.length}`);
    const row = Object.fromEntries(columns.map(({ name: column, type }, index) => [column, cellValue(fields[index] ?? '', type)]));
    yield parse(schema, row, `${name}, row ${line}`);
  }
}

/** Whole numbers become numbers; everything else, also "", " 5" and "5.0", stays for the schema to judge. */
function cellValue(field: string, type: string): string | number {
  return type === 'integer' && /^(?:0|[1-9]\d{0,14})$/.test(field) ? Number(field) : field;
}

function* jsonLines<Row>(folder: string, name: string, schema: z.ZodType<Row>): Generator<Row> {
  let line = 0;
  for (const text of readLines(join(folder, name))) {
    line += 1;
    yield parse(schema, parseJson(text, `${name}:${line}`), `${name}:${line}`);
  }
}

export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TableError(`${where}: expected JSON, got ${JSON.stringify(text.slice(0, 60))}`);
  }
}

function parse<Row>(schema: z.ZodType<Row>, value: unknown, where: string): Row {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new TableError(`${where}: ${issue?.message ?? 'expected another row'}, in \`${issue?.path.join('.') ?? ''}\``);
}
