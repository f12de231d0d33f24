import { describe, expect, it } from 'vitest';
import { capitalOf, country, demonym, foldName, lookup, lookupRare, regionCode, respell, subdivision } from '../src/gazetteer/index.ts';
import { editDistance, isOneEdit } from '../src/gazetteer/respell.ts';

const cityNamed = (name: string): string[] =>
  lookup(name)
    .filter(({ place }) => place.type === 'city')
    .map(({ place }) => `${place.name}/${place.country}`);
const provinceId = (name: string, code: string): string | undefined =>
  lookup(name).find(({ place }) => place.type === 'province' && place.country === code)?.place.id;

describe('names', () => {
  it.each([
    ['Kiev', 'Kyiv/UA'],
    ['Bombay', 'Mumbai/IN'],
    ['München', 'Munich/DE'],
    ['Sao Paulo', 'São Paulo/BR'],
    ['Saigon', 'Ho Chi Minh City/VN'],
    ['Washington, D.C.', 'Washington/US'],
    ['Macau', 'Macao/MO'],
    ['Xi’an', "Xi'an/CN"],
    ['Xian', "Xi'an/CN"],
    ['Bangalore', 'Bengaluru/IN'],
    ['Calcutta', 'Kolkata/IN'],
    ['Peking', 'Beijing/CN'],
    ['Canton', 'Guangzhou/CN'],
    ['Köln', 'Cologne/DE'],
    ['Sevilla', 'Seville/ES'],
    ['New York City', 'New York/US'],
    ['Genève', 'Geneva/CH'],
    ['St Petersburg', 'St. Petersburg/RU'],
    ['Hyderabad', 'Hyderabad/IN'],
    ['Allahabad', 'Prayagraj/IN'],
  ])('%s is %s', (name, expected) => {
    expect(cityNamed(name)).toContain(expected);
  });

  it('folds accents, apostrophes, hyphens and "Saint"', () => {
    expect(foldName('Saint-Étienne')).toBe('st etienne');
    expect(foldName('Ürümqi')).toBe('urumqi');
    expect(foldName('D.C.')).toBe('dc');
    expect(foldName('Łódź')).toBe('lodz');
  });

  it('gives ids, coordinates and the subdivision', () => {
    expect(lookup('Hefei')[0]?.place).toMatchObject({
      id: 'geonames:1808722',
      type: 'city',
      admin1: 'Anhui',
      admin1Id: 'iso:CN-AH',
      country: 'CN',
      latitude: 31.86389,
      longitude: 117.28083,
    });
  });

  it('keeps small places apart', () => {
    expect(lookup('Whitecourt')).toEqual([]);
    expect(lookupRare('Whitecourt')[0]?.place).toMatchObject({ country: 'CA', admin1: 'Alberta' });
  });

  it('knows no prototype names', () => {
    expect(lookup('constructor')).toEqual([]);
    expect(demonym('__proto__')).toBeUndefined();
    expect(country('toString')).toBeUndefined();
  });
});

describe('countries', () => {
  it.each([
    ['US', 'US'],
    ['U.S.', 'US'],
    ['America', 'US'],
    ['UK', 'GB'],
    ['Czechia', 'CZ'],
    ['Czech Republic', 'CZ'],
    ['Mainland China', 'CN'],
    ['Türkiye', 'TR'],
    ['Taiwan', 'TW'],
    ['Puerto Rico', 'PR'],
  ])('%s is %s', (name, code) => {
    expect(
      lookup(name)
        .filter(({ place }) => place.type === 'country')
        .map(({ place }) => place.country),
    ).toEqual([code]);
  });

  it('takes Hong Kong, Macao and Singapore for cities', () => {
    for (const name of ['Hong Kong', 'Macao', 'Singapore']) expect(lookup(name)[0]?.place.type).toBe('city');
    expect(country('HK')?.type).toBe('country');
  });

  it('knows demonyms by their capitals', () => {
    expect(demonym('Chinese')?.id).toBe('iso:CN');
    expect(demonym('Emirati')?.id).toBe('iso:AE');
    expect(demonym('South Korean')?.id).toBe('iso:KR');
    expect(demonym('Bavarian')?.id).toBe('iso:DE-BY');
    expect(demonym('polish')).toBeUndefined();
  });

  it('knows capitals and seats', () => {
    expect(capitalOf(country('CN') ?? never())?.name).toBe('Beijing');
    expect(capitalOf(subdivision('iso:CN-GZ') ?? never())?.name).toBe('Guiyang');
    expect(capitalOf(subdivision('iso:BR-PR') ?? never())?.name).toBe('Curitiba');
  });
});

describe('subdivisions: GeoNames and ISO number them differently', () => {
  it.each([
    ['Fukushima', 'JP', 'iso:JP-07'],
    ['Ibaraki', 'JP', 'iso:JP-08'],
    ['Fukuoka', 'JP', 'iso:JP-40'],
    ['Hokkaido', 'JP', 'iso:JP-01'],
    ['Tokyo', 'JP', 'iso:JP-13'],
    ['Guizhou', 'CN', 'iso:CN-GZ'],
    ['Tibet', 'CN', 'iso:CN-XZ'],
    ['Inner Mongolia', 'CN', 'iso:CN-NM'],
    ['Shaanxi', 'CN', 'iso:CN-SN'],
    ['Shanxi', 'CN', 'iso:CN-SX'],
    ['Ho Chi Minh City', 'VN', 'iso:VN-SG'],
    ['Hanoi', 'VN', 'iso:VN-HN'],
    ['Lang Son', 'VN', 'iso:VN-09'],
    ['Lagos', 'NG', 'iso:NG-LA'],
    ['FCT', 'NG', 'iso:NG-FC'],
    ['Rivers', 'NG', 'iso:NG-RI'],
    ['Dubai', 'AE', 'iso:AE-DU'],
    ['Abu Dhabi', 'AE', 'iso:AE-AZ'],
    ['Sharjah', 'AE', 'iso:AE-SH'],
    ['Kaluga region', 'RU', 'iso:RU-KLU'],
    ['Mordovia', 'RU', 'iso:RU-MO'],
    ['England', 'GB', 'iso:GB-ENG'],
    ['Bavaria', 'DE', 'iso:DE-BY'],
    ['Orissa', 'IN', 'iso:IN-OD'],
    ['Telengana', 'IN', 'iso:IN-TS'],
    ['Catalonia', 'ES', 'iso:ES-CT'],
    ['NSW', 'AU', 'iso:AU-NSW'],
  ])('%s in %s is %s', (name, code, id) => {
    expect(provinceId(name, code)).toBe(id);
  });

  it('puts cities into the right one', () => {
    expect(lookup('Ho Chi Minh City').find(({ place }) => place.type === 'city')?.place.admin1Id).toBe('iso:VN-SG');
    expect(lookup('Mito').find(({ place }) => place.country === 'JP')?.place.admin1).toBe('Ibaraki');
    expect(lookup('Kano').find(({ place }) => place.type === 'city' && place.country === 'NG')?.place.admin1).toBe('Kano');
  });

  it('has no province for the cities that are cities everywhere', () => {
    for (const name of ['Beijing', 'Shanghai', 'Tianjin', 'Chongqing'])
      expect(lookup(name).map(({ place }) => place.type)).not.toContain('province');
  });

  it('has one record per ISO id', () => {
    expect(
      lookup('SC')
        .map(({ place, nameKind }) => `${place.id} ${nameKind}`)
        .sort(),
    ).toEqual(['iso:BR-SC abbreviation', 'iso:US-SC abbreviation']);
  });
});

describe('regions', () => {
  it.each([
    ['Asia', 'asia'],
    ['Latin America', 'latin-america'],
    ['Gulf', 'gulf'],
    ['MENA', 'mena'],
    ['Southeast Asia', 'southeast-asia'],
    ['EU', 'eu'],
    ['sub-Saharan Africa', 'sub-saharan-africa'],
  ])('%s is %s', (name, code) => {
    expect(regionCode(name)).toBe(code);
  });

  it('gives no code to a part of a country', () => {
    expect(regionCode('Silicon Valley')).toBeUndefined();
    expect(lookup('Silicon Valley')[0]?.place).toMatchObject({ type: 'region', country: 'US' });
  });
});

describe('respelling', () => {
  it.each([
    ['Xiamon', 'CN', 'Xiamen'],
    ['Chengdo', 'CN', 'Chengdu'],
    ['Dunguan', 'CN', 'Dongguan'],
    ['Ninbo', 'CN', 'Ningbo'],
    ['Suzho', 'CN', 'Suzhou'],
    ['Heifei', 'CN', 'Hefei'],
    ['Pokahara', 'NP', 'Pokhara'],
  ])('%s in %s is %s', (name, code, expected) => {
    expect(respell(name, [code])?.name).toBe(expected);
  });

  it('stays in the countries given, and leaves far names alone', () => {
    expect(respell('Xiamon', ['BR'])?.name).not.toBe('Xiamen');
    expect(respell('Qwertyui', ['CN'])).toBeUndefined();
    expect(respell('Xiamon', [])).toBeUndefined();
  });

  it('agrees with the edit distance', () => {
    const pairs = [
      ['abcd', 'abcd'],
      ['abcd', 'abdc'],
      ['abcd', 'abc'],
      ['abcd', 'xbcd'],
      ['abcd', 'abcde'],
      ['abcd', 'badc'],
      ['aa', 'a'],
      ['abcd', 'acbde'],
    ] as const;
    for (const [a, b] of pairs) expect([a, b, isOneEdit(a, b)]).toEqual([a, b, editDistance(a, b, 3) === 1]);
  });
});

function never(): never {
  throw new Error('expected a place');
}
