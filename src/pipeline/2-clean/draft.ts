import type { Span } from '../../source-text.ts';
import type { BlockKind, Cell, Marker } from '../../types.ts';
import { findMojibake } from './mojibake.ts';

/** A stretch of the decoded file that goes into the cleaned text: as it is, or as `text` where that is given. */
export interface Piece extends Span {
  readonly text: string | undefined;
}

/**
 * A block before it is written: what every cleaner finds in its format, and what the common steps (boilerplate, title,
 * metadata) judge. `start`..`end` is its stretch of the decoded file, markup included; spans of `marker` and `cells` count from
 * the start of `text`.
 */
export interface Draft extends Span {
  readonly kind: BlockKind;
  readonly level: number;
  readonly group: number;
  readonly text: string;
  /** `text` with all the blanks and tabs the file has: they part the entries of a menu. The same as `text` where markup says it. */
  readonly raw: string;
  readonly pieces: readonly Piece[];
  readonly marker?: Marker | undefined;
  readonly cells?: readonly Cell[] | undefined;
  /** A blank line, or a change of element, stands before it. */
  readonly gap: boolean;
  /** Share of its letters that stand inside links, 0 to 1; always 0 in plain text. */
  readonly linked: number;
}

/** The stretch of the decoded file behind `start`..`end` of a draft's `raw`. */
export function sourceOf(draft: Draft, start: number, end: number): Span {
  if (draft.raw.length === draft.end - draft.start) return { start: draft.start + start, end: draft.start + end };
  let at = 0;
  let from: number | undefined;
  let to = draft.end;
  for (const piece of draft.pieces) {
    const length = piece.text?.length ?? piece.end - piece.start;
    if (from === undefined && start < at + length) from = piece.text === undefined ? piece.start + start - at : piece.start;
    if (end > at && end <= at + length) to = piece.text === undefined ? piece.start + end - at : piece.end;
    at += length;
  }
  return { start: from ?? draft.start, end: to };
}

/** The part of a draft that writes `start`..`end` of its text, without blanks at its ends. */
export function sliceDraft(draft: Draft, start: number, end: number): Draft {
  let from = start;
  let to = end;
  while (from < to && draft.text[from] === ' ') from += 1;
  while (to > from && draft.text[to - 1] === ' ') to -= 1;
  const pieces: Piece[] = [];
  let at = 0;
  for (const piece of draft.pieces) {
    const length = piece.text?.length ?? piece.end - piece.start;
    const left = Math.max(from, at) - at;
    const right = Math.min(to, at + length) - at;
    if (left < right && piece.text === undefined) pieces.push({ start: piece.start + left, end: piece.start + right, text: undefined });
    else if (left < right) pieces.push({ ...piece, text: piece.text?.slice(left, right) });
    at += length;
  }
  const text = draft.text.slice(from, to);
  const { marker, ...rest } = draft;
  const part = { ...rest, text, raw: text, pieces, start: pieces[0]?.start ?? draft.start, end: pieces.at(-1)?.end ?? draft.end };
  return marker !== undefined && start === 0 ? { ...part, marker } : part;
}

/** White space other than one blank, characters without width, and character references: all that is not kept as it is. */
const UNUSUAL = /[^\S ]| {2}|[\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060]|&[a-z#]/iu;
/** Nothing of the kind, nor a letter that mojibake begins with: no property of Unicode to look up, a third of the time. */
const PLAIN = /^[\x20-\x25\x27-\x7e\u00a1-\u00ac\u00ae-\u00c1\u00c6-\u00e1\u00e3-\u167f\u2010-\u2027\u2030-\u205e\u3001-\ufefe]*$/;
const UNUSUAL_RUN =
  /[\s\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060]+|(?<=[\0-\u024f])[\u200c\u200d]+|&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});/giu;
const BLANK = 0x20;
const SPACE = /[\s\p{Cc}]/u;

/** References that crawlers leave in plain text. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  copy: '©',
  middot: '·',
  bull: '•',
  raquo: '»',
  laquo: '«',
  eacute: 'é',
  ouml: 'ö',
  uuml: 'ü',
  auml: 'ä',
};

/** Collects the pieces of a draft, left to right, and of the next one when that is finished. */
export class PieceWriter {
  readonly #source: string;
  #pieces: Piece[] = [];
  #text = '';
  /** Nothing is written, or a blank last: the next blank is one too many. */
  #blank = true;

  constructor(source: string) {
    this.#source = source;
  }

  get length(): number {
    return this.#text.length;
  }

  /** Adds `start`..`end` of the file with white space made single blanks, characters without width left out, and mojibake understood. */
  keep(start: number, end: number): void {
    const slice = this.#source.slice(start, end);
    if (PLAIN.test(slice) && !slice.includes('  ')) {
      this.#keepPlain(start, end);
      return;
    }
    let from = start;
    for (const { index, length, meant } of findMojibake(slice)) {
      this.#keepReadable(from, start + index);
      this.replace(start + index, start + index + length, SPACE.test(meant) ? ' ' : meant);
      from = start + index + length;
    }
    this.#keepReadable(from, end);
  }

  #keepReadable(start: number, end: number): void {
    const slice = this.#source.slice(start, end);
    if (!UNUSUAL.test(slice)) {
      this.#keepPlain(start, end);
      return;
    }
    let from = start;
    for (const match of slice.matchAll(UNUSUAL_RUN)) {
      const at = start + match.index;
      const to = at + match[0].length;
      const written = match[0].startsWith('&') ? reference(match[0]) : SPACE.test(match[0]) ? ' ' : '';
      if (match[0] === ' ' || written === undefined) continue;
      this.#keepPlain(from, at);
      this.replace(at, to, written);
      from = to;
    }
    this.#keepPlain(from, end);
  }

  /** Writes `text` for `start`..`end`; a blank that would begin the draft or follow another blank is left out. */
  replace(start: number, end: number, text: string): void {
    if (text === ' ' && this.#blank) return;
    this.#push(start, end, text, text);
  }

  /** Writes `text` for nothing, at `at`: the separator of cells. */
  separate(at: number, text: string): void {
    this.#push(at, at, text, text);
  }

  /** Adds what another writer wrote. */
  add(pieces: readonly Piece[]): void {
    for (const piece of pieces) {
      if (piece.text === undefined) this.keep(piece.start, piece.end);
      else this.replace(piece.start, piece.end, piece.text);
    }
  }

  finish(): { readonly text: string; readonly pieces: readonly Piece[] } {
    const pieces = this.#pieces;
    let text = this.#text;
    const last = pieces.at(-1);
    if (last !== undefined && this.#blank) {
      pieces.pop();
      if (last.text === undefined && last.end - last.start > 1) pieces.push({ ...last, end: last.end - 1 });
      text = text.slice(0, -1);
    }
    this.#pieces = [];
    this.#text = '';
    this.#blank = true;
    return { text, pieces };
  }

  /** No two blanks in a row, and none at the start. */
  #keepPlain(start: number, end: number): void {
    const doubled = this.#blank && this.#source.charCodeAt(start) === BLANK;
    const from = doubled ? start + 1 : start;
    if (from < end) this.#push(from, end, undefined, this.#source.slice(from, end));
  }

  #push(start: number, end: number, text: string | undefined, written: string): void {
    if (written === '') return;
    const last = this.#pieces.at(-1);
    if (text === undefined && last?.text === undefined && last?.end === start) {
      this.#pieces[this.#pieces.length - 1] = { start: last.start, end, text };
    } else this.#pieces.push({ start, end, text });
    this.#text += written;
    this.#blank = written.charCodeAt(written.length - 1) === BLANK;
  }
}

/** "&amp;" → "&", "&#8217;" → "’"; undefined for a name that is not a reference ("AT&T;"). */
function reference(written: string): string | undefined {
  const name = written.slice(1, -1);
  if (!name.startsWith('#')) return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return undefined;
  const character = String.fromCodePoint(code);
  return SPACE.test(character) ? ' ' : character;
}
