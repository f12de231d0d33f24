/*
 * Words, gaps and neighbours, by hand: the grammar of figures looks a few words around each number and nowhere else.
 * Offsets are UTF-16 units of the text given, which is the section and nothing but the section.
 */

export interface Word {
  readonly start: number;
  readonly end: number;
  /** Lower case. */
  readonly word: string;
}

const LONGEST_WORD = 24;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isBlank(code: number): boolean {
  return code === 32 || code === 0xa0 || code === 0x2009 || code === 0x202f || code === 9;
}

/** Latin letters with and without accents; enough to tell "5G" and "Q3" from numbers. */
export function isLetter(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7);
}

export function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** Hyphens and dashes that join the ends of a range: - ‐ ‑ ‒ – — − ~ */
export function isDash(code: number): boolean {
  return code === 45 || (code >= 0x2010 && code <= 0x2014) || code === 0x2212 || code === 126;
}

/** Behind at most three blanks, one of them a line break: words of one sentence may stand on two lines, never in two blocks. */
export function skipGap(text: string, at: number): number {
  let index = at;
  let breaks = 0;
  while (index < at + 3) {
    const code = text.charCodeAt(index);
    if (code === 10 && breaks === 0) breaks = 1;
    else if (!isBlank(code)) break;
    index += 1;
  }
  return index;
}

/** As `skipGap`, towards the front. */
export function skipGapBack(text: string, at: number): number {
  let index = at;
  let breaks = 0;
  while (index > 0 && index > at - 3) {
    const code = text.charCodeAt(index - 1);
    if (code === 10 && breaks === 0) breaks = 1;
    else if (!isBlank(code)) break;
    index -= 1;
  }
  return index;
}

/** Behind a gap or one hyphen: "third quarter", "third-quarter". */
export function skipJoint(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code === 45 || (code >= 0x2010 && code <= 0x2012) ? at + 1 : skipGap(text, at);
}

/** The letters that begin at `at`, or undefined where there are none or too many for a word. */
export function wordAt(text: string, at: number): Word | undefined {
  let end = at;
  let lower = true;
  for (let code = text.charCodeAt(end); isLetter(code) && end - at <= LONGEST_WORD; code = text.charCodeAt(end)) {
    if (code < 97 || code > 122) lower = false;
    end += 1;
  }
  return made(text, at, end, lower);
}

/** The letters that end at `at`. */
export function wordEndingAt(text: string, at: number): Word | undefined {
  let start = at;
  let lower = true;
  while (start > 0 && at - start <= LONGEST_WORD) {
    const code = text.charCodeAt(start - 1);
    if (!isLetter(code)) break;
    if (code < 97 || code > 122) lower = false;
    start -= 1;
  }
  return made(text, start, at, lower);
}

/** Lower-casing costs more than all else here, and most words are in lower case. */
function made(text: string, start: number, end: number, lower: boolean): Word | undefined {
  if (start === end || end - start > LONGEST_WORD) return undefined;
  const word = text.slice(start, end);
  return { start, end, word: lower ? word : word.toLowerCase() };
}

/** The lower-case letter at `at` as a code, whatever its case; meaningless for other characters. */
export function lowerAt(text: string, at: number): number {
  return text.charCodeAt(at) | 32;
}

/** The word in front of `at`, a gap between. */
export function previousWord(text: string, at: number): Word | undefined {
  const end = skipGapBack(text, at);
  return end === at ? undefined : wordEndingAt(text, end);
}

/** Runs a sticky pattern at `at`; the match, or undefined. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** A set of the words of a list, one blank or line break between them. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
