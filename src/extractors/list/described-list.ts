import { listParts } from '../list-parts.ts';
import { defineRule } from '../rule.ts';

const KIND = '(?:[a-z-]{2,20} |\uE002 |\uE000 |\uE005 ){0,5}?<city>';
const WHERE = "(?: (?:in|of|across|around|from|on) (?:the )?(?:whole )?(?:\uE000|world|country|nation|earth|globe|continent|[a-z]{4,12}))?";
const MEASURE = '(?: (?:for|by|in terms of|with|to|according to|when it comes to) (?!{ordinal2}|{period3})(?:[a-z\uE000\uE002-]{2,20}(?:,? (?:and |of |the |of the |in )?)?){1,6})?';

export default defineRule({
  finds: 'a ranking told in plain words: "the list of the 10 most liveable cities in Europe", "ranking of innovation-friendly regions"',
  reads: 'list',
  cues: ['list', 'rank', 'table', 'index', 'chart', 'league', 'rating', 'survey', 'standings'],
  patterns: [
    `(?:the |a |its |this year's |last year's )?(?:{period} |latest |new |annual )?(?<name>(?:[a-z-]{2,20} |{demonym} |{place} ){0,3}?(?:list|ranking|rankings|table|chart|league table|league|rating|ratings|standings) (?:of|for) (?:the )?(?:{top} |{period4} )?${KIND}${WHERE}${MEASURE})(?: (?:in|for|of))?(?: {period2})?`,
  ],
  *lists(match, document) {
    const name = match.spanOf('name');
    if (name !== undefined) yield listParts(match, document, match.span, name);
  },
  examples: [{ text: 'Leeds tops the list of the most liveable cities in Europe.', claims: ['list: list of the most liveable cities in Europe; scope europe'] }],
  counterexamples: ['A list of demands was read in Leeds.'],
});
