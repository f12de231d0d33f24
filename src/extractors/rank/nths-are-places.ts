import { defineRule, inOrder, respectively } from '../rule.ts';

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
    '(?:slots|places|positions|spots|ranks|numbers) {number}[^.;:\uE000\uE001]{0,30}? (?:were|are|go|went|belong|belonged|fell)(?: [a-z]{1,12}){0,4} {many}',
    '(?:slots|places|positions|spots|ranks) {ordinals} (?:were|are|go|went)(?: [a-z]{1,12}){0,4} {many}',
  ],
  *claims(match) {
    if (match.has('number')) {
      const { value, valueMax, numberStart: start, numberEnd: end } = match.quantity('number');
      const places = match.places('many');
      if (Number(valueMax) - Number(value) === places.length - 1)
        yield* inOrder(match, places, Number(value), { start, end }, { basis: 'explicit' });
      return;
    }
    yield* respectively(match, match.places(match.has('many') ? 'many' : 'subject'), match.ordinals());
  },
  examples: [
    { text: 'Places four to six went to Leeds, York and Hull.', claims: ['Leeds 4', 'York 5', 'Hull 6'] },
    { text: 'Fourth and fifth are Leeds and Bradford.', claims: ['Leeds 4', 'Bradford 5'] },
    {
      text: 'Toronto, Montreal and Vancouver are in the third, fourth and fifth positions, respectively.',
      claims: ['Toronto 3', 'Montreal 4', 'Vancouver 5'],
    },
  ],
  counterexamples: ['The first and second trains go to Leeds and Bradford and York.'],
});
