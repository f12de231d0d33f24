import { foldName } from '../../src/gazetteer/fold.ts';
import type { RawCity } from './sources.ts';

/** Countries whose Latin names are transliterations; English writes them without marks ("Hyderābād", "Ōita", "Cần Thơ"). */
const TRANSLITERATED = new Set(
  (
    'IN PK BD NP LK BT IR IQ SA AE YE OM KW QA BH SY JO LB PS EG LY SD SS AF JP KP KR TM UZ TJ KZ KG AZ AM GE MM TH LA KH VN RU UA BY BG GR CY IL ET ER SO ' +
    'DJ TD MR MN TW CN DZ'
  ).split(' '),
);

const CYRILLIC = new Set(['RU', 'UA', 'BY', 'KZ', 'BG']);

/** GeoNames' name as an English newspaper would print it. */
export function canonicalName(city: RawCity): string {
  let name = city.name.replace(/[’ʼʻ]/g, "'").replace(/‘/g, "'");
  if (TRANSLITERATED.has(city.country))
    name = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').normalize('NFC');
  if (CYRILLIC.has(city.country)) name = name.replace(/'/g, '');
  return name;
}

const PARTICLES =
  'a al am an and as at auf aux bei by da das de del den der des di do dos du e el en ez i im in la las le les lez los na nad of on op pod sobre sous sur the to und upon van von y';
const PARTICLE = new Set(PARTICLES.split(' '));

const LATIN = /^\p{Lu}[\p{Script=Latin}\p{M}’'‘ʻʼ. -]+$/u;

/** What other Latin-script names a text may use: capitalised words, no codes, no "… Shi" or "… Xian" forms. */
export function aliasesOf(city: RawCity): string[] {
  const seen = new Set([foldName(city.name), foldName(canonicalName(city))]);
  const result: string[] = [];
  for (const alias of city.alternates) {
    if (!LATIN.test(alias) || alias === alias.toUpperCase() || /[ -](?:Shi|Shih|Xian|Hsien|Sheng|Diqu|Qu|Zhen)$/.test(alias)) continue;
    if (alias.split(/[ -]/).some((word) => /^\p{Ll}/u.test(word) && !PARTICLE.has(word.toLowerCase()))) continue;
    const key = foldName(alias);
    if (key.length < 4 || key.length > 40 || !/^[a-z0-9 ]+$/.test(key) || seen.has(key)) continue;
    seen.add(key);
    result.push(alias);
  }
  return result;
}
