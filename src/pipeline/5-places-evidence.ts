import type { Candidate } from '../gazetteer/index.ts';
import type { DemonymMention, Place } from '../types.ts';
import type { Toponym } from './4-mentions/places.ts';

/** A name repeated says little more than said twice. */
const MOST_PER_NAME = 2;

/** How much a text speaks of each country and subdivision, by distinct names; no name is evidence for itself. */
export class Evidence {
  readonly #names = new Map<string, { readonly place: Place; weight: number }>();
  readonly #countries = new Map<string, number>();
  readonly #subdivisions = new Map<string, number>();
  #total = 0;

  add(name: string, place: Place, weight: number): void {
    if (place.country === '') return;
    const known = this.#names.get(name);
    const more = Math.min(weight, MOST_PER_NAME * weight - (known?.weight ?? 0));
    if (more <= 0) return;
    if (known === undefined) this.#names.set(name, { place, weight: more });
    else known.weight += more;
    this.#countries.set(place.country, (this.#countries.get(place.country) ?? 0) + more);
    this.#total += more;
    const subdivision = subdivisionOf(place);
    if (subdivision !== '') this.#subdivisions.set(subdivision, (this.#subdivisions.get(subdivision) ?? 0) + inSubdivision(place, more));
  }

  addAll(items: readonly (Toponym | DemonymMention)[]): void {
    for (const item of items) {
      // "Californian" speaks for the country, "not the Californian one" hardly for the state
      if (item.kind === 'demonym') this.add(item.place.name, { ...item.place, type: 'country' }, 1);
      else {
        for (const area of item.qualifier?.places.slice(0, 1) ?? []) this.add(area.name, area, 2);
        const clear = item.doubt === '' ? clearlyMeant(item.candidates) : undefined;
        if (clear !== undefined) this.add(item.key, clear, 1);
      }
    }
  }

  /** Share of the country in all that other names say, 0 to 1; half a mention is held back, so that a single one proves little. */
  country(code: string, except: string): number {
    const own = this.#names.get(except);
    const ownWeight = own?.weight ?? 0;
    return ((this.#countries.get(code) ?? 0) - (own?.place.country === code ? ownWeight : 0)) / (this.#total - ownWeight + 0.5);
  }

  /** Whether other names speak of the subdivision that the place lies in, 0 to 1. */
  subdivision(place: Place, except: string): number {
    if (place.admin1 === '' || this.#subdivisions.size === 0) return 0;
    const key = `${place.country}/${place.admin1}`;
    const own = this.#names.get(except);
    const ownWeight = own !== undefined && subdivisionOf(own.place) === key ? inSubdivision(own.place, own.weight) : 0;
    return Math.min(1, (this.#subdivisions.get(key) ?? 0) - ownWeight);
  }

  /** Countries by weight, heaviest first; ties by code. */
  ranked(): [string, number][] {
    return [...this.#countries].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }

  /** The subdivision most spoken of in a country, if any is clearly ahead. */
  leading(code: string): string {
    const [first, second] = [...this.#subdivisions]
      .filter(([key]) => key.startsWith(`${code}/`))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return first !== undefined && first[1] > 2 * (second?.[1] ?? 0) ? first[0].slice(code.length + 1) : '';
  }
}

function subdivisionOf(place: Place): string {
  const name = place.type === 'province' ? place.name : place.admin1;
  return name === '' ? '' : `${place.country}/${name}`;
}

/** Four cities say as much of their province as its own name. */
const inSubdivision = (place: Place, weight: number): number => (place.type === 'province' ? weight : weight / 4);

/** Ten times the next one of another country: the name speaks for its country before anything is weighed. */
const CLEAR_RATIO = 10;

function clearlyMeant(candidates: readonly Candidate[]): Place | undefined {
  let best: Candidate | undefined;
  let other = 0;
  for (const candidate of candidates) if (best === undefined || prior(candidate) > prior(best)) best = candidate;
  if (best === undefined) return undefined;
  for (const candidate of candidates) if (candidate.place.country !== best.place.country) other = Math.max(other, 10 ** prior(candidate));
  return 10 ** prior(best) >= CLEAR_RATIO * other ? best.place : undefined;
}

/** Of the urban districts in the hand-made table, which gives none. */
const DISTRICT_POPULATION = 300_000;

/**
 * What a candidate is worth before the text is asked: the logarithm of its population, with the standing of the name.
 * Set on the labelled articles: a city beats the province of its name ("New York", "Osaka") unless provinces compete.
 */
export function prior({ place, nameKind, rank }: Candidate): number {
  const people = place.type === 'district' && place.population === 0 ? DISTRICT_POPULATION : place.population;
  let value = Math.log10(people + 100);
  if (nameKind === 'alias') value -= 1;
  if (rank === 'capital') value += 0.7;
  if (rank === 'seat') value += 0.2;
  if (place.type === 'province') value -= 0.8;
  if (place.type === 'district') value -= 1.5;
  if (place.type === 'country') value += 1;
  if (place.type === 'region') value += 6;
  return value;
}
