import { causeOfCell, causeOfRow, type Cause, type Knowledge, type Side } from './causes.ts';
import { findDocuments, findEntries, findMetrics, type Findings, type Found, type Kind, type TableSummary } from './find.ts';
import { readProofs, readRejected, readRun, type Proof } from './proofs.ts';
import { detached, leftovers, rowReader, type Leftovers, type Row, type Written } from './tables.ts';

/*
 * What changed between two outputs, and why.
 */

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
  const find = (name: string, key: string, findIn: (table: Leftovers) => Findings) => {
    const table = leftovers(oldFolder, newFolder, name, key);
    const [before, after] = [table.old.columns, table.new.columns];
    const columns = [
      ...after.filter((column) => !before.includes(column)).map((column) => `${name}: + ${column}`),
      ...before.filter((column) => !after.includes(column)).map((column) => `${name}: - ${column}`),
    ];
    return { ...findIn(table), rowOf: { old: rowReader(before), new: rowReader(after) }, columns };
  };
  const documents = find('documents.csv', 'document_id', findDocuments);
  const rankings = find('rankings.csv', 'entry_id', findEntries);
  const metrics = find('metrics.csv', 'metric_id', findMetrics);
  const tables = [documents, rankings, metrics];
  const proofs = {
    old: readProofs(oldFolder, wantedProofs(tables, 'old')),
    new: readProofs(newFolder, wantedProofs(tables, 'new')),
  };
  const known: Knowledge = {
    old: readRun(oldFolder),
    new: readRun(newFolder),
    rejectedOld: readRejected(oldFolder),
    rejectedNew: readRejected(newFolder),
    hashOld: hashes(documents, 'old'),
    hashNew: hashes(documents, 'new'),
  };
  const changes: Change[] = [];
  for (const { found, rowOf } of tables) {
    // Each row is let go as soon as it is told.
    for (let one = found.pop(); one !== undefined; one = found.pop()) changes.push(explain(one, rowOf, proofs, known));
  }
  const columns = tables.flatMap((table) => table.columns);
  return {
    differs: columns.length > 0 || tables.some(({ differs }) => differs),
    documents: documents.summary,
    rankings: rankings.summary,
    metrics: metrics.summary,
    columns,
    changes: changes.sort(byPlace),
  };
}

const KEYS = { document: 'document_id', ranking: 'ranking_id', entry: 'entry_id', metric: 'metric_id' } as const;

type RowOf = Readonly<Record<'old' | 'new', (record: Written) => Row>>;
type FoundIn = Findings & { readonly rowOf: RowOf };

/** Columns whose proof is asked for, by the ids of rows and of their rankings. */
function wantedProofs(tables: readonly FoundIn[], side: 'old' | 'new'): ReadonlyMap<string, readonly string[]> {
  const wanted = new Map<string, readonly string[]>();
  for (const { found, rowOf } of tables) {
    for (const one of found) {
      const record = recordOf(one, side);
      if (record === undefined) continue;
      const row = rowOf[side](record);
      const columns = one.change === 'changed' ? one.columns : [];
      for (const id of new Set([row[KEYS[one.kind]] ?? '', row['ranking_id'] ?? ''])) {
        const known = wanted.get(id);
        if (known === undefined) wanted.set(id, columns);
        else if (columns.some((column) => !known.includes(column))) wanted.set(id, [...known, ...columns]);
      }
    }
  }
  return wanted;
}

function recordOf(one: Found, side: 'old' | 'new'): Written | undefined {
  if (one.change === 'changed') return one[side];
  return (one.change === 'added') === (side === 'new') ? one.record : undefined;
}

/** Documents that are the same on both sides are not found and have no hash here: equal on both sides. */
function hashes({ found, rowOf }: FoundIn, side: 'old' | 'new'): ReadonlyMap<string, string> {
  const rows = found.flatMap((one) => recordOf(one, side) ?? []).map(rowOf[side]);
  return new Map(rows.map((row) => [row['document_id'] ?? '', row['sha256'] ?? '']));
}

type Proofs = Readonly<Record<'old' | 'new', ReadonlyMap<string, Proof>>>;

function explain(found: Found, rowOf: RowOf, proofs: Proofs, known: Knowledge): Change {
  const { kind } = found;
  const sideOf = (side: 'old' | 'new', record: Written): Side => {
    const row = rowOf[side](record);
    return { row, proof: proofs[side].get(row[KEYS[kind]] ?? ''), shared: proofs[side].get(row['ranking_id'] ?? '') };
  };
  if (found.change !== 'changed') {
    const side = sideOf(found.change === 'added' ? 'new' : 'old', found.record);
    return { change: found.change, kind, ...headOf(kind, side.row), cause: causeOfRow(found.change, side, known), cells: [] };
  }
  const [old, now] = [sideOf('old', found.old), sideOf('new', found.new)];
  const tell = (column: string): CellChange => ({
    column,
    old: detached(old.row[column] ?? ''),
    new: detached(now.row[column] ?? ''),
    cause: causeOfCell(column, old, now, known),
  });
  const [first, ...others] = found.columns;
  const cell = tell(first);
  return { change: 'changed', kind, ...headOf(kind, now.row), cause: cell.cause, cells: [cell, ...others.map(tell)] };
}

function headOf(kind: Kind, row: Row): Pick<Change, 'source' | 'id' | 'label' | 'start' | 'evidence'> {
  const { source = '', start = '0', evidence = '' } = row;
  return {
    source: detached(source),
    id: detached(row[KEYS[kind]] ?? ''),
    label: detached(labelOf(kind, row)),
    start: kind === 'document' ? 0 : Number(start),
    evidence: detached(evidence),
  };
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
