import { listParts } from '../list-parts.ts';
import { BEFORE, BEST, EDITION, KINDS, TAIL, WHOSE, WORD, spelled } from '../list-words.ts';
import { SLOT } from '../shape.ts';
import { defineRule } from '../rule.ts';

const LIST = `(?:${spelled('list ranking rankings rating ratings chart league table league_table table classification standings index ranking_list survey comparison')})`;

/** "MoneySense magazine's ranking of", "wealth ranking of": names and nouns, no verb */
const OWNER = `(?:(?:${SLOT.organisation}|${SLOT.name}|${SLOT.demonym}|(?![\\p{Ll}-]{1,24}(?:ed|ing|[^'s]s) )${WORD})(?:'s)? )`;

export default defineRule({
  finds: 'a ranking told in plain words: "the list of the 10 most liveable cities in Europe", "ranking of innovation-friendly regions"',
  reads: 'list',
  cues: ['list', 'rank', 'table', 'index', 'chart', 'league', 'rating', 'survey', 'standings', 'classification', 'comparison'],
  patterns: [
    `(?:(?:the|The|a|A|its|this year's|last year's) )?(?:{period}(?:'s)? )?(?:(?:latest|new|annual|fresh|yearly|overall|official|global|national) ){0,2}(?<name>${OWNER}{0,3}${LIST} (?:of|for) (?:the )?(?:${WHOSE})?(?:(?:{top}|{number})[ -])?(?:${BEST} )?${BEFORE}{0,6}?${KINDS}(?: and ${BEFORE}{0,2}?${KINDS})?(?![\\p{L}-])${TAIL})${EDITION}`,
    `(?:(?:the|The|a|its|this) )?(?:{period}(?:'s)? )?(?<name>${LIST} of (?:the )?(?:${BEST}|(?:${WORD}|${SLOT.demonym}) ${WORD}(?: ${WORD})?)(?![\\p{L}-])${TAIL})${EDITION}`,
    `(?:(?:the|The|all|All|its) )?(?<name>(?:${BEFORE}{0,2}?)${KINDS} (?:arranged|ranked|sorted|ordered|listed|graded|rated) (?:according to|by|on)(?: the| their| its)? ${WORD}(?:(?:,? and| of| of the| in| per)? ${WORD}){0,5})(?: \\([A-Z]{2,6}\\))?${EDITION}`,
  ],
  *lists(match, document) {
    const name = match.spanOf('name');
    if (name !== undefined) yield listParts(match, document, match.span, name);
  },
  examples: [
    {
      text: 'Leeds tops the list of the most liveable cities in Europe.',
      claims: ['list: list of the most liveable cities in Europe; scope europe'],
    },
  ],
  counterexamples: ['A list of demands was read in Leeds.'],
});
