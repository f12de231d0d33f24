import { defineRule } from '../rule.ts';

const WORK = '(?:<list>|edition|evaluation|assessment|report|study|review|poll|answer)';

export default defineRule({
  finds:
    'the year a list is of or its data are of: "according to data for 2019", "the 2010 evaluation", "results for 2013-2014", "a reference year of 2017-18"',
  reads: 'sentence',
  cues: [
    'data',
    'evaluation',
    'edition',
    'results',
    'rank',
    'report',
    'list',
    'index',
    'survey',
    'study',
    'figures',
    'year',
    'estimates',
    'table',
    'rating',
    'assess',
    'answer',
    'league',
  ],
  patterns: [
    '(?:data|figures|results|statistics|numbers|estimates)(?: [a-z]{2,12}){0,2}? (?:for|of|from|in|as of|covering) (?:the (?:year |period )?)?{period}',
    '{period}(?:,)? (?:data|figures|results|statistics|estimates)',
    `${WORK} (?:for|of|in|from) (?:the year )?{period}`,
    `(?:the|this|that|its|their|a) (?:new )?{period}(?:'s)? (?:edition|evaluation|assessment|answer|<list>|report|study)`,
    '(?:reference|data|survey) year(?: of| is| was|:)? {period}',
    "(?:how|performance|did|performed)[a-z' \uE000-\uE002-]{1,80} in {period} (?:has been|have been|was|were) (?:assessed|evaluated|ranked|rated|measured)",
  ],
  *claims(match) {
    const period = match.period();
    const isMonth = period !== undefined && /^\d{4}-/.test(period.iso);
    if (isMonth && !/data|figures|results|statistics|numbers|estimates/.test(match.words())) return;
    if (period === undefined || !/^\d{4}(?:\/\d{4}$|$|-)/.test(period.iso) || period.source !== '') return;
    const iso = /^\d{4}\/\d{4}$/.test(period.iso) ? period.iso : period.iso.slice(0, 4);
    yield { kind: 'fact', field: 'edition', value: iso, span: { start: period.start, end: period.end } };
  },
  examples: [{ text: 'The list of cities was made with data for 2019. Leeds came third.', claims: ['list edition: 2019'] }],
  counterexamples: ['Leeds grew in 2019.'],
});
