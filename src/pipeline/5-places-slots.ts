import type { Span } from '../source-text.ts';
import { lookup, lookupRare } from '../gazetteer/index.ts';
import type { DemonymMention, Place, PlaceMention, PlaceType, Section } from '../types.ts';
import { DIRECTIONS } from './4-mentions/places-words.ts';
import { nameAt, ofKind } from './4-mentions/places-slots.ts';
import { toldAgain } from './5-places-again.ts';
import { announcementOf } from './5-places-announced.ts';
import { areFirstLevel, asAnnounced, countriesOf, countryOfColumn, FEWEST_SMALL } from './5-places-columns.ts';
import type { Announcement } from './5-places-announced.ts';

type Resolved = PlaceMention | DemonymMention;

/** Names of no gazetteer in lists and columns of places, and between two places of an enumeration. */
export function fillSlots(
  text: string,
  sections: readonly Section[],
  resolved: readonly (readonly Resolved[])[],
): readonly (readonly Resolved[])[] {
  const added = new Map<number, PlaceMention[]>();
  const made: PlaceMention[] = [];
  const add = (index: number, mention: PlaceMention | undefined): void => {
    if (mention === undefined) return;
    const known = added.get(index);
    if (known === undefined) added.set(index, [mention]);
    else known.push(mention);
  };
  // England in "Brackenthorpe, England" is no place beside Brackenthorpe
  const isFree = (index: number, { start, end, nameEnd }: PlaceMention): boolean =>
    !(resolved[index] ?? []).some(
      (other) => other.start < end && start < other.end && other.start < nameEnd && !(other.start > start && other.end <= nameEnd),
    );
  const everywhere = countriesOf(resolved.flat().filter((item) => item.kind === 'place'));
  for (const column of columns(text, sections, resolved)) {
    const announced = announcementOf(text, sections, column);
    const own = announced?.type === undefined ? undefined : countryOfColumn(column, announced, text, resolved);
    const countries =
      own !== undefined ? [own] : column.places.length < FEWEST_SMALL && everywhere.length === 1 ? everywhere : countriesOf(column.places);
    const names = column.empty.flatMap(({ index, slot }) => {
      const inner = partOf(text, resolved[index] ?? [], slot);
      const name = nameAt(text, slot.start, slot.end, inner === undefined ? countries : [inner], announced?.type);
      if (name === undefined || !isFree(index, name)) return [];
      const type = announced?.type;
      return [{ index, mention: type === undefined ? name : { ...name, place: asAnnounced(name, text, type, own) } }];
    });
    if (isOfPlaces(column, names, announced, () => mentionsPlaces(text, sections, column)))
      for (const { index, mention } of names) {
        add(index, mention);
        made.push(mention);
      }
    if (announced?.type === undefined) continue;
    const type = announced.type === 'district' && areFirstLevel(column.places, own) ? 'province' : announced.type;
    const longer = longerNames(text, column, type);
    for (const { index, mention } of longer) {
      add(index, mention);
      made.push(mention);
    }
    column.places.forEach((known, position) => {
      const index = column.homes[position]?.index ?? -1;
      const place = asAnnounced(known, text, type, own);
      if (place !== known.place && !longer.some(({ mention }) => mention.start === known.start)) {
        add(index, { ...known, place });
        made.push({ ...known, place });
      }
    });
  }
  sections.forEach((section, index) => {
    for (const { slot, countries } of gaps(text, resolved[index] ?? []))
      add(section.index, nameAt(text, slot.start, slot.end, countries, undefined));
  });
  sections.forEach((section, index) => {
    for (const mention of tailsOf(text, resolved[index] ?? [], section.end)) if (isFree(index, mention)) add(index, mention);
  });
  const filled = resolved.map((items, index) => {
    const more = added.get(index);
    if (more === undefined) return items;
    const kept = items.filter((item) => !more.some(({ start, end }) => start <= item.start && item.end <= end));
    return [...kept, ...more].sort((a, b) => a.start - b.start || b.end - a.end);
  });
  return toldAgain(text, sections, filled, made);
}

/** "Upper Bavaria" lies where Bavaria does; "Nueva Ecija" need not. */
function partOf(text: string, items: readonly Resolved[], { start, end }: Span): string | undefined {
  const known = items.find((item): item is PlaceMention => item.kind === 'place' && item.start > start && item.end <= end);
  if (known === undefined || !DIRECTIONS.has(text.slice(start, known.start).trim().toLowerCase())) return undefined;
  return known.place.country;
}

interface Column {
  /** Index of the first section that has a slot of it. */
  readonly first: number;
  readonly header: string;
  readonly places: PlaceMention[];
  /** Index of the section and end of the slot of each place. */
  readonly homes: { readonly index: number; readonly end: number }[];
  readonly empty: { readonly index: number; readonly slot: Span }[];
}

/** Slots of lists and tables, column by column, each with the place it begins with. */
function columns(text: string, sections: readonly Section[], resolved: readonly (readonly Resolved[])[]): readonly Column[] {
  const found = new Map<string, Column>();
  sections.forEach((section, index) => {
    if (section.group < 0) return;
    const slots =
      section.kind === 'row'
        ? (section.cells ?? [])
        : section.kind === 'item'
          ? [{ start: nameStart(text, section), end: section.end, column: 0, header: false }]
          : [];
    for (const slot of slots) {
      const key = `${section.group}/${slot.column}`;
      const column = found.get(key) ?? {
        first: index,
        header: slot.header ? text.slice(slot.start, slot.end) : '',
        places: [],
        homes: [],
        empty: [],
      };
      found.set(key, column);
      if (slot.header) continue;
      const place = (resolved[index] ?? []).find(
        (item): item is PlaceMention => item.kind === 'place' && item.start >= slot.start && beginsWith(text.slice(slot.start, item.start)),
      );
      if (place === undefined) column.empty.push({ index, slot: { start: slot.start, end: slot.end } });
      else {
        column.places.push(place);
        column.homes.push({ index, end: slot.end });
      }
    }
  });
  return [...found.values()];
}

/** What goes on with a name to its end: "Hammersmith and Fulham", "Richmond upon Thames", "Waltham Forest". */
const GOES_ON =
  /^(?: (?<joint>and|&)| (?:upon|on|in|under|sur|of)(?: the)?|-(?:upon|on|in|under|le)-)?(?: ?\p{Lu}[\p{L}'’-]{1,20}){1,2}(?=$|\s*[,:;(|·•*–—\-\d$€£=#])/u;
const NOT_PART = /^ (?:city|metro|metropolitan|area|county|state|province|district|region|town|prefecture|municipality)\b/i;

/** Names of the column that are longer than the known place they begin with; two joined by "and" may share a position, so few may be. */
function longerNames(
  text: string,
  { places, homes, empty }: Column,
  type: PlaceType,
): readonly { readonly index: number; readonly mention: PlaceMention }[] {
  if (places.length + empty.length < FEWEST_SMALL) return [];
  const found = places.flatMap((known, position) => {
    const home = homes[position];
    if (home === undefined || known.end !== known.nameEnd) return [];
    const rest = text.slice(known.end, Math.min(home.end, known.end + 60));
    const more = GOES_ON.exec(rest);
    if (more === null || NOT_PART.test(rest) || opensWithArea(more[0])) return [];
    const end = known.end + more[0].length;
    const place: Place = {
      ...known.place,
      id: '',
      name: text.slice(known.start, end),
      type: ofKind(type, known.place.country),
      latitude: undefined,
      longitude: undefined,
      population: 0,
    };
    return [
      {
        index: home.index,
        joint: more.groups?.['joint'] !== undefined,
        mention: { ...known, end, nameEnd: end, place, doubts: ['unknown-place' as const] },
      },
    ];
  });
  const joint = found.filter((one) => one.joint).length;
  return joint * 4 > places.length ? found.filter((one) => !one.joint) : found;
}

/** "Ohio A-", "New York Metro": where the place lies, no part of its name. */
const opensWithArea = (words: string): boolean => {
  const names = words.trim().split(' ');
  return [1, 2].some((count) =>
    lookup(names.slice(0, count).join(' ')).some(({ place }) => place.type === 'country' || place.type === 'province'),
  );
};

/** Nothing that would be a name itself stands before the place: "the city of Leeds", but not "South Cambridgeshire" or "Whitby, Yorkshire". */
const beginsWith = (before: string): boolean => /^(?:The |In )?[^\p{Lu},;:]{0,12}$/u.test(before);

/** Behind the marker and a score: "3. 96.4 Osaka". */
function nameStart(text: string, { start, end, marker }: Section): number {
  const from = marker?.span?.end ?? start;
  return (
    from + (/^ ?\d{1,3}(?:[.,]\d{1,2}%?|%) ?(?:[-–—:|] ?)?(?=\p{L})/u.exec(text.slice(from, Math.min(end, from + 12)))?.[0].length ?? 0)
  );
}

/**
 * Most slots hold a place that is known everywhere; or nearly all the rest are names, and the text says that places compete, or that
 * places follow of which half are as small as the gazetteer has them: "The prettiest towns: 1. Hallstatt 2. Giethoorn".
 */
function isOfPlaces(
  { places, empty }: Column,
  names: readonly { readonly mention: PlaceMention }[],
  announced: Announcement | undefined,
  isMentioned: () => boolean,
): boolean {
  if (places.length >= 2 && places.length >= empty.length * 1.5) return true;
  const all = places.length + empty.length;
  if (all < FEWEST_SMALL || names.length < empty.length * 0.9) return false;
  if (announced?.type !== undefined) return true;
  const small = names.filter(({ mention }) => lookupRare(mention.place.name).length > 0).length;
  return (places.length + small) * 2 >= all && isMentioned();
}

const PLACES =
  /\b(?:cit(?:y|ies)|towns?|villages?|municipalit(?:y|ies)|boroughs?|districts?|count(?:y|ies)|states?|provinces?|regions?|countr(?:y|ies)|prefectures?|communes?|suburbs?|neighbou?rhoods?|localit(?:y|ies)|councils?|parish(?:es)?|wards?|places to (?:live|visit|retire|go)|destinations?|resorts?)\b/i;
const OTHERS =
  /\b(?:universit|college|school|compan(?:y|ies)|firms?\b|clubs?\b|teams?\b|players?\b|riders?\b|drivers?\b|airports?\b|airlines?\b|hotels?\b|restaurants?\b|brands?\b|beaches|museums?\b|offices?\b|stops?\b)/i;
/** Sections before a list that may say what it lists. */
const LOOK_BACK = 2;

/** True where the header of the column, or the heading and the words before the list, say that it names places and nothing else. */
function mentionsPlaces(text: string, sections: readonly Section[], { first, header }: Column): boolean {
  if (header !== '') return PLACES.test(header) && !OTHERS.test(header);
  const section = sections[first];
  const before = sections.slice(Math.max(0, first - LOOK_BACK), first);
  const above = section?.headings.flatMap((index) => sections[index] ?? []) ?? [];
  const said = [...above, ...before].map(({ start, end }) => text.slice(start, end));
  return said.some((words) => PLACES.test(words)) && !said.some((words) => OTHERS.test(words));
}

/** "Hefei, Xuzho and Nanjing": one capitalised name between commas of two places. */
function gaps(text: string, items: readonly Resolved[]): { readonly slot: Span; readonly countries: readonly string[] }[] {
  const places = items.filter((item): item is PlaceMention => item.kind === 'place');
  const found: { slot: Span; countries: readonly string[] }[] = [];
  for (let position = 1; position < places.length; position += 1) {
    const left = places[position - 1];
    const right = places[position];
    if (left === undefined || right === undefined || right.start - left.end > 40) continue;
    const between = /^, (\p{Lu}[\p{L}'’ -]{2,30}?)(?:,|,? and) $/u.exec(text.slice(left.end, right.start));
    if (between?.[1] === undefined) continue;
    const start = left.end + 2;
    found.push({ slot: { start, end: start + between[1].length }, countries: countriesOf([left, right]) });
  }
  return found;
}

/** What may stand behind a place and before the next of an enumeration: "York (3%) and Hull." */
const TAIL =
  /^(?: \([^()]{1,30}\))?(?<joint>,|,? and|,? &) (?<name>\p{Lu}[\p{L}'’-]{2,24}(?: \p{Lu}[\p{L}'’-]{2,24})?)(?= \(|[.,;]|$| and \p{Lu})/u;
const JOINED = /^(?: \([^()]{1,30}\))?(?:,|,? and|,? &) (?:the )?$/;
/** A name that could be a word, such as Hull or Reading, is a place behind one other place only where it is a town of some size. */
const LEAST_POPULATION = 50_000;

/** Names that could be words or persons, behind the last known place of an enumeration: "Leeds, York and Hull". */
function tailsOf(text: string, items: readonly Resolved[], end: number): readonly PlaceMention[] {
  const places = items.filter((item): item is PlaceMention => item.kind === 'place');
  return places.flatMap((left, index) => {
    const found = TAIL.exec(text.slice(left.end, Math.min(end, left.end + 90)));
    const { joint = '', name = '' } = found?.groups ?? {};
    if (found === null || left.place.country === '') return [];
    const former = places[index - 1];
    const chained = former !== undefined && former.end <= left.start && JOINED.test(text.slice(former.end, left.start));
    if (!chained && joint === ',' && !found[0].startsWith(' (')) return [];
    const place = placeLike(name, left.place);
    if (place === undefined || !(chained || place.population >= LEAST_POPULATION || place.type === 'province')) return [];
    const start = left.end + found[0].length - name.length;
    const span = { start, end: start + name.length, nameStart: start, nameEnd: start + name.length };
    return [{ kind: 'place', ...span, place, doubts: [], admin1Span: undefined, anaphor: false, antecedents: [] }];
  });
}

/** The place by that name of the same country: of the same type if there is one, else the largest. */
function placeLike(name: string, left: Place): Place | undefined {
  const own = lookup(name).flatMap(({ place }) =>
    place.country === left.country && ['city', 'province', 'district'].includes(place.type) ? [place] : [],
  );
  return own.find(({ type }) => type === left.type) ?? [...own].sort((a, b) => b.population - a.population)[0];
}
