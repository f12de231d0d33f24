import { defineRule, ranked } from '../rule.ts';

export default defineRule({
  finds: 'a position in front of the name: "third-placed Leeds", "No. 2 Leeds", "runner-up Leeds"',
  reads: 'sentence',
  cues: [],
  patterns: [
    '{ordinal}-(?:placed|ranked|rated|place|best) (?:city |town |district |state |province )?{place}',
    '(?:the )?{ordinal} (?:city|town|district|state|province|municipality|country|region|zone)(?: (?:on|of|in) (?:the |this )?(?:<list>|{list}))?,? (?:is |was )?{place}',
  ],
  *claims(match) {
    if (!match.isPronoun()) yield ranked(match, match.place(), match.ordinal());
  },
  examples: [{ text: 'The index puts third-placed Leeds well behind York.', claims: ['Leeds 3'] }],
  counterexamples: ['The third train to Leeds was late.'],
});
