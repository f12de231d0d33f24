import { figureRule } from '../metric-rule.ts';

export default figureRule('grew-to-amount', {
  finds: 'what a growth ends at: "rents rose 4.1% to $1,510"',
  examples: [
    { text: "Kyoto's population fell by 2 percent to 1.4 million.", claims: ['Kyoto: population = 1400000 people'] },
    {
      text: 'The number of visitors to Leeds rose from 1.4 million in 2022 to 2.1 million in 2023.',
      claims: ['Leeds: visitors = 1400000 visitors in 2022', 'Leeds: visitors = 2100000 visitors in 2023'],
    },
  ],
  counterexamples: ['Shares fell to 1,510 yen.'],
});
