import type { RankClaim } from '../../extractors/claim.ts';
import type { ListMention, ReadDocument } from '../../types.ts';
import { nameWords, placeIdentity, similarity } from './identity.ts';
import { agreements, conflicts, positionsOf } from './rankings.ts';
import type { Facets, ReferredClaim, Unit } from './rankings.ts';

/*
 * Units are taken together unless something keeps them apart: another edition, category, area or kind of place, the other end of the
 * scale, or positions that cannot both hold.
 */

const differ = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;

function wordsOf(lists: readonly ListMention[], document: ReadDocument): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => [...nameWords(document.clean.source.text.slice(list.nameStart, list.nameEnd))]));
}

/** "the 15th most expensive city" is a position on the list of the most expensive cities: its words are the list's. */
function sameMeasure(a: Unit, b: Unit, document: ReadDocument): boolean {
  if (a.facets.measure === b.facets.measure) return true;
  if (a.facets.measure !== '' && b.facets.measure !== '') return false;
  const [measured, listed] = a.facets.measure === '' ? [b, a] : [a, b];
  const words = measured.facets.measure.split(' ');
  const names = wordsOf(listed.lists, document);
  if (isFirstOf(measured, listed)) return true;
  return names.size > 0 && words.filter((word) => names.has(word)).length * 2 >= words.length;
}

/** "Leeds is the cleanest city, followed by York. Hull stood fourth": a first place by its superlative, and the ranking it leaves open. */
function isFirstOf(measured: Unit, listed: Unit): boolean {
  if (listed.group !== '' || !measured.claims.some(({ settled }) => settled.claim.rule === 'rank/first-by-superlative')) return false;
  const positions = positionsOf(listed);
  if ([...positions.values()].includes(1) || conflicts(positions, positionsOf(measured)) > 0) return false;
  const sections = new Set(measured.claims.map(({ settled }) => settled.claim.section));
  return listed.claims.some(({ settled }) => sections.has(settled.claim.section) || sections.has(settled.claim.section - 1));
}

const PROPER = ['list/named-index', 'list/quoted-name'];

/** "Provincial Competitiveness Index" and "Provincial Green Index": proper names that each have a word the other lacks. */
function namedApart(a: Unit, b: Unit, document: ReadDocument): boolean {
  const proper = (unit: Unit): readonly ListMention[] => unit.lists.filter((list) => PROPER.includes(list.rule));
  const [p, q] = [wordsOf(proper(a), document), wordsOf(proper(b), document)];
  return p.size > 1 && q.size > 1 && [...p].some((word) => !q.has(word)) && [...q].some((word) => !p.has(word)) && similarity(p, q) < 0.7;
}

/** True where nothing but their positions keeps two units apart. */
function alike(a: Unit, b: Unit, document: ReadDocument): boolean {
  const [f, g] = [a.facets, b.facets];
  if (
    differ(f.competitor, g.competitor) ||
    f.category !== g.category ||
    !sameMeasure(a, b, document) ||
    differ(f.edition, g.edition) ||
    differ(f.area, g.area) ||
    f.end !== g.end
  )
    return false;
  if (f.area !== g.area && f.area + g.area !== (scopeOfUnit(a) || scopeOfUnit(b)) && !isNarrow(a, b)) return false;
  if (namedApart(a, b, document)) return false;
  if (differ(f.kind, g.kind) && similarity(wordsOf(a.lists, document), wordsOf(b.lists, document)) < 0.6) return false;
  return !(a.group !== '' && b.group !== '' && a.group !== b.group && sameGroup(a, b));
}

/** True where two units can be parts of one ranking. */
function together(a: Unit, b: Unit, document: ReadDocument): boolean {
  if (!alike(a, b, document)) return false;
  const [p, q] = [positionsOf(a), positionsOf(b)];
  const clash = conflicts(p, q);
  if (clash === 0) return true;
  return clash <= agreements(p, q) || (!a.own && !b.own && a.group === '' && b.group === '' && clash < 2);
}

const scopeOfUnit = (unit: Unit): string => unit.lists.find((list) => list.scope !== undefined)?.scope?.code ?? '';

/** An area said in one unit only ("third in the country") is the whole list's where the list is of that area or says no area. */
function isNarrow(a: Unit, b: Unit): boolean {
  const area = a.facets.area + b.facets.area;
  const scope = scopeOfUnit(a) || scopeOfUnit(b);
  return scope === '' || scope === area;
}

/** Two columns of one table, two editions: never one ranking. */
function sameGroup(a: Unit, b: Unit): boolean {
  return a.group.split(' ').slice(0, 2).join(' ') === b.group.split(' ').slice(0, 2).join(' ');
}

function merge(a: Unit, b: Unit): Unit {
  const facets = Object.fromEntries(
    Object.entries(a.facets).map(([name, value]) => [name, value === '' ? b.facets[name as keyof Facets] : value]),
  ) as unknown as Facets;
  return {
    facets,
    claims: [...a.claims, ...b.claims],
    lists: [...a.lists, ...b.lists],
    group: a.group === '' ? b.group : a.group,
    own: a.own || b.own,
  };
}

const size = (unit: Unit): number => (unit.group === '' ? 0 : 1000) + unit.claims.length;

/**
 * Prose that names the list of a table or numbered list, and contradicts it in part: what agrees with it stays together, the rest is
 * told apart, for one stray position must not keep the others out.
 */
function splitByGroups(unit: Unit, groups: readonly Unit[], document: ReadDocument): readonly Unit[] {
  const home = groups.find(
    (group) =>
      unit.own &&
      group.lists.some((list) => unit.lists.includes(list)) &&
      similarity(wordsOf(group.lists, document), wordsOf(unit.lists, document)) > 0.7,
  );
  if (home === undefined) return [unit];
  const positions = positionsOf(home);
  const fits = (claim: ReferredClaim): boolean => conflicts(positions, positionsOf({ ...unit, claims: [claim] })) === 0;
  const fitting = unit.claims.filter(fits);
  const rest = unit.claims.filter((claim) => !fits(claim));
  return rest.length === 0 || fitting.length < rest.length
    ? [unit]
    : [
        { ...unit, claims: fitting },
        { ...unit, claims: rest },
      ];
}

/** Prose that names the list of another unit, or repeats a position of it, speaks of the same ranking. */
const isToldOf = (unit: Unit, other: Unit): boolean =>
  agreements(positionsOf(other), positionsOf(unit)) > 0 ||
  unit.lists.some((list) => other.lists.includes(list)) ||
  (other.group === '' && !unit.own && other.lists.length === 0);

/** Index of the unit that this one is most surely a part of: of the same list, with the same positions, told in prose as well; or -1. */
function nearestHome(joined: readonly Unit[], unit: Unit, document: ReadDocument): number {
  let best = -1;
  let strength = -1;
  for (const [index, other] of joined.entries()) {
    const shared = unit.own && unit.lists.some((list) => other.lists.includes(list)) ? 4 : 0;
    const agreed = agreements(positionsOf(other), positionsOf(unit)) > 0 ? 2 : 0;
    const own = shared + agreed + Number(other.group === unit.group);
    if (own <= strength || !together(other, unit, document)) continue;
    [best, strength] = [index, own];
  }
  return best;
}

/** Prose about a ranking of at least so many places may err on one of them. */
const FEWEST_TOLD = 4;

/**
 * Takes what fits of a unit of prose to a ranking that it is alike and contradicts in less than half; a stray contradiction of a place
 * already told there goes with it, and loses to what the ranking says.
 */
function joinPart(joined: Unit[], unit: Unit, document: ReadDocument): void {
  for (const [index, other] of joined.entries()) {
    if (!alike(other, unit, document) || !isToldOf(unit, other)) continue;
    const positions = positionsOf(other);
    if (conflicts(positions, positionsOf(unit)) === 0) {
      joined[index] = merge(other, unit);
      return;
    }
    const clashes = (claim: ReferredClaim): boolean => conflicts(positions, positionsOf({ ...unit, claims: [claim] })) > 0;
    const isTold = ({ settled }: ReferredClaim): boolean => positions.has(placeIdentity(settled.claim.place.place));
    const against = unit.claims.filter(clashes);
    const stray =
      !unit.own && unit.facets.area === other.facets.area && against.length <= 2 && positions.size >= FEWEST_TOLD && against.every(isTold);
    if (against.length * 2 >= unit.claims.length && !(stray && against.length === unit.claims.length)) continue;
    if (against.filter((claim) => !isTold(claim)).length > agreements(positions, positionsOf(unit))) continue;
    const apart = against.filter((claim) => unit.own || !isTold(claim));
    joined[index] = merge(other, { ...unit, claims: unit.claims.filter((claim) => !apart.includes(claim)) });
    if (apart.length > 0) joined.push({ ...unit, claims: apart });
    return;
  }
  joined.push(unit);
}

const yearOf = (edition: string): number => (/^\d{4}$/.test(edition) ? Number(edition) : Number.NaN);

/** "Gdynia, fourth in 2021" beside the ranking of 2022: last edition's position of a place that this one has. */
function withPreviousEditions(units: readonly Unit[], document: ReadDocument): readonly Unit[] {
  const published = Number(document.clean.metadata.published.slice(0, 4));
  const editionOfUnit = (unit: Unit): number =>
    yearOf(unit.facets.edition || (unit.lists.find((list) => list.edition !== undefined)?.edition?.iso ?? ''));
  const previous = new Map<RankClaim, RankClaim>();
  const folded = new Set<Unit>();
  for (const unit of units) {
    const year = yearOf(unit.facets.edition);
    if (unit.group !== '' || Number.isNaN(year)) continue;
    const home = units.find((other) => {
      if (other === unit || other.claims.length < unit.claims.length || other.facets.category !== unit.facets.category) return false;
      const told = editionOfUnit(other);
      if (Number.isNaN(told) ? published - year !== 1 : told - year !== 1) return false;
      const positions = positionsOf(other);
      return unit.claims.every(({ settled }) => positions.has(placeIdentity(settled.claim.place.place)));
    });
    if (home === undefined) continue;
    folded.add(unit);
    for (const { settled } of unit.claims) {
      const { claim } = settled;
      if (claim.position.kind !== 'absolute') continue;
      const now = home.claims.find((other) => placeIdentity(other.settled.claim.place.place) === placeIdentity(claim.place.place));
      if (now !== undefined && now.settled.claim.previous === undefined)
        previous.set(now.settled.claim, {
          ...now.settled.claim,
          previous: { rank: claim.position.rank, span: claim.positionSpan, move: 0 },
        });
    }
  }
  if (folded.size === 0) return units;
  return units
    .filter((unit) => !folded.has(unit))
    .map((unit) => ({
      ...unit,
      claims: unit.claims.map((one) => {
        const claim = previous.get(one.settled.claim);
        return claim === undefined ? one : { ...one, settled: { ...one.settled, claim } };
      }),
    }));
}

/** "Utah named best state for families" above a ranking that Utah tops: the headline tells that ranking's first place, by other words. */
function withHeadlines(units: readonly Unit[], { sections }: ReadDocument): readonly Unit[] {
  const isHeadline = ({ settled }: ReferredClaim): boolean => ['title', 'heading'].includes(sections[settled.claim.section]?.kind ?? '');
  const told = units.filter((unit) => unit.group === '' && unit.facets.area === '' && unit.claims.every(isHeadline));
  const homes = new Map<Unit, Unit[]>();
  for (const unit of told) {
    const positions = positionsOf(unit);
    const [home] = units
      .filter((other) => !told.includes(other) && other.facets.category === '' && !differ(other.facets.end, unit.facets.end))
      .filter((other) => positions.size > 0 && agreements(positionsOf(other), positions) === positions.size)
      .sort((a, b) => size(b) - size(a));
    if (home !== undefined) homes.set(home, [...(homes.get(home) ?? []), unit]);
  }
  const folded = new Set([...homes.values()].flat());
  return units.flatMap((unit) =>
    folded.has(unit) ? [] : [{ ...unit, claims: [...unit.claims, ...(homes.get(unit) ?? []).flatMap(({ claims }) => claims)] }],
  );
}

/** Takes units together, the largest first; what cannot join any stands alone. Result in order of the first claim's words. */
export function joinUnits(units: readonly Unit[], document: ReadDocument): readonly Unit[] {
  const groups = units.filter((unit) => unit.group !== '');
  const sorted = units
    .flatMap((unit) => (unit.group === '' ? splitByGroups(unit, groups, document) : [unit]))
    .sort((a, b) => size(b) - size(a) || firstByte(a) - firstByte(b));
  const joined: Unit[] = [];
  const told: Unit[] = [];
  for (const unit of sorted) {
    const home = nearestHome(joined, unit, document);
    const other = joined[home];
    if (other !== undefined) joined[home] = merge(other, unit);
    else if (unit.group === '' && joined.some((one) => alike(one, unit, document))) told.push(unit);
    else joined.push(unit);
  }
  for (const unit of told) joinPart(joined, unit, document);
  const stands = withHeadlines(withPreviousEditions(joined, document), document).filter((unit) =>
    unit.claims.some(({ reference }) => reference.onlyListed !== true),
  );
  return stands.sort((a, b) => firstByte(a) - firstByte(b));
}

const firstByte = (unit: Unit): number => unit.claims.reduce((first, { settled }) => Math.min(first, settled.claim.span.start), Infinity);
