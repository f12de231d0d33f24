import { allMatches } from '../../all-matches.ts';
import type { Draft } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { SLOT, type Shape } from '../shape.ts';
import { isObject } from '../order-tokens.ts';
import { isPlaceSlot } from '../rank-sense.ts';
import type { Span } from '../../source-text.ts';
import type { PlaceMention, ReadDocument, Section } from '../../types.ts';

const ADJECTIVE = '(?:most [a-z-]{3,20}|least [a-z-]{3,20}|[a-z]{3,14}est|best|worst)';
const OWNER = `(?:the |its |our )?(?:(?:world|country|nation|continent|region|state|province)'s |[${SLOT.name}${SLOT.anaphor}]'s |[${SLOT.demonym}${SLOT.anaphor}](?:'s)? )?`;
/** "the third largest city", "the fourth of the most competitive cities", "the 4th highest" */
const NTH = new RegExp(`${OWNER}${SLOT.ordinal}(?:[- ]| of the | among the )(?:of the )?${ADJECTIVE}`, 'g');
/** "the largest among Chinese cities by volume", "the world's busiest port city by freight" */
const FIRST = new RegExp(
  `(?<!one of )(?:the |its )(?:(?:world|country|nation|continent)'s |[${SLOT.name}${SLOT.demonym}](?:'s)? )?${ADJECTIVE}(?! (?:showing|performance|result|placing|entry|debut)\\b)(?= (?:among|of all|of the|in |[a-z]{3,14} (?:by|in terms of|for|measured by|when it comes to)|by|in terms of|measured by|for [a-z]))`,
  'g',
);
/** What a superlative is measured by and among whom, up to the end of the clause. */
const TAIL =
  /^(?: (?!and\b|but\b|while\b|which\b|who\b|where\b|with (?:[a\uE005-\uE007]|some|more|over|only)|according\b|after\b|behind\b|ahead\b|as\b|at\b|thanks\b|because\b|since\b|followed\b|is\b|are\b|was\b|were\b|has\b|have\b)[^ ,.;:()]{1,30}){1,14}/;
const MEASURE = /\b(?:by|in terms of|for|measured by|when it comes to|on|per)\b/;
/** A factory is no place, however large. */
const PLACE_NOUN =
  /^(?: [a-z-]{2,16}){0,3}? (?:cit(?:y|ies)|towns?|districts?|provinces?|states?|regions?|countr(?:y|ies)|municipalit(?:y|ies)|zones?|metros?|destinations?|hubs?|ecosystems?|capitals?|economies|economy|nations?|prefectures?|count(?:y|ies)|villages?|boroughs?|islands?|areas?|suburbs?|neighbou?rhoods?|communities|parishes|producers?|exporters?|importers?)\b/;
/** True where nothing, or a kind of place, follows the adjective: "the third largest.", "the third largest city", not "the third-largest item". */
const isOfPlaces = (rest: string): boolean =>
  PLACE_NOUN.test(rest) ||
  /^(?:[,.;:)?!]|$| (?:in|among|of|on|by|for|worldwide|globally|nationally|nationwide|after|behind|with|at|and|when|per)\b)/.test(rest) ||
  /^ (?:[a-z-]{2,16} ){0,3}?(?:markets?|manufacturer|consumer|recipient|cluster|port|tech hub|score|rate|share)\b/.test(rest);

/** Longest way from the name to its superlative. */
const REACH = 150;

interface Superlative {
  readonly start: number;
  readonly end: number;
  readonly ordinal: number | undefined;
  readonly rank: number;
}

function find(shape: Shape): readonly Superlative[] {
  const found: Superlative[] = [];
  for (const match of allMatches(NTH, shape.text)) {
    const at = match.index + match[0].indexOf(SLOT.ordinal);
    const ordinal = shape.mentions.get(at);
    const end = match.index + match[0].length;
    if (ordinal?.kind === 'ordinal' && isOfPlaces(shape.text.slice(end)))
      found.push({ start: match.index, end: end + (TAIL.exec(shape.text.slice(end))?.[0].length ?? 0), ordinal: at, rank: ordinal.value });
  }
  for (const match of allMatches(FIRST, shape.text)) {
    const end = match.index + match[0].length;
    const tail = TAIL.exec(shape.text.slice(end))?.[0] ?? '';
    if (
      !MEASURE.test(tail) ||
      !(PLACE_NOUN.test(tail) || / (?:among|of all|by|in terms of|measured by)\b/.test(tail.slice(0, 14))) ||
      found.some((other) => match.index < other.end && other.start < end)
    )
      continue;
    if (
      /\b(?:one of|among|some of|even|perhaps|probably|arguably|not) $/.test(shape.text.slice(Math.max(0, match.index - 16), match.index))
    )
      continue;
    found.push({ start: match.index, end: end + tail.length, ordinal: undefined, rank: 1 });
  }
  return found;
}

/** "Hamburg's port is the third largest", "Riyadh opened its second terminal, the third largest in the Gulf": a thing of a place. */
function isOfThing(shape: Shape, at: number, superlative: Superlative): boolean {
  const between = shape.text.slice(at + 1, superlative.start);
  const own = shape.text.slice(superlative.start, superlative.start + 120).replace(/^[^\uE003]{0,30}\uE003/, '');
  if (PLACE_NOUN.test(own.replace(/^(?:[- ]| of the | among the )(?:of the )?(?:most |least )?[a-z-]{3,20}/, ''))) return false;
  return OF_THING.test(between) || (BUILT.test(own) && /[a-z], (?:and )?$/.test(between) && !/^,/.test(between));
}
/** "The bridge in Lagos is …": a sentence about something of its own. */
const OWN_SUBJECT =
  /^(?:the|a|an|its|their|his|her|every|each) (?!(?:cit(?:y|ies)|town|province|state|country|district|capital|region|county|economy|result)\b)/;
const BUILT = /^[- ](?:largest|biggest|longest|tallest|oldest|busiest|deepest|widest)\b/;
const OF_THING = /^'s (?:[a-z-]{3,16} ){1,3}(?:is|was|are|were|has|had|ranks?|became|remains?) /;

/** The place a superlative is about: the nearest name before it in the sentence that is no area, else what the sentence is about. */
function ownerOf(shape: Shape, superlative: Superlative, section: Section, document: ReadDocument): PlaceMention | undefined {
  for (let at = superlative.start - 1; at >= Math.max(0, superlative.start - REACH); at -= 1) {
    if (!isPlaceSlot(shape.text[at])) continue;
    const mention = shape.mentions.get(at);
    const isArea =
      isObject(shape.text.slice(Math.max(0, at - 40), at)) ||
      / (?:in|of|from|across|throughout|within|to|over|than)(?: [a-z]{3,10})? $/.test(shape.text.slice(Math.max(0, at - 20), at));
    if (mention?.kind === 'place' && !isArea && mention.place.type !== 'region')
      return isOfThing(shape, at, superlative) ? undefined : mention;
  }
  const sentence = section.sentences.findIndex((span) => span.start === shape.span.start);
  const ofThing = OWN_SUBJECT.test(shape.text) && BUILT.test(shape.text.slice(superlative.start).replace(/^[^\uE003]{0,30}\uE003/, ''));
  return superlative.start < 12 || ofThing ? undefined : document.topics[section.index]?.[sentence]?.[0];
}

const BEHIND = new RegExp(
  `^,? (?:only |just |right |trailing )?(?:behind|after|trailing|second only to)(?: only| just)? (?<places>(?:the )?[${SLOT.name}](?:(?:, |,? and )(?:the )?[${SLOT.name}]){0,8})(?! (?:[a-z]{3,12}ed|beat|took|won|lost)\\b)`,
  'd',
);
const LED_IN = new RegExp(`^(?:behind|after|trailing) (?<places>[${SLOT.name}](?:(?:, |,? and )[${SLOT.name}]){0,8}), `, 'd');

/** "the second most polluted city after Delhi", "After Zurich and Vienna, Munich is the third largest": those in front, where they are all. */
function* aheadOf(shape: Shape, superlative: Superlative, own: PlaceMention, measure: Span, position: Span): Generator<Draft> {
  const behind = superlative.ordinal === undefined ? null : (BEHIND.exec(shape.text.slice(superlative.end)) ?? LED_IN.exec(shape.text));
  const [from, to] = behind?.indices?.groups?.['places'] ?? [0, 0];
  const base = behind !== null && LED_IN.test(shape.text) && shape.text.startsWith(behind[0]) ? 0 : superlative.end;
  const places = [...shape.mentions].flatMap(([unit, mention]) =>
    mention.kind === 'place' && mention !== own && unit >= base + from && unit < base + to ? [mention] : [],
  );
  if (places.length === 0 || (places.length !== superlative.rank - 1 && places.length > 1)) return;
  const first = superlative.rank - places.length;
  for (const [index, place] of places.entries()) {
    yield {
      kind: 'rank',
      place,
      position: { kind: 'absolute', rank: first + index },
      basis: 'implied',
      tied: false,
      positionSpan: position,
      reference: { measure },
      span: { start: Math.min(place.start, measure.start), end: Math.max(place.end, measure.end) },
      source: 'prose',
      doubts: [],
    } satisfies Draft;
  }
}

export default defineRule({
  finds: 'an Nth superlative, or a first one with its measure: "the world\'s third largest city for international patent applications"',
  reads: 'section',
  names: true,
  kinds: ['paragraph', 'item', 'caption', 'heading', 'title'],
  cues: ['est', 'most ', 'least ', 'worst'],
  *claims(section, shapes, document) {
    for (const shape of shapes) {
      for (const superlative of find(shape)) {
        const place = ownerOf(shape, superlative, section, document);
        if (place === undefined) continue;
        const measure = { start: shape.starts[superlative.start] ?? 0, end: shape.ends[superlative.end - 1] ?? 0 };
        const at = superlative.ordinal;
        const position = at === undefined ? measure : { start: shape.starts[at] ?? 0, end: shape.ends[at] ?? 0 };
        yield {
          kind: 'rank',
          place,
          position: { kind: 'absolute', rank: superlative.rank },
          basis: 'explicit',
          tied: false,
          positionSpan: position,
          reference: { measure },
          span: { start: Math.min(place.start, measure.start), end: measure.end },
          source: 'prose',
          doubts: [],
        } satisfies Draft;
        yield* aheadOf(shape, superlative, place, measure, position);
      }
    }
  },
  examples: [
    { text: "Indeed, Leeds is the world's third largest city for patent applications.", claims: ['Leeds 3'] },
    { text: 'Leeds is the largest among British cities in terms of export volume.', claims: ['Leeds 1'] },
  ],
  counterexamples: ['Leeds is one of the most developed cities in the country.', 'Leeds is a leading hub.'],
});
