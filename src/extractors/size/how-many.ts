import { defineRule } from '../rule.ts';

export default defineRule({
  finds: 'how many places were assessed: "the ranking evaluated 348 cities", "among 98 cities surveyed", "of the 168 zones on the list"',
  reads: 'sentence',
  cues: ['cit', 'town', 'district', 'province', 'state', 'region', 'countr', 'zone', 'places', 'municipal', 'destination', 'ecosystem', 'econom', 'nations', 'prefecture', 'count'],
  patterns: [
    '(?:evaluat|assess|survey|examin|cover|analy[sz]|compar|rank|look|measur|includ|studi|judg|rat|review|consider|poll|test|score|went through|put|gave marks to)[a-z]*(?: [a-z-]{1,14}| {demonym}){0,8}? {number}(?: [a-z-]{2,16}| {demonym2}| \uE000){0,4}? (?<noun>cities|towns|districts|provinces|states|regions|countries|zones|places|municipalities|destinations|ecosystems|economies|nations|prefectures|counties|metros|locations|metropolitan areas|communes|territories)',
    '(?:of|among|out of|from) (?:the |all |a total of |some |more than |over )?{number}(?: [a-z-]{2,16}| {demonym}){0,4}? (?<noun>cities|towns|districts|provinces|states|regions|countries|zones|places|municipalities|destinations|ecosystems|economies|nations|prefectures|counties|metros|locations|metropolitan areas|communes|territories)(?: (?:on the list|surveyed|assessed|evaluated|ranked|covered|studied|in the (?:ranking|study|survey|index|list|report)|of the study|analy[sz]ed|included|compared|looked at|took part|around the world|worldwide|in total|in all))',
    '{number}(?: [a-z-]{2,16}| {demonym}){0,4}? (?<noun>cities|towns|districts|provinces|states|regions|countries|zones|places|municipalities|destinations|ecosystems|economies|nations|prefectures|counties|metros|locations|communes)(?: [a-z ]{1,30}?)? (?:were|was|are|have been|had been) (?:evaluated|assessed|surveyed|examined|ranked|compared|analy[sz]ed|studied|looked at|shortlisted|included|covered|rated|judged)',
    '{number} (?<noun>cities|states|countries|provinces|districts|regions) (?:in all|in total|took part|participated)',
  ],
  *claims(match) {
    const count = match.quantity('number');
    if (Number(count.value) < 3 || count.value.includes('.')) return;
    yield { kind: 'fact', field: 'evaluated', value: count.value, span: { start: count.numberStart, end: count.numberEnd } };
  },
  examples: [{ text: 'The ranking evaluated 348 smart cities. Leeds came third.', claims: ['list evaluated: 348'] }],
  counterexamples: ['Leeds has 12 districts.'],
});
