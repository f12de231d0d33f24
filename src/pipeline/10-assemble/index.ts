import { asType } from '../5-places.ts';
import type { Claim, MetricClaim, RankClaim } from '../../extractors/claim.ts';
import { isRankingDocument } from '../../extractors/rank-sense.ts';
import type { ReadDocument } from '../../types.ts';
import type { LostClaim, Settled, SettledClaims } from '../8-overlaps.ts';
import { withoutRepeats } from './metrics.ts';
import { headlinesOf, type Headline } from './naming.ts';
import { joinUnits } from './join-units.ts';
import { unitsOf, type Unit } from './rankings.ts';
import { References } from './references.ts';
import { placeIdentity } from './identity.ts';
import { FormerPositions } from './former.ts';
import { withFiguresBeside } from './figures-beside.ts';
import { FiguresTold } from './figures-told.ts';
import { unchangedRank } from './unchanged.ts';
import { sentenceAt } from '../spans.ts';
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

/** "two of its districts are among the top 20": a member whose position another ranking of that size tells is no news. */
function withoutKnownMembers(rankings: readonly AssembledRanking[]): readonly AssembledRanking[] {
  const isKnown = (entry: Entry, ranking: AssembledRanking): boolean =>
    entry.within !== undefined &&
    entry.rank === undefined &&
    rankings.some(
      (other) =>
        other !== ranking &&
        other.headline.size?.value === String(entry.within) &&
        other.entries.some(
          (rival) =>
            rival.rank !== undefined && rival.rank <= (entry.within ?? 0) && placeIdentity(rival.place) === placeIdentity(entry.place),
        ),
    );
  return rankings
    .map((ranking) => ({ ...ranking, entries: ranking.entries.filter((entry) => !isKnown(entry, ranking)) }))
    .filter(({ entries }) => entries.length > 0);
}

/** Positions that an article tells in passing: too few to be a ranking where it speaks of none. */
const FEWEST_UNANNOUNCED = 3;

/** "ranked second among the five provinces and cities of the coast", "the second-fastest growth of any state": places compared by the sentence itself. */
const COMPARED =
  /\b(?:among|out of|of any|of all|of the)(?: (?!universit|club|team)[a-z0-9'-]{1,16}){0,4} (?:cities|towns|districts|provinces|states?|regions|countries|nations|municipalities|prefectures|counties|boroughs|capitals)\b/i;

/** Whether a sentence that tells one of the claims compares places; each is looked at once, however many claims it tells. */
function isCompared(claims: readonly RankClaim[], document: ReadDocument): boolean {
  const sentences = new Set(claims.map(({ section, span }) => sentenceAt(document.sections[section]?.sentences ?? [], span.start)));
  const { text } = document.clean.source;
  return [...sentences].some((sentence) => sentence !== undefined && COMPARED.test(text.slice(sentence.start, sentence.end)));
}

/** "the city placed fourth among the applicants": where the article speaks of no ranking, a stray position is of something else. */
function isStray(unit: Unit, entries: number, document: ReadDocument): boolean {
  if (isRankingDocument(document) || entries >= FEWEST_UNANNOUNCED) return false;
  const claims = unit.claims.map(({ settled }) => settled.claim);
  if (claims.some(({ source, reference }) => source === 'list' || reference.measure !== undefined)) return false;
  const sections = [...new Set(claims.map(({ section }) => section))];
  const isListed = sections.some((section) => document.mentions[section]?.some(({ kind }) => kind === 'list' || kind === 'top'));
  return !isListed && !isCompared(claims, document);
}

function withUnchanged(document: ReadDocument, entry: Entry): Entry {
  if (entry.previous !== undefined || entry.rank === undefined) return entry;
  for (const claim of [entry.claim, ...entry.supporters]) {
    const previous =
      claim.position.kind === 'absolute' && claim.basis === 'explicit' ? unchangedRank(document, claim, entry.rank) : undefined;
    if (previous !== undefined) return { ...entry, previous };
  }
  return entry;
}

/**
 * Claims → rankings with name, publisher, edition, scope and size; relative positions and contradictions settled. `moreFacts` is asked
 * only where a ranking stands: most positions of ordinary news ("not the first of its kind") are of nothing.
 */
export function assemble(document: ReadDocument, settled: SettledClaims, moreFacts: () => readonly Claim[] = () => []): Assembled {
  const references = new References(document);
  const former = new FormerPositions(settled.ranks);
  const referred = settled.ranks
    .filter(({ claim }) => claim.former !== true)
    .map((one) => ({ settled: one, reference: references.resolve(one.claim) }));
  const units = joinUnits(unitsOf(referred, document), document);
  const told = units
    .map((unit) => ({ unit, entries: settleEntries(unit, asType) }))
    .filter(({ unit, entries }) => entries.length > 0 && !isStray(unit, entries.length, document));
  const facts = told.length === 0 ? [] : [...settled.facts, ...moreFacts().filter((claim) => claim.kind === 'fact')];
  const headlines = headlinesOf(told, facts, document);
  const figures = new FiguresTold(document);
  const all = told.flatMap(({ entries }) => entries);
  const rankings = told.flatMap(({ entries }, index) => {
    const headline = headlines[index];
    if (headline === undefined) return [];
    const length = headline.evaluated ?? headline.size;
    const placed = placeLast(
      entries.map((entry) => former.fill(entry, all)),
      length === undefined ? undefined : Number(length.value),
    );
    const kept = withFiguresBeside(document, figures, placed).map((entry) => withUnchanged(document, entry));
    return placed.length === 0 ? [] : [{ headline, entries: kept }];
  });
  return { rankings: withoutKnownMembers(rankings), metrics: withoutRepeats(settled.metrics), lost: [...settled.lost, ...former.lost()] };
}
