import { figureRule } from '../metric-rule.ts';

export default figureRule('figure-of-clause', {
  finds: 'a figure in no construction of its own, of the place of its clause: "1,094 houses were destroyed in Macuata"',
  examples: [
    { text: 'Some 1,094 houses were flooded near the river in Leeds.', claims: ['Leeds: houses flooded ~ 1094 houses'] },
    { text: 'The government promised 25 million euros for a new tram in Porto.', claims: ['Porto: funds for tram = 25000000 EUR'] },
  ],
  counterexamples: ['He lived 12 years in Leeds.', 'Leeds won the match before 12,000 fans.'],
});
