import { figureRule } from '../metric-rule.ts';

export default figureRule('count-in-place', {
  finds: '"there are 128 development zones in the country"',
  examples: [{ text: 'There are 14 hospitals in Leeds.', claims: ['Leeds: hospitals = 14 hospitals'] }],
  counterexamples: ['There are 14 hospitals.'],
});
