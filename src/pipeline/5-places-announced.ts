import { allMatches } from '../all-matches.ts';
import type { Span } from '../source-text.ts';
import type { PlaceType, Section } from '../types.ts';

/*
 * What a list holds, said by the words before it: "a ranking of 32 London boroughs", "the ten safest small towns", "the best beaches".
 */

const DISTRICTS =
  'boroughs|districts|counties|suburbs|neighbou?rhoods|wards|councils|council areas|local authorit(?:ies|y areas|y districts)|parishes|constituencies|townships';
const CITIES =
  'cities|towns|villages|municipalities|communes|localities|communities|destinations|resorts|metros|metro(?:politan)? areas|places to (?:live|visit|retire|go|raise|buy|rent)';
const PROVINCES = 'states|provinces|prefectures|regions';
const COUNTRIES = 'countries|nations';
const OTHERS =
  'universities|colleges|schools|companies|firms|businesses|employers|clubs|teams|players|riders|drivers|airports|airlines|hotels|restaurants|brands|beaches|museums|hospitals|parks|stadiums|billionaires|people|women|men|actors|athletes|cars|dishes|bars|pubs|films|songs|books|streets|roads|stations|stops|offices|branches|stores|trails|banks|startups|candidates|parties';

const TYPES: readonly (readonly [RegExp, PlaceType])[] = [
  [new RegExp(`^(?:${DISTRICTS})$`, 'i'), 'district'],
  [new RegExp(`^(?:${CITIES})$`, 'i'), 'city'],
  [new RegExp(`^(?:${PROVINCES})$`, 'i'), 'province'],
  [new RegExp(`^(?:${COUNTRIES})$`, 'i'), 'country'],
];

/** What compares, and within six words what it compares. */
const COMPARES = new RegExp(
  '\\b(?:rank(?:ings?|s|ed)?|list|table|index|ratings?|survey|study|analysis|comparison|assessment|review|scor(?:ed|es)|compar(?:ed|es)|assess(?:ed|es)|' +
    'measur(?:ed|es)|evaluat(?:ed|es)|analy[sz](?:ed|es)|looked at|top|best|worst|most|least|all|[a-z]{2,10}(?:est|iest)|\\d{1,4}) ' +
    `(?:[\\p{L}\\d'’,-]{1,20} ){0,6}?(?<noun>${[DISTRICTS, CITIES, PROVINCES, COUNTRIES, OTHERS].join('|')})\\b`,
  'giu',
);

/** Sections before a list that are no part of one and may announce it, the nearest first. */
const FURTHEST = 40;

/** What a list is said to hold; `type` undefined: nothing that is a place. */
export interface Announcement {
  readonly type: PlaceType | undefined;
  /** The noun that says so, and the section it stands in; undefined where it is the header of a column. */
  readonly said: (Span & { readonly index: number }) | undefined;
}

/** A header that names no kind of thing leaves it to the words before the table. */
const OPEN_HEADER = /^(?:name|place|location|area|where)?$/i;
const HEADER_TYPES: readonly (readonly [RegExp, PlaceType])[] = [
  [/\b(?:borough|district|county|suburb|neighbou?rhood|ward|council|local authority|parish|constituency|township|lga)\b/i, 'district'],
  [/\b(?:city|cities|town|village|municipality|commune|locality|community|destination|resort|metro)\b/i, 'city'],
  [/\b(?:state|province|prefecture|region)\b/i, 'province'],
  [/\b(?:country|nation|economy)\b/i, 'country'],
];

/** What the header of a column says that it lists, or the words nearest before the list, its headings, the text before it; undefined: nothing. */
export function announcementOf(
  text: string,
  sections: readonly Section[],
  { first, header }: { readonly first: number; readonly header: string },
): Announcement | undefined {
  const named = HEADER_TYPES.find(([words]) => words.test(header));
  if (named !== undefined || !OPEN_HEADER.test(header.trim())) return { type: named?.[1], said: undefined };
  const before = sections
    .slice(Math.max(0, first - FURTHEST), first)
    .flatMap(({ kind, index }) => (kind === 'item' || kind === 'row' ? [] : [index]))
    .reverse();
  const governing = [...(sections[first]?.headings ?? [])].reverse();
  for (const index of new Set([...before.slice(0, 2), ...governing, ...before])) {
    const section = sections[index];
    const noun = section === undefined ? undefined : lastNoun(text, section);
    if (noun !== undefined)
      return { type: TYPES.find(([words]) => words.test(text.slice(noun.start, noun.end)))?.[1], said: { ...noun, index } };
  }
  return undefined;
}

function lastNoun(text: string, { start, end }: Span): Span | undefined {
  const last = [...allMatches(COMPARES, text.slice(start, end))].at(-1);
  if (last === undefined) return undefined;
  const to = start + last.index + last[0].length;
  return { start: to - (last.groups?.['noun']?.length ?? 0), end: to };
}
