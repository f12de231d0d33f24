import type { Span } from '../source-text.ts';
import type { ListMention, Mention, PlaceMention, ReadDocument } from '../types.ts';
import { areaIn } from './scope.ts';
import type { Match } from './pattern.ts';
import type { ListDraft } from './rule.ts';

const LEADING = /^(?:the|a|an|its|their|this|that|our|new|latest|fresh|annual|yearly|of|in|on|and|s)\s+|^['"“‘’«»\s,:;(-]+/i;
const TRAILING = /(?:\s(?:of|in|on|for|by|to|with|and|the|a|an|from|at|where|its|their|per|as)|[\s'"”’‘»«,:;(.-])$/i;

/** Cuts articles, blanks, quotation marks and loose prepositions off the ends of a name (UTF-16 units of the cleaned text). */
export function trimName(text: string, span: Span): Span {
  let { start, end } = span;
  for (;;) {
    const lead = LEADING.exec(text.slice(start, Math.min(end, start + 24)));
    if (lead === null || lead[0].length === 0 || start + lead[0].length >= end) break;
    start += lead[0].length;
  }
  for (;;) {
    const trail = TRAILING.exec(text.slice(Math.max(start, end - 8), end));
    if (trail === null || end - trail[0].length <= start) break;
    end -= trail[0].length;
  }
  return { start, end };
}

/** What the mentions inside and beside a ranking's name say of it: size, edition, scope. */
export function listParts(match: Match, document: ReadDocument, whole: Span, named: Span): ListDraft {
  const text = document.clean.source.text;
  const all = (document.mentions[match.section] ?? []).filter((mention) => mention.start >= whole.start && mention.end <= whole.end);
  const ranked = rankedPlace(all, named, text);
  const span = ranked === undefined ? whole : { start: ranked.end, end: whole.end };
  const inside = all.filter((mention) => mention.start >= span.start);
  const period = inside.find((mention) => mention.kind === 'period');
  const name = trimName(text, { start: Math.max(named.start, span.start), end: named.end });
  return {
    start: ranked === undefined ? span.start : name.start,
    end: span.end,
    nameStart: name.start,
    nameEnd: name.end,
    size: sizeIn(inside, name, text),
    edition: period === undefined ? undefined : { iso: period.iso, span: { start: period.start, end: period.end }, source: period.source },
    scope: areaIn(inside, text, span),
    publisher: publisherIn(inside),
    anaphor: false,
  };
}

/** A city that a headline puts before the name without a word between ("Leeds Smart City Index"): the ranked place, no part of the name. */
function rankedPlace(inside: readonly Mention[], named: Span, text: string): PlaceMention | undefined {
  return inside.findLast(
    (mention): mention is PlaceMention =>
      mention.kind === 'place' &&
      mention.start >= named.start - 4 &&
      mention.end < named.end &&
      ['city', 'district', 'zone'].includes(mention.place.type) &&
      !/^['’](?:s\b|\s)/i.test(text.slice(mention.end, mention.end + 2)) &&
      !/(?:of|in|for|across|around|from|on|within)(?: the)? $/i.test(
        text.slice(Math.max(named.start - 4, mention.start - 12), mention.start),
      ),
  );
}

/** "list of the 37 largest cities", "comparison of 26 Swiss cities", "the UK's 25 biggest cities" */
const OPENS_COUNT =
  /^(?:(?:\p{L}[\p{L}'’-]{0,20} ){0,3}(?:list|ranking|rating|table|index|survey|study|comparison|chart|poll|analysis) of (?:the |all |all the )?(?:(?:the )?\p{L}{3,16}['’]s )?|\p{Lu}[\p{L}.]{0,20}['’]s )?$/iu;

/** "top 100", "10 most", or the number that opens a name: "31 Asian cities by price". */
function sizeIn(inside: readonly Mention[], name: Span, text: string): ListMention['size'] {
  const top = inside.find((mention) => mention.kind === 'top');
  if (top !== undefined) return { value: top.value, span: { start: top.start, end: top.end } };
  const count = inside.find(
    (mention) => mention.kind === 'quantity' && mention.measure === 'count' && mention.op === '=' && mention.valueMax === '',
  );
  if (count?.kind !== 'quantity' || Number(count.value) < 3 || Number(count.value) > 3000) return undefined;
  const before = text.slice(name.start, count.start);
  return count.start >= name.start && OPENS_COUNT.test(before)
    ? { value: Number(count.value), span: { start: count.numberStart, end: count.numberEnd } }
    : undefined;
}

function publisherIn(inside: readonly Mention[]): ListMention['publisher'] {
  const organisation = inside.find((mention) => mention.kind === 'organisation');
  return organisation === undefined ? undefined : { name: organisation.name, span: { start: organisation.start, end: organisation.end } };
}
