import { defineRule, within } from '../rule.ts';

/** "hopes to be among the top ten" */
const WISHED =
  /\b(?:hop(?:es?|ed|ing)|aim(?:s|ed|ing)?|want(?:s|ed|ing)?|wish(?:es|ed)?|plan(?:s|ned)?|target(?:s|ing)?|seek(?:s|ing)?|striv(?:es?|ing)|bid|goal|ambition|dream(?:s|ing)?)\b/;

export default defineRule({
  finds: 'one place among the first N: "Hefei is one of the top 10", "Leeds made it into the top 20"',
  reads: 'sentence',
  cues: [],
  patterns: [
    "{subject},?<also>(?: (?:<rank>|<be>|<take>|belongs|belong|joined|joins|enter(?:s|ed)?|made (?:it|its way)|makes (?:it|its way)|broke|breaks|got|gets|found (?:its|their) way|was named|has been named|named|listed|selected))?{gap3} (?:among|amongst|in|into|one of|within|inside|as one of|part of|to)(?: only)? (?:the )?(?:world's |country's |nation's )?{top}",
    "{subject},?<also> (?:crack(?:s|ed)|made|makes|enter(?:s|ed)|join(?:s|ed)|rejoin(?:s|ed)|reach(?:es|ed)|broke into|breaks into|squeezed into|scraped into) (?:the )?(?:world's |country's |nation's )?{top}",
    '{subject},?<also> <be> (?:the only|one of (?:only |just |the )?(?:\uE005|two|three|four|five|six|seven|eight|nine|ten)) (?:[a-z-]{3,14} ){0,2}?<city>(?: [^,.;:]{1,40}?)? (?:in|among|inside|within) (?:the )?{top}',
  ],
  *claims(match) {
    const place = match.place();
    const list = match.mention('list');
    const top = match.has('top')
      ? match.top()
      : list?.kind === 'list' && list.size !== undefined
        ? { value: list.size.value, ...list.size.span }
        : undefined;
    if (top !== undefined && place.place.type !== 'region' && !WISHED.test(`${match.before.slice(-24)}${match.words()}`))
      yield* within(match, place.anaphor && place.antecedents.length > 0 ? place.antecedents : [place], top);
  },
  examples: [{ text: 'Hefei is one of the top 10 in the country.', claims: ['Hefei <=10'] }],
  counterexamples: ['Hefei has two of the top 10 universities in the country.'],
});
