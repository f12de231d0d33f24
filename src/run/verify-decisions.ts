import type { Decided, Decision, LossRow, ProvenanceLine } from '../schema.ts';

/*
 * Tables against the files of the reviewers: what a row says was decided stands in a file, and nothing else changed it.
 */

type Row = Readonly<Record<string, string | number>>;

/** What the machine gave in the columns that a reviewer corrected. */
export function machineValues(line: ProvenanceLine | undefined): Row {
  const corrections = (line?.decisions ?? []).filter(({ decision, applied }) => decision === 'correct' && applied);
  return Object.fromEntries(corrections.map(({ column, machine = '' }) => [column, machine]));
}

export function isAdded(line: ProvenanceLine | undefined): boolean {
  return line?.decisions?.some(({ decision }) => decision === 'add') === true;
}

export function* checkDecisions(line: ProvenanceLine, row: Row, decisions: readonly Decision[]): Generator<string> {
  const decided = line.decisions ?? [];
  for (const one of decided) if (!decisions.some((other) => isSame(one, other))) yield missing(one);
  const corrected = new Map(decided.filter(({ decision, applied }) => decision === 'correct' && applied).map((one) => [one.column, one]));
  for (const [column, cell] of Object.entries(line.cells)) {
    const one = corrected.get(column);
    if (cell.machine === undefined) {
      if (cell.steps.includes('decision') && !isAdded(line)) yield `\`${column}\`: expected the reviewer who decided it, got none`;
      if (one !== undefined) yield `\`${column}\`: expected what the machine gave beside the decision of ${one.by}, got nothing`;
    } else if (one === undefined || one.value !== cell.value || one.machine !== cell.machine.value) {
      yield `\`${column}\`: expected the value that ${one?.by ?? 'a reviewer'} decided, got ${JSON.stringify(cell.value)}`;
    }
  }
  for (const [column, { value = '', by }] of corrected) {
    if (row[column] !== value)
      yield `\`${column}\`: expected ${JSON.stringify(value)} as ${by} decided, got ${JSON.stringify(row[column])}`;
  }
  if (isAdded(line)) yield* checkAdded(line, decisions);
  if (line.kind === 'entry' || line.kind === 'metric') yield* checkReview(row, corrected.size > 0, decided);
}

/** A row may also be corrected in the columns that its ranking shares, which the line of the ranking proves. */
function* checkReview(row: Row, isCorrected: boolean, decided: readonly Decided[]): Generator<string> {
  const isAccepted = decided.some(({ decision, applied }) => applied && (decision === 'accept' || decision === 'add'));
  const review = row['review'];
  if (isCorrected && review !== 'corrected') yield `\`review\`: expected \`corrected\`, got \`${review ?? ''}\``;
  if (!isCorrected && isAccepted && review === 'unreviewed') yield '`review`: expected `accepted`, got `unreviewed`';
  if (!isAccepted && review === 'accepted') yield '`review`: expected a decision to accept it, got none';
}

/** The cells of an added row are those that its author gave, but for later corrections. */
function* checkAdded(line: ProvenanceLine, decisions: readonly Decision[]): Generator<string> {
  const author = line.decisions?.find(({ decision }) => decision === 'add');
  const cells = decisions.find((one) => author !== undefined && isSame(author, one))?.cells ?? {};
  for (const [column, { value, machine }] of Object.entries(line.cells)) {
    const added = machine === undefined ? value : machine.value;
    if (String(cells[column] ?? '') !== String(added))
      yield `\`${column}\`: expected ${JSON.stringify(cells[column] ?? '')} as in the review, got ${JSON.stringify(added)}`;
  }
}

/** Why a rejected row is not proven to be one. */
export function* checkRejected({ stage, reason, decisions = [] }: LossRow, files: readonly Decision[]): Generator<string> {
  if (stage !== 'review') return;
  const [latest] = decisions;
  if (latest?.decision !== 'reject' || !latest.applied) yield `expected the decision behind \`${reason}\`, got none`;
  for (const one of decisions) if (!files.some((other) => isSame(one, other))) yield missing(one);
}

function isSame(one: Decided, other: Decision): boolean {
  return (
    one.by === other.by &&
    one.at === other.at &&
    one.decision === other.decision &&
    one.column === other.column &&
    (one.decision !== 'correct' || one.value === (other.value ?? ''))
  );
}

const missing = ({ by, at, decision }: Decided): string =>
  `expected the decision \`${decision}\` of ${by} at ${at} in the reviews, got none; run \`extract\` again`;
