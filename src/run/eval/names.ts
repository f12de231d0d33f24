/*
 * When two names of a place, or of anything else, are the same to a judge. The judge is score.py: every oddity here is one of its.
 */

/** Letters and digits in lower case without accents; anything else is a blank. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('đ', 'd')
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replace(/[’'`´‘ʻ.]/g, '')
    .replace(/[^a-z0-9\u0400-\uffff]+/gu, ' ')
    .trim();
}

const KIND_WORDS =
  /\b(?:city|municipality|province|state|prefecture|the|metropolitan|metro|area|republic of|special administrative region|county|emirate|new area)\b/g;
const SMALL_WORDS = /\b(?:district|borough|town|zone|authority|council)\b/g;

const without = (words: RegExp, folded: string): string => folded.replace(words, ' ').replace(/ +/g, ' ').trim();

/** Spellings under which a place is found: with and without blanks, without "city" and "province", without what follows a comma. */
export function placeKeys(names: readonly string[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const name of names) {
    const folded = fold(name);
    const head = fold(name.split(/[,(]/)[0] ?? '');
    for (const key of [folded, without(KIND_WORDS, folded), without(KIND_WORDS, head)]) keys.add(key).add(key.replaceAll(' ', ''));
  }
  keys.delete('');
  return keys;
}

function smallKeys(names: readonly string[]): ReadonlySet<string> {
  const keys = new Set(names.map((name) => without(SMALL_WORDS, fold(name))));
  keys.delete('');
  return keys;
}

export function overlap<Item>(a: ReadonlySet<Item>, b: ReadonlySet<Item>): boolean {
  for (const item of a) if (b.has(item)) return true;
  return false;
}

interface NamedPlace {
  readonly place: string;
  readonly place_raw?: string;
  readonly place_type: string;
}

export function isSamePlace(gold: readonly string[], row: NamedPlace, kind = ''): boolean {
  const found = [row.place, row.place_raw ?? ''].filter((name) => name !== '');
  if (overlap(placeKeys(gold), placeKeys(found))) return true;
  return (kind === 'district' || kind === 'zone') && row.place_type === kind && overlap(smallKeys(gold), smallKeys(found));
}

const STOP = new Set(
  'the a an of in on for to by and with s its at their from among as is are list ranking rankings index report'.split(' '),
);

function tokens(text: string): ReadonlySet<string> {
  return new Set(
    fold(text)
      .split(' ')
      .filter((word) => word !== '' && !STOP.has(word)),
  );
}

/** Dice's coefficient of the words of the best of `names`; 0 where either side has none. */
export function likeness(names: readonly string[], found: string): number {
  const words = tokens(found);
  const scores = names.map((name) => {
    const own = tokens(name);
    const shared = [...own].filter((word) => words.has(word)).length;
    return own.size === 0 || words.size === 0 ? 0 : (2 * shared) / (own.size + words.size);
  });
  return Math.max(0, ...scores);
}

export function isLike(names: readonly string[], found: string, need = 0.5): boolean {
  return likeness(names, found) >= need;
}
