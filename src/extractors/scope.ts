import { regionCode } from '../gazetteer/index.ts';
import type { Place } from '../types.ts';

/** The code of an area whose places compete: `CN`, `CN-GZ`, a region of GOLD.md's list; empty where the place is none. */
export function scopeOf(place: Place): string {
  if (place.type === 'country') return place.country;
  if (place.type === 'province') return place.id.startsWith('iso:') ? place.id.slice(4) : place.country;
  if (place.type === 'region') return regionCode(place.name) ?? place.country;
  return '';
}
