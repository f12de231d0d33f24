import { SLOT, type Shape } from './shape.ts';
import type { ReadDocument } from '../types.ts';

/*
 * When an ordinal is a position among places: "third", "in 3rd place", "the 10th priciest", and not "the third floor", "a second bridge".
 */

const ENDS = /^(?:[,.;:)!?"]|$| -| \()/;
const NOUN = /^[- ](?:places?|positions?|spots?|slots?|ranks?|rungs?|berths?|seats?|rankings?|lines?(?= (?:of|in|on)\b))\b/;
const GOES_ON =
  /^ (?:in|of|on|at|among|amongst|overall|for|with|behind|after|ahead|from|out|and|but|or|while|nationally|nationwide|worldwide|globally|again|this|last|by|to|as|when|where|before|best|most|least|than|internationally|regionally|locally|now|respectively|across|within|worst|name|row|is|was|are|were|goes|went|came|comes|belongs|has been)\b|^ [\uE000\uE001\uE002\uE004\uE009\uE00B]/u;
const SUPERLATIVE = /^[- ](?:[a-z]{2,14}(?:est|iest)|most [a-z-]{3,20}|least [a-z-]{3,20}|best|worst)(?:[ \-,.;:)]|$)/;
/** "the third of four sons", "the second of its kind", "first and foremost" */
const NO_POSITION =
  /^ (?:of (?:its|his|her|their|four|three|five|six|two|may|june|july|august|january|february|march|april|september|october|november|december|a series|the month)|and foremost|time|in line to|half|of all\b|to (?:do|be|have|get|make|see|reach))/;

/** True where the ordinal at unit `at` of the shape can be a position. */
export function isPosition(shape: Shape, at: number): boolean {
  const after = shape.text.slice(at + 1, at + 40);
  const mention = shape.mentions.get(at);
  if (NO_POSITION.test(after) || (after.startsWith(' and last') && mention?.kind === 'ordinal' && mention.value === 1)) return false;
  if (/\b(?:its|their|his|her|our|my)(?: own)? $/.test(shape.text.slice(Math.max(0, at - 10), at)) && !NOUN.test(after)) return false;
  return (
    NOUN.test(after) ||
    SUPERLATIVE.test(after) ||
    ENDS.test(after) ||
    GOES_ON.test(`${after} `) ||
    /^ (?:and|,)? ?\uE003/u.test(after) ||
    PAST_AFTER.test(after)
  );
}

/** True where a superlative follows: "third largest", "15th most expensive", "fourth of the most competitive". */
export const isSuperlative = (shape: Shape, at: number): boolean =>
  SUPERLATIVE.test(shape.text.slice(at + 1, at + 40)) || / of the (?:most|least|[a-z]+est)\b/.test(shape.text.slice(at + 1, at + 24));

const PAST_BEFORE =
  /\b(?:from|up on|down on|previously|formerly|used to be|had been|having (?:been|ranked|come|finished|placed|stood)|compared (?:with|to)|after being|last year(?:'s)?|a year (?:ago|earlier|before)|the year before|twelve months ago|(?:in|against) (?:the )?(?:previous|last|preceding|prior) (?:year|edition|ranking|index|table|list|survey|report)(?:'s (?:ranking|index|list|edition|survey|report))?)(?:,? (?:it|they|the city|\uE000|\uE001))?(?: (?:was|were|came|ranked|stood|placed|finished|being|had been|took|occupied|sat|on|in|at|the|its|a|rank|number|only|still|just)){0,4} ?$/;
const PAST_AFTER =
  /^(?:[- ](?:place|position|spot|slot|rank|line))?,?(?: on the list| in the (?:list|ranking|index))?,? \(?(?:last (?:year|time)\b(?!'s)|(?:a|one|two|three|four|five|ten) years? (?:ago|earlier|before)|(?:in |during )?the (?:previous|preceding|last|prior) (?:year|edition|ranking|list|survey|report)|previously|the year before|then(?=[,)]| but| and)|at (?:the|that) time|(?:twelve|six) months (?:ago|earlier|before)|in last year's)/;

/** "Xi'an, which was 6th in the evaluation of 2019, ranks 10th" */
const PAST_CLAUSE_BEFORE =
  /(?:which|who|that) (?:was|were|had|ranked|came|stood|finished|placed|took|held|occupied|sat)(?![a-z])[^,;:]{0,24}$/;
const PAST_CLAUSE_AFTER =
  /^(?:[- ](?:place|position|spot|slot|rank|line))?(?: \(?(?:in|of|for|on|during|as recently as)\b[^,;:]{0,40}?\uE009|,? as recently as)/;

/** "third last year", "last year it was third", where the article's date has made a period of "last year". */
const PERIOD_AFTER =
  /^(?:[- ](?:place|position|spot|slot|rank|line))?,?(?: on the list| in the (?:list|ranking|index))?,? \(?(?:in |during )?\uE009(?!'s)/;
const PERIOD_BEFORE =
  /\uE009(?:,? (?:it|they|the city|\uE000|\uE001))?(?: (?:was|were|came|ranked|stood|placed|finished|being|had been|took|occupied|sat|on|in|at|the|its|a|rank|number)){0,4} ?$/;

function isInPastPeriod(shape: Shape, before: string, after: string, from: number, to: number): boolean {
  const behind = PERIOD_AFTER.exec(after);
  const ahead = PERIOD_BEFORE.exec(before);
  const units = [...(behind === null ? [] : [to + behind[0].length - 1]), ...(ahead === null ? [] : [from - before.length + ahead.index])];
  return units.some((unit) => {
    const mention = shape.mentions.get(unit);
    return mention?.kind === 'period' && mention.past === true;
  });
}

/** True where the position at units `from`..`to` is told of an edition before. */
export function isPast(shape: Shape, from: number, to: number): boolean {
  if (PAST_CLAUSE_AFTER.test(shape.text.slice(to, to + 60)) && PAST_CLAUSE_BEFORE.test(shape.text.slice(Math.max(0, from - 40), from)))
    return true;
  const before = shape.text.slice(Math.max(0, from - 60), from);
  const after = shape.text.slice(to, to + 60);
  return PAST_BEFORE.test(before) || PAST_AFTER.test(after) || isInPastPeriod(shape, before, after, from, to);
}

const known = new WeakMap<ReadDocument, boolean>();
const LIST_TITLE =
  /\b(?:rank(?:s|ed|ing|ings)?|(?:top|best|worst|most|least)\b[^.]{1,40}\b(?:cit(?:y|ies)|towns?|districts?|provinces?|states?|regions?|countr(?:y|ies)|places|municipalities|destinations|zones?)|index|league table|tops? (?:the )?(?:list|table|chart|ranking))\b/i;

/** Competitors that are no places, and places that compete: whichever an article speaks of more often is what it ranks. */
const OTHERS =
  /\b(?:universit(?:y|ies)|colleges?|schools?|students?|campus(?:es)?|vice-chancellor|enterprises|clubs?|teams?|airlines?|players?|riders?|drivers?|athletes?|hotels?|brands?|championship|tournament|grand prix|semi-?finals?|world cup|medals?|goals?|innings|coach|striker|goalkeeper|midfielder|kick-off|fixtures?|points behind|game in hand|league|division|referee|qualifiers?|relegat(?:ed|ion)|unbeaten|penalty|half-time|stoppage|match(?:es|day)?|defender|squad|promotion play-offs?)\b/gi;
const COMPETITORS =
  /\b(?:cit(?:y|ies)|towns?|districts?|provinces?|states?|regions?|countr(?:y|ies)|municipalit(?:y|ies)|zones?|metros?|destinations?|prefectures?|count(?:y|ies)|economies|liveab\w+|livab\w+|residents|boroughs?|nations)\b/gi;
const OTHER_LISTS =
  /\b(?:universit|college|school|football|premier|champions|soccer|rugby|cricket|basketball|hockey|volleyball|(?:north|south|east|west)\w* [^.]{0,30}league|first division|fifa|atp|wta|fortune|forbes|airport|airline|hotel|restaurant|enterprise|compan|brand|player|team)/i;
const LEAST_OTHERS = 3;

/** True for articles of sport, universities or firms: their positions are no places'. */
function ranksOthers(document: ReadDocument): boolean {
  const { text } = document.clean.source;
  const named = document.mentions.flatMap((own) =>
    own.flatMap((mention) => (mention.kind === 'list' && !mention.anaphor ? [mention] : [])),
  );
  const others = text.match(OTHERS)?.length ?? 0;
  if (others < LEAST_OTHERS) return false;
  const places = text.match(COMPETITORS)?.length ?? 0;
  const listed = named.filter((list) => OTHER_LISTS.test(text.slice(list.nameStart, list.nameEnd))).length;
  return others > places * 2 || (others > places && named.length > 0 && listed === named.length);
}

/** True for a document that reports a ranking of places somewhere: it names one, or its title says so. */
export function isRankingDocument(document: ReadDocument): boolean {
  const cached = known.get(document);
  if (cached !== undefined) return cached;
  const answer =
    (LIST_TITLE.test(document.clean.metadata.title) ||
      document.mentions.some((own) => own.some((mention) => mention.kind === 'list' && !mention.anaphor))) &&
    !ranksOthers(document);
  known.set(document, answer);
  return answer;
}

const RANKS =
  /\b(?:ranks|ranked|the (?:rankings?|ratings?|league table|standings)|(?:came|emerged|finished|placed|stood) (?:in )?(?:joint )?(?:top|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:st|nd|rd|th))|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:st|nd|rd|th)) (?:place|position|spot)|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:st|nd|rd|th)) (?:among|out of) (?:the |all )|followed by)\b/i;
const may = new WeakMap<ReadDocument, boolean>();

/** True where it also may: positions are told of something, and not of universities, firms or clubs. */
export function mayRank(document: ReadDocument): boolean {
  const cached = may.get(document);
  if (cached !== undefined) return cached;
  const answer = isRankingDocument(document) || (RANKS.test(document.clean.source.text) && !ranksOthers(document));
  may.set(document, answer);
  return answer;
}

/** Slots that stand for a place in a shape. */
export const isPlaceSlot = (unit: string | undefined): boolean => unit === SLOT.name || unit === SLOT.anaphor;
