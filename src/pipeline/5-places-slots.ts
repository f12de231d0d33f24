import type { Span } from '../source-text.ts';
import type { DemonymMention, PlaceMention, Section } from '../types.ts';
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
  const isFree = (index: number, { start, end }: Span): boolean =>
    !(resolved[index] ?? []).some((other) => other.start < end && start < other.end);
  for (const column of columns(sections, resolved)) {
    const countries = countriesOf(column.places);
    for (const { index, slot } of column.empty) {
      const mention = nameAt(text, slot.start, slot.end, countries);
      if (mention !== undefined && isFree(index, mention)) add(index, mention);
    }
  }
  sections.forEach((section, index) => {
    for (const { slot, countries } of gaps(text, resolved[index] ?? [])) add(section.index, nameAt(text, slot.start, slot.end, countries));
  });
  return resolved.map((items, index) => {
    const more = added.get(index);
    return more === undefined ? items : [...items, ...more].sort((a, b) => a.start - b.start || b.end - a.end);
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
  readonly places: PlaceMention[];
  readonly empty: { readonly index: number; readonly slot: Span }[];
}

/** Lists and table columns of which most slots hold a place. */
function columns(sections: readonly Section[], resolved: readonly (readonly Resolved[])[]): Column[] {
  const found = new Map<string, Column>();
  sections.forEach((section, index) => {
    if (section.group < 0) return;
    const slots =
      section.kind === 'row'
        ? (section.cells ?? []).filter(({ header }) => !header)
        : section.kind === 'item'
          ? [{ start: section.marker?.span?.end ?? section.start, end: section.end, column: 0 }]
          : [];
    for (const slot of slots) {
      const key = `${section.group}/${slot.column}`;
      const column = found.get(key) ?? { places: [], empty: [] };
      found.set(key, column);
      const place = (resolved[index] ?? []).find(
        (item): item is PlaceMention => item.kind === 'place' && item.start >= slot.start && item.start <= slot.start + 6,
      );
      if (place === undefined) column.empty.push({ index, slot: { start: slot.start, end: slot.end } });
      else column.places.push(place);
    }
  });
  return [...found.values()].filter(({ places, empty }) => places.length >= 2 && places.length >= empty.length * 1.5);
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
