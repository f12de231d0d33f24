import { iso31662 } from 'iso-3166';
import { foldName } from '../../src/gazetteer/fold.ts';
import { parts, readAdmin1, readTable } from './sources.ts';

export interface Subdivision {
  /** `CN-GZ`, or empty where the two sources could not be brought together. */
  readonly iso: string;
  readonly country: string;
  /** `CN.18`, or empty */
  readonly geonames: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly abbreviations: readonly string[];
  /** Where the middle of its towns misleads. */
  readonly centre: readonly [number, number] | undefined;
  /** A municipality of China: the subdivision of its districts, but a city where it is named (GOLD.md). */
  readonly isCity: boolean;
}

/** What kind of unit it is, in either source's words; not part of the name. */
const GENERIC = new Set(
  (
    'province state region prefecture oblast governorate county department district autonomous republic respublika krai kray okrug of the canton municipality ' +
    'emirate voivodeship parish community city sheng shi zizhiqu departamento provincia de del la le di judet kraj maakond apskritis viloyati oblysy oblisi oblys ' +
    'division capital territory metropolitan lan lans fylke muhafazat tinh al ad ash ar az an as el'
  ).split(' '),
);

/** First-level units that the other source writes otherwise still meet here: "Provincia de Córdoba", "Córdoba Province". */
const bare = (name: string): string =>
  foldName(name)
    .split(' ')
    .filter((word) => !GENERIC.has(word))
    .join('');

const SUFFIX =
  /(?:(?<!Free) State| (?:Province|Oblast'?|oblast|Region|Republic|Kray|Krai|Governorate|Prefecture|Voivodeship|Department|County|District|Canton|Oblisi|Municipality))$/;

/** The two GeoNames packages number their subdivisions by different reforms: VN.20 is Ho Chi Minh in one, Lang Son in the other. */
const CODES_OF_ANOTHER_TIME = new Set(['VN']);

/** Counties of Norway that one package has and the other has dropped again. */
const ADDED = new Set(['NO-30', 'NO-38', 'NO-54']);

/** ISO entries that are countries of their own. */
const NOT_PROVINCES = new Set(['CN-HK', 'CN-MO', 'CN-TW', 'US-PR', 'FR-GF', 'FR-GP', 'FR-MQ', 'FR-RE', 'FR-YT', 'NL-AW', 'NL-CW', 'NL-SX']);

/** Groups of ISO entries that lie above the first level in use: islands of Indonesia, Finnish or Czech parents have none. */
const GROUPS = new Set(['ID-JW', 'ID-KA', 'ID-ML', 'ID-NU', 'ID-PP', 'ID-SL', 'ID-SM', 'MA-01']);

const CITIES = new Set(['CN-BJ', 'CN-SH', 'CN-TJ', 'CN-CQ']);

export function readSubdivisions(): Subdivision[] {
  const codes = new Map<string, string>();
  for (const [country = '', pairs = ''] of readTable('subdivision-codes.tsv')) {
    for (const pair of pairs.split(' ')) {
      const [from = '', to = ''] = pair.split('=');
      codes.set(`${country}.${from}`, `${country}-${to}`);
    }
  }
  const named = new Map(
    readTable('subdivision-names.tsv').map(([iso = '', name = '', aliases, abbreviations]) => [
      iso,
      { name, aliases: parts(aliases), abbreviations: parts(abbreviations) },
    ]),
  );
  const centres = new Map(
    readTable('subdivision-centres.tsv').map(([iso = '', latitude, longitude]) => [iso, [Number(latitude), Number(longitude)] as const]),
  );
  const top = new Map<string, { code: string; name: string }[]>();
  for (const entry of iso31662) {
    const country = entry.code.slice(0, 2);
    const list = top.get(country) ?? [];
    list.push({ code: entry.code, name: entry.name.replace(/\s*\[[^\]]*\]|\s*\([^)]*\)/g, '') });
    top.set(country, list);
  }
  const taken = new Set(codes.values());
  const result: Subdivision[] = [];
  const add = (iso: string, geonames: string, country: string, source: string, more: readonly string[]): void => {
    if (NOT_PROVINCES.has(iso)) return;
    const known = named.get(iso);
    const plain = usualName(country, source);
    const name = known?.name !== undefined && known.name !== '' ? known.name : plain;
    const aliases = new Set([...(known?.aliases ?? []), source, source.replace(SUFFIX, ''), ...more, ...russianNames(country, source)]);
    aliases.delete(name);
    result.push({
      iso,
      geonames,
      country,
      name,
      aliases: [...aliases].filter((alias) => alias !== ''),
      abbreviations: known?.abbreviations ?? [],
      centre: centres.get(iso),
      isCity: CITIES.has(iso),
    });
  };
  for (const { code, name } of readAdmin1()) {
    const country = code.slice(0, 2);
    if (CODES_OF_ANOTHER_TIME.has(country)) continue;
    const entries = (top.get(country) ?? []).filter((entry) => !GROUPS.has(entry.code));
    const key = bare(name);
    const match =
      codes.get(code) ??
      entries.find((entry) => !taken.has(entry.code) && entry.name.split(/[/,]/).some((part) => bare(part) === key && key !== ''))?.code ??
      '';
    if (match !== '') taken.add(match);
    add(match, code, country, name.replace(/\s*\([^)]*\)/g, ''), []);
  }
  // Their towns carry the codes of the table; the names are ISO's.
  for (const [from, to] of codes) {
    const country = from.slice(0, 2);
    const entry =
      CODES_OF_ANOTHER_TIME.has(country) || ADDED.has(to) ? (top.get(country) ?? []).find(({ code }) => code === to) : undefined;
    if (entry !== undefined)
      add(to, from, country, entry.name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D'), [entry.name]);
  }
  return result;
}

/** "Nghệ An Province" is usually "Nghe An", but "Moscow Oblast" and "Kaluga Oblast" are usually "the Kaluga region". */
function usualName(country: string, source: string): string {
  if (country === 'RU') {
    const oblast = /^(.+?)(?:skaya)? [Oo]blast'?$/.exec(source);
    if (oblast?.[1] !== undefined) return `${oblast[1]} region`;
    const republic = /^(.+?) Republic$/.exec(source);
    return republic?.[1] ?? (['Rostov', 'Murmansk', 'Ulyanovsk', 'Chelyabinsk'].includes(source) ? `${source} region` : source);
  }
  return source.replace(SUFFIX, '');
}

/** All the ways an English text calls a Russian region. */
function russianNames(country: string, source: string): string[] {
  if (country !== 'RU') return [];
  const stem = source.replace(/(?:skaya)? [Oo]blast'?$/, '').replace(/ (?:Republic|Kray|Krai)$/, '');
  return [stem, `${stem} region`, `${stem} Region`, `${stem} Oblast`];
}
