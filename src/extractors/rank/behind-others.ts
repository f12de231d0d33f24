import { defineRule, inOrder, rankedAs } from '../rule.ts';

export default defineRule({
  finds: 'those in front of an Nth place: "third, behind London and Paris", "with only A and B ahead of it"',
  reads: 'sentence',
  cues: ['behind', 'than', ' only to', 'ahead of', 'in front of', 'after', 'second only', 'second to', 'trail', 'followed'],
  patterns: [
    '(?:{ordinal}|{place2},?<also> <position3>)[^.;\uE000\uE001\uE003]{0,80}?,? (?:only |just |right |directly |closely |trailing )?(?:behind|after|second only to|following|preceded by|trailing)(?: only| just)? {places}',
    '{ordinal} (?:is|was|were|came|come|comes) {place2},? (?:just |right |directly |narrowly |closely )?(?:behind|after) {places}',
    '{ordinal}[^.;\uE000\uE001\uE003]{0,60}?,? with (?:only |just )?{places} (?:ahead of|in front of|above|before|preceding)',
    '(?:only|just|solely)(?:,? [a-z-]{2,16}){0,8}?,? {places},?[^.;\uE003]{0,60}? (?:came|come|comes|were|are|was|is|ranked|rank|stood|finished|placed|did|scored|scores?|performed|fared|rated|have)(?: (?:better|ahead|before|in front|above|higher))? (?:ahead of|before|in front of|above|higher than|better than|than)[^.;\uE003]{1,60} {ordinal}',
    '^(?:just |right |only )?(?:trailing|behind|after|\uE003 only to)(?: only| just)? {places}(?: (?:in|on) [^.;,\uE000\uE001\uE003]{1,60}?)?, {place2}[^.;\uE000\uE001\uE003]{0,60}? {ordinal}',
  ],
  *claims(match) {
    const ordinal = match.has('ordinal') ? match.ordinal() : match.ordinal('ordinal3');
    if (match.isSuperlative(match.has('ordinal') ? 'ordinal' : 'ordinal3')) return; // rank/superlative has them
    const places = match.places();
    if (places.length === ordinal.value - 1) yield* inOrder(match, places, 1, ordinal);
    else if (places.length === 1 && places[0] !== undefined && ordinal.value > 1)
      yield rankedAs(match, places[0], ordinal.value - 1, ordinal, { basis: 'implied' });
  },
  examples: [
    { text: 'Vienna came third, behind Zurich and Geneva.', claims: ['Zurich 1', 'Geneva 2'] },
    { text: 'Leeds is third in the country, with only Manchester and Liverpool in front of it.', claims: ['Manchester 1', 'Liverpool 2'] },
  ],
  counterexamples: ['The third train was behind schedule in York and Hull.'],
});
