import { defineRule, ranked, rankedAs } from '../rule.ts';

export default defineRule({
  finds: 'places that share a position: "Calgary and Geneva ended level in fifth", "joint ninth", "tied for third"',
  reads: 'sentence',
  cues: ['joint', 'tied', 'tie', 'share', 'level', 'equal', 'both', 'same', 'together'],
  patterns: [
    '{many},?<also>(?: (?:<rank>|<be>|<take>|tie[sd]?))?{near4} (?:joint|jointly|tied|tie|level|equal|share[sd]?|sharing|both|together|tying)(?: (?:in|for|at|on|as|the|a|third))*(?: (?:place|rank|position|spot))? (?:the )?{ordinal}',
    '{many},?<also>{near6} (?:share[sd]?|sharing|tie[sd]? for|tied (?:in|for|at)|joint) (?:the |a )?<position>',
    '(?:tied|joint|jointly|level|equal)(?: (?:in|for|at|with))? (?:the )?<position>(?: (?:in|on|of) (?:the |this )?(?:{list}|<list>))?(?: <be>| were| are|,|:)* {many}',
    '<position>(?: (?:is|was|are|were))? (?:jointly |equally )?(?:shared by|held jointly by|a tie between|shared between|split between) {many}',
    '(?:\uE005|two|three|four|both) (?:more |other |cities |places )?(?:share|shared|tie|tied)(?: for)? (?:the )?<position>(?:,|:| -) {many}',
    '{many},?<also>{near6} (?:share[sd]?|sharing|tie[sd]? for|tied (?:in|for|at)) (?:the )?(?:position|place|rank|spot|number|no\\.?) {number}(?=[,.;:)]|$)',
    '<position> (?:are|come|came|were|is shared by|is held by) (?:{number}|two|three|four|five|six|seven|eight|nine|ten) <city>[^.;:\uE000\uE001\uE003]{0,40}?[,:] (?:among them |namely |including )?{many}',
    '{many},? (?:in )?joint {ordinal}',
    '{many} (?:are|were|come|came|rank|ranked) (?:all|both) {ordinal}',
    '{many} (?:could not be separated|cannot be separated|finished level|ended level|came in together|drew level|are neck and neck|tied)[^.;\uE000\uE001]{0,80}? {ordinal}',
    '(?:a )?(?:two|three|four|five)-way tie (?:for|in|at) (?:the )?<position>(?: (?:between|among|is made up of|of|:))+ {many}',
  ],
  *claims(match) {
    const places = match.places('many');
    if (match.has('number') && !match.has('ordinal')) {
      const { value, numberStart: start, numberEnd: end } = match.quantity('number');
      if (/^[1-9]\d{0,3}$/.test(value))
        for (const place of places) yield rankedAs(match, place, Number(value), { start, end }, { tied: true });
      return;
    }
    for (const place of places) yield ranked(match, place, match.ordinal(), { tied: true });
  },
  examples: [
    { text: 'Calgary and Geneva ended level in fifth.', claims: ['Calgary 5 tied', 'Geneva 5 tied'] },
    { text: 'In the index Calgary and Geneva now share position 87.', claims: ['Calgary 87 tied', 'Geneva 87 tied'] },
  ],
  counterexamples: ['Calgary and Geneva share a first-class airport.'],
});
