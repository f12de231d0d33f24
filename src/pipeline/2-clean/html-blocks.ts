import type { BlockKind, Dropped, DropReason, Marker } from '../../types.ts';
import type { Draft } from './draft.ts';
import { dropReason } from './html-drop.ts';
import { InlineWriter, type Style } from './html-inline.ts';
import { cellsOf, draftTable, isDataTable, rowsOf } from './html-tables.ts';
import { attribute, findElements, isInline, textOf, type HtmlElement } from './html-tree.ts';
import { isBoldHeading, joinLines, splitLines, type InlineLine } from './inline-lines.ts';
import { readMarker } from './markers.ts';
import { judgeHeading } from './vocabulary.ts';

/** A draft of a page with what its element says of it. */
export interface PageDraft {
  readonly draft: Draft;
  /** Why its element is no part of the article. */
  readonly reason: DropReason | undefined;
  /** It stands outside the element that holds the article, before or behind it. */
  readonly outside: boolean;
}

interface Context extends Style {
  readonly kind: BlockKind;
  readonly level: number;
  readonly reason: DropReason | undefined;
  readonly outside: boolean;
  /** Depth of lists. */
  readonly depth: number;
}

/** The item whose first block is still to come. */
interface PendingItem {
  readonly value: number | undefined;
  readonly group: number;
  readonly level: number;
}

const CAPTION = /(?:^|[\s_-])(?:caption|cap|wp-caption-text|figcaption)(?:$|[\s_-])/i;
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

/** Drafts of a whole page in its order, those inside `main` and those around it. Depth is bounded by the parser, so the walk may recurse. */
export function draftPage(
  source: string,
  body: HtmlElement,
  main: HtmlElement,
): { readonly drafts: readonly PageDraft[]; readonly dropped: readonly Dropped[] } {
  const drafts: PageDraft[] = [];
  const dropped: Dropped[] = [];
  const writer = new InlineWriter(source);
  const around = ancestorsOf(main);
  let groups = 0;
  let item: PendingItem | undefined;

  const add = (lines: readonly InlineLine[], context: Context): void => {
    const first = lines[0];
    if (first === undefined) return;
    const written = joinLines(source, lines);
    if (written.text === '') return;
    const linked = lines.reduce((sum, line) => sum + line.linked, 0) / written.text.length;
    const bold = context.kind === 'paragraph' && item === undefined && isBoldHeading(lines);
    const kind = bold ? 'heading' : context.kind;
    const level = bold ? 4 : context.level;
    const draft = {
      kind,
      level,
      group: -1,
      ...written,
      raw: written.text,
      start: first.start,
      end: lines.at(-1)?.end ?? first.end,
      gap: true,
      linked,
    };
    drafts.push({ draft: item === undefined ? draft : asItem(draft, item), reason: context.reason, outside: context.outside });
    item = undefined;
  };

  const flush = (context: Context): void => {
    for (const part of splitLines(writer.take(), true)) add(part, context);
  };

  const walk = (element: HtmlElement, context: Context): void => {
    for (const child of element.children) {
      if (child.kind === 'text') writer.write(child, context);
      else if (child.name === 'br') {
        if (writer.atLineStart) flush(context);
        else writer.breakLine();
      } else if (!UNSEEN.has(child.name)) walkElement(child, context);
    }
  };

  const walkElement = (element: HtmlElement, context: Context): void => {
    const { name } = element;
    const outside = context.outside || (!around.has(element) && element !== main && around.has(element.parent ?? element));
    const reason =
      context.reason ??
      dropReason(element, body) ??
      (around.has(element) || element === main ? undefined : labelReason(source, element, body));
    if (isInline(name)) {
      if (reason !== context.reason) {
        if (reason !== undefined && element.letters > 0) dropped.push({ start: element.start, end: element.end, reason });
        return;
      }
      const strong = context.strong || name === 'b' || name === 'strong';
      walk(element, {
        ...context,
        linked: context.linked || name === 'a',
        strong,
        emphasised: context.emphasised || strong || name === 'i' || name === 'em',
      });
      return;
    }
    flush(context);
    const inner: Context = { ...context, reason, outside, ...kindOf(element, context) };
    if (name === 'ol' || name === 'ul') walkList(element, inner);
    else if (name === 'dl') walkDefinitions(element, inner);
    else if (name === 'table') walkTable(element, inner);
    else walk(element, inner);
    flush(inner);
  };

  const walkList = (list: HtmlElement, context: Context): void => {
    const group = groups;
    groups += 1;
    const values = list.name === 'ol' ? valuesOf(list) : new Map<HtmlElement, number>();
    const inner = { ...context, depth: context.depth + 1 };
    for (const child of list.children) {
      if (child.kind === 'text') writer.write(child, inner);
      else if (child.name === 'li') {
        flush(inner);
        item = { value: values.get(child), group, level: inner.depth };
        walkElement(child, inner);
        item = undefined;
      } else walkElement(child, inner);
    }
  };

  /** "Population" / "42,150" → an item "Population: 42,150". */
  const walkDefinitions = (list: HtmlElement, context: Context): void => {
    const group = groups;
    groups += 1;
    let term: readonly InlineLine[] = [];
    for (const element of findElements(list, ({ name }) => name === 'dt' || name === 'dd')) {
      if (element.name === 'dt') {
        if (term.length > 0) add(term, context);
        term = readLines(element);
        continue;
      }
      const lines = readLines(element);
      const first = lines[0];
      const last = term.at(-1);
      item = { value: undefined, group, level: context.depth + 1 };
      if (first === undefined || last === undefined) add(lines, context);
      else {
        const colon = last.text.endsWith(':') ? ' ' : ': ';
        const joined = {
          ...last,
          text: last.text + colon + first.text,
          pieces: [...last.pieces, { start: last.end, end: first.start, text: colon }, ...first.pieces],
          end: first.end,
        };
        add([...term.slice(0, -1), joined, ...lines.slice(1)], context);
      }
      item = undefined;
      term = [];
    }
    if (term.length > 0) add(term, context);
  };

  const walkTable = (table: HtmlElement, context: Context): void => {
    if (!isDataTable(table)) {
      for (const row of rowsOf(table)) for (const cell of cellsOf(row)) walkElement(cell, context);
      return;
    }
    for (const caption of findElements(table, ({ name }) => name === 'caption')) walkElement(caption, context);
    const group = groups;
    groups += 1;
    for (const draft of draftTable(source, table, group, readLines))
      drafts.push({ draft, reason: context.reason, outside: context.outside });
  };

  /** The lines of a cell or a definition, blocks inside it as lines. */
  const readLines = (element: HtmlElement): readonly InlineLine[] => {
    const cell = new InlineWriter(source);
    const collect = (from: HtmlElement, style: Style): void => {
      for (const child of from.children) {
        if (child.kind === 'text') cell.write(child, style);
        else if (child.name === 'br') cell.breakLine();
        else if (!UNSEEN.has(child.name) && dropReason(child, body) !== 'hidden') {
          if (!isInline(child.name)) cell.breakLine();
          const strong = style.strong || child.name === 'b' || child.name === 'strong';
          collect(child, { linked: style.linked || child.name === 'a', strong, emphasised: strong || style.emphasised });
          if (!isInline(child.name)) cell.breakLine();
        }
      }
    };
    collect(element, { linked: false, strong: false, emphasised: false });
    return cell.take();
  };

  const context: Context = {
    kind: 'paragraph',
    level: 0,
    reason: undefined,
    outside: false,
    depth: 0,
    linked: false,
    strong: false,
    emphasised: false,
  };
  walk(body, context);
  flush(context);
  return { drafts, dropped };
}

/** Longest text that heads a box of related headlines: "More news from Styria". */
const LONGEST_LABEL = 50;

/** A box whose first words are "Most read" holds what is most read. */
function labelReason(source: string, element: HtmlElement, body: HtmlElement): DropReason | undefined {
  if (
    isInline(element.name) ||
    element.letters < 20 ||
    element.prose > body.prose * 0.3 ||
    /^(?:h[1-6]|p|li|td|tr|table)$/.test(element.name)
  )
    return undefined;
  let first: HtmlElement = element;
  for (;;) {
    const inner = first.children.find((child) =>
      child.kind === 'text' ? child.letters > 0 : child.letters > 0 && !UNSEEN.has(child.name),
    );
    if (inner === undefined || inner.kind === 'text') break;
    first = inner;
    if (first.letters <= LONGEST_LABEL) break;
  }
  if (first.letters > LONGEST_LABEL || first.letters === 0 || first.letters === element.letters) return undefined;
  const verdict = judgeHeading(textOf(source, first));
  return verdict === undefined || verdict.reach === 'line' ? undefined : verdict.reason;
}

function kindOf(element: HtmlElement, context: Context): Pick<Context, 'kind' | 'level'> {
  if (/^h[1-6]$/.test(element.name)) return { kind: 'heading', level: Number(element.name[1]) };
  if (element.name === 'figcaption' || element.name === 'caption' || CAPTION.test(attribute(element, 'class')))
    return { kind: 'caption', level: 0 };
  return { kind: context.kind, level: context.level };
}

/** Positions of the items: from `start`, downwards if `reversed`, and from each `value` on. */
function valuesOf(list: HtmlElement): ReadonlyMap<HtmlElement, number> {
  const items = list.children.filter((child): child is HtmlElement => child.kind === 'element' && child.name === 'li');
  const step = list.attributes.has('reversed') ? -1 : 1;
  const start = Number.parseInt(attribute(list, 'start'), 10);
  let next = Number.isNaN(start) ? (step < 0 ? items.length : 1) : start;
  const values = new Map<HtmlElement, number>();
  for (const element of items) {
    const value = Number.parseInt(attribute(element, 'value'), 10);
    if (!Number.isNaN(value)) next = value;
    values.set(element, next);
    next += step;
  }
  return values;
}

/** A number that the item's own words begin with says more than the list: `<ul><li>10. Hefei`. */
function asItem(draft: Draft, item: PendingItem): Draft {
  const written = readMarker(draft.text);
  const numbered = written?.strength === 'certain' && written.value !== undefined;
  const marker: Marker = numbered
    ? { value: written.value, span: { start: 0, end: written.length }, tied: written.tied }
    : { value: item.value, span: undefined, tied: false };
  if (draft.kind === 'heading') return marker.value === undefined ? draft : { ...draft, group: item.group, marker };
  return { ...draft, kind: 'item', level: item.level, group: item.group, marker };
}

function ancestorsOf(element: HtmlElement): ReadonlySet<HtmlElement> {
  const ancestors = new Set<HtmlElement>();
  for (let at = element.parent; at !== undefined; at = at.parent) ancestors.add(at);
  return ancestors;
}
