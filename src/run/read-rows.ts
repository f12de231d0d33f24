import { MAX_ARTICLE_MILLISECONDS } from '../limits.ts';
import type { Decision } from '../schema.ts';
import { lateArticle, readBatch, readLoaded, type Loaded, type ReadArticle } from './articles.ts';
import { decide } from './decide-lazily.ts';
import { rowsOf, type ArticleRows, type Outcome } from './rows.ts';

/** An article to read, with what reviewers decided about it. */
export interface Task extends Loaded {
  readonly decisions?: readonly Decision[] | undefined;
}

export interface RowsOptions {
  readonly read: ReadArticle;
  readonly strict: boolean;
  readonly milliseconds?: number | undefined;
  /** Called before each article, also before it is tried again. */
  readonly onNext?: (index: number) => void;
}

/** Rows of a batch of articles, in their order: the whole work of a worker thread. Throws only for a bug, where `strict`. */
export function readRows(tasks: readonly Task[], options: RowsOptions): readonly ArticleRows[] {
  const { milliseconds = MAX_ARTICLE_MILLISECONDS } = options;
  return readBatch(tasks, {
    milliseconds,
    read: (task, index) => {
      options.onNext?.(index);
      return readTask(task, options);
    },
    late: (task) => rowsOf(lateArticle(task, milliseconds)),
  });
}

function readTask(task: Task, { read, strict }: RowsOptions): ArticleRows {
  const { decisions } = task;
  let outcome: Outcome['decided'];
  const readDecided: ReadArticle = (bytes, source, about) => {
    const article = read(bytes, source, about);
    if (decisions === undefined || article.document.status !== 'ok') return article;
    const { article: decided, ...rest } = decide(article, decisions, bytes);
    outcome = rest;
    return decided;
  };
  return rowsOf(readLoaded(task, { read: readDecided, strict }), outcome);
}
