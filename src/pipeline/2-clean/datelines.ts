import { isCaption } from './captions.ts';
import { findDate } from './dates.ts';

/*
 * Lines that say when, where and by whom an article was published: "15:02, September 22, 2011 Email | Print", "By Bo Wei",
 * "Source: West Lake Online".
 */

/** Letters besides the date that such a line may hold: a place, a name, "Updated 7 hrs ago", share buttons. */
const LONGEST_REST = 110;

const STAMP =
  /^\W{0,3}(?:first |last )?(?:published|posted|updated|uploaded|written|reported|created|modified|release(?:d| date)?|date|time|pubdate|source|from|views?|reading time|translator|editor|web editor|author|section)(?: on| at| date| in)? ?[:|]/i;
const STAMP_CHINESE = /^\W{0,3}(?:发布时间|来源|时间|日期|作者|责任编辑) ?[:：]/;
const LABELLED = /(?:^|[|•·(]| {2}) ?(?:published|posted|updated)(?: on| at)?:? (?:\p{L}+, )?$/iu;
const BYLINE =
  /^\W{0,3}(?:(?:written|reported|edited|translated|compiled|posted|published|uploaded|created)(?: and \w+)? )?by:? [\p{L}_@]/iu;
const DESK = /^(?:\p{Lu}[\p{L}.&-]* ){1,3}(?:[Dd]esk|Staff|Bureau|Reporter|Correspondent|Newsroom)(?: |$)/u;
/** "Jordyn Tremblay-Ho, Contributing Writer" */
const WRITER =
  /^\p{Lu}[\p{L}.’' -]{2,40},? (?:(?:contributing|staff|senior|lifestyle|travel|business|chief) )?(?:writer|editor|reporter|correspondent|columnist)$/iu;
const FOR_RELEASE = /^(?:for immediate release|press release|media release)$/i;
const CREDIT = /^\((?:web editor|editor|source|[^()]{2,60} by)\b[^()]{0,80}\)$/i;

/** Is the line about the publication, by its date or its label? */
export function isDateline(raw: string): boolean {
  if (raw.length > 240 || isCaption(raw)) return false;
  if (STAMP.test(raw) || STAMP_CHINESE.test(raw)) return raw.length < 160;
  if (/^(?:first |last )?(?:published|updated|posted)\b/i.test(raw) && raw.length < 120 && !/[.!?]$/.test(raw)) return true;
  if (CREDIT.test(raw) || FOR_RELEASE.test(raw)) return true;
  const date = findDate(raw);
  // "By Bay Channel 8 staff • Published July 23, 2017 • Updated on …"
  if (date !== undefined && raw.length < 160 && LABELLED.test(raw.slice(0, date.start))) return true;
  if (date === undefined) return false;
  const rest = raw.length - (date.end - date.start);
  if (date.iso.length < 10) return rest <= 24 && !/[.:!?]$/.test(raw);
  // "On April 6, 2022 the list came out." is a sentence, "Caracas, 24 September 2021 | Area: Cooperation" is none.
  return (
    rest <= LONGEST_REST &&
    !/[.!?]["'”’)]?$/.test(raw.replace(/(?:[ap]\.m|ago|min|hrs|\b\p{Lu})\.$/iu, '')) &&
    !/^(?:on|in|since|from|until|by) /i.test(raw) &&
    date.start < 90
  );
}

export function isByline(raw: string): boolean {
  if (raw.length > 120) return false;
  if (/^by:?$/i.test(raw)) return true;
  if ((DESK.test(raw) && raw.length < 60) || WRITER.test(raw)) return true;
  return BYLINE.test(raw) && !/[.!?;]["'”’)]?$/.test(raw) && raw.split(/\s+/).length <= 16;
}
