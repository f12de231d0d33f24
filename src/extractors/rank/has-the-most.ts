import { defineRule, ranked, rankedAs } from '../rule.ts';
import type { Match } from '../pattern.ts';
import { mayRank } from '../rank-sense.ts';
import type { ReadDocument } from '../../types.ts';

const HAS =
  '(?:ha[sd]|have|records?|recorded|post(?:s|ed)|saw|sees|register(?:s|ed)|report(?:s|ed)|show(?:s|ed)|boasts?|boasted|enjoy(?:s|ed)|suffer(?:s|ed)|attract(?:s|ed)|drew|received|receives|account(?:s|ed) for|score[sd]|achieved|offers|pays?|paid|with|charges?)';
const MOST =
  '(?:most|highest|largest|biggest|greatest|lowest|fewest|best|worst|strongest|fastest|busiest|longest|dearest|smallest|cleanest|dirtiest|richest|heaviest|hottest|steepest|sharpest|slowest|least|shortest|cheapest)';

/** "Leeds had the highest share with 4 million. York was second": others are told behind it. */
function goesOn(match: Match, document: ReadDocument): boolean {
  const section = document.sections[match.section];
  if (section === undefined || !mayRank(document)) return false;
  const rest = document.clean.source.text.slice(match.span.end, Math.min(section.end, match.span.end + 200));
  return /\b(?:was|came|is|stood|ranked|in) (?:next|second|in second)\b|, followed by\b/.test(rest);
}

export default defineRule({
  finds:
    'a first or Nth place by a measure: "Jiangsu had the most districts among the hundred", "Leeds has the third-highest rents in Britain"',
  reads: 'sentence',
  cues: ['most', 'est '],
  patterns: [
    `{subject},?<also> ${HAS} (?<words>the (?:{demonym2}'s |world's |country's |nation's |continent's |region's |\uE000's )?${MOST}(?: [a-z-]{2,20}){1,6}?(?: (?:in|among|of|across|on|nationwide|worldwide|per)\\b[^.;:()]{0,60}?)?)(?=[,.;:()]| with | at | and | but | while |$)`,
    `{subject},?<also> ${HAS} (?<words>the (?:world's |country's |nation's |\uE000's )?{ordinal}[- ]${MOST}(?: [a-z-]{2,20}){1,6}?(?: (?:in|among|of|across|on|nationwide|worldwide|per)\\b[^.;:()]{0,60}?)?)(?=[,.;:()]| with | at | and | but | while |$)`,
  ],
  *claims(match, document) {
    const words = match.spanOf('words');
    if (words === undefined) return;
    const compared = /\b(?:in|among|of all|across|nationwide|worldwide|world's|country's|nation's)\b|\uE000's/.test(match.words('words'));
    if (match.has('ordinal')) yield ranked(match, match.place(), match.ordinal(), { reference: { measure: words } });
    else if (compared || goesOn(match, document)) yield rankedAs(match, match.place(), 1, words, { reference: { measure: words } });
  },
  examples: [
    { text: 'Leeds had the most parks among British cities.', claims: ['Leeds 1'] },
    { text: 'Leeds has the third-highest rents in the country.', claims: ['Leeds 3'] },
  ],
  counterexamples: ['Leeds had the best of times.', 'Most people in Leeds have a bicycle.'],
});
