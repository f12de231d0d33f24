/*
 * How English joins a place or a measure to a figure. All are sources of regular expressions, read against shapes in lower case.
 */

const AUXILIARY =
  '(?:(?:has|have|had|will have|is|are|was|were|can|could|will|would|to|also|now|already|currently|still|only|just|even|alone|itself|then|therefore|thus|reportedly|officially|cumulatively|actually|finally|successfully|together|altogether|in total|in all|each|on average|usually|typically|generally|roughly) ){0,5}';

/** Words between verb and figure that change nothing: "a total of", "a whopping". */
export const FILLERS =
  '(?:an? )?(?:total|sum|combined total|record|grand total|overall total|aggregate|cumulative total|estimated total|whole|annual total|average|annual average|yearly average|median|estimated average|monthly average) of|altogether|in all|a (?:mere|whopping|staggering|full|massive|further|record|healthy|hefty|modest|solid|robust|meagre|paltry|pitiful|stunning|respectable|net|good|total|combined|marginal|slight|cool)|an? (?:estimated|additional|extra|impressive|astonishing|incredible|annual|average|overall)|the (?:record|full)|as (?:many|much|high|low|few|little) as|no (?:less|fewer|more) than|not (?:less|more) than|only|just|some|another|even|alone|also|exactly|precisely|a|an|the|its|their|estimated|record|respectively|likewise|around|all of|all|those|these';
export const FILLER = new RegExp(`(?:^|(?<=[ (]))(?:${FILLERS}) $`);

const list = (words: string): string =>
  `(?:${words
    .split(/[|\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .join('|')})`;

/** "GDP reached", "rents stood at" */
export const AMOUNTS = `${AUXILIARY}${list(
  'is|are|was|were|be|been|being|reached|reaches|reach|reaching|hit|hits|stood at|stands at|standing at|stand at|came to|comes to|come to|came in at|comes in at|came out at|totall?ed|totals|total|totall?ing|amounted to|amounts to|amounting to|exceeded|exceeds|exceed|exceeding|surpassed|surpasses|surpassing|' +
    'topped|tops|passed|numbered|numbers|number|numbering|averaged|averages|average|averaging|equall?ed|equals|added up to|adds up to|add up to|valued at|worth|were worth|was worth|is worth|estimated at|is estimated at|was estimated at|remained at|remains at|stayed at|settled at|sat at|sits at|approached|approaches|cost|costs|ran to|runs to|crossed|has crossed|touched|hovered around|hovers around|' +
    'measured at|calculated at|clocked in at|pegged at|set at|stood|completes|completed|made|fetches?|goes for|go for|sell for|sells for|rent for|rents for|registered|recorded|recorded at|registered at|accounted for|makes up|made up|make up|account for|accounts for|contributed|represented|represents|constituted|constitutes|is put at|was put at|are put at|were put at|put at|will be|at|of|brought|brings|bring',
)}`;

/** "Guizhou recorded", "the city is home to" */
export const HOLDS = `${AUXILIARY}${list(
  'transhipped|transshipped|shipped|carried|moved|collects|treats|harvested|harvests|receive|receives|employ|attract|contain|operate|produce|generate|handle|welcome|has|have|had|having|lost|loses|lose|spend|visited by|inhabited by|populated by|served by|boasts|boasted|boast|boasting|hosts|hosted|hosting|host|houses|housed|housing|home to|been home to|become home to|became home to|recorded|records|record|recording|registered|registers|registering|attracted|attracts|attracting|attract|received|receives|receiving|welcomed|welcomes|welcoming|drew|draws|drawn|drawing|saw|sees|seen|seeing|' +
    'counted|counts|count|counting|contains|contained|containing|measures|stretches over|stretches across|extends over|spreads over|sprawls over|spread over|covers|covered|covering|occupies|occupied|spans|spanning|produced|produces|producing|generated|generates|generating|exported|exports|imported|imports|posted|posts|posting|reported|reports|achieved|achieves|realized|realised|earned|earns|collected|collects|raised|raises|took in|takes in|pulled in|brought in|brings in|got|gets|' +
    'secured|added|adds|created|creates|built|builds|opened|offers|offered|offer|owns|owned|operates|operated|employs|employed|completed|completes|contributed|contributes|provided|provides|provide|accounted for|accounts for|accounting for|account for|answers for|makes up|made up|averaged|averages|spent|spends|granted|filed|issued|approved|invested|handled|handles|gained|gains|logged|tallied|amassed|' +
    'established|set up|gathered|gathers|cultivated|introduced|signed|served|hold|holds|held|holding|claimed|claims|boasted of|(?<!\\bdo )with|leads with|led with|lead with|followed with|maintains|maintained|consumed|consumes|emitted|emits|paid|pays|possesses|possessed|enjoys|enjoyed|reached|reaches|totall?ed|launched|formed|nurtured|trained|made|makes|numbers|numbered|managed|used|utili[sz]ed|absorbed|took|takes|comprises|comprised|encompasses|encompassed',
)}`;

const UP =
  'gr[eo]w(?:n|s|ing)?|r[io]ses?|rising|risen|increas(?:e[sd]?|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e[sd]?|ing)|soar(?:s|ed|ing)?|gain(?:s|ed|ing)?|expand(?:s|ed|ing)?|swell(?:s|ed)?|swollen|went up|goes up|gone up|go up|going up|advanced?|improved?|accelerated|rocketed|spiked|leapt|leaped|shot up|ticked up|edged up|crept up|picked up|rebounded|recovered|appreciated|moved up|inched up|were up|was up|is up|are up|up|strengthened|boomed|added';
const DOWN =
  'f[ae]ll(?:s|en|ing)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|drop(?:s|ped|ping)?|shr[aiu]nk(?:s|ing)?|slump(?:s|ed)?|plunge[sd]?|plunging|plummet(?:s|ed)?|slid(?:es?)?|sliding|slipped|slips|dip(?:s|ped)?|sank|sunk|contract(?:s|ed|ing)?|diminish(?:ed|es)?|eased?|easing|tumbled?|lost|came off|come off|coming off|came down|come down|went down|goes down|gone down|were down|was down|is down|are down|down|dwindled|retreated|weakened|reduced?|shed|cooled|softened|depreciated';
export const GROWS = `${AUXILIARY}(?:significantly |sharply |slightly |strongly |marginally |dramatically |steadily |rapidly |only |further |nearly )?(?:${UP}|${DOWN})`;
export const GROWTH_NOUN =
  '(?:growth rate|growth|increase|rise|gain|jump|surge|uptick|improvement|expansion|climb|upturn|hike|boost|decline|decrease|drop|fall|dip|slump|reduction|contraction|plunge|slide|loss|cut|downturn|change|shrinkage)';
const falls = new RegExp(`\\b(?:${DOWN}|reduction|contraction|loss|cut|downturn|lower|less|fewer|cheaper|below|smaller|shrinkage)\\b`);
const rises = new RegExp(
  `\\b(?:${UP}|growth|uptick|improvement|expansion|upturn|hike|boost|higher|more|above|larger|bigger|dearer|faster|better)\\b`,
);

/** The direction that words give; empty where they give none. */
export function directionOf(words: string): 'increase' | 'decrease' | '' {
  return falls.test(words) ? 'decrease' : rises.test(words) ? 'increase' : '';
}
