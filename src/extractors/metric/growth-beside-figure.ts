import { figureRule } from '../metric-rule.ts';

export default figureRule('growth-beside-figure', {
  finds: 'the rate behind an amount: "GDP reached 1 trillion yuan, up 5 percent"',
  examples: [
    {
      text: "Shenzhen's exports came to 1.2 trillion yuan, up 5.2 percent.",
      claims: ['Shenzhen: growth of exports = 5.2 percent increase'],
    },
  ],
  counterexamples: ['Leeds is up 5 percent.'],
});
