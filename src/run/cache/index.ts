import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { readLines } from '../read-lines.ts';
import { onDisk, writeWhole } from '../table-file.ts';
import type { Totals } from '../listing.ts';
import { Cursor, type Numbered } from './cursor.ts';
import { readEntry, readHead, type Entry, type Head } from './entry.ts';

/*
 * Rows of articles that were read before, in OUT/.cache; only the main thread of the holder of OUT/.lock opens it.
 *   index       a line per article, in the order of the tables, written whole at the end of a run
 *   index.next  the same while a run writes it; what a run leaves that was killed becomes `part-1`, `part-2`, …, and is used too
 *   rows.1      the rows themselves, appended; the next number where half of it would be rows that nothing names
 *   state.json  which tables the index belongs to
 */

export const CACHE = '.cache';

/** Bytes of rows that nothing names, up to which a file of rows is not written anew. */
const SPARE_BYTES = 16 * 1024 * 1024;

/** The cache does not hold what it says: it is deleted and the articles are read again. */
export class CacheDamage extends Error {
  override readonly name = 'CacheDamage';
}

/** What the index belongs to: tables by size and time, with their hashes. */
export interface State {
  /** Hash of all that the tables follow from beside the articles. */
  readonly key: string;
  readonly documents: number;
  /** Bytes of rows that the index names. */
  readonly live: number;
  /** Hash of names, sizes and times of all files, with what a run says of them; none where names, sizes and times do not tell all. */
  readonly unchanged?: { readonly listing: string; readonly totals: Totals } | undefined;
  readonly tables: readonly { readonly name: string; readonly size: number; readonly mtime: number; readonly sha256: string }[];
}

export interface Known extends Numbered {
  /** Name of the file that has its rows. */
  readonly rows: string;
  /** From the index of a run that ended, not of one that was killed. */
  readonly isComplete: boolean;
}

interface Segment {
  readonly path: string;
  readonly head: Head;
  readonly isComplete: boolean;
  readonly cursor: Cursor;
}

export class Cache {
  readonly folder: string;
  readonly head: Head;
  readonly state: State | undefined;
  /** Those with the rows of this program, newest first. */
  readonly #segments: readonly Segment[];
  readonly #open = new Map<string, number>();
  readonly #verify: boolean;

  private constructor(folder: string, head: Head, segments: readonly Segment[], state: State | undefined, verify: boolean) {
    this.folder = folder;
    this.head = head;
    this.state = state;
    this.#segments = segments;
    this.#verify = verify;
  }

  /** Opens or makes the cache of an output. `verify`: sizes and times prove nothing. Throws `CacheDamage` for one of another version. */
  static open(out: string, { fingerprint, decisions, verify }: Omit<Head, 'rows'> & { readonly verify: boolean }): Cache {
    const folder = join(out, CACHE);
    onDisk(folder, () => mkdirSync(folder, { recursive: true }));
    const names = partsOf(folder);
    if (existsSync(join(folder, 'index.next'))) {
      const name = `part-${(names[0] === undefined ? 0 : numberOf(names[0])) + 1}`;
      onDisk(folder, () => renameSync(join(folder, 'index.next'), join(folder, name)));
      names.unshift(name);
    }
    const segments = [...names, 'index'].flatMap((name) => {
      const segment = existsSync(join(folder, name)) ? openSegment(folder, name) : undefined;
      return segment?.head.fingerprint === fingerprint ? [segment] : [];
    });
    const state = segments.every(({ isComplete }) => isComplete) && segments.length > 0 ? readState(folder) : undefined;
    return new Cache(folder, { fingerprint, decisions, rows: nextRows(folder, segments) }, segments, state, verify);
  }

  file(source: string): Known | undefined {
    return this.#find((cursor) => cursor.file(source));
  }

  record(container: string, source: string): Known | undefined {
    return this.#find((cursor) => cursor.record(container, source));
  }

  /** All records of a container that is as it was, without reading it; undefined where it must be read. */
  unchanged(container: string, seal: Seal | undefined): Iterable<Known> | undefined {
    const segment = this.#segments.find(({ isComplete }) => isComplete);
    if (segment === undefined || segment.head.decisions !== this.head.decisions) return undefined;
    const first = segment.cursor.first(container);
    if (first === undefined || !this.isSealed(first, seal)) return undefined;
    return knownIn(segment, segment.cursor.all(container));
  }

  isSealed({ size, mtime }: Seal, seal: Seal | undefined): boolean {
    return !this.#verify && mtime > 0 && size === seal?.size && mtime === seal.mtime;
  }

  /** The first entries of the last complete index. */
  *first(count: number): Generator<Known> {
    const segment = this.#segments.find(({ isComplete }) => isComplete);
    if (segment === undefined) return;
    let number = 0;
    for (const entry of entriesOf(segment.path, true)) {
      if (number === count) return;
      yield { entry, number, rows: segment.head.rows, isComplete: true };
      number += 1;
    }
  }

  /** The bytes of an article's rows. Throws `CacheDamage` where they are not those that were written. */
  bytesOf({ entry, rows }: Known): Uint8Array {
    const length = entry.lengths.reduce((sum, one) => sum + one, 0);
    const bytes = Buffer.allocUnsafe(length);
    const read = readSync(this.#descriptor(rows), bytes, 0, length, entry.offset);
    if (read !== length || crc32(bytes) !== entry.crc) throw new CacheDamage(`the rows of ${entry.source}`);
    return bytes;
  }

  close(): void {
    for (const descriptor of this.#open.values()) closeSync(descriptor);
    this.#open.clear();
  }

  #find(find: (cursor: Cursor) => Numbered | undefined): Known | undefined {
    // Each cursor must walk on, whichever has the article.
    const found = this.#segments.flatMap((segment) => {
      const one = find(segment.cursor);
      return one === undefined ? [] : [{ ...one, rows: segment.head.rows, isComplete: segment.isComplete }];
    });
    return found[0];
  }

  #descriptor(rows: string): number {
    let descriptor = this.#open.get(rows);
    if (descriptor === undefined) {
      try {
        descriptor = openSync(join(this.folder, rows), 'r');
      } catch {
        throw new CacheDamage(rows);
      }
      this.#open.set(rows, descriptor);
    }
    return descriptor;
  }
}

type Seal = Pick<Entry, 'size' | 'mtime'>;

function* knownIn({ head: { rows }, isComplete }: Segment, found: Iterable<Numbered>): Generator<Known> {
  for (const one of found) yield { ...one, rows, isComplete };
}

const numberOf = (name: string): number => Number(name.replace(/^\D+/, ''));

/** Newest first. */
function partsOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^part-\d+$/.test(name))
    .sort((a, b) => numberOf(b) - numberOf(a));
}

function openSegment(folder: string, name: string): Segment | undefined {
  const path = join(folder, name);
  const isComplete = name === 'index';
  const [line = ''] = readLines(path);
  const head = readHead(line);
  if (head !== undefined) return { path, head, isComplete, cursor: new Cursor(entriesOf(path, isComplete)) };
  // What a killed run had not yet begun to write is no damage.
  if (isComplete) throw new CacheDamage(`${name}, or of another version`);
  return undefined;
}

/** An index of a killed run ends at its first torn line; a complete one has none. */
function* entriesOf(path: string, isComplete: boolean): Generator<Entry> {
  let isHead = true;
  for (const line of readLines(path)) {
    const entry = isHead ? undefined : readEntry(line);
    if (entry !== undefined) yield entry;
    else if (!isHead && isComplete) throw new CacheDamage('a line of the index');
    else if (!isHead) return;
    isHead = false;
  }
}

/** The file to which rows are appended: the last one, or a new one where half of it is rows that nothing names. */
function nextRows(folder: string, segments: readonly Segment[]): string {
  const [newest] = segments;
  const last = Math.max(0, ...readdirSync(folder).flatMap((name) => (/^rows\.\d+$/.test(name) ? [numberOf(name)] : [])));
  if (newest === undefined) return `rows.${last + 1}`;
  const path = join(folder, newest.head.rows);
  const size = existsSync(path) ? statSync(path).size : 0;
  const live = readState(folder)?.live;
  return live !== undefined && size > 2 * live + SPARE_BYTES ? `rows.${last + 1}` : newest.head.rows;
}

export function readState(folder: string): State | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8')) as State;
  } catch {
    return undefined;
  }
}

export function writeState(folder: string, state: State): void {
  writeWhole(join(folder, 'state.new'), JSON.stringify(state));
  onDisk(folder, () => renameSync(join(folder, 'state.new'), join(folder, 'state.json')));
}

export function clearCache(out: string): void {
  onDisk(join(out, CACHE), () => rmSync(join(out, CACHE), { recursive: true, force: true }));
}

export function shortHash(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
