import { defineRule, inOrder } from '../rule.ts';

export default defineRule({
  finds: 'a run of positions: "Houston, Atlanta and Chicago were ranked sixth to eighth", "places four to six went to …"',
  reads: 'sentence',
  cues: [' to ', 'through', '-'],
  patterns: [
    '{many},?<also>[^.;:\uE000\uE001\uE003]{0,40}? {ordinal}(?: <noun>)?(?: to | through |-)(?:the )?{ordinal2}',
    '(?:places|positions|spots|ranks|slots) {number}(?: to |-| through ){number2}[^.;:\uE000\uE001\uE003]{0,40}? {many}',
    '(?:from |the )?{ordinal}(?: <noun>)?(?: to | through |-)(?:the )?{ordinal2}(?: <noun>)?[^.;\uE000\uE001\uE003]{0,40}? {many}',
  ],
  *claims(match) {
    const places = match.places('many');
    const first = match.has('ordinal') ? match.ordinal().value : Number(match.quantity('number').value);
    const last = match.has('ordinal2') ? match.ordinal('ordinal2').value : Number(match.quantity('number2').value);
    const words = match.has('ordinal') ? match.ordinal() : match.quantity('number');
    if (last - first + 1 === places.length) yield* inOrder(match, places, first, words, { basis: 'explicit' });
  },
  examples: [{ text: 'Houston, Atlanta and Chicago were ranked sixth to eighth.', claims: ['Houston 6', 'Atlanta 7', 'Chicago 8'] }],
  counterexamples: ['Houston, Atlanta and Chicago are open from the first to the fourth of May.'],
});
