import { figureRule } from '../metric-rule.ts';

export default figureRule('figure-of-position', {
  finds: 'the figure that a ranking goes by beside a position: "Gdańsk, sixth with PLN 5,401", "Central was 15th with 14.9%"',
  examples: [
    {
      text: 'The cities were ranked by revenue. Leeds was sixth (5,401 pounds).',
      claims: ['Leeds: revenue = 5401 GBP'],
    },
  ],
  counterexamples: ['The Comfort Index is out. Leeds is sixth with 81.2 points.'],
});
