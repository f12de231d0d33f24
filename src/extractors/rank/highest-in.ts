import { defineRule, following, inOrder, rankedAs } from '../rule.ts';
import { isObject } from '../order-tokens.ts';

const MOST =
  '(?:highest|lowest|largest|biggest|greatest|strongest|fastest|steepest|sharpest|worst|heaviest|most common|most expensive|cheapest|longest|best)';
const SEEN =
  '(?:seen|recorded|registered|reported|observed|found|posted|noted|measured|achieved|made|set|reached|that of|to be found|in|by|for)';

export default defineRule({
  finds:
    'the first by a measure, told from the measure: "inflation was highest in Kogi (34%), Rivers and Benue", "the strongest growth was seen in Hefei, followed by Wuhu"',
  reads: 'sentence',
  cues: [
    'highest',
    'lowest',
    'largest',
    'biggest',
    'greatest',
    'strongest',
    'fastest',
    'steepest',
    'sharpest',
    'worst',
    'most ',
    'heaviest',
    'best',
  ],
  patterns: [
    `(?<words>[a-z][a-z' -]{3,60}? (?:was|were|is|are|being) (?:again |once again |also |by far |still |the )?${MOST}) in {places}`,
    `(?:^|[,;:] |and |while |that )(?<words>(?:the )?${MOST}(?: [a-z-]{2,20}){1,6}?) (?:was|were|is|are|has been|have been)(?: again| also| once again)?(?: ${SEEN}){1,2} {place}(?:(?:,? (?:with|at|on|where|which|of) [^.;:\uE000]{1,60}?|(?: \\([^()]{1,30}\\)))?,? (?:and )?followed by {places2})?`,
  ],
  *claims(match) {
    const words = match.spanOf('words');
    if (words === undefined || match.isDenied()) return;
    const options = { reference: { measure: words } };
    if (!match.has('place')) {
      const [first, ...rest] = match.places();
      if (first === undefined) return;
      yield rankedAs(match, first, 1, words, options);
      yield* inOrder(match, rest, 2, words, options);
      return;
    }
    if (isObject(match.before.slice(-40))) return;
    yield rankedAs(match, match.place(), 1, words, options);
    if (match.has('places2')) yield* following(match, match.place(), match.places('places2'));
  },
  examples: [
    { text: 'Inflation was highest in Leeds (4%), York (3%) and Derby.', claims: ['Leeds 1', 'York 2', 'Derby 3'] },
    {
      text: 'The strongest growth in output was seen in Leeds, followed by York.',
      claims: ['Leeds 1', 'York after Leeds +1'],
    },
  ],
  counterexamples: ['The river was highest on Monday in Leeds.', 'The highest point was closed in Leeds.'],
});
