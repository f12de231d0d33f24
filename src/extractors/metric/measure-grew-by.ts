import { figureRule } from '../metric-rule.ts';

export default figureRule('measure-grew-by', {
  finds: 'a growth and its rate: "exports of Leeds rose by 5 percent"',
  examples: [
    { text: 'The exports of Leeds fell by 5.2 percent in 2019.', claims: ['Leeds: growth of exports = 5.2 percent decrease in 2019'] },
    {
      text: 'Leeds and York saw a 12 per cent and 9 per cent growth in new companies.',
      claims: ['Leeds: growth of new companies = 12 percent increase', 'York: growth of new companies = 9 percent increase'],
    },
  ],
  counterexamples: ['Shares rose by 5 percent.'],
});
