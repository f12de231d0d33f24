import type { Span } from '../source-text.ts';
import type { ListMention, Mention, PlaceMention, ReadDocument } from '../types.ts';
import { scopeOf } from './scope.ts';
import type { Match } from './pattern.ts';
import type { ListDraft } from './rule.ts';

const LEADING = /^(?:the|a|an|its|their|this|that|our|new|latest|annual|yearly|of|in|on|s)\s+|^['"“‘’\s,:;(-]+/i;

/** Cuts articles, blanks and quotation marks off the ends of a name (UTF-16 units of the cleaned text). */
export function trimName(text: string, span: Span): Span {
  let { start, end } = span;
  for (;;) {
    const lead = LEADING.exec(text.slice(start, Math.min(end, start + 24)));
    if (lead === null || lead[0].length === 0 || start + lead[0].length >= end) break;
    start += lead[0].length;
  }
  while (end > start && /[\s'"”’‘,:;(.-]/.test(text[end - 1] ?? '')) end -= 1;
  return { start, end };
}

/** What the mentions inside and beside a ranking's name say of it: size, edition, scope. */
export function listParts(match: Match, document: ReadDocument, span: Span, named: Span): ListDraft {
  const text = document.clean.source.text;
  const inside = (document.mentions[match.section] ?? []).filter((mention) => mention.start >= span.start && mention.end <= span.end);
  const top = inside.find((mention) => mention.kind === 'top');
  const period = inside.find((mention) => mention.kind === 'period');
  const name = trimName(text, named);
  return {
    start: span.start,
    end: span.end,
    nameStart: name.start,
    nameEnd: name.end,
    size: top === undefined ? undefined : { value: top.value, span: { start: top.start, end: top.end } },
    edition: period === undefined ? undefined : { iso: period.iso, span: { start: period.start, end: period.end }, source: period.source },
    scope: scopeIn(inside, text, span),
    publisher: publisherIn(inside),
    anaphor: false,
  };
}

function scopeIn(inside: readonly Mention[], text: string, span: Span): ListMention['scope'] {
  const place = inside.find((mention): mention is PlaceMention => mention.kind === 'place' && ['country', 'province', 'region'].includes(mention.place.type));
  const demonym = inside.find((mention) => mention.kind === 'demonym');
  const stated = place ?? demonym;
  if (stated !== undefined) {
    const code = scopeOf(stated.place);
    if (code !== '') return { code, span: { start: stated.start, end: stated.end } };
  }
  const world = /\b(?:world(?:['’]s|wide)?|global(?:ly)?|on earth|planet)\b/i.exec(text.slice(span.start, span.end));
  return world === null ? undefined : { code: 'world', span: { start: span.start + world.index, end: span.start + world.index + world[0].length } };
}

function publisherIn(inside: readonly Mention[]): ListMention['publisher'] {
  const organisation = inside.find((mention) => mention.kind === 'organisation');
  return organisation === undefined ? undefined : { name: organisation.name, span: { start: organisation.start, end: organisation.end } };
}
