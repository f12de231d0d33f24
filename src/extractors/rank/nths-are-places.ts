import { defineRule, respectively } from '../rule.ts';

export default defineRule({
  finds:
    'as many places as positions: "Fourth and fifth are Mordovia and Kaluga", "Toronto and Montreal in third and fourth, respectively"',
  reads: 'sentence',
  cues: [],
  patterns: [
    '(?:the )?{ordinals}(?: <noun>)?(?:,? (?:in the list|overall|nationally))? (?:<be>|correspond(?:s|ed)? to|are for|go|went|belong|belonged|fell|came|come|<take>)(?: (?:to|by|taken by|held by|occupied by|filled by|shared by))?(?: respectively)? {many}',
    '{many},?<also> (?:<rank>|<take>|<be>)?{gap4} (?:the )?{ordinals}',
    '{many},? (?:were|are|which|who)?{near6} (?:in|at|as|to) (?:the )?{ordinals}',
    '{subject},?<also> (?:<rank>|<take>|<be>)(?: (?:in|at))? (?:the )?{ordinals}',
    '(?:in|at) (?:the )?{ordinals}(?: <noun>)?(?: (?:were|are|came|come|stood|stand|we find|is))?,? {many}',
    '(?:slots|places|positions|spots|ranks) {ordinals} (?:were|are|go|went)(?: [a-z]{1,12}){0,4} {many}',
  ],
  *claims(match) {
    yield* respectively(match, match.places(match.has('many') ? 'many' : 'subject'), match.ordinals());
  },
  examples: [
    { text: 'Fourth and fifth are Leeds and Bradford.', claims: ['Leeds 4', 'Bradford 5'] },
    {
      text: 'Toronto, Montreal and Vancouver are in the third, fourth and fifth positions, respectively.',
      claims: ['Toronto 3', 'Montreal 4', 'Vancouver 5'],
    },
  ],
  counterexamples: ['The first and second trains go to Leeds and Bradford and York.'],
});
