import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../failures.ts';
import { addedId } from '../ids.ts';
import { decisionsText, keyOf, parseDecisions, wordsHash } from '../run/decisions.ts';
import { onDisk, writeWhole } from '../run/table-file.ts';
import type { Article, Decision, DecisionKind, ProvenanceLine } from '../schema.ts';

/** What a reviewer says about a row or a cell, without the words it holds on to. */
export interface Verdict {
  readonly id: string;
  readonly decision: Exclude<DecisionKind, 'add'>;
  /** The corrected column; empty for the whole row. */
  readonly column: string;
  readonly value?: string | number | undefined;
}

/** A row that a reviewer found on the bytes `start`..`end`. */
export interface Finding {
  readonly kind: 'entry' | 'metric';
  readonly cells: Readonly<Record<string, string | number>>;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

interface Author {
  readonly by: string;
  /** UTC, ISO 8601. */
  readonly at: string;
}

/** The decision that a verdict is, from the row's provenance as the machine gave it. Throws `UsageError` for an unknown row. */
export function verdictOn(article: Article, { id, decision, column, value }: Verdict, author: Author): Decision {
  const line = article.provenance.find((one) => one.id === id);
  if (line === undefined || line.kind === 'document') throw new UsageError(`expected a ranking, entry or metric, got \`${id}\``);
  const row = [...article.rankings, ...article.metrics].find((one) => ('entry_id' in one ? one.entry_id : one.metric_id) === id);
  return {
    document: article.document.document_id,
    kind: line.kind,
    row: id,
    column,
    words: wordsHash(line, column),
    row_words: wordsHash(line, ''),
    decision,
    ...(decision === 'correct' ? { value: value ?? '' } : {}),
    quote: row?.evidence ?? quotesOf(line),
    source: article.document.source,
    ...author,
  };
}

const quotesOf = ({ cells }: ProvenanceLine): string => cells.ranking_name?.pieces[0]?.quote ?? '';

/** The decision that a finding is; its key tells several places on the same words apart. */
export function findingOf({ document }: Article, { kind, cells, start, end, quote }: Finding, author: Author): Decision {
  const { document_id, source } = document;
  return {
    document: document_id,
    kind,
    row: addedId(document_id, start, end, String(cells['place'] ?? '')),
    column: '',
    words: '',
    row_words: '',
    decision: 'add',
    cells,
    start,
    end,
    quote,
    source,
    ...author,
  };
}

/** One reviewer's decisions, written whole after each. */
export class ReviewFile {
  readonly #folder: string;
  readonly #path: string;
  readonly #undo: (readonly [key: string, before: Decision | undefined])[] = [];
  #decisions: Map<string, Decision>;

  constructor(folder: string, reviewer: string) {
    if (!/^[a-z0-9][\w.-]{0,63}$/i.test(reviewer))
      throw new UsageError(`expected a reviewer's name of letters, digits, ".", "_" and "-", got \`${reviewer}\``);
    this.#folder = folder;
    this.#path = join(folder, `${reviewer}.jsonl`);
    this.#decisions = existsSync(this.#path) ? parseDecisions(readFileSync(this.#path, 'utf8'), this.#path) : new Map<string, Decision>();
  }

  get decisions(): readonly Decision[] {
    return [...this.#decisions.values()];
  }

  put(decision: Decision): void {
    const key = keyOf(decision);
    this.#undo.push([key, this.#decisions.get(key)]);
    this.#decisions.set(key, decision);
    this.#write();
  }

  /** Takes the last decision of this session back and says which it was. */
  undo(): Decision | undefined {
    const last = this.#undo.pop();
    if (last === undefined) return undefined;
    const [key, before] = last;
    const taken = this.#decisions.get(key);
    if (before === undefined) this.#decisions.delete(key);
    else this.#decisions.set(key, before);
    this.#write();
    return taken;
  }

  #write(): void {
    onDisk(this.#folder, () => mkdirSync(this.#folder, { recursive: true }));
    writeWhole(`${this.#path}.new`, decisionsText(this.#decisions.values()));
    onDisk(this.#path, () => renameSync(`${this.#path}.new`, this.#path));
  }
}
