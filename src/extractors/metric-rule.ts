import type { Construction, Reading } from './metric-figure.ts';
import { readFigures } from './metric-reading.ts';
import type { Owner } from './metric-owner.ts';
import type { Draft, Example, SectionRule } from './rule.ts';
import type { Section } from '../types.ts';

const PROSE: readonly Section['kind'][] = ['paragraph', 'item', 'heading', 'title'];

function draftOf(reading: Reading, owner: Owner): Draft {
  const { quantity, period, shape } = reading;
  const inside = owner.place.start >= shape.span.start && owner.place.end <= shape.span.end;
  return {
    kind: 'metric',
    place: owner.place,
    quantity,
    name: reading.name,
    nameSpans: [reading.nameSpan],
    unit: reading.unit,
    ...(period === undefined ? {} : { period }),
    change: reading.change,
    span: {
      start: inside ? Math.min(owner.place.start, quantity.start) : quantity.start,
      end: inside ? Math.max(owner.place.end, quantity.end) : quantity.end,
    },
    source: 'prose',
    doubts: owner.doubts,
  };
}

/** A rule for figures that stand in one construction (metric-reading.ts). */
export function figureRule(
  construction: Construction,
  described: {
    readonly finds: string;
    readonly examples: readonly [Example, ...Example[]];
    readonly counterexamples: readonly [string, ...string[]];
  },
): SectionRule {
  return {
    ...described,
    reads: 'section',
    kinds: PROSE,
    needs: ['quantity'],
    claims: (_section, shapes, document) =>
      readFigures(shapes, document)
        .filter((reading) => reading.construction === construction)
        .flatMap((reading) => [reading.owner, ...reading.others].map((owner) => draftOf(reading, owner))),
  };
}
