import { foldName, lookup } from '../../gazetteer/index.ts';
import type { Candidate } from '../../gazetteer/index.ts';
import type { Place, PlaceType } from '../../types.ts';
import type { Toponym } from './places-toponym.ts';
import { areaAt, liesIn, matchName } from './places-match.ts';
import { joined, lowerAt, spaced, wordAt } from './places-tokens.ts';
import type { Tokens } from './places-tokens.ts';
import { FUNCTION_WORDS, NOT_DISTRICT_NAMES, ZONE_CORE, ZONE_HEADS, ZONE_MODIFIERS } from './places-words.ts';

/**
 * Districts, counties and zones by pattern, most of them in no gazetteer: "Tianxin District", "Guizhou Science City",
 * "Guiyang National High-tech Industrial Development Zone". By the index of their first word.
 */
export interface Unit {
  readonly toponym: Toponym;
  readonly last: number;
}

const DISTRICT_HEADS: ReadonlyMap<string, PlaceType> = new Map<string, PlaceType>([
  ['district', 'district'],
  ['borough', 'district'],
  ['county', 'district'],
  ['parish', 'district'],
  ['township', 'city'],
  ['prefecture', 'city'],
]);

/** The same where the word is no part of the name: "Mhasala taluka", "Paliganj block". */
const KIND_WORDS: ReadonlyMap<string, PlaceType> = new Map<string, PlaceType>([
  ['taluka', 'district'],
  ['taluk', 'district'],
  ['tehsil', 'district'],
  ['mandal', 'district'],
  ['block', 'district'],
  ['upazila', 'district'],
  ['raion', 'district'],
  ['rayon', 'district'],
  ['lga', 'district'],
  ['area', 'district'],
  ['municipality', 'city'],
  ['village', 'city'],
]);

export function findUnits(tokens: Tokens): ReadonlyMap<number, Unit> {
  const units = new Map<number, Unit>();
  let free = 0;
  for (const head of tokens.heads) {
    if (head < Math.max(1, free)) continue;
    const word = lowerAt(tokens, head);
    const unit = PARTS.has(word)
      ? partOfCountry(tokens, head)
      : ((ZONE_HEADS.has(word) ? zone(tokens, head, free) : undefined) ??
        (DISTRICT_HEADS.has(word) ? district(tokens, head, word, free) : undefined) ??
        (KIND_WORDS.has(word) ? kinded(tokens, head, word, free) : undefined));
    if (unit === undefined) continue;
    units.set(unit.first, unit.unit);
    free = unit.unit.last + 1;
  }
  return units;
}

interface Placed {
  readonly first: number;
  readonly unit: Unit;
}

/** Name words to the left of `from`: capitalised, joined, no opening function word. */
function nameBefore(tokens: Tokens, from: number, free: number, most: number): number {
  let first = from;
  while (first > free && from - first < most && tokens.capital[first - 1] === true && joined(tokens, first - 1)) first -= 1;
  while (first < from && FUNCTION_WORDS.has(lowerAt(tokens, first))) first += 1;
  return first;
}

function zone(tokens: Tokens, head: number, free: number): Placed | undefined {
  let first = head;
  let core = false;
  while (first > free && head - first < 12 && joined(tokens, first - 1)) {
    const word = lowerAt(tokens, first - 1);
    const parts = word.split('-');
    if (!parts.every((part) => ZONE_MODIFIERS.has(part))) break;
    core ||= parts.some((part) => ZONE_CORE.has(part));
    first -= 1;
  }
  if (!core || first === head) return undefined;
  const modifiers = first;
  const named = nameBefore(tokens, modifiers, free, 4);
  // "National High-tech Zone" alone has no name; in lower case only a city's own zone is meant ("Hefei high-tech zone").
  if (named === modifiers) return undefined;
  if (tokens.capital[head] !== true && !(SMALL_HEADS.has(lowerAt(tokens, head)) && isCity(tokens, named, modifiers - 1))) return undefined;
  return finish(tokens, named, head, 'zone');
}

const SMALL_HEADS = new Set(['zone', 'park']);

function isCity(tokens: Tokens, first: number, last: number): boolean {
  const match = matchName(tokens, first);
  return match === undefined || (match.last === last && match.candidates.some(({ place }) => place.type === 'city'));
}

function district(tokens: Tokens, head: number, word: string, free: number): Placed | undefined {
  const type = DISTRICT_HEADS.get(word);
  if (type === undefined) return undefined;
  if (wordAt(tokens, head + 1) === 'of' && word === 'borough' && tokens.capital[head + 2] === true) return boroughOf(tokens, head);
  if (!spaced(tokens, head - 1) || (word === 'prefecture' && lowerAt(tokens, head - 1) !== 'autonomous')) return undefined;
  const first = nameBefore(tokens, head, free, 3);
  if (first === head || NOT_DISTRICT_NAMES.has(lowerAt(tokens, head - 1)) || (word === 'district' && lowerAt(tokens, head - 1) === 'lake'))
    return undefined;
  if (first === head - 1 && tokens.opens[first] === true && FUNCTION_WORDS.has(lowerAt(tokens, first))) return undefined;
  const city = type === 'district' ? chineseCity(tokens, first, head) : undefined;
  if (city === undefined) return finish(tokens, first, head, type);
  const placed = finish(tokens, city.last + 1, head, type);
  const { toponym } = placed.unit;
  const start = tokens.starts[first] ?? 0;
  const qualifier = toponym.qualifier ?? { start, end: tokens.ends[city.last] ?? start, places: city.places };
  return { first, unit: { ...placed.unit, toponym: { ...toponym, start, qualifier } } };
}

/** "Wuhan Hongshan District": the city in front of the name of its district. */
function chineseCity(
  tokens: Tokens,
  first: number,
  head: number,
): { readonly last: number; readonly places: readonly Place[] } | undefined {
  const match = head - first < 2 ? undefined : matchName(tokens, first);
  const places = (match?.candidates ?? []).flatMap(({ place }) => (place.country === 'CN' && place.type === 'city' ? place : []));
  return match === undefined || match.last >= head - 1 || places.length === 0 || SIDES.has(lowerAt(tokens, match.last + 1))
    ? undefined
    : { last: match.last, places };
}

const SIDES = new Set('north south east west central new high-tech hi-tech economic development industrial national'.split(' '));

/** "Paliganj block", "the Akure South Local Government Area": a name of one place or of none, and what it is in small letters. */
function kinded(tokens: Tokens, head: number, word: string, free: number): Placed | undefined {
  const type = KIND_WORDS.get(word);
  let last = head - 1;
  if (word === 'area') {
    if (lowerAt(tokens, last) !== 'government' || lowerAt(tokens, last - 1) !== 'local') return undefined;
    last -= 2;
  } else if (tokens.capital[head] === true && word !== 'municipality' && word !== 'lga') return undefined;
  if (type === undefined || last < free || !spaced(tokens, last)) return undefined;
  const first = nameBefore(tokens, last + 1, free, 3);
  if (
    first > last ||
    NOT_DISTRICT_NAMES.has(lowerAt(tokens, last)) ||
    (first === last && tokens.opens[first] === true && FUNCTION_WORDS.has(lowerAt(tokens, first)))
  )
    return undefined;
  const { first: begins, unit } = finish(tokens, first, last, type);
  const match = matchName(tokens, first);
  if (match !== undefined && match.last === last && match.candidates.length > 0 && type === 'city') return undefined; // read as any name
  return { first: begins, unit: { ...unit, last: Math.max(unit.last, head) } };
}

const PARTS = new Set(['regions', 'areas', 'provinces', 'region']);

/** "the eastern regions of China", "central regions": a part of the country that the text is about. */
function partOfCountry(tokens: Tokens, head: number): Placed | undefined {
  const first = head - 1;
  if (!spaced(tokens, first) || !/^(?:(?:north|south)?(?:east|west)ern|northern|southern|central)$/.test(wordAt(tokens, first)))
    return undefined;
  const area = wordAt(tokens, head + 1) === 'of' && spaced(tokens, head) ? areaAt(tokens, head + 2) : undefined;
  if (lowerAt(tokens, head) === 'region' ? area === undefined : lowerAt(tokens, head + 1) === 'of' && area === undefined) return undefined;
  if (area !== undefined && !area.places.some(({ type }) => type === 'country')) return undefined;
  const start = tokens.starts[first] ?? 0;
  const nameEnd = tokens.ends[head] ?? 0;
  const name = tokens.text.slice(start, tokens.ends[first]);
  return {
    first,
    unit: {
      last: area?.last ?? head,
      toponym: {
        kind: 'place',
        start,
        end: area?.end ?? nameEnd,
        nameStart: start,
        nameEnd,
        name,
        key: name,
        candidates: [],
        hint: 'region',
        qualifier: area === undefined ? undefined : { start: area.start, end: area.end, places: area.places },
        doubt: '',
      },
    },
  };
}

/** "London Borough of Camden", "the Royal Borough of Kensington and Chelsea" */
function boroughOf(tokens: Tokens, head: number): Placed | undefined {
  let last = head + 2;
  while (last + 1 < tokens.count && tokens.capital[last + 1] === true && spaced(tokens, last)) last += 1;
  const first = nameBefore(tokens, head, 0, 2);
  const start = tokens.starts[first] ?? 0;
  const nameStart = tokens.starts[head + 2] ?? 0;
  const nameEnd = tokens.ends[last] ?? 0;
  const name = tokens.text.slice(nameStart, nameEnd);
  const city = first === head ? undefined : lookup(wordAt(tokens, first)).find(({ rank }) => rank === 'capital')?.place;
  const qualifier = city === undefined ? undefined : { start, end: tokens.ends[first] ?? start, places: [city] };
  return {
    first,
    unit: {
      last,
      toponym: {
        kind: 'place',
        start,
        end: nameEnd,
        nameStart,
        nameEnd,
        name,
        key: foldName(name),
        candidates: known(name, 'district').filter(({ place }) => place.country === (city?.country ?? 'GB')),
        hint: 'district',
        qualifier,
        doubt: '',
      },
    },
  };
}

const known = (name: string, type: PlaceType): Candidate[] => lookup(name).filter(({ place }) => place.type === type);

function finish(tokens: Tokens, first: number, head: number, hint: PlaceType): Placed {
  const nameStart = tokens.starts[first] ?? 0;
  const nameEnd = tokens.ends[head] ?? 0;
  const name = tokens.text.slice(nameStart, nameEnd).replace(/\s+/g, ' ');
  const area = areaBehind(tokens, head);
  const named = known(name, hint);
  const candidates = area === undefined ? named : named.filter(({ place }) => area.places.some((outer) => liesIn(place, outer)));
  return {
    first,
    unit: {
      last: area?.last ?? head,
      toponym: {
        kind: 'place',
        start: nameStart,
        end: area?.end ?? nameEnd,
        nameStart,
        nameEnd,
        name,
        key: foldName(name),
        candidates,
        hint,
        qualifier: area === undefined ? undefined : { start: area.start, end: area.end, places: area.places },
        doubt: '',
      },
    },
  };
}

/** What it lies in, any place: "of Beijing", ", Jinan", "(Shanghai)". */
function areaBehind(
  tokens: Tokens,
  head: number,
): { readonly start: number; readonly end: number; readonly last: number; readonly places: readonly Place[] } | undefined {
  const end = tokens.ends[head] ?? 0;
  const next = head + 1;
  if (next >= tokens.count) return undefined;
  const gap = tokens.text.slice(end, tokens.starts[next]);
  const of = gap === ' ' && wordAt(tokens, next) === 'of' && spaced(tokens, next);
  if (!of && gap !== ', ' && gap !== ' (') return undefined;
  const first = of ? next + 1 : next;
  const area = areaAt(tokens, first);
  if (area !== undefined && (gap !== ' (' || tokens.text.charAt(area.end) === ')'))
    return { ...area, end: area.end + (gap === ' (' ? 1 : 0) };
  if (gap === ', ') return undefined;
  const match = matchName(tokens, first);
  if (match === undefined) return undefined;
  const inner = tokens.ends[match.last] ?? 0;
  if (gap === ' (' && tokens.text.charAt(inner) !== ')') return undefined;
  return {
    start: tokens.starts[first] ?? 0,
    end: inner + (gap === ' (' ? 1 : 0),
    last: match.last,
    places: match.candidates.filter(({ nameKind }) => nameKind !== 'abbreviation').map(({ place }) => place),
  };
}
