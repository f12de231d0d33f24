import { defineRule, following } from '../rule.ts';
import type { Match } from '../pattern.ts';
import type { PlaceMention } from '../../types.ts';

const AREA = /(?: in| of| across| from| within)(?: the)? $/;

/** "voted the safest city in Mexico, followed by Leeds": not the area, but who stands before it. */
function anchorOf(match: Match): PlaceMention {
  const own = match.place();
  if (!AREA.test(match.before)) return own;
  const before = match.shape.text.slice(0, match.from);
  const units = [...match.shape.mentions.keys()].filter((unit) => unit < match.from && !AREA.test(before.slice(0, unit)));
  const owner = units.flatMap((unit) => match.shape.mentions.get(unit) ?? []).findLast((mention) => mention.kind === 'place');
  return owner?.kind === 'place' && !/[,;]/.test(before.slice(before.length - 40)) ? owner : own;
}

export default defineRule({
  finds: 'places that come next: "… was ranked fourth, followed by Bhopal, Nashik and Lucknow"',
  reads: 'sentence',
  cues: ['follow', 'behind', 'trail', 'then ', 'next', 'ahead of', 'before', 'second to', 'after'],
  patterns: [
    '{place}[^.;\uE000\uE001]{0,90}?,? (?:and |which |who |it )?(?:<be> )?(?:closely |immediately |narrowly |in turn )?(?:followed|trailed|pursued|succeeded)(?: (?:closely|immediately|then|next))? by {places}',
    '{place}[^.;\uE000\uE001]{0,90}?[,;] (?:and )?(?:(?:then|next|after (?:it|that|them|\uE001)|behind (?:it|them|\uE001)|close behind|not far behind|hard on its heels)(?: in line)? (?:come|comes|came|is|are|was|were|follow|follows|followed)|(?:behind (?:it|them|that)|next|then)(?:,|:)?) {places}',
    '(?:^|[,;] )(?:and )?(?:just |right |close |closely )?(?:behind|after|following) {place},? (?:come|comes|came|are|is|were|was|follow|follows|followed|rank|ranked|sit|sits)(?: [a-z]{2,10}){0,2} {places}',
    '(?:is|was|went to|goes to|(?:led|topped|headed|won) by) {place}, (?:just |narrowly |well )?(?:before|ahead of|in front of) {places}',
    '{place}[^.;\uE000\uE001]{0,60}?, with {places} (?:next|close behind|right behind|following|in pursuit)(?=[,.;]|$)',
    '(?:came|comes|come) {place}(?: (?:in|at|on) (?:the )?<position>)?, (?:just |narrowly |well |one place )?(?:before|ahead of|in front of) {places}',
    '{subject},?<also> (?:<rank>|<take>|<be>|<lead>)[^.;\uE000\uE001]{0,60}?,? (?:just |narrowly |well |comfortably |slightly )?(?:ahead of|before|in front of) {places}',
  ],
  *claims(match) {
    const anchor = anchorOf(match);
    const places = match.places().filter((place) => place.place.name !== anchor.place.name);
    yield* following(match, anchor, places);
  },
  examples: [
    {
      text: 'Leeds was ranked fourth, followed by York, Sheffield and Liverpool.',
      claims: ['York after Leeds +1', 'Sheffield after Leeds +2', 'Liverpool after Leeds +3'],
    },
  ],
  counterexamples: ['Leeds is followed by millions of people.'],
});
