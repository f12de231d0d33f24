import type { Draft } from './draft.ts';
import type { PageDraft } from './html-blocks.ts';
import { countingRuns, readMarker, readNumberAlone } from './markers.ts';

/** A numbered paragraph longer than this is prose that begins with a number; a list item is short. */
const LONGEST_ITEM = 400;
/** "Ribble Valley" behind a number that stands alone. */
const LONGEST_NAME = 80;

/**
 * Numbers that markup does not know as a list: "**1. Tokyo**", "### 2 – Hanoi, Vietnam", a paragraph "#7 Xi'an". Headings stay
 * headings and carry the marker; paragraphs become items. Numbers that count on belong to one list, whatever stands between.
 */
export function numberDrafts(drafts: readonly Draft[]): readonly Draft[] {
  const markers = drafts.map((draft) => (draft.kind === 'row' || draft.marker !== undefined ? undefined : readMarker(draft.text)));
  const weak = drafts.flatMap((_, index) => (markers[index]?.strength === 'weak' ? [index] : []));
  const counts = countingRuns(weak.map((index) => markers[index]?.value ?? 0));
  const refused = new Set(weak.filter((_, order) => !counts[order]));
  const marked = drafts.map((draft, index): Draft => {
    const marker = markers[index];
    if (marker?.value === undefined || refused.has(index) || draft.text.length > LONGEST_ITEM) return draft;
    const span = { start: 0, end: marker.length };
    return {
      ...draft,
      kind: draft.kind === 'paragraph' ? 'item' : draft.kind,
      level: draft.kind === 'paragraph' ? 1 : draft.level,
      marker: { value: marker.value, tied: marker.tied, span },
    };
  });
  return joinLists(marked);
}

/** One group for numbers that count on: "10. Hefei", prose, "9. Xiamen" are items of one list. */
function joinLists(drafts: readonly Draft[]): readonly Draft[] {
  let free = drafts.reduce((highest, draft) => Math.max(highest, draft.group), -1) + 1;
  let last: { readonly value: number; readonly group: number; readonly own: number; readonly ties: number } | undefined;
  return drafts.map((draft) => {
    const value = draft.marker?.value;
    if (value === undefined) return draft;
    const step = last === undefined ? Number.NaN : Math.abs(value - last.value);
    const sameList = last !== undefined && draft.group >= 0 && draft.group === last.own;
    // "3, 3, 5": a position that two share leaves out the next.
    const countsOn = last !== undefined && (step === 0 ? draft.group < 0 : step <= last.ties);
    let group = draft.group;
    if (last !== undefined && (sameList || countsOn)) group = last.group;
    else if (group < 0) {
      group = free;
      free += 1;
    }
    last = { value, group, own: draft.group, ties: step === 0 ? (last?.ties ?? 1) + 1 : 1 };
    return { ...draft, group };
  });
}

/** "1." alone, as the corner of a card, belongs to the heading or the name behind it. */
export function joinNumbers(drafts: readonly PageDraft[]): readonly PageDraft[] {
  const joined: PageDraft[] = [];
  let number: PageDraft | undefined;
  for (const page of drafts) {
    const before = number;
    number = undefined;
    const { draft } = page;
    const names = draft.text.length <= LONGEST_NAME && draft.kind !== 'row' && draft.marker === undefined && !/[.!?]$/.test(draft.text);
    if (before !== undefined && names && readNumberAlone(draft.text) === undefined) {
      joined.pop();
      joined.push({ ...page, draft: withNumber(before.draft, draft) });
    } else {
      if (draft.kind !== 'row' && readNumberAlone(draft.text) !== undefined) number = page;
      joined.push(page);
    }
  }
  return joined;
}

function withNumber(number: Draft, draft: Draft): Draft {
  const text = `${number.text} ${draft.text}`;
  const pieces = [...number.pieces, { start: number.end, end: draft.start, text: ' ' }, ...draft.pieces];
  const marker = { value: readNumberAlone(number.text), span: { start: 0, end: number.text.length }, tied: false };
  const kind = draft.kind === 'heading' ? 'heading' : 'item';
  return { ...draft, kind, level: kind === 'item' ? 1 : draft.level, text, raw: text, pieces, start: number.start, marker };
}
