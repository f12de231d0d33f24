import { asType } from '../5-places.ts';
import type { ListFact, MetricClaim } from '../../extractors/claim.ts';
import type { ReadDocument } from '../../types.ts';
import type { LostClaim, Settled, SettledClaims } from '../8-overlaps.ts';
import { headlineOf, type Headline } from './naming.ts';
import { joinUnits, unitsOf, type Unit } from './rankings.ts';
import { resolveReference } from './references.ts';
import { settleEntries, type Entry } from './settle.ts';

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
  const main = mainOf(told.map(({ unit }) => unit));
  const rankings = told.map(({ unit, entries }) => ({ headline: headlineOf(unit, entries, factsOf(unit, settled.facts), document, unit === main), entries }));
  return { rankings, metrics: settled.metrics, lost: settled.lost };
}

/** The ranking that "the list" is: the one with most claims, superlatives apart. */
function mainOf(units: readonly Unit[]): Unit | undefined {
  return [...units].filter((unit) => unit.facets.measure === '').sort((a, b) => b.claims.length - a.claims.length)[0];
}

/** Facts told of this ranking's lists, or of none in particular. */
function factsOf(unit: Unit, facts: readonly ListFact[]): readonly ListFact[] {
  return facts.filter((fact) => fact.list === undefined || fact.list.anaphor || unit.lists.includes(fact.list));
}
