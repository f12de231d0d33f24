import { DOCUMENT_COLUMNS, METRIC_COLUMNS, RANKING_COLUMNS } from '../schema/columns.ts';
import { splitDoubts, type Status } from '../schema/lists.ts';
import type { Article } from '../schema.ts';
import { csvText } from './csv.ts';
import type { DecidedArticle } from './decide.ts';
import { nestRankings } from './nested.ts';

/*
 * One article's rows as the tables hold them, in bytes: what a worker thread hands back, what the cache keeps, and what is written.
 */

/** The tables that grow with every article, in the order in which `ArticleRows` has their bytes. */
export const ROW_TABLES = [
  'rankings.csv',
  'metrics.csv',
  'documents.csv',
  'rankings.json',
  'metrics.json',
  'provenance.jsonl',
  'losses.jsonl',
] as const;

/** What a run says of an article without its rows. */
export interface Outcome {
  readonly source: string;
  readonly status: Status;
  readonly error: string;
  /** Of the article's bytes; empty where there are none. */
  readonly sha256: string;
  readonly entries: number;
  readonly metrics: number;
  /** Doubts on its rows. */
  readonly doubts: number;
  /** Decisions of reviewers that came to bear, and those that did not; undefined where none were asked for. */
  readonly decided: Omit<DecidedArticle, 'article'> | undefined;
}

export interface ArticleRows extends Outcome {
  /** Bytes for each of `ROW_TABLES`, one after another; elements of JSON arrays have ",\n" between them. */
  readonly bytes: Uint8Array;
  /** How many of them each table has. */
  readonly lengths: readonly number[];
}

export function rowsOf(article: Article, decided?: Outcome['decided']): ArticleRows {
  const { document, rankings, metrics, provenance, losses } = article;
  const texts: Readonly<Record<(typeof ROW_TABLES)[number], string>> = {
    'rankings.csv': rankings.map((row) => csvText(row, RANKING_COLUMNS)).join(''),
    'metrics.csv': metrics.map((row) => csvText(row, METRIC_COLUMNS)).join(''),
    'documents.csv': csvText(document, DOCUMENT_COLUMNS),
    'rankings.json': nestRankings(rankings).map(toJson).join(',\n'),
    'metrics.json': metrics.map(toJson).join(',\n'),
    'provenance.jsonl': provenance.map(toLine).join(''),
    'losses.jsonl': losses.map(toLine).join(''),
  };
  const parts = ROW_TABLES.map((name) => Buffer.from(texts[name]));
  const { source, status, error, sha256 } = document;
  const doubts = [...rankings, ...metrics].reduce((sum, row) => sum + splitDoubts(row.doubts).length, 0);
  return {
    ...{ source, status, error, sha256, entries: rankings.length, metrics: metrics.length, doubts, decided },
    bytes: Buffer.concat(parts),
    lengths: parts.map(({ length }) => length),
  };
}

const toJson = (row: object): string => JSON.stringify(row);
const toLine = (row: object): string => `${JSON.stringify(row)}\n`;
