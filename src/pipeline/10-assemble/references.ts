import type { ListReference, RankClaim } from '../../extractors/claim.ts';
import { shapeOf, SLOT, type Shape } from '../../extractors/pattern.ts';
import { scopeOf } from '../../extractors/scope.ts';
import type { Span } from '../../source-text.ts';
import type { ListMention, Mention, PeriodMention, PlaceMention, ReadDocument, Section } from '../../types.ts';

/*
 * Which ranking a position is of. The words of its own sentence come first: a list named there, a category ("third for
 * innovation resources"), an area ("tenth in Europe"), an edition ("in 2017"). Where they are silent the nearest governing
 * heading, caption or sentence that names a list decides.
 */

export interface ResolvedReference extends ListReference {
  /** True where the claim's own words name the list; false where it was found by governing. */
  readonly own: boolean;
}

const SLOTS = `${SLOT.name}-${SLOT.list}`;
const AFTER_CATEGORY = new RegExp(
  `^(?:[- ](?:place|position|spot|rank|slot|overall|best)| the (?:way|field|pack|list|table|ranking))?,? (?:for|in terms of|when it comes to|in|on|by|as regards|regarding|under|among) (?:the |its )?(?:(?:category|area|field|indicator|pillar|dimension|index|variable|axis|criterion|factor|theme) (?:of |for )?)?(?<category>[^,.;:()${SLOTS}]{3,60}?)(?=[,.;:()]|$| (?:and|but|with|while|which|where|of the|among|out|behind|after|ahead|according|as|at|in|for|from|on)\\b|[ ][${SLOTS}])`,
);
const BEFORE_CATEGORY = new RegExp(
  `(?:^|[;,.] |- |and |but |while )(?:for|in terms of|when it comes to|in|as for|as to|as regards|regarding|under|on)(?: the)? (?:(?:category|area|field|indicator|pillar|dimension|variable|axis|criterion|factor) (?:of |for )?)?(?<category>[^,.;:()${SLOTS}]{3,50}?),? (?:the )?(?:[${SLOT.name}${SLOT.anaphor}]|${SLOT.ordinal})`,
);
/** What follows "in" or "for" without being compared: times, places, lists. */
const NO_CATEGORY = /^(?:(?:the |a |an |this |that |its |their |all |our |total|both |each |which |whom |every )*(?:world|country|nation|continent|region|city|cities|state|province|island|kingdom|list|lists|ranking|rankings|table|index|survey|report|study|league|chart|rating|standings|row|top|group|order|place|position|time|times|year|years|month|months|quarter|decade|edition|season|week|day|days|past|last|first|second|third|second consecutive|future|end|meantime|turn|fact|general|addition|particular|short|part|question|same|case|process|result|latest|previous|overall|south|north|east|west|southeast|northeast|centre|center|area|central|areas|whole|market|world rankings|asia-pacific|nationwide|globe|planet|category|categories|game|running|title|being|having|which|it|them|us|now|example|instance|comparison|europe|africa|total|second year|third year|years running|people|residents|visitors|tourists)\b|\d|[a-z]+ing )|\b(?:years?|times?|months?|row|seasons?|editions?|weeks?|days?|decades?)\b/;

/** Words that stand for a category named elsewhere, or for none. */
const GENERIC = /^(?:the|both|both quarters|indicators?|yardstick|that|this|all|each|every|either|it|them|total|absolute numbers|numbers|general|overall|running|(?:that|this|the same|one|other|another) (?:indicator|yardstick|measure|category|respect|regard|count|score))$/;

const isCategory = (words: string): boolean => !NO_CATEGORY.test(words) && !GENERIC.test(words.trim());

function sentenceShape(document: ReadDocument, section: Section, at: number): Shape | undefined {
  const sentence = section.sentences.find((span) => span.start <= at && at < span.end) ?? section.sentences.at(-1);
  return sentence === undefined ? undefined : shapeOf(document.clean.source.text, section.index, sentence, document.mentions[section.index] ?? []);
}

function unitAt(shape: Shape, at: number): number {
  const unit = shape.starts.findIndex((start, index) => start >= at || (shape.ends[index] ?? 0) > at);
  return unit < 0 ? shape.text.length : unit;
}

function spanOf(shape: Shape, from: number, to: number): Span {
  return { start: shape.starts[from] ?? shape.span.end, end: shape.ends[to - 1] ?? shape.span.end };
}

function categoryOf(shape: Shape, claim: RankClaim): Span | undefined {
  const from = unitAt(shape, claim.positionSpan.end);
  const rest = shape.text.slice(from);
  const after = AFTER_CATEGORY.exec(rest)?.groups?.['category'];
  if (after !== undefined && isCategory(after)) {
    const at = from + rest.indexOf(after);
    return spanOf(shape, at, at + after.length);
  }
  const before = BEFORE_CATEGORY.exec(shape.text);
  const category = before?.groups?.['category'];
  if (before === null || category === undefined || !isCategory(category)) return undefined;
  const end = before.index + before[0].length;
  if (end > from) return undefined;
  const at = before.index + before[0].indexOf(category);
  return spanOf(shape, at, at + category.length);
}

const AREA_AFTER = new RegExp(`^(?:[- ](?:place|position|spot|rank|slot))?(?: overall)? (?:in|among|of|across|within|out of) (?:the )?(?:whole |all |all of |cities |those |the cities )?(?:(?:of|in) )?([${SLOT.name}${SLOT.demonym}])`);

function areaOf(shape: Shape, claim: RankClaim): ListReference['area'] {
  const from = unitAt(shape, claim.positionSpan.end);
  const found = AREA_AFTER.exec(shape.text.slice(from));
  if (found === null) {
    const world = /^(?:[- ](?:place|position|spot|rank))? (?:in the world|worldwide|globally|in the whole world|on earth)\b/.exec(shape.text.slice(from));
    return world === null ? undefined : { code: 'world', span: spanOf(shape, from, from + world[0].length) };
  }
  const mention = shape.mentions.get(from + found[0].length - 1);
  if (mention?.kind !== 'place' && mention?.kind !== 'demonym') return undefined;
  const code = scopeOf(mention.place);
  return code === '' || (mention.kind === 'place' && mention === claim.place) ? undefined : { code, span: { start: mention.start, end: mention.end } };
}

/** "In 2023, London was first", "* Way back in 2017, it was Montréal" */
const OPENS_EDITION = /^[^a-z\uE000]*(?:way |back |already |and |but )*(?:in|for) (?:the )?$/;

function editionOf(shape: Shape, claim: RankClaim, own: readonly Mention[]): ListReference['edition'] {
  const from = unitAt(shape, claim.positionSpan.end);
  const opening = own.find((mention): mention is PeriodMention => mention.kind === 'period' && mention.start >= shape.span.start && mention.end <= claim.span.start);
  if (opening !== undefined && /^\d{4}(?:\/\d{4})?$/.test(opening.iso) && OPENS_EDITION.test(shape.text.slice(0, unitAt(shape, opening.start)))) {
    return { iso: opening.iso, span: { start: opening.start, end: opening.end } };
  }
  const period = own.find((mention): mention is PeriodMention => mention.kind === 'period' && mention.start >= claim.positionSpan.end && mention.end <= shape.span.end);
  if (period === undefined || !/^\d{4}(?:\/\d{4})?$/.test(period.iso)) return undefined;
  const between = shape.text.slice(from, unitAt(shape, period.start));
  return /^(?:[- ](?:place|position|spot|rank))?,? ?\(?(?:in|of|for|back in|as of)? ?(?:the )?$/.test(between) ? { iso: period.iso, span: { start: period.start, end: period.end } } : undefined;
}

const lists = (document: ReadDocument, section: number): readonly ListMention[] =>
  (document.mentions[section] ?? []).filter((mention): mention is ListMention => mention.kind === 'list');

function nearest(candidates: readonly ListMention[], at: number): ListMention | undefined {
  return [...candidates].sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0];
}

/** Sections looked back over for a list that is named before the claim. */
const LOOK_BACK = 12;

function governing(document: ReadDocument, section: Section, at: number): ListMention | undefined {
  const named = (list: ListMention): boolean => !list.anaphor;
  const before = lists(document, section.index).filter((list) => named(list) && list.end <= at);
  if (before.length > 0) return before.at(-1);
  for (const heading of [...section.headings].reverse()) {
    const list = lists(document, heading).find(named);
    if (list !== undefined) return list;
  }
  for (let index = section.index - 1; index >= Math.max(0, section.index - LOOK_BACK); index -= 1) {
    const list = lists(document, index).filter(named).at(-1);
    if (list !== undefined) return list;
  }
  return undefined;
}

/** Completes a claim's reference from its sentence and from what governs it. What the rule said itself stays. */
export function resolveReference(document: ReadDocument, claim: RankClaim): ResolvedReference {
  const section = document.sections[claim.section];
  if (section === undefined || claim.reference.measure !== undefined) return { ...claim.reference, own: true };
  const shape = claim.source === 'list' ? undefined : sentenceShape(document, section, claim.positionSpan.start);
  const own = document.mentions[claim.section] ?? [];
  const inSentence = shape === undefined ? [] : lists(document, claim.section).filter((list) => list.start >= shape.span.start && list.end <= shape.span.end && !list.anaphor);
  const list = claim.reference.list ?? nearest(inSentence, claim.positionSpan.start);
  const governed = list ?? governing(document, section, claim.span.start);
  const category = claim.reference.category ?? (shape === undefined ? undefined : categoryOf(shape, claim));
  const area = claim.reference.area ?? (shape === undefined ? undefined : areaOf(shape, claim));
  const again = shape === undefined ? undefined : lists(document, claim.section).find((other) => other.anaphor && other.edition !== undefined && other.start >= shape.span.start && other.end <= shape.span.end);
  const edition = claim.reference.edition ?? again?.edition ?? (shape === undefined ? undefined : editionOf(shape, claim, own));
  return {
    ...claim.reference,
    ...(governed === undefined ? {} : { list: governed }),
    ...(category === undefined ? {} : { category }),
    ...(area === undefined ? {} : { area }),
    ...(edition === undefined ? {} : { edition }),
    own: list !== undefined,
  };
}

/** All places of a document by kind of mention: what the focus of the article is worked out from. */
export function namedPlaces(document: ReadDocument): readonly PlaceMention[] {
  return document.mentions.flat().filter((mention): mention is PlaceMention => mention.kind === 'place' && !mention.anaphor);
}
