import type { Counter } from '../../ids.ts';
import { entryId, rankingId } from '../../ids.ts';
import { joinDoubts, type Doubt } from '../../schema/lists.ts';
import type { ProvenanceCell, ProvenanceLine, RankingRow, Step } from '../../schema.ts';
import type { SourceText, Span } from '../../source-text.ts';
import type { AssembledRanking } from '../10-assemble/index.ts';
import type { Fact, Headline } from '../10-assemble/naming.ts';
import type { Entry } from '../10-assemble/settle.ts';
import type { PreviousRank, RankClaim } from '../../extractors/claim.ts';
import { readOrdinal } from '../4-mentions/ordinals.ts';
import { readQuantity } from '../4-mentions/quantities.ts';
import { isFirst, isLast } from '../9-normalize/ends.ts';
import { placeColumns, placeProofs, harmless } from './places.ts';
import { cellOf, evidenceOf, pieceOf } from './proof.ts';

export interface RankingRows {
  readonly rows: readonly RankingRow[];
  readonly provenance: readonly ProvenanceLine[];
}

const nameFor = (fact: Fact | undefined): string => (fact === undefined ? '' : harmless(fact.value));

function shared(
  ranking: AssembledRanking,
  document: string,
  source: string,
  counter: Counter,
): Pick<
  RankingRow,
  'document_id' | 'source' | 'ranking_id' | 'ranking_name' | 'publisher' | 'edition' | 'scope' | 'list_size' | 'evaluated'
> {
  const { name, publisher, edition, scope, size, evaluated } = ranking.headline;
  const number = (fact: Fact | undefined): number | '' => (fact === undefined ? '' : Number(fact.value));
  return {
    document_id: document,
    source,
    ranking_id: counter.numbered((n) => rankingId(document, nameFor(name), edition?.value ?? '', n)),
    ranking_name: nameFor(name),
    publisher: nameFor(publisher),
    edition: edition?.value ?? '',
    scope: scope?.value ?? '',
    list_size: number(size),
    evaluated: number(evaluated),
  };
}

const FACT_COLUMNS = [
  ['ranking_name', 'name'],
  ['publisher', 'publisher'],
  ['edition', 'edition'],
  ['scope', 'scope'],
  ['list_size', 'size'],
  ['evaluated', 'evaluated'],
] as const;

/** The rows of one ranking and their proofs: a line for the ranking, one for each entry. */
export function rankingRows(
  ranking: AssembledRanking,
  document: string,
  source: string,
  text: SourceText,
  counter: Counter,
  doubts: readonly Doubt[],
): RankingRows {
  const columns = shared(ranking, document, source, counter);
  const cells: Record<string, ProvenanceCell> = {};
  for (const [column, field] of FACT_COLUMNS) {
    const fact = ranking.headline[field];
    if (fact === undefined || columns[column] === '') continue;
    const value = columns[column];
    const steps = fact.steps.map((step): Step => (step === 'area' ? `area:${String(value)}` : step));
    cells[column] = cellOf(text, value, fact.origin, fact.pieces, fact.rule, steps);
  }
  const entries = ranking.entries.map((entry) => entryRow(entry, columns, ranking.headline, text, counter, doubts));
  return {
    rows: entries.map(({ row }) => row),
    provenance: [{ kind: 'ranking', id: columns.ranking_id, document_id: document, cells }, ...entries.map(({ line }) => line)],
  };
}

interface Proof {
  readonly origin: ProvenanceCell['origin'];
  readonly steps: readonly Step[];
  readonly spans: readonly Span[];
}

/** Spans that state how long the list is: what a position "last" is counted from. */
const lengthOf = ({ evaluated, size }: Headline): readonly Span[] => (evaluated ?? size)?.pieces ?? [];

function rankProof(entry: Entry, rank: number, headline: Headline, text: SourceText): Proof {
  const { claim } = entry;
  const words = text.text.slice(claim.positionSpan.start, claim.positionSpan.end);
  const place = { start: claim.place.nameStart, end: claim.place.nameEnd };
  if (claim.position.kind === 'after' || claim.basis === 'implied' || words === '')
    return { origin: 'concluded', steps: [`list-order:${String(rank)}`], spans: [claim.positionSpan, place] };
  if (entry.fromEnd === 0 && isLast(words))
    return { origin: 'concluded', steps: ['last'], spans: [claim.positionSpan, ...lengthOf(headline)] };
  if (entry.fromEnd !== undefined)
    return { origin: 'concluded', steps: [`rule:${String(rank)}`], spans: [claim.positionSpan, ...lengthOf(headline)] };
  if (readOrdinal(words) === rank) return { origin: 'stated', steps: ['ordinal'], spans: [claim.positionSpan] };
  if (rank === 1 && isFirst(words)) return { origin: 'stated', steps: ['superlative'], spans: [claim.positionSpan] };
  return { origin: 'concluded', steps: [`rule:${String(rank)}`], spans: [claim.positionSpan] };
}

function withinProof(within: number, claim: RankClaim, text: SourceText): Proof {
  const words = text.text.slice(claim.positionSpan.start, claim.positionSpan.end);
  const spans = [claim.positionSpan];
  if (readQuantity(words)?.valueMax === String(within)) return { origin: 'stated', steps: ['upper'], spans }; // "41-50"
  if (readOrdinal(words) === within) return { origin: 'stated', steps: ['ordinal'], spans };
  return { origin: 'concluded', steps: [`rule:${String(within)}`], spans };
}

function previousProof({ rank, span, move }: PreviousRank, now: number | undefined, text: SourceText): Proof {
  const words = text.text.slice(span.start, span.end);
  if (move !== 0) return { origin: 'concluded', steps: [`move:${String(move)}`], spans: [span] };
  if (readOrdinal(words) === rank) return { origin: 'stated', steps: ['ordinal'], spans: [span] };
  if (rank === 1 && isFirst(words)) return { origin: 'stated', steps: ['superlative'], spans: [span] };
  return { origin: 'concluded', steps: [rank === now ? 'unchanged' : `rule:${String(rank)}`], spans: [span] };
}

function entryRow(
  entry: Entry,
  columns: ReturnType<typeof shared>,
  headline: Headline,
  text: SourceText,
  counter: Counter,
  doubts: readonly Doubt[],
): { readonly row: RankingRow; readonly line: ProvenanceLine } {
  const { claim, place } = entry;
  const named = claim.place.anaphor
    ? { start: claim.place.start, end: claim.place.end }
    : { start: claim.place.nameStart, end: claim.place.nameEnd };
  const position = claim.positionSpan.end > claim.positionSpan.start ? claim.positionSpan : named;
  const { piece, split } = evidenceOf(text, [named, position], position);
  const where = placeColumns(claim.place, place, text);
  const id = counter.numbered((n) => entryId(columns.ranking_id, where, n));
  const all = new Set<Doubt>([...entry.doubts, ...doubts]);
  if (split) all.add('split-evidence');
  if (columns.ranking_name === '') all.add('no-list-name');
  const row: RankingRow = {
    ...columns,
    entry_id: id,
    rank: entry.rank ?? '',
    within: entry.within ?? '',
    tied: entry.tied && entry.rank !== undefined ? 'true' : '',
    ...where,
    score: entry.score?.value ?? '',
    score_unit: entry.score?.unit ?? '',
    previous_rank: entry.previous?.rank ?? '',
    basis: entry.basis,
    doubts: joinDoubts(all),
    rule: claim.rule,
    evidence: piece.quote,
    start: piece.start,
    end: piece.end,
    review: 'unreviewed',
  };
  return { row, line: entryLine(entry, row, headline, text) };
}

/** The unit as printed beside the figure; else the one that a figure next to it tells: "3.2 and 4.1 percent", "15.88 and 17.66 USD per day". */
function scoreUnitCell(unit: string, span: Span, rule: string, text: SourceText): ProvenanceCell {
  return readQuantity(text.text.slice(span.start, span.end))?.unit === unit
    ? cellOf(text, unit, 'stated', [span], rule, ['unit'])
    : cellOf(text, unit, 'concluded', [span], rule, [`rule:${unit}`]);
}

function entryLine(entry: Entry, row: RankingRow, headline: Headline, text: SourceText): ProvenanceLine {
  const { claim, score } = entry;
  const cells = placeProofs(claim.place, entry.place, row, text, claim.rule);
  const prove = (column: 'rank' | 'within' | 'previous_rank', { origin, steps, spans }: Proof): void => {
    cells[column] = cellOf(text, row[column], origin, spans, claim.rule, steps);
  };
  if (row.rank !== '') prove('rank', rankProof(entry, row.rank, headline, text));
  if (row.within !== '') prove('within', withinProof(row.within, claim, text));
  if (row.tied !== '') cells['tied'] = cellOf(text, 'true', 'concluded', [claim.span], claim.rule, ['tie']);
  if (score !== undefined) {
    const { scale } = score;
    cells['score'] = cellOf(text, row.score, 'stated', [score.span, ...(scale?.spans ?? [])], claim.rule, [
      scale === undefined ? 'scale' : `scale:${scale.factor}`,
    ]);
    if (row.score_unit !== '') cells['score_unit'] = scoreUnitCell(row.score_unit, score.span, claim.rule, text);
  }
  if (entry.previous !== undefined && row.previous_rank !== '') prove('previous_rank', previousProof(entry.previous, entry.rank, text));
  const evidence = (spans: readonly Span[]) => spans.filter((span) => span.end > span.start).map((span) => pieceOf(text, span));
  const supporters = entry.supporters
    .map((other) => ({ rule: other.rule, pieces: evidence([other.span]) }))
    .filter(({ pieces }) => pieces.length > 0);
  const losers = entry.losers
    .map(({ claim: other, reason }) => ({
      rule: other.rule,
      reason,
      value: other.position.kind === 'absolute' ? other.position.rank : '',
      pieces: evidence([other.span]),
    }))
    .filter(({ pieces }) => pieces.length > 0);
  return {
    kind: 'entry',
    id: row.entry_id,
    document_id: row.document_id,
    cells,
    ...(supporters.length === 0 ? {} : { supporters }),
    ...(losers.length === 0 ? {} : { losers }),
  };
}
