import { readMojibake } from '../pipeline/2-clean/mojibake.ts';

/*
 * Quotes without their markup, for verify: independent of the cleaners, which it checks, but for the table of mojibake.
 */

const MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030a',
  caron: '\u030c',
  cedil: '\u0327',
};
const LETTERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
  euro: '€',
  yen: '¥',
  cent: '¢',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  middot: '·',
  bull: '•',
  laquo: '«',
  raquo: '»',
};
const LIGATURES: Readonly<Record<string, string>> = {
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  oelig: 'œ',
  OElig: 'Œ',
  eth: 'ð',
  thorn: 'þ',
};

/** "S&atilde;o&nbsp;<b>Paulo</b>" → "São Paulo", "[Hefei](/hefei)" → "Hefei"; a tag that `value` holds is a word of the article. */
export function plainWords(quote: string, value = ''): string {
  return unescaped(readMojibake(quote).replace(/<[^<>]*>/g, (tag) => (value.includes(tag) || value.includes(unescaped(tag)) ? tag : ' ')));
}

function unescaped(words: string): string {
  return words
    .replace(/\]\([^()\s]*\)/g, ']')
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[A-Z]{2,8});/gi, (entity: string, name: string) => entityText(name) ?? entity)
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\\(?=[\p{P}\p{S}])/gu, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

function entityText(name: string): string | undefined {
  if (name.startsWith('#')) {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
  }
  const mark = MARKS[name.slice(1)];
  if (mark !== undefined) return `${name.charAt(0)}${mark}`.normalize('NFC');
  return LETTERS[name] ?? LIGATURES[name];
}

/** Letters and digits alone: what a value and its words must share whatever stands between them. */
export function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}\p{M}$€£¥%]+/gu, '');
}
