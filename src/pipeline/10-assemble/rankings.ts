import type { RankClaim } from '../../extractors/claim.ts';
import type { ListMention, ReadDocument } from '../../types.ts';
import type { Settled } from '../8-overlaps.ts';
import { nameWords, placeIdentity } from './identity.ts';
import type { ResolvedReference } from './references.ts';

/*
 * Claims to rankings. Claims whose words say the same of their list are a unit; join-units.ts takes units together.
 */

export interface ReferredClaim {
  readonly settled: Settled<RankClaim>;
  readonly reference: ResolvedReference;
}

/** What tells one ranking of a document from another. Empty: nothing said. */
export interface Facets {
  readonly edition: string;
  readonly category: string;
  readonly area: string;
  /** `district`, `country`, `province`, … by the noun in the list's name. */
  readonly kind: string;
  /** `worst` for lists that count from the other end. */
  readonly end: '' | 'worst';
  readonly measure: string;
  /** Countries compete with countries only. */
  readonly competitor: 'country' | 'below' | '';
}

export interface Unit {
  readonly facets: Facets;
  readonly claims: readonly ReferredClaim[];
  readonly lists: readonly ListMention[];
  /** A table, a numbered list, or claims in running text. */
  readonly group: string;
  readonly own: boolean;
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:districts?|boroughs?|count(?:y|ies))\b/, 'district'],
  [/\b(?:provinces?|states?(?!-)|prefectures?|regions?)\b/, 'province'],
  [/\b(?:countr(?:y|ies)|nations?|economies)\b/, 'country'],
  [/\b(?:zones?|parks?|development areas?)\b/, 'zone'],
  [/\b(?:towns?|villages?)\b/, 'town'],
  [/\b(?:cit(?:y|ies)|metros?|municipalit(?:y|ies)|destinations?|ecosystems?)\b/, 'city'],
];

const WORST = /\b(?:least|worst|poorest|cheapest|dirtiest|lowest|bottom|unhappiest|most dangerous|slowest|weakest)\b/;

/** Cities that also compete with countries. */
const CITY_STATES = new Set(['SG', 'HK', 'MO', 'MC', 'VA', 'GI', 'LU']);

/** The kind named first: "most competitive cities in the country" is of cities. */
function kindIn(words: string): string {
  let kind = '';
  let first = Infinity;
  for (const [pattern, name] of KINDS) {
    const at = words.search(pattern);
    if (at >= 0 && at < first) [kind, first] = [name, at];
  }
  return kind;
}

function facetsOf(claim: RankClaim, reference: ResolvedReference, document: ReadDocument): Facets {
  const text = document.clean.source.text;
  const slice = (span: { readonly start: number; readonly end: number } | undefined): string =>
    span === undefined ? '' : text.slice(span.start, span.end);
  const name = reference.list === undefined ? '' : slice({ start: reference.list.nameStart, end: reference.list.nameEnd }).toLowerCase();
  const heading =
    claim.source === 'list' && reference.own
      ? undefined
      : document.sections[
          document.sections[claim.section]?.headings.findLast((index) => document.sections[index]?.kind === 'heading') ?? -1
        ];
  return {
    edition: reference.edition?.iso ?? reference.list?.edition?.iso ?? '',
    category: [...nameWords(slice(reference.category))].sort().join(' '),
    area: reference.area?.code ?? '',
    kind: kindIn(heading === undefined || heading.end - heading.start > 60 ? '' : slice(heading).toLowerCase()) || kindIn(name),
    competitor:
      reference.group !== undefined || CITY_STATES.has(claim.place.place.country)
        ? ''
        : claim.place.place.type === 'country'
          ? 'country'
          : 'below',
    end: WORST.test(name) ? 'worst' : '',
    measure: [...nameWords(slice(reference.measure))].sort().join(' '),
  };
}

/** Claims with the same words for their list, in order of the text. */
export function unitsOf(claims: readonly ReferredClaim[], document: ReadDocument): readonly Unit[] {
  const units = new Map<string, { facets: Facets; claims: ReferredClaim[]; lists: Set<ListMention>; group: string; own: boolean }>();
  for (const one of claims) {
    if (one.settled.claim.position.kind === 'after') continue;
    const facets = facetsOf(one.settled.claim, one.reference, document);
    const { list } = one.reference;
    const listKey =
      list === undefined ? '' : [...nameWords(document.clean.source.text.slice(list.nameStart, list.nameEnd))].sort().join(' ');
    const key = [one.reference.group ?? '', listKey, ...Object.values<string>({ ...facets })].join('|');
    const unit = units.get(key) ?? { facets, claims: [], lists: new Set<ListMention>(), group: one.reference.group ?? '', own: false };
    unit.claims.push(one);
    if (list !== undefined) unit.lists.add(list);
    unit.own ||= one.reference.own;
    units.set(key, unit);
  }
  const homes = [...units.values()];
  for (const one of claims) if (one.settled.claim.position.kind === 'after') anchored(homes, one)?.claims.push(one);
  return homes.map((unit) => ({ ...unit, lists: [...unit.lists] }));
}

/** "followed by" is of the ranking in which its anchor was placed last before it. */
function anchored<Home extends { readonly claims: readonly ReferredClaim[] }>(
  homes: readonly Home[],
  { settled }: ReferredClaim,
): Home | undefined {
  const { position, span } = settled.claim;
  if (position.kind !== 'after') return undefined;
  const anchor = placeIdentity(position.place.place);
  let best: Home | undefined;
  let distance = Infinity;
  for (const home of homes) {
    for (const { settled: other } of home.claims) {
      if (placeIdentity(other.claim.place.place) !== anchor) continue;
      const way = Math.abs(other.claim.span.start - span.start) + (other.claim.span.start > span.end ? 1e6 : 0);
      if (way < distance) [best, distance] = [home, way];
    }
  }
  return best;
}

export type Positions = ReadonlyMap<string, number>;

export function positionsOf(unit: Unit): Positions {
  const positions = new Map<string, number>();
  for (const { settled } of unit.claims)
    if (settled.claim.position.kind === 'absolute') positions.set(placeIdentity(settled.claim.place.place), settled.claim.position.rank);
  return positions;
}

/** Places that both have at different positions, and positions that both give to different places. */
export function conflicts(a: Positions, b: Positions): number {
  const holders = new Map([...a].map(([place, rank]) => [rank, place]));
  let count = 0;
  for (const [place, rank] of b) {
    const other = a.get(place);
    if (other !== undefined && other !== rank) count += 1;
    else if (other === undefined && holders.has(rank)) count += 1;
  }
  return count;
}

export function agreements(a: Positions, b: Positions): number {
  let count = 0;
  for (const [place, rank] of b) if (a.get(place) === rank) count += 1;
  return count;
}
