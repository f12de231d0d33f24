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
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      current.push(best);
    }
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? limit + 1;
}

/** Whether one letter added, left out, changed or swapped with its neighbour makes `a` of `b`. */
export function isOneEdit(a: string, b: string): boolean {
  let front = 0;
  while (front < a.length && a[front] === b[front]) front += 1;
  let back = 0;
  while (back < a.length - front && back < b.length - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back += 1;
  const left = a.length - front - back;
  const right = b.length - front - back;
  return (
    left + right === 1 ||
    (left === 1 && right === 1) ||
    (left === 2 && right === 2 && a[front] === b[front + 1] && a[front + 1] === b[front])
  );
}

/** Two edits only where they leave most of the name alone ("Dunguan"), and only for cities that a list would name. */
const TWO_EDITS_LENGTH = 7;
export const TWO_EDITS_POPULATION = 1_000_000;

/**
 * The largest place of one of `countries` whose own name is one edit from `key`; else the large city two edits away, if there
 * is just one; else a place with such a further name.
 */
export function nearest(
  key: string,
  keys: readonly string[],
  large: ReadonlyMap<string, Place>,
  countries: ReadonlySet<string>,
  candidates: (key: string) => readonly Candidate[],
): Place | undefined {
  const close = keys
    .filter((other) => Math.abs(other.length - key.length) <= 1 && isOneEdit(key, other))
    .flatMap((other) => candidates(other));
  const named = (kind: Candidate['nameKind']): Place | undefined => {
    let best: Place | undefined;
    for (const { place, nameKind } of close)
      if (nameKind === kind && countries.has(place.country) && place.type !== 'country' && place.population > (best?.population ?? -1))
        best = place;
    return best;
  };
  return named('canonical') ?? twoEdits(key, large, countries) ?? named('alias');
}

function twoEdits(key: string, large: ReadonlyMap<string, Place>, countries: ReadonlySet<string>): Place | undefined {
  if (key.length < TWO_EDITS_LENGTH) return undefined;
  const near = [...large].filter(
    ([other, place]) => other[0] === key[0] && countries.has(place.country) && editDistance(key, other, 2) <= 2,
  );
  return near.length === 1 ? near[0]?.[1] : undefined;
}
