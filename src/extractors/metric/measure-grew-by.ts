import { figureRule } from '../metric-rule.ts';

export default figureRule('measure-grew-by', {
  finds: 'a growth and its rate: "exports of Leeds rose by 5 percent"',
  examples: [
    { text: 'The exports of Leeds fell by 5.2 percent in 2019.', claims: ['Leeds: growth of exports = 5.2 percent decrease in 2019'] },
  ],
  counterexamples: ['Shares rose by 5 percent.'],
});
