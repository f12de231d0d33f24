import type { Proof, Run } from './proofs.ts';
import type { Row } from './tables.ts';

/*
 * Why a row or a cell is not what it was. What is sure comes first: a decision, then the bytes of the article, then the rule or the
 * record that gave the cell. Where several other things changed, all that it may be are named.
 */

export type CauseKind = 'article' | 'decision' | 'rule' | 'gazetteer' | 'engine' | 'options' | 'unrecorded';

export interface Cause {
  readonly kind: CauseKind;
  /** "rank/list-item changed", "rank/table instead of rank/list-item", "the article changed". */
  readonly detail: string;
}

/** What one of the two outputs knows about a row. */
export interface Side {
  readonly row: Row;
  readonly proof: Proof | undefined;
  /** The line of its ranking; that of the row itself for metrics and documents. */
  readonly shared: Proof | undefined;
}

export interface Knowledge {
  readonly old: Run | undefined;
  readonly new: Run | undefined;
  /** Ids of rows that reviewers rejected. */
  readonly rejectedOld: ReadonlySet<string>;
  readonly rejectedNew: ReadonlySet<string>;
  /** SHA-256 by document; undefined where the output does not have the document. */
  readonly hashOld: ReadonlyMap<string, string>;
  readonly hashNew: ReadonlyMap<string, string>;
}

const cell = (row: Row, column: string): string => row[column] ?? '';
const idOf = (row: Row): string => cell(row, 'entry_id') || cell(row, 'metric_id') || cell(row, 'document_id');

export function causeOfCell(column: string, old: Side, now: Side, known: Knowledge): Cause {
  const decision = decisionOnCell(column, old, now);
  if (decision !== undefined) return decision;
  const edited = editOf(cell(now.row, 'document_id'), known);
  if (edited !== undefined) return edited;
  const proofs = [cellProof(column, old), cellProof(column, now)];
  const isOfRecord = proofs.some((proof) => proof?.steps.some((step) => step.startsWith('gazetteer:')) === true);
  if (isOfRecord && known.old?.gazetteer !== known.new?.gazetteer) return gazetteerChanged(known);
  const [ruleOld = cell(old.row, 'rule'), ruleNew = cell(now.row, 'rule')] = proofs.map((proof) => proof?.rule || undefined);
  if (ruleOld !== ruleNew) return { kind: 'rule', detail: `${ruleNew} instead of ${ruleOld}` };
  return ruleChange(ruleNew, known) ?? somethingElse(known, ruleNew);
}

/** Why a row is there that was not, or the other way round. */
export function causeOfRow(change: 'added' | 'removed', side: Side, known: Knowledge): Cause {
  const { row, proof } = side;
  const isAdded = change === 'added';
  const rejections = isAdded ? known.rejectedOld : known.rejectedNew;
  if (rejections.has(idOf(row))) return { kind: 'decision', detail: isAdded ? 'no longer rejected' : 'rejected by a reviewer' };
  const author = proof?.decisions?.find(({ decision }) => decision === 'add');
  if (author !== undefined) return { kind: 'decision', detail: `${isAdded ? 'added by' : 'no longer added by'} ${author.by}` };
  return editOf(cell(row, 'document_id'), known) ?? ruleChange(cell(row, 'rule'), known) ?? somethingElse(known, cell(row, 'rule'));
}

function decisionOnCell(column: string, old: Side, now: Side): Cause | undefined {
  const [before, after] = [cellProof(column, old), cellProof(column, now)];
  const names = (side: Side): string =>
    [...(side.proof?.decisions ?? []), ...(side.shared?.decisions ?? [])].filter(({ applied }) => applied).map(({ by }) => by)[0] ??
    'a reviewer';
  if (column === 'review') {
    const withdrawn = cell(now.row, 'review') === 'unreviewed';
    return { kind: 'decision', detail: withdrawn ? `${names(old)} withdrew a decision` : `decided by ${names(now)}` };
  }
  if (after?.machine !== undefined) return { kind: 'decision', detail: `decided by ${names(now)}` };
  return before?.machine === undefined ? undefined : { kind: 'decision', detail: `${names(old)} withdrew a decision` };
}

function cellProof(column: string, { proof, shared }: Side): Proof['cells'][string] | undefined {
  return proof?.cells[column] ?? shared?.cells[column];
}

function editOf(document: string, known: Knowledge): Cause | undefined {
  const [before, after] = [known.hashOld.get(document), known.hashNew.get(document)];
  if (before === after) return undefined;
  const what = before === undefined ? 'is new' : after === undefined ? 'is gone' : 'changed';
  return { kind: 'article', detail: `the article ${what}` };
}

function ruleChange(name: string, { old, new: now }: Knowledge): Cause | undefined {
  if (old === undefined || now === undefined) return undefined;
  const [before, after] = [old.rules.get(name), now.rules.get(name)];
  if (before === after) return undefined;
  return { kind: 'rule', detail: `${name} ${before === undefined ? 'is new' : after === undefined ? 'is gone' : 'changed'}` };
}

function gazetteerChanged({ old, new: now }: Knowledge): Cause {
  return { kind: 'gazetteer', detail: `gazetteer ${old?.gazetteer ?? '?'} → ${now?.gazetteer ?? '?'}` };
}

/** The row's own rule and article are as they were: what else changed between the runs. */
function somethingElse(known: Knowledge, rule: string): Cause {
  const { old, new: now } = known;
  if (old === undefined || now === undefined)
    return { kind: 'unrecorded', detail: `${rule === '' ? 'unknown' : `by ${rule}`}; run.json is missing from one of the two` };
  const others = [...new Set([...old.rules.keys(), ...now.rules.keys()])]
    .filter((name) => old.rules.get(name) !== now.rules.get(name))
    .sort();
  const causes: Cause[] = [];
  if (others.length > 0) causes.push({ kind: 'rule', detail: `another rule changed (${others.join(', ')})` });
  if (old.gazetteer !== now.gazetteer) causes.push(gazetteerChanged(known));
  if (old.version !== now.version) causes.push({ kind: 'engine', detail: `ranktrace ${old.version} → ${now.version}` });
  if (old.options !== now.options) causes.push({ kind: 'options', detail: `options ${old.options} → ${now.options}` });
  const [first, ...more] = causes;
  if (first === undefined) return { kind: 'engine', detail: `ranktrace itself, still called ${now.version}` };
  return { kind: first.kind, detail: [first, ...more].map(({ detail }) => detail).join(', or ') };
}
