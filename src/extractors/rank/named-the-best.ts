import { defineRule, rankedAs } from '../rule.ts';

const BEST = '(?:best|most [a-z-]{3,20}|[a-z]{3,12}(?:est|iest)|least [a-z-]{3,20}|worst|top|number one|no\\. 1)';

export default defineRule({
  finds:
    'a place named the first by a judge: "Hokkaido has been named the most attractive prefecture", "voted the least attractive of all 47 prefectures"',
  reads: 'sentence',
  cues: [
    'named',
    'voted',
    'crowned',
    'declared',
    'chosen',
    'judged',
    'hailed',
    'selected',
    'rated',
    'ranked',
    'deemed',
    'recogni',
    'found to be',
    'turned out',
    'dubbed',
    'proclaimed',
  ],
  patterns: [
    `{subject},?<also>(?: (?:<be>|has been|have been|had been))?(?: (?:again|now|once again|recently|officially))? (?:named|voted|crowned|declared|chosen|judged|hailed|selected|rated|ranked|deemed|recogni[sz]ed|found to be|proclaimed)(?: (?:as|by [^.,;:\\uE000]{1,40}(?: as)?))? (?<words>(?:the |\\uE000's |the world's |the country's |the nation's |{demonym}'s )?${BEST}(?: [a-z-]{2,20}){0,5}?)(?<rest> (?:of|among|out of) (?:all |the )?{number})?(?=[,.;:)]| (?:in|of|by|for|among|with|according|to|at|on|and|this|last|for|once)\\b|$)`,
    `(?:the )?(?<words>${BEST}(?: [a-z-]{2,20}){0,3}?) (?:was |is |has been )?(?:recogni[sz]ed|named|voted|judged|found|declared|crowned)(?: (?:as|to be))? {place}`,
  ],
  *claims(match) {
    const words = match.spanOf('words');
    if (words === undefined) return;
    const worst = /\b(?:least|worst|lowest)\b/.test(match.words('words'));
    const size = match.has('number') ? Number(match.quantity('number').value) : undefined;
    if (worst && size === undefined) return;
    const measure = { reference: { measure: words } };
    yield rankedAs(match, match.place(), worst && size !== undefined ? size : 1, words, measure);
  },
  examples: [{ text: 'Leeds has been named the most attractive city in the country.', claims: ['Leeds 1'] }],
  counterexamples: ['Leeds has named the new mayor.'],
});
