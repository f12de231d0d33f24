import { defineRule, ranked, rankedAs, type Draft } from '../rule.ts';
import type { Match } from '../pattern.ts';
import type { PlaceMention, ReadDocument } from '../../types.ts';
import { isRankingDocument } from '../rank-sense.ts';

const OUST =
  '(?:dethron(?:es?|ed|ing)|toppl(?:es?|ed|ing)|unseat(?:s|ed|ing)?|oust(?:s|ed|ing)?|depos(?:es?|ed|ing)|overthr(?:ew|ows?|own)|dislodg(?:es?|ed|ing))';
const MOVE =
  '(?:knock(?:s|ed|ing)?|bump(?:s|ed|ing)?|push(?:es|ed|ing)?|nudg(?:es?|ed|ing)|displac(?:es?|ed|ing)|supplant(?:s|ed|ing)?|replac(?:es?|ed|ing)|succeed(?:s|ed|ing)?|overt(?:akes?|ook|aken|aking)|edg(?:es?|ed|ing)(?: out)?|pip(?:s|ped|ping)?|beat(?:s|en|ing)?|relegat(?:es?|ed|ing)|forc(?:es?|ed|ing)|demot(?:es?|ed|ing)|pass(?:es|ed|ing)?|kick(?:s|ed|ing)?|leapfrog(?:s|ged|ging)?)';
const LOSE =
  '(?:los(?:es?|t|ing)|ced(?:es?|ed|ing)|surrender(?:s|ed|ing)?|gave up|gives up|yield(?:s|ed|ing)?|conced(?:es?|ed|ing)|relinquish(?:es|ed|ing)?|hand(?:s|ed|ing)?|passed|passes)';
const TOP = '(?:{ordinal}(?:[- ]<noun>)?|top|very top|summit|throne|crown|perch|lead|title|head|pole position|palm)';
const TO_TOP = `(?: (?:it|them))?(?: [a-z]{3,10}ly)? (?:from|off|at|as|for|to take|to become|to claim|to grab|to win|by taking|and took|and takes|and became|to) (?:the |its |a |this year's |\uE001 )?(?:${TOP}|most [a-z-]{3,20}|[a-z]{3,12}est|[a-z' ]{3,20} most)(?![a-z])`;
const DOWN = ' (?:into|down to|down into|back to|back into|in) (?:a |the )?{ordinal}(?:[- ]<noun>)?';

/** The place that has the position now: the words name it or, where they speak of the top only, it is the first. */
function holder(match: Match, place: PlaceMention): Draft {
  const words = match.spanOf('words') ?? match.span;
  return match.has('ordinal') ? ranked(match, place, match.ordinal()) : rankedAs(match, place, 1, words);
}

function* read(match: Match, document: ReadDocument): Generator<Draft> {
  if (!isRankingDocument(document) || match.isDenied()) return;
  const place = match.place();
  if (!match.has('down')) {
    yield holder(match, place);
    return;
  }
  const now = match.ordinal();
  yield ranked(match, match.place('place2'), now);
  if (now.value > 1) yield rankedAs(match, place, now.value - 1, now, { basis: 'implied' });
}

export default defineRule({
  finds:
    'a position taken from another place: "dethroned Melbourne", "pipped Bath to first place", "lost the top spot to Zurich", "nudged into second by Perth"',
  reads: 'sentence',
  cues: [
    'thron',
    'toppl',
    'unseat',
    'oust',
    'depos',
    'overthr',
    'dislodg',
    'knock',
    'bump',
    'push',
    'nudg',
    'plac',
    'supplant',
    'succe',
    'overt',
    'edg',
    'pip',
    'beat',
    'relegat',
    'forc',
    'demot',
    'pass',
    'kick',
    'leapfrog',
    'los',
    'ced',
    'surrender',
    'g up',
    ' way ',
    'yield',
    'relinquish',
    'hand',
  ],
  patterns: [
    `{subject},?<also> (?<words>${OUST}) {place2}`,
    `{subject},?<also> (?<words>${MOVE}) {place2}${TO_TOP}`,
    `{subject},?<also> ${MOVE} {place2}(?<down>${DOWN})`,
    `{place2},?<also> (?<words><be>(?: [a-z]{3,10}ly)? ${OUST})[^.;:\uE000\uE001\uE003]{0,50}? by {place}`,
    `{place2},?<also> (?<words><be>(?: [a-z]{3,10}ly)? ${MOVE}${TO_TOP})[^.;:\uE000\uE001\uE003]{0,50}? by {place}`,
    `{place2},?<also> <be>(?: [a-z]{3,10}ly)? ${MOVE}(?<down>${DOWN}) by {place}`,
    `{place2},?<also> (?<words>${LOSE} (?:the |its |their |this |\uE001 )?${TOP})[^.;:\uE000\uE001\uE003]{0,50}? to {place}`,
    `{place2},?<also> (?:gave|gives|given|made|makes|giving) way to {place} (?:at|in|as) (?<words>(?:the )?${TOP})`,
  ],
  claims: read,
  examples: [
    { text: 'The Comfort Index is out. Vienna dethroned Melbourne as the most liveable city.', claims: ['Vienna 1'] },
    { text: 'The Comfort Index is out. Leeds has pipped Bath to first place.', claims: ['Leeds 1'] },
    { text: 'The Comfort Index is out. Geneva lost the top spot to Zurich.', claims: ['Zurich 1'] },
    { text: 'The Comfort Index is out. Melbourne was nudged into second place by Perth.', claims: ['Melbourne 2', 'Perth 1'] },
  ],
  counterexamples: [
    'The Comfort Index is out. Vienna beat Melbourne by two goals.',
    'The Comfort Index is out. Geneva lost its tram to Zurich.',
    'Vienna dethroned Melbourne.',
  ],
});
