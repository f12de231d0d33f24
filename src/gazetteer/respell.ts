import type { Place } from '../types.ts';
import type { Candidate } from './store.ts';

/** Restricted Damerau-Levenshtein distance, or `limit + 1` where it is larger. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + change);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      current.push(best);
    }
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? limit + 1;
}

/** Two edits only where they leave most of the name alone ("Dunguan"), and only for cities that a list would name. */
const TWO_EDITS_LENGTH = 7;
const TWO_EDITS_POPULATION = 1_000_000;

/** The place of one of `countries` whose key is nearest to `key` among `keys`; the larger one of two at the same distance. */
export function nearest(key: string, keys: readonly string[], countries: ReadonlySet<string>, candidates: (key: string) => readonly Candidate[]): Place | undefined {
  let best: { place: Place; distance: number } | undefined;
  const limit = key.length >= TWO_EDITS_LENGTH ? 2 : 1;
  for (const other of keys) {
    const distance = editDistance(key, other, limit);
    if (distance > limit) continue;
    for (const { place, nameKind } of candidates(other)) {
      if (!countries.has(place.country) || nameKind === 'abbreviation' || place.type === 'country') continue;
      if (distance === 2 && (nameKind !== 'canonical' || place.population < TWO_EDITS_POPULATION)) continue;
      if (best === undefined || distance < best.distance || (distance === best.distance && place.population > best.place.population)) best = { place, distance };
    }
  }
  return best?.place;
}
