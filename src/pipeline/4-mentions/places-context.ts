import { demonym, FLAG_PERSON, isGivenName } from '../../gazetteer/index.ts';
import { matchName } from './places-match.ts';
import type { Match } from './places-match.ts';
import { joined, lowerAt, spaced, wordAt } from './places-tokens.ts';
import type { Tokens } from './places-tokens.ts';
import {
  AFTER_PLACES,
  DIRECTIONS,
  FUNCTION_WORDS,
  NAME_OPENERS,
  ORGANISATION_NOUNS,
  PERSON_TITLES,
  PLACE_PREPOSITIONS,
  UNIT_PLURALS,
  UNIT_WORDS,
  WEEKDAYS_MONTHS,
  ZONE_HEADS,
} from './places-words.ts';
import type { UnitKind } from './places-words.ts';

/** A preposition of place, perhaps with a direction or "the", stands in front: "in northern Hubei". */
export function isSupported(tokens: Tokens, first: number): boolean {
  let index = first - 1;
  while (
    index >= 0 &&
    index >= first - 2 &&
    spaced(tokens, index) &&
    (DIRECTIONS.has(lowerAt(tokens, index)) || wordAt(tokens, index) === 'the')
  )
    index -= 1;
  return index >= 0 && spaced(tokens, index) && PLACE_PREPOSITIONS.has(lowerAt(tokens, index));
}

/** "the chief city of Paraná" is another place than Paraná. */
const OUTSTANDING = new Set([
  'chief',
  'capital',
  'largest',
  'biggest',
  'second',
  'third',
  'main',
  'oldest',
  'only',
  'other',
  'smallest',
  'principal',
  'port',
  'every',
  'any',
]);

/** "the republic of Mordovia", "the city of Hefei", "London Borough of Camden" */
export function precedingUnit(tokens: Tokens, first: number): { readonly kind: UnitKind; readonly start: number } | undefined {
  if (first < 2 || wordAt(tokens, first - 1) !== 'of' || !spaced(tokens, first - 1) || !spaced(tokens, first - 2)) return undefined;
  const kind = UNIT_WORDS.get(lowerAt(tokens, first - 2));
  if (first > 2 && OUTSTANDING.has(lowerAt(tokens, first - 3))) return undefined;
  return kind === undefined ? undefined : { kind, start: tokens.starts[first - 2] ?? 0 };
}

/** "Peking University", "Bank of China", "Paris Hilton", "Real Madrid": the words around belong to the same name. */
export function isPartOfAnotherName(tokens: Tokens, match: Match): boolean {
  return continuesBehind(tokens, match) || beginsBefore(tokens, match);
}

function continuesBehind(tokens: Tokens, match: Match): boolean {
  const index = match.last + 1;
  if (index >= tokens.count || !joined(tokens, match.last) || possessive(tokens, match.last)) return false;
  const hyphen = !spaced(tokens, match.last);
  if (tokens.capital[index] !== true) return false;
  const next = lowerAt(tokens, index);
  if (hyphen) return ORGANISATION_NOUNS.has(next);
  if (tokens.allCapitals || tokens.titleCase) return ORGANISATION_NOUNS.has(next) || SCHOOLS.has(lowerAt(tokens, index + 1));
  if (ORGANISATION_NOUNS.has(next) && !AFTER_PLACES.has(next)) return true;
  if (endsAsOrganisation(tokens, index)) return true;
  if (
    FUNCTION_WORDS.has(next) ||
    WEEKDAYS_MONTHS.has(next) ||
    AFTER_PLACES.has(next) ||
    UNIT_WORDS.has(next) ||
    UNIT_PLURALS.has(next) ||
    ZONE_HEADS.has(next)
  )
    return false;
  if (demonym(wordAt(tokens, index)) !== undefined) return false;
  const other = matchName(tokens, index);
  return other === undefined || ((other.flags & FLAG_PERSON) !== 0 && isGivenName(wordAt(tokens, match.first)));
}

/** In a headline, where capitals say nothing: "Beijing Normal University Tops List". */
const SCHOOLS = new Set(['university', 'college', 'institute', 'hospital', 'exchange']);

/** "Beijing Municipal Bureau of Statistics", "Hefei National Laboratory": a capitalised run with such a noun in it. */
function endsAsOrganisation(tokens: Tokens, from: number): boolean {
  for (let index = from; index < from + 5 && index < tokens.count; index += 1) {
    const word = lowerAt(tokens, index);
    if (tokens.capital[index] !== true) return false;
    if (PERSON_TITLES.has(word) && !ORGANISATION_NOUNS.has(word)) return false;
    if (ORGANISATION_NOUNS.has(word)) return true;
    if (!spaced(tokens, index) || possessive(tokens, index)) return false;
  }
  return false;
}

function beginsBefore(tokens: Tokens, match: Match): boolean {
  const before = match.first - 1;
  if (before < 0) return false;
  const word = lowerAt(tokens, before);
  if (word === 'of' && spaced(tokens, before)) return afterOrganisationOf(tokens, before);
  if (PERSON_TITLES.has(word) && tokens.text.slice(tokens.ends[before], tokens.starts[match.first]) === '. ') return true;
  if (!spaced(tokens, before) || tokens.capital[before] !== true || possessive(tokens, before)) return false;
  if (PERSON_TITLES.has(word) || NAME_OPENERS.has(word)) return true;
  if (/^[A-Z]\.?$/.test(wordAt(tokens, before)) && !tokens.allCapitals) return true;
  if (FUNCTION_WORDS.has(word) || WEEKDAYS_MONTHS.has(word) || DIRECTIONS.has(word) || UNIT_WORDS.has(word) || AFTER_PLACES.has(word))
    return false;
  if (isGivenName(word) && match.first === match.last)
    return (
      !match.candidates.some(({ place }) => place.type === 'country' || place.type === 'province') || (match.flags & FLAG_PERSON) !== 0
    );
  if (tokens.opens[before] === true || tokens.titleCase || tokens.allCapitals) return false;
  return demonym(wordAt(tokens, before)) === undefined && matchName(tokens, before) === undefined;
}

/** "Bank of China", "University of Oxford", "Chinese Academy of Sciences of China" but not "Port of Shanghai". */
function afterOrganisationOf(tokens: Tokens, of: number): boolean {
  const noun = of - 1;
  return (
    noun >= 0 &&
    spaced(tokens, noun) &&
    tokens.capital[noun] === true &&
    ORGANISATION_NOUNS.has(lowerAt(tokens, noun)) &&
    !UNIT_WORDS.has(lowerAt(tokens, noun))
  );
}

/** The word is followed by "'s" that the token left out. */
function possessive(tokens: Tokens, index: number): boolean {
  const code = tokens.text.charCodeAt(tokens.ends[index] ?? 0);
  return code === 39 || code === 0x2019;
}
