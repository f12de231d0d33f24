import { defineRule, rankedAs } from '../rule.ts';

const THEN =
  '(?:(?:in|of|for|during) (?:the )?(?:{period}|last (?:year|edition|time)|the year before|(?:previous|last|preceding) (?:year|edition|ranking|index|list|survey))|last year|last time|a year (?:ago|earlier|before)|the year before|previously|until (?:now|this year|then|last year)|for (?:\uE008|(?:[a-z]{3,6}|\uE005|\uE003) (?:years|editions|quarters|times))(?: in a row| running)?|for (?:years|so long))';
const FIRST = '(?:winner|leader|champion|number one|front-runner|first place|top city|leading city)';

export default defineRule({
  finds: 'the first of an edition before, told without a number: "Turin, which led in 2022, is fourth", "the winner of 2022"',
  reads: 'sentence',
  cues: ['topped', 'led', 'headed', 'won', 'winner', 'leader', 'champion', 'number one', 'at the top', 'at the head', 'front'],
  patterns: [
    `{place}, (?:which|who) (?:had |has )?(?<words>(?:topped|led|headed|won)(?: the| its| every)?(?: {period})?(?: [a-z]{4,12})?) ?${THEN}`,
    '{place}, (?:which|who) had (?<words>(?:topped|led|headed|won) (?:the |every |all )?(?:{period} )?(?:<list>|{list}|edition|[a-z]{4,9}))',
    `{place}, (?:which|who) (?:was|were|had been|has been) (?<words>(?:at the (?:top|head|summit)|number one|on top|in the lead)) ?${THEN}`,
    `{place}, (?:the )?(?<words>${FIRST}) ${THEN}(?=[,)])`,
    `(?:last year's|the previous edition's|{period}'s) (?<words>${FIRST}),? {place}`,
    '(?:^|, )after (?:\uE008|(?:[a-z]{3,7}|\uE005) (?:consecutive |straight |successive )?(?:years|editions|quarters|times)) (?<words>(?:at the (?:very )?(?:top|head)|as (?:the )?(?:number one|leader)|in (?:first place|the lead|front)))[^,.;:\uE000\uE001]{0,60}, {place}',
  ],
  *claims(match) {
    const words = match.spanOf('words');
    if (words !== undefined) yield rankedAs(match, match.place(), 1, words, { former: true });
  },
  examples: [
    { text: 'In the new index of 40 cities Turin, which led in 2022, is fourth.', claims: ['Turin was 1'] },
    { text: 'After eight years at the top, Turin has slipped to second in the index of 40 cities.', claims: ['Turin was 1'] },
  ],
  counterexamples: ['Turin, which led a walking tour in 2022, is fourth in the index of 40 cities.'],
});
