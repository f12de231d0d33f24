import { SHARED_COLUMNS } from '../../schema/rankings.ts';
import { causeOfCell, causeOfRow, type Cause, type Knowledge, type Side } from './causes.ts';
import { matchMetrics, matchRankings, type Pair } from './match.ts';
import { readProofs, readRejected, readRun, type Proof } from './proofs.ts';
import { leftovers, type Leftovers, type Row } from './tables.ts';

/*
 * What changed between two outputs, and why.
 */

export type Kind = 'document' | 'ranking' | 'entry' | 'metric';

export interface CellChange {
  readonly column: string;
  readonly old: string;
  readonly new: string;
  readonly cause: Cause;
}

export interface Change {
  readonly change: 'added' | 'removed' | 'changed';
  readonly kind: Kind;
  readonly source: string;
  /** Of the new row, or of the old one that was removed. */
  readonly id: string;
  /** What a reader calls the row: "3 Hefei in Smart City Index". */
  readonly label: string;
  /** First byte of its evidence. */
  readonly start: number;
  readonly evidence: string;
  /** Of the row, or of its first changed cell. */
  readonly cause: Cause;
  readonly cells: readonly CellChange[];
}

export interface TableSummary {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** Rows that stand elsewhere in the article and say the same. */
  readonly moved: number;
  readonly same: number;
}

export interface Diff {
  readonly differs: boolean;
  readonly documents: TableSummary;
  readonly rankings: TableSummary;
  readonly metrics: TableSummary;
  /** Columns that one of the two does not have: "rankings.csv: + merged". */
  readonly columns: readonly string[];
  /** By article, then by place in it. */
  readonly changes: readonly Change[];
}

/** Throws `UsageError` for a folder without tables, `TableError` for a key that stands twice. */
export function diffOutputs(oldFolder: string, newFolder: string): Diff {
  const tables = {
    documents: leftovers(oldFolder, newFolder, 'documents.csv', 'document_id'),
    rankings: leftovers(oldFolder, newFolder, 'rankings.csv', 'entry_id'),
    metrics: leftovers(oldFolder, newFolder, 'metrics.csv', 'metric_id'),
  };
  const found = findChanges(tables);
  const proofs = { old: readProofs(oldFolder, idsOf(found, 'old')), new: readProofs(newFolder, idsOf(found, 'new')) };
  const known: Knowledge = {
    old: readRun(oldFolder),
    new: readRun(newFolder),
    rejectedOld: readRejected(oldFolder),
    rejectedNew: readRejected(newFolder),
    hashOld: hashes(tables.documents.old, tables.documents.new),
    hashNew: hashes(tables.documents.new, tables.documents.old),
  };
  const tally = { documents: newTally(tables.documents), rankings: newTally(tables.rankings), metrics: newTally(tables.metrics) };
  const changes: Change[] = [];
  for (const one of found) {
    const change = explain(one, proofs, known);
    const counts = one.kind === 'document' ? tally.documents : one.kind === 'metric' ? tally.metrics : tally.rankings;
    if (change === 'same') counts.same += one.kind === 'ranking' ? 0 : 1;
    else if (change === 'moved') counts.moved += 1;
    else {
      changes.push(change);
      if (change.kind !== 'ranking') counts[change.change] += 1;
    }
  }
  const columns = Object.entries(tables).flatMap(
    ([
      name,
      {
        columns: { added, removed },
      },
    ]) => [...added.map((column) => `${name}.csv: + ${column}`), ...removed.map((column) => `${name}.csv: - ${column}`)],
  );
  return { differs: found.length > 0 || columns.length > 0, ...tally, columns, changes: changes.sort(byPlace) };
}

const newTally = ({ same }: Leftovers): { -readonly [Count in keyof TableSummary]: number } => ({
  added: 0,
  removed: 0,
  changed: 0,
  moved: 0,
  same,
});

/** A row on one side, or on both. */
interface Found {
  readonly kind: Kind;
  readonly old: Row | undefined;
  readonly new: Row | undefined;
}

function findChanges(tables: Readonly<Record<'documents' | 'rankings' | 'metrics', Leftovers>>): readonly Found[] {
  const found: Found[] = [];
  const add = (kind: Kind, pairs: readonly Pair[], removed: readonly Row[], added: readonly Row[]): void => {
    for (const pair of pairs) found.push({ kind, ...pair });
    for (const row of removed) found.push({ kind, old: row, new: undefined });
    for (const row of added) found.push({ kind, old: undefined, new: row });
  };
  for (const [before, after] of documentsOf(tables.documents)) {
    const pairs = before[0] !== undefined && after[0] !== undefined ? [{ old: before[0], new: after[0] }] : [];
    add('document', pairs, pairs.length > 0 ? [] : before, pairs.length > 0 ? [] : after);
  }
  for (const [before, after] of documentsOf(tables.rankings)) {
    const { pairs, removed, added, rankings } = matchRankings(before, after);
    add('ranking', rankings, [], []);
    add('entry', pairs, removed, added);
  }
  for (const [before, after] of documentsOf(tables.metrics)) {
    const { pairs, removed, added } = matchMetrics(before, after);
    add('metric', pairs, removed, added);
  }
  return found;
}

function* documentsOf(table: Leftovers): Generator<readonly [readonly Row[], readonly Row[]]> {
  for (const id of new Set([...table.old.keys(), ...table.new.keys()])) yield [table.old.get(id) ?? [], table.new.get(id) ?? []];
}

const KEYS = { document: 'document_id', ranking: 'ranking_id', entry: 'entry_id', metric: 'metric_id' } as const;

/** Ids of the rows and of their rankings, whose provenance is asked. */
function idsOf(found: readonly Found[], side: 'old' | 'new'): ReadonlySet<string> {
  return new Set(found.flatMap(({ kind, [side]: row }) => (row === undefined ? [] : [row[KEYS[kind]] ?? '', row['ranking_id'] ?? ''])));
}

/** Documents that are the same on both sides are not among the leftovers and have no hash here: equal on both sides. */
function hashes(documents: ReadonlyMap<string, readonly Row[]>, others: ReadonlyMap<string, readonly Row[]>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [id, [row]] of documents) found.set(id, row?.['sha256'] ?? '');
  for (const [id] of others) if (!documents.has(id)) found.delete(id);
  return found;
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

type Proofs = Readonly<Record<'old' | 'new', ReadonlyMap<string, Proof>>>;

function explain({ kind, old, new: now }: Found, proofs: Proofs, known: Knowledge): Change | 'moved' | 'same' {
  const sideOf = (row: Row, found: ReadonlyMap<string, Proof>): Side => ({
    row,
    proof: found.get(row[KEYS[kind]] ?? ''),
    shared: found.get(row['ranking_id'] ?? ''),
  });
  if (old === undefined || now === undefined) {
    const change = old === undefined ? 'added' : 'removed';
    const row = old ?? now ?? {};
    const side = sideOf(row, old === undefined ? proofs.new : proofs.old);
    return { change, kind, ...headOf(kind, row), cause: causeOfRow(change, side, known), cells: [] };
  }
  const sides = [sideOf(old, proofs.old), sideOf(now, proofs.new)] as const;
  const columns = Object.keys(now).filter(
    (column) =>
      column in old &&
      !PLACES_IN_FILE.has(column) &&
      old[column] !== now[column] &&
      !FOLLOWING.has(column) &&
      (kind === 'document' || shared.has(column) === (kind === 'ranking')),
  );
  const cells = columns.map((column) => ({
    column,
    old: old[column] ?? '',
    new: now[column] ?? '',
    cause: causeOfCell(column, ...sides, known),
  }));
  const [first] = cells;
  if (first === undefined)
    return kind !== 'ranking' && [...PLACES_IN_FILE].some((column) => old[column] !== now[column]) ? 'moved' : 'same';
  return { change: 'changed', kind, ...headOf(kind, now), cause: first.cause, cells };
}

function headOf(kind: Kind, row: Row): Pick<Change, 'source' | 'id' | 'label' | 'start' | 'evidence'> {
  const { source = '', start = '0', evidence = '' } = row;
  return { source, id: row[KEYS[kind]] ?? '', label: labelOf(kind, row), start: kind === 'document' ? 0 : Number(start), evidence };
}

function labelOf(kind: Kind, row: Row): string {
  const {
    rank = '',
    within = '',
    place = '',
    ranking_name = '',
    edition = '',
    metric = '',
    op = '',
    value = '',
    unit = '',
    status = '',
  } = row;
  const list = `"${ranking_name}"${edition === '' ? '' : ` ${edition}`}`;
  switch (kind) {
    case 'document':
      return `article (${status})`;
    case 'ranking':
      return `ranking ${list}`;
    case 'entry':
      return `${rank === '' ? `top ${within}` : rank} ${place} in ${list}`;
    case 'metric':
      return `${place}: ${metric} ${op} ${value} ${unit}`.trimEnd();
  }
}

const KINDS: readonly Kind[] = ['document', 'ranking', 'entry', 'metric'];

function byPlace(a: Change, b: Change): number {
  if (a.source !== b.source) return Buffer.compare(Buffer.from(a.source), Buffer.from(b.source));
  return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.start - b.start || (a.id + a.change < b.id + b.change ? -1 : 1);
}
