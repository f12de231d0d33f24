import { defineRule, rankedAs } from '../rule.ts';

export default defineRule({
  finds: 'a place just behind the first: "Leeds is second only to York", "only behind Bogota"',
  reads: 'sentence',
  cues: ['second only to', ' to ', 'only behind', 'only beaten by', 'surpassed only by', 'trailing only'],
  patterns: [
    '{subject},?<also>(?: <be>)?{near8} (?<words>(?:\uE003 only to|\uE003 to|second to|second only to|surpassed only by|only beaten by|beaten only by|trailing only|behind only|only behind)) {place2}(?!(?:,| and) (?:the )?[\uE000\uE001])',
  ],
  *claims(match) {
    const words = match.spanOf('words');
    if (words === undefined || [...match.ordinals('words')].some(({ value }) => value !== 2)) return;
    yield rankedAs(match, match.place(), 2, words);
    yield rankedAs(match, match.place('place2'), 1, words, { basis: 'implied' });
  },
  examples: [{ text: 'In the index Leeds is only behind York.', claims: ['Leeds 2', 'York 1'] }],
  counterexamples: ['Leeds trails York and Hull in the index.'],
});
