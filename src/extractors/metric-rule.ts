import type { Construction, Reading } from './metric-figure.ts';
import type { Owner } from './metric-owner.ts';
import type { Draft, FigureRule } from './rule.ts';

function draftOf(reading: Reading, owner: Owner): Draft {
  const { quantity, shape } = reading;
  const inside = owner.place.start >= shape.span.start && owner.place.end <= shape.span.end;
  return {
    kind: 'metric',
    place: owner.place,
    quantity,
    name: reading.name,
    nameSpans: [reading.nameSpan],
    unit: reading.unit,
    period: reading.period,
    change: reading.change,
    span: {
      start: inside ? Math.min(owner.place.start, quantity.start) : quantity.start,
      end: inside ? Math.max(owner.place.end, quantity.end) : quantity.end,
    },
    source: 'prose',
    doubts: owner.doubts,
  };
}

/** What the figures of a section say in one construction: one draft for each place that has the figure. */
export function* draftsOf(readings: readonly Reading[], construction: Construction): Generator<Draft> {
  for (const reading of readings) {
    if (reading.construction !== construction) continue;
    yield draftOf(reading, reading.owner);
    for (const owner of reading.others) yield draftOf(reading, owner);
  }
}

/** A rule for figures that stand in one construction (metric-reading.ts). */
export function figureRule(construction: Construction, described: Pick<FigureRule, 'finds' | 'examples' | 'counterexamples'>): FigureRule {
  return { ...described, reads: 'figure', construction };
}
