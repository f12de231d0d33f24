import { DecodingMode, EntityDecoder, htmlDecodeTree } from 'entities/decode';
import { MAX_HTML_DEPTH } from '../../limits.ts';
import type { Span } from '../../source-text.ts';
import { Attributes, isBlank, scanTag } from './html-attributes.ts';
import { kindOfElement, type ElementKind } from './html-elements.ts';

/** Characters of the page: `text` is what a reference stands for ("&rsquo;" → "’"), undefined where the file says it itself. */
export interface HtmlText extends Span {
  readonly kind: 'text';
  /** Characters between the blanks at its ends. */
  readonly letters: number;
  readonly text: string | undefined;
}

export interface HtmlElement extends Span {
  readonly kind: 'element';
  /** Elements that begin before it. */
  readonly index: number;
  /** In small letters. */
  readonly name: string;
  readonly type: ElementKind;
  /** Undefined for a tag of its name alone. */
  readonly attributes: Attributes | undefined;
  readonly parent: HtmlElement | undefined;
  readonly children: readonly HtmlNode[];
  /** Letters inside, blanks at the ends of texts left out; those of scripts and styles are not counted. */
  readonly letters: number;
  /** Letters inside links. */
  readonly linked: number;
  /** Letters of prose: of the blocks inside that have many outside of links. What an article has and menus have not. */
  readonly prose: number;
}

export type HtmlNode = HtmlText | HtmlElement;

export interface HtmlTree {
  readonly root: HtmlElement;
  /** Deepest nesting; above the limit the tree is cut short. */
  readonly depth: number;
}

interface Open extends HtmlElement {
  readonly parent: Open | undefined;
  readonly children: HtmlNode[];
  end: number;
  letters: number;
  linked: number;
  prose: number;
  /** Letters outside of links in its own texts and in its inline elements. */
  own: number;
}

/** Letters outside of links that make a block prose. */
const SHORTEST_PROSE = 80;

const SLASH = 0x2f;
const CLOSES = 0x3e;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;

/**
 * A tree with positions, each text and tag with its stretch of `source`. An own reader of tags: htmlparser2 took a third of the
 * time of all cleaning, most of it for strings and objects of attributes and scripts that nobody asks for.
 */
export function parseHtml(source: string): HtmlTree {
  const builder = new TreeBuilder(source);
  let text = 0;
  let at = source.indexOf('<');
  while (at >= 0 && builder.depth <= MAX_HTML_DEPTH) {
    const next = source.charCodeAt(at + 1);
    if (!isLetter(next) && next !== SLASH && next !== EXCLAMATION && next !== QUESTION) {
      at = source.indexOf('<', at + 1); // "a < b"
      continue;
    }
    builder.addText(text, at);
    text = isLetter(next) ? builder.openTag(at) : next === SLASH ? builder.closeTag(at) : commentEnd(source, at);
    at = source.indexOf('<', text);
  }
  if (builder.depth <= MAX_HTML_DEPTH) builder.addText(text, source.length);
  return builder.finish();
}

/** Builds the tree of one page, left to right. Methods that read a tag return the index behind it. */
class TreeBuilder {
  readonly #source: string;
  readonly #root: Open;
  #current: Open;
  #open = 0;
  #elements = 1;
  /** Deepest nesting so far. */
  depth = 0;
  #inForm = false;
  /** Open `<svg>` and `<math>`: in them `/>` closes, and `<title>` is no raw text. */
  #foreign = 0;
  /** The next "&", at or behind the text read last. */
  #reference: number;
  readonly #references: References;

  constructor(source: string) {
    this.#source = source;
    this.#root = this.#current = makeElement(0, kindOfElement('#root'), undefined, 0, undefined);
    this.#reference = indexOf(source, '&', 0);
    this.#references = new References(source);
  }

  openTag(start: number): number {
    const named = nameEnd(this.#source, start + 1);
    const end = scanTag(this.#source, named);
    if (end < 0) return this.#source.length;
    const type = kindOfElement(this.#source.slice(start + 1, named));
    if (type.name === 'form') {
      if (this.#inForm) return end + 1;
      this.#inForm = true;
    }
    while (type.ends?.has(this.#current.name)) this.#close(start);
    const attributes = end - named > 1 ? new Attributes(this.#source, named) : undefined;
    const element = makeElement(this.#next(), type, this.#current, start, attributes);
    element.end = end + 1;
    this.#current.children.push(element);
    this.depth = Math.max(this.depth, this.#open + 1);
    if (type.void) return end + 1;
    this.#current = element;
    this.#open += 1;
    if (type.name === 'svg' || type.name === 'math') this.#foreign += 1;
    if (this.#foreign > 0 && this.#source.charCodeAt(end - 1) === SLASH) this.#close(end + 1);
    return type.raw && this.#foreign === 0 ? this.#readRaw(type.name, end + 1) : end + 1;
  }

  closeTag(start: number): number {
    if (!isLetter(this.#source.charCodeAt(start + 2))) return indexOf(this.#source, '>', start + 2) + 1;
    const named = nameEnd(this.#source, start + 2);
    const end = indexOf(this.#source, '>', named) + 1;
    const { name, void: isVoid } = kindOfElement(this.#source.slice(start + 2, named));
    let matching: Open | undefined = isVoid ? undefined : this.#current;
    while (matching !== undefined && matching.name !== name) matching = matching.parent;
    if (matching !== undefined) {
      while (this.#current !== matching) this.#close(start);
      this.#close(end);
    } else if (name === 'br' || name === 'p') {
      // What browsers make of "</p>" alone.
      const element = makeElement(this.#next(), kindOfElement(name), this.#current, start, undefined);
      element.end = end;
      this.#current.children.push(element);
    }
    return end;
  }

  addText(start: number, end: number): void {
    if (start >= end) return;
    if (this.#reference < start) this.#reference = indexOf(this.#source, '&', start);
    let from = start;
    while (this.#reference < end) {
      const read = this.#references.read(this.#reference);
      if (read !== undefined) {
        this.#push(from, this.#reference, undefined);
        from = this.#reference + read.length;
        this.#push(this.#reference, from, read.text);
      }
      this.#reference = indexOf(this.#source, '&', this.#reference + 1);
    }
    this.#push(from, end, undefined);
  }

  finish(): HtmlTree {
    while (this.#current.parent !== undefined) this.#close(this.#source.length);
    this.#root.end = this.#source.length;
    return { root: this.#root, depth: this.depth };
  }

  #next(): number {
    this.#elements += 1;
    return this.#elements - 1;
  }

  #push(start: number, end: number, text: string | undefined): void {
    if (start >= end) return;
    const letters = text === undefined ? countLetters(this.#source, start, end) : text.trim().length;
    const current = this.#current;
    if (letters === 0 && !current.type.inline && isBlock(current.children.at(-1))) return; // the line breaks between blocks
    current.children.push({ kind: 'text', start, end, letters, text });
    current.letters += letters;
    current.own += letters;
  }

  /** The text of `<script>`, `<title>`, and its closing tag. */
  #readRaw(name: string, start: number): number {
    const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    closing.lastIndex = start;
    const end = name === 'plaintext' ? this.#source.length : (closing.exec(this.#source)?.index ?? this.#source.length);
    if (name === 'title' || name === 'textarea') this.addText(start, end);
    else if (end > start) this.#current.children.push({ kind: 'text', start, end, letters: 0, text: undefined });
    return end;
  }

  #close(end: number): void {
    const closed = this.#current;
    const outer = closed.parent;
    if (outer === undefined) return;
    closed.end = end;
    this.#current = outer;
    this.#open -= 1;
    const { name, silent, inline } = closed.type;
    if (name === 'form') this.#inForm = false;
    else if (name === 'svg' || name === 'math') this.#foreign -= 1;
    if (silent) return;
    if (inline) outer.own += name === 'a' ? 0 : closed.own;
    else if (closed.own >= SHORTEST_PROSE) closed.prose += closed.own;
    outer.prose += closed.prose;
    outer.letters += closed.letters;
    outer.linked += name === 'a' ? closed.letters : closed.linked;
  }
}

/** Reads references: "&rsquo;", "&#8217;", also those without ";" that browsers read. */
class References {
  readonly #source: string;
  #text = '';
  #length = 0;
  readonly #decoder = new EntityDecoder(htmlDecodeTree, (code, consumed) => {
    this.#text += String.fromCodePoint(code);
    this.#length = consumed;
  });

  constructor(source: string) {
    this.#source = source;
  }

  /** What the reference whose "&" is at `at` stands for, and its length; undefined if it is none. */
  read(at: number): { readonly text: string; readonly length: number } | undefined {
    this.#text = '';
    this.#decoder.startEntity(DecodingMode.Legacy);
    if (this.#decoder.write(this.#source, at + 1) < 0) this.#decoder.end();
    return this.#text === '' ? undefined : { text: this.#text, length: this.#length };
  }
}

function makeElement(index: number, type: ElementKind, parent: Open | undefined, start: number, attributes: Attributes | undefined): Open {
  return {
    kind: 'element',
    index,
    name: type.name,
    type,
    attributes,
    parent,
    children: [],
    start,
    end: start,
    letters: 0,
    linked: 0,
    prose: 0,
    own: 0,
  };
}

function isBlock(node: HtmlNode | undefined): boolean {
  return node === undefined || (node.kind === 'element' && !node.type.inline);
}

function isLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

/** As `String.indexOf`, but the end of `text` where it finds nothing. */
function indexOf(text: string, wanted: string, from: number): number {
  const at = text.indexOf(wanted, from);
  return at < 0 ? text.length : at;
}

function nameEnd(source: string, from: number): number {
  let at = from;
  for (; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === CLOSES || code === SLASH || isBlank(code)) break;
  }
  return at;
}

/** Index behind `<!-- … -->`, `<!doctype html>` or `<?xml … ?>` at `at`. */
function commentEnd(source: string, at: number): number {
  if (!source.startsWith('<!--', at)) return indexOf(source, '>', at) + 1;
  COMMENT_END.lastIndex = at + 2; // "<!-->" is a comment
  return COMMENT_END.test(source) ? COMMENT_END.lastIndex : source.length;
}

const COMMENT_END = /--!?>/g;

/** Characters between the blanks at the ends of `start`..`end`. */
function countLetters(source: string, start: number, end: number): number {
  let from = start;
  let to = end;
  while (from < to && isSpace(source.charCodeAt(from))) from += 1;
  while (to > from && isSpace(source.charCodeAt(to - 1))) to -= 1;
  return to - from;
}

function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff;
}

export function attribute(element: HtmlElement, name: string): string {
  return element.attributes?.get(name)?.value ?? '';
}

/** The elements below `from` for which `wanted` holds, in the order of the page. */
export function findElements(from: HtmlElement, wanted: (element: HtmlElement) => boolean): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  const open: HtmlElement[] = [from];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (wanted(element)) found.push(element);
    for (let index = element.children.length - 1; index >= 0; index -= 1) {
      const child = element.children[index];
      if (child?.kind === 'element') open.push(child);
    }
  }
  return found;
}

/** All text below `element` as it is read, white space made single blanks. */
export function textOf(source: string, element: HtmlElement): string {
  const parts: string[] = [];
  const open: HtmlNode[] = [element];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'text') parts.push(node.text ?? source.slice(node.start, node.end));
    else if (!node.type.silent) for (const child of node.children.toReversed()) open.push(child);
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}
