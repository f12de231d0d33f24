import { defineRule, rankedAs } from '../rule.ts';

export default defineRule({
  finds: 'a first place told by denial: "no city in the country grew faster than Leeds", "nobody pays more than Geneva"',
  reads: 'sentence',
  cues: ['no ', 'nobody', 'none', 'nowhere', 'no-one', 'never', 'any other', 'neither'],
  patterns: [
    '(?<words>(?:no (?:other )?(?:[a-z-]{2,16} ){0,3}?(?:<city>|one|metropolitan statistical area|metropolitan area|state or territory)|nobody|none(?: of them)?|no-one|nowhere)[^.;:?!\uE000\uE001]{0,80}?(?:better|faster|more|higher|greater|lower|less|further|bigger|larger|cleaner|safer|healthier|dearer|cheaper|closer|worse|fewer|sooner|longer|stronger|happier|busier|[a-z]{3,10}ier)[^.;:?!\uE000\uE001]{0,50}? than(?: in| does)?) {place}',
    '{place}[^.;:?!]{0,60}?(?<words>(?:more|faster|better|higher|larger|bigger)[^.;:?!\uE000]{0,40}? than any other <city>)',
    '(?<words>nobody|no (?:other )?<city>|none) (?:beats?|matche[sd]|overtakes?|overtook|tops|topped|surpasse[sd]|can match|comes close to|comes near|came close to|outranks?|outdoes|outdid|rivals) {place}',
  ],
  *claims(match) {
    const words = match.spanOf('words');
    if (words !== undefined) yield rankedAs(match, match.place(), 1, words, { reference: { measure: words } });
  },
  examples: [{ text: 'No city in the country grew faster than Leeds.', claims: ['Leeds 1'] }],
  counterexamples: ['Nobody was hurt in Leeds.', 'No city should be more proud of its past.'],
});
