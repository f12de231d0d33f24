import type { Claim, ListFact, MetricClaim, RankClaim, Veto } from '../extractors/claim.ts';
import type { Span } from '../source-text.ts';
import type { PlaceMention, ReadDocument } from '../types.ts';
import { lastFrom, SpanIndex } from './spans.ts';

/** A claim that stands, with the others that say the same and those it beat. */
export interface Settled<Kind extends RankClaim | MetricClaim> {
  readonly claim: Kind;
  readonly supporters: readonly Kind[];
  readonly losers: readonly { readonly claim: Kind; readonly reason: LossReason }[];
}

export type LossReason = 'vetoed' | 'inside-another' | 'tied-rules' | 'contradicted' | 'previous-edition';

/** A claim that no other carries as a loser. */
export interface LostClaim {
  readonly claim: RankClaim | MetricClaim;
  readonly reason: LossReason;
  /** The veto's rule, where one took it. */
  readonly by: string;
}

export interface SettledClaims {
  readonly ranks: readonly Settled<RankClaim>[];
  readonly metrics: readonly Settled<MetricClaim>[];
  readonly facts: readonly ListFact[];
  readonly lost: readonly LostClaim[];
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Units of a claim's words that no mention explains: the fewer, the better it fits. */
function unexplained(claim: RankClaim | MetricClaim, document: ReadDocument): number {
  const mentions = document.mentions[claim.section] ?? [];
  const { start, end } = claim.span;
  let units = end - start;
  // Mentions are in order of their starts.
  for (let index = lastFrom(mentions.length, (at) => mentions[at]?.start ?? Infinity, start - 1) + 1; index < mentions.length; index += 1) {
    const mention = mentions[index];
    if (mention === undefined || mention.start >= end) break;
    if (mention.end <= end) units -= mention.end - mention.start;
  }
  return units;
}

/** The words that give a claim its value. */
const valueSpan = (claim: RankClaim | MetricClaim): Span => (claim.kind === 'rank' ? claim.positionSpan : claim.quantity);

function samePosition(a: RankClaim, b: RankClaim): boolean {
  if (a.former !== b.former) return false;
  const [p, q] = [a.position, b.position];
  if (p.kind === 'absolute') return q.kind === 'absolute' && p.rank === q.rank;
  if (p.kind === 'within') return q.kind === 'within' && p.limit === q.limit;
  if (p.kind === 'from-end') return q.kind === 'from-end' && p.steps === q.steps;
  return q.kind === 'after' && p.place === q.place && p.steps === q.steps;
}

/** Two claims of one figure: a header's "(000)" may have scaled one of them. */
const sameFigure = (a: MetricClaim, b: MetricClaim): boolean => a.quantity.numberStart === b.quantity.numberStart;

/** A figure of a list or table is that of its item or row, whatever else its words look like. */
const listFirst = (a: RankClaim | MetricClaim, b: RankClaim | MetricClaim): number =>
  a.kind === 'metric' ? Number(b.source === 'list') - Number(a.source === 'list') : 0;

function sameClaim(a: RankClaim | MetricClaim, b: RankClaim | MetricClaim): boolean {
  if (a.section !== b.section || a.place !== b.place) return false;
  if (a.kind === 'rank') return b.kind === 'rank' && samePosition(a, b) && overlap(a.positionSpan, b.positionSpan);
  return b.kind === 'metric' && sameFigure(a, b) && a.change === b.change;
}

/** Two claims that cannot both be right: the same words give one position to two places, or one place two positions. */
function exclude(a: RankClaim | MetricClaim, b: RankClaim | MetricClaim): boolean {
  if (a.section !== b.section || a.kind !== b.kind) return false;
  if (a.kind === 'metric' && b.kind === 'metric') return sameFigure(a, b) && a.rule !== b.rule;
  if (a.kind !== 'rank' || b.kind !== 'rank' || a.rule === b.rule) return false;
  if (a.position.kind === 'within' || b.position.kind === 'within') return false;
  if (!overlap(valueSpan(a), valueSpan(b))) return false;
  return (a.place === b.place) !== samePosition(a, b);
}

/** The same words claimed twice: one claim with supporters, and losers with the reason. */
export function settleClaims(claims: readonly Claim[], document: ReadDocument): SettledClaims {
  const vetoes = indexBySection(
    claims.filter((claim): claim is Veto => claim.kind === 'veto'),
    ({ section }) => section,
    ({ span }) => span,
  );
  const lost: LostClaim[] = [];
  const free: (RankClaim | MetricClaim)[] = [];
  for (const claim of claims) {
    if (claim.kind !== 'rank' && claim.kind !== 'metric') continue;
    const veto = vetoes
      .get(claim.section)
      ?.overlapping(valueSpan(claim))
      .find(({ against }) => against.includes(claim.kind));
    if (veto === undefined) free.push(claim);
    else lost.push({ claim, reason: 'vetoed', by: veto.rule });
  }
  const settled = mergeEqual(free, document);
  const kept = dropExcluded(dropPrevious(settled, lost), document, lost);
  return {
    ranks: kept.filter((one): one is Settled<RankClaim> => one.claim.kind === 'rank'),
    metrics: kept.filter((one): one is Settled<MetricClaim> => one.claim.kind === 'metric'),
    facts: claims.filter((claim): claim is ListFact => claim.kind === 'fact'),
    lost,
  };
}

type Any = Settled<RankClaim | MetricClaim>;

/** What a claim says besides its value: of equal claims the one that says most is kept, then the tightest. */
function detail(claim: RankClaim | MetricClaim): number {
  if (claim.kind === 'metric') return (claim.period === undefined ? 0 : 1) + (claim.name === '' ? 0 : 1) - 2 * claim.doubts.length;
  return (
    (claim.previous === undefined ? 0 : 2) +
    (claim.score === undefined ? 0 : 2) +
    (claim.tied ? 2 : 0) +
    (claim.basis === 'explicit' ? 1 : 0) -
    (claim.reference.onlyListed === true ? 1 : 0) -
    2 * claim.doubts.length
  );
}

function mergeEqual(claims: readonly (RankClaim | MetricClaim)[], document: ReadDocument): Any[] {
  const groups: (RankClaim | MetricClaim)[][] = [];
  const byPlace = new Map<PlaceMention, (RankClaim | MetricClaim)[][]>();
  for (const claim of claims) {
    const own = byPlace.get(claim.place) ?? [];
    const group = own.find((members) => members[0] !== undefined && sameClaim(members[0], claim));
    if (group !== undefined) group.push(claim);
    else {
      const fresh = [claim];
      own.push(fresh);
      groups.push(fresh);
      byPlace.set(claim.place, own);
    }
  }
  return groups.flatMap((group) => {
    const sorted = [...group].sort(
      (a, b) => detail(b) - detail(a) || unexplained(a, document) - unexplained(b, document) || (a.rule < b.rule ? -1 : 1),
    );
    const [claim, ...supporters] = sorted;
    return claim === undefined ? [] : [{ claim, supporters: supporters.filter((other) => other.rule !== claim.rule), losers: [] }];
  });
}

/** "jumped to third from sixth": a rule that took `sixth` for the position loses to the one that knows it is last year's. */
function dropPrevious(settled: readonly Any[], lost: LostClaim[]): Any[] {
  const claims = settled.flatMap(({ claim }) =>
    claim.kind === 'rank' && (claim.previous?.move === 0 || claim.former === true) ? [claim] : [],
  );
  const told = indexBySection(
    claims,
    ({ section }) => section,
    ({ previous, positionSpan }) => previous?.span ?? positionSpan,
  );
  return settled.filter(({ claim }) => {
    if (claim.kind !== 'rank') return true;
    const better = told
      .get(claim.section)
      ?.overlapping(claim.positionSpan)
      .find(
        (other) =>
          other !== claim &&
          (other.former === true ? claim.former !== true && other.place === claim.place : !overlap(other.positionSpan, claim.positionSpan)),
      );
    if (better === undefined) return true;
    lost.push({ claim, reason: 'previous-edition', by: better.rule });
    return false;
  });
}

function indexBySection<Item>(
  items: readonly Item[],
  sectionOf: (item: Item) => number,
  spanOf: (item: Item) => Span,
): ReadonlyMap<number, SpanIndex<Item>> {
  return new Map([...bySection(items, sectionOf)].map(([section, own]) => [section, new SpanIndex(own, spanOf)]));
}

function bySection<Item>(items: readonly Item[], sectionOf: (item: Item) => number): ReadonlyMap<number, readonly Item[]> {
  const sections = new Map<number, Item[]>();
  for (const item of items) {
    const own = sections.get(sectionOf(item));
    if (own === undefined) sections.set(sectionOf(item), [item]);
    else own.push(item);
  }
  return sections;
}

/** Pairs whose values share words, in the order of the claims: one sweep from left to right. */
function overlappingPairs(claims: readonly Any[]): readonly (readonly [Any, Any])[] {
  const order = claims
    .map((one, index) => ({ one, index, ...startAndEnd(valueSpan(one.claim)) }))
    .sort((a, b) => a.start - b.start || a.index - b.index);
  const pairs: (readonly [(typeof order)[number], (typeof order)[number]])[] = [];
  let open: typeof order = [];
  for (const next of order) {
    open = open.filter(({ end }) => end > next.start);
    for (const before of open) pairs.push(before.index < next.index ? [before, next] : [next, before]);
    open.push(next);
  }
  return pairs.sort(([a, b], [c, d]) => a.index - c.index || b.index - d.index).map(([a, b]) => [a.one, b.one]);
}

const startAndEnd = ({ start, end }: Span): Span => ({ start, end });

/** A name of no gazetteer is the weakest reading of words: "Mobility (2nd)" is a category. */
const doubtsOf = (claim: RankClaim | MetricClaim): number => claim.doubts.length + (claim.place.doubts.includes('unknown-place') ? 2 : 0);

/** Of claims that cannot both be right the one with fewer unexplained words wins; if that is open, none does. */
function dropExcluded(settled: readonly Any[], document: ReadDocument, lost: LostClaim[]): Any[] {
  const losers = new Map<Any, { reason: LossReason; by: Any }>();
  for (const own of bySection(settled, ({ claim }) => claim.section).values()) {
    for (const [one, other] of overlappingPairs(own)) {
      if (!exclude(one.claim, other.claim)) continue;
      const order =
        listFirst(one.claim, other.claim) ||
        doubtsOf(one.claim) - doubtsOf(other.claim) ||
        unexplained(one.claim, document) - unexplained(other.claim, document);
      if (order < 0) losers.set(other, { reason: 'inside-another', by: one });
      else if (order > 0) losers.set(one, { reason: 'inside-another', by: other });
      else {
        losers.set(other, { reason: 'tied-rules', by: one });
        losers.set(one, { reason: 'tied-rules', by: other });
      }
    }
  }
  const beatenBy = new Map<Any, Any['losers'][number][]>();
  for (const [{ claim }, { reason, by }] of losers)
    if (reason === 'inside-another') beatenBy.set(by, [...(beatenBy.get(by) ?? []), { claim, reason }]);
  const kept: Any[] = [];
  for (const one of settled) {
    const loss = losers.get(one);
    if (loss === undefined) {
      const beaten = beatenBy.get(one);
      kept.push(beaten === undefined ? one : { ...one, losers: [...one.losers, ...beaten] });
    } else lost.push({ claim: one.claim, reason: loss.reason, by: loss.by.claim.rule });
  }
  return kept;
}
