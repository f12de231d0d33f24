import { isObject } from '../order-tokens.ts';
import { ranked, defineRule } from '../rule.ts';

/** "was knocked off the top spot" */
const GONE = /\b(?:off|out of)(?: the| its| their)? \uE003/;

export default defineRule({
  finds: 'a place, a verb of standing, its position: "Hefei ranked 10th", "Geneva is in fifth place"',
  reads: 'sentence',
  cues: [],
  patterns: [
    '{subject},?<also> <rank>(?: (?:up|out|only|just|also|again|joint|overall|nationally|globally|worldwide|nationwide|as high as|a respectable|an impressive))?(?: (?:in|at|as|on|for|with))?(?: (?:the list|number|rank|position|no|only|just|a|an))? <position>',
    '{subject},?<also> <take>{gap3} <position>(?! (?:consecutive|straight|time|year|edition|title|win|victory|goal|medal))',
    '{subject}<also> <be>{gap2}(?: (?:in|at|on))?(?: (?:number|position))? <position>(?! (?:time|year|edition|day|week|month))',
    '{subject},?<also> [a-z]{4,14} {place2},? (?:and|to) (?:<rank>|<take>)(?: (?:in|at|up))?(?: (?:a|an|the|just))? <position>',
    '{subject}, (?:now |currently |which (?:is|was|came|ranked|finished|stands|took) )?(?:in |at |placed |ranked |ranking |rated |listed )?<position>(?=[,.;)]|$| (?:on|in|of|among|overall|for|with|behind|worldwide|globally|nationally))',
  ],
  *claims(match) {
    if (isObject(match.before.slice(-40))) return;
    if (
      !match.isPosition() ||
      match.isDenied() ||
      match.isPast() ||
      /^ of (?:the )?\uE009, [a-z]/.test(match.after) ||
      GONE.test(match.words())
    )
      return;
    yield ranked(match, match.place(), match.ordinal());
  },
  examples: [
    { text: 'Hefei ranked 10th on the list of smart cities.', claims: ['Hefei 10'] },
    { text: 'In the new index Geneva is in fifth place.', claims: ['Geneva 5'] },
    { text: 'Kampala took the second spot in the survey.', claims: ['Kampala 2'] },
  ],
  counterexamples: ['Geneva opened its third tram line in 2014.', 'Kampala hosted the summit for the second time.'],
});
