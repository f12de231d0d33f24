import { regionCode } from '../gazetteer/index.ts';
import type { Span } from '../source-text.ts';
import type { Mention, Place } from '../types.ts';

/** The code of an area whose places compete: `CN`, `CN-GZ`, a region of GOLD.md's list; empty where the place is none. */
export function scopeOf(place: Place): string {
  if (place.type === 'country') return place.country;
  if (place.type === 'province') return place.id.startsWith('iso:') ? place.id.slice(4) : place.country;
  if (place.type === 'region') return regionCode(place.name) ?? place.country;
  return '';
}

/** Areas that words name without a place of the gazetteer behind them; GOLD.md's closed list. */
const AREAS: readonly (readonly [RegExp, string])[] = [
  [/\bMENA\b|\bmiddle east(?:ern)? and north(?:ern)? africa/i, 'mena'],
  [/\barab(?: world)?\b/i, 'arab-world'],
  [/\basia[- ]pacific\b|\bAPAC\b/i, 'asia-pacific'],
  [/\bsouth[- ]?east(?:ern)? asian?\b|\bASEAN\b/i, 'southeast-asia'],
  [/\bsouth(?:ern)? asian?\b/i, 'south-asia'],
  [/\beast(?:ern)? asian?\b/i, 'east-asia'],
  [/\bcentral asian?\b/i, 'central-asia'],
  [/\blatin americ/i, 'latin-america'],
  [/\bsouth americ/i, 'south-america'],
  [/\bnorth americ/i, 'north-america'],
  [/\bcentral americ/i, 'central-america'],
  [/\bamericas\b/i, 'americas'],
  [/\bcaribbean\b/i, 'caribbean'],
  [/\bsub-saharan\b/i, 'sub-saharan-africa'],
  [/\bwestern europ/i, 'western-europe'],
  [/\beastern europ/i, 'eastern-europe'],
  [/\beuropean union\b|\bEU\b/, 'eu'],
  [/\bnordic/i, 'nordics'],
  [/\bgulf\b|\bGCC\b/, 'gulf'],
  [/\bmiddle[- ]east/i, 'middle-east'],
  [/\beurope(?:an|['’]s)?\b/i, 'europe'],
  [/\bafrican?\b/i, 'africa'],
  [/\bAsian?\b/, 'asia'],
  [/\bOceania/i, 'oceania'],
  [/\bglobal(?:ly)?\b|\bworldwide\b|\b(?:the |in the |around the )?world(?:['’]s)?\b|\bon earth\b|\b(?:the |on the )planet\b/i, 'world'],
];

/** The area that a list's own words name: a country or province first, then a region, then the world. */
export function areaIn(inside: readonly Mention[], text: string, span: Span): { readonly code: string; readonly span: Span } | undefined {
  const words = text.slice(span.start, span.end);
  const named = AREAS.find(([pattern, code]) => code !== 'world' && pattern.test(words));
  const stated = inside.find(
    (mention) => (mention.kind === 'place' && ['country', 'province', 'region'].includes(mention.place.type)) || mention.kind === 'demonym',
  );
  if (stated !== undefined && (stated.kind === 'place' || stated.kind === 'demonym')) {
    const code = scopeOf(stated.place);
    if (code !== '' && (named === undefined || stated.place.type !== 'region'))
      return { code, span: { start: stated.start, end: stated.end } };
  }
  return named === undefined ? areaOf(words, span.start) : areaOf(words, span.start, named);
}

function areaOf(
  words: string,
  at: number,
  area = AREAS.find(([pattern]) => pattern.test(words)),
): { readonly code: string; readonly span: Span } | undefined {
  const found = area?.[0].exec(words);
  return found === null || found === undefined || area === undefined
    ? undefined
    : { code: area[1], span: { start: at + found.index, end: at + found.index + found[0].length } };
}
