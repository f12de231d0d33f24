import { figureRule } from '../metric-rule.ts';

export default figureRule('measure-is-amount', {
  finds: 'a measure, its verb and the amount: "Shenzhen\'s GDP reached 2 trillion yuan"',
  examples: [{ text: "Shenzhen's exports came to 1.2 trillion yuan in 2019.", claims: ['Shenzhen: exports = 1200000000000 CNY in 2019'] }],
  counterexamples: ["The company's revenue reached 3 billion yuan."],
});
