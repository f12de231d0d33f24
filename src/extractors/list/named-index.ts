import { listParts } from '../list-parts.ts';
import { EDITION, NO_VERB, spelled } from '../list-words.ts';
import { SLOT } from '../shape.ts';
import { defineRule } from '../rule.ts';

/** Verbs and little words that headlines capitalise: "Zurich Tops Smart City Index" names a Smart City Index. */
const HEADLINE = `In|On|At|The|THE|A|An|As|By|With|And|But|For|From|According|Tops?|TOPS|Topped|Topping|Leads?|Leading|Led|Ranks?|Ranked|RANKED|Named|Names|Rises?|Rose|Falls?|Fell|Drops?|Slips?|Climbs?|Jumps?|Makes?|Made|Takes?|Took|Beats?|Among|Is|IS|Are|Was|Were|Has|Have|Had|Its|Their|This|That|These|Those|It|How|Why|What|Which|Where|When|Who|Here|See|Read|Again|Still|Now|Remains?|Stays?|Enters?|Joins?|Wins?|Won|Secures?|Retains?|Keeps?|Holds?|Voted|Crowned|Comes?|Came|Gets?|Says?|Finds?|Found|Reveals?|Shows?|Releases?|Released|Publishes|Published|Unveils?|Announces|Dominates?|Scores?|Moves?|Into|Up|Down|Out|Behind|Ahead|Until|During|Since|Of|To|Or|New|Latest|About|Check|Full|Also|If|Not|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday`;
const WORD = `(?<![\\p{L}'])(?!(?:${HEADLINE})(?![\\p{L}'-]))(?:[A-Z][\\p{L}\\d&'./+-]{0,30}|fDi|${SLOT.name}(?:'[sS])?|${SLOT.demonym}|${SLOT.organisation}(?:'s)?)`;
const JOIN = '(?:(?: (?:of|and|for|in|on|to|&|with)(?: the)?|,)? )';
/** Heads of proper names; in small letters only those that say a ranking. */
const HEAD = `(?:${spelled('index indices ranking rankings rating ratings list survey league league_table barometer scoreboard scorecard table standings')}|Report|REPORT|Monitor|Review|Awards?|Evaluation|Assessment|Study|Chart|Outlook)`;
/** Leagues and lists of other things. */
const OTHER =
  /(?:Football|Premier|Champions|Major|Justice|Ivy|National|Hockey|Cricket|Rugby|Waiting|Consumer Price|Producer Price|Stock|Share) (?:League|List|Index)(?:'s (?:table|ranking))?$|^(?:West|East|North|South) \p{Lu}\p{Ll}+'s league$/u;
const BEST = `(?:Best|BEST|Top|Smart|Connected Smart|Worst|Great|Most [A-Z][a-z]+|Least [A-Z][a-z]+|[A-Z][a-z]{2,14}est(?:-[A-Z][a-z]+)?)`;
const KINDS = '(?:Cities|CITIES|States|Countries|Towns|Places|Destinations|Counties|Districts|Regions|Provinces|Nations|Economies)';

export default defineRule({
  finds:
    'a ranking with a proper name: "the Global Liveability Index 2024", "Index of Competitiveness of Cities (ICC)", "QS Best Student Cities"',
  reads: 'list',
  cues: [
    'index',
    'indices',
    'rank',
    'list',
    'survey',
    'report',
    'league',
    'barometer',
    'monitor',
    'score',
    'rating',
    'review',
    'cities',
    'city',
    'places',
    'states',
    'countries',
    'regions',
    'table',
    'award',
    'evaluation',
    'assessment',
    'study',
    'chart',
    'outlook',
    'standings',
  ],
  patterns: [
    `(?:(?:the|The|this year's|last year's) )?(?:{period}(?:'s)? )?(?<name>(?:(?:${WORD}|{top})${JOIN}){0,8}(?:${WORD}|{top}) ${HEAD})(?![\\p{L}-])${NO_VERB}(?: \\([A-Z][A-Za-z]{1,8}\\))?${EDITION}`,
    `(?:(?:the|The) )?(?:{period}(?:'s)? )?(?<!\\p{Lu}[\\p{L}-]{0,20} )(?<name>(?:Index|Ranking|List|Rating|Survey|League|Table) (?:of|for) (?:the )?${WORD}(?:${JOIN}${WORD}){0,6})(?: \\([A-Z]{2,8}\\))?${EDITION}`,
    `(?:(?:the|The|its) )?(?:{period}(?:'s)? )?(?<name>(?:${WORD} ){0,3}${BEST} (?:${WORD} ){0,3}${KINDS}(?: (?:of the Future|to Live(?: in)?|TO LIVE|in the World|(?:for|in) ${WORD}(?: ${WORD})?))?)(?![\\p{L}-])(?: (?:[Rr]anking|[Ss]urvey|[Ll]ist|[Rr]eport|[Ii]ndex|table))?${EDITION}`,
    `(?:(?:the|The|its) )?(?<name>(?:(?:${WORD}) ){0,3}(?:Cities|Countries|Regions|States|City) (?:of|in) the Future|(?:(?:${WORD}) ){0,3}(?:Best|BEST|Most [A-Z]\\p{Ll}+|MOST \\p{Lu}+) (?:Place|City|Country|PLACE|CITY) (?:to Live|TO LIVE|for [A-Z]\\p{Ll}+)|(?:${WORD} ){0,3}State of the (?:${WORD} ?){1,3})(?![\\p{L}-])${EDITION}`,
  ],
  *lists(match, document) {
    const name = match.spanOf('name');
    if (name !== undefined && !OTHER.test(match.words('name'))) yield listParts(match, document, match.span, name);
  },
  examples: [
    { text: 'Leeds is ninth in the Global Comfort Index 2024.', claims: ['list: Global Comfort Index; edition 2024; scope world'] },
  ],
  counterexamples: ['The report on Leeds is out.', 'A list of people was read.'],
});
