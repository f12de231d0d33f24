import { figureRule } from '../metric-rule.ts';

export default figureRule('place-holds-count', {
  finds: 'a count behind a verb of having: "Guizhou recorded 15,147 invention patents"',
  examples: [{ text: 'Leeds has 218 bars and nightclubs.', claims: ['Leeds: bars and nightclubs = 218 nightclubs'] }],
  counterexamples: ['Leeds has 14 points from 10 matches.'],
});
