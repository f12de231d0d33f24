import { mayRank } from '../rank-sense.ts';
import { defineRule, inOrder, rankedAs } from '../rule.ts';

export default defineRule({
  finds: 'all that did better than a place: "only York and Hull are ahead of Leeds", "Leeds is beaten by York alone"',
  reads: 'sentence',
  cues: ['only', 'alone', 'just'],
  patterns: [
    '(?<words>(?:only|just)) {places}(?: (?:in|of|from) [^,.;:\uE003]{1,40}?)? (?:is|are|was|were|did|does|do|fares?|fared|ranks?|ranked|comes?|came|stands?|stood|scores?|scored|performs?|performed|has|have|had) (?:[a-z]{2,10} ){0,2}?(?:ahead of|better than|above|in front of|before|higher than|more than) {place2}',
    '{place2},?<also> (?:is|was|has been) (?<words>(?:only )?(?:beaten|outdone|surpassed|outranked|topped|bettered)(?: only)? by) {places} (?:alone|only)(?![a-z])',
    '{place2},?<also> (?:is|was|has been) (?<words>only (?:beaten|outdone|surpassed|outranked|topped|bettered) by) {places}',
  ],
  *claims(match, document) {
    const words = match.spanOf('words');
    const places = match.places();
    const own = match.place('place2');
    if (words === undefined || !mayRank(document) || places.some(({ place }) => place.name === own.place.name)) return;
    yield* inOrder(match, places, 1, words);
    yield rankedAs(match, own, places.length + 1, words, { basis: 'implied' });
  },
  examples: [
    { text: 'The Comfort Index is out. Only York and Hull are ahead of Leeds.', claims: ['York 1', 'Hull 2', 'Leeds 3'] },
    { text: 'The Comfort Index is out. Leeds is beaten by York alone.', claims: ['York 1', 'Leeds 2'] },
  ],
  counterexamples: ['The Comfort Index is out. Only York and Hull have trams like those of Leeds.'],
});
