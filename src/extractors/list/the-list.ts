import { defineRule } from '../rule.ts';

export default defineRule({
  finds: 'a ranking spoken of again: "the list", "this ranking", "the overall table"',
  reads: 'list',
  cues: ['list', 'rank', 'table', 'index', 'chart', 'league', 'rating', 'survey', 'standings', 'report', 'study'],
  patterns: [
    '(?:the|this|that|its|their|the same|our) (?:{period} )?(?:overall |whole |general |final |new |latest |annual |global |national |current |full )?(?<name>ranking list|league table|list|rankings|ranking|table|index|chart|league|ratings|rating|standings|survey|leaderboard)(?![\\p{L}-]| (?:of|for) )',
  ],
  *lists(match) {
    const name = match.spanOf('name');
    const period = match.period();
    if (name !== undefined) {
      yield {
        ...match.span,
        nameStart: name.start,
        nameEnd: name.end,
        size: undefined,
        edition:
          period === undefined ? undefined : { iso: period.iso, span: { start: period.start, end: period.end }, source: period.source },
        scope: undefined,
        publisher: undefined,
        anaphor: true,
      };
    }
  },
  examples: [{ text: 'Leeds is ninth on the list.', claims: ['list: (again)'] }],
  counterexamples: ['Leeds listed its buildings.'],
});
