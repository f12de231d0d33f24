import { figureRule } from '../metric-rule.ts';

export default figureRule('place-beside-figure', {
  finds: 'one more place with the measure of the one before: "Jiangsu had 22 cities, Zhejiang 12"',
  examples: [
    { text: 'Jiangsu has 22 cities on it, Zhejiang 12.', claims: ['Zhejiang: cities = 12 cities'] },
    {
      text: 'The jobless rate in Leeds was 5.1 percent in 2019, up from 4.8 percent a year earlier. In York it was 3.9 percent.',
      claims: ['Leeds: jobless rate = 4.8 percent in 2018', 'York: jobless rate = 3.9 percent in 2019'],
    },
    {
      text: 'Leeds recorded 212 mm of rain. York was second with 187.',
      claims: ['York: rainfall = 187 mm'],
    },
  ],
  counterexamples: ['Leeds has 212 parks. The train from York, with 98 on board, was late.', 'Jiangsu 22, Zhejiang 12.'],
});
