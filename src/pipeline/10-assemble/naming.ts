import type { ListFact } from '../../extractors/claim.ts';
import { trimName } from '../../extractors/list-parts.ts';
import { scopeOf } from '../../extractors/scope.ts';
import type { Step } from '../../schema.ts';
import type { Span } from '../../source-text.ts';
import type { ListMention, ReadDocument } from '../../types.ts';
import { nameWords, similarity } from './identity.ts';
import type { Unit } from './rankings.ts';
import { namedPlaces } from './references.ts';
import type { Entry } from './settle.ts';

/** A shared column of a ranking: its value, the words it rests on (UTF-16 units of the cleaned text), and how it follows from them. */
export interface Fact {
  readonly value: string;
  readonly pieces: readonly Span[];
  readonly origin: 'stated' | 'concluded';
  readonly steps: readonly Step[];
  readonly rule: string;
}

export interface Headline {
  readonly name: Fact | undefined;
  readonly publisher: Fact | undefined;
  readonly edition: Fact | undefined;
  readonly scope: Fact | undefined;
  readonly size: Fact | undefined;
  readonly evaluated: Fact | undefined;
}

/** Proper names first, then names in quotation marks, then "the 10 most liveable cities", then "list of …". */
const NAMERS = ['list/named-index', 'list/quoted-name', 'list/top-of-a-kind', 'list/described-list'];

const stated = (value: string, pieces: readonly Span[], steps: readonly Step[], rule: string): Fact => ({ value, pieces, origin: 'stated', steps, rule });
const concluded = (value: string, pieces: readonly Span[], steps: readonly Step[], rule: string): Fact => ({ value, pieces, origin: 'concluded', steps, rule });

const tidy = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** Lists of the document that are this ranking's: those its claims refer to, and others whose names are like theirs. */
function listsOf(unit: Unit, document: ReadDocument, isMain: boolean): readonly ListMention[] {
  const text = document.clean.source.text;
  const all = document.mentions.flat().filter((mention): mention is ListMention => mention.kind === 'list' && !mention.anaphor);
  const words = new Set(unit.lists.flatMap((list) => [...nameWords(text.slice(list.nameStart, list.nameEnd))]));
  if (unit.facets.measure !== '') return [];
  if (words.size === 0) return isMain ? all : [];
  const alike = all.filter((list) => unit.lists.includes(list) || similarity(words, nameWords(text.slice(list.nameStart, list.nameEnd))) >= 0.5);
  return alike.filter((list) => list.edition === undefined || unit.facets.edition === '' || list.edition.iso === unit.facets.edition);
}

function nameOf(unit: Unit, lists: readonly ListMention[], document: ReadDocument): Fact | undefined {
  const text = document.clean.source.text;
  const reference = unit.claims[0]?.reference;
  if (reference?.measure !== undefined) {
    const span = trimName(text, reference.measure);
    return stated(tidy(text.slice(span.start, span.end)), [span], ['name'], unit.claims[0]?.settled.claim.rule ?? '');
  }
  const best = [...lists].sort((a, b) => namer(a) - namer(b) || (a.nameEnd - a.nameStart < 8 ? 1 : 0) - (b.nameEnd - b.nameStart < 8 ? 1 : 0) || a.start - b.start)[0];
  const category = unit.claims.find((claim) => claim.reference.category !== undefined)?.reference.category;
  if (best === undefined) {
    if (category !== undefined) return stated(tidy(text.slice(category.start, category.end)), [category], ['name'], '');
    return titleName(document);
  }
  const name = { start: best.nameStart, end: best.nameEnd };
  const words = tidy(text.slice(name.start, name.end));
  if (category === undefined) return stated(words, [name], ['name'], best.rule);
  return concluded(`${words}, ${tidy(text.slice(category.start, category.end))}`, [name, category], ['name'], best.rule);
}

function namer(list: ListMention): number {
  const index = NAMERS.indexOf(list.rule);
  return index < 0 ? NAMERS.length : index;
}

/** No list is named: the title says what is ranked. */
function titleName(document: ReadDocument): Fact | undefined {
  const title = document.sections.find((section) => section.kind === 'title') ?? document.sections.find((section) => section.kind === 'heading');
  if (title === undefined) return undefined;
  const span = { start: title.start, end: title.end };
  return concluded(tidy(document.clean.source.text.slice(span.start, span.end)), [span], ['name'], '');
}

function publisherOf(lists: readonly ListMention[], facts: readonly ListFact[]): Fact | undefined {
  const fact = facts.find((one) => one.field === 'publisher');
  if (fact !== undefined) return stated(fact.value, [fact.span], ['name'], fact.rule);
  const own = lists.find((list) => list.publisher !== undefined);
  return own?.publisher === undefined ? undefined : stated(own.publisher.name, [own.publisher.span], ['name'], own.rule);
}

const NEW_LIST = /\b(?:new|newly|latest|recent(?:ly)?|this year['’]s|just|released|published|unveiled|annual|out now|announced|issued|today|yesterday)\b/i;

function editionOf(unit: Unit, lists: readonly ListMention[], facts: readonly ListFact[], document: ReadDocument): Fact | undefined {
  const claimed = unit.claims.find((claim) => claim.reference.edition !== undefined)?.reference.edition;
  if (claimed !== undefined) return stated(claimed.iso, [claimed.span], ['period'], '');
  const named = lists.find((list) => list.edition !== undefined)?.edition;
  if (named !== undefined) return named.source === '' ? stated(named.iso.slice(0, named.iso.includes('/') ? undefined : 4), [named.span], ['period'], '') : concluded(named.iso.slice(0, 4), [named.span], ['document:published'], '');
  const fact = facts.find((one) => one.field === 'edition');
  if (fact !== undefined) return stated(fact.value, [fact.span], ['period'], fact.rule);
  if (unit.facets.measure !== '') return undefined;
  const published = document.clean.metadata.published.slice(0, 4);
  const text = document.clean.source.text;
  if (published === '' || !lists.some((list) => NEW_LIST.test(text.slice(Math.max(0, list.start - 80), list.end + 80)))) return undefined;
  return concluded(published, [], ['document:published'], '');
}

function scopeFact(unit: Unit, lists: readonly ListMention[], entries: readonly Entry[], document: ReadDocument): Fact | undefined {
  const area = unit.claims.find((claim) => claim.reference.area !== undefined)?.reference.area;
  const listed = lists.find((list) => list.scope !== undefined)?.scope;
  const countries = new Set(entries.map((entry) => entry.place.country).filter((code) => code !== ''));
  const fits = (code: string): boolean => code === 'world' || !/^[A-Z]{2}/.test(code) || (countries.size === 1 && countries.has(code.slice(0, 2)));
  if (area !== undefined && fits(area.code)) return stated(area.code, [area.span], ['area'], '');
  if (listed !== undefined && fits(listed.code)) return stated(listed.code, [listed.span], ['area'], '');
  const only = [...countries][0];
  const title = document.clean.metadata.title;
  if (countries.size === 1 && only !== undefined && !/\b(?:world|global|international)\b/i.test(title)) return concluded(only, [], [`competes:${only}`], '');
  if (countries.size > 1) {
    const region = namedPlaces(document).find((place) => place.place.type === 'region' && scopeOf(place.place) !== '' && document.sections.findIndex((section) => section.start <= place.start && place.start < section.end) <= 2);
    if (region !== undefined && !/\b(?:world|global)/i.test(title)) return stated(scopeOf(region.place), [{ start: region.start, end: region.end }], ['area'], '');
    return concluded('world', [], ['competes:world'], '');
  }
  return undefined;
}

/** The columns that all rows of a ranking share. `isMain`: the ranking with most entries, which takes what the article says of "the list". */
export function headlineOf(unit: Unit, entries: readonly Entry[], facts: readonly ListFact[], document: ReadDocument, isMain: boolean): Headline {
  const lists = listsOf(unit, document, isMain);
  const own = unit.facets.measure === '' ? facts.filter((fact) => isMain || (fact.list !== undefined && lists.includes(fact.list)) || fact.field === 'publisher') : [];
  const number = (field: 'size' | 'evaluated'): Fact | undefined => {
    const fact = own.find((one) => one.field === field);
    return fact === undefined ? undefined : stated(fact.value, [fact.span], ['decimal'], fact.rule);
  };
  const sized = [...lists].sort((a, b) => (b.size?.value ?? 0) - (a.size?.value ?? 0)).find((list) => list.size !== undefined);
  const whole = unit.facets.category === '' && unit.facets.measure === '';
  return {
    name: nameOf(unit, lists, document),
    publisher: publisherOf(lists, own),
    edition: editionOf(unit, lists, own, document),
    scope: scopeFact(unit, lists, entries, document),
    size: whole && sized?.size !== undefined ? stated(String(sized.size.value), [sized.size.span], ['decimal'], sized.rule) : whole ? number('size') : undefined,
    evaluated: whole ? number('evaluated') : undefined,
  };
}
