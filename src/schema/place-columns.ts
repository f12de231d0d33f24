import { z } from 'zod';
import { country, decimal, none, placeId, PLACE_TYPES, text, words } from './values.ts';

/** The columns that say which place a row is about: the same, in the same order, in both tables. */
export const placeColumns = {
  place: words.describe('Canonical English name of the place.'),
  place_raw: words.describe('The place as the article names it, cleaned of markup.'),
  place_type: z.enum(PLACE_TYPES).describe('What kind of place competes or is measured.'),
  place_id: placeId.describe(
    '`geonames:1796236` for populated places, `iso:CN` and `iso:CN-GZ` for countries and first-level subdivisions; empty if the gazetteer has none.',
  ),
  admin1: text.describe(
    'English name of the first-level subdivision the place lies in, stated or from the gazetteer; empty for places not below one.',
  ),
  country: country.describe('ISO 3166-1 alpha-2 code of the country; empty for regions of several countries.'),
  latitude: decimal.or(none).describe('Latitude in decimal degrees; empty if unknown.'),
  longitude: decimal.or(none).describe('Longitude in decimal degrees; empty if unknown.'),
};

interface Located {
  readonly latitude: string;
  readonly longitude: string;
}

/** Latitude and longitude come together and lie on the globe. */
export function checkCoordinates(row: Located, context: z.RefinementCtx): void {
  const { latitude, longitude } = row;
  if ((latitude === '') !== (longitude === '')) {
    context.addIssue({ code: 'custom', path: ['longitude'], message: 'expected latitude and longitude together', input: longitude });
  }
  if (Math.abs(Number(latitude)) > 90) {
    context.addIssue({ code: 'custom', path: ['latitude'], message: 'expected -90 to 90 degrees', input: latitude });
  }
  if (Math.abs(Number(longitude)) > 180) {
    context.addIssue({ code: 'custom', path: ['longitude'], message: 'expected -180 to 180 degrees', input: longitude });
  }
}
