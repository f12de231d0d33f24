import type { MetricClaim } from '../../extractors/claim.ts';
import type { Counter} from '../../ids.ts';
import { metricId } from '../../ids.ts';
import { joinDoubts, type Doubt, type MetricRow, type ProvenanceCell, type ProvenanceLine } from '../../schema.ts';
import type { SourceText } from '../../source-text.ts';
import type { Settled } from '../8-overlaps.ts';
import { harmless, placeColumns, placeProofs } from './places.ts';
import { cellOf, evidenceOf, pieceOf } from './proof.ts';

/** A row of metrics.csv and its proof. */
export function metricRowOf(settled: Settled<MetricClaim>, document: string, source: string, text: SourceText, counter: Counter, doubts: readonly Doubt[]): { readonly row: MetricRow; readonly line: ProvenanceLine } {
  const { claim } = settled;
  const { place, quantity } = claim;
  const named = place.anaphor ? { start: place.start, end: place.end } : { start: place.nameStart, end: place.nameEnd };
  const value = { start: quantity.start, end: quantity.end };
  const { piece, split } = evidenceOf(text, [named, value], value);
  const where = placeColumns(place, place.place, text);
  const all = new Set<Doubt>([...claim.doubts, ...place.doubts, ...doubts]);
  if (place.anaphor) all.add('attributed-by-subject');
  if (split) all.add('split-evidence');
  const period = claim.period?.iso ?? '';
  const metric = harmless(claim.name);
  const row: MetricRow = {
    document_id: document, source,
    metric_id: counter.numbered((n) => metricId(document, where, metric, claim.unit, claim.change, period, n)),
    ...where, metric, op: quantity.op, value: quantity.value, value_max: quantity.valueMax, unit: claim.unit, change: claim.change, period,
    doubts: joinDoubts(all), rule: claim.rule, evidence: piece.quote, start: piece.start, end: piece.end, review: 'unreviewed',
  };
  return { row, line: metricLine(settled, row, text) };
}

function metricLine(settled: Settled<MetricClaim>, row: MetricRow, text: SourceText): ProvenanceLine {
  const { claim } = settled;
  const { quantity, rule } = claim;
  const words = { start: quantity.start, end: quantity.end };
  const cells: Record<string, ProvenanceCell> = placeProofs(claim.place, claim.place.place, row, text, rule);
  cells['metric'] = cellOf(text, row.metric, 'concluded', claim.nameSpans.length > 0 ? claim.nameSpans : [words], rule, [`rule:${row.metric}`]);
  cells['op'] = cellOf(text, row.op, 'stated', [words], rule, ['operator']);
  cells['value'] = cellOf(text, row.value, 'stated', [words], rule, ['scale']);
  if (row.value_max !== '') cells['value_max'] = cellOf(text, row.value_max, 'stated', [words], rule, ['upper']);
  if (row.unit !== '') {
    const own = row.unit === quantity.unit;
    cells['unit'] = cellOf(text, row.unit, own ? 'stated' : 'concluded', claim.unitSpan === undefined || own ? [words] : [claim.unitSpan], rule, own ? ['unit'] : [`rule:${row.unit}`]);
  }
  if (row.change !== '') cells['change'] = cellOf(text, row.change, 'stated', claim.changeSpan === undefined ? [words] : [claim.changeSpan], rule, ['change']);
  if (claim.period !== undefined && row.period !== '') {
    const { start, end, source } = claim.period;
    cells['period'] = cellOf(text, row.period, source === '' ? 'stated' : 'concluded', [{ start, end }], rule, [source === '' ? 'period' : 'document:published']);
  }
  const supporters = settled.supporters.map((other) => ({ rule: other.rule, pieces: [pieceOf(text, other.span)] }));
  return { kind: 'metric', id: row.metric_id, document_id: row.document_id, cells, ...(supporters.length === 0 ? {} : { supporters }) };
}
