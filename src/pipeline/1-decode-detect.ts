import iconv from 'iconv-lite';
import { COMMON_LETTERS } from './1-decode-letters.ts';

/*
 * The encoding of bytes that are no UTF-8 and do not say what they are. News in English is mostly ASCII, with a few dashes, quotes
 * and names: too little for statistics of bytes (chardet names windows-1252 for nearly all of it). Each candidate is read, and its
 * characters beyond ASCII are judged where they stand.
 */

/** In order of how common they are: of equals the first wins. */
const CANDIDATES = [
  'windows-1252',
  'gb18030',
  'shift_jis',
  'big5',
  'euc-kr',
  'euc-jp',
  'windows-1251',
  'windows-1254',
  'windows-1250',
  'koi8-r',
] as const;

/** Bytes that are judged, in lines with one beyond ASCII; more changed no verdict on the corpus. */
const SAMPLE_BYTES = 16_384;

/** Encodings that may be meant, the likeliest first; empty where all read as nonsense. */
export function detectEncodings(body: Uint8Array): readonly string[] {
  const sample = sampleOf(body);
  const scored = CANDIDATES.map((encoding) => ({ encoding, score: scoreOf(iconv.decode(sample, encoding), encoding) }));
  return scored
    .filter(({ score }) => score >= 0)
    .sort((a, b) => b.score - a.score)
    .map(({ encoding }) => encoding);
}

/** Bytes below which zeros say nothing. */
const FEWEST_WIDE = 32;

/** UTF-16 without a mark: in text of any language of Europe every second byte is mostly zero. */
export function detectWide(body: Uint8Array): string | undefined {
  const length = Math.min(body.length, 1024) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (body[at] === 0) even += 1;
    if (body[at + 1] === 0) odd += 1;
  }
  if (length < FEWEST_WIDE) return undefined;
  if (odd * 2 > length * 0.7 && even === 0) return 'utf-16le';
  return even * 2 > length * 0.7 && odd === 0 ? 'utf-16be' : undefined;
}

/** Whole lines that hold a byte beyond ASCII: a line end is the same byte in all candidates. */
function sampleOf(body: Uint8Array): Uint8Array {
  const lines: Uint8Array[] = [];
  let size = 0;
  for (let start = 0; start < body.length && size < SAMPLE_BYTES;) {
    const newline = body.indexOf(0x0a, start);
    const line = body.subarray(start, Math.min(newline < 0 ? body.length : newline + 1, start + SAMPLE_BYTES));
    if (line.some((byte) => byte >= 0x80)) {
      lines.push(line);
      size += line.length;
    }
    start += line.length;
  }
  return Buffer.concat(lines);
}

const LETTER = /\p{L}/u;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
const OPENING = /[“‘«„‚]/;
const WIDE = /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]/;
/** Marks that prose has beyond ASCII. */
const MARKS = /[‘’“”„‚«»‹›–—…•·°©®™€£¥¢§±×²³½¼¾¿¡†→←▲▼■●★※、。，：；（）！？《》「」『』【】・～％\u00a0]/;

/** Sum over the characters beyond ASCII, by their bytes: what stands where such a character stands counts, what cannot counts against. */
function scoreOf(text: string, encoding: string): number {
  const letters = COMMON_LETTERS[encoding];
  const isWide = encoding !== 'koi8-r' && !encoding.startsWith('windows');
  const characters = Array.from(text);
  let score = 0;
  for (const [index, character] of characters.entries()) {
    if (character < '\u0080') continue;
    const before = characters[index - 1] ?? ' ';
    const after = characters[index + 1] ?? ' ';
    if (/[\ufffd\p{Cc}\p{Co}\p{Cn}]/u.test(character)) return -Infinity;
    const weight = isWide ? 2 : 1;
    if (isOfFourBytes(character, encoding)) score += weight;
    else if (MARKS.test(character)) score += weight * markScore(character, before, after);
    else if (LETTER.test(character)) score += weight * letterScore(character, before, after, letters?.has(character) ?? false);
    else score -= weight;
  }
  return score;
}

/** GB18030 writes "ř", "₹" and "ह" as letter, digit, letter, digit: no other encoding puts digits there. */
function isOfFourBytes(character: string, encoding: string): boolean {
  return encoding === 'gb18030' && iconv.encode(character, encoding).length === 4;
}

function markScore(mark: string, before: string, after: string): number {
  const [follows, leads] = [LETTER.test(before), LETTER.test(after)];
  if (mark === '’') return follows || /[\d.,!?]/.test(before) ? 2 : -1;
  if (OPENING.test(mark)) return follows || /\d/.test(before) ? -1 : leads || /[\d$€£“‘]/.test(after) ? 2 : 0;
  if (/[”»]/.test(mark)) return /\s/.test(before) ? 0 : leads ? -1 : 2;
  if (/[–—…•→▲▼©]/.test(mark)) return 1.5;
  // "Home › Metro" leads through a site; "44.6°C".
  if (/[‹›]/.test(mark)) return follows || leads ? -1 : 1.5;
  if (mark === '°') return /\d/.test(before) ? 2 : follows && leads ? -2 : 0.5;
  if (/[¡¿]/.test(mark)) return leads && !follows && !/\d/.test(before) ? 0.5 : -1;
  // "¡", "¯" or "²" between two letters is half of something else.
  if (/[€£¥]/.test(mark)) return /\d/.test(after) ? 2 : follows && leads ? -2 : 0;
  return follows && leads && /[^·\u00a0]/.test(mark) ? -2 : 0.5;
}

function letterScore(letter: string, before: string, after: string, isCommon: boolean): number {
  if (WIDE.test(letter)) {
    // Han beside Latin letters is a misread quote ("Xi抯"); among its like it is a name.
    const beside = Number(/[a-z]/i.test(before)) + Number(/[a-z]/i.test(after));
    if (beside > 0) return isCommon ? 1 - beside : -2;
    return isCommon ? 2 : -0.5;
  }
  const [follows, leads] = [LETTER.test(before), LETTER.test(after)];
  // "gdaÑsk": a capital inside a word.
  if (UPPER.test(letter) && LOWER.test(before)) return -2;
  // "ÐÏàæ": letters of Latin that stand in a row are halves of something else; of Cyrillic they are a word.
  const isCyrillic = /\p{Script=Cyrillic}/u.test(letter);
  const mixed = [before, after].some((other) => LETTER.test(other) && /\p{Script=Cyrillic}/u.test(other) !== isCyrillic);
  if (mixed && isCyrillic) return -2;
  // "и", "в", "с" stand alone, "ї" does not.
  if (isCyrillic && !follows && !leads) return /[авикосуя]/i.test(letter) ? 0.5 : -1;
  if (isCyrillic) return isCommon && (LOWER.test(letter) || !LOWER.test(after) || !follows) ? 1.2 : -0.5;
  const inRow = [before, after].filter((other) => other >= '\u0080' && LETTER.test(other)).length;
  if (!isCommon) return -1;
  return follows || leads ? 1.5 - inRow : -0.5;
}
