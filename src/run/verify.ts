import { existsSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { TableError, UsageError } from '../failures.ts';
import { documentId } from '../ids.ts';
import type { Article, Decision, Status } from '../schema.ts';
import { hashOf } from './commit.ts';
import { pathOf } from './containers/index.ts';
import { isContainer } from './containers/names.ts';
import { parseFields } from './containers/ndjson.ts';
import { readDecisions } from './decisions.ts';
import { nestRankings } from './nested.ts';
import { readOutput } from './output.ts';
import { falseQuote, lineAt } from './quotes.ts';
import { readLines } from './read-lines.ts';
import { SourceReader } from './source-reader.ts';
import type { Replay } from './replay.ts';
import { readRunRecord } from './run-record.ts';
import { MERGED_TABLES, PARQUET_TABLES, TABLES } from './tables.ts';
import { checkCells } from './verify-cells.ts';
import { checkRejected } from './verify-decisions.ts';
import { checkRows } from './verify-rows.ts';

/*
 * Proves an output from the raw files and the provenance, without running a rule. Everything here reads what was written; it
 * shares with the pipeline only the grammar of words (replay.ts) and the gazetteer.
 */

/** What does not hold: one line each, "a.html:41: expected …, got …". `reviews`: the folder with the decisions of reviewers. */
export async function* verify(folder: string, root: string, replay: Replay, reviews = join(folder, 'reviews')): AsyncGenerator<string> {
  if (!existsSync(join(folder, 'run.json'))) throw new UsageError(`expected a folder that \`extract\` wrote, got \`${folder}\``);
  if (!existsSync(root)) throw new UsageError(`expected the folder the articles were read from, got \`${root}\``);
  yield* checkHashes(folder);
  const nested = { rankings: jsonElements(folder, 'rankings.json'), metrics: jsonElements(folder, 'metrics.json') };
  const { byDocument } = readDecisions(reviews);
  const statuses = new Map<Status, number>();
  let last: Buffer | undefined;
  const sources = new SourceReader(root, parseFields(readRunRecord(folder).data?.options.fields ?? ''));
  try {
    for (const article of readOutput(folder)) {
      const { source, status } = article.document;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      // Records stand in the order of their container, which is read only once.
      const path = pathOf(source, root);
      const key = Buffer.from(path);
      const order = last === undefined ? -1 : Buffer.compare(last, key);
      if (order > 0 || (order === 0 && !isContainer(path))) yield `${source}: expected documents in the order of \`source\``;
      last = key;
      yield* checkArticle(article, sources, replay, byDocument.get(article.document.document_id) ?? []);
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
  } finally {
    await sources.close();
  }
  yield* checkStatuses(folder, statuses);
}

function* checkHashes(folder: string): Generator<string> {
  const { data: record, error } = readRunRecord(folder);
  if (record === undefined) {
    yield `run.json: ${error.issues[0]?.message ?? 'expected another record'}, in \`${error.issues[0]?.path.join('.') ?? ''}\``;
    return;
  }
  const hashes = new Map<string, string>(record.tables.map(({ name, sha256 }) => [name, sha256]));
  for (const name of [...TABLES, ...[...MERGED_TABLES, ...PARQUET_TABLES].filter((table) => hashes.has(table))]) {
    const found = existsSync(join(folder, name)) ? hashOf(join(folder, name)) : 'no file';
    if (found !== hashes.get(name)) yield `${name}: expected SHA-256 ${hashes.get(name) ?? 'in run.json'}, got ${found}`;
  }
}

function* checkStatuses(folder: string, statuses: ReadonlyMap<Status, number>): Generator<string> {
  const recorded = readRunRecord(folder).data?.statuses ?? {};
  for (const status of new Set([...statuses.keys(), ...(Object.keys(recorded) as Status[])])) {
    const [found, expected] = [statuses.get(status) ?? 0, recorded[status] ?? 0];
    if (found !== expected) yield `run.json: expected ${found} articles with status \`${status}\` as in documents.csv, got ${expected}`;
  }
}

async function* checkArticle(
  article: Article,
  sources: SourceReader,
  replay: Replay,
  decisions: readonly Decision[],
): AsyncGenerator<string> {
  const { document } = article;
  const { source } = document;
  if (document.document_id !== documentId(source))
    yield `${source}: expected document_id ${documentId(source)}, got ${document.document_id}`;
  // Of a record also its failure is read again: it has a place in the order of its container.
  const content = document.sha256 === '' && !sources.isRecord(source) ? undefined : await sources.read(source);
  if (content !== undefined && 'status' in content && (document.sha256 !== '' || document.status !== content.status)) {
    yield `${source}: ${content.error}`;
    return;
  }
  const { bytes, stated } = content !== undefined && 'bytes' in content ? content : { bytes: new Uint8Array(), stated: {} };
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
  yield* checkCells(article, replay, decisions, at, stated);
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
