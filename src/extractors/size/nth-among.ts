import { defineRule } from '../rule.ts';

export default defineRule({
  finds: 'the length of a list beside a position: "47th out of 100", "21st among the 168 zones", "of the 168 zones it is 21st"',
  reads: 'sentence',
  cues: ['out of', 'among', 'amongst', 'of the', 'of all', ' of '],
  patterns: [
    '{ordinal}(?:[- ]<noun>)?(?: overall| nationwide| nationally| globally)?,? (?:out of|among|amongst|of)(?: a total of| the| all| some| about| more than)* (?:{number}|{dimension})(?! (?:percent|points|years|times|people|months))',
    '(?:^|[,:;] |[a-z] )(?:of the|of all|out of|among the|among) (?:{number}|{dimension})(?: [a-z-]{2,16}){0,4}?(?: (?:on|in) (?:{list}|the (?:study|report)))?,?(?: (?:it|{place}|the [a-z]{3,12}))?(?: (?:is|was|came|ranks|ranked|stands|finished|placed|took|takes))?(?: (?:in|at|only))?(?: the)? {ordinal}',
    '(?:{ordinal}|{number2}) (?:in|from) (?:a|the) field of {number}',
    '(?:at|in|on|number|no\\.?) {number2},? (?:among|amongst|out of|of) (?:the |all |all the )?{number}(?= [a-z])',
    '\\({number2} out of {number}\\)',
    'of (?:the|all) {number},? {place}(?: (?:is|was|came|ranks|ranked|stands))? {ordinal}',
  ],
  *claims(match) {
    const count = match.quantity(match.has('number') ? 'number' : 'dimension');
    const rank = match.has('ordinal') ? match.ordinal().value : Number(match.quantity('number2').value);
    if (count.measure !== 'count' || count.value.includes('.') || Number(count.value) < Math.max(3, rank) || count.valueMax !== '') return;
    yield { kind: 'fact', field: 'evaluated', value: count.value, span: { start: count.numberStart, end: count.numberEnd } };
  },
  examples: [{ text: 'Leeds came 47th out of 100.', claims: ['list evaluated: 100'] }],
  counterexamples: ['Leeds is 3rd of the 2 clubs.'],
});
