import { join } from 'node:path';
import { DOCUMENT_COLUMNS, METRIC_COLUMNS, RANKING_COLUMNS, SHARED_COLUMNS, type Article, type RankingRow } from '../schema.ts';
import { CsvTable } from './csv.ts';
import { dataPackage } from './datapackage.ts';
import { TableFile, writeWhole } from './table-file.ts';

/** Files of an output but run.json, in the order in which they are renamed into place. */
export const TABLES = [
  'rankings.csv',
  'metrics.csv',
  'documents.csv',
  'rankings.json',
  'metrics.json',
  'provenance.jsonl',
  'losses.jsonl',
  'datapackage.json',
] as const;

/** What `merge` writes beside them; gone when `extract` writes new ones. */
export const MERGED_TABLES = ['rankings_merged.csv', 'conflicts.csv'] as const;

/** "rankings.csv" → "rankings.parquet" */
export const parquetName = (table: string): string => table.replace(/\.csv$/, '.parquet');

/** What `--parquet` writes beside them. */
export const PARQUET_TABLES: readonly string[] = [...TABLES, ...MERGED_TABLES].filter((name) => name.endsWith('.csv')).map(parquetName);

export type TableName = (typeof TABLES)[number];

/** The tables of a run, written article by article: what streams through is not kept. */
export class TableWriter {
  readonly #folder: string;
  readonly #files: Readonly<Record<Exclude<TableName, 'datapackage.json'>, TableFile>>;
  readonly #rankings: CsvTable<(typeof RANKING_COLUMNS)[number]>;
  readonly #metrics: CsvTable<(typeof METRIC_COLUMNS)[number]>;
  readonly #documents: CsvTable<(typeof DOCUMENT_COLUMNS)[number]>;
  readonly #rankingArray: JsonArray;
  readonly #metricArray: JsonArray;

  constructor(folder: string) {
    const open = (name: TableName): TableFile => new TableFile(join(folder, name));
    this.#folder = folder;
    this.#files = {
      'rankings.csv': open('rankings.csv'),
      'metrics.csv': open('metrics.csv'),
      'documents.csv': open('documents.csv'),
      'rankings.json': open('rankings.json'),
      'metrics.json': open('metrics.json'),
      'provenance.jsonl': open('provenance.jsonl'),
      'losses.jsonl': open('losses.jsonl'),
    };
    this.#rankings = new CsvTable(this.#files['rankings.csv'], RANKING_COLUMNS);
    this.#metrics = new CsvTable(this.#files['metrics.csv'], METRIC_COLUMNS);
    this.#documents = new CsvTable(this.#files['documents.csv'], DOCUMENT_COLUMNS);
    this.#rankingArray = new JsonArray(this.#files['rankings.json']);
    this.#metricArray = new JsonArray(this.#files['metrics.json']);
  }

  add(article: Article): void {
    this.#documents.add(article.document);
    for (const row of article.rankings) this.#rankings.add(row);
    for (const row of article.metrics) {
      this.#metrics.add(row);
      this.#metricArray.add(row);
    }
    for (const ranking of nestRankings(article.rankings)) this.#rankingArray.add(ranking);
    for (const line of article.provenance) this.#files['provenance.jsonl'].write(`${JSON.stringify(line)}\n`);
    for (const line of article.losses) this.#files['losses.jsonl'].write(`${JSON.stringify(line)}\n`);
  }

  /** Writes what is left, syncs everything, and gives the SHA-256 of each file. */
  finish(): ReadonlyMap<TableName, string> {
    for (const array of [this.#rankingArray, this.#metricArray]) array.end();
    const hashes = new Map<TableName, string>();
    for (const name of TABLES) {
      const text = (): string => `${JSON.stringify(dataPackage(), null, 2)}\n`;
      hashes.set(name, name === 'datapackage.json' ? writeWhole(join(this.#folder, name), text()) : this.#files[name].finish());
    }
    return hashes;
  }

  close(): void {
    for (const file of Object.values(this.#files)) file.close();
  }
}

/** A ranking with its entries: the columns that all its rows share once, the others per entry. */
export type NestedRanking = Pick<RankingRow, (typeof SHARED_COLUMNS)[number]> & {
  readonly entries: readonly Omit<RankingRow, (typeof SHARED_COLUMNS)[number]>[];
};

const shared: ReadonlySet<string> = new Set(SHARED_COLUMNS);

export function nestRankings(rows: readonly RankingRow[]): readonly NestedRanking[] {
  const byId = new Map<string, { ranking: RankingRow; entries: NestedRanking['entries'][number][] }>();
  for (const row of rows) {
    const entry = Object.fromEntries(Object.entries(row).filter(([column]) => !shared.has(column))) as NestedRanking['entries'][number];
    const known = byId.get(row.ranking_id);
    if (known === undefined) byId.set(row.ranking_id, { ranking: row, entries: [entry] });
    else known.entries.push(entry);
  }
  return [...byId.values()].map(({ ranking, entries }) => ({
    ...(Object.fromEntries(SHARED_COLUMNS.map((column) => [column, ranking[column]])) as Pick<RankingRow, (typeof SHARED_COLUMNS)[number]>),
    entries,
  }));
}

/** A JSON array with one element per line, so that it streams and diffs. */
class JsonArray {
  readonly #file: TableFile;
  #separator = '\n';

  constructor(file: TableFile) {
    this.#file = file;
    file.write('[');
  }

  add(element: object): void {
    this.#file.write(this.#separator + JSON.stringify(element));
    this.#separator = ',\n';
  }

  end(): void {
    this.#file.write('\n]\n');
  }
}
