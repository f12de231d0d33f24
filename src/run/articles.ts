import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import pLimit from 'p-limit';
import { BugError, messageOf } from '../failures.ts';
import { documentId } from '../ids.ts';
import type { Article, DocumentRow, Status } from '../schema.ts';
import { readRecords } from './containers/index.ts';
import { parseFields } from './containers/ndjson.ts';
import type { About, RecordContent } from './containers/record.ts';
import { MAX_ARTICLE_MILLISECONDS } from '../limits.ts';
import type { Input } from './inputs.ts';
import type { Failure } from '../types.ts';
import { falseQuote, lineAt } from './quotes.ts';
import { readFileSafely } from './read-file.ts';
import { endsWithin } from './time-limit.ts';

/*
 * Many articles, one at a time, in the order of the inputs. Files are read ahead of the pipeline in batches, and never more
 * than a few batches wait in memory.
 */

/** One article's bytes → its rows; `about` is what its container says of it. Throws only for a bug. */
export type ReadArticle = (bytes: Uint8Array, source: string, about?: About) => Article;

export interface ArticlesOptions {
  readonly read: ReadArticle;
  /** A bug ends the run instead of the article. */
  readonly strict?: boolean;
  /** Fields of the objects in NDJSON, as `parseFields` reads them. */
  readonly fields?: string | undefined;
  /** Time for one article; `MAX_ARTICLE_MILLISECONDS` where it is not given. */
  readonly milliseconds?: number;
}

// Batches of 1, 4, 16 and 64 files cost 26, 18, 15 and 15 µs of CPU a file, reading included.
const BATCH_FILES = 16;
const BATCHES_AHEAD = 2;
/** Records are in memory before they are read: a batch of large ones is a small one. */
const BATCH_BYTES = 4 * 1024 * 1024;

/** Articles in the order of the inputs. An input that cannot be read gives its status, never an error. */
export async function* readArticles(inputs: Iterable<Input>, options: ArticlesOptions): AsyncGenerator<Article> {
  const { milliseconds = MAX_ARTICLE_MILLISECONDS } = options;
  const read = (next: Loaded): Article => readLoaded(next, options);
  for await (const batch of loadArticles(inputs, options.fields))
    yield* readBatch(batch, { milliseconds, read, late: (next) => lateArticle(next, milliseconds) });
}

interface BatchOptions<Item, Result> {
  readonly milliseconds: number;
  readonly read: (item: Item, index: number) => Result;
  /** What stands in the place of an article that took too long, twice. */
  readonly late: (item: Item) => Result;
}

/** A batch under one watchdog, which costs 92 µs each time. Where it barks, the article it met is read once more, alone. */
export function readBatch<Item, Result>(
  batch: readonly Item[],
  { milliseconds, read, late }: BatchOptions<Item, Result>,
): readonly Result[] {
  const results: Result[] = [];
  const readNext = (): void => {
    const next = batch[results.length];
    if (next !== undefined) results.push(read(next, results.length));
  };
  while (results.length < batch.length) {
    const isDone = endsWithin(milliseconds, () => {
      while (results.length < batch.length) readNext();
    });
    const next = batch[results.length];
    if (isDone || next === undefined || endsWithin(milliseconds, readNext)) continue;
    results.push(late(next));
  }
  return results;
}

/** An article that gave no rows in time. */
export function lateArticle({ source, content }: Loaded, milliseconds: number): Article {
  const bytes = 'bytes' in content ? content.bytes : undefined;
  return failedArticle(source, 'timeout', `expected rows within ${milliseconds / 1000} s, got none`, bytes);
}

export function readLoaded({ source, content }: Loaded, options: ArticlesOptions): Article {
  if ('status' in content) return failedArticle(source, content.status, content.error);
  return readOne(content.bytes, source, options, 'format' in content ? content : undefined);
}

/** An article that is ready to be read, or why there is none. */
export interface Loaded {
  readonly source: string;
  readonly content: { readonly bytes: Uint8Array } | RecordContent | Failure;
}

/** The bytes of all articles in batches: of files, and of the records of containers. */
export async function* loadArticles(inputs: Iterable<Input>, fields = ''): AsyncGenerator<readonly Loaded[]> {
  let files: Input[] = [];
  for (const input of inputs) {
    if (input.container !== true) {
      files.push(input);
      continue;
    }
    yield* batchesAhead(files);
    files = [];
    yield* recordBatches(readRecords(input.path, input.source, parseFields(fields)));
  }
  yield* batchesAhead(files);
}

async function* recordBatches(records: AsyncIterable<Loaded>): AsyncGenerator<readonly Loaded[]> {
  let batch: Loaded[] = [];
  let size = 0;
  for await (const record of records) {
    batch.push(record);
    size += 'bytes' in record.content ? record.content.bytes.length : 0;
    if (batch.length < BATCH_FILES && size < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

async function* batchesAhead(inputs: Iterable<Input>): AsyncGenerator<readonly Loaded[]> {
  const limit = pLimit(BATCHES_AHEAD);
  const waiting: Promise<readonly Loaded[]>[] = [];
  for (const batch of batches(inputs)) {
    waiting.push(limit(() => load(batch)));
    if (waiting.length >= BATCHES_AHEAD) yield await (waiting.shift() ?? []);
  }
  for (const batch of waiting) yield await batch;
}

async function load(batch: readonly Input[]): Promise<readonly Loaded[]> {
  // A turn of the event loop: without one an interrupt would wait for the last article.
  await setImmediate();
  return batch.map(({ source, path, failure }) => {
    const bytes = failure ?? readFileSafely(path);
    return { source, content: 'status' in bytes ? bytes : { bytes } };
  });
}

function* batches(inputs: Iterable<Input>): Generator<readonly Input[]> {
  let batch: Input[] = [];
  for (const input of inputs) {
    batch.push(input);
    if (batch.length < BATCH_FILES) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** One article from its bytes. A bug gives `internal-error`, or is thrown where `strict`. */
export function readOne(bytes: Uint8Array, source: string, { read, strict = false }: ArticlesOptions, about?: About): Article {
  try {
    const article = read(bytes, source, about);
    const { status, error } = article.document;
    if (status !== 'ok') return failedArticle(source, status, error, bytes);
    const wrong = falseQuote(article, bytes, article.document.encoding);
    if (wrong === undefined) return article;
    const { quote, start, end } = wrong.piece;
    throw new BugError(
      `expected ${wrong.what} to be the bytes ${start}..${end}, got ${JSON.stringify(quote.slice(0, 80))}`,
      wrong.rule,
      start,
      end,
    );
  } catch (error) {
    const message = bugMessage(error, source, bytes);
    if (strict) throw new Error(message, { cause: error });
    return failedArticle(source, 'internal-error', message, bytes);
  }
}

/** ``a.html:41: expected …, got …, from `rank/list-item` (bytes 812..840)`` */
function bugMessage(error: unknown, source: string, bytes: Uint8Array): string {
  const message = messageOf(error).split('\n')[0] ?? '';
  if (!(error instanceof BugError)) return `${source}: expected rows, got "${message}"`;
  return `${source}:${lineAt(bytes, error.start)}: ${message}, from \`${error.rule}\` (bytes ${error.start}..${error.end})`;
}

/** An article without rows: its status and why. */
export function failedArticle(source: string, status: Exclude<Status, 'ok'>, error: string, bytes?: Uint8Array): Article {
  const document: DocumentRow = {
    document_id: documentId(source),
    source,
    sha256: bytes === undefined ? '' : createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes === undefined ? '' : bytes.length,
    format: '',
    encoding: '',
    language: '',
    title: '',
    site: '',
    author: '',
    published: '',
    rankings: 0,
    entries: 0,
    metrics: 0,
    losses: 0,
    status,
    error,
    text_sha256: '',
  };
  return {
    document,
    rankings: [],
    metrics: [],
    provenance: [{ kind: 'document', id: document.document_id, document_id: document.document_id, cells: {} }],
    losses: [],
  };
}
