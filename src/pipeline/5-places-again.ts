import type { DemonymMention, PlaceMention, Section } from '../types.ts';

/*
 * A name that a list made a place is that place wherever the text tells it again: "Haringey came top" above the boroughs' list.
 */

type Resolved = PlaceMention | DemonymMention;

/** The mentions of the sections with those of the names in `made` added, or put in place of what was read there. */
export function toldAgain(
  text: string,
  sections: readonly Section[],
  resolved: readonly (readonly Resolved[])[],
  made: readonly PlaceMention[],
): readonly (readonly Resolved[])[] {
  const places = new Map<string, PlaceMention>();
  for (const mention of made) {
    const name = text.slice(mention.nameStart, mention.nameEnd);
    if (!places.has(name)) places.set(name, mention);
  }
  if (places.size === 0) return resolved;
  const starts = new Map<number, PlaceMention>();
  for (const [name, mention] of places)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      if (isWhole(text, at, at + name.length) && (starts.get(at)?.nameEnd ?? 0) < mention.nameEnd) starts.set(at, mention);
  const sorted = [...starts].sort(([a], [b]) => a - b);
  return resolved.map((items, index) => {
    const section = sections[index];
    if (section === undefined) return items;
    const more = sorted.flatMap(([start, mention]): PlaceMention[] => {
      if (start < section.start || start >= section.end) return [];
      const end = start + (mention.nameEnd - mention.nameStart);
      const known = items.find((item) => item.start < end && start < item.end);
      if (known === undefined ? couldBeWord(text, start, end) : !isWithin(known, start, end)) return [];
      const whole = known?.start === start && known.end > end ? known.end : end;
      return [{ ...mention, start, end: whole, nameStart: start, nameEnd: end, admin1Span: undefined }];
    });
    if (more.length === 0) return items;
    const kept = items.filter((item) => !more.some(({ start, end }) => item.start < end && start < item.end));
    return [...kept, ...more].sort((a, b) => a.start - b.start || b.end - a.end);
  });
}

const isLetter = (unit: string): boolean => /[\p{L}\p{N}]/u.test(unit);
const isWhole = (text: string, start: number, end: number): boolean => !isLetter(text.charAt(start - 1)) && !isLetter(text.charAt(end));

/** What was read there is the name or a part of it; a country or province that the text told by that name stays one. */
const isWithin = (known: Resolved, start: number, end: number): boolean =>
  known.kind === 'place' &&
  known.nameStart >= start &&
  known.nameEnd <= end &&
  known.place.type !== 'country' &&
  known.end <= Math.max(end, known.nameEnd);

/** "Deal or no deal", "Hart said", "Rye Lane": a single word that may open a sentence, or goes on as another name. */
function couldBeWord(text: string, start: number, end: number): boolean {
  if (/^ \p{Lu}/u.test(text.slice(end, end + 2)) || /\p{Lu}[\p{L}.'’-]{0,14} $/u.test(text.slice(Math.max(0, start - 16), start)))
    return true;
  const name = text.slice(start, end);
  return !name.includes(' ') && name.length < 7 && /(?:^|[.!?:"“\n] ?)$/.test(text.slice(Math.max(0, start - 2), start));
}
