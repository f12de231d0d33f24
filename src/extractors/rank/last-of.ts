import { defineRule, rankedAs } from '../rule.ts';

export default defineRule({
  finds: 'the end of a list of known length: "Karachi was last of 140 cities"',
  reads: 'sentence',
  cues: ['last', 'bottom'],
  patterns: [
    '{subject},?<also>(?: (?:<rank>|<be>|<take>))?{gap3} (?<words>(?:last|bottom|dead last|the last|at the bottom)(?: place)?(?: (?:of|out of|among) (?:the |all )?{number}))',
    '(?<words>(?:last|bottom) (?:of|out of|among) (?:the |all )?{number}(?: <city>)?)(?: (?:is|was|came|comes|:|,))+ {place}',
  ],
  *claims(match) {
    const words = match.spanOf('words');
    const size = Number(match.quantity('number').value);
    if (words !== undefined && Number.isInteger(size)) yield rankedAs(match, match.place(), size, words);
  },
  examples: [{ text: 'Karachi came last of 140 cities.', claims: ['Karachi 140'] }],
  counterexamples: ['Karachi was the last stop of 12 on the tour.'],
});
