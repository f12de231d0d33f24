import { PUBLISHER, publisherFact } from '../publisher-name.ts';
import { SLOT } from '../shape.ts';
import { defineRule } from '../rule.ts';

const PUBLISHES =
  '(?:released|releases|publishe[sd]|publishing|unveil(?:s|ed)|issue[sd]|compile[sd]|compiles|(?:brought|brings|put|puts|let|gave|came|comes|has put|has let|has brought|has come|have put) (?:out|up|together)(?: with)?|drew up|draws up|drawn up|announce[sd]|produce[sd]|produces|launche[sd]|conduct(?:s|ed)|rank(?:s|ed)|Ranks|rate[sd]|rates|made public|named|names|orders|ordered|present(?:s|ed)|carried out|carries out|evaluated?s?|evaluate[sd]|assesse[sd]|survey(?:s|ed)|analy[sz]e[sd]|compare[sd]|compares|looked (?:at|into|around)|looks at|examine[sd]|examines|studie[sd]|score[sd]|graded?|grades|crunched|went through|polled|asked|put|sent|collected|gathered|measure[sd]|listed|lists|crowned|selected|chose|picked|reveal(?:s|ed)|voted|determined|identified|calculated|created|scoured|reviewed|tracked|tracks)';
const BETWEEN = `(?: (?:of|in|from) ${SLOT.name})?,?(?: (?:has|have|had|also|recently|just|today|yesterday|now|once|again|which|that|on [\\w${SLOT.period} ]{1,14}|officially|jointly|once again|again|{period3}|this (?:week|month|year)|last (?:week|month|year)|and ${SLOT.organisation})){0,4}`;
const LIST = `(?:<list>|<city>|Cities|States|Countries|report|evaluation|assessment|study|index|metros|findings|blue book|answer|comparison|league table|crime statistics|{list}|{top})`;
const WORK =
  '(?:[Rr]anking|[Rr]ankings|[Ll]ist|[Ii]ndex|[Tt]able|[Ss]urvey|[Rr]ating|[Rr]eport|[Ss]tudy|[Aa]nalysis|[Pp]oll|[Ee]valuation|[Aa]ssessment|[Ss]tandings|[Cc]hart|RANKING|INDEX|LIST|REPORT|SURVEY)';

export default defineRule({
  finds:
    'who brings out a list: "Mercer released its annual survey", "the EIU\'s yearly list", "Mercer Ranks the Cities", "LawnStarter put the 150 biggest cities through 15 tests"',
  reads: 'sentence',
  cased: true,
  cues: [
    'list',
    'rank',
    'index',
    'survey',
    'report',
    'table',
    'rating',
    'study',
    'league',
    'award',
    'evaluation',
    'assessment',
    'analysis',
    'cities',
    'states',
    'places',
    'countries',
    'municipal',
    SLOT.top,
    SLOT.list,
    SLOT.number,
    'name',
    'puts',
    'rate',
    'crown',
    'chose',
    'answer',
    'findings',
  ],
  patterns: [
    `${PUBLISHER}(?:, [^,.;:]{3,80},)?(?: (?:has|have|had|also|now|again|recently|just))* (?:ranks|ranked|rates|rated|puts|put|places|placed|names|named|chose|crowned|crowns|voted|lists|listed|declared|picked|scored) (?:the )?${SLOT.name}`,
    `${PUBLISHER}${BETWEEN} ${PUBLISHES}(?= (?:[^ ]+ ){0,12}?${LIST})`,
    `${PUBLISHER}, (?:a|an|the|which|whose) [^.;:]{3,90}?, (?:has |have |had |also |recently |just )?${PUBLISHES}(?= (?:[^ ]+ ){0,8}?${LIST})`,
    `${PUBLISHER}'s? (?:(?:annual|yearly|latest|new|own|recent|first|second|third|biennial|quarterly|monthly|{ordinal}|{period}|[a-z-]{3,14}|[A-Z][a-z]+|ANNUAL|LATEST) ){0,3}(?:${WORK}|{list})(?![\\p{L}])`,
    `${PUBLISHER} (?:(?:annual|yearly|latest|new|recent|{period}) )?(?:{list}|${WORK})(?![\\p{L}])(?= (?:shows|showed|says|said|reveals|revealed|found|finds|has|puts|ranks|ranked|names|named|is out|lists|places|placed|for|of|on|compares))`,
    `{list}(?: \\([^()]{1,20}\\))?,? (?:which|that) (?:the )?${PUBLISHER}(?:, [^,.;]{3,90},)?(?: (?:has|have|had))? (?:published|released|publishes|releases|compiled|compiles|puts out|put out|brings out|brought out|issues|issued|produces|produced|draws up|drew up|makes|made|runs|maintains|unveiled|conducts|conducted)`,
    `(?:[Tt]he )?{list}(?: \\([^()]{1,20}\\))? (?:of|by) (?:the )?(?<publisher>${SLOT.organisation}|[A-Z][\\p{L}&.-]{1,24}(?: (?:Without |of )?[A-Z][\\p{L}&.-]{1,24}){0,3})(?: \\([A-Z]{2,8}\\))?(?=[,.;:]| (?:and|nobody|the|has|have|is|was|for|in|on|shows|published|released))`,
  ],
  *claims(match, document) {
    yield* publisherFact(match, document);
  },
  examples: [
    {
      text: 'Northern Consulting released its list of the best cities. Leeds came third.',
      claims: ['list publisher: Northern Consulting'],
    },
  ],
  counterexamples: ['Leeds released its budget for the year.'],
});
