import { readFileSync } from 'node:fs';
import type { Place } from '../types.ts';
import { hashKey } from './fold.ts';
import { COLUMNS, HEADER_WORDS, MAGIC, NAME_KINDS, NO_DEGREES, RANKS, TYPES, WORDED_ID } from './format.ts';
import type { Column } from './format.ts';

export interface Candidate {
  readonly place: Place;
  readonly nameKind: (typeof NAME_KINDS)[number];
  /** Seat of a first-level subdivision, or of a country. */
  readonly rank: (typeof RANKS)[number];
}

export interface Entry {
  /** Most words of any name that begins with this word; 0 for names of several words. */
  readonly longest: number;
  /** FLAG_… of format.ts. */
  readonly flags: number;
  readonly candidates: readonly Candidate[];
}

const align = (offset: number): number => (offset + 3) & ~3;

/** One binary file of format.ts, read in place: opening it costs the reading of the file, whatever its size. */
export class Store {
  readonly size: number;
  readonly #bytes: Buffer;
  readonly #at = new Map<Column, number>();
  readonly #slots: number;
  readonly #slotMask: number;
  readonly #strings: number;
  readonly #keys: number;
  /** Where `admin1` points to; a file of small places has its subdivisions in the main one. */
  readonly #subdivisions: Store;
  readonly #places = new Map<number, Place>();
  readonly #entries = new Map<string, Entry>();
  readonly #letters = new Map<string, readonly string[]>();

  /** Throws where the file is missing or of another format. */
  constructor(file: URL, subdivisions?: Store) {
    this.#bytes = readFileSync(file);
    this.#subdivisions = subdivisions ?? this;
    const [magic = 0, places = 0, stringBytes = 0, , slotCount = 0] = [0, 1, 2, 3, 4].map((word) => this.#bytes.readUInt32LE(word * 4));
    if (magic !== MAGIC)
      throw new Error(
        `expected a gazetteer file of this version, got \`${magic.toString(16)}\`, from \`${file.pathname.split('/').at(-1) ?? ''}\``,
      );
    this.size = places;
    let offset = HEADER_WORDS * 4;
    for (const { name, bytes } of COLUMNS) {
      this.#at.set(name, offset);
      offset += align(places * bytes);
    }
    this.#slots = offset;
    this.#slotMask = slotCount - 1;
    this.#strings = offset + slotCount * 4;
    this.#keys = this.#strings + align(stringBytes);
  }

  /** What is known under a folded key; undefined where nothing begins with it either. */
  entry(key: string): Entry | undefined {
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const at = this.#find(key);
    if (at < 0) return undefined;
    const entry = this.#read(at);
    this.#entries.set(key, entry);
    return entry;
  }

  place(index: number): Place {
    const known = this.#places.get(index);
    if (known !== undefined) return known;
    const type = TYPES[this.#cell('type', index)] ?? 'city';
    const id = this.#cell('id', index) >>> 0;
    const country = this.#cell('country', index);
    const admin1 = this.#cell('admin1', index) - 1;
    const subdivision = admin1 < 0 ? undefined : this.#subdivisions.place(admin1);
    const place: Place = {
      id: type === 'region' || id === 0 ? '' : id >= WORDED_ID ? this.#string(id - WORDED_ID) : `geonames:${id}`,
      name: this.#string(this.#cell('title', index)),
      type,
      admin1: subdivision?.name ?? '',
      admin1Id: subdivision?.id ?? '',
      country: country === 0 ? '' : String.fromCharCode(country & 255, country >> 8),
      latitude: this.#degrees('latitude', index),
      longitude: this.#degrees('longitude', index),
      population: this.population(index),
    };
    this.#places.set(index, place);
    return place;
  }

  /** GOLD.md's code of a region. */
  scope(index: number): string {
    const id = this.#cell('id', index) >>> 0;
    return id < WORDED_ID ? '' : this.#string(id - WORDED_ID);
  }

  population(index: number): number {
    return this.#cell('population', index) >>> 0;
  }

  rank(index: number): Candidate['rank'] {
    return RANKS[this.#cell('rank', index)] ?? '';
  }

  /** All keys that begin with `letter`, for the search of misspelt names. */
  keysLike(letter: string): readonly string[] {
    const known = this.#letters.get(letter);
    if (known !== undefined) return known;
    const found: string[] = [];
    const first = letter.charCodeAt(0);
    for (let at = this.#keys; (this.#bytes[at] ?? 0) > 0;) {
      const length = this.#bytes[at] ?? 0;
      if (this.#bytes[at + 1] === first) found.push(this.#bytes.toString('latin1', at + 1, at + 1 + length));
      at += length + 4 + (this.#bytes[at + length + 3] ?? 0) * 4;
    }
    this.#letters.set(letter, found);
    return found;
  }

  #read(at: number): Entry {
    const body = at + 1 + (this.#bytes[at] ?? 0);
    const count = this.#bytes[body + 2] ?? 0;
    const candidates: Candidate[] = [];
    for (let position = 0; position < count; position += 1) {
      const reference = this.#bytes.readUInt32LE(body + 3 + position * 4);
      const index = reference >>> 2;
      candidates.push({ place: this.place(index), nameKind: NAME_KINDS[reference & 3] ?? 'alias', rank: this.rank(index) });
    }
    return { longest: this.#bytes[body] ?? 0, flags: this.#bytes[body + 1] ?? 0, candidates };
  }

  #find(key: string): number {
    const bytes = this.#bytes;
    for (let slot = hashKey(key) & this.#slotMask; ; slot = (slot + 1) & this.#slotMask) {
      const offset = bytes.readUInt32LE(this.#slots + slot * 4);
      if (offset === 0) return -1;
      const at = this.#keys + offset - 1;
      if (bytes[at] !== key.length) continue;
      let index = 0;
      while (index < key.length && bytes[at + 1 + index] === key.charCodeAt(index)) index += 1;
      if (index === key.length) return at;
    }
  }

  #cell(column: Column, index: number): number {
    const at = this.#at.get(column) ?? 0;
    switch (column) {
      case 'admin1':
      case 'country':
        return this.#bytes.readUInt16LE(at + index * 2);
      case 'type':
      case 'rank':
        return this.#bytes[at + index] ?? 0;
      default:
        return this.#bytes.readInt32LE(at + index * 4);
    }
  }

  #degrees(column: 'latitude' | 'longitude', index: number): number | undefined {
    const value = this.#cell(column, index);
    return value === NO_DEGREES ? undefined : value / 100_000;
  }

  #string(offset: number): string {
    const at = this.#strings + offset;
    return this.#bytes.toString('utf8', at + 1, at + 1 + (this.#bytes[at] ?? 0));
  }
}
