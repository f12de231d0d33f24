import { join } from 'node:path';
import { UsageError } from '../../failures.ts';
import { lookup } from '../../gazetteer/index.ts';
import { readQuantity } from '../../pipeline/4-mentions/quantities.ts';
import { decide } from '../../run/decide.ts';
import { readDecisions } from '../../run/decisions.ts';
import type { Engine } from '../../run/engine.ts';
import { mergeOutput } from '../../run/merge/write.ts';
import { findPlaces } from '../../run/mentions.ts';
import { cleanArticle } from '../../run/one-file.ts';
import { readOutput } from '../../run/output.ts';
import { readSource } from '../../run/source-reader.ts';
import { splitDoubts, type Article, type Decision } from '../../schema.ts';
import { readOne } from '../../run/articles.ts';
import { diffOutputs } from '../diff/index.ts';
import { explainBytes } from '../explain-place.ts';
import { explainIn } from '../explain-row.ts';
import { findingOf, ReviewFile, verdictOn, type Verdict } from '../review-file.ts';
import { goldOf } from './gold.ts';
import { bytesOf, partsOf } from './view.ts';

export interface DeskOptions {
  readonly folder: string;
  readonly root: string;
  readonly reviewer: string;
  /** Folder with the decisions; `reviews/` in the output where it is not given. */
  readonly decisions?: string | undefined;
  /** An earlier output, to show what changed since. */
  readonly baseline?: string | undefined;
  readonly engine: Engine;
}

/** A line of the list of articles. */
interface Listed {
  readonly id: string;
  readonly source: string;
  readonly title: string;
  readonly status: string;
  readonly rows: number;
  readonly doubts: number;
  /** Codes of its doubts. */
  readonly codes: readonly string[];
  readonly changes: number;
  readonly rules: readonly string[];
}

/** What the page asks for. Articles are read anew from their bytes, so that a decision shows at once. */
export class Desk {
  readonly #options: DeskOptions;
  readonly #reviews: string;
  readonly #file: ReviewFile;
  #listed: readonly Listed[] = [];

  constructor(options: DeskOptions) {
    this.#options = options;
    this.#reviews = options.decisions ?? join(options.folder, 'reviews');
    this.#file = new ReviewFile(this.#reviews, options.reviewer);
    this.#listed = listArticles(options);
  }

  list() {
    const { byDocument } = readDecisions(this.#reviews);
    const decided = (id: string): number => new Set((byDocument.get(id) ?? []).map(({ row }) => row)).size;
    const { reviewer, baseline } = this.#options;
    return {
      reviewer,
      baseline: baseline !== undefined,
      articles: this.#listed.map((article) => ({ ...article, decided: decided(article.id) })),
    };
  }

  /** The article with all decisions applied, and what reviewers rejected. */
  async article(id: string) {
    const { machine, bytes, source } = await this.#read(id);
    const { article, stale } = decide(machine, this.#decisions(id), bytes);
    const clean = cleanArticle(bytes, source);
    const { document, rankings, metrics, provenance, losses } = article;
    return {
      document,
      rankings,
      metrics,
      lines: provenance,
      rejected: losses.filter(({ stage }) => stage === 'review'),
      stale: stale.map(({ decision, reason }) => ({ ...decision, reason })),
      parts: 'status' in clean ? [] : partsOf(clean, article),
    };
  }

  async explainCell(id: string, row: string, column: string): Promise<readonly string[]> {
    const { machine, bytes } = await this.#read(id);
    const { article } = decide(machine, this.#decisions(id), bytes);
    return explainIn(article, row, column === '' ? undefined : column) ?? [`no row \`${row}\``];
  }

  async explainWords(id: string, part: number, start: number, end: number): Promise<readonly string[]> {
    const { bytes, source } = await this.#read(id);
    return explainBytes(bytes, source, this.#words(bytes, source, part, start, end));
  }

  /** What the words of a new row say: the place and the quantity in them. */
  async suggest(id: string, part: number, start: number, end: number) {
    const { bytes, source } = await this.#read(id);
    const { quote } = this.#words(bytes, source, part, start, end);
    const [mention] = findPlaces(quote);
    const quantity = readQuantity(quote);
    return {
      quote,
      place: mention === undefined ? {} : placeCells(mention.place, quote.slice(mention.nameStart, mention.nameEnd)),
      ...(quantity === undefined ? {} : { value: quantity.value, op: quantity.op, unit: quantity.unit }),
    };
  }

  async decide(id: string, verdict: Verdict): Promise<void> {
    const { machine, bytes } = await this.#read(id);
    const known = machine.provenance.some((line) => line.id === verdict.id) ? machine : decide(machine, this.#decisions(id), bytes).article;
    this.#file.put(verdictOn(known, verdict, this.#author()));
  }

  async add(
    id: string,
    kind: 'entry' | 'metric',
    part: number,
    start: number,
    end: number,
    given: Decision['cells'] = {},
  ): Promise<string | undefined> {
    const { machine, bytes, source } = await this.#read(id);
    const words = this.#words(bytes, source, part, start, end);
    const [found] = lookup(String(given['place'] ?? ''));
    const cells = { ...(found === undefined ? {} : placeCells(found.place, String(given['place'] ?? ''))), ...given };
    const decision = findingOf(machine, { kind, cells, ...words }, this.#author());
    const { stale } = decide(machine, [decision], bytes);
    if (stale[0] !== undefined) return stale[0].reason;
    this.#file.put(decision);
    return undefined;
  }

  undo(): Decision | undefined {
    return this.#file.undo();
  }

  conflicts() {
    return mergeOutput(this.#options.folder).conflicts;
  }

  /** The article as a gold file, and whether every row of it was judged. */
  async gold(id: string) {
    const { machine, bytes } = await this.#read(id);
    const { article } = decide(machine, this.#decisions(id), bytes);
    const isReviewed = [...article.rankings, ...article.metrics].every(({ review }) => review !== 'unreviewed');
    return { isReviewed, gold: goldOf(article), bytes };
  }

  get sources(): readonly Listed[] {
    return this.#listed;
  }

  #decisions(id: string): readonly Decision[] {
    return readDecisions(this.#reviews).byDocument.get(id) ?? [];
  }

  #author() {
    return { by: this.#options.reviewer, at: new Date().toISOString() };
  }

  #words(bytes: Uint8Array, source: string, part: number, start: number, end: number) {
    const clean = cleanArticle(bytes, source);
    const words = 'status' in clean ? undefined : bytesOf(clean, part, { start, end });
    if (words === undefined) throw new UsageError('expected words of the article, got none');
    return words;
  }

  async #read(id: string): Promise<{ readonly machine: Article; readonly bytes: Uint8Array; readonly source: string }> {
    const listed = this.#listed.find((article) => article.id === id);
    if (listed === undefined) throw new UsageError(`expected an article of the output, got \`${id}\``);
    const { folder, root, engine } = this.#options;
    const read = await readSource(folder, root, listed.source);
    if ('status' in read) throw new UsageError(`${listed.source}: ${read.error}`);
    return { machine: readOne(read.bytes, listed.source, engine), bytes: read.bytes, source: listed.source };
  }
}

function listArticles({ folder, baseline }: DeskOptions): readonly Listed[] {
  const changes = new Map<string, number>();
  if (baseline !== undefined)
    for (const { source } of diffOutputs(baseline, folder).changes) changes.set(source, (changes.get(source) ?? 0) + 1);
  return [...readOutput(folder)].map(({ document, rankings, metrics }) => {
    const rows = [...rankings, ...metrics];
    const doubts = rows.flatMap((row) => splitDoubts(row.doubts));
    return {
      id: document.document_id,
      source: document.source,
      title: document.title,
      status: document.status,
      rows: rows.length,
      doubts: doubts.length,
      codes: [...new Set(doubts)].sort(),
      changes: changes.get(document.source) ?? 0,
      rules: [...new Set(rows.map(({ rule }) => rule))].sort(),
    };
  });
}

function placeCells(place: ReturnType<typeof lookup>[number]['place'], raw: string) {
  const { name, type, id, admin1, country, latitude, longitude } = place;
  const isLocated = latitude !== undefined && longitude !== undefined;
  return {
    place: name,
    place_raw: raw,
    place_type: type,
    place_id: id,
    admin1: type === 'city' || type === 'district' || type === 'zone' ? admin1 : '',
    country,
    ...(isLocated ? { latitude: String(latitude), longitude: String(longitude) } : {}),
  };
}
