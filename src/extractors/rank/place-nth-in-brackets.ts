import { defineRule, ranked } from '../rule.ts';
import { movedFrom } from '../moves.ts';

export default defineRule({
  finds: 'a position in brackets or after a dash: "Chicago (3rd)", "Nairobi (No. 116, down 11)"',
  reads: 'sentence',
  cues: [],
  patterns: [
    '{place} \\((?:ranked |in |at |the )?<position>(?:[,;] [^()]{1,40})?\\)',
    '{place} - <position>(?=[,.;]|$)',
    '{place},? \\((?:currently |now )?{ordinal}(?:,? (?:up|down) from (?:the )?{ordinal2})\\)',
  ],
  *claims(match) {
    const ordinal = match.ordinal();
    yield ranked(match, match.place(), ordinal, { previous: movedFrom(match, ordinal) });
  },
  examples: [{ text: 'Other cities on the list are Chicago (3rd) and Denver (12th).', claims: ['Chicago 3', 'Denver 12'] }],
  counterexamples: ['Chicago (Third Ward) voted on Tuesday.'],
});
