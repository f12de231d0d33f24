import { compareBytes } from '../order.ts';
import { pathOfEntry, type Entry } from './entry.ts';

/** Records of a container that are looked at for one that is not the next: what was put in front of it is skipped, and forgotten. */
const LOOK_AHEAD = 1000;

/** An entry with its place in its index, from 0. */
export interface Numbered {
  readonly entry: Entry;
  readonly number: number;
}

/** Walks an index beside the inputs: both are in the order of the tables, so one pass finds every article that is in both. */
export class Cursor {
  readonly #entries: Iterator<Entry>;
  #ahead: Numbered[] = [];
  #read = 0;

  constructor(entries: Iterator<Entry>) {
    this.#entries = entries;
  }

  /** The entry of a file; asked for in the order of the tables. */
  file(source: string): Numbered | undefined {
    const next = this.#seek(source);
    if (next?.entry.source !== source || next.entry.container !== 0) return undefined;
    this.#ahead.shift();
    return next;
  }

  /** The entry of a record, looked for among the next ones of its container. */
  record(container: string, source: string): Numbered | undefined {
    if (this.#seek(container) === undefined) return undefined;
    for (let at = 0; at < LOOK_AHEAD; at += 1) {
      const next = this.#at(at);
      if (next === undefined || pathOfEntry(next.entry) !== container) return undefined;
      if (next.entry.source !== source) continue;
      this.#ahead = this.#ahead.slice(at + 1);
      return next;
    }
    return undefined;
  }

  /** The next entry, if it is of this container. */
  first(container: string): Entry | undefined {
    const next = this.#seek(container)?.entry;
    return next !== undefined && next.container > 0 && pathOfEntry(next) === container ? next : undefined;
  }

  /** All entries of a container. */
  *all(container: string): Generator<Numbered> {
    for (let next = this.#seek(container); next !== undefined && pathOfEntry(next.entry) === container; next = this.#at(0)) {
      this.#ahead.shift();
      yield next;
    }
  }

  #seek(path: string): Numbered | undefined {
    for (let next = this.#at(0); next !== undefined; next = this.#at(0)) {
      if (compareBytes(pathOfEntry(next.entry), path) >= 0) return next;
      this.#ahead.shift();
    }
    return undefined;
  }

  #at(index: number): Numbered | undefined {
    while (this.#ahead.length <= index) {
      const next = this.#entries.next();
      if (next.done === true) return undefined;
      this.#ahead.push({ entry: next.value, number: this.#read });
      this.#read += 1;
    }
    return this.#ahead[index];
  }
}
