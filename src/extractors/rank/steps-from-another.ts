import { isPlaceSlot } from '../rank-sense.ts';
import { defineRule, rankedAs } from '../rule.ts';

const WORDS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

export default defineRule({
  finds: 'a position told by the steps between two places: "12th, one place above Bahrain", "27th, four places below Kuwait"',
  reads: 'sentence',
  cues: ['above', 'below', 'ahead of', 'in front of', 'behind', 'higher', 'lower', 'better', 'worse'],
  patterns: [
    "{place2}[^.;:\uE000\uE001]{0,90}? {ordinal}(?: <noun>)?[^.;:\uE000\uE001\uE003]{0,60}?,? (?:just |only )?(?:{number}|(?<steps>one|two|three|four|five|six|seven|eight|nine|ten)) (?:<noun> |rungs? |spots? |more )?(?:(?<above>above|higher than|better than|(?<ahead>ahead of|in front of))|(?<below>below|lower than|worse than|(?<behind>behind))) {place}(?!'s)",
  ],
  *claims(match) {
    const ordinal = match.ordinal();
    const counted = match.has('number') ? Number(match.quantity('number').value) : WORDS.indexOf(match.words('steps'));
    const rank = ordinal.value + (match.has('above') ? counted : -counted);
    // rank/followed-by and rank/behind-others have those right beside each other
    if (counted === 1 && (match.has('ahead') || match.has('behind'))) return;
    const told = !match.place().anaphor && !match.isSuperlative() && !match.isDenied() && isPlaceSlot(match.words('place').at(-1));
    if (told && Number.isInteger(counted) && counted > 0 && rank > 0)
      yield rankedAs(match, match.place(), rank, { start: ordinal.start, end: ordinal.end }, { basis: 'implied' });
  },
  examples: [
    { text: 'In the index Oslo moved up to 12th, one place above Bergen.', claims: ['Bergen 13'] },
    { text: 'In the index Oslo is 27th, four places below Bergen.', claims: ['Bergen 23'] },
  ],
  counterexamples: ['Oslo opened its 12th school, two stops ahead of Bergen.'],
});
