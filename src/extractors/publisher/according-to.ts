import { PUBLISHER, publisherFact } from '../publisher-name.ts';
import { defineRule } from '../rule.ts';

const SAYS =
  '(?:said|says|reported|reports|found|finds|revealed|reveals|noted|notes|wrote|writes|shows?|showed|announced|estimates|concluded|concludes)';
const WORK = `(?:[a-z-]{1,12} ){0,2}?(?:<list>|report|data|study|figures|analysis|survey|statistics|research|statement|release|{list})`;

export default defineRule({
  finds:
    'who says so: "according to CCID Consulting", "according to the bank\'s report", "CCID Consulting said in a report", a headline ending in ": NITI Aayog"',
  reads: 'sentence',
  cased: true,
  cues: [
    'according to',
    'as per',
    'say',
    'said',
    'show',
    'found',
    'finds',
    'report',
    'reveal',
    'wrote',
    'data',
    'figures',
    'estimate',
    'conclude',
    ': ',
  ],
  patterns: [
    `[Aa](?:ccording to|s per) (?:(?:the|a|an|new|latest|annual|recent|{period}) ){0,3}${WORK} (?:by|from|of|compiled by|released by|published by|on [a-z]+ by|issued by) ${PUBLISHER}`,
    `[Aa](?:ccording to|s per) (?:the |a |an )?${PUBLISHER}'s? (?:[a-z-]{1,14} |{period} |{ordinal} ){0,3}?(?:<list>|report|data|study|figures|{list}|estimates)`,
    `${PUBLISHER} ${SAYS},? (?:in|on|via|through) (?:a|an|the|its|their) (?:[a-z-]+ ){0,3}?(?:<list>|report|study|statement|{list})`,
    `(?:[Ff]igures|[Dd]ata|[Ss]tatistics|[Ee]stimates|[Nn]umbers) (?:from|by|of|released by|published by|that|which|provided by|compiled by)(?: the)? ${PUBLISHER}(?! (?:District|Province|City))`,
  ],
  *claims(match, document) {
    yield* publisherFact(match, document);
  },
  examples: [{ text: "Leeds ranks third, according to Northern Statistics' report.", claims: ['list publisher: Northern Statistics'] }],
  counterexamples: ['Leeds ranks third, according to reports.', 'Leeds ranks third, according to Reuters.'],
});
