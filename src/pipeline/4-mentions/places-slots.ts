import { country as countryOf, foldName, lookup, lookupRare, respell } from '../../gazetteer/index.ts';
import type { Place, PlaceDoubt, PlaceMention, PlaceType } from '../../types.ts';
import { areaAt, liesIn } from './places-match.ts';
import { joined, lowerAt, tokenize } from './places-tokens.ts';
import { FUNCTION_WORDS, ORGANISATION_NOUNS, WEEKDAYS_MONTHS } from './places-words.ts';

const LONGEST_NAME = 6;
const PARTICLES = new Set('de del la las los el le les do da dos das di du of and upon on the am an der y en al'.split(' '));

/** Nouns of organisations that names of places have as well: "Tower Hamlets", "Double Bay", "Palm Springs Gardens". */
const GEOGRAPHIC = new Set(
  (
    'tower lake bay sea ocean strait gulf canal mountain mountains hills desert plateau peninsula basin port harbour bridge square plaza river garden gardens ' +
    'castle white red blue hall park street road centre center church mosque temple palace union'
  ).split(' '),
);

/** A sign, a figure or the end of a sentence ends the name of a slot: "Wexcombe (3)", "Wexcombe 87.3", "Wexcombe. Rents here …". */
const BEHIND_NAME = /^\s*(?:[,:;(|·•*_–—\-#+=▲▼△▽↑↓/…\d$€£¥₹]|\.{2}|\.\s)/;

/**
 * The place that `start`..`end`, a slot of a list or a table whose neighbours are places, must be: a small place of one of
 * `countries`, else one whose spelling is near (`respelled-place`), else a place of no gazetteer (`unknown-place`).
 * `countries` are those of the neighbours, most frequent first; `announced` is the type that the text says the slots hold. Undefined
 * where the slot holds no name.
 */
export function nameAt(
  text: string,
  start: number,
  end: number,
  countries: readonly string[],
  announced: PlaceType | undefined,
): PlaceMention | undefined {
  const tokens = tokenize(text, start, end);
  if (tokens.count === 0 || tokens.capital[0] !== true) return undefined;
  let last = 0;
  while (
    last + 1 < tokens.count &&
    last < LONGEST_NAME &&
    joined(tokens, last) &&
    (tokens.capital[last + 1] === true || PARTICLES.has(lowerAt(tokens, last + 1)))
  )
    last += 1;
  while (last > 0 && tokens.capital[last] !== true) last -= 1;
  const nameStart = tokens.starts[0] ?? start;
  const nameEnd = tokens.ends[last] ?? end;
  const name = text.slice(nameStart, nameEnd).replace(/\s+/g, ' ');
  for (let index = 0; index <= last; index += 1)
    if (isNoName(lowerAt(tokens, index), announced !== undefined) || /\d/.test(name)) return undefined;
  const gap = text.slice(nameEnd, tokens.starts[last + 1] ?? end);
  const area = gap === ', ' || gap === ' (' ? areaAt(tokens, last + 1) : undefined;
  const whole = area === undefined ? nameEnd : gap === ' (' && text.charAt(area.end) === ')' ? area.end + 1 : area.end;
  if (tokens.text.slice(whole, end).trim() !== '' && area === undefined && !BEHIND_NAME.test(text.slice(whole, end))) return undefined;
  const { place, doubts } = identify(
    name,
    area === undefined ? [] : meant(area.places, text.slice(area.start, area.end), countries),
    countries,
    announced,
  );
  const stated = area?.places.find((outer) => outer.type === 'province' && liesIn(place, outer));
  return {
    kind: 'place',
    start: nameStart,
    end: whole,
    nameStart,
    nameEnd,
    place,
    doubts,
    admin1Span: stated === undefined || area === undefined ? undefined : { start: area.start, end: area.end },
    anaphor: false,
    antecedents: [],
  };
}

/** "Upper Bavaria, DE" beside names of Germany: Germany, not Delaware. */
function meant(areas: readonly Place[], words: string, countries: readonly string[]): readonly Place[] {
  const code = countries.find((each) => each === words);
  const state = code === undefined ? undefined : countryOf(code);
  return state === undefined || areas.some((area) => countries.includes(area.country)) ? areas : [state];
}

const isNoName = (word: string, announced: boolean): boolean =>
  (ORGANISATION_NOUNS.has(word) && !(announced && GEOGRAPHIC.has(word))) ||
  WEEKDAYS_MONTHS.has(word) ||
  (FUNCTION_WORDS.has(word) && !PARTICLES.has(word));

function identify(
  name: string,
  areas: readonly Place[],
  countries: readonly string[],
  announced: PlaceType | undefined,
): { readonly place: Place; readonly doubts: readonly PlaceDoubt[] } {
  const inCountries = areas.length > 0 ? [...new Set(areas.map((area) => area.country))] : countries;
  const small = [...lookup(name).filter(({ nameKind, place }) => nameKind === 'canonical' && place.type === 'city'), ...lookupRare(name)]
    .map(({ place }) => place)
    .sort((a, b) => b.population - a.population)
    .filter((place) => (areas.length > 0 ? areas.some((area) => liesIn(place, area)) : inCountries.includes(place.country)));
  const [found, other] = small;
  if (found !== undefined)
    return { place: found, doubts: other !== undefined && other.population * 3 > found.population ? ['ambiguous-place'] : [] };
  const near = respell(name, inCountries);
  if (near !== undefined && foldName(near.name) !== foldName(name)) return { place: near, doubts: ['respelled-place'] };
  return { place: unknownPlace(name, areas, inCountries, announced), doubts: ['unknown-place'] };
}

/** What a place of no gazetteer is where a list is said to hold places of `type`; counties of China count as cities. */
export const ofKind = (type: PlaceType, country: string): PlaceType =>
  type === 'province' || (type === 'district' && country !== 'CN') ? type : 'city';

/** A place by that name, in the country that all neighbours share. */
function unknownPlace(name: string, areas: readonly Place[], countries: readonly string[], announced: PlaceType | undefined): Place {
  const area = areas.find(({ type }) => type === 'province');
  const code = countries.length === 1 ? (countries[0] ?? '') : '';
  return {
    id: '',
    name,
    type: announced === undefined ? 'city' : ofKind(announced, code),
    admin1: area?.name ?? '',
    admin1Id: area?.id ?? '',
    country: code === '' ? '' : (countryOf(code)?.country ?? ''),
    latitude: undefined,
    longitude: undefined,
    population: 0,
  };
}
