import { crc32 } from 'node:zlib';
import type { Cache, Known, State } from './cache/index.ts';
import { CacheWriter } from './cache/writer.ts';
import type { Step } from './plan.ts';
import type { ArticleRows, Outcome } from './rows.ts';
import type { TableWriter } from './tables.ts';

/** A step with the rows that were read for it; none where they are known. */
export interface Done extends Step {
  readonly rows: ArticleRows | undefined;
}

/*
 * Where the rows of a run go: into the tables and into the cache. As long as all is as it was in the run before, nothing is
 * written; at the first difference both are begun with what was equal.
 */
export class Sink {
  readonly #openTables: () => Promise<TableWriter>;
  readonly #cache: Cache | undefined;
  /** Of the run before, where its tables are in place and follow from all the same but the articles. */
  readonly #state: State | undefined;
  #count = 0;
  #tables: TableWriter | undefined;
  #index: CacheWriter | undefined;

  constructor(openTables: () => Promise<TableWriter>, cache: Cache | undefined, state: State | undefined) {
    this.#openTables = openTables;
    this.#cache = cache;
    this.#state = state;
  }

  async add(done: Done): Promise<void> {
    const { known, rows } = done;
    const seal = isLasting(rows ?? known?.entry) ? done.seal : { size: 0, mtime: 0 };
    const isSame = known !== undefined && known.isComplete && known.number === this.#count && (rows === undefined || isEqual(known, rows));
    if (!isSame || this.#state === undefined) await this.#begin();
    else if (seal.mtime > 0 && (seal.mtime !== known.entry.mtime || seal.size !== known.entry.size)) this.#beginIndex();
    this.#count += 1;
    let bytes: Uint8Array | undefined;
    const bytesOf = (one: Known): Uint8Array => (bytes ??= this.#cache?.bytesOf(one) ?? new Uint8Array());
    if (rows !== undefined) {
      this.#tables?.append(rows);
      this.#index?.put(rows, { ...seal, container: done.container, beside: done.beside });
    } else if (known !== undefined) {
      if (this.#tables !== undefined) this.#tables.append({ bytes: bytesOf(known), lengths: known.entry.lengths });
      this.#index?.keep(known, seal, () => bytesOf(known));
    }
    this.#index?.flush();
  }

  /** The tables, to be finished; undefined where they are as they were. */
  async end(): Promise<TableWriter | undefined> {
    if (this.#state === undefined || this.#state.documents !== this.#count) await this.#begin();
    return this.#tables;
  }

  /** What was written to the cache, to be committed when the tables are in place; undefined where nothing was. */
  get index(): CacheWriter | undefined {
    return this.#index;
  }

  close(): void {
    this.#tables?.close();
    this.#index?.close();
  }

  async #begin(): Promise<void> {
    if (this.#tables !== undefined) return;
    this.#tables = await this.#openTables();
    for (const known of this.#before()) {
      this.#tables.append({ bytes: this.#cache?.bytesOf(known) ?? new Uint8Array(), lengths: known.entry.lengths });
    }
    this.#beginIndex();
  }

  #beginIndex(): void {
    const cache = this.#cache;
    if (cache === undefined || this.#index !== undefined) return;
    this.#index = new CacheWriter(cache.folder, cache.head);
    for (const known of this.#before()) this.#index.keep(known, known.entry, () => cache.bytesOf(known));
  }

  #before(): Iterable<Known> {
    return this.#cache?.first(this.#count) ?? [];
  }
}

/** False where the same file may give other rows another time, or changes without its time changing, as its permissions do. */
function isLasting(outcome: Outcome | undefined): boolean {
  return outcome !== undefined && outcome.sha256 !== '' && outcome.status !== 'timeout' && outcome.status !== 'internal-error';
}

function isEqual({ entry }: Known, { bytes, lengths }: ArticleRows): boolean {
  return lengths.every((length, index) => length === entry.lengths[index]) && crc32(bytes) === entry.crc;
}
