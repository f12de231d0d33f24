import type { BlockKind, Dropped, DropReason } from '../../types.ts';
import type { Draft } from './draft.ts';
import type { DropJudge } from './html-drop.ts';
import { labelReason } from './html-labels.ts';
import { asItem, valuesOf, type PendingItem } from './html-lists.ts';
import { InlineWriter, type Style } from './html-inline.ts';
import { cellsOf, draftTable, isDataTable, rowsOf } from './html-tables.ts';
import { attribute, findElements, type HtmlElement } from './html-tree.ts';
import { isBoldHeading, joinLines, splitLines, type InlineLine } from './inline-lines.ts';

/** A draft of a page with what its element says of it. */
export interface PageDraft {
  readonly draft: Draft;
  /** Why its element is no part of the article. */
  readonly reason: DropReason | undefined;
  /** It stands outside the element that holds the article, before or behind it. */
  readonly outside: boolean;
}

interface Context {
  readonly kind: BlockKind;
  readonly level: number;
  readonly reason: DropReason | undefined;
  readonly outside: boolean;
  /** Depth of lists. */
  readonly depth: number;
}

const CAPTION = /(?:^|[\s_-])(?:caption|cap|wp-caption-text|figcaption)(?:$|[\s_-])/i;
/** Drafts of a whole page in its order, those inside `main` and those around it. Depth is bounded by the parser, so the walk may recurse. */
export function draftPage(
  source: string,
  body: HtmlElement,
  main: HtmlElement,
  dropReason: DropJudge,
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
    const { text, pieces } = joinLines(source, lines);
    if (text === '') return;
    const linked = lines.reduce((sum, line) => sum + line.linked, 0) / text.length;
    const bold = context.kind === 'paragraph' && item === undefined && isBoldHeading(lines);
    const kind = bold ? 'heading' : context.kind;
    const level = bold ? 4 : context.level;
    const draft = {
      kind,
      level,
      group: -1,
      text,
      pieces,
      raw: text,
      start: first.start,
      end: (lines.at(-1) ?? first).end,
      gap: true,
      linked,
    };
    drafts.push({ draft: item === undefined ? draft : asItem(draft, item), reason: context.reason, outside: context.outside });
    item = undefined;
  };

  const flush = (context: Context): void => {
    if (writer.isEmpty) return; // at most of the ends of blocks
    for (const part of splitLines(writer.take(), true)) add(part, context);
  };

  const walk = (element: HtmlElement, context: Context, style: Style): void => {
    for (const child of element.children) {
      if (child.kind === 'text') writer.write(child, style);
      else if (child.name === 'br') {
        if (writer.atLineStart) flush(context);
        else writer.breakLine();
      } else if (child.type.seen) walkElement(child, context, style);
    }
  };

  const walkElement = (element: HtmlElement, context: Context, style: Style): void => {
    const { name } = element;
    const outside = context.outside || (!around.has(element) && element !== main && around.has(element.parent ?? element));
    const reason =
      context.reason ?? dropReason(element) ?? (around.has(element) || element === main ? undefined : labelReason(source, element, body));
    if (element.type.inline) {
      if (reason !== context.reason) {
        if (reason !== undefined && element.letters > 0) dropped.push({ start: element.start, end: element.end, reason });
        return;
      }
      walk(element, context, STYLING.has(name) ? styled(name, style) : style);
      return;
    }
    flush(context);
    const { kind, level } = kindOf(element, context);
    const same = reason === context.reason && outside === context.outside && kind === context.kind && level === context.level;
    const inner: Context = same ? context : { kind, level, reason, outside, depth: context.depth };
    if (name === 'ol' || name === 'ul') walkList(element, inner, style);
    else if (name === 'dl') walkDefinitions(element, inner);
    else if (name === 'table') walkTable(element, inner, style);
    else walk(element, inner, style);
    flush(inner);
  };

  const walkList = (list: HtmlElement, context: Context, style: Style): void => {
    const group = groups;
    groups += 1;
    const values = list.name === 'ol' ? valuesOf(list) : new Map<HtmlElement, number>();
    const inner = { ...context, depth: context.depth + 1 };
    for (const child of list.children) {
      if (child.kind === 'text') writer.write(child, style);
      else if (child.name === 'li') {
        flush(inner);
        item = { value: values.get(child), group, level: inner.depth };
        walkElement(child, inner, style);
        item = undefined;
      } else walkElement(child, inner, style);
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

  const walkTable = (table: HtmlElement, context: Context, style: Style): void => {
    if (!isDataTable(table)) {
      for (const row of rowsOf(table)) for (const cell of cellsOf(row)) walkElement(cell, context, style);
      return;
    }
    for (const caption of findElements(table, ({ name }) => name === 'caption')) walkElement(caption, context, style);
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
        else if (child.type.seen && dropReason(child) !== 'hidden') {
          if (!child.type.inline) cell.breakLine();
          collect(child, STYLING.has(child.name) ? styled(child.name, style) : style);
          if (!child.type.inline) cell.breakLine();
        }
      }
    };
    collect(element, PLAIN);
    return cell.take();
  };

  const context: Context = {
    kind: 'paragraph',
    level: 0,
    reason: undefined,
    outside: false,
    depth: 0,
  };
  walk(body, context, PLAIN);
  flush(context);
  return { drafts, dropped };
}

const PLAIN: Style = { linked: false, strong: false, emphasised: false };
const STYLING = new Set(['a', 'b', 'strong', 'i', 'em']);

function styled(name: string, { linked, strong, emphasised }: Style): Style {
  const bold = strong || name === 'b' || name === 'strong';
  return { linked: linked || name === 'a', strong: bold, emphasised: emphasised || bold || name === 'i' || name === 'em' };
}

function kindOf(element: HtmlElement, context: Context): Pick<Context, 'kind' | 'level'> {
  if (element.type.heading > 0) return { kind: 'heading', level: element.type.heading };
  if (element.name === 'figcaption' || element.name === 'caption' || CAPTION.test(attribute(element, 'class')))
    return { kind: 'caption', level: 0 };
  return context;
}

function ancestorsOf(element: HtmlElement): ReadonlySet<HtmlElement> {
  const ancestors = new Set<HtmlElement>();
  for (let at = element.parent; at !== undefined; at = at.parent) ancestors.add(at);
  return ancestors;
}
