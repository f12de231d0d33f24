import { foldName } from '../../ids.ts';
import type { Row } from './tables.ts';

/*
 * Which row of one output is which of the other, in one document: by ids first, then rankings by the places they share, and
 * their entries and the metrics by place and words. Never by position.
 */

export interface Pair {
  readonly old: Row;
  readonly new: Row;
}

export interface Matched {
  readonly pairs: readonly Pair[];
  readonly removed: readonly Row[];
  readonly added: readonly Row[];
}

export interface MatchedRankings extends Matched {
  /** A row of each ranking that both outputs have; the columns that all its rows share may differ. */
  readonly rankings: readonly Pair[];
}

const cell = (row: Row, column: string): string => row[column] ?? '';
const placeKey = (row: Row): string =>
  cell(row, 'place_id') === '' ? `${foldName(cell(row, 'place_raw'))}|${cell(row, 'admin1')}` : cell(row, 'place_id');
const words = (row: Row): string => cell(row, 'evidence');

/** What says that two rows are one, the surest first. */
const ENTRY_KEYS = [(row: Row) => cell(row, 'entry_id'), placeKey, words];
const METRIC_KEYS = [
  (row: Row) => cell(row, 'metric_id'),
  (row: Row) => `${placeKey(row)}|${words(row)}|${cell(row, 'value')}`,
  (row: Row) => `${words(row)}|${cell(row, 'value')}`,
  (row: Row) => `${placeKey(row)}|${cell(row, 'metric')}|${cell(row, 'unit')}|${cell(row, 'period')}`,
  words,
];

export const matchMetrics = (old: readonly Row[], now: readonly Row[]): Matched => matchBy(old, now, METRIC_KEYS);

export function matchRankings(old: readonly Row[], now: readonly Row[]): MatchedRankings {
  const before = grouped(old);
  const after = grouped(now);
  const pairs: Pair[] = [];
  const removed: Row[] = [];
  const added: Row[] = [];
  const rankings: Pair[] = [];
  for (const [oldRows, newRows] of pairRankings(before, after)) {
    const matched = matchBy(oldRows, newRows, ENTRY_KEYS);
    pairs.push(...matched.pairs);
    for (const row of matched.removed) removed.push(row);
    for (const row of matched.added) added.push(row);
    const [oldRow] = oldRows;
    const [newRow] = newRows;
    if (oldRow !== undefined && newRow !== undefined) rankings.push({ old: oldRow, new: newRow });
  }
  return { pairs, removed, added, rankings };
}

function grouped(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of ordered(rows)) {
    const id = cell(row, 'ranking_id');
    const group = found.get(id);
    if (group === undefined) found.set(id, [row]);
    else group.push(row);
  }
  return found;
}

/** Rows in an order of their own, whatever order they came in. */
function ordered(rows: readonly Row[]): readonly Row[] {
  const key = (row: Row): string => `${cell(row, 'start').padStart(12, '0')}|${cell(row, 'entry_id')}${cell(row, 'metric_id')}`;
  return rows
    .map((row) => ({ row, at: key(row) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ row }) => row);
}

type Rows = readonly Row[];

function* pairRankings(before: ReadonlyMap<string, Rows>, after: ReadonlyMap<string, Rows>): Generator<readonly [Rows, Rows]> {
  const oldLeft = new Map(before);
  const newLeft = new Map(after);
  const take = (oldId: string, newId: string): readonly [Rows, Rows] => {
    const pair = [oldLeft.get(oldId) ?? [], newLeft.get(newId) ?? []] as const;
    oldLeft.delete(oldId);
    newLeft.delete(newId);
    return pair;
  };
  for (const id of before.keys()) if (after.has(id)) yield take(id, id);
  for (const { oldId, newId } of overlaps(oldLeft, newLeft)) if (oldLeft.has(oldId) && newLeft.has(newId)) yield take(oldId, newId);
  for (const rows of oldLeft.values()) yield [rows, []];
  for (const rows of newLeft.values()) yield [[], rows];
}

/**
 * Rankings that share at least half of the places of the smaller, the most alike first. A place that stands at the same rank or on
 * the same words counts again: lists by category rank the same places.
 */
function overlaps(before: ReadonlyMap<string, Rows>, after: ReadonlyMap<string, Rows>) {
  const byPlace = new Map<string, { readonly id: string; readonly row: Row }[]>();
  for (const [id, rows] of before) {
    for (const row of rows) {
      const key = placeKey(row);
      const holders = byPlace.get(key);
      if (holders === undefined) byPlace.set(key, [{ id, row }]);
      else holders.push({ id, row });
    }
  }
  const found: { readonly oldId: string; readonly newId: string; readonly likeness: number }[] = [];
  for (const [newId, rows] of after) {
    const tally = new Map<string, { places: number; likeness: number }>();
    for (const row of rows) {
      for (const { id, row: other } of byPlace.get(placeKey(row)) ?? []) {
        const sum = tally.get(id) ?? { places: 0, likeness: 0 };
        const isSame = (column: string): number => (cell(row, column) === cell(other, column) ? 1 : 0);
        tally.set(id, { places: sum.places + 1, likeness: sum.likeness + 1 + isSame('rank') + isSame('evidence') });
      }
    }
    for (const [oldId, { places, likeness }] of tally) {
      const smaller = Math.min(rows.length, before.get(oldId)?.length ?? 0);
      if (places * 2 >= smaller) found.push({ oldId, newId, likeness });
    }
  }
  return found.sort((a, b) => b.likeness - a.likeness || (a.oldId + a.newId < b.oldId + b.newId ? -1 : 1));
}

/** Pairs rows that have a key in common; several with one key in the order of their bytes. */
function matchBy(old: Rows, now: Rows, keys: readonly ((row: Row) => string)[]): Matched {
  const pairs: Pair[] = [];
  let removed = ordered(old);
  let added = ordered(now);
  for (const keyOf of keys) {
    if (removed.length === 0 || added.length === 0) break;
    const waiting = new Map<string, Row[]>();
    for (const row of removed) waiting.set(keyOf(row), [...(waiting.get(keyOf(row)) ?? []), row]);
    const taken = new Set<Row>();
    added = added.filter((row) => {
      const other = waiting.get(keyOf(row))?.shift();
      if (other === undefined) return true;
      taken.add(other);
      pairs.push({ old: other, new: row });
      return false;
    });
    removed = removed.filter((row) => !taken.has(row));
  }
  return { pairs, removed, added };
}
