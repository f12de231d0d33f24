import { SHARED_COLUMNS } from '../../schema/columns.ts';
import { matchMetrics, matchRankings, type Matched } from './match.ts';
import { rowReader, type Leftovers, type Row, type Written } from './tables.ts';

/*
 * Which rows of a table changed, went or came. One article is parsed at a time, and of what is found only the written row is kept.
 */

export type Kind = 'document' | 'ranking' | 'entry' | 'metric';

/** A row that only one of the two has, or one that both have with the columns that differ. */
export type Found =
  | { readonly kind: Kind; readonly change: 'added' | 'removed'; readonly record: Written }
  | {
      readonly kind: Kind;
      readonly change: 'changed';
      readonly old: Written;
      readonly new: Written;
      readonly columns: readonly [string, ...string[]];
    };

export interface TableSummary {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** Rows that stand elsewhere in the article and say the same. */
  readonly moved: number;
  readonly same: number;
}

export interface Findings {
  readonly found: Found[];
  readonly summary: TableSummary;
  /** Whether the two say anything differently, if only at another place of the article. */
  readonly differs: boolean;
}

export const findDocuments = (table: Leftovers): Findings => find(table, 'document', (old, now) => [['document', pairDocuments(old, now)]]);

export const findEntries = (table: Leftovers): Findings =>
  find(table, 'entry', (old, now) => {
    const { rankings, ...entries } = matchRankings(old, now);
    return [
      ['ranking', { pairs: rankings, removed: [], added: [] }],
      ['entry', entries],
    ];
  });

export const findMetrics = (table: Leftovers): Findings => find(table, 'metric', (old, now) => [['metric', matchMetrics(old, now)]]);

function pairDocuments(before: readonly Row[], after: readonly Row[]): Matched {
  const [old] = before;
  const [now] = after;
  return old === undefined || now === undefined
    ? { pairs: [], removed: before, added: after }
    : { pairs: [{ old, new: now }], removed: [], added: [] };
}

type Match = (old: readonly Row[], now: readonly Row[]) => readonly (readonly [kind: Kind, matched: Matched])[];

/** `counted`: the kind that the table has a row for; a ranking has none of its own. */
function find({ old, new: now, same }: Leftovers, counted: Kind, match: Match): Findings {
  const found: Found[] = [];
  const summary = { added: 0, removed: 0, changed: 0, moved: 0, same };
  const [readOld, readNew] = [rowReader(old.columns), rowReader(now.columns)];
  const documents = new Set([...old.documents.keys(), ...now.documents.keys()]);
  for (const id of documents) {
    const before = new Map(old.documents.get(id)?.map((record) => [readOld(record), record]));
    const after = new Map(now.documents.get(id)?.map((record) => [readNew(record), record]));
    for (const [kind, { pairs, removed, added }] of match([...before.keys()], [...after.keys()])) {
      for (const pair of pairs) {
        const [column, ...others] = changedColumns(kind, pair.old, pair.new);
        if (kind === counted) summary[column !== undefined ? 'changed' : isMoved(pair.old, pair.new) ? 'moved' : 'same'] += 1;
        if (column === undefined) continue;
        const [was, is] = [before.get(pair.old) ?? '', after.get(pair.new) ?? ''];
        found.push({ kind, change: 'changed', old: was, new: is, columns: [column, ...others] });
      }
      for (const row of removed) found.push({ kind, change: 'removed', record: before.get(row) ?? '' });
      for (const row of added) found.push({ kind, change: 'added', record: after.get(row) ?? '' });
      summary.removed += removed.length;
      summary.added += added.length;
    }
  }
  return { found, summary, differs: documents.size > 0 };
}

const shared: ReadonlySet<string> = new Set(SHARED_COLUMNS);
/** Keys follow from other cells; counts of a document follow from its rows. */
const FOLLOWING: ReadonlySet<string> = new Set([
  'document_id',
  'ranking_id',
  'entry_id',
  'metric_id',
  'rankings',
  'entries',
  'metrics',
  'losses',
]);
/** A row that says the same elsewhere in the article was moved, not changed. */
const PLACES_IN_FILE: ReadonlySet<string> = new Set(['start', 'end']);

function changedColumns(kind: Kind, old: Row, now: Row): readonly string[] {
  return Object.keys(now).filter(
    (column) =>
      column in old &&
      !PLACES_IN_FILE.has(column) &&
      old[column] !== now[column] &&
      !FOLLOWING.has(column) &&
      (kind === 'document' || shared.has(column) === (kind === 'ranking')),
  );
}

const isMoved = (old: Row, now: Row): boolean => [...PLACES_IN_FILE].some((column) => old[column] !== now[column]);
