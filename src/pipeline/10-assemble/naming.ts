import type { ListFact } from '../../extractors/claim.ts';
import { trimName } from '../../extractors/list-parts.ts';
import type { ListMention, ReadDocument } from '../../types.ts';
import { concluded, standsAlone, stated, type Fact } from './facts.ts';
import { claimYear, datelineEdition, editionOf, onlyEdition } from './headline-edition.ts';
import { publisherOf } from './headline-publisher.ts';
import { scopeFact } from './headline-scope.ts';
import { evaluatedOf, sizeOf, topOf } from './headline-size.ts';
import { nameWords, similarity } from './identity.ts';
import type { Unit } from './rankings.ts';
import type { Entry } from './settle.ts';

export type { Fact } from './facts.ts';

export interface Headline {
  readonly name: Fact | undefined;
  readonly publisher: Fact | undefined;
  readonly edition: Fact | undefined;
  readonly scope: Fact | undefined;
  readonly size: Fact | undefined;
  readonly evaluated: Fact | undefined;
}

/** A ranking with its places, before it has a name. */
export interface Told {
  readonly unit: Unit;
  readonly entries: readonly Entry[];
}

/** Proper names first, then names in quotation marks, then "the 10 most liveable cities", then "list of …". */
const NAMERS = [
  'list/named-index',
  'list/quoted-name',
  'list/top-of-a-kind',
  'list/described-list',
  'list/most-of-a-kind',
  'list/topic-list',
];

const tidy = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** Lists of the document that are this ranking's: those its claims refer to, and others whose names are like theirs. */
function listsOf(told: Told, others: ReadonlySet<ListMention>, document: ReadDocument, isMain: boolean): readonly ListMention[] {
  const { unit } = told;
  if (standsAlone(unit)) return [];
  const { text } = document.clean.source;
  const named = (list: ListMention): ReadonlySet<string> => nameWords(text.slice(list.nameStart, list.nameEnd));
  const all = document.mentions.flat().filter((mention): mention is ListMention => mention.kind === 'list' && !mention.anaphor);
  const words = new Set(unit.lists.flatMap((list) => [...named(list)]));
  const sameEdition = (list: ListMention): boolean =>
    list.edition === undefined || unit.facets.edition === '' || list.edition.iso === unit.facets.edition;
  if (words.size === 0) {
    const end = Math.max(...unit.claims.map(({ settled: { claim } }) => document.sections[claim.section + 1]?.end ?? Infinity));
    return isMain ? all.filter((list) => !others.has(list) && sameEdition(list) && list.start < end) : [];
  }
  const own = all.filter((list) => (unit.lists.includes(list) || similarity(words, named(list)) >= 0.5) && sameEdition(list));
  const free = all.filter((list) => !own.includes(list) && !others.has(list) && sameEdition(list));
  const beside = free.filter((list) => own.some((other) => sentenceAt(list.start, document) === sentenceAt(other.start, document)));
  if (!isMain || own.some((list) => isProper(list, document))) return [...own, ...beside];
  const proper = free.filter((list) => isProper(list, document) && !beside.includes(list));
  const isOne = new Set(proper.map((list) => [...named(list)].join(' '))).size === 1;
  return [...own, ...beside, ...(isOne ? proper : [])];
}

/** "Global Comfort Index" is a name, "Comfort Magazine table" is not one yet. */
function isProper(list: ListMention, document: ReadDocument): boolean {
  const words = document.clean.source.text.slice(list.nameStart, list.nameEnd);
  return list.rule === 'list/quoted-name' || (list.rule === 'list/named-index' && !/ \p{Ll}+$/u.test(words));
}

/** Where the sentence at `at` begins. */
function sentenceAt(at: number, document: ReadDocument): number {
  return (
    document.sections
      .find((section) => section.start <= at && at < section.end)
      ?.sentences.find((span) => span.start <= at && at < span.end)?.start ?? at
  );
}

function nameOf(told: Told, lists: readonly ListMention[], document: ReadDocument, isMain: boolean): Fact | undefined {
  const { unit } = told;
  const { text } = document.clean.source;
  const reference = unit.claims[0]?.reference;
  if (standsAlone(unit) && reference?.measure !== undefined) {
    const span = trimName(text, reference.measure);
    return stated(tidy(text.slice(span.start, span.end)), [span], ['name'], unit.claims[0]?.settled.claim.rule ?? '');
  }
  const category =
    unit.facets.category === '' ? undefined : unit.claims.find((claim) => claim.reference.category !== undefined)?.reference.category;
  if (category !== undefined) {
    const span = trimName(text, category);
    return stated(tidy(text.slice(span.start, span.end)), [span], ['name'], '');
  }
  const announced = isMain || unit.claims.some((claim) => claim.reference.own) ? undefined : announcement(unit, document);
  if (announced !== undefined) return announced;
  const said = isMain ? lists : lists.filter((list) => unit.lists.includes(list));
  const best = [...(said.length > 0 ? said : lists)].sort(
    (a, b) => namer(a, document) - namer(b, document) || (b.size?.value ?? 0) - (a.size?.value ?? 0) || a.start - b.start,
  )[0];
  if (best === undefined) return titleName(document);
  const name = { start: best.nameStart, end: best.nameEnd };
  return stated(tidy(text.slice(name.start, name.end)), [name], ['name'], best.rule);
}

/** A short line right before a list or table that names what it orders: "The cheapest cappuccino is given in:". */
function announcement(unit: Unit, document: ReadDocument): Fact | undefined {
  const first = unit.group === '' ? undefined : unit.claims.map((claim) => claim.settled.claim.section).sort((a, b) => a - b)[0];
  const line = first === undefined ? undefined : document.sections[first - 1];
  if (line === undefined || line.kind === 'row') return undefined;
  const { text } = document.clean.source;
  const words = /^[^.:;!?]{8,90}(?=:$)/u.exec(text.slice(line.start, line.end))?.[0];
  if (words === undefined) return undefined;
  const span = trimName(text, { start: line.start, end: line.start + words.length });
  return stated(tidy(text.slice(span.start, span.end)), [span], ['name'], '');
}

/** How well a mention names its list: by its rule, those without a word of their own last. */
function namer(list: ListMention, document: ReadDocument): number {
  const { text } = document.clean.source;
  const index =
    list.rule === 'list/named-index' && !isProper(list, document) ? NAMERS.indexOf('list/top-of-a-kind') + 0.5 : NAMERS.indexOf(list.rule);
  return (index < 0 ? NAMERS.length : index) + (nameWords(text.slice(list.nameStart, list.nameEnd)).size === 0 ? NAMERS.length : 0);
}

/** No list is named: the title says what is ranked. */
function titleName(document: ReadDocument): Fact | undefined {
  const title =
    document.sections.find((section) => section.kind === 'title') ?? document.sections.find((section) => section.kind === 'heading');
  if (title === undefined) return undefined;
  const span = { start: title.start, end: title.end };
  return concluded(tidy(document.clean.source.text.slice(span.start, span.end)), [span], ['name'], '');
}

/** The columns that the rows of each ranking share; sub-lists take publisher and edition from the main one where they say none. */
export function headlinesOf(rankings: readonly Told[], facts: readonly ListFact[], document: ReadDocument): readonly Headline[] {
  const main = [...rankings].sort(
    (a, b) =>
      Number(standsAlone(a.unit)) - Number(standsAlone(b.unit)) ||
      Number(a.unit.facets.category !== '') - Number(b.unit.facets.category !== '') ||
      b.unit.claims.length - a.unit.claims.length,
  )[0];
  if (main === undefined) return [];
  const lead = { told: main, headline: headlineOf(main, rankings, facts, document, undefined) };
  return rankings.map((told) => (told === main ? lead.headline : headlineOf(told, rankings, facts, document, lead)));
}

/** The ranking that the article is about, with its columns. */
interface Lead {
  readonly told: Told;
  readonly headline: Headline;
}

/** A superlative told no further than a paragraph from what running text says of the main ranking comes from the same source. */
function isBeside(told: Told, lead: Lead): boolean {
  const sections = lead.told.unit.claims
    .map(({ settled: { claim } }) => claim)
    .filter((claim) => claim.source !== 'list')
    .map((claim) => claim.section);
  return told.unit.claims.some(({ settled: { claim } }) => sections.some((section) => Math.abs(section - claim.section) <= 1));
}

/** True where a position of the ranking is told in the sentence that tells the fact. */
function isToldWith({ section, span }: ListFact, { unit }: Told, document: ReadDocument): boolean {
  const sentence = sentenceAt(span.start, document);
  return unit.claims.some(
    ({ settled: { claim } }) => claim.section === section && sentenceAt(claim.positionSpan.start, document) === sentence,
  );
}

/** A count told beside the positions of another ranking is that one's. */
const isOfOther = (fact: ListFact, told: Told, rankings: readonly Told[], document: ReadDocument): boolean =>
  !isToldWith(fact, told, document) && rankings.some((other) => other !== told && isToldWith(fact, other, document));

/** "the fourth of the most competitive cities in the country": a list told in passing, which is nobody's that the article names. */
const isPassing = (unit: Unit): boolean =>
  unit.lists.length > 0 && unit.claims.length < 3 && unit.lists.every((list) => list.rule === 'list/most-of-a-kind');

function headlineOf(
  told: Told,
  rankings: readonly Told[],
  facts: readonly ListFact[],
  document: ReadDocument,
  lead: Lead | undefined,
): Headline {
  const { unit, entries } = told;
  const main = lead?.headline;
  const isMain = main === undefined;
  const rivals = rankings.filter((other) => other !== told && (!isMain || unit.lists.length > 0 || other.unit.claims.length > 2));
  const others = new Set(rivals.flatMap((other) => other.unit.lists));
  const lists = listsOf(told, others, document, isMain);
  const alone = main !== undefined && (standsAlone(unit) || isPassing(unit));
  const isPart = unit.facets.category !== '' || (main !== undefined && unit.facets.area !== '' && unit.facets.area !== main.scope?.value);
  const ofOthers = (fact: ListFact): boolean =>
    fact.list !== undefined && !fact.list.anaphor && others.has(fact.list) && unit.lists.length > 0 && !lists.includes(fact.list);
  const own = alone
    ? []
    : facts.filter((fact) => !ofOthers(fact) && (!standsAlone(unit) || fact.field !== 'publisher' || isToldWith(fact, told, document)));
  const sections = new Set([
    ...unit.claims.map((claim) => claim.settled.claim.section),
    ...lists.flatMap((list) =>
      document.sections.filter((section) => section.start <= list.start && list.end <= section.end).map(({ index }) => index),
    ),
  ]);
  const isOtherYear = main?.edition !== undefined && unit.facets.edition !== '' && unit.facets.edition !== main.edition.value;
  const counts = alone
    ? facts.filter((fact) => isToldWith(fact, told, document))
    : own.filter((fact) => !isOfOther(fact, told, rankings, document) && (sections.has(fact.section) || !isOtherYear));
  const evaluated =
    unit.facets.category === '' ? evaluatedOf(unit, lists, entries, counts, isMain || alone, sections, document) : undefined;
  const inherited = alone && !(lead !== undefined && standsAlone(unit) && isBeside(told, lead)) ? undefined : main;
  return {
    name: nameOf(told, lists, document, isMain),
    publisher:
      (isMain || !isPart ? publisherOf(lists, own, sections, document) : undefined) ??
      inherited?.publisher ??
      (isMain && !standsAlone(unit) ? publisherOf(lists, facts, sections, document) : undefined),
    edition:
      editionOf(unit, lists, isMain ? own : own.filter((fact) => sections.has(fact.section) && !isPart), document) ??
      (isMain && !alone ? (onlyEdition(others, document) ?? claimYear(unit, document)) : undefined) ??
      inherited?.edition ??
      (alone ? undefined : datelineEdition(unit, lists, document)),
    scope: scopeFact(
      unit,
      lists,
      entries,
      rankings
        .filter((other) => (!standsAlone(other.unit) && !alone && other.unit.lists.some((list) => lists.includes(list))) || other === told)
        .flatMap((other) => other.entries),
      document,
    ),
    size: alone ? evaluated : isPart ? topOf(unit, entries, document) : sizeOf(unit, lists, entries, evaluated, document),
    evaluated: isPart ? undefined : evaluated,
  };
}
