import { listParts } from '../list-parts.ts';
import { defineRule } from '../rule.ts';

const WORD = "[A-Z\\uE000\\uE002\\uE00A][\\p{L}\\d&'./-]{0,30}";
const JOIN = '(?:(?: of(?: the)?| and| for(?: the)?| in| the| on| to| by| &|,)? )';

/** "Global Liveability Index 2024", "Index of Competitiveness of Cities (ICC)" */
export default defineRule({
  finds: 'a ranking with a proper name: "the Global Liveability Index 2024", "QS Best Student Cities"',
  reads: 'list',
  cues: ['index', 'ranking', 'list', 'survey', 'report', 'league', 'barometer', 'monitor', 'scoreboard', 'rating', 'review', 'cities', 'table', 'award', 'evaluation', 'assessment', 'study', 'chart', 'best ', 'top '],
  patterns: [
    `(?:(?:the|this year's|last year's) )?(?:{period} )?(?<name>(?:${WORD}${JOIN}|{top} ){1,9}(?:Index|Indices|Rankings?|Ratings?|List|Survey|Report|League|Barometer|Monitor|Scoreboard|Review|Table|Awards?|Evaluation|Assessment|Study|Chart|Scorecard|Outlook|Census|Score)(?: of (?:the )?${WORD}(?:${JOIN}${WORD}){0,6})?)(?: \\([A-Z]{2,8}\\))?(?: (?:of|for|in))?(?: {period2})?`,
    `(?<name>(?:Index|Ranking|List|Rating|Survey) of (?:the )?${WORD}(?:${JOIN}${WORD}){0,6})(?: \\([A-Z]{2,8}\\))?(?: {period2})?`,
    `(?<name>(?:${WORD} ){0,4}(?:Best|Top|Smart|Safest|Greenest|Happiest|Most [A-Z][a-z]+|Great) (?:${WORD} ){0,3}(?:Cities|States|Countries|Towns|Places|Destinations|Counties|Districts|Regions|Provinces)(?: (?:of the Future|to Live|in the World|for ${WORD}|in \\uE000|Index|Ranking))?)(?: (?:of|for))?(?: {period2})?`,
  ],
  *lists(match, document) {
    const name = match.spanOf('name');
    if (name !== undefined) yield listParts(match, document, match.span, name);
  },
  examples: [{ text: 'Leeds is ninth in the Global Comfort Index 2024.', claims: ['list: Global Comfort Index; edition 2024; scope world'] }],
  counterexamples: ['The report on Leeds is out.', 'A list of people was read.'],
});
