import { listParts } from '../list-parts.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  finds: 'a ranking whose name stands in quotation marks: the 2023 list of "China top 100 science cities"',
  reads: 'list',
  cues: ['"'],
  patterns: [
    '(?:the |a |its )?(?:{period} )?(?:[a-z-]{1,16} ){0,3}(?:<list>)(?: (?:of|called|named|entitled|titled|on|dubbed))? "(?<name>[^"]{6,140})"(?: (?:<list>))?(?: (?:of|for|in) {period2})?',
    '"(?<name>[^"]{0,90}?(?:Index|Ranking|List|Survey|Report|Evaluation|{top}|Cities|Assessment|Rating)[^"]{0,60})"(?: (?:<list>))?(?: (?:of|for|in))?(?: {period2})?',
  ],
  *lists(match, document) {
    const name = match.spanOf('name');
    if (name !== undefined) yield listParts(match, document, match.span, name);
  },
  examples: [{ text: 'It ranks 34th on the 2023 list of "China top 100 green cities".', claims: ['list: China top 100 green cities; size 100; edition 2023; scope CN'] }],
  counterexamples: ['The mayor said "we are happy" and left.'],
});
