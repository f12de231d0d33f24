import { hyphenated } from '../pipeline/5-places-names.ts';
import type { Span } from '../source-text.ts';
import type { PlaceMention, PlaceType, ReadDocument, Section } from '../types.ts';

/** "the city of", "The ", quotation marks: what may stand between a marker and the name. */
const BEFORE_NAME = /^(?:[\s"'“‘*_:.)\]–—-]|the (?:city|town|province|state) of |the |city of )*/i;
/** "98.2 Tokyo", "97% - Zurich": the score in front of the name. */
const SCORE = /^ ?\d{1,3}(?:[.,]\d{1,2}%?|%) ?(?:[-–—:|] ?)?(?=["“]?\p{L})/u;

/** Where the words of an item begin after its marker (UTF-16 units of the cleaned text). */
export function afterMarker(section: Section, text: string): number {
  const marked = section.marker?.span?.end ?? section.start;
  const from = marked + (SCORE.exec(text.slice(marked, Math.min(section.end, marked + 12)))?.[0].length ?? 0);
  return from + (BEFORE_NAME.exec(text.slice(from, Math.min(section.end, from + 60)))?.[0].length ?? 0);
}

/** Where the figures of an item begin: behind the place, or before it where one stands there ("1. 98.2 Tokyo"). */
export function figureStart(section: Section, place: PlaceMention | undefined, text: string): number {
  const from = section.marker?.span?.end ?? section.start;
  const first = place?.start ?? from;
  return first - from < 14 && SCORE.test(text.slice(from, first + 1)) ? from : (place?.end ?? section.start);
}

function placesOf(document: ReadDocument, section: number): readonly PlaceMention[] {
  return (document.mentions[section] ?? []).filter((mention): mention is PlaceMention => mention.kind === 'place');
}

const EXTENTS: readonly PlaceType[] = ['zone', 'city', 'district', 'province', 'country'];

/** "Whitby, North Yorkshire": the county says where the town lies. */
const saysWhere = ({ place }: PlaceMention, { place: area }: PlaceMention): boolean =>
  EXTENTS.indexOf(area.type) > Math.max(1, EXTENTS.indexOf(place.type)) && (area.country === place.country || place.country === '');

/** The places an item or a cell begins with: one, or several that share it ("1. Telangana, Andhra Pradesh"). */
export function leadingPlaces(document: ReadDocument, section: number, span: Span): readonly PlaceMention[] {
  const text = document.clean.source.text;
  const places = placesOf(document, section).filter((place) => !place.anaphor && place.start >= span.start && place.end <= span.end);
  const first = places.find((place) => place.start - span.start <= 2);
  if (first === undefined) return [];
  const area = hyphenated(text, first, span.end);
  if (area !== undefined) return [area];
  const leading = [first];
  for (const place of places.slice(places.indexOf(first) + 1)) {
    const last = leading.at(-1) ?? first;
    const gap = text.slice(last.end, place.start);
    if (!/^(?:[,/;]| and| &| \/|, and)\s*$/.test(gap) || (gap.startsWith(',') && saysWhere(first, place))) break;
    leading.push(place);
  }
  return leading;
}
