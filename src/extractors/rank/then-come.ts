import { defineRule, following } from '../rule.ts';
import type { PlaceMention, ReadDocument } from '../../types.ts';

/** The last place named before the sentence, in its section or the one before. */
function lastBefore(document: ReadDocument, section: number, start: number): PlaceMention | undefined {
  for (const index of [section, section - 1]) {
    const before = (document.mentions[index] ?? []).filter(
      (mention): mention is PlaceMention =>
        mention.kind === 'place' && !mention.anaphor && mention.place.type !== 'region' && mention.end <= start,
    );
    if (before.length > 0) return before.at(-1);
  }
  return undefined;
}

export default defineRule({
  finds: 'a sentence that goes on with a list: "Then come Tokyo, Seoul and Melbourne."',
  reads: 'sentence',
  cues: ['then', 'next', 'behind', 'follow', 'after'],
  patterns: [
    '^(?:and )?(?:then|next|after (?:it|that|them|this|\uE001)|behind (?:it|them|\uE001)|close behind|following (?:it|them|\uE001)|not far behind)(?:,| in line,?)?(?: (?:come|comes|came|is|are|was|were|follow|follows|followed|there (?:is|are|was|were)|in line (?:is|are|was|were)))?:? {places}',
    '^(?:the )?next (?:places|spots|positions|ranks)(?: (?:on|in|of) (?:the |this )?(?:<list>|{list}))? (?:go to|went to|belong(?:ed)? to|are (?:taken|held|occupied) by|were (?:taken|held|occupied) by|fell to):? {places}',
    '^(?:the )?next (?:\uE005|two|three|four|five|six|seven|eight|nine|ten|[a-z]{3,9}) (?:places?|spots?|positions?|slots?|ranks?|cities|towns|states|countries|on the list)(?: (?:on|in|of) (?:the |this )?(?:<list>|{list}))? (?:go(?:es)? to|went to|belong(?:s|ed)? to|are|were|is|was|are (?:taken|held|occupied) by|were (?:taken|held|occupied) by|fell to):? {places}',
    '(?:^|[,;] )(?:and )?{places} (?:follow|follows|followed|come next|came next|comes next|are next|is next|were next)(?= |[,.;]|$)',
  ],
  *claims(match, document) {
    const anchor = lastBefore(document, match.section, match.span.start);
    if (anchor !== undefined) yield* following(match, anchor, match.places(), { doubts: ['attributed-by-subject'] });
  },
  examples: [
    {
      text: 'London was first in the ranking. Then come Tokyo, Seoul and Melbourne.',
      claims: ['Tokyo after London +1', 'Seoul after London +2', 'Melbourne after London +3'],
    },
  ],
  counterexamples: ['London was crowded. Then came the rain.'],
});
