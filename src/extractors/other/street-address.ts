import { defineRule } from '../rule.ts';

export default defineRule({
  finds: 'house numbers and numbered streets: "No. 10 Downing Street", "at 46th Street"',
  reads: 'sentence',
  cased: true,
  cues: ['street', 'road', 'avenue', 'lane', 'square', 'boulevard', 'drive', 'floor', 'room', 'building', 'highway'],
  patterns: [
    '{ordinal},?(?: [A-Z\uE000][\\p{L}.-]{0,24}){0,3} (?:Street|St\\.|Road|Rd\\.|Avenue|Ave\\.|Lane|Square|Boulevard|Drive|Floor|Building|Highway|Way|Terrace|Place)\\b',
    '{ordinal} (?:floor|street|avenue|district court|ward)\\b',
  ],
  *claims(match) {
    yield { kind: 'veto', span: match.span, against: ['rank'] };
  },
  examples: [{ text: 'London: the prime minister lives at No. 10 Downing Street.', claims: ['not a rank'] }],
  counterexamples: ['London came third in the list of cities.'],
});
