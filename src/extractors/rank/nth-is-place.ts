import { ranked, defineRule } from '../rule.ts';

export default defineRule({
  finds: 'a position and then the place that has it: "fifth place went to Longgang", "In 6th place was Wuhan", "third is Toronto"',
  reads: 'sentence',
  cues: [],
  patterns: [
    '<position>(?:,? (?:overall|nationally|globally|worldwide|however|meanwhile|again|this year|in the list|on the list|of the list|in the ranking|in the table|by {period}|in {period}))? (?:<be>|goes|went|gone|falls|fell|belongs|belonged|came|comes|stands|ranks) (?:once again |again |now |also |still |then )?(?:to |by |taken by |held by |occupied by |claimed by |filled by |secured by |won by |shared by |that of |for |of )?(?:[a-z]{1,12} ){0,2}?{place}(?! (?:and|&) {place2})',
    '(?:^|[;,.] |and |but |while |whereas |then |where )(?:in|at|on|to) (?:the )?(?:number |position |rank |no )?<position>(?:,? (?:<rank>|<be>|we find|we have|one finds|you find|there is|follows|followed|finds?|appears?|finished))?(?: (?:once again|again|now|also|still|the city of|the))?,? {place}',
    '(?:^|[;,.:] |and |but |while )(?:in |at |on )?<position>(?::| -) {place}',
    '(?:^|[;:] )(?:in |at |on )?<position>, {place}',
    '{place} (?:was |is )?(?:given|awarded|assigned|handed|put in|placed in|got) <position>',
    '<position> (?:was |is |has been )?(?:taken|held|occupied|claimed|filled|secured|won|shared|grabbed|earned|bagged|captured|clinched|snatched|kept|retained) by {place}',
    '(?:while|and|but|;|,) <position> (?:to|by|for) {place}',
  ],
  *claims(match) {
    if (!match.isPronoun() && !match.isPast()) yield ranked(match, match.place(), match.ordinal());
  },
  examples: [
    { text: 'Fifth place went to Leeds in the study.', claims: ['Leeds 5'] },
    { text: 'In sixth place was Wuhan, the report says.', claims: ['Wuhan 6'] },
  ],
  counterexamples: ['The first train to Leeds leaves at six.', 'The second of May was a holiday in Wuhan.'],
});
