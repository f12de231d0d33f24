import { figureRule } from '../metric-rule.ts';

export default figureRule('measure-of-amount', {
  finds: 'a measure "of" an amount: "a population of 7 million"',
  examples: [{ text: 'Changsha has a population of more than 7 million people.', claims: ['Changsha: population > 7000000 people'] }],
  counterexamples: ['The firm has revenues of $3 billion.'],
});
