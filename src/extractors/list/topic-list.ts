import { listParts } from '../list-parts.ts';
import { EDITION, KIND, KINDS, NO_VERB, spelled, WHOSE, WORD } from '../list-words.ts';
import { SLOT } from '../shape.ts';
import { defineRule } from '../rule.ts';

/** What says nothing of the topic: such a list refers back. */
const PLAIN = `(?:${spelled('new latest annual yearly global national overall whole full final official general current recent general first second third previous same fresh own famous world international comprehensive respected')})`;
const TOPIC = `(?:(?!${PLAIN} )(?:(?:[Cc]ost|[Qq]uality|[Ee]ase|[Ss]tandard|[Rr]ule) of (?:[Dd]oing )?[A-Za-z]{3,12}|${WORD}|${SLOT.organisation}|${SLOT.demonym}))`;
const FIRM = `(?:${spelled('ranking rankings index league league_table rating ratings standings scoreboard barometer')})`;
const LOOSE = `(?:${spelled('list table chart survey')})`;

/** Lists that rank no places. */
const OTHER =
  /\b(?:waiting|price|stock|shopping|guest|mailing|short|wish|to-do|reading|premier|football|champions|major|minor|bottom|round|negotiating|dinner|water|credit|consumer|producer|share|body|mass|purchasing|flip|pie|top|industrial|dow|ftse|nikkei|approval|bond) ?$/i;

export default defineRule({
  finds:
    'a ranking by its topic in small letters: "the cleanliness league", "the press freedom table", "NITI Aayog health index", "the QS student table"',
  reads: 'list',
  cues: ['list', 'rank', 'table', 'index', 'chart', 'league', 'rating', 'survey', 'standings', 'scoreboard', 'barometer'],
  patterns: [
    `(?:(?:the|The|a|A|an|its|this|this year's|last year's) )?(?:{period}(?:'s)? )?(?:${PLAIN} ){0,2}(?<name>${WHOSE}?(?<topic>(?:${TOPIC} ){1,4})${FIRM})(?![\\p{L}-])${NO_VERB}${EDITION}`,
    `(?:(?:the|The|a|A|an|its|this|this year's|last year's) )?(?:{period}(?:'s)? )?(?:${PLAIN} ){0,2}(?<name>${WHOSE}?(?<topic>(?:${TOPIC} ){0,3}(?:${KIND}|${KINDS}|freedom|liveability|livability|student|wealth|happiness|innovation|start-?up|cleanliness|competitiveness|traffic|crime|[a-z]{3,14}est) (?:${TOPIC} )?)${LOOSE})(?![\\p{L}-])${EDITION}`,
  ],
  *lists(match, document) {
    const name = match.spanOf('name');
    if (name !== undefined && !OTHER.test(match.words('topic'))) yield listParts(match, document, match.span, name);
  },
  examples: [{ text: 'Leeds stays number one in the cleanliness league.', claims: ['list: cleanliness league'] }],
  counterexamples: [
    'Leeds is fifth in the Premier League.',
    'The overall ranking is led by Leeds.',
    'The consumer price index rose in Leeds.',
  ],
});
