import type { DropReason } from '../../types.ts';
import { isByline, isDateline } from './datelines.ts';
import type { Draft } from './draft.ts';
import { readPageCount } from './markers.ts';
import { findTitle } from './title.ts';
import { isMenu, judgeHeading, judgeWords, type Verdict } from './vocabulary.ts';

export interface Boilerplate {
  /** Index of the draft that is the article's title, -1 if none is. */
  readonly title: number;
  /** Why draft i is no part of the article; undefined where it is. */
  readonly reasons: readonly (DropReason | undefined)[];
}

/** Letters of a paragraph; a shorter text without a full stop is a headline, an entry of a menu, a caption. */
const SHORTEST_PROSE = 60;
const SURE_PROSE = 180;
/** Drafts behind the first prose, a standfirst, in which author and date may still stand. */
const LATE_DATELINE = 3;
/** Drafts behind "© 2017" among which a table shows that the article goes on. */
const LOOK_AHEAD = 60;

/**
 * Parts the article from what a page puts around it, by three things together: the words ("Most read"), the shape (a menu, a
 * dateline) and the place in the file. What stands before the title goes; what a label heads goes up to the next prose; what
 * follows the last content goes once one line there is known to be foreign. In doubt a draft stays. `preset` are reasons that the
 * markup gives.
 */
export function findBoilerplate(
  drafts: readonly Draft[],
  knownTitle?: number,
  preset: readonly (DropReason | undefined)[] = [],
): Boilerplate {
  const verdicts = drafts.map((draft, index) => judgeDraft(draft, index === knownTitle, preset[index]));
  const first = drafts.findIndex((draft, index) => verdicts[index] === undefined && isContent(draft) && !isDateline(draft.raw));
  const firstContent = first < 0 ? drafts.length : first;
  const title = knownTitle ?? findTitle(drafts, verdicts, firstContent);
  const reasons = readHead(drafts, verdicts, title, firstContent);
  for (let index = firstContent + 1; index <= firstContent + LATE_DATELINE && index < drafts.length; index += 1) {
    const draft = drafts[index];
    if (draft !== undefined && (isDateline(draft.raw) || isByline(draft.raw))) reasons[index] ??= 'metadata';
  }
  readBody(drafts, verdicts, reasons, title + 1);
  readTail(drafts, reasons);
  return { title, reasons };
}

function isProse(draft: Draft): boolean {
  if (draft.kind === 'row' || draft.kind === 'heading' || draft.kind === 'title') return false;
  const { text } = draft;
  // "Is Singapore really the dearest? And where is the cheapest...": a headline may end so, a sentence hardly.
  return text.length > SURE_PROSE || (text.length >= SHORTEST_PROSE && /[.!:]["'”’»)\]]*$/.test(text) && !text.endsWith('...'));
}

/** What may be the article's own: prose, rows, items, "16. Dawson Creek" as a heading. */
export function isContent(draft: Draft): boolean {
  if (draft.kind === 'row' || draft.marker?.value !== undefined || isProse(draft)) return true;
  return draft.marker !== undefined && !isDateline(draft.raw) && !isByline(draft.raw);
}

function judgeDraft(draft: Draft, isTitle: boolean, preset: DropReason | undefined): Verdict | undefined {
  if (isTitle) return undefined;
  return preset === undefined ? judge(draft) : { reason: preset, reach: 'line' };
}

function judge(draft: Draft): Verdict | undefined {
  if (draft.kind === 'row') return undefined;
  const verdict = draft.kind === 'heading' ? judgeHeading(draft.raw) : judgeWords(draft.raw);
  if (draft.kind === 'caption' && verdict?.reason !== 'image') return undefined;
  if (verdict !== undefined && (verdict.reach !== 'label' || draft.text.length < 60)) return verdict;
  if (draft.kind !== 'item' && isMenu(draft.raw)) return { reason: 'navigation', reach: 'line' };
  if (draft.linked > 0.8 && draft.marker === undefined && draft.kind !== 'heading') return { reason: 'navigation', reach: 'line' };
  if (draft.kind !== 'item' && readPageCount(draft.text) !== undefined) return { reason: 'navigation', reach: 'line' };
  // A number that nothing counts with is the name of a picture: "031".
  return draft.kind !== 'item' && /^[\d.,-]{1,8}$/.test(draft.text) ? { reason: 'image', reach: 'line' } : undefined;
}

function readHead(
  drafts: readonly Draft[],
  verdicts: readonly (Verdict | undefined)[],
  title: number,
  firstContent: number,
): (DropReason | undefined)[] {
  return drafts.map((draft, index) => {
    if (index === title || index >= Math.max(firstContent, title)) return undefined;
    if (isDateline(draft.raw) || isByline(draft.raw)) return 'metadata';
    return verdicts[index]?.reason ?? (index < title ? 'navigation' : undefined);
  });
}

function readBody(
  drafts: readonly Draft[],
  verdicts: readonly (Verdict | undefined)[],
  reasons: (DropReason | undefined)[],
  from: number,
): void {
  const after = proseAfter(drafts, verdicts);
  const total = after[0] ?? 0;
  let open: Opened | undefined;
  for (let index = from; index < drafts.length; index += 1) {
    const draft = drafts[index];
    if (draft === undefined || reasons[index] !== undefined) continue;
    const verdict = verdicts[index];
    if (verdict === undefined && open === undefined) continue;
    if (verdict === undefined && open !== undefined) {
      if (closes(draft, open)) {
        reopenHeading(drafts, reasons, index, open.entries);
        open = undefined;
      } else {
        reasons[index] = open.reason;
        open = { ...open, entries: open.entries + 1, group: open.entries === 0 ? draft.group : open.group };
      }
      continue;
    }
    if (verdict === undefined) continue;
    reasons[index] = verdict.reason;
    // A menu line among related headlines does not end them.
    if (verdict.reach === 'label') open = { reason: verdict.reason, entries: 0, group: -1 };
    else if (open !== undefined) open = { ...open, entries: 0 };
    if (verdict.reach === 'end' && endsArticle(drafts, verdicts, after, total, index, verdict.reason)) {
      let reason: DropReason = verdict.reason;
      for (let rest = index + 1; rest < drafts.length; rest += 1) {
        const own = verdicts[rest];
        reasons[rest] ??= own?.reason ?? reason;
        if (own !== undefined && own.reach !== 'line') reason = own.reason;
      }
      return;
    }
  }
}

/** A label whose entries are being read. */
interface Opened {
  readonly reason: DropReason;
  readonly entries: number;
  /** The list that its first entry belongs to, -1 if to none. */
  readonly group: number;
}

/** Does this draft show that the article goes on behind a stretch of related headlines? */
function closes(draft: Draft, open: Opened): boolean {
  if (draft.kind === 'row' || (isProse(draft) && draft.kind !== 'item')) return true;
  const markup = draft.raw === draft.text && draft.raw.length !== draft.end - draft.start;
  if (draft.kind === 'heading' && markup) return true;
  // In markup the entries are one list, or links.
  if (markup && open.entries > 0 && draft.linked < 0.4 && (draft.kind === 'item' ? draft.group !== open.group : draft.text.length > 40))
    return true;
  return draft.gap && open.entries > 0 && draft.kind === 'item' && draft.marker?.value !== undefined && draft.group !== open.group;
}

/** The heading of the prose that ends a stretch of related headlines belongs to the prose. */
function reopenHeading(drafts: readonly Draft[], reasons: (DropReason | undefined)[], index: number, entries: number): void {
  const heading = drafts[index - 1];
  if (entries > 1 && heading?.kind === 'heading' && heading.gap) reasons[index - 1] = undefined;
}

/** Letters of prose from each draft on that no word speaks against. */
function proseAfter(drafts: readonly Draft[], verdicts: readonly (Verdict | undefined)[]): readonly number[] {
  const letters = new Array<number>(drafts.length + 1).fill(0);
  for (let index = drafts.length - 1; index >= 0; index -= 1) {
    const draft = drafts[index];
    const own = draft !== undefined && verdicts[index] === undefined && isProse(draft) ? draft.text.length : 0;
    letters[index] = (letters[index + 1] ?? 0) + own;
  }
  return letters;
}

/** "3 comments" and "© 2021" end the article where more of its prose stands before them than behind, and no table or list does. */
function endsArticle(
  drafts: readonly Draft[],
  verdicts: readonly (Verdict | undefined)[],
  after: readonly number[],
  total: number,
  index: number,
  reason: DropReason,
): boolean {
  const behind = after[index] ?? 0;
  const before = total - behind;
  let listed = 0;
  for (let rest = index + 1; rest < drafts.length && rest < index + LOOK_AHEAD; rest += 1) {
    const draft = drafts[rest];
    if (verdicts[rest] === undefined && (draft?.kind === 'row' || draft?.marker?.value !== undefined)) listed += 1;
    if (listed >= 5) return false;
  }
  return reason === 'comments' ? behind <= before : behind === 0 || (behind < 500 && behind * 4 < before);
}

/** Behind the last content, short lines that follow a foreign line are foreign too. */
function readTail(drafts: readonly Draft[], reasons: (DropReason | undefined)[]): void {
  let last = drafts.length - 1;
  while (last >= 0) {
    const draft = drafts[last];
    if (draft !== undefined && reasons[last] === undefined && isContent(draft)) break;
    last -= 1;
  }
  let foreign: DropReason | undefined;
  for (let index = last + 1; index < drafts.length && last >= 0; index += 1) {
    const draft = drafts[index];
    if (draft !== undefined && reasons[index] === undefined && (isDateline(draft.raw) || isByline(draft.raw))) reasons[index] = 'metadata';
    reasons[index] ??= foreign;
    foreign = reasons[index] ?? foreign;
  }
}
