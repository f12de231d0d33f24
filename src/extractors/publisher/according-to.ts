import { PUBLISHER, publisherFact } from '../publisher-name.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  finds: 'who says so: "according to CCID Consulting", "according to a report by the World Bank"',
  reads: 'sentence',
  cased: true,
  cues: ['according to', 'as per', 'says', 'said', 'shows', 'found', 'finds'],
  patterns: [
    `[Aa](?:ccording to|s per) (?:(?:the|a|an|data|figures|this|new|latest|annual|recent|{period}) ){0,4}(?:(?:<list>|report|data|study|figures|analysis|{list}) (?:by|from|of|compiled by|released by|published by) )?${PUBLISHER}(?:'s)?(?= (?:<list>|report|data|study|{list}|annual|latest|new|{period})|[,.;]|$)`,
    `${PUBLISHER} (?:said|says|reported|reports|found|finds|revealed|noted|wrote) (?:in|on) (?:a|an|the|its) (?:\\w+ ){0,3}(?:<list>|report|study|{list})`,
  ],
  *claims(match) {
    yield* publisherFact(match);
  },
  examples: [{ text: 'Leeds ranks third, according to Northern Statistics.', claims: ['list publisher: Northern Statistics'] }],
  counterexamples: ['Leeds ranks third, according to reports.'],
});
