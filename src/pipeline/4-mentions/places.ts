import { demonym, FLAG_BLOCKED, FLAG_PERSON, FLAG_WORD, foldName, lookupRare, opensDemonym } from '../../gazetteer/index.ts';
import type { DemonymMention } from '../../types.ts';
import { isPartOfAnotherName, isSupported, precedingUnit } from './places-context.ts';
import { joinOwners, spreadPlurals } from './places-joins.ts';
import { areaAt, matchName } from './places-match.ts';
import type { Match } from './places-match.ts';
import { chainEnd, METRO_WORDS, qualifiable, qualify } from './places-qualify.ts';
import { hintOf, narrow, unitBehind } from './places-suffix.ts';
import { joined, lowerAt, spaced, tokenize, wordAt } from './places-tokens.ts';
import type { Tokens } from './places-tokens.ts';
import type { Toponym } from './places-toponym.ts';
import { findUnits } from './places-units.ts';

export type { Toponym } from './places-toponym.ts';

/** Place names and demonyms of one section, in order, not crossing. */
export function findToponyms(text: string, start: number, end: number): (Toponym | DemonymMention)[] {
  const tokens = tokenize(text, start, end);
  const units = findUnits(tokens);
  const found: (Toponym | DemonymMention)[] = [];
  const openings = units.size === 0 ? tokens.capitals : [...new Set([...tokens.capitals, ...units.keys()])].sort((a, b) => a - b);
  let next = 0;
  for (const index of openings) {
    if (index < next) continue;
    const unit = units.get(index);
    if (unit !== undefined) {
      found.push(unit.toponym);
      next = unit.last + 1;
      continue;
    }
    const match = matchName(tokens, index);
    const nation = match === undefined || match.first === match.last ? demonymAt(tokens, index) : undefined;
    const toponym = nation !== undefined ? undefined : match === undefined ? rareWithArea(tokens, index) : toponymOf(tokens, match);
    if (nation !== undefined) found.push(nation);
    else if (toponym !== undefined) found.push(toponym.toponym);
    next =
      toponym !== undefined
        ? toponym.last + 1
        : nation !== undefined && nation.end > (tokens.ends[index] ?? 0)
          ? index + 2
          : Math.max(index + 1, match !== undefined && match.last > index ? match.last + 1 : 0);
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
  const qualified =
    qualify(tokens, last, candidates, kind) ?? qualify(tokens, last, qualifiable(tokens, last) ? lookupRare(match.key) : [], kind);
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
      kind: 'place',
      start: ahead?.start ?? nameStart,
      end: qualified?.end ?? tokens.ends[last] ?? nameEnd,
      nameStart,
      nameEnd,
      name: tokens.text.slice(nameStart, nameEnd).replace(/\s+/g, ' '),
      key: match.key,
      candidates: narrow(candidates, kind),
      hint: kind === undefined ? undefined : hintOf(kind, candidates),
      qualifier: qualified?.qualifier,
      doubt: strong ? '' : doubtOf(tokens, match),
    },
  };
}

/** "Ky." and "B.C." alone are the state where they are written as abbreviations are. */
function abbreviation(tokens: Tokens, match: Match): Found | undefined {
  const area = areaAt(tokens, match.first);
  if (area === undefined || !tokens.text.slice(area.start, area.end).includes('.')) return undefined;
  const candidates = match.candidates.filter(({ place }) => area.places.includes(place));
  return {
    last: area.last,
    toponym: {
      kind: 'place',
      start: area.start,
      end: area.end,
      nameStart: area.start,
      nameEnd: area.end,
      name: tokens.text.slice(area.start, area.end),
      key: match.key,
      candidates,
      hint: 'province',
      qualifier: undefined,
      doubt: '',
    },
  };
}

/** A place this large is known without a sign; measured on TR-News: 50,000 and 200,000 both lose. */
const KNOWN_POPULATION = 100_000;
const FAMOUS_POPULATION = 1_000_000;

function doubtOf(tokens: Tokens, match: Match): Toponym['doubt'] {
  const supported = isSupported(tokens, match.first);
  const wordy = tokens.opens[match.first] === true || tokens.titleCase || tokens.allCapitals ? 'opening' : 'word';
  if ((match.flags & FLAG_BLOCKED) !== 0) return wordy;
  if ((match.flags & FLAG_WORD) !== 0) return wordy === 'opening' || !supported ? wordy : '';
  if (
    supported ||
    match.candidates.some(
      ({ place, nameKind }) =>
        nameKind === 'canonical' && (place.type === 'country' || place.type === 'province' || place.type === 'region'),
    )
  )
    return '';
  const people = Math.max(
    ...match.candidates.map(({ place, nameKind }) => (nameKind === 'canonical' ? place.population : place.population / 4)),
  );
  if ((match.flags & FLAG_PERSON) !== 0) return people < FAMOUS_POPULATION ? 'word' : '';
  return match.first === match.last && people < KNOWN_POPULATION ? 'small' : '';
}

/** "Rexburg, Idaho": small places are asked where a subdivision or country behind the name vouches for them. */
function rareWithArea(tokens: Tokens, first: number): Found | undefined {
  let last = first;
  while (last < first + 4 && last + 1 < tokens.count && tokens.capital[last + 1] === true && joined(tokens, last)) last += 1;
  const gap = tokens.text.slice(tokens.ends[last], tokens.starts[last + 1]);
  const nameStart = tokens.starts[first] ?? 0;
  const nameEnd = tokens.ends[last] ?? 0;
  if (gap !== ', ' && gap !== ' (') return supportedName(tokens, first);
  const qualified =
    areaAt(tokens, last + 1) === undefined
      ? undefined
      : qualify(tokens, last, lookupRare(tokens.text.slice(nameStart, nameEnd)), undefined);
  if (qualified === undefined) return supportedName(tokens, first);
  const { candidates, qualifier, end } = qualified;
  return {
    last: qualified.last,
    toponym: {
      kind: 'place',
      start: nameStart,
      end,
      nameStart,
      nameEnd,
      name: tokens.text.slice(nameStart, nameEnd),
      key: foldName(tokens.text.slice(nameStart, nameEnd)),
      candidates,
      hint: undefined,
      qualifier,
      doubt: '',
    },
  };
}

/** "Bowen had 121 mm", "Home Hill 91 mm", "Murud with 187 mm", "Alibag, the district headquarters": what stands behind a name that has figures. */
const HOLDING =
  /^(?: (?:had|has|recorded|received|got|registered|reported|saw|collected|logged|measured|counted|with|follow(?:s|ed)|scored|ranks?|ranked|came|finished|placed)(?: [a-z]{2,8}){0,2}? (?:\d|an? |the |some |about |over |nearly |only |just |in |\p{Sc})| \(?\p{Sc}?\d|, (?:the|a|an|where|which) )/u;
const LONGEST_HOLDING = 40;

/** "near Hinton", "the town of Virden": a name that the main table lacks, kept for the document's own subdivision to vouch for. */
function supportedName(tokens: Tokens, first: number): Found | undefined {
  let last = first;
  while (last < first + 3 && last + 1 < tokens.count && tokens.capital[last + 1] === true && spaced(tokens, last)) last += 1;
  const behind = tokens.ends[last] ?? 0;
  if (
    !isSupported(tokens, first) &&
    precedingUnit(tokens, first) === undefined &&
    !(
      HOLDING.test(tokens.text.slice(behind, behind + LONGEST_HOLDING)) &&
      lookupRare(tokens.text.slice(tokens.starts[first], behind)).length > 0
    )
  )
    return undefined;
  const start = tokens.starts[first] ?? 0;
  const end = tokens.ends[last] ?? 0;
  return {
    last,
    toponym: {
      kind: 'place',
      start,
      end,
      nameStart: start,
      nameEnd: end,
      name: tokens.text.slice(start, end),
      key: foldName(tokens.text.slice(start, end)),
      candidates: [],
      hint: undefined,
      qualifier: undefined,
      doubt: 'rare',
    },
  };
}

function demonymAt(tokens: Tokens, index: number): DemonymMention | undefined {
  const start = tokens.starts[index] ?? 0;
  const word = wordAt(tokens, index);
  const pair =
    opensDemonym(word) && index + 1 < tokens.count && spaced(tokens, index) ? tokens.text.slice(start, tokens.ends[index + 1]) : '';
  const two = pair === '' ? undefined : demonym(pair);
  const place = two ?? demonym(word);
  return place === undefined ? undefined : { kind: 'demonym', start, end: start + (two === undefined ? word : pair).length, place };
}
