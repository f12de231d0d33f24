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
  const known = place.id !== '';
  const concluded = (value: string, by: string, step: Step): ProvenanceCell =>
    known ? cellOf(source, value, 'concluded', words, '', byId) : cellOf(source, value, 'concluded', words, by, [step]);
  const competing = (value: string): ProvenanceCell => concluded(value, '', `competes:${value}`);
  const { place: called, place_type: type, place_id: id, admin1, country, latitude, longitude } = columns;
  if (called !== '') cells['place'] = concluded(called, rule, `rule:${called}`);
  cells['place_type'] = competing(type);
  if (id !== '') cells['place_id'] = competing(id);
  if (admin1 !== '') cells['admin1'] = competing(admin1);
  if (country !== '') cells['country'] = competing(country);
  if (latitude !== '') cells['latitude'] = competing(latitude);
  if (longitude !== '') cells['longitude'] = competing(longitude);
  return cells;
}
