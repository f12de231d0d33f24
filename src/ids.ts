import { hash } from 'node:crypto';

/*
 * Keys of the tables: the first 16 hex digits of SHA-256 over the parts, joined by U+001F. They follow from the machine's
 * values only, never from decisions, rank or value. Keys, not identities: `n` counts equal keys in order of bytes.
 */

function key(...parts: readonly (string | number)[]): string {
  return hash('sha256', parts.join('\u001f'), 'hex').slice(0, 16);
}

/** Nothing to decompose: most names. */
const ASCII = /^[\0-\x7f]*$/;

/** Names that differ in case, accents or punctuation only are one: "São Paulo" and "SAO PAULO". */
export function foldName(name: string): string {
  if (ASCII.test(name))
    return name
      .toLowerCase()
      .replace(/[^a-z\d]+/g, ' ')
      .trim();
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Gives each key its `n`: `numbered((n) => rankingId(document, name, edition, n))`. Lives as long as one article is read. */
export class Counter {
  readonly #seen = new Map<string, number>();

  numbered(idOf: (n: number) => string): string {
    const first = idOf(0);
    const n = this.#seen.get(first) ?? 0;
    this.#seen.set(first, n + 1);
    return n === 0 ? first : idOf(n);
  }
}

export function documentId(source: string): string {
  return key(source);
}

/** `n` counts rankings of the document with the same folded name and edition. */
export function rankingId(document: string, name: string, edition: string, n: number): string {
  return key(document, foldName(name), edition, n);
}

/** What identifies a place within a ranking: its id, else its folded words and subdivision. */
function placeKey(place: { readonly place_id: string; readonly place_raw: string; readonly admin1: string }): string {
  return place.place_id !== '' ? place.place_id : `${foldName(place.place_raw)}\u001f${place.admin1}`;
}

/** `n` counts entries of the ranking with the same place. */
export function entryId(
  ranking: string,
  place: { readonly place_id: string; readonly place_raw: string; readonly admin1: string },
  n: number,
): string {
  return key(ranking, placeKey(place), n);
}

/** `n` counts metrics of the document with the same place, measure, unit, change and period. */
export function metricId(
  document: string,
  place: { readonly place_id: string; readonly place_raw: string; readonly admin1: string },
  metric: string,
  unit: string,
  change: string,
  period: string,
  n: number,
): string {
  return key(document, placeKey(place), metric, unit, change, period, n);
}

/** `n` counts losses of the document with the same stage, reason, bytes and rule. */
export function lossId(document: string, stage: string, reason: string, start: number, end: number, rule: string, n: number): string {
  return key(document, stage, reason, start, end, rule, n);
}

/** A row that a reviewer added, on the words at `start`..`end`. */
export function addedId(document: string, start: number, end: number, place: string): string {
  return key(document, 'added', start, end, foldName(place));
}

/** A ranking that no rule found, of rows that reviewers added. */
export function addedRankingId(document: string, name: string, edition: string): string {
  return key(document, 'added', foldName(name), edition);
}

/** A ranking that articles tell together; `ranking` is the smallest of their ranking_ids. */
export function mergedId(publisher: string, edition: string, ranking: string): string {
  return key('merged', publisher, edition, ranking);
}

export function mergedEntryId(merged: string, place: string, rank: number | '', within: number | ''): string {
  return key(merged, place, rank, within);
}

export function conflictId(merged: string, place: string): string {
  return key(merged, 'conflict', place);
}
