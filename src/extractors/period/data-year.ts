import { defineRule } from '../rule.ts';

export default defineRule({
  finds: 'the year of a list\'s data: "according to data for 2019", "the 2010 evaluation", "results for 2013-2014"',
  reads: 'sentence',
  cues: ['data', 'evaluation', 'edition', 'results', 'ranking', 'report', 'list', 'index', 'survey'],
  patterns: [
    '(?:data|figures|results|statistics|numbers) (?:for|of|from|in) (?:the year )?{period}',
    '(?:<list>|edition|evaluation|assessment|report) (?:for|of|in) (?:the year )?{period}',
    "(?:the|this|its) {period} (?:edition|evaluation|assessment|<list>|report)",
  ],
  *claims(match) {
    const period = match.period();
    if (period === undefined || !/^\d{4}(?:\/\d{4})?$/.test(period.iso)) return;
    yield { kind: 'fact', field: 'edition', value: period.iso, span: { start: period.start, end: period.end } };
  },
  examples: [{ text: 'The list of cities was made with data for 2019. Leeds came third.', claims: ['list edition: 2019'] }],
  counterexamples: ['Leeds grew in 2019.'],
});
