import type { Place, PlaceMention } from '../../types.ts';
import type { ProvenanceCell, Step } from '../../schema.ts';
import type { SourceText } from '../../source-text.ts';
import { cellOf } from './proof.ts';

/** The columns that say which place a row is about. */
export interface PlaceColumns {
  readonly place: string;
  readonly place_raw: string;
  readonly place_type: Place['type'];
  readonly place_id: string;
  readonly admin1: string;
  readonly country: string;
  readonly latitude: string;
  readonly longitude: string;
}

/** Words that need no trimming: they begin with a letter or digit, and only single blanks part them. */
const PLAIN = /^[a-z\d]\S*(?: \S+)*$/i;

/** Names are trimmed of what a spreadsheet would run as a formula, also behind blanks and zero-width marks. */
export function harmless(words: string): string {
  if (words === '' || PLAIN.test(words)) return words;
  return words
    .replace(/\s+/g, ' ')
    .replace(/^[\s=+\-@\p{C}]+/u, '')
    .trim();
}

const coordinate = (degrees: number | undefined): string => (degrees === undefined ? '' : String(degrees));

export function placeColumns(mention: PlaceMention, place: Place, source: SourceText): PlaceColumns {
  const raw = harmless(source.text.slice(mention.nameStart, mention.nameEnd));
  const name = harmless(place.name);
  const both = place.latitude !== undefined && place.longitude !== undefined;
  return {
    place: name === '' ? raw : name,
    place_raw: raw,
    place_type: place.type,
    place_id: place.id,
    admin1: place.type === 'country' || place.type === 'province' || place.type === 'region' ? '' : harmless(place.admin1),
    country: place.country,
    latitude: both ? coordinate(place.latitude) : '',
    longitude: both ? coordinate(place.longitude) : '',
  };
}

/** How each of those columns follows from the words. */
export function placeProofs(
  mention: PlaceMention,
  place: Place,
  columns: PlaceColumns,
  source: SourceText,
  rule: string,
): Record<string, ProvenanceCell> {
  const name = { start: mention.nameStart, end: mention.nameEnd };
  const words = mention.anaphor ? [name, { start: mention.start, end: mention.end }] : [name];
  const byId: Step[] = [...(mention.anaphor ? (['subject'] as const) : []), `gazetteer:${place.id.replace(/^geonames:/, '')}`];
  const cells: Record<string, ProvenanceCell> = { place_raw: cellOf(source, columns.place_raw, 'stated', [name], rule, ['name']) };
  for (const column of ['place', 'place_type', 'place_id', 'admin1', 'country', 'latitude', 'longitude'] as const) {
    const value = columns[column];
    if (value === '') continue;
    if (place.id !== '') cells[column] = cellOf(source, value, 'concluded', words, '', byId);
    else if (column === 'place') cells[column] = cellOf(source, value, 'concluded', words, rule, [`rule:${value}`]);
    else cells[column] = cellOf(source, value, 'concluded', words, '', [`competes:${value}`]);
  }
  return cells;
}
