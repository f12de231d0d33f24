import { figureRule } from '../metric-rule.ts';

export default figureRule('grew-to-amount', {
  finds: 'what a growth ends at: "rents rose 4.1% to $1,510"',
  examples: [{ text: "Kyoto's population fell by 2 percent to 1.4 million.", claims: ['Kyoto: population = 1400000 people'] }],
  counterexamples: ['Shares fell to 1,510 yen.'],
});
