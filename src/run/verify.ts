import { existsSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { TableError, UsageError } from '../failures.ts';
import { documentId } from '../ids.ts';
import type { Article, Decision, Status } from '../schema.ts';
import { hashOf } from './commit.ts';
import { readDecisions } from './decisions.ts';
import { parseJson, readOutput } from './output.ts';
import { falseQuote, lineAt } from './quotes.ts';
import { readFileSafely } from './read-file.ts';
import { readLines } from './read-lines.ts';
import type { Replay } from './replay.ts';
import { runRecord } from './run-record.ts';
import { nestRankings, TABLES } from './tables.ts';
import { checkCells } from './verify-cells.ts';
import { checkRejected } from './verify-decisions.ts';
import { checkRows } from './verify-rows.ts';

/*
 * Proves an output from the raw files and the provenance, without running a rule. Everything here reads what was written; it
 * shares with the pipeline only the grammar of words (replay.ts) and the gazetteer.
 */

/** What does not hold: one line each, "a.html:41: expected …, got …". `reviews`: the folder with the decisions of reviewers. */
export function* verify(folder: string, root: string, replay: Replay, reviews = join(folder, 'reviews')): Generator<string> {
  if (!existsSync(join(folder, 'run.json'))) throw new UsageError(`expected a folder that \`extract\` wrote, got \`${folder}\``);
  if (!existsSync(root)) throw new UsageError(`expected the folder the articles were read from, got \`${root}\``);
  yield* checkHashes(folder);
  const nested = { rankings: jsonElements(folder, 'rankings.json'), metrics: jsonElements(folder, 'metrics.json') };
  const { byDocument } = readDecisions(reviews);
  const statuses = new Map<Status, number>();
  let last: Buffer | undefined;
  try {
    for (const article of readOutput(folder)) {
      const { source, status } = article.document;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const key = Buffer.from(source);
      if (last !== undefined && Buffer.compare(last, key) >= 0) yield `${source}: expected documents in the order of \`source\``;
      last = key;
      yield* checkArticle(article, root, replay, byDocument.get(article.document.document_id) ?? []);
      for (const ranking of nestRankings(article.rankings)) yield* checkElement('rankings.json', nested.rankings, ranking, source);
      for (const metric of article.metrics) yield* checkElement('metrics.json', nested.metrics, metric, source);
    }
    for (const [name, rest] of Object.entries(nested)) {
      if (rest.next().done !== true) yield `${name}.json: expected no more elements than ${name}.csv has`;
    }
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    yield error.message;
    return;
  }
  yield* checkStatuses(folder, statuses);
}

function readRecord(folder: string) {
  return runRecord.safeParse(parseJson(readFileSync(join(folder, 'run.json'), 'utf8'), 'run.json'));
}

function* checkHashes(folder: string): Generator<string> {
  const { data: record, error } = readRecord(folder);
  if (record === undefined) {
    yield `run.json: ${error.issues[0]?.message ?? 'expected another record'}, in \`${error.issues[0]?.path.join('.') ?? ''}\``;
    return;
  }
  const hashes = new Map(record.tables.map(({ name, sha256 }) => [name, sha256]));
  for (const name of TABLES) {
    const found = existsSync(join(folder, name)) ? hashOf(join(folder, name)) : 'no file';
    if (found !== hashes.get(name)) yield `${name}: expected SHA-256 ${hashes.get(name) ?? 'in run.json'}, got ${found}`;
  }
}

function* checkStatuses(folder: string, statuses: ReadonlyMap<Status, number>): Generator<string> {
  const recorded = readRecord(folder).data?.statuses ?? {};
  for (const status of new Set([...statuses.keys(), ...(Object.keys(recorded) as Status[])])) {
    const [found, expected] = [statuses.get(status) ?? 0, recorded[status] ?? 0];
    if (found !== expected) yield `run.json: expected ${found} articles with status \`${status}\` as in documents.csv, got ${expected}`;
  }
}

function* checkArticle(article: Article, root: string, replay: Replay, decisions: readonly Decision[]): Generator<string> {
  const { document } = article;
  const { source } = document;
  if (document.document_id !== documentId(source))
    yield `${source}: expected document_id ${documentId(source)}, got ${document.document_id}`;
  const bytes = document.sha256 === '' ? new Uint8Array() : readFileSafely(join(root, source));
  if ('status' in bytes) {
    yield `${source}: ${bytes.error}`;
    return;
  }
  if (document.sha256 !== '' && createHash('sha256').update(bytes).digest('hex') !== document.sha256) {
    yield `${source}: expected the bytes with SHA-256 ${document.sha256}, got a file that has changed`;
    return;
  }
  const at = (start: number): string => `${source}:${lineAt(bytes, start)}`;
  if (document.bytes !== '' && document.bytes !== bytes.length) yield `${source}: expected ${bytes.length} bytes, got ${document.bytes}`;
  const wrong = falseQuote(article, bytes, document.encoding);
  if (wrong !== undefined) {
    const { quote, start, end } = wrong.piece;
    yield `${at(start)}: expected ${wrong.what} to be the bytes ${start}..${end}, got ${JSON.stringify(quote.slice(0, 80))}, from \`${wrong.rule}\``;
  }
  yield* checkRows(article, bytes.length, at);
  yield* checkCells(article, replay, decisions, at);
  for (const loss of article.losses) for (const complaint of checkRejected(loss, decisions)) yield `${at(loss.start)}: ${complaint}`;
}

function* jsonElements(folder: string, name: string): Generator<string> {
  for (const line of readLines(join(folder, name))) if (line !== '[' && line !== ']') yield line.replace(/,$/, '');
}

function* checkElement(name: string, elements: Iterator<string>, expected: object, source: string): Generator<string> {
  const next: IteratorResult<string> = elements.next();
  if (next.done === true) throw new TableError(`${name}: expected an element for each row, got none for ${source}`);
  if (next.value !== JSON.stringify(expected))
    yield `${name}: expected the rows of ${source}, got ${JSON.stringify(next.value.slice(0, 80))}`;
}
