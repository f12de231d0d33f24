import { mayRank } from '../rank-sense.ts';
import { defineRule, rankedAs } from '../rule.ts';

const MEDALS = ['', 'gold', 'silver', 'bronze'];
const MEDAL =
  '(?<words>(?:gold|silver|bronze)(?: medals?| position| place)?)(?=[,.;:)]|$| (?:in|on|with|ahead|behind|and|while|for|this|again)(?![a-z]))';

export default defineRule({
  finds: 'positions told as medals: "Leeds took the bronze", "York had to settle for silver", "gold went to Hull"',
  reads: 'sentence',
  cues: ['gold', 'silver', 'bronze'],
  patterns: [
    `{subject},?<also>{near4} (?:<take>|settle for|settled for|settles for|content with|rewarded with|awarded) (?:a |the |its )?${MEDAL}`,
    '(?<words>(?:the )?(?:gold|silver|bronze)(?: medal)?) (?:went|goes|was awarded|fell) to {place}',
  ],
  *claims(match, document) {
    const words = match.spanOf('words');
    const rank = MEDALS.findIndex((medal) => medal !== '' && match.words('words').includes(medal));
    if (words !== undefined && rank > 0 && !match.isDenied() && mayRank(document)) yield rankedAs(match, match.place(), rank, words);
  },
  examples: [
    { text: 'The Comfort Index is out. Leeds took the bronze.', claims: ['Leeds 3'] },
    { text: 'The Comfort Index is out. Gold went to York.', claims: ['York 1'] },
  ],
  counterexamples: ['The Comfort Index is out. Leeds took gold bars to York.'],
});
