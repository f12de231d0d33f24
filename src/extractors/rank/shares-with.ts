import { defineRule, ranked } from '../rule.ts';

export default defineRule({
  finds: 'a position shared with another place: "Leeds shares third place with York", "No 4, a rank it has to share with Los Angeles"',
  reads: 'sentence',
  cues: ['shar', 'tied with', 'level with', 'jointly with', 'together with', 'alongside', 'along with', 'tie with'],
  patterns: [
    '{subject},?<also>[^.;\uE000\uE001]{0,50}? (?:shar(?:e[sd]?|ing))(?: (?:the|a|its))? <position>[^.;\uE000\uE001]{0,30}? with {places}',
    '{subject},?<also>[^.;\uE000]{0,90}? {ordinal}[^.;\uE000\uE003]{0,60}?(?:shar(?:e[sd]?|ing)(?: it| the (?:rank|spot|place|position))?|tied|level|jointly|together|alongside|along) with {places}',
    '{subject},?<also>(?: (?:<be>|<rank>))? (?:tied|level|jointly|together|equal) with {places}[^.;\uE000\uE001]{0,30}? (?:in|at|for|on) (?:the )?<position>',
  ],
  *claims(match) {
    for (const place of [match.place(), ...match.places()]) yield ranked(match, place, match.ordinal(), { tied: true });
  },
  examples: [{ text: 'In the index Leeds shares third place with York.', claims: ['Leeds 3 tied', 'York 3 tied'] }],
  counterexamples: ['Leeds shares a border with Bradford.'],
});
