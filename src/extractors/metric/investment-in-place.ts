import { figureRule } from '../metric-rule.ts';

export default figureRule('investment-in-place', {
  finds: 'money put into a place: "will spend $96.2 million in Suffolk"',
  examples: [{ text: 'Acme will invest $96.2 million in Leeds.', claims: ['Leeds: investment = 96200000 USD'] }],
  counterexamples: ['Acme made $96.2 million last year.'],
});
