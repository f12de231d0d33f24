import { foldName } from '../../ids.ts';
import type { RankingRow } from '../../schema.ts';

/*
 * Which rankings of different articles are one: the same publisher and edition, a scope that does not differ, names about the same
 * subject, and a place in common. Chains count: of three articles the first and the last may have no place in common.
 */

/** Words of a ranking's name that say nothing about its subject. */
const EMPTY_WORDS = new Set(
  'a an and annual by for in its list league most of on official rank ranking rankings rating report s table the this top world national new latest index'.split(
    ' ',
  ),
);
/** What competes is part of the subject, but does not make one. */
const COMPETITORS = new Set('city province country district state town region area county zone place municipality'.split(' '));

/** "China's 10 most innovative cities" → china, city, innovative */
export function subjectOf(name: string): readonly string[] {
  const found = foldName(name)
    .split(' ')
    .filter((word) => word !== '' && !/^\d+$/.test(word) && !EMPTY_WORDS.has(word))
    .map((word) => word.replace(/ies$/, 'y').replace(/(?<=[^su])s$/, ''));
  return [...new Set(found)].sort();
}

/** Equal, or one says all that the other says and more than what competes. */
export function isOneSubject(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.every((word) => long.includes(word)) && short.some((word) => !COMPETITORS.has(word));
}

/** "The Institute of Cities (IC)" → institute of cities */
export function publisherKey(publisher: string): string {
  return foldName(publisher.replace(/\([^()]*\)/g, ' ')).replace(/^the /, '');
}

export const placeKey = (row: Pick<RankingRow, 'place' | 'place_id' | 'admin1' | 'country'>): string =>
  row.place_id === '' ? `${foldName(row.place)}|${row.admin1}|${row.country}` : row.place_id;

/** A ranking as one article tells it. */
export interface Told {
  readonly rows: readonly RankingRow[];
  readonly head: RankingRow;
  readonly subject: readonly string[];
}

export function toldOf(rows: readonly RankingRow[]): Told | undefined {
  const [head] = rows;
  return head === undefined ? undefined : { rows, head, subject: subjectOf(head.ranking_name) };
}

/** Rankings that are one, in no particular order. */
export function groupRankings(all: readonly Told[]): readonly (readonly Told[])[] {
  const buckets = new Map<string, Told[]>();
  const groups: (readonly Told[])[] = [];
  for (const told of all) {
    const { publisher, edition } = told.head;
    if (publisher === '' || edition === '' || told.subject.length === 0) {
      groups.push([told]);
      continue;
    }
    const key = `${publisherKey(publisher)}|${edition}`;
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [told]);
    else bucket.push(told);
  }
  for (const bucket of buckets.values()) {
    for (const group of joined(bucket, isOneSubject)) {
      // One article tells several lists of one index: then only names of equal words are one.
      if (tellsTwice(group))
        for (const part of joined(group, (one, other) => one.join(' ') === other.join(' '))) groups.push(...apart(part));
      else groups.push(group);
    }
  }
  return groups;
}

/** Two lists of one article are two, even under one name: which of them another article means nobody knows. */
function apart(group: readonly Told[]): readonly (readonly Told[])[] {
  if (!tellsTwice(group)) return [group];
  const counts = new Map<string, number>();
  for (const { head } of group) counts.set(head.document_id, (counts.get(head.document_id) ?? 0) + 1);
  const isTwice = ({ head }: Told): boolean => (counts.get(head.document_id) ?? 0) > 1;
  const once = group.filter((told) => !isTwice(told));
  return [...(once.length === 0 ? [] : [once]), ...group.filter(isTwice).map((told) => [told])];
}

function tellsTwice(group: readonly Told[]): boolean {
  return new Set(group.map(({ head }) => head.document_id)).size < group.length;
}

const isOneScope = (one: string, other: string): boolean => one === '' || other === '' || one === other;

function joined(
  bucket: readonly Told[],
  isOne: (one: readonly string[], other: readonly string[]) => boolean,
): readonly (readonly Told[])[] {
  const parent = bucket.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  // By place the first ranking of each subject and scope: few, however many articles there are.
  const holders = new Map<string, Map<string, number>>();
  for (const [index, { rows, head, subject }] of bucket.entries()) {
    const kind = `${subject.join(' ')}|${head.scope}`;
    for (const key of new Set(rows.map(placeKey))) {
      const first = holders.get(key) ?? new Map<string, number>();
      holders.set(key, first);
      for (const other of first.values()) {
        const peer = bucket[other];
        if (peer !== undefined && isOne(subject, peer.subject) && isOneScope(head.scope, peer.head.scope))
          parent[rootOf(index)] = rootOf(other);
      }
      if (!first.has(kind)) first.set(kind, index);
    }
  }
  const groups = new Map<number, Told[]>();
  for (const [index, told] of bucket.entries()) {
    const group = groups.get(rootOf(index));
    if (group === undefined) groups.set(rootOf(index), [told]);
    else group.push(told);
  }
  return [...groups.values()];
}
