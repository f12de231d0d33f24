import { PUBLISHER, PUBLISHER_WITH_ROLE, publisherFact } from '../publisher-name.ts';
import { SLOT } from '../shape.ts';
import { defineRule } from '../rule.ts';

const WHEN = `(?:\\w+day |${SLOT.period} )?(?:(?:in|on|this|last|yesterday|today|jointly|recently|annually|each year|every year|earlier|two years ago|late|early|just|again)(?: [\\w${SLOT.period}]{1,12}){0,3} )?`;
const MADE =
  '(?:compiled|released|published|issued|conducted|produced|prepared|unveiled|drawn up|put together|put out|put forward|made|done|created|carried out|brought out|let out|announced|commissioned|collected|assembled|developed|presented|launched|jointly released|jointly published|run|maintained|written|calculated|devised|given out|made public|selected|organi[sz]ed|sponsored|undertaken|gathered|crunched|worked out|edited|authored|initiated|composed|assessed|evaluated|ranked|rated|graded|scored)';
const WORK =
  '(?:[Rr]anking|[Rr]ankings|[Ll]ist|[Ii]ndex|[Tt]able|[Ss]urvey|[Rr]ating|[Rr]eport|[Ss]tudy|[Rr]esearch|[Aa]nalysis|[Pp]oll|[Ee]valuation|[Aa]ssessment|[Rr]eview|[Cc]omparison|[Cc]hart|[Ll]eague|[Aa]wards?|[Ss]tandings|[Cc]omparison|[Ii]t|[Tt]hey|which|\uE001)';

export default defineRule({
  finds:
    'who compiled a list: "compiled by the Institute of …", "a survey by Mercer", "the index comes from the OLBG", "the ranking is the work of HSE"',
  reads: 'sentence',
  cased: true,
  cues: [' by ', ' from ', ' of '],
  patterns: [
    `(?:{list},?(?: [a-z-]{1,14}){0,5}? )?${MADE} (?:\\w+ly )?${WHEN}by ${PUBLISHER}`,
    `(?:{list}|${WORK})(?: \\([^()]{1,20}\\))?,?(?: {period2})?(?: (?:just|recently|newly|issued|out|released|today|on {period3}|published)){0,2} \\(?(?:by|from) ${PUBLISHER}`,
    `(?:{list}|${WORK}) of (?=[^.;:]{3,80})${PUBLISHER_WITH_ROLE}`,
    `(?:{list}|${WORK}) (?:of|by) (?:the )?(?<publisher>${SLOT.organisation})(?![\\p{L}])`,
    `(?:named|ranked|rated|voted|chosen|crowned|placed|listed|judged|declared|selected|picked) [^.;:,]{1,70}? by ${PUBLISHER}(?=[,.;]|$| (?:as|in|for|on|and|this|last|has|which))`,
    `(?:{list}|${WORK})(?: (?:itself|also|now))? (?:comes?|came|stems?|originates?|hails?|is|was|emanates)(?: out)? (?:from|the work of|the brainchild of|a product of|an initiative of|a project of|drawn up by) ${PUBLISHER}`,
  ],
  *claims(match, document) {
    yield* publisherFact(match, document);
  },
  examples: [
    {
      text: 'The list was compiled by the Northern Institute of Statistics. Leeds came third.',
      claims: ['list publisher: Northern Institute of Statistics'],
    },
  ],
  counterexamples: ['The list was read by many people in Leeds.'],
});
