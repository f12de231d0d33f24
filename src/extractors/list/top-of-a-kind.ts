import { listParts } from '../list-parts.ts';
import { defineRule } from '../rule.ts';

const AREA = "(?:the )?(?:{place}'s?|world's|country's|nation's|{demonym})";

export default defineRule({
  finds: 'the first N of a kind of place: "China\'s 10 most innovative cities", "the top 100 Chinese districts", "the 10 most expensive cities in the world"',
  reads: 'list',
  cues: ['top', '10', '5', '3', '20', '100', 'ten', 'five', 'most', 'best', 'leading', 'first'],
  patterns: [
    `(?<name>(?:(?:the )?(?:${AREA}) )?(?:the )?{top}(?:[ -](?:[a-zA-Z][a-zA-Z-]{1,20}|{demonym2}|and|{place2})){0,7}? (?:[Cc]it(?:y|ies)|[Tt]owns?|[Dd]istricts?|[Pp]rovinces?|[Ss]tates?|[Rr]egions?|[Cc]ountries|[Mm]unicipalities|[Zz]ones?|[Mm]arkets|[Dd]estinations?|[Ee]conomies|[Ee]cosystems?|[Pp]laces|[Nn]ations|[Cc]ounties|[Hh]ubs?|[Pp]refectures|[Aa]reas)(?: and (?:counties|county-level cities|districts|regions|towns))?(?: (?:in|of|across|on|around) (?:the )?(?:{place3}|[a-z]{4,12}))?(?: (?:for|by|in terms of|with|to|list|ranking) (?:[a-zA-Z-]{2,20} ?){1,5}?(?=[,.;:()]|$| (?:list|ranking)))?)(?: (?:list|ranking|index))?`,
    `(?<name>(?:${AREA} )?[Tt]op[ -]?\\d{0,3} ?(?:[a-zA-Z-]{2,20} ){0,4}(?:cities|districts|provinces|states|regions|countries|towns))`,
  ],
  *lists(match, document) {
    const name = match.spanOf('name');
    if (name !== undefined) yield listParts(match, document, match.span, name);
  },
  examples: [{ text: "Leeds is one of Britain's top 10 most liveable cities.", claims: ["list: Britain's top 10 most liveable cities; size 10; scope GB"] }],
  counterexamples: ['Ten people left Leeds.'],
});
