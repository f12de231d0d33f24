import { defineRule, within } from '../rule.ts';

export default defineRule({
  finds: 'a place in a band of positions: "Cairo is in the 41-50 range", "Riyadh rose to 51-60"',
  reads: 'sentence',
  cues: ['range', 'band', '-', 'bracket', 'group', 'between'],
  patterns: [
    '{subject}(?:(?!last year|previous)[^.;:\uE000\uE001]){0,110}? (?:now |currently )?(?:in|into|within|to) (?:the )?(?:{ordinal}-)?{number}(?:-{ordinal2})? (?:range|band|bracket|group|places)',
    '(?:range|band|bracket)[, ]{0,2}{place},?<also> (?:<move>|<rank>)(?: up| down)? (?:to|into|in) (?:the )?{number}',
    '{place} (?:<move>|got|<rank>)(?: up| down)? (?:from (?:the )?\uE005(?: range)? )?(?:to|into) (?:the )?{number}(?= range|[,.;]|$)',
    'from (?:the )?\uE005(?: range)?,? {place} (?:<move>|got|came|went)(?: up| down)? (?:to|into) (?:the )?{number}',
  ],
  *claims(match) {
    const band = match.quantity('number');
    if (band.valueMax === '' || Number(band.valueMax) - Number(band.value) > 199) return;
    yield* within(match, [match.place()], { value: Number(band.valueMax), start: band.numberStart, end: band.numberEnd });
  },
  examples: [{ text: 'In the ranking Cairo can now be found in the 41-50 range.', claims: ['Cairo <=50'] }],
  counterexamples: ['Cairo has 41-50 bridges.', 'In Cairo it was 20 to 25 degrees.'],
});
