import { Parser } from 'htmlparser2';
import { MAX_HTML_DEPTH } from '../../limits.ts';
import type { Span } from '../../source-text.ts';

/** Characters of the page: `text` is what a reference stands for ("&rsquo;" → "’"), undefined where the file says it itself. */
export interface HtmlText extends Span {
  readonly kind: 'text';
  /** Characters between the blanks at its ends. */
  readonly letters: number;
  readonly text: string | undefined;
}

export interface HtmlElement extends Span {
  readonly kind: 'element';
  /** In small letters. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, Stated>;
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

/** The value of an attribute, with the stretch of the file that says it. */
interface Stated extends Span {
  readonly value: string;
}

export interface HtmlTree {
  readonly root: HtmlElement;
  /** Deepest nesting; above the limit the tree is cut short. */
  readonly depth: number;
}

interface Open extends HtmlElement {
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

/** Elements whose text is no text of the page. */
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'iframe', 'object', 'textarea', 'select']);

/** A tree with positions, as light as htmlparser2 gives it: no DOM, each text and tag with its stretch of `source`. */
export function parseHtml(source: string): HtmlTree {
  const root = open('#root', undefined, 0);
  let current = root;
  let depth = 0;
  let deepest = 0;
  let attributes = new Map<string, Stated>();
  const parser = new Parser(
    {
      onopentagname: () => {
        attributes = new Map();
      },
      onattribute: (name, value) => {
        if (!attributes.has(name)) attributes.set(name, { value, start: parser.startIndex, end: parser.endIndex + 1 });
      },
      onopentag: (name) => {
        const element = open(name, current, parser.startIndex, attributes);
        current.children.push(element);
        current = element;
        depth += 1;
        deepest = Math.max(deepest, depth);
      },
      onclosetag: () => {
        if (current.parent === undefined) return;
        current.end = parser.endIndex + 1;
        const closed = current;
        current = current.parent as Open;
        depth -= 1;
        if (SILENT.has(closed.name)) return;
        if (isInline(closed.name)) current.own += closed.name === 'a' ? 0 : closed.own;
        else if (closed.own >= SHORTEST_PROSE) closed.prose += closed.own;
        current.prose += closed.prose;
        current.letters += closed.letters;
        current.linked += closed.name === 'a' ? closed.letters : closed.linked;
      },
      ontext: (data) => {
        const start = parser.startIndex;
        const end = parser.endIndex + 1;
        const verbatim = data.length === end - start && source.startsWith(data, start);
        const letters = data.trim().length;
        current.children.push({ kind: 'text', start, end, letters, text: verbatim ? undefined : data });
        current.letters += letters;
        current.own += letters;
      },
    },
    { decodeEntities: true },
  );
  // In pieces, so that a tower of tags is left before it is built.
  for (let at = 0; at < source.length && deepest <= MAX_HTML_DEPTH; at += PIECE) parser.write(source.slice(at, at + PIECE));
  if (deepest <= MAX_HTML_DEPTH) parser.end();
  root.end = source.length;
  return { root, depth: deepest };
}

const PIECE = 65_536;

function open(name: string, parent: HtmlElement | undefined, start: number, attributes: ReadonlyMap<string, Stated> = new Map()): Open {
  return { kind: 'element', name, attributes, parent, children: [], start, end: start, letters: 0, linked: 0, prose: 0, own: 0 };
}

/** Elements inside a line of text. */
export function isInline(name: string): boolean {
  return INLINE.has(name);
}

const INLINE = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup
  time tt u var wbr br img picture source`.split(/\s+/),
);

/** Whether the element has words or lines of a page in it at all. */
export function isSeen(element: HtmlElement): boolean {
  return !UNSEEN.has(element.name);
}

const UNSEEN = new Set([
  'script',
  'style',
  'template',
  'head',
  'svg',
  'iframe',
  'object',
  'embed',
  'canvas',
  'math',
  'map',
  'video',
  'audio',
  'select',
  'textarea',
  'input',
]);

export function attribute(element: HtmlElement, name: string): string {
  return element.attributes.get(name)?.value ?? '';
}

/** The elements below `from` for which `wanted` holds, in the order of the page. */
export function findElements(from: HtmlElement, wanted: (element: HtmlElement) => boolean): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  const open: HtmlNode[] = [from];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'text') continue;
    if (wanted(node)) found.push(node);
    for (const child of node.children.toReversed()) open.push(child);
  }
  return found;
}

/** All text below `element` as it is read, white space made single blanks. */
export function textOf(source: string, element: HtmlElement): string {
  const parts: string[] = [];
  const open: HtmlNode[] = [element];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'text') parts.push(node.text ?? source.slice(node.start, node.end));
    else if (!SILENT.has(node.name)) for (const child of node.children.toReversed()) open.push(child);
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}
