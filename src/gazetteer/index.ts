/**
 * Places of the world by name. Compiled by scripts/build-gazetteer.ts from GeoNames (CC BY 4.0) and ISO 3166; opened when
 * first asked. Names are matched as `foldName` spells them: without accents, apostrophes and case.
 */
import { readFileSync } from 'node:fs';
import type { Place } from '../types.ts';
import { foldName, foldWord } from './fold.ts';
import { nearest, TWO_EDITS_POPULATION } from './respell.ts';
import { Store } from './store.ts';
import type { Candidate, Entry } from './store.ts';

export type { Candidate, Entry } from './store.ts';
export { foldName, foldWord } from './fold.ts';
export { FLAG_BLOCKED, FLAG_CAPITALS, FLAG_PERSON, FLAG_WORD } from './format.ts';

const data = (name: string): URL => new URL(`./data/${name}`, import.meta.url);
const lines = (name: string): string[] =>
  readFileSync(data(name), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const main = once(() => new Store(data('places.bin')));
const rare = once(() => new Store(data('rare.bin'), main()));

/** Names the data the answers come from: package and hash. */
export const gazetteerVersion = once(() => lines('version.txt')[0] ?? '');

/** What is known under a folded key, or begins with it as its first word. */
export const entryOf = (key: string): Entry | undefined => main().entry(key);

/** Places that a name may mean, among those of 15,000 people and over, seats, subdivisions, countries and regions. */
export const lookup = (name: string): readonly Candidate[] => main().entry(foldName(name))?.candidates ?? [];

/** Smaller populated places; to be asked only where list, table or a stated country supports it. */
export const lookupRare = (name: string): readonly Candidate[] => rare().entry(foldName(name))?.candidates ?? [];

/** Countries and first-level subdivisions stand first in the file. */
const areas = once(() => {
  const found = new Map<string, Place>();
  const regions = new Map<string, string>();
  for (let index = 0; index < main().size; index += 1) {
    const place = main().place(index);
    if (place.type === 'region') regions.set(place.name, main().scope(index));
    else if (place.type === 'country' || place.type === 'province') {
      if (place.id !== '') found.set(place.id, place);
    } else break;
  }
  return { found, regions };
});

/** By ISO 3166-1 alpha-2. */
export const country = (code: string): Place | undefined => areas().found.get(`iso:${code}`);

/** By `iso:CN-GZ`. */
export const subdivision = (id: string): Place | undefined => areas().found.get(id);

/** GOLD.md's scope code of a region of several countries ("Southeast Asia" gives `southeast-asia`); undefined where it has none. */
export function regionCode(name: string): string | undefined {
  const region = lookup(name).find(({ place }) => place.type === 'region');
  const code = region === undefined ? '' : areas().regions.get(region.place.name);
  return code === '' ? undefined : code;
}

const demonyms = once(() => new Map(lines('demonyms.tsv').map((line) => line.split('\t') as [string, string])));
const demonymOpenings = once(
  () => new Set([...demonyms().keys()].filter((word) => word.includes(' ')).map((word) => word.slice(0, word.indexOf(' ')))),
);

/** Whether a demonym of two words begins with it: "South Korean". */
export const opensDemonym = (word: string): boolean => demonymOpenings().has(word);

/** The place of "Chinese", "Bavarian", "Emiratis"; capitals matter ("polish" is none). */
export function demonym(word: string): Place | undefined {
  const id = demonyms().get(word);
  return id === undefined ? undefined : areas().found.get(id);
}

const givenNames = once(() => new Set(lines('given-names.txt')));
export const isGivenName = (word: string): boolean => givenNames().has(foldWord(word));

/** The known place of one of the countries that a misspelt name is nearest to: "Xiamon" in CN gives Xiamen. */
export function respell(name: string, countries: readonly string[]): Place | undefined {
  const key = foldName(name);
  if (key.length < 5 || countries.length === 0) return undefined;
  return nearest(key, main().keysLike(key.charAt(0)), largeCities(), new Set(countries), (other) => main().entry(other)?.candidates ?? []);
}

/** Canonical keys of the cities of a million and more. */
const largeCities = once(() => {
  const found = new Map<string, Place>();
  for (let index = 0; index < main().size; index += 1) {
    if (main().population(index) < TWO_EDITS_POPULATION) continue;
    const place = main().place(index);
    if (place.type === 'city') found.set(foldName(place.name), place);
  }
  return found;
});

/** Capital of a country, or seat of a first-level subdivision; undefined where the data names none. */
export function capitalOf(place: Place): Place | undefined {
  return place.type === 'country' ? seats().get(place.country) : seats().get(`${place.country}/${place.name}`);
}

const seats = once(() => {
  const found = new Map<string, Place>();
  for (let index = 0; index < main().size; index += 1) {
    const rank = main().rank(index);
    if (rank === '') continue;
    const place = main().place(index);
    const keys = rank === 'capital' ? [place.country, `${place.country}/${place.admin1}`] : [`${place.country}/${place.admin1}`];
    for (const key of keys) if (!found.has(key)) found.set(key, place);
  }
  return found;
});
