import { listParts } from '../list-parts.ts';
import { BEFORE, BEST, EDITION, KINDS, TAIL, WHOSE } from '../list-words.ts';
import { SLOT } from '../shape.ts';
import { defineRule } from '../rule.ts';

/** A number alone is no ranking: something must order the places. */
const ORDERED = new RegExp(
  `(?:${SLOT.top}|(?:^|[ '-])(?:[Bb]est|[Ww]orst|[Tt]op|[Ll]eading|[Mm]ost|[Ll]east|MOST|LEAST|[A-Za-z]{3,14}(?:est|EST))(?![a-z])|(?:cities|towns|countries|states|regions|places|districts|destinations) by )`,
);

/** "took the first two places" */
const ONLY_POSITIONS = new RegExp(`^(?:[Tt]he )?${SLOT.top} places?$`);

export default defineRule({
  finds:
    'the first N of a kind of place: "China\'s 10 most innovative cities", "the top 100 Chinese districts", "the 10 cities with the largest trade"',
  reads: 'list',
  cues: [SLOT.top, SLOT.number],
  patterns: [
    `(?:(?:the|The|THE|these|These) )?(?:{period}(?:'s)? )?(?<name>${WHOSE}?(?:{top}|{number})[ -](?:${BEST} )?${BEFORE}{0,6}?${KINDS}(?: (?:and|AND|or|&) ${BEFORE}{0,2}?${KINDS})?(?![\\p{L}-])${TAIL})(?: (?:[Ll]ist|[Rr]anking|[Ii]ndex|LIST|RANKING)s?)?${EDITION}`,
  ],
  *lists(match, document) {
    const name = match.spanOf('name');
    if (name !== undefined && !ONLY_POSITIONS.test(match.words('name')) && ORDERED.test(match.words('name')))
      yield listParts(match, document, match.span, name);
  },
  examples: [
    {
      text: "Leeds is one of Britain's top 10 most liveable cities.",
      claims: ["list: Britain's top 10 most liveable cities; size 10; scope GB"],
    },
  ],
  counterexamples: ['Ten people left Leeds.', 'Leeds grew faster than 12 cities in Britain.'],
});
