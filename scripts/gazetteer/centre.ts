import type { RawCity } from './sources.ts';

/**
 * The middle of an area, from its towns: the mean over half-degree cells that hold one, so that a crowded corner counts no
 * more than an empty one. Undefined where it has no town.
 */
export function centre(cities: readonly RawCity[]): [number | undefined, number | undefined] {
  const cells = new Map<string, RawCity>();
  for (const city of cities) cells.set(`${Math.floor(city.latitude * 2)},${Math.floor(city.longitude * 2)}`, city);
  if (cells.size === 0) return [undefined, undefined];
  let latitude = 0;
  let longitude = 0;
  for (const city of cells.values()) {
    latitude += city.latitude / cells.size;
    longitude += city.longitude / cells.size;
  }
  return [latitude, longitude];
}

export function groupBy(cities: readonly RawCity[], key: (city: RawCity) => string): Map<string, RawCity[]> {
  const groups = new Map<string, RawCity[]>();
  for (const city of cities) {
    const group = groups.get(key(city));
    if (group === undefined) groups.set(key(city), [city]);
    else group.push(city);
  }
  return groups;
}
