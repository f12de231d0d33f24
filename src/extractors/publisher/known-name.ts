import { publisherAt } from '../../pipeline/4-mentions/publishers.ts';
import { publisherFact } from '../publisher-name.ts';
import { SLOT } from '../shape.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  finds: 'a well-known publisher of rankings beside a list or a position: "Mercer: Vienna tops the ranking"',
  reads: 'sentence',
  cased: true,
  cues: [SLOT.organisation],
  patterns: [
    `(?<publisher>${SLOT.organisation})(?=[^${SLOT.organisation}]{0,200}[${SLOT.list}${SLOT.top}${SLOT.ordinal}])`,
    `[${SLOT.list}${SLOT.top}${SLOT.ordinal}].{0,200}?(?<publisher>${SLOT.organisation})`,
  ],
  *claims(match, document) {
    const mention = match.mention('publisher');
    if (mention?.kind === 'organisation' && publisherAt(mention.name, 0) === mention.name) yield* publisherFact(match, document);
  },
  examples: [{ text: 'Numbeo has Leeds in third place.', claims: ['list publisher: Numbeo'] }],
  counterexamples: ['Northern Bank has Leeds in third place.'],
});
