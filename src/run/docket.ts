import { documentId } from '../ids.ts';
import type { Decision } from '../schema.ts';
import type { DecidedArticle, Stale } from './decide.ts';
import type { DecisionFiles } from './decisions.ts';
import type { RunRecord } from './run-record.ts';

/** The decisions of reviewers during a run: which article each is for, and what became of it. */
export class Docket {
  readonly #files: DecisionFiles['files'];
  readonly #waiting: Map<string, readonly Decision[]>;
  readonly #stale: Stale[] = [];
  #applied = 0;

  constructor({ files, byDocument }: DecisionFiles) {
    this.#files = files;
    this.#waiting = new Map(byDocument);
  }

  /** Changes with every decision. */
  get fingerprint(): string {
    return this.#files.map(({ name, sha256 }) => `${name} ${sha256}`).join(' ');
  }

  /** What was decided about an article; undefined where nothing was. */
  of(source: string): readonly Decision[] | undefined {
    return this.#waiting.size === 0 ? undefined : this.#waiting.get(documentId(source));
  }

  /** Says what became of the decisions about an article that was read. */
  settle(source: string, { applied, stale }: Omit<DecidedArticle, 'article'>): void {
    this.#waiting.delete(documentId(source));
    this.#applied += applied;
    for (const one of stale) this.#stale.push(one);
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
