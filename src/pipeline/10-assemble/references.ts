import { allMatches } from '../../all-matches.ts';
import type { ListReference, RankClaim } from '../../extractors/claim.ts';
import { shapeOf, SLOT, type Shape } from '../../extractors/shape.ts';
import { scopeOf } from '../../extractors/scope.ts';
import type { Span } from '../../source-text.ts';
import type { ListMention, Mention, PeriodMention, PlaceMention, ReadDocument, Section } from '../../types.ts';
import { lastFrom, sentenceAt } from '../spans.ts';

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
  'g',
);
/** "Digital readiness is led by Oslo" */
const LED_CATEGORY = new RegExp(
  `(?:^|[;.] |and |while )(?:the )?(?<category>[a-z][^,.;:()${SLOTS}]{3,50}?)(?: pillar| category| component| indicator| dimension)? (?:is|was) (?:led|headed|topped|won)(?: again| once more| too)? by (?:the )?[${SLOT.name}]`,
  'g',
);
const LISTS =
  /\b(?:list|ranking|rankings|table|index|chart|league|survey|study|report|rating|ratings|standings|it|this|top|region|country|field|pack|group)\b/;
/** What follows "in" or "for" without being compared: times, places, lists. */
const NO_CATEGORY =
  /^(?:(?:the |a |an |this |that |its |their |all |our |total|both |each |which |whom |every )*(?:world|country|nation|continent|region|city|cities|state|province|island|kingdom|list|lists|ranking|rankings|table|index|survey|report|study|league|chart|rating|standings|row|top|group|order|place|position|time|times|year|years|month|months|quarter|decade|edition|season|week|day|days|past|last|first|second|third|second consecutive|future|end|meantime|turn|fact|general|addition|particular|short|part|question|same|case|process|result|latest|previous|overall|south|north|east|west|southeast|northeast|centre|center|area|central|areas|whole|market|world rankings|asia-pacific|nationwide|globe|planet|category|categories|game|running|title|being|having|which|it|them|us|now|example|instance|comparison|europe|africa|total|second year|third year|years running|people|residents|visitors|tourists)\b|\d|[a-z]+ing )|\b(?:years?|times?|months?|row|seasons?|editions?|weeks?|days?|decades?)\b/;

/** Words that stand for a category named elsewhere, or for none. */
const GENERIC =
  /^(?:the|contrary|other hand|face of it|average|(?:the )?whole|way|both|both quarters|indicators?|yardstick|that|this|all|each|every|either|it|them|total|absolute numbers|numbers|general|overall|running|(?:that|this|the same|one|other|another) (?:indicator|yardstick|measure|category|respect|regard|count|score))$/;

const isCategory = (words: string): boolean => !NO_CATEGORY.test(words) && !GENERIC.test(words.trim());

/** In units of the shape. */
interface CategoryBefore {
  readonly start: number;
  readonly end: number;
  readonly matchEnd: number;
}

/** A sentence with what is read off it once, however many claims it holds. */
interface Sentence {
  readonly shape: Shape;
  readonly lists: readonly ListMention[];
  readonly periods: readonly PeriodMention[];
  /** "For innovation resources, Leeds …": the category in front of a place or position, in units of the shape. */
  readonly before: readonly CategoryBefore[];
}

function readSentence(document: ReadDocument, section: Section, span: Span): Sentence {
  const mentions = (document.mentions[section.index] ?? []).filter((mention) => mention.end > span.start && mention.start < span.end);
  const shape = shapeOf(document.clean.source.text, section.index, span, mentions);
  const inside = mentions.filter((mention) => mention.start >= span.start && mention.end <= span.end);
  return {
    shape,
    lists: inside.filter((mention): mention is ListMention => mention.kind === 'list'),
    periods: inside.filter((mention): mention is PeriodMention => mention.kind === 'period'),
    before: categoriesBefore(shape),
  };
}

/** First unit of the shape that begins at `at` or holds it. */
function unitAt(shape: Shape, at: number): number {
  const unit = Math.max(
    0,
    lastFrom(shape.text.length, (index) => shape.starts[index] ?? Infinity, at),
  );
  const begins = (shape.starts[unit] ?? Infinity) >= at || (shape.ends[unit] ?? 0) > at;
  return begins ? unit : unit + 1;
}

function spanOf(shape: Shape, from: number, to: number): Span {
  return { start: shape.starts[from] ?? shape.span.end, end: shape.ends[to - 1] ?? shape.span.end };
}

function categoriesBefore(shape: Shape): readonly CategoryBefore[] {
  const found = [
    ...allMatches(BEFORE_CATEGORY, shape.text),
    ...[...allMatches(LED_CATEGORY, shape.text)].filter((match) => !LISTS.test(match.groups?.['category'] ?? '')),
  ];
  return found.flatMap((match) => {
    const category = match.groups?.['category'] ?? '';
    if (!isCategory(category)) return [];
    const start = match.index + match[0].indexOf(category);
    return [{ start, end: start + category.length, matchEnd: match.index + match[0].length }];
  });
}

function categoryOf({ shape, before }: Sentence, claim: RankClaim): Span | undefined {
  const from = unitAt(shape, claim.positionSpan.end);
  const rest = shape.text.slice(from);
  const after = AFTER_CATEGORY.exec(rest)?.groups?.['category'];
  if (after !== undefined && isCategory(after)) {
    const at = from + rest.indexOf(after);
    return spanOf(shape, at, at + after.length);
  }
  const last = before.filter(({ matchEnd }) => matchEnd <= from).sort((a, b) => b.matchEnd - a.matchEnd)[0];
  return last === undefined ? undefined : spanOf(shape, last.start, last.end);
}

const AREA_AFTER = new RegExp(
  `^(?:[- ](?:place|position|spot|rank|slot))?(?: overall)? (?:in|among|of|across|within|out of) (?:the )?(?:whole |all |all of |cities |those |the cities )?(?:(?:of|in) )?([${SLOT.name}${SLOT.demonym}])`,
);

/** "Globally, Nairobi is at position 61", "Within Asia, Osaka came third" */
const WORLD_OPENS =
  /^(?:but |and |overall )?(?:globally|worldwide|internationally|in the world|in the whole world|at (?:the )?(?:global|world) level|on the (?:global|world) stage|in (?:the )?(?:global|world|international) (?:ranking|rankings|list|table|terms))\b/;
const AREA_OPENS = new RegExp(
  `^(?:but |and )?(?:in|within|across|among|at) (?:the )?(?:whole |all |rest of )?([${SLOT.name}${SLOT.demonym}])(?: region| continent| countries| cities| level| ranking)?,`,
);

/** The area that opens the sentence, where it is wider than the place and no other competitor. */
function areaBefore(shape: Shape, claim: RankClaim): ListReference['area'] {
  const world = WORLD_OPENS.exec(shape.text);
  if (world !== null) return { code: 'world', span: spanOf(shape, 0, world[0].length) };
  const found = AREA_OPENS.exec(shape.text);
  const mention = found === null ? undefined : shape.mentions.get(found[0].indexOf(found[1] ?? ''));
  if ((mention?.kind !== 'place' && mention?.kind !== 'demonym') || (mention.kind === 'place' && mention.place.type !== 'region'))
    return undefined;
  const code = scopeOf(mention.place);
  return code === '' || mention.start >= claim.place.start ? undefined : { code, span: { start: mention.start, end: mention.end } };
}

function areaOf(shape: Shape, claim: RankClaim): ListReference['area'] {
  return areaBehind(shape, claim) ?? areaBefore(shape, claim);
}

function areaBehind(shape: Shape, claim: RankClaim): ListReference['area'] {
  const from = unitAt(shape, claim.positionSpan.end);
  const found = AREA_AFTER.exec(shape.text.slice(from));
  if (found === null) {
    const world =
      /^(?:[- ](?:place|position|spot|rank))? (?:in the world|worldwide|globally|internationally|in the whole world|on earth|at (?:the )?(?:world|global|international) level)\b/.exec(
        shape.text.slice(from),
      );
    return world === null ? undefined : { code: 'world', span: spanOf(shape, from, from + world[0].length) };
  }
  const mention = shape.mentions.get(from + found[0].length - 1);
  if (mention?.kind !== 'place' && mention?.kind !== 'demonym') return undefined;
  const code = scopeOf(mention.place);
  return code === '' || (mention.kind === 'place' && mention === claim.place)
    ? undefined
    : { code, span: { start: mention.start, end: mention.end } };
}

/** "In 2023, London was first", "* Way back in 2017, it was Montréal" */
const OPENS_EDITION = /^[^a-z\uE000]*(?:way |back |already |and |but )*(?:in|for) (?:the )?$/;

const editionIn = ({ iso, source, start, end }: PeriodMention): ListReference['edition'] => ({ iso, source, span: { start, end } });

function editionOf({ shape, periods }: Sentence, claim: RankClaim): ListReference['edition'] {
  const from = unitAt(shape, claim.positionSpan.end);
  const opening = periods[0];
  if (
    opening !== undefined &&
    opening.end <= claim.span.start &&
    /^\d{4}(?:\/\d{4})?$/.test(opening.iso) &&
    OPENS_EDITION.test(shape.text.slice(0, unitAt(shape, opening.start)))
  ) {
    return editionIn(opening);
  }
  const period = periods[lastFrom(periods.length, (index) => periods[index]?.start ?? Infinity, claim.positionSpan.end - 1) + 1];
  if (period === undefined || !/^\d{4}(?:\/\d{4})?$/.test(period.iso)) return undefined;
  const between = shape.text.slice(from, unitAt(shape, period.start));
  return /^(?:[- ](?:place|position|spot|rank))?,? ?\(?(?:in|of|for|back in|as of)? ?(?:the )?$/.test(between)
    ? editionIn(period)
    : undefined;
}

const isList = (mention: Mention): mention is ListMention => mention.kind === 'list';

function nearest(candidates: readonly ListMention[], at: number): ListMention | undefined {
  return candidates.reduce<ListMention | undefined>(
    (best, list) => (best === undefined || Math.abs(list.start - at) < Math.abs(best.start - at) ? list : best),
    undefined,
  );
}

/** Sections looked back over for a list that is named before the claim. */
const LOOK_BACK = 12;

/** Which ranking each claim of a document is of; sentences and lists are read once, however many claims ask for them. */
export class References {
  readonly #document: ReadDocument;
  readonly #named: readonly (readonly ListMention[])[];
  readonly #sentences = new Map<Span, Sentence>();

  constructor(document: ReadDocument) {
    this.#document = document;
    this.#named = document.mentions.map((own) => own.filter(isList).filter((list) => !list.anaphor));
  }

  /** Completes a claim's reference from its sentence and from what governs it. What the rule said itself stays. */
  resolve(claim: RankClaim): ResolvedReference {
    const section = this.#document.sections[claim.section];
    if (section === undefined || claim.reference.measure !== undefined) return { ...claim.reference, own: true };
    const sentence = claim.source === 'list' ? undefined : this.#sentenceAt(section, claim.positionSpan.start);
    const list = claim.reference.list ?? nearest(sentence?.lists.filter(({ anaphor }) => !anaphor) ?? [], claim.positionSpan.start);
    const governed = list ?? this.#governing(section, claim.span.start);
    const category = claim.reference.category ?? (sentence === undefined ? undefined : categoryOf(sentence, claim));
    const area = claim.reference.area ?? (sentence === undefined ? undefined : areaOf(sentence.shape, claim));
    const again = sentence?.lists.find(({ anaphor, edition }) => anaphor && edition !== undefined);
    const edition = claim.reference.edition ?? again?.edition ?? (sentence === undefined ? undefined : editionOf(sentence, claim));
    return {
      ...claim.reference,
      ...(governed === undefined ? {} : { list: governed }),
      ...(category === undefined ? {} : { category }),
      ...(area === undefined ? {} : { area }),
      ...(edition === undefined ? {} : { edition }),
      own: list !== undefined,
    };
  }

  #sentenceAt(section: Section, at: number): Sentence | undefined {
    const span = sentenceAt(section.sentences, at) ?? section.sentences.at(-1);
    if (span === undefined) return undefined;
    const known = this.#sentences.get(span) ?? readSentence(this.#document, section, span);
    this.#sentences.set(span, known);
    return known;
  }

  #governing(section: Section, at: number): ListMention | undefined {
    const own = this.#named[section.index] ?? [];
    const before = own[lastFrom(own.length, (index) => own[index]?.end ?? Infinity, at)];
    if (before !== undefined) return before;
    for (const heading of [...section.headings].reverse()) {
      const list = this.#named[heading]?.[0];
      if (list !== undefined) return list;
    }
    for (let index = section.index - 1; index >= Math.max(0, section.index - LOOK_BACK); index -= 1) {
      const list = this.#named[index]?.at(-1);
      if (list !== undefined) return list;
    }
    return undefined;
  }
}

/** All places of a document by kind of mention: what the focus of the article is worked out from. */
export function namedPlaces(document: ReadDocument): readonly PlaceMention[] {
  return document.mentions.flat().filter((mention): mention is PlaceMention => mention.kind === 'place' && !mention.anaphor);
}
