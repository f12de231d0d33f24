import { listParts } from '../list-parts.ts';
import { BEFORE, BEST, EDITION, KINDS, TAIL, WHOSE } from '../list-words.ts';
import { defineRule } from '../rule.ts';

/** "one of the oldest cities" praises, and ranks nothing. */
const PRAISE =
  /(?:one|some|two|three|several|many|part|most|any|home|number) of (?:the |its |their )?$|(?:like|such as|other|than|in|from|to|between|among|at|into|these|those) (?:the )?$/i;

export default defineRule({
  finds: 'a ranking told by its superlative: "the country\'s drunkest cities", "The Fattest Cities", "world\'s safest countries"',
  reads: 'list',
  cues: ['est ', 'est-', 'most ', 'least ', 'worst ', 'leading '],
  patterns: [
    `(?:(?:the|The|THE) )?(?:{period}(?:'s)? )?(?<name>${WHOSE}?(?:{period3} )?${BEST} ${BEFORE}{0,4}?${KINDS}(?: (?:and|AND|&) ${BEFORE}{0,2}?${KINDS})?(?![\\p{L}-])${TAIL})(?: (?:[Ll]ist|[Rr]anking|[Ii]ndex|LIST|RANKING)s?)?${EDITION}`,
  ],
  *lists(match, document) {
    const name = match.spanOf('name');
    if (name !== undefined && !PRAISE.test(match.before.slice(-24))) yield listParts(match, document, match.span, name);
  },
  examples: [{ text: "It names the country's drunkest cities.", claims: ["list: country's drunkest cities"] }],
  counterexamples: ['Leeds is one of the oldest cities in Britain.'],
});
