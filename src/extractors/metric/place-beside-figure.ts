import { figureRule } from '../metric-rule.ts';

export default figureRule('place-beside-figure', {
  finds: 'one more place with the measure of the one before: "Jiangsu had 22 cities, Zhejiang 12"',
  examples: [{ text: 'Jiangsu has 22 cities on it, Zhejiang 12.', claims: ['Zhejiang: cities = 12 cities'] }],
  counterexamples: ['Jiangsu 22, Zhejiang 12.'],
});
