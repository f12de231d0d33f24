import type { List, ListItem, Root, RootContent, Table } from 'mdast';
import type { Span } from '../../source-text.ts';
import type { BlockKind, Dropped } from '../../types.ts';
import type { Draft, Piece } from './draft.ts';
import { isBoldHeading, joinLines, splitLines, type InlineLine } from './inline-lines.ts';
import { readInline } from './markdown-inline.ts';
import { readMarker } from './markers.ts';
import { RowWriter } from './rows.ts';
import { stripTags } from './tags.ts';

export interface MarkdownTree {
  readonly drafts: readonly Draft[];
  readonly dropped: readonly Dropped[];
  /** The YAML between the `---` lines. */
  readonly frontMatter: Span | undefined;
}

const MARKER = /\d{1,9}[.)]|[-*+]/y;
/** Drafts of a Markdown file in its order. Depth is bounded before the tree is made, so the walk may recurse. */
export function draftTree(source: string, root: Root): MarkdownTree {
  const drafts: Draft[] = [];
  const dropped: Dropped[] = [];
  let frontMatter: Span | undefined;
  let groups = 0;

  const add = (kind: BlockKind, level: number, group: number, lines: readonly InlineLine[], bounds?: Span): void => {
    const first = lines[0];
    if (first === undefined) return;
    const written = joinLines(source, lines);
    const letters = Math.max(1, written.text.length);
    const linked = lines.reduce((sum, line) => sum + line.linked, 0) / letters;
    drafts.push({
      kind,
      level,
      group,
      ...written,
      raw: written.text,
      start: bounds?.start ?? first.start,
      end: bounds?.end ?? lines.at(-1)?.end ?? first.end,
      gap: true,
      linked,
    });
  };

  const addParagraph = (lines: readonly InlineLine[], bounds: Span): void => {
    const parts = splitLines(lines);
    for (const part of parts) {
      const heading = isBoldHeading(part);
      add(heading ? 'heading' : 'paragraph', heading ? 4 : 0, -1, part, parts.length === 1 ? bounds : undefined);
    }
  };

  const walkList = (list: List, level: number): void => {
    const group = groups;
    groups += 1;
    const values = list.children.map((item) => markerOf(source, item));
    // Many writers number every item "1." and leave the counting to the page.
    const lazy = values.length > 1 && values.every((marker) => marker.value === 1);
    list.children.forEach((item, index) => {
      const marker = values[index];
      if (marker !== undefined) walkItem(item, { ...marker, value: lazy ? index + 1 : marker.value }, level, group);
    });
  };

  const walkItem = (item: ListItem, marker: ItemMarker, level: number, group: number): void => {
    const [first, ...rest] = item.children;
    if (first?.type === 'paragraph') {
      const lines = readInline(source, first.children, offset(first));
      // "2023. A year of change": a list for Markdown, a sentence for a reader.
      if (marker.value !== undefined && marker.value >= 1900 && item.children.length === 1)
        add('paragraph', 0, -1, withMarker(lines, marker));
      else if (lines.length > 0) {
        add('item', level, group, withMarker(lines, marker));
        const draft = drafts.pop();
        if (draft !== undefined) drafts.push({ ...draft, marker: itemMarker(draft.text, marker) });
      }
    } else if (first !== undefined) walk(first, level);
    for (const child of rest) walk(child, level);
  };

  const walkTable = (table: Table): void => {
    const group = groups;
    groups += 1;
    table.children.forEach((row, index) => {
      const writer = new RowWriter(source);
      row.children.forEach((cell, column) => {
        const lines = readInline(source, cell.children, offset(cell));
        writer.add(joinLines(source, lines), { column, width: 1, header: index === 0 });
      });
      const written = writer.finish();
      if (written.text !== '') drafts.push({ kind: 'row', level: 0, group, ...written, ...boundsOf(row), gap: index === 0, linked: 0 });
    });
  };

  const walk = (node: RootContent, level: number): void => {
    if (node.type === 'heading') add('heading', node.depth, -1, readInline(source, node.children, offset(node)), boundsOf(node));
    else if (node.type === 'paragraph') {
      const lines = readInline(source, node.children, offset(node));
      if (lines.length === 0) dropped.push({ start: offset(node), end: endOf(node), reason: 'image' });
      else addParagraph(lines, boundsOf(node));
    } else if (node.type === 'list') walkList(node, level + 1);
    else if (node.type === 'blockquote' || node.type === 'footnoteDefinition') for (const child of node.children) walk(child, level);
    else if (node.type === 'table') walkTable(node);
    else if (node.type === 'yaml') frontMatter = yamlSpan(source, offset(node), endOf(node));
    else if (node.type === 'code') dropped.push({ start: offset(node), end: endOf(node), reason: 'code' });
    else if (node.type === 'html') for (const line of stripTags(source, offset(node), endOf(node))) addParagraph([line], line);
    else dropped.push({ start: offset(node), end: endOf(node), reason: 'markup' });
  };

  const lastRule = root.children.findLastIndex((node) => node.type === 'thematicBreak');
  root.children.forEach((node, index) => {
    if (lastRule >= 0 && index > lastRule && isImprint(source, node)) dropped.push({ ...boundsOf(node), reason: 'footer' });
    else walk(node, 0);
  });
  if (frontMatter !== undefined) dropped.push({ start: 0, end: frontMatter.end, reason: 'metadata' });
  return { drafts, dropped, frontMatter };
}

/** Below the last rule of the page a paragraph that is all in italics, or a third of links, is about the site. */
function isImprint(source: string, node: RootContent): boolean {
  if (node.type !== 'paragraph') return false;
  const lines = readInline(source, node.children, offset(node));
  const sum = (count: (line: InlineLine) => number): number => lines.reduce((total, line) => total + count(line), 0);
  const letters = sum((line) => line.text.length);
  return sum((line) => line.emphasised) > letters * 0.6 || sum((line) => line.linked) > letters * 0.3;
}

interface ItemMarker extends Span {
  readonly value: number | undefined;
}

/** The marker's own bytes: mdast keeps only the first number of a list, and "10. 9. 8." becomes 10, 11, 12. */
function markerOf(source: string, item: ListItem): ItemMarker {
  const start = offset(item);
  MARKER.lastIndex = start;
  const written = MARKER.exec(source)?.[0] ?? '';
  return { start, end: start + written.length, value: /^\d/.test(written) ? Number.parseInt(written, 10) : undefined };
}

function withMarker(lines: readonly InlineLine[], marker: ItemMarker): readonly InlineLine[] {
  const [first, ...rest] = lines;
  if (first === undefined) return lines;
  const pieces: readonly Piece[] = [
    { start: marker.start, end: marker.end, text: undefined },
    { start: marker.end, end: first.start, text: ' ' },
    ...first.pieces,
  ];
  return [{ ...first, start: marker.start, pieces }, ...rest];
}

/** "- **1. Tokyo**": the number behind the bullet is the marker. */
function itemMarker(text: string, marker: ItemMarker): NonNullable<Draft['marker']> {
  const written = marker.end - marker.start;
  if (marker.value === undefined) {
    const inner = readMarker(text.slice(written + 1));
    const numbered = inner?.strength === 'certain' && inner.value !== undefined;
    if (numbered) return { value: inner.value, span: { start: 0, end: written + 1 + inner.length }, tied: inner.tied };
  }
  return { value: marker.value, span: { start: 0, end: written }, tied: false };
}

/** Between the `---` lines. */
function yamlSpan(source: string, start: number, end: number): Span {
  const from = source.indexOf('\n', start) + 1;
  const to = source.lastIndexOf('\n', end - 1);
  return { start: from, end: Math.max(from, to) };
}

interface Positioned {
  readonly position?: { readonly start: Point; readonly end: Point } | undefined;
}

interface Point {
  readonly offset?: number | undefined;
}

function boundsOf(node: Positioned): Span {
  return { start: offset(node), end: endOf(node) };
}

function offset(node: Positioned): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: Positioned): number {
  return node.position?.end.offset ?? 0;
}
