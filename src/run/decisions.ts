import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../failures.ts';
import { decisionLine, type Decision, type ProvenanceLine } from '../schema.ts';

/*
 * The decisions of reviewers as they lie on disk: reviews/NAME.jsonl, one line for each key, sorted by it, so that two branches
 * merge without conflict.
 */

export interface DecisionFiles {
  /** Each file with the SHA-256 of its bytes. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  /** All lines of all reviewers, by document. */
  readonly byDocument: ReadonlyMap<string, readonly Decision[]>;
}

/** The decisions of a folder; none where there is no folder. Throws `UsageError` naming file and line of what is no decision. */
export function readDecisions(folder: string): DecisionFiles {
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.jsonl'))
        .sort()
    : [];
  const byDocument = new Map<string, Decision[]>();
  const files = names.map((name) => {
    const bytes = readFileSync(join(folder, name));
    for (const decision of parseDecisions(bytes.toString('utf8'), join(folder, name)).values()) {
      const known = byDocument.get(decision.document);
      if (known === undefined) byDocument.set(decision.document, [decision]);
      else known.push(decision);
    }
    return { name, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  return { files, byDocument };
}

/** Lines of one file by their keys; of two with one key, as a merge may leave them, the later. */
export function parseDecisions(text: string, path: string): Map<string, Decision> {
  const found = new Map<string, Decision>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === '') continue;
    const decision = parseLine(line, `${path}:${index + 1}`);
    const known = found.get(keyOf(decision));
    if (known === undefined || isLater(decision, known)) found.set(keyOf(decision), decision);
  }
  return found;
}

function parseLine(line: string, where: string): Decision {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UsageError(`${where}: expected a decision as JSON, got ${JSON.stringify(line.slice(0, 60))}`);
  }
  const result = decisionLine.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UsageError(`${where}: ${issue?.message ?? 'expected a decision'}, in \`${issue?.path.join('.') ?? ''}\``);
}

/** A file's text: lines sorted by key. */
export function decisionsText(decisions: Iterable<Decision>): string {
  const lines = [...decisions].map((decision) => ({ key: keyOf(decision), line: lineOf(decision) }));
  return lines
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ line }) => `${line}\n`)
    .join('');
}

export function keyOf({ document, kind, row, column, words }: Decision): string {
  return `${document} ${kind} ${row} ${column} ${words}`;
}

const FIELDS = Object.keys(decisionLine.shape);

function lineOf(decision: Decision): string {
  return JSON.stringify(decision, [...FIELDS, ...Object.keys(decision.cells ?? {}).sort()]);
}

/** The later wins; of two at the same time, the one whose line is greater in bytes. */
export function isLater(one: Decision, other: Decision): boolean {
  return one.at === other.at ? Buffer.compare(Buffer.from(lineOf(one)), Buffer.from(lineOf(other))) > 0 : one.at > other.at;
}

/** What a decision holds on to: the words of the cell; of a row, or of a cell without words, those of its place and its figure. */
export function wordsHash(line: ProvenanceLine, column: string): string {
  const own = line.cells[column as keyof typeof line.cells];
  const figure = { document: ['title'], ranking: ['ranking_name'], entry: ['rank', 'within'], metric: ['value'] } as const;
  const cells = column !== '' && own !== undefined ? [own] : [line.cells.place_raw, ...figure[line.kind].map((name) => line.cells[name])];
  const quotes = cells.flatMap((cell) => (cell === undefined ? [] : [cell.pieces.map(({ quote }) => quote).join('\u001f')]));
  return hashOfWords(quotes.join('\u001e'));
}

function hashOfWords(words: string): string {
  return createHash('sha256').update(words).digest('hex').slice(0, 16);
}
