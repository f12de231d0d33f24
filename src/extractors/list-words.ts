import { SLOT } from './shape.ts';

/*
 * The words names of rankings are made of, as parts of patterns over shapes WITH capitals: headings are written in capitals too, so
 * each word stands in three spellings.
 */

/** "cities|Cities|CITIES" of "cities"; words are parted by blanks, a phrase's own blanks are written as `_`. */
export function spelled(words: string): string {
  return words
    .trim()
    .split(/\s+/)
    .flatMap((word) => {
      const plain = word.replaceAll('_', ' ');
      return [plain, plain.replace(/(?<![\p{L}'])\p{Ll}/gu, (letter) => letter.toUpperCase()), plain.toUpperCase()];
    })
    .join('|');
}

/** Kinds of places that compete, in the plural: what tells a ranking of places from any other. */
export const KINDS = `(?:${spelled(`
  cities towns villages districts boroughs counties county-level_cities parishes communes municipalities suburbs neighbourhoods neighborhoods
  provinces states prefectures regions cantons emirates territories countries nations economies metros metropolises metro_areas
  metropolitan_areas zones parks development_zones places places_to_live destinations markets hubs ecosystems capitals clusters
  locations areas communities scenes local_authorities county_economies`)})`;

/** One kind where a list is named after it: "press freedom table" has none, "country ranking" does. */
export const KIND = `(?:${spelled('city town district borough county province state prefecture region country municipality zone metro place market destination ecosystem capital')})`;

/** Words that order things: "most liveable", "fastest-growing", "best", "top". */
export const BEST = `(?:(?:${spelled('most least')}) (?!(?:part|parts|of|cases|things)[ ,])[\\p{L}«»"'-]{3,24}|(?:${spelled('best worst top leading richest poorest largest biggest smallest cheapest dearest priciest costliest')})|[A-Z]?(?!(?:[Ww]|[Ff]or|[Ii]nter|[Mm]od|[Hh]on|[Hh]arv|[Cc]ont|[Rr]equ|[Ii]nv)est)[a-z]{2,14}est(?:-[\\p{L}]{3,14})?|[A-Z]{3,14}EST(?:-[A-Z]{3,14})?)`;

/** Verbs and little words that end a noun phrase. */
const ENDS = spelled(`
  the a an is are was were be been being has have had that which who whose whom when while but as than then it they this these those
  he she we you i said says say today yesterday tomorrow compiled published released issued conducted produced prepared unveiled made drawn put came come comes
  ranks ranked according behind ahead after before followed following by from will would can could may might did does do not also only
  still again now just out tops topped topping lead leads led went goes took takes takes shows show showed reveals revealed found
  finds named placed placing hold holds held if so because since until during under over with without into onto about list lists ranking
  rankings rating ratings index survey report study league table chart there here what how why where and or of in on at to for per headed heads joined joins carries carry
  enters enter entered makes make named voted crowned remains stays stayed keeps kept wins won climbs rises rose fell falls drops
  dropped slipped jumped moved moves beats beat called entitled titled dubbed out among amongst including include includes one some
  many all both each every other another its their our his her my your such see read more`);

/** A word of a noun phrase: no verb, no article, no preposition. */
export const WORD = `(?<![\\p{L}'])(?!(?:${ENDS})(?![\\p{L}'-]))[\\p{L}«][\\p{L}\\d«»"'&/-]{1,24}`;

/** What stands before the kind: "advanced manufacturing", "Chinese", "small cities and". */
export const BEFORE = `(?:(?:${WORD}|${SLOT.demonym}|${SLOT.name}(?:'s)?|and|AND|of),? )`;

const AREA = `(?:${SLOT.name}|${SLOT.anaphor}|${SLOT.demonym} (?:market|region|countries|states|cities|mainland)|(?:(?:whole|entire|mainland|\\p{L}{3,8}ern|central|coastal|developing) ){0,2}(?:${spelled('world globe country nation continent planet earth region state province area areas')}))`;

/** "in Europe", "of the country", "in the Middle East (Mena) region" */
const WHERE = `(?: (?:${spelled('in of across around throughout within on from for among')}) (?:the |THE |The |all |all of ){0,2}${AREA}(?: \\([A-Z][A-Za-z]{1,9}\\))?(?: (?:region|province|state|mainland))?(?:'s)?(?![\\p{L}])| (?:${spelled('worldwide nationwide globally nationally')})(?![\\p{L}]))`;

/** "for night life", "with the largest influence of their night-time economy", "by foreign trade", "where expatriates pay most" */
const MEASURE = `(?: (?:(?:${spelled('for to')})|(?:by|in terms of|with|based on|measured by|ranked by|arranged by|according to|when it comes to|where)(?= [a-z]|[^.]{0,4}\\p{Lu}{2}))(?: (?:the|their|its|an?))?(?: (?:most|largest|highest|best|lowest))? ${WORD}(?:(?:,? and| of| of the| of their| in| per| to| for| with|,)? ${WORD}){0,7})`;

/** The whole of what may follow a kind of place. */
export const TAIL = `(?:${WHERE}|${MEASURE}){0,3}`;

/** "2024", "(2024)", "of 2022", "for 2015", "2013/14", "2024 edition" behind a name. */
export const EDITION =
  '(?:[:,]? (?:(?:of|for|in|from)(?: the year)? )?\\(?{period2}\\)?(?: edition| survey| ranking| list| report| index)?)?';

/** Whose: "China's", "the world's", "the Chinese". */
export const WHOSE = `(?:(?:(?:the|The|THE) )?(?:${SLOT.name}'[sS]?|${SLOT.anaphor}'s|${SLOT.demonym}|(?:${spelled("world's country's nation's continent's region's state's")})) )`;

/** "Shenzhen and Shanghai ranking in the top three": a verb, not a name. */
export const NO_VERB = `(?<!${SLOT.name} ranking)(?! (?:${SLOT.ordinal}|${SLOT.top}|higher|lower|highest|lowest|among|at|joint|as ${SLOT.ordinal}|(?:in|on|within|inside|among) the ${SLOT.top}|(?:in|on) ${SLOT.ordinal}|(?:in|at) the ${SLOT.ordinal}))`;
