import { allMatches } from '../all-matches.ts';
import { isPlaceSlot } from './rank-sense.ts';
import { SLOT, type Shape } from './shape.ts';
import type { DemonymMention, PlaceMention, PlaceType } from '../types.ts';

/*
 * Which place a figure is of.
 */

export interface Owner {
  readonly place: PlaceMention;
  /** Units of the shape that name it, possessive and preposition included. */
  readonly from: number;
  readonly to: number;
  readonly doubts: readonly ('attributed-by-distance' | 'attributed-by-subject')[];
}

const PLACE = `[${SLOT.name}${SLOT.anaphor}]`;
const POSSESSIVE = new RegExp(
  `(?:${SLOT.name}['’]s?|${SLOT.anaphor}(?:['’]s)?|${SLOT.demonym}|${SLOT.name}-based|${SLOT.name})(?= [a-z&-])`,
  'g',
);
const LOCATED = new RegExp(
  `(?:,? (?:in|of|at|for|from|within|across|throughout|inside)|(?<=\\b(?:visitors|tourists|arrivals|visits|trips|travell?ers|guests|migrants|immigrants|pilgrims)) to|^(?:in|of|at|for|across|throughout)) (?:(?:the|all of|all|whole of|the whole of|the city of|the province of|the state of|the town of|mainland) )*(${PLACE})(?!['’]| [a-z]+['’])`,
  'g',
);

/** "visitors from Korea": those who come are no figure of the place they come from. */
export const COMING =
  /\b(?:visitors?|tourists?|guests?|arrivals|travell?ers|passengers|groups|students|people|immigrants|migrants|buyers|investors|investments?|workers|imports|residents|funds|money|those|ones?)$/;

/** "exports to Japan", "trade with Korea": the other side, not the owner. */
const PARTNER = /(?:^|[ ,(])(?:to|with|from|by|against|than|between|towards?|like|unlike|behind) (?:the |mainland |neighbou?ring )?$/;

/** Lengths of "they", "both" and "their", which speak of several or of things. */
const PLURAL = new Set([4, 5]);

/** The place behind a slot; several behind "they" are none. An adjective stands for its country. */
function placeAt(shape: Shape, at: number): PlaceMention | undefined {
  const mention = shape.mentions.get(at);
  if (mention?.kind === 'place')
    return mention.anaphor && (mention.antecedents.length > 1 || PLURAL.has(mention.end - mention.start)) ? undefined : mention;
  return mention?.kind === 'demonym' ? ofDemonym(mention) : undefined;
}

function ofDemonym(mention: DemonymMention): PlaceMention {
  return {
    kind: 'place',
    start: mention.start,
    end: mention.end,
    nameStart: mention.start,
    nameEnd: mention.end,
    place: mention.place,
    doubts: [],
    admin1Span: undefined,
    anaphor: false,
    antecedents: [],
  };
}

const SUBJECT = new RegExp(`^(?:[-*] )?(?:[a-z]+, )?(?:the )?[${SLOT.name}${SLOT.demonym}](?= (?:has|had|is|was|will|[a-z]{2,}(?:s|ed)) )`);

/** "Santos collects 97.6% of its sewage": "its" is of the place that is the subject of its sentence, where it was taken for one of a sentence before. */
function subjectOfIts(shape: Shape, at: number): PlaceMention | undefined {
  const mention = shape.mentions.get(at);
  if (
    mention?.kind !== 'place' ||
    !mention.anaphor ||
    mention.end - mention.start !== 3 ||
    mention.antecedents.some(({ start }) => start >= shape.span.start)
  )
    return undefined;
  const found = SUBJECT.exec(shape.text);
  return found === null || found[0].length > at ? undefined : placeAt(shape, found[0].length - 1);
}

function owner(shape: Shape, at: number, from: number, to: number, doubts: Owner['doubts'] = []): Owner | undefined {
  const place = subjectOfIts(shape, at) ?? placeAt(shape, at);
  return place === undefined ? undefined : { place, from, to, doubts };
}

const OWNERS = new RegExp(`[${SLOT.name}${SLOT.anaphor}${SLOT.demonym}]`);

/** The place that words `from`..`to` of the shape give to what they name: "Shenzhen's GDP", "the GDP of Shenzhen", "exports from Leeds". */
export function ownerIn(shape: Shape, from: number, to: number): Owner | undefined {
  const words = shape.text.slice(from, to);
  if (!OWNERS.test(words)) return undefined;
  const possessive: Owner[] = [];
  const beside: Owner[] = [];
  const adjectives: Owner[] = [];
  for (const found of allMatches(POSSESSIVE, words)) {
    const at = from + found.index;
    const result = owner(shape, at, at, at + found[0].length);
    if (result === undefined || PARTNER.test(words.slice(0, found.index))) continue;
    if (shape.text[at] === SLOT.demonym) adjectives.push(result);
    else if (found[0].length > 1 || shape.text[at] === SLOT.anaphor) possessive.push(result);
    else beside.push(result);
  }
  const located: Owner[] = [];
  for (const found of allMatches(LOCATED, words)) {
    if (/ from /.test(found[0]) && COMING.test(words.slice(0, found.index))) continue;
    if (/ for /.test(found[0]) && /\b(?:bound|headed|destined|leaving|departing)$/.test(words.slice(0, found.index))) continue;
    const at = from + found.index + found[0].length - 1;
    const result = owner(shape, at, from + found.index, at + 1);
    if (result !== undefined) located.push(result);
  }
  return mostSpecific([
    ...possessive,
    ...beside.filter((one) => !located.some((other) => other.place === one.place)),
    ...located,
    ...adjectives,
  ]);
}

const WIDTH: Readonly<Record<PlaceType, number>> = { country: 3, region: 3, province: 2, city: 1, district: 0, zone: 0 };

/** The first, unless a smaller place of the same country stands beside it: "the Chinese city Hefei". */
export function mostSpecific(owners: readonly Owner[]): Owner | undefined {
  const [first, ...others] = owners;
  if (first === undefined) return undefined;
  const { type, country } = first.place.place;
  return others.find(({ place }) => place.place.country === country && WIDTH[place.place.type] < WIDTH[type] && WIDTH[type] >= 2) ?? first;
}

/** The place right in front of `to`, unless it is the other side of something: "exports to Japan". */
export function subjectAt(shape: Shape, to: number): Owner | undefined {
  const found = ownerBefore(shape, to);
  return found !== undefined && PARTNER.test(shape.text.slice(0, found.from)) ? undefined : found;
}

/** The place right in front of `to`. */
export function ownerBefore(shape: Shape, to: number): Owner | undefined {
  let at = to - 1;
  while (shape.text[at] === ' ') at -= 1;
  if (/['’]s?$/.test(shape.text.slice(Math.max(0, at - 1), at + 1))) at -= shape.text[at] === 's' ? 2 : 1;
  return isPlaceSlot(shape.text[at]) ? owner(shape, at, at, to) : undefined;
}

const OPENING = new RegExp(
  `^(?:(?:and|but|while|meanwhile,?) )?(?:(?:in|at|for|across|throughout) (?:the )?(${PLACE})(?=,| )|(${SLOT.anaphor})(?=,))`,
  'd',
);

/** "In Kyoto, rents rose 4%"; the place at the head of the sentence. */
export function ownerAtHead(shape: Shape): Owner | undefined {
  const found = OPENING.exec(shape.text);
  const at = found?.indices?.[1]?.[0] ?? found?.indices?.[2]?.[0];
  return at === undefined ? undefined : owner(shape, at, 0, at + 1);
}
