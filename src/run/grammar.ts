import { capitalOf, country, demonym, foldName, lookup, lookupRare, subdivision } from '../gazetteer/index.ts';
import { findDate } from '../pipeline/2-clean/dates.ts';
import { readOrdinal } from '../pipeline/4-mentions/ordinals.ts';
import { readPeriod } from '../pipeline/4-mentions/periods.ts';
import { readNumber, readQuantity } from '../pipeline/4-mentions/quantities.ts';
import type { Place } from '../types.ts';
import { replayer, type Grammar, type Replay } from './replay.ts';

const filled = (text: string): string | undefined => (text === '' ? undefined : text);

/** Places that a name may mean, the small ones too. */
const named = (name: string): readonly Place[] => [...lookup(name), ...lookupRare(name)].map(({ place }) => place);

/** "Raleigh-Cary" is named after Raleigh. */
const firstOf = (words: string): string => words.split(/[-–]/)[0] ?? words;

/** What "Colombian capital" or "the capital of Austria" is the capital of. */
function areasIn(words: string): readonly Place[] {
  const area = words
    .replace(/\b(?:the|state|provincial|capital|of|city)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const adjective = demonym(area);
  return [...named(words), ...named(area), ...(adjective === undefined ? [] : [adjective])];
}

/** Delhi among the states is the subdivision whose seat "New Delhi" names; Singapore among the countries is the city's. */
function isSeatOf(place: Place, id: string): boolean {
  const state = place.id === `iso:${place.country}` ? undefined : country(id.replace(/^iso:/, ''));
  if (state !== undefined) return state.country === place.country && foldName(state.name) === foldName(place.name);
  const area = place.admin1Id === id ? subdivision(id) : undefined;
  return area !== undefined && capitalOf(area)?.id === place.id;
}

/** "7/7/2022": the date of an article, read as the cleaner reads it. */
function wholeDate(words: string): string | undefined {
  const date = findDate(words);
  return date?.start === 0 && date.end === words.length ? date.iso : undefined;
}

const grammar: Grammar = {
  number: (words) => filled(readNumber(words)),
  ordinal: readOrdinal,
  period: (words, published) => filled(readPeriod(words, published)),
  date: wholeDate,
  quantity: readQuantity,
  place: (id, names) => country(id.replace(/^iso:/, '')) ?? subdivision(id) ?? names.flatMap(named).find((place) => place.id === id),
  isNamed: (id, words) =>
    [...named(words), ...named(firstOf(words))].some((place) => place.id === id || isSeatOf(place, id)) || demonym(words)?.id === id,
  isCapital: (id, words) => areasIn(words).some((place) => capitalOf(place)?.id === id),
  isCountryOf: (id, words) => [...named(words), ...named(firstOf(words))].some((place) => `iso:${place.country}` === id),
};

/** Replays steps with the program's own grammar of words and its gazetteer. */
export function loadReplay(): Replay {
  return replayer(grammar);
}
