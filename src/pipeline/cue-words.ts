/*
 * Words of closed lists, looked for in every article. Nearly all words of a text are none of them: each is hashed as it is passed,
 * and nothing is cut out of the text, put in small letters or allocated for it.
 */

export interface Cue {
  readonly start: number;
  readonly end: number;
  /** In lower case; empty for a digit. */
  readonly word: string;
}

/** Latin letters without and with accents. */
const LETTERS = 0x250;

/** By UTF-16 unit: the small letter of a Latin letter, 0 for what is none. */
const SMALL = Uint16Array.from({ length: LETTERS }, (_, code) => {
  const letter = String.fromCharCode(code);
  return /\p{L}/u.test(letter) ? letter.toLowerCase().charCodeAt(0) : 0;
});

const smallLetter = (code: number): number => (code < LETTERS ? (SMALL[code] ?? 0) : 0);

/** Whether `\b` takes the unit for part of a word. */
export const isWordUnit = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;

/** Units of FNV-1a: a letter more. */
const more = (hash: number, letter: number): number => Math.imul(hash ^ letter, 0x01000193);

export class CueWords {
  readonly words: readonly string[];
  /** Numbers of words plus one by hash; open addressing, half of it empty at least. */
  readonly #slots: Int32Array;
  readonly #mask: number;

  /** `words` are in lower case and of Latin letters. */
  constructor(words: Iterable<string>) {
    this.words = [...new Set(words)];
    let size = 64;
    while (size < this.words.length * 4) size *= 2;
    this.#slots = new Int32Array(size);
    this.#mask = size - 1;
    for (const [index, word] of this.words.entries()) {
      let hash = 0;
      for (let at = 0; at < word.length; at += 1) hash = more(hash, word.charCodeAt(at));
      let slot = (hash ^ (hash >>> 15)) & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = index + 1;
    }
  }

  /** Counts the words of `text` and, by number of the list, those that are on it. */
  count(text: string, counts: Int32Array): number {
    let tokens = 0;
    let at = 0;
    while (at < text.length) {
      let letter = smallLetter(text.charCodeAt(at));
      if (letter === 0) {
        at += 1;
        continue;
      }
      const start = at;
      let hash = 0;
      do {
        hash = more(hash, letter);
        at += 1;
        letter = at < text.length ? smallLetter(text.charCodeAt(at)) : 0;
      } while (letter !== 0);
      tokens += 1;
      const index = this.#find(text, start, at, hash);
      if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
    }
    return tokens;
  }

  /**
   * The next word of the list that begins in `from`..`end`, as `/\b(?:…)\b/i` finds it in `text`.slice(0, `end`); with `digits`
   * also the next digit. Words are of ASCII letters.
   */
  next(text: string, from: number, end: number, digits = false): Cue | undefined {
    let at = from;
    while (at < end) {
      const code = text.charCodeAt(at);
      const lower = code | 32;
      if (lower < 97 || lower > 122) {
        if (digits && code >= 48 && code <= 57) return { start: at, end: at + 1, word: '' };
        at += 1;
        continue;
      }
      const start = at;
      let hash = 0;
      let letter = lower;
      do {
        hash = more(hash, letter);
        at += 1;
        letter = at < end ? text.charCodeAt(at) | 32 : 0;
      } while (letter >= 97 && letter <= 122);
      const index = this.#find(text, start, at, hash);
      if (index < 0 || (start > 0 && isWordUnit(text.charCodeAt(start - 1))) || (at < end && isWordUnit(text.charCodeAt(at)))) continue;
      return { start, end: at, word: this.words[index] ?? '' };
    }
    return undefined;
  }

  /**
   * Every word of the list that begins in `start`..`end`, as `/\b(?:…)\b/i` finds it in that slice of `text`: where it begins and ends and
   * its number; and every digit, with the number -1. Words are of ASCII letters.
   */
  each(text: string, start: number, end: number, found: (from: number, to: number, index: number) => void): void {
    let at = start;
    while (at < end) {
      const code = text.charCodeAt(at);
      let letter = code | 32;
      if (letter < 97 || letter > 122) {
        if (code >= 48 && code <= 57) found(at, at + 1, -1);
        at += 1;
        continue;
      }
      const from = at;
      let hash = 0;
      do {
        hash = more(hash, letter);
        at += 1;
        letter = at < end ? text.charCodeAt(at) | 32 : 0;
      } while (letter >= 97 && letter <= 122);
      const index = this.#find(text, from, at, hash);
      if (index < 0 || (from > start && isWordUnit(text.charCodeAt(from - 1))) || (at < end && isWordUnit(text.charCodeAt(at)))) continue;
      found(from, at, index);
    }
  }

  /** The number of the word at `start`..`end`, whose hash is known, or -1. */
  #find(text: string, start: number, end: number, hash: number): number {
    for (let slot = (hash ^ (hash >>> 15)) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const index = (this.#slots[slot] ?? 0) - 1;
      if (index < 0 || isAt(text, start, end, this.words[index] ?? '')) return index;
    }
  }
}

function isAt(text: string, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at += 1) if (smallLetter(text.charCodeAt(start + at)) !== word.charCodeAt(at)) return false;
  return true;
}
