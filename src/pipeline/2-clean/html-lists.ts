import type { Marker } from '../../types.ts';
import type { Draft } from './draft.ts';
import { attribute, type HtmlElement } from './html-tree.ts';
import { readMarker } from './markers.ts';

/** The item whose first block is still to come. */
export interface PendingItem {
  readonly value: number | undefined;
  readonly group: number;
  readonly level: number;
}

/** Positions of the items: from `start`, downwards if `reversed`, and from each `value` on. */
export function valuesOf(list: HtmlElement): ReadonlyMap<HtmlElement, number> {
  const items = list.children.filter((child): child is HtmlElement => child.kind === 'element' && child.name === 'li');
  const step = list.attributes?.has('reversed') === true ? -1 : 1;
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
export function asItem(draft: Draft, item: PendingItem): Draft {
  const written = readMarker(draft.text);
  const numbered = written?.strength === 'certain' && written.value !== undefined;
  const marker: Marker = numbered
    ? { value: written.value, span: { start: 0, end: written.length }, tied: written.tied }
    : { value: item.value, span: undefined, tied: false };
  if (draft.kind === 'heading') return marker.value === undefined ? draft : { ...draft, group: item.group, marker };
  const { text, raw, pieces, start, end, gap, linked } = draft;
  return { kind: 'item', level: item.level, group: item.group, text, raw, pieces, start, end, gap, linked, marker };
}
