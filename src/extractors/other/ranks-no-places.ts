import { isRankingDocument } from '../rank-sense.ts';
import { defineRule } from '../rule.ts';
import type { Draft } from '../rule.ts';

const OTHERS =
  /\b(?:universit(?:y|ies)|colleges?|enterprises|compan(?:y|ies)|firms|clubs?|teams?|airports?|airlines?|players?|riders?|drivers?|athletes?|hospitals?|hotels?|restaurants?|brands?|schools?|banks?|museums?|championship|tournament|grand prix|semi-?finals?|world cup|olympics?|medal|goals?|innings|candidates?|smartphones?|cars?|films?|songs?|beach(?:es)?|beer|stadium)\b/;
const PLACES =
  /\b(?:cit(?:y|ies)|towns?|districts?|provinces?|states?|regions?|countr(?:y|ies)|municipalit(?:y|ies)|zones?|metros?|destinations?|hubs?|ecosystems?|nations?|prefectures?|count(?:y|ies)|economies|places to live|liveab|livab)\b/;

export default defineRule({
  finds:
    'sentences that rank something else, in articles that report no ranking of places: "the university is 62nd in the table", "the club finished third"',
  reads: 'section',
  kinds: ['paragraph', 'item', 'heading', 'title', 'caption'],
  cues: (
    'universit|college|enterprises|compan|firms|club|team|airport|airline|player|rider|driver|athlete|hospital|hotel|restaurant|brand|school|bank|museum|championship|' +
    'tournament|grand prix|final|world cup|olympic|medal|goal|innings|candidate|smartphone|car|film|song|beach|beer|stadium'
  ).split('|'),
  *claims(_section, shapes, document) {
    if (isRankingDocument(document)) return;
    for (const shape of shapes) {
      if (!OTHERS.test(shape.text) || PLACES.test(shape.text)) continue;
      yield { kind: 'veto', span: shape.span, against: ['rank'] } satisfies Draft;
    }
  },
  examples: [{ text: 'The club from Leeds finished third in the league.', claims: ['not a rank'] }],
  counterexamples: [
    'Leeds came third in the list of cities.',
    'The Global Tram Index is out. With its two universities and a new museum, Leeds finished third.',
  ],
});
