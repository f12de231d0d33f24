import type { PhrasingContent } from 'mdast';
import { PieceWriter, type Piece } from './draft.ts';
import type { InlineLine } from './inline-lines.ts';

interface Leaf {
  readonly node: PhrasingContent;
  readonly linked: boolean;
  readonly strong: boolean;
  readonly emphasised: boolean;
}

/**
 * The lines of a paragraph. The tree says where the words are, the file what they are: a text node that differs from the file
 * (`&amp;`, `\$`, a quote's `> `) is aligned with it character by character.
 */
export function readInline(source: string, children: readonly PhrasingContent[], start: number): readonly InlineLine[] {
  const lines: InlineLine[] = [];
  let writer = new PieceWriter(source);
  let from = start;
  let to = start;
  const count = { linked: 0, strong: 0, emphasised: 0 };
  const endLine = (): void => {
    const written = writer.finish();
    if (written.text !== '') lines.push({ ...written, start: from, end: to, ...count });
    writer = new PieceWriter(source);
    count.linked = count.strong = count.emphasised = 0;
  };
  const write = (leaf: Leaf, startAt: number, endAt: number, text: string | undefined): void => {
    const before = writer.length;
    if (before === 0) from = startAt;
    if (text === undefined) writer.keep(startAt, endAt);
    else writer.replace(startAt, endAt, text);
    to = endAt;
    const letters = writer.length - before;
    if (leaf.linked) count.linked += letters;
    if (leaf.strong) count.strong += letters;
    if (leaf.emphasised) count.emphasised += letters;
  };
  for (const leaf of leavesOf(children)) {
    const { node } = leaf;
    const at = node.position?.start.offset ?? start;
    const end = node.position?.end.offset ?? at;
    if (node.type === 'break' || (node.type === 'html' && /^<br\b/i.test(node.value))) endLine();
    else if (node.type === 'text') {
      for (const step of align(source, at, end, node.value)) {
        if (step.text === '\n') endLine();
        else write(leaf, step.start, step.end, step.text);
      }
    } else if (node.type === 'inlineCode') {
      const inner = source.indexOf(node.value, at);
      if (inner >= 0 && inner < end) write(leaf, inner, inner + node.value.length, undefined);
      else write(leaf, at, end, node.value);
    }
  }
  endLine();
  return lines;
}

/** Texts, codes and breaks in order, without recursion: emphasis nests as deep as the text is long. */
function leavesOf(children: readonly PhrasingContent[]): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const open: Leaf[] = [];
  const push = (nodes: readonly PhrasingContent[], context: Omit<Leaf, 'node'>): void => {
    for (let index = nodes.length - 1; index >= 0; index -= 1) {
      const node = nodes[index];
      if (node !== undefined) open.push({ ...context, node });
    }
  };
  push(children, { linked: false, strong: false, emphasised: false });
  for (let leaf = open.pop(); leaf !== undefined; leaf = open.pop()) {
    const { node, linked, strong, emphasised } = leaf;
    if (node.type === 'delete') continue;
    if ('children' in node) {
      const isLink = node.type === 'link' || node.type === 'linkReference';
      push(node.children, {
        linked: linked || isLink,
        strong: strong || node.type === 'strong',
        emphasised: emphasised || node.type === 'strong' || node.type === 'emphasis',
      });
    } else leaves.push(leaf);
  }
  return leaves;
}

const REFERENCE = /&(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[0-9a-f]{1,6});/iy;

/** Stretches of `start`..`end` of the file that spell `value`; a step of "\n" ends a line, `text` undefined is verbatim. */
function align(source: string, start: number, end: number, value: string): readonly Piece[] {
  const steps: Piece[] = [];
  let at = start;
  let from = start;
  const flush = (): void => {
    if (from < at) steps.push({ start: from, end: at, text: undefined });
  };
  const replaceWith = (length: number, text: string): void => {
    flush();
    steps.push({ start: at, end: at + length, text });
    at += length;
    from = at;
  };
  const skip = (length: number): void => {
    flush();
    at += length;
    from = at;
  };
  let index = 0;
  while (index < value.length && at < end) {
    const raw = source[at] ?? '';
    const wanted = value[index] ?? '';
    const reference = raw === '&' ? referenceAt(source, at) : '';
    if (reference !== '' && !value.startsWith(reference, index)) {
      const decoded = value.slice(index, index + (isSurrogate(value, index) ? 2 : 1));
      replaceWith(reference.length, /\s/.test(decoded) ? ' ' : decoded);
      index += decoded.length;
    } else if (raw === '\\' && source[at + 1] === wanted && /[^\w\s]/.test(wanted)) {
      replaceWith(2, wanted);
      index += 1;
    } else if (wanted === '\n' && (raw === '\n' || (raw === '\r' && source[at + 1] === '\n'))) {
      replaceWith(raw === '\r' ? 2 : 1, '\n');
      index += 1;
    } else if (raw === '\r' && wanted === '\r' && value[index + 1] === '\n') {
      replaceWith(2, '\n');
      index += 2;
    } else if (raw === wanted) {
      at += 1;
      index += 1;
    } else if (/[ \t>]/.test(raw)) skip(1);
    else return [{ start, end, text: value.replace(/\s+/g, ' ') }];
  }
  flush();
  return steps;
}

function referenceAt(source: string, at: number): string {
  REFERENCE.lastIndex = at;
  return REFERENCE.exec(source)?.[0] ?? '';
}

function isSurrogate(value: string, index: number): boolean {
  const code = value.charCodeAt(index);
  return code >= 0xd800 && code < 0xdc00;
}
