import { lookup, lookupRare } from '../gazetteer/index.ts';
import type { Span } from '../source-text.ts';
import type { DemonymMention, Place, PlaceMention, PlaceType } from '../types.ts';
import { ofKind } from './4-mentions/places-slots.ts';
import type { Announcement } from './5-places-announced.ts';

/*
 * In which country the places of a list or column lie, and what they are there, by what the text says the list holds.
 */

type Resolved = PlaceMention | DemonymMention;

/** Fewer names say too little of what they are. */
export const FEWEST_SMALL = 4;

/** Countries of the places, those of at least one in five, most frequent first; all the same counts as one. */
export function countriesOf(places: readonly PlaceMention[]): string[] {
  const counts = new Map<string, number>();
  for (const { place } of places) if (place.country !== '') counts.set(place.country, (counts.get(place.country) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count * 5 >= places.length)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([code]) => code);
}

/** Of places in a list of one country, those smaller than this lie there, too: Camden is London's among boroughs, and not New Jersey's. */
const WELL_KNOWN = 300_000;

/** The country in which what a list is said to hold competes: said beside its noun, or that of most of its places. */
export function countryOfColumn(
  { places, empty }: { readonly places: readonly PlaceMention[]; readonly empty: readonly unknown[] },
  { type, said }: Announcement,
  text: string,
  resolved: readonly (readonly Resolved[])[],
): string | undefined {
  if (said !== undefined) {
    const beside = (resolved[said.index] ?? []).filter((item) => isBeside(text, item, said));
    const countries = new Set(beside.map(({ place }) => place.country));
    const [only] = countries;
    if (countries.size === 1 && only !== undefined && only !== '') return only;
  }
  const [most] = countriesOf(places);
  const share = places.filter(({ place }) => place.country === most).length / Math.max(1, places.length);
  return places.length + empty.length >= FEWEST_SMALL && places.length >= 3 && share >= (type === 'district' ? 0.5 : 0.8)
    ? most
    : undefined;
}

/** "London boroughs", "England's 39 largest towns", "suburbs of Adelaide" */
function isBeside(text: string, { start, end }: Span, noun: Span): boolean {
  if (end <= noun.start) return noun.start - end < 30 && /^['’]?s?(?: [\p{L}\d'’-]{1,16}){0,3} $/u.test(text.slice(end, noun.start));
  return start >= noun.end && /^ (?:(?:in|of|across|from|around) )?(?:the )?(?:\p{L}{4,9} )?$/u.test(text.slice(noun.end, start));
}

/** The place of the list's country by that name, as what the list holds. */
export function asAnnounced(known: PlaceMention, text: string, type: PlaceType, country: string | undefined): Place {
  const { place } = known;
  const name = text.slice(known.nameStart, known.nameEnd);
  const stated = known.end > known.nameEnd;
  const elsewhere =
    country !== undefined &&
    place.country !== country &&
    place.type !== 'country' &&
    !stated &&
    (place.population < WELL_KNOWN || isOfAnotherKind(place.type, type));
  const moved = elsewhere
    ? (ofCountry(name, country) ?? {
        ...unplaced(place),
        name,
        type: ofKind(type, country),
        admin1: '',
        admin1Id: '',
        country,
        population: 0,
      })
    : place;
  return moved.type === 'city' && ofKind(type, moved.country) === 'district' ? { ...unplaced(moved), type: 'district' } : moved;
}

const unplaced = (place: Place): Place => ({ ...place, id: '', latitude: undefined, longitude: undefined });

/** Kenya's counties are what other countries call provinces. */
export function areFirstLevel(places: readonly PlaceMention[], country: string | undefined): boolean {
  const isProvince = ({ place }: PlaceMention): boolean =>
    lookup(place.name).some(({ place: other }) => other.type === 'province' && other.country === country);
  return places.length >= FEWEST_SMALL && places.filter(isProvince).length * 2 >= places.length;
}

/** Dorset in England is no town in Vermont. */
const isOfAnotherKind = (type: PlaceType, announced: PlaceType): boolean =>
  (type === 'district' || type === 'province') && (announced === 'city' || announced === 'district');

/** The largest place of the country by that name that is no area, or else any. */
function ofCountry(name: string, country: string): Place | undefined {
  const own = [...lookup(name), ...lookupRare(name)]
    .map(({ place }) => place)
    .filter((place) => place.country === country && place.type !== 'country')
    .sort((a, b) => b.population - a.population);
  return own.find(({ type }) => type === 'city') ?? own[0];
}
