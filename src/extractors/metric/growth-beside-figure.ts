import { figureRule } from '../metric-rule.ts';

export default figureRule('growth-beside-figure', {
  finds: 'the rate behind an amount: "GDP reached 1 trillion yuan, up 5 percent"',
  examples: [
    {
      text: "Shenzhen's exports came to 1.2 trillion yuan, up 5.2 percent.",
      claims: ['Shenzhen: growth of exports = 5.2 percent increase'],
    },
    {
      text: 'The occupancy rate in Leeds was 82.3 percent (up 4.9 points).',
      claims: ['Leeds: growth of occupancy rate = 4.9 percentage point increase'],
    },
    {
      text: 'Leeds registered 420 new companies in 2022. Of these, 120 were in trade; 60 in catering.',
      claims: ['Leeds: new companies in trade = 120 companies in 2022', 'Leeds: new companies in catering = 60 companies in 2022'],
    },
  ],
  counterexamples: ['Leeds is up 5 percent.'],
});
