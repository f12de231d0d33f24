import type { Span } from '../../source-text.ts';
import type { DropReason, Metadata } from '../../types.ts';
import { isContent } from './boilerplate.ts';
import { findDate } from './dates.ts';
import { isDateline } from './datelines.ts';
import { sourceOf, type Draft } from './draft.ts';
import { readMojibake } from './mojibake.ts';
import { readSite } from './site.ts';

/** A word of the article about itself, with the stretch of the decoded file that says it. */
export interface Stated extends Span {
  readonly value: string;
}

export type StatedMetadata = { readonly [field in keyof Metadata['spans']]?: Stated | undefined };

/**
 * What the article says of itself. `stated` comes from front matter, JSON-LD or `<meta>` and wins; the rest is read from the
 * lines around the article.
 */
export function readMetadata(
  drafts: readonly Draft[],
  reasons: readonly (DropReason | undefined)[],
  title: number,
  stated: StatedMetadata = {},
): Metadata {
  const head = headEnd(drafts, reasons, title);
  const headline = drafts[title];
  const found: StatedMetadata = {
    title: stated.title ?? (headline && { value: headline.text, start: headline.start, end: headline.end }),
    site: stated.site ?? readSite(drafts, reasons, title, head),
    author: stated.author ?? readAuthor(drafts, reasons, head),
    published: stated.published ?? readPublished(drafts, reasons, title, head),
    url: stated.url,
  };
  const entries = Object.entries(found).filter((entry): entry is [keyof Metadata['spans'], Stated] => entry[1] !== undefined);
  const values = Object.fromEntries(entries.map(([field, { value }]) => [field, readMojibake(value)]));
  const spans = Object.fromEntries(entries.map(([field, { start, end }]) => [field, { start, end }]));
  return { title: '', site: '', author: '', published: '', url: '', ...values, spans };
}

/** Index of the first content behind the title: what stands before it may say who wrote the article, and when. */
function headEnd(drafts: readonly Draft[], reasons: readonly (DropReason | undefined)[], title: number): number {
  let index = title + 1;
  while (index < drafts.length && !isHeadEnd(drafts[index], reasons[index])) index += 1;
  return index;
}

function isHeadEnd(draft: Draft | undefined, reason: DropReason | undefined): boolean {
  return draft !== undefined && reason === undefined && isContent(draft);
}

const FIRST = /\b(?:first published|published|posted|publication date|release date|pubdate|发布时间|date)\b/i;
const LATER = /\b(?:updated|modified|last edited)\b/i;

/** The date of publication: a labelled one anywhere, else the dateline's, else that of the last update. */
function readPublished(
  drafts: readonly Draft[],
  reasons: readonly (DropReason | undefined)[],
  title: number,
  head: number,
): Stated | undefined {
  let best: (Stated & { readonly weight: number }) | undefined;
  drafts.forEach((draft, index) => {
    const inHead = index < head && index !== title;
    if (!inHead && (reasons[index] === undefined || !FIRST.test(draft.raw))) return;
    if (draft.raw.length > 300 || draft.kind === 'caption') return;
    const date = findDate(draft.raw);
    if (date === undefined || (date.iso.length < 10 && !isDateline(draft.raw) && !/\b(?:on|by) /i.test(draft.raw))) return;
    const before = draft.raw.slice(0, date.start);
    const weight = LATER.test(before) && !FIRST.test(before) ? 1 : FIRST.test(before) ? 3 : 2;
    if (best === undefined || weight > best.weight) best = { value: date.iso, weight, ...sourceOf(draft, date.start, date.end) };
  });
  if (best !== undefined) return { value: best.value, start: best.start, end: best.end };
  return readLocationLine(drafts[head]);
}

/** "BEIJING, July 3, 2021 (Xinhua) --": the date in front of the first sentence. */
function readLocationLine(first: Draft | undefined): Stated | undefined {
  if (first === undefined) return undefined;
  const sample = first.raw.slice(0, 80);
  const date = findDate(sample);
  if (date === undefined || date.iso.length < 10 || !/^[\p{Lu} ,.()/-]{2,40}$/u.test(sample.slice(0, date.start))) return undefined;
  if (!/^\s?[(–—:\-/]/.test(sample.slice(date.end))) return undefined;
  return { value: date.iso, ...sourceOf(first, date.start, date.end) };
}

const AUTHOR =
  /(?:^|[|·•(–—-] ?| {2})(?:(?:written|reported|posted|uploaded|translated) )?(?:by|author)(?::| ) ?((?!the\b)[\p{L}_][\p{L}\p{M}_.'’ -]{1,40}[\p{L}_.])/iu;

function readAuthor(drafts: readonly Draft[], reasons: readonly (DropReason | undefined)[], head: number): Stated | undefined {
  for (const [index, draft] of drafts.entries()) {
    if (draft.raw.length > 200 || (index >= head && reasons[index] !== 'metadata')) continue;
    if (reasons[index] === undefined) continue;
    const match = AUTHOR.exec(draft.raw);
    if (match?.[1] === undefined) continue;
    const name = match[1].split(/ (?:on|at|in)\b| {2}/i)[0] ?? '';
    const start = match.index + match[0].lastIndexOf(match[1]);
    return { value: name, ...sourceOf(draft, start, start + name.length) };
  }
  return undefined;
}
