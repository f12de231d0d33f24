import type { DropReason } from '../../types.ts';
import { isDateline } from './datelines.ts';
import { sourceOf, type Draft } from './draft.ts';
import type { Stated } from './metadata.ts';

/** Words a header line begins with that are no name of a site. */
const GENERIC =
  /^(?:home|news|main page|skip to|open|toggle|menu|search|welcome to|you are|current location|press room|personal|date\b|subscribe|log ?in|sign|follow|share|contact|about|advertis|breaking|\W|www\.)/i;
/** What parts a site's name from its motto or its menu. */
const CUT = / ?\| ?| ?[·•≡»›>] ?| {2,}|\t| [-–—]{1,3} | :: |: | \/ | \(/;
const DOMAIN =
  /(?<![\w@.-])((?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+){0,3}\.(?:com|net|org|cn|gov|edu|info|io|co|in|uk|news|example)(?:\.[a-z]{2})?)(?![\w-])/i;
const COPYRIGHT =
  /(?:©|\(c\)|copyright)(?:[ ,©]|\(c\)){0,4}(?:(?:19|20)\d\d(?: ?[-–] ?(?:(?:19|20)\d\d|present))?)?[ ,]{0,3}(?:by )?(\p{L}[\p{L}\p{N}&'’. -]{2,60})/iu;
const SUFFIX = /(?:[ ,]{1,3}(?:ltd|inc|llc|plc|gmbh|s\.a\.s|s\.a|fz|pvt|co|media|editions|corp)\.?| \d{4}(?:[-–]\d{4})?){1,4}$/i;

/** The site's or newspaper's name: the header's, else a domain's or the dateline's, else the copyright line's. */
export function readSite(
  drafts: readonly Draft[],
  reasons: readonly (DropReason | undefined)[],
  title: number,
  head: number,
): Stated | undefined {
  const before = drafts.slice(0, Math.max(title, 0));
  const around = drafts.slice(0, head).filter((_, index) => index !== title);
  const outside = drafts.filter((_, index) => reasons[index] !== undefined);
  return (
    fromHeader(before) ??
    fromPattern(around, DOMAIN, (draft) => isDateline(draft.raw)) ??
    fromSourceLine(outside) ??
    fromPattern(around, /^\(([\p{L}' ]{3,40})\)/u, () => true) ??
    fromLocationLine(drafts[head]) ??
    fromCopyright(outside) ??
    fromBureau(around) ??
    fromPattern(before, DOMAIN, () => true)
  );
}

function fromHeader(before: readonly Draft[]): Stated | undefined {
  for (const draft of before.slice(0, 3)) {
    const welcome = /^welcome to /i.exec(draft.raw)?.[0].length ?? 0;
    const line = draft.raw.slice(welcome);
    // "English>> China Society": a breadcrumb.
    if (/^[^|]{2,30}?[>»›]/.test(line)) continue;
    if (
      isDateline(line) ||
      (welcome === 0 && GENERIC.test(line)) ||
      (DOMAIN.exec(line)?.index === 0 && !/^\S+\.net\b/.test(line) && /^www\./i.test(line))
    )
      continue;
    const name = line.split(CUT)[0]?.trim() ?? '';
    if (name.length < 3 || name.length > 60 || name.split(' ').length > 8) continue;
    return { value: name, ...sourceOf(draft, welcome, welcome + name.length) };
  }
  return undefined;
}

function fromPattern(drafts: readonly Draft[], pattern: RegExp, allowed: (draft: Draft) => boolean): Stated | undefined {
  for (const draft of drafts) {
    const match = allowed(draft) && draft.raw.length < 300 ? pattern.exec(draft.raw) : null;
    if (match?.[1] === undefined) continue;
    const start = match.index + match[0].indexOf(match[1]);
    return { value: match[1], ...sourceOf(draft, start, start + match[1].length) };
  }
  return undefined;
}

/** "Source: West Lake Online" */
function fromSourceLine(outside: readonly Draft[]): Stated | undefined {
  return fromPattern(outside, /\b(?:Source|From): ?(\p{L}[\p{L} &'’.]{2,40}?)(?=$| {2}|[\d|,(])/u, () => true);
}

/** "WASHINGTON (ORDO NEWS) —", "(Daily Observer Online)    10:34" */
function fromLocationLine(first: Draft | undefined): Stated | undefined {
  return first && fromPattern([{ ...first, raw: first.raw.slice(0, 80) }], /^[\p{Lu} ,.]{2,40}\(([\p{L} ]{3,40})\) ?[-–—]/u, () => true);
}

/** "© 2021 Vitosha Finance Ltd. Copying …" */
export function fromCopyright(outside: readonly Draft[]): Stated | undefined {
  for (const draft of [...outside].reverse()) {
    const match = draft.raw.length < 400 ? COPYRIGHT.exec(draft.raw) : null;
    if (match?.[1] === undefined) continue;
    const name = (match[1].split(/(?<=[^.\s]{3})\. | {2}| - | All | by /)[0] ?? '').trim().replace(SUFFIX, '').replace(/\.$/, '');
    if (name.length < 3) continue;
    const start = match.index + match[0].indexOf(match[1]);
    return { value: name, ...sourceOf(draft, start, start + name.length) };
  }
  return undefined;
}

/** "By Deccan Mail Bureau" */
function fromBureau(around: readonly Draft[]): Stated | undefined {
  return fromPattern(around, /\bBy (\p{Lu}[\p{L} ]{2,40}?) (?:Bureau|Staff|Desk)\b/u, () => true);
}
