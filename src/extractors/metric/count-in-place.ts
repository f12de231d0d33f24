import { figureRule } from '../metric-rule.ts';

export default figureRule('count-in-place', {
  finds: '"there are 128 development zones in the country"',
  examples: [
    { text: 'There are 14 hospitals in Leeds.', claims: ['Leeds: hospitals = 14 hospitals'] },
    { text: 'On the territory of Leeds there are 3 museums of modern art.', claims: ['Leeds: museums of modern art = 3 museums'] },
  ],
  counterexamples: ['There are 14 hospitals.'],
});
