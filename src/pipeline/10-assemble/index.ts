import { asType } from '../5-places.ts';
import type { MetricClaim } from '../../extractors/claim.ts';
import type { ReadDocument } from '../../types.ts';
import type { LostClaim, Settled, SettledClaims } from '../8-overlaps.ts';
import { withoutRepeats } from './metrics.ts';
import { headlinesOf, type Headline } from './naming.ts';
import { joinUnits, unitsOf } from './rankings.ts';
import { resolveReference } from './references.ts';
import { placeLast, settleEntries, type Entry } from './settle.ts';

export interface AssembledRanking {
  readonly headline: Headline;
  readonly entries: readonly Entry[];
}

export interface Assembled {
  readonly rankings: readonly AssembledRanking[];
  readonly metrics: readonly Settled<MetricClaim>[];
  readonly lost: readonly LostClaim[];
}

/** Claims → rankings with name, publisher, edition, scope and size; relative positions and contradictions settled. */
export function assemble(document: ReadDocument, settled: SettledClaims): Assembled {
  const referred = settled.ranks.map((one) => ({ settled: one, reference: resolveReference(document, one.claim) }));
  const units = joinUnits(unitsOf(referred, document), document);
  const told = units.map((unit) => ({ unit, entries: settleEntries(unit, asType) })).filter(({ entries }) => entries.length > 0);
  const headlines = headlinesOf(told, settled.facts, document);
  const rankings = told.flatMap(({ entries }, index) => {
    const headline = headlines[index];
    if (headline === undefined) return [];
    const length = headline.evaluated ?? headline.size;
    const placed = placeLast(entries, length === undefined ? undefined : Number(length.value));
    return placed.length === 0 ? [] : [{ headline, entries: placed }];
  });
  return { rankings, metrics: withoutRepeats(settled.metrics), lost: settled.lost };
}
