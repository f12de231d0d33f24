import { defineRule, rankedAs } from '../rule.ts';

export default defineRule({
  finds:
    'the first of a list told by the list\'s own words: "Singapore is the world\'s most expensive city", "the most liveable city is Vienna"',
  reads: 'sentence',
  cues: ['most ', 'est ', 'least '],
  patterns: [
    "{subject},?<also> (?:<be>|remains?|remained|became|becomes|stays?|stayed)(?: (?:now|still|again|once again|once more|officially|named|crowned|also))* (?<words>(?:the |(?:the )?(?:\uE000's|world's|country's|nation's|continent's|planet's|\uE002's?) )(?:single )?(?:most [a-z-]{3,20}|[a-z]{3,12}(?:est|iest)|best|top|leading)(?: [a-z-]{3,20}){0,4}? <city>)(?!s)",
    "(?:^|[,;:] )(?<words>(?:the |(?:the )?(?:\uE000's|world's|country's|nation's) )?(?:most [a-z-]{3,20}|[a-z]{3,12}(?:est|iest)|best)(?: [a-z-]{3,20}){0,3}? <city>)(?: (?:of all|in the (?:world|country|nation|survey|ranking|list)|this year|in \uE000))?(?: (?:is|was|remains)|:|\\?)(?: (?:now|again|still))? {place}",
  ],
  *claims(match) {
    const words = match.spanOf('words');
    if (words !== undefined) yield rankedAs(match, match.place(), 1, words, { reference: { measure: words, onlyListed: true } });
  },
  examples: [{ text: "Singapore is the world's most expensive city.", claims: ['Singapore 1'] }],
  counterexamples: ['Singapore is one of the most expensive cities.', 'Singapore is a city.'],
});
