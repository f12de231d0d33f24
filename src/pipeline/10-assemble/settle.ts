import type { RankClaim } from '../../extractors/claim.ts';
import type { Doubt } from '../../schema.ts';
import type { Place, PlaceType } from '../../types.ts';
import type { LossReason, Settled } from '../8-overlaps.ts';
import { placeIdentity } from './identity.ts';
import type { ReferredClaim, Unit } from './rankings.ts';

/** One place in one ranking, after everything said about it was weighed. */
export interface Entry {
  readonly claim: RankClaim;
  readonly place: Place;
  readonly rank: number | undefined;
  readonly within: number | undefined;
  readonly basis: RankClaim['basis'];
  readonly tied: boolean;
  readonly score: RankClaim['score'];
  readonly previous: RankClaim['previous'];
  readonly supporters: readonly RankClaim[];
  readonly losers: readonly { readonly claim: RankClaim; readonly reason: LossReason }[];
  readonly doubts: readonly Doubt[];
  /** Steps before the end of the list, where that is how the position was told. */
  readonly fromEnd: number | undefined;
}

interface Placed {
  readonly settled: Settled<RankClaim>;
  readonly rank: number | undefined;
}

const SOURCES = ['list', 'prose', 'headline'];
const BASES = ['explicit', 'implied', 'member'];

/** List and table beat prose, body beats headline, an explicit number beats the order of an enumeration; then the order of the text. */
function strength(a: Placed, b: Placed): number {
  const [x, y] = [a.settled.claim, b.settled.claim];
  return (
    Number(x.position.kind === 'from-end') - Number(y.position.kind === 'from-end') ||
    SOURCES.indexOf(x.source) - SOURCES.indexOf(y.source) ||
    BASES.indexOf(x.basis) - BASES.indexOf(y.basis) ||
    x.doubts.length - y.doubts.length ||
    x.span.start - y.span.start
  );
}

/** Positions told by another place's ("followed by") are counted from it, as often as that settles more of them. */
function placeRelative(claims: readonly ReferredClaim[]): readonly Placed[] {
  const ranks = new Map<string, number>();
  const open: Settled<RankClaim>[] = [];
  const placed: Placed[] = [];
  for (const { settled } of claims) {
    const { position } = settled.claim;
    if (position.kind === 'after') open.push(settled);
    else {
      if (position.kind === 'absolute' && !ranks.has(placeIdentity(settled.claim.place.place)))
        ranks.set(placeIdentity(settled.claim.place.place), position.rank);
      placed.push({ settled, rank: position.kind === 'absolute' ? position.rank : undefined });
    }
  }
  for (let settledSome = true; settledSome;) {
    settledSome = false;
    for (const settled of [...open]) {
      const { position, place } = settled.claim;
      const anchor = position.kind === 'after' ? ranks.get(placeIdentity(position.place.place)) : undefined;
      if (anchor === undefined || position.kind !== 'after') continue;
      open.splice(open.indexOf(settled), 1);
      placed.push({ settled, rank: anchor + position.steps });
      if (!ranks.has(placeIdentity(place.place))) ranks.set(placeIdentity(place.place), anchor + position.steps);
      settledSome = true;
    }
  }
  return placed;
}

/** The entries of one ranking, one per place, by rank (members last), then by their words. */
export function settleEntries(unit: Unit, asType: (place: Place, type: PlaceType) => Place | undefined): readonly Entry[] {
  const byPlace = new Map<string, Placed[]>();
  for (const placed of placeRelative(unit.claims)) {
    const identity = placeIdentity(placed.settled.claim.place.place);
    const own = byPlace.get(identity);
    if (own === undefined) byPlace.set(identity, [placed]);
    else own.push(placed);
  }
  const entries = [...byPlace.values()].flatMap((own) => {
    const [best, ...rest] = [...own].sort(strength);
    return best === undefined ? [] : [entryOf(best, rest)];
  });
  const shared = shareTies(dropCrowded(keepAmongKnown(entries)));
  // The list's own noun says what competes: Kyoto on a list of prefectures is one.
  const competing = unit.facets.kind === 'province' ? 'province' : competingType(shared);
  const zones = unit.facets.kind === 'zone' && competing === 'city';
  return shared
    .map((entry) => (zones ? { ...entry, place: asZone(entry.place) } : entry))
    .map((entry) =>
      zones || competing === undefined || entry.place.type === competing
        ? entry
        : { ...entry, place: asType(entry.place, competing) ?? entry.place },
    )
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.claim.span.start - b.claim.span.start);
}

/** "The ten best development zones are Tianjin, Suzhou, …": the zones of these cities, which no gazetteer has. */
const asZone = (place: Place): Place => ({ ...place, id: '', type: 'zone', latitude: undefined, longitude: undefined });

function entryOf(best: Placed, rest: readonly Placed[]): Entry {
  const { claim } = best.settled;
  const agreeing = rest.filter(
    (other) =>
      other.rank === best.rank || other.settled.claim.position.kind === 'within' || other.settled.claim.position.kind === 'from-end',
  );
  const against = rest.filter((other) => !agreeing.includes(other));
  const all = [best, ...agreeing].flatMap((placed) => [placed.settled.claim, ...placed.settled.supporters]);
  const doubts: Doubt[] = [...claim.doubts, ...claim.place.doubts];
  if (claim.place.anaphor) doubts.push('attributed-by-subject');
  if (against.length > 0) doubts.push('contradicted');
  const explicit = all.some((other) => other.basis === 'explicit');
  return {
    claim,
    place: claim.place.place,
    rank: best.rank,
    within: claim.position.kind === 'within' ? claim.position.limit : undefined,
    basis: claim.basis === 'implied' && explicit ? 'explicit' : claim.basis,
    tied: all.some((other) => other.tied),
    score: all.find((other) => other.score !== undefined)?.score,
    previous: all.find((other) => other.previous !== undefined)?.previous,
    supporters: all.slice(1),
    losers: [...best.settled.losers, ...against.map((other) => ({ claim: other.settled.claim, reason: 'contradicted' as const }))],
    doubts,
    fromEnd: claim.position.kind === 'from-end' ? claim.position.steps : undefined,
  };
}

/** Positions counted from the end, once the length of the list is known; without it they are let go. */
export function placeLast(entries: readonly Entry[], length: number | undefined): readonly Entry[] {
  if (entries.every((entry) => entry.fromEnd === undefined)) return entries;
  return entries
    .flatMap((entry) => {
      if (entry.fromEnd === undefined || entry.rank !== undefined) return [entry];
      return length === undefined || length <= entry.fromEnd ? [] : [{ ...entry, rank: length - entry.fromEnd }];
    })
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.claim.span.start - b.claim.span.start);
}

/**
 * A name of no gazetteer is a place only among known places: two of them, and one for every three unknown ones; then it is taken to lie
 * where they do. One that says what it is ("Tilottama Municipality") needs no company.
 */
function keepAmongKnown(entries: readonly Entry[]): readonly Entry[] {
  const isUnknown = (entry: Entry): boolean => entry.place.id === '' && entry.place.country === '' && entry.place.type !== 'region';
  const guessed = entries.filter(
    (entry) =>
      entry.claim.source === 'prose' &&
      entry.place.id === '' &&
      entry.place.type === 'city' &&
      !/ (?:municipality|county|district|town)$/i.test(entry.place.name) &&
      entry.claim.place.doubts.includes('unknown-place'),
  );
  const known = entries.filter((entry) => entry.place.id !== '');
  if (guessed.length > 0 && (known.length < 2 || known.length * 3 < guessed.length))
    return entries.filter((entry) => !guessed.includes(entry));
  const countries = new Set(known.map((entry) => entry.place.country));
  const [country = ''] = countries;
  return entries.map((entry) => (isUnknown(entry) && countries.size === 1 ? { ...entry, place: { ...entry.place, country } } : entry));
}

/** Entries by their position; members apart. */
function atRank(entries: readonly Entry[]): ReadonlyMap<number, readonly Entry[]> {
  const byRank = new Map<number, Entry[]>();
  for (const entry of entries) {
    if (entry.rank === undefined) continue;
    const own = byRank.get(entry.rank);
    if (own === undefined) byRank.set(entry.rank, [entry]);
    else own.push(entry);
  }
  return byRank;
}

/** Two places at one position where nothing says that it is shared: the order of an enumeration gives way to a number. */
function dropCrowded(entries: readonly Entry[]): readonly Entry[] {
  const byRank = atRank(entries);
  return entries.filter((entry) => {
    if (entry.rank === undefined || entry.tied) return true;
    const rivals = (byRank.get(entry.rank) ?? []).filter((other) => other !== entry && !other.tied);
    if (entry.doubts.includes('attributed-by-distance') && rivals.some((other) => !other.doubts.includes('attributed-by-distance')))
      return false;
    if (entry.claim.source === 'prose' && entry.doubts.length > 0 && rivals.some((other) => other.claim.source === 'list')) return false;
    if (entry.basis === 'explicit') return true;
    return !rivals.some((other) => other.basis === 'explicit');
  });
}

/** Places that a numbered list or table puts at one position share it. */
function shareTies(entries: readonly Entry[]): readonly Entry[] {
  const byRank = atRank(entries);
  return entries.map((entry) => {
    const alike =
      entry.rank !== undefined &&
      entry.claim.source === 'list' &&
      (byRank.get(entry.rank) ?? []).some((other) => other !== entry && other.claim.source === 'list');
    return alike && !entry.tied ? { ...entry, tied: true } : entry;
  });
}

/** What competes, where two of three places say so: Tokyo among prefectures is a province. */
function competingType(entries: readonly Entry[]): PlaceType | undefined {
  for (const type of ['province', 'city', 'country', 'district'] as const) {
    const own = entries.filter((entry) => entry.place.type === type).length;
    if (entries.length >= 3 && own * 3 >= entries.length * 2) return type;
  }
  return undefined;
}
