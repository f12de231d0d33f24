import { foldName } from '../../src/gazetteer/fold.ts';
import { FLAG_BLOCKED, FLAG_CAPITALS, FLAG_PERSON, FLAG_WORD } from '../../src/gazetteer/format.ts';
import type { Key } from './binary.ts';
import { wordClass } from './words.ts';

type Kind = 'canonical' | 'alias' | 'abbreviation';

/** A place this large keeps its name in running text although the name is a word: Reading, Nice, Mobile. */
const LARGE = 100_000;

interface Entry {
  readonly candidates: Map<number, Kind>;
  /** Population of the largest place that has it as its canonical name. */
  canonical: number;
  flags: number;
  exempt: boolean;
}

/** Collects the names of all places under their folded keys. */
export class Keys {
  readonly #entries = new Map<string, Entry>();

  /** `exempt` names are places even where they are words ("Turkey", "Jordan"); `weighed` ones get the flags of format.ts. */
  add(index: number, name: string, kind: Kind, care: 'exempt' | 'weighed', population = 0): void {
    const key = foldName(name);
    if (key.length < 2 || key.length > 60 || !/^[a-z0-9 ]+$/.test(key)) return;
    const entry = this.#entries.get(key) ?? { candidates: new Map<number, Kind>(), canonical: 0, flags: 0, exempt: false };
    this.#entries.set(key, entry);
    if (!entry.candidates.has(index)) entry.candidates.set(index, kind);
    if (kind === 'canonical') entry.canonical = Math.max(entry.canonical, population);
    if (care === 'exempt') {
      entry.exempt = true;
      if (kind !== 'abbreviation' && key.length <= 5 && /^[A-Z.]+$/.test(name) && entry.candidates.size === 1) entry.flags |= FLAG_CAPITALS;
    }
    const word = wordClass(key);
    if (word === 'name') entry.flags |= FLAG_PERSON;
    if (entry.exempt) entry.flags &= ~(FLAG_WORD | FLAG_BLOCKED);
    else if (word === 'closed') entry.flags |= FLAG_BLOCKED;
    else if (word === 'word')
      entry.flags = entry.canonical >= LARGE ? (entry.flags & ~FLAG_BLOCKED) | FLAG_WORD : entry.flags | FLAG_BLOCKED;
  }

  /** A further name from GeoNames, less trusted: kept only where it is neither a word nor a better-known place's own name. */
  addAlias(index: number, name: string, population: number): void {
    const key = foldName(name);
    if (wordClass(key) !== undefined) return;
    const entry = this.#entries.get(key);
    if (entry?.exempt === true || (entry !== undefined && entry.canonical * 5 > population)) return;
    this.add(index, name, 'alias', 'weighed', population);
  }

  list(): Key[] {
    return [...this.#entries].map(([key, { candidates, flags }]) => ({ key, flags, candidates }));
  }
}
