import { loadRules as loadList } from './extractors/rules.ts';
import { sortRules, type RuleSet } from './pipeline/7-claims.ts';
import { readOne } from './run/articles.ts';
import { loadEngine } from './run/engine.ts';
import type { Article } from './schema.ts';

/** All rules, for `readArticle`. */
export async function loadRules(): Promise<RuleSet> {
  return sortRules(await loadList());
}

/** An article's bytes and what the tables call it; the ending of `source` says how it is read. */
export interface ArticleBytes {
  readonly source: string;
  readonly bytes: Uint8Array;
}

export interface ExtractArticlesOptions {
  /** Encoding of articles that do not say theirs. */
  readonly encoding?: string;
  /** A bug throws instead of giving an article with status `internal-error`. */
  readonly strict?: boolean;
}

/** The rows of many articles, in their order and one at a time: the next is asked for when the last was taken. */
export async function* extractArticles(
  articles: AsyncIterable<ArticleBytes> | Iterable<ArticleBytes>,
  { encoding, strict = false }: ExtractArticlesOptions = {},
): AsyncGenerator<Article> {
  const { read } = await loadEngine({ encoding });
  for await (const { bytes, source } of articles) yield readOne(bytes, source, { read, strict });
}
