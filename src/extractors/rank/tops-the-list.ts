import { defineRule, inOrder, rankedAs } from '../rule.ts';

export default defineRule({
  finds: 'the first place without a number: "Vienna tops the list", "led by Vienna", "Vienna came out on top"',
  reads: 'sentence',
  cues: [
    'top',
    'lead',
    'led',
    'head',
    'crown',
    'winner',
    'best',
    'front',
    'champion',
    'lead',
    'number one',
    'dominat',
    'won ',
    'wins ',
    'winning',
    'beat',
    'pip',
    'edg',
  ],
  patterns: [
    "{subject},?<also> (?<words><lead>) (?:the |this |that |its |all |a |this year's |last year's |the {period} )?(?:[a-z-]{1,20} ){0,3}?(?:<list>|<city>|way|{list}|{top})(?![a-z])",
    '{subject},?<also> (?<words>(?:came|come|comes|coming|ranked|ranks|ended up|ended|finished|emerged|sits?|sat|is|was|remains?|stays?|stayed|stands?|stood)(?: out| up)? (?:on top|at the top|at the head|at the summit|out on top|atop|the winner|the overall winner|the leader|the champion|in the lead|in front|ahead of all others|number one|top of the (?:list|table|ranking|pile|league|class|pack|rankings|index|chart|heap)))',
    '{subject},?<also> (?<words>(?:moved?|moves|moving|climb(?:s|ed)|jump(?:s|ed)|r[io]se[sn]?|leapt|leaps|soar(?:s|ed)|shot|return(?:s|ed)|went|goes|surg(?:es|ed)|vault(?:s|ed)) (?:back |up |straight )?(?:to|into) (?:the )?(?:very )?(?:top|head|summit|lead) (?:of|in) (?:the |this |its )?(?:[a-z-]{1,20} ){0,2}?(?:<list>|{list}))',
    '(?<words>(?:led|headed|topped|headlined) by) {place}',
    '(?<words>(?:at|on) (?:the (?:very )?)?(?:top|head)(?: of (?:the |this |its )?(?:<list>|{list}))?)(?: (?:is|was|are|were|sits?|stands?|comes?|came|we find|:|,))+ {place}',
    "(?<words>(?:topping|heading|leading|crowning) (?:the |this |its |this year's )?(?:[a-z-]{1,20} ){0,2}?(?:<list>|{list}|{top}|way))(?: (?:is|are|was|were|comes?|came|:))+ {place}",
    '(?:the )?(?<words>(?:list|ranking|rankings|table|index|chart|league|survey|rating|report|{list2}) (?:is|was|has been) (?:led|headed|topped|won)(?: (?:again|once more|once again|by far))? by) {place}',
    '(?:the )?(?<words>(?:winner|leader|champion|front-runner|frontrunner|number one|best performer|top performer|top scorer)(?: (?:of|in) [^.,;:]{1,40})?) (?:is|was|became|becomes|remains|remained|,|:)(?: once)?(?: again)? {place}',
    '{subject},?<also> (?<words>(?:emerged?|emerges|came|comes|finished|placed|ranked|rated) top)(?= (?:in|of|on|among|for|with|ahead)|[,.;])',
    "{subject},?<also> (?<words>(?:won|wins|winning) (?:the |this |this year's )?{list})",
    '{subject},?<also> (?<words>(?:beat|beats|beating|pipped|pips|edged?|edges|edging)(?: out)?) {place2} (?:to|for) (?:{list}|the (?:title|crown|lead|top))',
    '{subject},?<also> (?<words>(?:leads?|led|came top|comes top|was on top|was in the lead))(?: with| by| on) (?:a |an |about |some |over |more than )?(?:[a-z]{3,10} of )?{quantity}',
    '{subject} (?<words>first again|on top|again first|still first)',
    '(?:(?<words>(?:led|headed|topped) by)) {many}',
    "(?:it is|it was|it's|\uE001 (?:is|was)) {place} that (?<words><lead>|takes top spot|comes? (?:first|out on top)|came (?:first|out on top))",
    '{subject},?<also> (?<words>(?:w[io]ns?|takes?|took|keeps?|kept|retain(?:s|ed)?|claims?|claimed|holds?|held|defend(?:s|ed)|regain(?:s|ed))(?: on to)? (?:the |its |his )?(?:title|crown|lead|top honou?rs?|throne|trophy)(?: of [^,.;:]{1,40})?)',
    '(?<words>(?:the )?(?:winner|title|crown|victory|first prize|top honou?rs?|gold)(?: of [^,.;:\uE003]{1,60}?)?(?: (?:went|goes|was awarded|belongs|is|was))? to) {place}',
  ],
  *claims(match) {
    const words = match.spanOf('words');
    if (match.has('many')) yield* inOrder(match, match.places('many'), 1, words ?? match.span);
    else if (words !== undefined) yield rankedAs(match, match.place(), 1, words);
  },
  examples: [
    { text: 'Vienna tops the list of the most liveable cities.', claims: ['Vienna 1'] },
    { text: 'The ranking is led by Vienna.', claims: ['Vienna 1'] },
  ],
  counterexamples: ['The road leads to Vienna.', 'Vienna is led by a mayor.'],
});
