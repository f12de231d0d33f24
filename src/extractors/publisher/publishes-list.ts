import { PUBLISHER, publisherFact } from '../publisher-name.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  finds: 'who brings out a list: "Mercer released its annual survey", "the EIU\'s yearly list", "in the ranking of the Ministry of Commerce"',
  reads: 'sentence',
  cased: true,
  cues: ['list', 'rank', 'index', 'survey', 'report', 'table', 'rating', 'study', 'league', 'award', 'evaluation', 'assessment', 'top'],
  patterns: [
    `${PUBLISHER},?(?: (?:has|have|had|also|recently|just|today|yesterday|on [\\w\\uE009 ]{1,14}|officially|jointly|once again|again|and \\uE00A)){0,3} (?:released|publishe[sd]|unveiled|issued|compile[sd]|brought out|put out|drew up|draws up|announced|produced|produces|launched|conduct(?:s|ed)|ranked|ranks|rates|rated|made|named|orders|presented|carried out|evaluated|assessed|surveyed|analy[sz]ed|compared|looked at)(?= (?:\\S+ ){0,8}?(?:<list>|<city>|report|evaluation|assessment|study|{list}|{top}|")) `,
    `${PUBLISHER}'s? (?:(?:annual|yearly|latest|new|own|recent|{period}|\\w+) ){0,3}(?:<list>|report|evaluation|assessment|{list})`,
    `(?:in|of|on) (?:the|a|this) (?:\\w+ ){0,2}(?:<list>) (?:of|by|from) (?:the )?(?<publisher2>${'\uE00A'})`,
  ],
  *claims(match) {
    if (match.has('publisher2')) {
      const organisation = match.mention('publisher2');
      const span = match.spanOf('publisher2');
      if (organisation?.kind === 'organisation' && span !== undefined) yield { kind: 'fact', field: 'publisher', value: organisation.name, span };
    } else yield* publisherFact(match);
  },
  examples: [{ text: 'Northern Consulting released its list of the best cities. Leeds came third.', claims: ['list publisher: Northern Consulting'] }],
  counterexamples: ['Leeds released its budget for the year.'],
});
