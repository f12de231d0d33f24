/** Letters that do not decompose into a base letter and a mark. */
const SINGLE: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ə: 'a',
  þ: 'th',
  ħ: 'h',
};

/** Words written in more ways than one inside names: "Saint Louis", "St. Louis", "St Louis". */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['saint', 'st'],
  ['mt', 'mount'],
  ['ft', 'fort'],
  ['&', 'and'],
]);

function isPlain(word: string): boolean {
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index);
    if (!((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57))) return false;
  }
  return true;
}

/**
 * One word of a name as the gazetteer spells its keys: "Xi’an" gives `xian`, "São" gives `sao`, "D.C." gives `dc`.
 * Letters outside the Latin alphabet stay as they are.
 */
export function foldWord(word: string): string {
  let folded = word;
  if (!isPlain(word)) {
    folded = word
      .normalize('NFD')
      .replace(/[\p{M}’'‘ʻʼʿʾ`´.\u00ad\u200b]/gu, '')
      .toLowerCase()
      .replace(/[łøđðßæœıəþħ]/g, (letter) => SINGLE[letter] ?? letter);
  } else folded = word.toLowerCase();
  return WORDS.get(folded) ?? folded;
}

/** A whole name as a key: words joined by single spaces, hyphens opened ("Port-au-Prince" gives `port au prince`). */
export function foldName(name: string): string {
  return name
    .split(/[\s\-‐‑–/,()]+/)
    .map(foldWord)
    .filter((word) => word !== '')
    .join(' ');
}

/** FNV-1a over the units of a key, the same in the build script and in the lookup. */
export function hashKey(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
