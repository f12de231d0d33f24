import { PUBLISHER, publisherFact } from '../publisher-name.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  finds: 'who compiled a list: "compiled by the Institute of …", "a survey by Mercer", "published by CCID Consulting"',
  reads: 'sentence',
  cased: true,
  cues: [' by ', ' from '],
  patterns: [
    `(?:compiled|released|published|issued|conducted|produced|prepared|unveiled|drawn up|put together|put out|made|done|created|carried out|brought out|announced|commissioned|collected|assembled|developed|presented|launched|jointly released|jointly published|run|ranked|rated|assessed) (?:\\w+ly )?(?:(?:in|on|this|last|yesterday|today|jointly|recently|annually|each year|every year|earlier)(?: [\\w\\uE009]{1,12}){0,3} )?by ${PUBLISHER}`,
    `(?:<list>|report|data|figures|study|research|analysis|poll|{list}) (?:\\w+ )?(?:by|from) ${PUBLISHER}`,
  ],
  *claims(match) {
    yield* publisherFact(match);
  },
  examples: [{ text: 'The list was compiled by the Northern Institute of Statistics. Leeds came third.', claims: ['list publisher: Northern Institute of Statistics'] }],
  counterexamples: ['The list was read by many people in Leeds.'],
});
