import type { MetricClaim } from '../../extractors/claim.ts';
import type { Counter } from '../../ids.ts';
import { metricId } from '../../ids.ts';
import { joinDoubts, type Doubt } from '../../schema/lists.ts';
import type { MetricRow, ProvenanceCell, ProvenanceLine } from '../../schema.ts';
import type { SourceText, Span } from '../../source-text.ts';
import type { PeriodMention, ReadDocument } from '../../types.ts';
import { readPeriod } from '../4-mentions/periods.ts';
import { readQuantity } from '../4-mentions/quantities.ts';
import type { Settled } from '../8-overlaps.ts';
import { lastWordOf } from '../9-normalize/changes.ts';
import { harmless, placeColumns, placeProofs } from './places.ts';
import { cellOf, evidenceOf, pieceOf } from './proof.ts';

/** A row of metrics.csv and its proof. */
export function metricRowOf(
  settled: Settled<MetricClaim>,
  document: string,
  source: string,
  read: ReadDocument,
  counter: Counter,
  doubts: readonly Doubt[],
): { readonly row: MetricRow; readonly line: ProvenanceLine } {
  const text = read.clean.source;
  const { claim } = settled;
  const { place, quantity } = claim;
  const named = place.anaphor ? { start: place.start, end: place.end } : { start: place.nameStart, end: place.nameEnd };
  const value = { start: quantity.start, end: quantity.end };
  const { piece, split } = evidenceOf(text, [named, value], value);
  const where = placeColumns(place, place.place, text);
  const all = new Set<Doubt>(claim.doubts);
  for (const doubt of place.doubts) all.add(doubt);
  for (const doubt of doubts) all.add(doubt);
  if (place.anaphor) all.add('attributed-by-subject');
  if (split) all.add('split-evidence');
  const period = claim.period?.iso ?? '';
  const metric = harmless(claim.name);
  const row: MetricRow = {
    document_id: document,
    source,
    metric_id: counter.numbered((n) => metricId(document, where, metric, claim.unit, claim.change, period, n)),
    place: where.place,
    place_raw: where.place_raw,
    place_type: where.place_type,
    place_id: where.place_id,
    admin1: where.admin1,
    country: where.country,
    latitude: where.latitude,
    longitude: where.longitude,
    metric,
    op: quantity.op,
    value: quantity.value,
    value_max: quantity.valueMax,
    unit: claim.unit,
    change: claim.change,
    period,
    doubts: joinDoubts(all),
    rule: claim.rule,
    evidence: piece.quote,
    start: piece.start,
    end: piece.end,
    review: 'unreviewed',
  };
  return { row, line: metricLine(settled, row, read) };
}

function metricLine(settled: Settled<MetricClaim>, row: MetricRow, document: ReadDocument): ProvenanceLine {
  const { claim } = settled;
  const { quantity, rule, scale } = claim;
  const text = document.clean.source;
  const words = { start: quantity.start, end: quantity.end };
  const cells: Record<string, ProvenanceCell> = placeProofs(claim.place, claim.place.place, row, text, rule);
  cells['metric'] = cellOf(text, row.metric, 'concluded', claim.nameSpans.length > 0 ? claim.nameSpans : [words], rule, [
    `rule:${row.metric}`,
  ]);
  cells['op'] = cellOf(text, row.op, 'stated', [words], rule, ['operator']);
  cells['value'] = cellOf(text, row.value, 'stated', [words, ...(scale?.spans ?? [])], rule, [
    scale === undefined ? 'scale' : `scale:${scale.factor}`,
  ]);
  if (row.value_max !== '') cells['value_max'] = cellOf(text, row.value_max, 'stated', [words], rule, ['upper']);
  if (row.unit !== '') cells['unit'] = unitCell(claim, row.unit, text);
  if (row.change !== '') cells['change'] = changeCell(claim, row.change, document);
  if (claim.period !== undefined && row.period !== '') cells['period'] = periodCell(claim.period, text, rule);
  const supporters = settled.supporters.map((other) => ({ rule: other.rule, pieces: [pieceOf(text, other.span)] }));
  return { kind: 'metric', id: row.metric_id, document_id: row.document_id, cells, ...(supporters.length === 0 ? {} : { supporters }) };
}

/** The unit as printed beside the number, else a noun of the measure ("Arrivals | 1,204"); else the rule's. */
function unitCell(claim: MetricClaim, unit: string, text: SourceText): ProvenanceCell {
  const { quantity, unitSpan, nameSpans, rule } = claim;
  const words = { start: quantity.start, end: quantity.end };
  const wordsOf = (span: Span): string => text.text.slice(span.start, span.end);
  if (readQuantity(wordsOf(words))?.unit === unit) return cellOf(text, unit, 'stated', [words], rule, ['unit']);
  const spans = [words, ...(unitSpan === undefined ? nameSpans : [unitSpan])];
  const isSaid = spans.some((span) => wordsOf(span).toLowerCase().includes(unit.toLowerCase()));
  return isSaid ? cellOf(text, unit, 'stated', spans, rule, ['unit']) : cellOf(text, unit, 'concluded', spans, rule, [`rule:${unit}`]);
}

/** "Growth 20142015", glued in print, is read by the rule alone. */
function periodCell(period: PeriodMention, text: SourceText, rule: string): ProvenanceCell {
  if (period.source !== '') return cellOf(text, period.iso, 'concluded', [period], rule, ['document:published']);
  const isRead = readPeriod(text.text.slice(period.start, period.end), '') === period.iso;
  return isRead
    ? cellOf(text, period.iso, 'stated', [period], rule, ['period'])
    : cellOf(text, period.iso, 'concluded', [period], rule, [`rule:${period.iso}`]);
}

/** The figure and the word of growth or fall that is its own: beside it, before it, behind it, in the header; else the rule concluded it. */
function changeCell(claim: MetricClaim, change: 'increase' | 'decrease', document: ReadDocument): ProvenanceCell {
  const text = document.clean.source;
  const { quantity, rule } = claim;
  const words = { start: quantity.start, end: quantity.end };
  const sentence =
    document.sections[claim.section]?.sentences.find((span) => span.start <= words.start && words.start < span.end) ?? claim.span;
  const places = [words, { start: sentence.start, end: words.start }, { start: words.end, end: sentence.end }, ...claim.nameSpans];
  for (const span of claim.changeSpan === undefined ? places : [claim.changeSpan]) {
    const found = lastWordOf(change, text.text.slice(span.start, span.end));
    if (found === undefined) continue;
    const word = { start: span.start + found.start, end: span.start + found.end };
    return cellOf(text, change, 'stated', span === words ? [words] : [words, word], rule, ['change']);
  }
  return cellOf(text, change, 'concluded', [words], rule, [`rule:${change}`]);
}
