import type { Decision } from '../schema.ts';
import type { ReadArticle } from './articles.ts';
import { decide, type Stale } from './decide.ts';
import type { DecisionFiles } from './decisions.ts';
import type { RunRecord } from './run-record.ts';

/** Reads articles and applies to each what reviewers decided about it; keeps what could not be applied. */
export class Judge {
  readonly #files: DecisionFiles['files'];
  readonly #waiting: Map<string, readonly Decision[]>;
  readonly #stale: Stale[] = [];
  #applied = 0;
  readonly read: ReadArticle;

  constructor({ files, byDocument }: DecisionFiles, read: ReadArticle) {
    this.#files = files;
    this.#waiting = new Map(byDocument);
    this.read = (bytes, source, about) => {
      const article = read(bytes, source, about);
      const { document_id, status } = article.document;
      const decisions = this.#waiting.get(document_id);
      if (decisions === undefined || status !== 'ok') return article;
      this.#waiting.delete(document_id);
      const decided = decide(article, decisions, bytes);
      this.#applied += decided.applied;
      for (const stale of decided.stale) this.#stale.push(stale);
      return decided.article;
    };
  }

  /** What became of the decisions, once all articles were read. */
  record(): RunRecord['decisions'] {
    const unread = [...this.#waiting.values()].flat().map((decision) => ({ decision, reason: 'its article was not read' }));
    const stale = [...this.#stale, ...unread].map(({ decision: { source, kind, row, column, by, at }, reason }) => ({
      ...{ source, kind, row, column, by, at },
      reason,
    }));
    const key = (one: (typeof stale)[number]): string => [one.source, one.kind, one.row, one.column, one.by].join('\u001f');
    return { files: this.#files, applied: this.#applied, stale: stale.sort((a, b) => (key(a) < key(b) ? -1 : 1)) };
  }
}
