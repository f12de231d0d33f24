import { demonym, FLAG_BLOCKED, FLAG_PERSON, FLAG_WORD, foldName, lookupRare, opensDemonym } from '../../gazetteer/index.ts';
import type { Candidate } from '../../gazetteer/index.ts';
import type { DemonymMention, Place, PlaceType } from '../../types.ts';
import type { Span } from '../../source-text.ts';
import { isPartOfAnotherName, isSupported, precedingUnit } from './places-context.ts';
import { areaAt, liesIn, matchName } from './places-match.ts';
import type { Match } from './places-match.ts';
import { joined, lowerAt, spaced, tokenize, wordAt } from './places-tokens.ts';
import type { Tokens } from './places-tokens.ts';
import { UNIT_PLURALS, UNIT_WORDS } from './places-words.ts';
import type { UnitKind } from './places-words.ts';
import { findUnits } from './places-units.ts';

/** The country or subdivision that a place item states itself: "of Japan", ", TX", "(Hubei)", "Canada's". */
export interface Qualifier extends Span {
  readonly places: readonly Place[];
}

/** A place name in one section, before it is known which place is meant. `start`..`end` is the whole item. */
export interface Toponym extends Span {
  readonly kind: 'place';
  readonly nameStart: number;
  readonly nameEnd: number;
  /** The name as the text has it, blanks made single. */
  readonly name: string;
  /** The name folded, as the gazetteer knows it. */
  readonly key: string;
  /** Places it may mean; those a suffix or a qualifier rules out are gone. Empty for districts and zones of no gazetteer. */
  readonly candidates: readonly Candidate[];
  /** What a suffix or prefix says it is. */
  readonly hint: PlaceType | undefined;
  readonly qualifier: Qualifier | undefined;
  /**
   * `word`: also an ordinary word or a person's name, `opening` at the start of a sentence; `small`: a small place without a
   * sign; places only if their neighbours are. `rare`: "near Hinton", in the table of small places or nowhere.
   */
  readonly doubt: '' | 'word' | 'opening' | 'small' | 'rare';
}

/** Place names and demonyms of one section, in order, not crossing. */
export function findToponyms(text: string, start: number, end: number): (Toponym | DemonymMention)[] {
  const tokens = tokenize(text, start, end);
  const units = findUnits(tokens);
  const found: (Toponym | DemonymMention)[] = [];
  let index = 0;
  while (index < tokens.count) {
    const unit = units.get(index);
    if (unit !== undefined) {
      found.push(unit.toponym);
      index = unit.last + 1;
      continue;
    }
    if (tokens.capital[index] !== true) {
      index += 1;
      continue;
    }
    const match = matchName(tokens, index);
    const nation = match === undefined || match.first === match.last ? demonymAt(tokens, index) : undefined;
    const toponym = nation !== undefined ? undefined : match === undefined ? rareWithArea(tokens, index) : toponymOf(tokens, match);
    if (nation !== undefined) found.push(nation);
    else if (toponym !== undefined) found.push(toponym.toponym);
    index = toponym !== undefined ? toponym.last + 1 : nation !== undefined && nation.end > (tokens.ends[index] ?? 0) ? index + 2 : Math.max(index + 1, match !== undefined && match.last > index ? match.last + 1 : 0);
  }
  return joinOwners(text, spreadPlurals(tokens, found));
}

interface Found {
  readonly toponym: Toponym;
  readonly last: number;
}

function toponymOf(tokens: Tokens, match: Match): Found | undefined {
  const nameStart = tokens.starts[match.first] ?? 0;
  const unit = unitBehind(tokens, match);
  const ahead = precedingUnit(tokens, match.first);
  const kind = unit?.kind ?? ahead?.kind;
  let last = unit?.last ?? match.last;
  let candidates = match.candidates.filter(({ nameKind }) => nameKind !== 'abbreviation');
  const chain = unit === undefined ? chainEnd(tokens, match) : undefined;
  if (chain !== undefined) last = chain;
  const qualified = qualify(tokens, last, candidates, kind) ?? qualify(tokens, last, qualifiable(tokens, last) ? lookupRare(match.key) : [], kind);
  if (qualified !== undefined) ({ candidates } = qualified);
  if (candidates.length === 0) return abbreviation(tokens, match);
  // "Austin-Round Rock, Texas" is one metro area; "the Sydney-Melbourne route" names two cities
  const isMetro = chain !== undefined && (qualified !== undefined || METRO_WORDS.has(lowerAt(tokens, chain + 1)));
  if (chain !== undefined && !isMetro) ({ last } = match);
  const strong = qualified !== undefined || unit !== undefined || ahead !== undefined;
  if (!strong && isPartOfAnotherName(tokens, match)) return undefined;
  const nameEnd = tokens.ends[isMetro ? last : match.last] ?? 0;
  last = qualified?.last ?? last;
  return {
    last,
    toponym: {
      kind: 'place', start: ahead?.start ?? nameStart, end: qualified?.end ?? tokens.ends[last] ?? nameEnd, nameStart, nameEnd, name: tokens.text.slice(nameStart, nameEnd).replace(/\s+/g, ' '), key: match.key,
      candidates: narrow(candidates, kind), hint: kind === undefined ? undefined : hintOf(kind, candidates), qualifier: qualified?.qualifier, doubt: strong ? '' : doubtOf(tokens, match),
    },
  };
}

const METRO_WORDS = new Set(['metro', 'metropolitan']);

const LONGEST_CHAIN = 5;

/** Last word of a chain of hyphenated names that begins with the match: "Kennewick-Pasco-Richland". */
function chainEnd(tokens: Tokens, match: Match): number | undefined {
  let { last } = match;
  for (let names = 1; names < LONGEST_CHAIN; names += 1) {
    const hyphen = tokens.text.charCodeAt(tokens.ends[last] ?? 0);
    if ((hyphen !== 45 && hyphen !== 0x2011 && hyphen !== 0x2013) || tokens.starts[last + 1] !== (tokens.ends[last] ?? 0) + 1 || tokens.capital[last + 1] !== true) break;
    last = matchName(tokens, last + 1)?.last ?? last + 1;
  }
  return last === match.last ? undefined : last;
}

/** An area stands behind the word, in brackets or after a comma: the smaller places of the name are worth asking. */
function qualifiable(tokens: Tokens, last: number): boolean {
  const gap = tokens.text.slice(tokens.ends[last], tokens.starts[last + 1]);
  return (gap === ', ' || gap === ' (') && areaAt(tokens, last + 1) !== undefined;
}

/** "Ky." and "B.C." alone are the state where they are written as abbreviations are. */
function abbreviation(tokens: Tokens, match: Match): Found | undefined {
  const area = areaAt(tokens, match.first);
  if (area === undefined || !tokens.text.slice(area.start, area.end).includes('.')) return undefined;
  const candidates = match.candidates.filter(({ place }) => area.places.includes(place));
  return {
    last: area.last,
    toponym: { kind: 'place', start: area.start, end: area.end, nameStart: area.start, nameEnd: area.end, name: tokens.text.slice(area.start, area.end), key: match.key, candidates, hint: 'province', qualifier: undefined, doubt: '' },
  };
}

/** "Hefei city", "Anhui province", "Washington state", "Kano State": only where the word fits one of the candidates. */
function unitBehind(tokens: Tokens, match: Match): { readonly kind: UnitKind; readonly last: number } | undefined {
  const next = match.last + 1;
  if (next >= tokens.count || !spaced(tokens, match.last)) return undefined;
  const word = lowerAt(tokens, next);
  const kind = UNIT_WORDS.get(word);
  if (kind === undefined) return undefined;
  const fits = match.candidates.some(({ place }) => fitsUnit(place, kind));
  if (!fits || (word === 'state' && lowerAt(tokens, next + 1) === 'university')) return undefined;
  // "the Hefei region" is the city and what surrounds it; a region of this name must exist.
  return { kind, last: next };
}

function fitsUnit(place: Place, kind: UnitKind): boolean {
  switch (kind) {
    case 'city':
    case 'town':
      return place.type === 'city';
    case 'province':
      return place.type === 'province';
    case 'country':
      return place.type === 'country';
    default:
      return place.type === 'district';
  }
}

const narrow = (candidates: readonly Candidate[], kind: UnitKind | undefined): readonly Candidate[] => {
  const fitting = kind === undefined ? candidates : candidates.filter(({ place }) => fitsUnit(place, kind));
  return fitting.length > 0 ? fitting : candidates;
};

function hintOf(kind: UnitKind, candidates: readonly Candidate[]): PlaceType | undefined {
  if (!candidates.some(({ place }) => fitsUnit(place, kind))) return undefined;
  return kind === 'town' ? 'city' : kind === 'county' ? 'district' : kind;
}

/** A place this large is known without a sign; measured on TR-News: 50,000 and 200,000 both lose. */
const KNOWN_POPULATION = 100_000;
const FAMOUS_POPULATION = 1_000_000;

function doubtOf(tokens: Tokens, match: Match): Toponym['doubt'] {
  const supported = isSupported(tokens, match.first);
  const wordy = tokens.opens[match.first] === true || tokens.titleCase || tokens.allCapitals ? 'opening' : 'word';
  if ((match.flags & FLAG_BLOCKED) !== 0) return wordy;
  if ((match.flags & FLAG_WORD) !== 0) return wordy === 'opening' || !supported ? wordy : '';
  if (supported || match.candidates.some(({ place, nameKind }) => nameKind === 'canonical' && (place.type === 'country' || place.type === 'province' || place.type === 'region'))) return '';
  const people = Math.max(...match.candidates.map(({ place, nameKind }) => (nameKind === 'canonical' ? place.population : place.population / 4)));
  if ((match.flags & FLAG_PERSON) !== 0) return people < FAMOUS_POPULATION ? 'word' : '';
  return match.first === match.last && people < KNOWN_POPULATION ? 'small' : '';
}

interface Qualified {
  readonly candidates: Candidate[];
  readonly qualifier: Qualifier;
  readonly last: number;
  readonly end: number;
}

/** Country or subdivision stated behind the word `last`: ", Y", " (Y)", " of Y"; only if a candidate lies in it. */
function qualify(tokens: Tokens, last: number, candidates: readonly Candidate[], kind: UnitKind | undefined): Qualified | undefined {
  const { text } = tokens;
  const end = tokens.ends[last] ?? 0;
  const next = last + 1;
  if (next >= tokens.count) return undefined;
  const gap = text.slice(end, tokens.starts[next]);
  let first = next;
  let closing = '';
  if (gap === ' (') closing = ')';
  else if (gap === ' ' && wordAt(tokens, next) === 'of' && spaced(tokens, next)) {
    first = next + 1;
    if (wordAt(tokens, first) === 'the' && spaced(tokens, first)) first += 1;
  } else if (gap !== ', ' && gap !== ' ') return undefined;
  const area = areaAt(tokens, first);
  // "Charleston W.Va.", "Indianapolis IN": without a comma only in short form
  if (gap === ' ' && first === next && area?.short !== true) return undefined;
  if (area === undefined || (closing !== '' && text.charAt(area.end) !== closing)) return undefined;
  const inside = candidates.filter(({ place }) => place.type !== 'country' && place.type !== 'region' && area.places.some((outer) => outer !== place && liesIn(place, outer)));
  if (inside.length === 0 || (kind === 'province' && !inside.some(({ place }) => place.type === 'province'))) return undefined;
  const places = area.places.filter((outer) => inside.some(({ place }) => liesIn(place, outer)));
  return { candidates: inside, qualifier: { start: area.start, end: area.end, places }, last: area.last, end: area.end + closing.length };
}

/** "Rexburg, Idaho": small places are asked where a subdivision or country behind the name vouches for them. */
function rareWithArea(tokens: Tokens, first: number): Found | undefined {
  let last = first;
  while (last < first + 4 && last + 1 < tokens.count && tokens.capital[last + 1] === true && joined(tokens, last)) last += 1;
  const gap = tokens.text.slice(tokens.ends[last], tokens.starts[last + 1]);
  const nameStart = tokens.starts[first] ?? 0;
  const nameEnd = tokens.ends[last] ?? 0;
  if (gap !== ', ' && gap !== ' (') return supportedName(tokens, first);
  const qualified = areaAt(tokens, last + 1) === undefined ? undefined : qualify(tokens, last, lookupRare(tokens.text.slice(nameStart, nameEnd)), undefined);
  if (qualified === undefined) return supportedName(tokens, first);
  const { candidates, qualifier, end } = qualified;
  return {
    last: qualified.last,
    toponym: { kind: 'place', start: nameStart, end, nameStart, nameEnd, name: tokens.text.slice(nameStart, nameEnd), key: foldName(tokens.text.slice(nameStart, nameEnd)), candidates, hint: undefined, qualifier, doubt: '' },
  };
}

/** "near Hinton", "the town of Virden": a name that the main table lacks, kept for the document's own subdivision to vouch for. */
function supportedName(tokens: Tokens, first: number): Found | undefined {
  if (!isSupported(tokens, first) && precedingUnit(tokens, first) === undefined) return undefined;
  let last = first;
  while (last < first + 3 && last + 1 < tokens.count && tokens.capital[last + 1] === true && spaced(tokens, last)) last += 1;
  const start = tokens.starts[first] ?? 0;
  const end = tokens.ends[last] ?? 0;
  return { last, toponym: { kind: 'place', start, end, nameStart: start, nameEnd: end, name: tokens.text.slice(start, end), key: foldName(tokens.text.slice(start, end)), candidates: [], hint: undefined, qualifier: undefined, doubt: 'rare' } };
}

function demonymAt(tokens: Tokens, index: number): DemonymMention | undefined {
  const start = tokens.starts[index] ?? 0;
  const word = wordAt(tokens, index);
  const pair = opensDemonym(word) && index + 1 < tokens.count && spaced(tokens, index) ? tokens.text.slice(start, tokens.ends[index + 1]) : '';
  const two = pair === '' ? undefined : demonym(pair);
  const place = two ?? demonym(word);
  return place === undefined ? undefined : { kind: 'demonym', start, end: start + (two === undefined ? word : pair).length, place };
}

/** "the Nizhny Novgorod and Tomsk regions": the plural says what each of them is. */
function spreadPlurals(tokens: Tokens, found: readonly (Toponym | DemonymMention)[]): (Toponym | DemonymMention)[] {
  const result = [...found];
  for (let position = 0; position < result.length; position += 1) {
    const item = result[position];
    if (item?.kind !== 'place') continue;
    const behind = /^ ([a-zA-Z]{5,14})\b/.exec(tokens.text.slice(item.end, item.end + 16));
    const kind = behind?.[1] === undefined ? undefined : UNIT_PLURALS.get(behind[1].toLowerCase());
    if (kind === undefined) continue;
    for (let back = position; back >= 0; back -= 1) {
      const each = result[back];
      if (each?.kind !== 'place') break;
      const following = result[back + 1];
      if (back < position && (following === undefined || !/^(?:,|,? and|,? or|,? &)? ?$/.test(tokens.text.slice(each.end, following.start).replace(/ the $/, ' ')))) break;
      result[back] = { ...each, candidates: narrow(each.candidates, kind), hint: hintOf(kind, each.candidates), doubt: '' };
    }
  }
  return result;
}

/** "Canada's Vancouver" is one item: the owner qualifies the name. */
function joinOwners(text: string, found: readonly (Toponym | DemonymMention)[]): (Toponym | DemonymMention)[] {
  const result: (Toponym | DemonymMention)[] = [];
  for (const item of found) {
    const owner = result.at(-1);
    if (item.kind === 'place' && owner?.kind === 'place' && item.qualifier === undefined && /^['’]s? $/.test(text.slice(owner.end, item.start))) {
      const owners = owner.candidates.map(({ place }) => place).filter((place) => place.type === 'country' || place.type === 'province');
      const inside = item.candidates.filter(({ place }) => place.type !== 'country' && owners.some((area) => area !== place && liesIn(place, area)));
      if (inside.length > 0) {
        result[result.length - 1] = {
          ...item, start: owner.start, candidates: inside, doubt: '',
          qualifier: { start: owner.start, end: owner.end, places: owners.filter((area) => inside.some(({ place }) => liesIn(place, area))) },
        };
        continue;
      }
    }
    result.push(item);
  }
  return result;
}
