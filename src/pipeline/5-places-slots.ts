import type { Span } from '../source-text.ts';
import { lookup, lookupRare } from '../gazetteer/index.ts';
import type { DemonymMention, Place, PlaceMention, Section } from '../types.ts';
import { nameAt } from './4-mentions/places-slots.ts';

type Resolved = PlaceMention | DemonymMention;

/** Names of no gazetteer in lists and columns of places, and between two places of an enumeration. */
export function fillSlots(
  text: string,
  sections: readonly Section[],
  resolved: readonly (readonly Resolved[])[],
): readonly (readonly Resolved[])[] {
  const added = new Map<number, PlaceMention[]>();
  const add = (index: number, mention: PlaceMention | undefined): void => {
    if (mention === undefined) return;
    const known = added.get(index);
    if (known === undefined) added.set(index, [mention]);
    else known.push(mention);
  };
  // England in "Brackenthorpe, England" is no place beside Brackenthorpe
  const isFree = (index: number, { start, end, nameEnd }: PlaceMention): boolean =>
    !(resolved[index] ?? []).some((other) => other.start < end && start < other.end && other.start < nameEnd);
  for (const column of columns(text, sections, resolved)) {
    const countries = countriesOf(column.places);
    const names = column.empty.flatMap(({ index, slot }) => {
      const mention = nameAt(text, slot.start, slot.end, countries);
      return mention !== undefined && isFree(index, mention) ? [{ index, mention }] : [];
    });
    if (isOfPlaces(column, names, () => announces(text, sections, column))) for (const { index, mention } of names) add(index, mention);
  }
  sections.forEach((section, index) => {
    for (const { slot, countries } of gaps(text, resolved[index] ?? [])) add(section.index, nameAt(text, slot.start, slot.end, countries));
  });
  sections.forEach((section, index) => {
    for (const mention of tailsOf(text, resolved[index] ?? [], section.end)) if (isFree(index, mention)) add(index, mention);
  });
  return resolved.map((items, index) => {
    const more = added.get(index);
    if (more === undefined) return items;
    const kept = items.filter((item) => !more.some(({ start, end }) => start <= item.start && item.end <= end));
    return [...kept, ...more].sort((a, b) => a.start - b.start || b.end - a.end);
  });
}

/** Countries of the places, those of at least one in five, most frequent first; all the same counts as one. */
function countriesOf(places: readonly PlaceMention[]): string[] {
  const counts = new Map<string, number>();
  for (const { place } of places) if (place.country !== '') counts.set(place.country, (counts.get(place.country) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count * 5 >= places.length)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([code]) => code);
}

interface Column {
  /** Index of the first section that has a slot of it. */
  readonly first: number;
  readonly header: string;
  readonly places: PlaceMention[];
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
      const column = found.get(key) ?? { first: index, header: slot.header ? text.slice(slot.start, slot.end) : '', places: [], empty: [] };
      found.set(key, column);
      if (slot.header) continue;
      const place = (resolved[index] ?? []).find(
        (item): item is PlaceMention => item.kind === 'place' && item.start >= slot.start && item.start <= slot.start + 6,
      );
      if (place === undefined) column.empty.push({ index, slot: { start: slot.start, end: slot.end } });
      else column.places.push(place);
    }
  });
  return [...found.values()].filter(({ empty }) => empty.length > 0);
}

/** Behind the marker and a score: "3. 96.4 Osaka". */
function nameStart(text: string, { start, end, marker }: Section): number {
  const from = marker?.span?.end ?? start;
  return (
    from + (/^ ?\d{1,3}(?:[.,]\d{1,2}%?|%) ?(?:[-–—:|] ?)?(?=\p{L})/u.exec(text.slice(from, Math.min(end, from + 12)))?.[0].length ?? 0)
  );
}

/** Fewer names say too little of what they are. */
const FEWEST_SMALL = 4;

/**
 * Most slots hold a place that is known everywhere; or the text says that places follow, all the rest are names, and half of all are
 * of places at least as small as the gazetteer has them: "The prettiest towns: 1. Hallstatt 2. Giethoorn".
 */
function isOfPlaces({ places, empty }: Column, names: readonly { readonly mention: PlaceMention }[], isAnnounced: () => boolean): boolean {
  if (places.length >= 2 && places.length >= empty.length * 1.5) return true;
  const all = places.length + empty.length;
  if (all < FEWEST_SMALL || names.length < empty.length * 0.9) return false;
  const small = names.filter(({ mention }) => lookupRare(mention.place.name).length > 0).length;
  return (places.length + small) * 2 >= all && isAnnounced();
}

const PLACES =
  /\b(?:cit(?:y|ies)|towns?|villages?|municipalit(?:y|ies)|boroughs?|districts?|count(?:y|ies)|states?|provinces?|regions?|countr(?:y|ies)|prefectures?|communes?|suburbs?|neighbou?rhoods?|localit(?:y|ies)|councils?|parish(?:es)?|wards?|places to (?:live|visit|retire|go)|destinations?|resorts?)\b/i;
const OTHERS =
  /\b(?:universit|college|school|compan(?:y|ies)|firms?\b|clubs?\b|teams?\b|players?\b|riders?\b|drivers?\b|airports?\b|airlines?\b|hotels?\b|restaurants?\b|brands?\b|beaches|museums?\b|offices?\b|stops?\b)/i;
/** Sections before a list that may say what it lists. */
const LOOK_BACK = 2;

/** True where the header of the column, or the heading and the words before the list, say that it names places and nothing else. */
function announces(text: string, sections: readonly Section[], { first, header }: Column): boolean {
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
