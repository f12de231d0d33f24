import type { Span } from '../source-text.ts';

/** Never the end of a sentence: a name or a number follows. */
const OPEN = words(`mr mrs ms dr prof st ste mt ft gov sen rep gen col lt capt sgt rev hon pres sr fr rs vs v approx ca cf e.g i.e eg ie est
  tel ext fig vol nos pp al viz dept univ`);
/** The end of a sentence only where the next word begins one: "Apple Inc. said", "at 5 p.m. The". */
const EITHER =
  words(`inc co ltd corp plc llc bros etc jr a.m p.m am pm jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
  ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis
  wyo ont que alta sask man ph.d m.d b.a m.a d.c u.s u.k u.n e.u u.s.a`);
/** Only a number makes an abbreviation of these: "No. 2", "p. 14", but "He said no. Then". */
const BEFORE_NUMBER = words('no nr p art sec para ch');
/** Words that begin sentences and hardly ever follow an abbreviation inside one. */
const STARTERS =
  words(`the a an it its in on at he she they we i you this that these those there their his her our my but and or as for from with
  when while if after before since although though however according by to of no not all both each only one two three many most some
  more what who how why where which meanwhile moreover also still then now so yet here is are was were`);

const TERMINALS = /[.!?…。！？]+/g;
const CLOSERS = '"\'”’»)]';
const OPENERS = '"\'“‘«([¿¡';

/**
 * Sentences of `start`..`end` of `text` (UTF-16 units), white space between them left out. An own splitter, since Intl's changes
 * with Node's ICU: a stop ends a sentence unless an abbreviation, an initial, a number or a small letter says otherwise.
 */
export function splitSentences(text: string, start: number, end: number): readonly Span[] {
  const block = text.slice(start, end);
  const sentences: Span[] = [];
  let from = 0;
  const add = (to: number): void => {
    let left = from;
    let right = to;
    while (left < right && isBlank(block, left)) left += 1;
    while (right > left && isBlank(block, right - 1)) right -= 1;
    if (left < right) sentences.push({ start: start + left, end: start + right });
    from = to;
  };
  TERMINALS.lastIndex = 0;
  for (let match = TERMINALS.exec(block); match !== null; match = TERMINALS.exec(block)) {
    let closed = TERMINALS.lastIndex;
    while (closed < block.length && CLOSERS.includes(block.charAt(closed))) closed += 1;
    if (closed < block.length && endsSentence(block, from, match.index, match[0], closed)) add(closed);
  }
  add(block.length);
  return sentences;
}

/** Does the stop (`marks` at `stop`, quotes and brackets behind it up to `closed`) end the sentence that begins at `from`? */
function endsSentence(text: string, from: number, stop: number, marks: string, closed: number): boolean {
  if (marks !== '.' && /[。！？]/.test(marks)) return true;
  if (!isBlank(text, closed)) return isGlued(text, stop, closed);
  let next = closed;
  while (next < text.length && (isBlank(text, next) || OPENERS.includes(text.charAt(next)))) next += 1;
  const code = text.charCodeAt(next);
  const character = text[next] ?? '';
  if ((code >= 97 && code <= 122) || (code >= 128 && /\p{Ll}/u.test(character))) return false;
  const word = wordBefore(text, from, stop);
  // "It's ..... Boston": dots that stand alone are a pause.
  if (marks.length > 1 || marks === '…') return word !== '';
  if (marks !== '.') return word !== 'Yahoo';
  if (/^\d{1,4}$/.test(word)) return !isMarker(text, from, stop);
  const lower = word.toLowerCase();
  if (BEFORE_NUMBER.has(lower)) return !/\d/.test(character);
  if (OPEN.has(lower)) return false;
  const abbreviated = EITHER.has(lower) || /^(?:\p{L}\.)+\p{L}$/u.test(word);
  if (abbreviated) return STARTERS.has(wordAt(text, next).toLowerCase());
  // "Bernard J. Zapor": an initial; "vitamin C. The": none.
  if (/^\p{Lu}$/u.test(word)) return STARTERS.has(wordAt(text, next).toLowerCase());
  return true;
}

/** "inside the area.Plain, hill": a stop without a blank behind it, as machines translate. */
function isGlued(text: string, stop: number, closed: number): boolean {
  return (
    closed === stop + 1 &&
    /\p{Ll}{2}$/u.test(text.slice(Math.max(0, stop - 2), stop)) &&
    /^\p{Lu}\p{Ll}/u.test(text.slice(closed, closed + 2))
  );
}

/** "10." at the start of the sentence is the marker of an item. */
function isMarker(text: string, from: number, stop: number): boolean {
  return /^[\s(#]*(?:No\.? ?)?\d{1,4}$/i.test(text.slice(from, stop).slice(0, 16)) && stop - from < 16;
}

/** Letters, digits and inner stops directly before `stop`: "U.S", "Jr", "10". */
function wordBefore(text: string, from: number, stop: number): string {
  let at = stop;
  while (at > from && stop - at < 12 && isWordUnit(text, at - 1)) at -= 1;
  while (text.charCodeAt(at) === 46 && at < stop) at += 1;
  return text.slice(at, stop);
}

function isWordUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 46;
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}

function wordAt(text: string, at: number): string {
  return /^\p{L}+/u.exec(text.slice(at, at + 16))?.[0] ?? '';
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 32 && code < 128) return false;
  return code === 32 || code === 10 || at >= text.length || /\s/.test(text.charAt(at));
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
