import { SLOT } from '../shape.ts';
import { defineRule, following, rankedAs } from '../rule.ts';
import { isObject } from '../order-tokens.ts';
import { isRankingDocument } from '../rank-sense.ts';

const SUPER =
  '(?!(?:highest|lowest|best|worst|top)[- ](?:rank|rat|plac|position|scor|perform|climb|profile|rise))(?:most [a-z-]{3,20}|least [a-z-]{3,20}|(?!(?:latest|west|east|interest|rest|test|forest|guest|request|protest|honest|modest|harvest|contest|earliest|highest-profile)\\b)[a-z]{3,12}est(?:-[a-z]{3,12})?|best|worst|top|leading|number one|no\\. 1)';
const OWNER = `(?:the |a |an )?(?:(?:world|country|nation|continent|planet|region|state|province|island|kingdom)'s |${SLOT.name}'s |${SLOT.demonym}(?:'s)? |${SLOT.anaphor} )?`;
const KIND = `(?:[a-z-]{2,20} |${SLOT.demonym} ){0,4}?(?:<city>|one|performers?|scorers?|exporters?|importers?|producers?|investors?|spenders?|place to [a-z]{2,12}(?: (?:and|or) [a-z]{2,12})?|city to [a-z]{2,12}(?: in)?|town to [a-z]{2,12}(?: in)?|country to [a-z]{2,12}(?: in)?)`;
const NOUNS = `${OWNER}${SUPER}(?:,? (?:and|as well as|or) ${SUPER})? ${KIND}`;
const OF_ALL = `the ${SUPER} (?:of|among) (?:all |the |all the )?\uE005(?: [a-z-]{2,20}){0,5}? <city>`;
const MEASURED = `(?:the |a )(?:most|highest|largest|biggest|greatest|lowest|fewest|best|worst|strongest|longest|heaviest|steepest|fastest)(?: [a-z-]{2,20}){1,6}?`;
const SOFT = `(?:,? (?:which|who|that|once again|again|now|still|also|however|[a-z]{3,12}ly|has|have|had|is|was|were|are|been|be|by far|alone|this year|continues? to|continued to|go(?:es)? on to|went on to)){0,5}`;
const NEXT = `,? (?:and (?:is |was )?)?(?:[a-z]{4,10}ly )?(?:followed|trailed|pursued)(?: [a-z]{4,10}ly)? by|,? (?:just |narrowly |well |far |slightly |marginally )?ahead of|,? before|,? in front of`;
const BECOMES = `(?:is|are|was|were|be|remains?|remained|became|becomes?|stays?|stayed|emerge[sd]? as|turned out to be|proved(?: to be)?|ranks? as|ranked as)`;
const JUDGED =
  '(?:named|voted|crowned|declared|chosen|judged|hailed|selected|rated|ranked|deemed|adjudged|picked|listed|recogni[sz]ed|proclaimed|placed|honou?red)';
const KEEPS =
  '(?:retain(?:s|ed)?|keeps?|kept|holds?|held|holds on to|held on to|regain(?:s|ed)?|reclaim(?:s|ed)?|maintain(?:s|ed)?|w[io]ns?|earn(?:s|ed)?|takes?|took|gets?|got|bag(?:s|ged)?|claim(?:s|ed)?|snatch(?:es|ed)?|defend(?:s|ed)?|clinch(?:es|ed)?|secur(?:es|ed)?|grab(?:s|bed)?|cement(?:s|ed)?)';
const TITLE = '(?:title|tag|crown|mantle|status|position|place|spot|distinction|honou?r|award|recognition|rank|ranking|reputation)';

/** What says that somebody compared: without it "the best city" is praise. */
const COMPARED =
  /\b(?:according to|index|survey|study|report|poll|ranking|rankings|ranked|list|rating|data|figures|census|statistics|researchers?|again|year running|years? in a row|straight year|consecutive|successive|title|tag|crown)\b|[\uE00B\uE00A]/;
const NO_POSITION = /\b(?:not|never|no longer|once|formerly|one of|among the|could|would|should|may|might|hopes?|wants?|aims?)\b|n't\b/;

export default defineRule({
  finds:
    'the first of a comparison by its superlative: "emerged as the cleanest city, followed by Bhopal", "voted Britain\'s best city", "retains the tag of India\'s cleanest city"',
  reads: 'sentence',
  cues: [
    'main ',
    'chief ',
    'principal ',
    'best of',
    'most ',
    'est ',
    'est-',
    'least ',
    'worst ',
    'leading ',
    'top ',
    'number one',
    'no. 1',
  ],
  patterns: [
    `{subject}${SOFT} ${BECOMES}(?: [a-z]{3,10})? (?<words>(?:${NOUNS}|the (?:main|chief|principal) [a-z]{3,16})(?: (?:in|of|on|for|by|with|across|among|to) [^,.;:]{1,60}?)?)(?<chain>(?:,? (?:with|at|on|scoring|thanks to|having) [^.;:]{1,90}?)?(?:${NEXT})) {places}`,
    `{subject}${SOFT} (?:ha[sd]|have|records?|recorded|post(?:s|ed)|register(?:s|ed)|report(?:s|ed)) (?<words>${MEASURED}(?: (?:in|of|on|for|across|among|per) [^,.;:]{1,60}?)?)(?<chain>(?:,? (?:with|at|on|of) [^.;:]{1,60}?)?(?:${NEXT})) {places}`,
    `(?:^|[,;:] |and |that )(?<words>${NOUNS}(?: (?:in|of|on|for|by|with|across|among|to) [^,.;:\uE000\uE001]{1,60}?)?) (?:is|was|remains|remained)(?: [a-z]{3,10})? {place}(?<chain>(?:,? (?:with|at|on|of|where) [^.;:\uE000]{1,60}?)?(?:${NEXT})) {places}`,
    `{subject}${SOFT} (?:${JUDGED})(?: as| by [^.,;:\uE000]{1,40}(?: as)?)? (?<words>${NOUNS})(?![a-z-])`,
    `(?:${JUDGED}|names?|votes?|ranks?|rates?|crowns?|lists?|picks?|declares?|puts?) {name}(?: as)? (?<words>${NOUNS})(?![a-z-])`,
    `{subject}${SOFT} ${KEEPS} (?:the |its |their |this |on to (?:the |its )?|${SLOT.anaphor} )?(?:first |coveted |top |annual )?${TITLE} (?:of|as|for|for being|of being) (?<words>${NOUNS})(?![a-z-])`,
    `{subject}[^.;:\uE000\uE001]{0,40}(?:,| \uE000)? (?:to become|becoming|as it became|and became|and is now|and becomes) (?<words>${NOUNS})(?![a-z-])`,
    `{subject}${SOFT} ${BECOMES} (?<words>${OF_ALL})(?![a-z-])`,
    `{subject}${SOFT} ${BECOMES} (?<words>${NOUNS})(?![a-z-])(?<alone>)`,
    `(?:^|[,;:] |and |that )(?<words>${NOUNS}(?: (?:in|of|on|for|by|with|across|among|to) [^,.;:\uE000\uE001]{1,60}?)?)(?:(?: is| was| remains)(?: again| still| now| once again)?|:) {place}(?<alone>)`,
  ],
  *claims(match, document) {
    const words = match.spanOf('words');
    if (words === undefined || NO_POSITION.test(match.words().slice(0, match.words().indexOf(match.words('words'))))) return;
    if (match.has('subject') && /\b(?:one of|among) $/.test(match.words().slice(0, match.words().indexOf(match.words('words'))))) return;
    const place = match.place(match.has('name') ? 'name' : 'place');
    if (isObject(match.before.slice(-40))) return;
    const chain = match.has('chain') ? match.places() : [];
    const compared = chain.length > 0 || /\uE005/.test(match.words('words')) || COMPARED.test(match.shape.text);
    if (match.has('alone') ? !compared || !isRankingDocument(document) : !compared && !isRankingDocument(document)) return;
    yield rankedAs(match, place, 1, words, { reference: { measure: words } });
    yield* following(match, place, chain);
  },
  examples: [
    {
      text: 'Leeds has emerged as the cleanest big city, followed by York and Derby.',
      claims: ['Leeds 1', 'York after Leeds +1', 'Derby after Leeds +2'],
    },
    { text: 'The Comfort Index is out. Leeds retains the tag of the greenest city.', claims: ['Leeds 1'] },
    { text: 'Readers of the Comfort Index named Leeds the friendliest city.', claims: ['Leeds 1'] },
  ],
  counterexamples: ['Leeds is one of the cleanest cities.', 'Leeds is the best city to live in.', 'The best city is home.'],
});
