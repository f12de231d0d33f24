import type { ListFact } from '../../extractors/claim.ts';
import type { Span } from '../../source-text.ts';
import type { ListMention, ReadDocument, TopMention } from '../../types.ts';
import { stated, type Fact } from './facts.ts';
import type { Unit } from './rankings.ts';
import { sentenceAt } from '../spans.ts';
import type { Entry } from './settle.ts';

const KINDS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:cit|town|municipal|destination|metro|ecosystem|hub|commune|local auth|market|capital|centre|center|agglomer|cluster|seats)/,
    'city',
  ],
  [/^(?:district|borough|count(?:y|ies))/, 'district'],
  [/^(?:province|state(?:s|$)|prefecture|voivod|canton|region)/, 'province'],
  [/^(?:countr|nations$|econom(?:y|ies)$)/, 'country'],
  [/^(?:zone|park)/, 'zone'],
];

/** The kind of place that a count counts, by the noun after it. */
function countedKind(fact: ListFact, document: ReadDocument): string {
  const after = document.clean.source.text
    .slice(fact.span.end, fact.span.end + 60)
    .toLowerCase()
    .replace(/(?:[.;:]| (?:and|were|was|had|have|came|from|to|in|on|for|that|which) ).*/s, ' ');
  for (const word of after.split(/\P{L}+/u).slice(0, 7)) {
    const kind = KINDS.find(([words]) => words.test(word))?.[1];
    if (kind !== undefined) return kind;
  }
  return '';
}

/** What most of the places are, in the words of `KINDS`. */
function competing(entries: readonly Entry[]): string {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const type = entry.place.type === 'region' ? 'province' : entry.place.type;
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

const furthest = (entries: readonly Entry[]): number => Math.max(0, ...entries.map((entry) => entry.rank ?? entry.within ?? 0));

/** How many places were assessed, of the kind that competes; a count near its claims first, then the largest that reaches the last position told. */
export function evaluatedOf(
  unit: Unit,
  lists: readonly ListMention[],
  entries: readonly Entry[],
  facts: readonly ListFact[],
  isMain: boolean,
  sections: ReadonlySet<number>,
  document: ReadDocument,
): Fact | undefined {
  const kind = competing(entries);
  const named = unit.facets.kind.replace('town', 'city');
  const last = furthest(entries);
  const counts = facts
    .filter(({ field, value }) => field === 'evaluated' && Number(value) >= Math.max(last, entries.length))
    .map((fact) => ({ fact, counted: countedKind(fact, document) }));
  const alike = counts.filter(({ counted }) => counted === kind || (counted !== '' && counted === named));
  const loose = isMain ? counts.filter(({ counted }) => counted === '' || (counted !== 'country' && kind !== 'country')) : [];
  const best = [...(alike.length > 0 ? alike : loose)].sort(
    (a, b) =>
      Number(sections.has(b.fact.section)) - Number(sections.has(a.fact.section)) ||
      Number(b.fact.value) - Number(a.fact.value) ||
      a.fact.span.start - b.fact.span.start,
  )[0]?.fact;
  if (best !== undefined) return stated(best.value, [best.span], ['decimal'], best.rule);
  const whole = lists.find((list) => list.size !== undefined && list.size.value >= last && isWhole(list, document));
  return whole?.size === undefined ? undefined : stated(String(whole.size.value), [whole.size.span], ['decimal'], whole.rule);
}

/** "list of 100 major cities", "survey of 230 cities", "third among the 50 largest cities": all that were looked at, none the best of them. */
function isWhole(list: ListMention, document: ReadDocument): boolean {
  const { text } = document.clean.source;
  const words = text.slice(list.nameStart, list.nameEnd);
  const chosen = words.replace(/\b(?:largest|biggest|most populous|most populated)\b/gi, '');
  if (/\b(?:top|most|least|best|worst|leading|first|[a-z]{2,14}est)\b/i.test(chosen)) return false;
  const isCounted = /(?:list|ranking|survey|rating|table|index|study|comparison) of (?:the |all )?(?:\d|[a-z]+ )/i.test(words);
  if (chosen === words) return isCounted;
  return (
    isCounted ||
    /\b(?:of|among|amongst|in|for|across|compare[sd]?|ranks|ranked)(?: the| all)* $/i.test(
      text.slice(Math.max(0, list.nameStart - 24), list.nameStart),
    )
  );
}

/** N of "top N": the list's own, else one beside its claims that reaches the last position told; else the number of places assessed. */
export function sizeOf(
  unit: Unit,
  lists: readonly ListMention[],
  entries: readonly Entry[],
  evaluated: Fact | undefined,
  document: ReadDocument,
): Fact | undefined {
  const last = furthest(entries);
  const sized = lists
    .filter((list) => list.size !== undefined && list.size.value >= last)
    .sort((a, b) => (b.size?.value ?? 0) - (a.size?.value ?? 0))[0];
  if (sized?.size !== undefined) return stated(String(sized.size.value), [sized.size.span], ['decimal'], sized.rule);
  const top = topOf(unit, entries, document);
  if (top !== undefined) return top;
  return shownOf(entries, document) ?? evaluated;
}

/** "These are the 10 municipalities …" elsewhere in the article, where just as many are told. */
function shownOf(entries: readonly Entry[], document: ReadDocument): Fact | undefined {
  const last = furthest(entries);
  if (entries.length * 4 < last * 3 || last < 3) return undefined;
  const list = document.mentions.flat().find((mention): mention is ListMention => mention.kind === 'list' && mention.size?.value === last);
  return list?.size === undefined ? undefined : stated(String(last), [list.size.span], ['decimal'], list.rule);
}

/** N of a bare "top N" beside the claims, where no position told goes beyond it. */
export function topOf(unit: Unit, entries: readonly Entry[], document: ReadDocument): Fact | undefined {
  const last = furthest(entries);
  const top = topsBeside(unit, document)
    .filter((mention) => mention.value >= Math.max(3, last))
    .sort((a, b) => b.value - a.value || a.start - b.start)[0];
  return top === undefined ? undefined : stated(String(top.value), [{ start: top.start, end: top.end }], ['decimal'], '');
}

/** "the top 10" in the sentences of its claims and in what governs them. */
function topsBeside(unit: Unit, document: ReadDocument): readonly TopMention[] {
  const tops = (index: number): readonly TopMention[] =>
    (document.mentions[index] ?? []).filter((mention): mention is TopMention => mention.kind === 'top');
  const found = new Set<TopMention>();
  const read = new Set<Span>();
  for (const { settled } of unit.claims) {
    const { section, positionSpan, source } = settled.claim;
    const own = document.sections[section];
    if (own === undefined) continue;
    const sentence = sentenceAt(own.sentences, positionSpan.start);
    if (sentence !== undefined && !read.has(sentence))
      for (const top of tops(section)) if (top.start >= sentence.start && top.end <= sentence.end) found.add(top);
    if (sentence !== undefined) read.add(sentence);
    if (source === 'list')
      for (const heading of [...own.headings.slice(-1), ...announcing(section, document)]) for (const top of tops(heading)) found.add(top);
  }
  return [...found];
}

/** The paragraph right before the group that a row or item belongs to: "Here are the top ten:". */
function announcing(section: number, document: ReadDocument): readonly number[] {
  const group = document.sections[section]?.group ?? -1;
  let index = section;
  while (index > 0 && (document.sections[index - 1]?.group === group || document.sections[index - 1]?.kind === 'item') && group >= 0)
    index -= 1;
  return index > 0 ? [index - 1] : [];
}
