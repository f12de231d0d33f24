import { figureRule } from '../metric-rule.ts';

export default figureRule('share-of', {
  finds: 'a share of what a place has: "8.2% of America\'s workers"',
  examples: [{ text: "About 42% of Japan's young workers are women.", claims: ['Japan: share of young workers ~ 42 percent'] }],
  counterexamples: ['About 42% of workers stay at home.'],
});
