import { isObject } from '../order-tokens.ts';
import { defineRule, following } from '../rule.ts';

export default defineRule({
  finds:
    'places that come after one just named: "and the next two, Tianhe and Futian", "further go Denver and Boston", "behind it came Osaka and Kobe"',
  reads: 'sentence',
  cues: ['next', 'further', 'behind', 'follow', 'then', 'after', 'heels', 'remaining', 'rest', 'below', 'trail', 'close second'],
  patterns: [
    '{place}[^\uE000]{0,140}?(?:the next (?:\uE005|two|three|four|five|six|seven|eight|nine|ten|places|spots|positions|ones|in line|best)|further (?:go|come|follow)|(?:close |right |directly |just |not far |hot |hard )*(?:behind|on (?:its|their|his|our|the) heels|after|below|under)(?: (?:it|them|that|this|\uE001))?,?(?: (?:come|comes|came|is|are|was|were|follow|follows|followed|ranked|rank|finished|stood|stands?))|next (?:come|comes|came|is|are|was|were)|then (?:come|comes|came|follow|follows|followed)|(?:is|was|are|were) (?:followed|trailed)(?: [a-z]{3,10})? by|which (?:is|was) followed by|(?:it|that|this|\uE001) (?:is|was) followed by)(?: (?:the|in|order|this|finally|in turn)){0,3}?(?:,|:)? (?:[a-z]{3,12} ){0,2}?(?:of )?{places}',
    '{many},? (?:follow|follows|followed|came next|come next|are next|were next|complete|completed|round out|rounded out|make up|made up|fill|filled|come after|came after)(?= |[,.;]|$)',
  ],
  *claims(match, document) {
    if (match.has('place')) {
      yield* following(match, match.place(), match.places());
      return;
    }
    const { text } = document.clean.source;
    const own = (document.mentions[match.section] ?? []).filter(
      (mention) =>
        mention.kind === 'place' &&
        !mention.anaphor &&
        mention.end <= match.span.start &&
        !/^['’]s /.test(text.slice(mention.end, mention.end + 3)) &&
        !isObject(text.slice(Math.max(0, mention.start - 40), mention.start).toLowerCase()),
    );
    const anchor = own.at(-1);
    if (anchor?.kind === 'place') yield* following(match, anchor, match.places('many'));
  },
  examples: [
    { text: 'Vienna leads the list, and behind it came Zurich and Geneva.', claims: ['Zurich after Vienna +1', 'Geneva after Vienna +2'] },
  ],
  counterexamples: ['Leeds built the next bridge.'],
});
