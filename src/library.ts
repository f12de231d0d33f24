import { loadEngine } from './run/engine.ts';
import { readOne } from './run/articles.ts';
import type { Engine } from './run/extract.ts';
import type { Article } from './schema.ts';

export interface LibraryOptions {
  /** Encoding of articles that do not say theirs. */
  readonly encoding?: string;
  /** A bug throws instead of giving an article with status `internal-error`. */
  readonly strict?: boolean;
}

/** An article's bytes and what the tables call it; the ending of `source` says how it is read. */
export interface ArticleBytes {
  readonly source: string;
  readonly bytes: Uint8Array;
}

/** The rows of one article. What cannot be read gives a status, not an error. */
export async function readArticle({ bytes, source }: ArticleBytes, options: LibraryOptions = {}): Promise<Article> {
  return readOne(bytes, source, { read: (await engineFor(options)).read, strict: options.strict ?? false });
}

/** The rows of many articles, in their order and one at a time: the next is asked for when the last was taken. */
export async function* extractArticles(
  articles: AsyncIterable<ArticleBytes> | Iterable<ArticleBytes>,
  options: LibraryOptions = {},
): AsyncGenerator<Article> {
  const { read } = await engineFor(options);
  for await (const { bytes, source } of articles) yield readOne(bytes, source, { read, strict: options.strict ?? false });
}

const engines = new Map<string, Promise<Engine>>();

/** Rules and gazetteer are loaded once per encoding. */
function engineFor({ encoding = '' }: LibraryOptions): Promise<Engine> {
  const known = engines.get(encoding) ?? loadEngine(encoding === '' ? {} : { encoding });
  engines.set(encoding, known);
  return known;
}
