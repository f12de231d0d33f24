import { defineRule, type Draft } from '../rule.ts';
import { isRankingContext } from '../ranking-context.ts';
import type { PlaceMention, Section } from '../../types.ts';

/** "1-", "2. ", "3 ", "(4) " in front of a name, behind the stop or sign that ends the name before. */
const NUMBER = /(?:^|[,;:|/•·().]|\band)[ \n]{0,2}\(?(?<number>\d{1,3})(?: ?[-–.):])?[ \n]{0,2}$/d;
const LONGEST_LEAD = 12;
/** Words in front of the first number that make the numbers positions. */
const LEAD = /\b(?:rank(?:ed|ing|ings)?|top|order|best|worst|leading)\b/i;

interface Numbered {
  readonly place: PlaceMention;
  readonly rank: number;
  readonly start: number;
  readonly end: number;
}

/** Places with a number in front, in order. */
function numbered(text: string, section: Section, places: readonly PlaceMention[]): readonly Numbered[] {
  return places.flatMap((place) => {
    const from = Math.max(section.start, place.start - LONGEST_LEAD);
    const found = NUMBER.exec(text.slice(from, place.start))?.indices?.groups?.['number'];
    if (found === undefined) return [];
    const [start, end] = [from + found[0], from + found[1]];
    return [{ place, rank: Number(text.slice(start, end)), start, end }];
  });
}

/** The longest run that counts up from 1, or down to it, one by one. */
function countingFromOne(all: readonly Numbered[]): readonly Numbered[] {
  const first = all.findIndex(({ rank }) => rank === 1);
  if (first < 0) return [];
  const up = all
    .slice(first)
    .filter((one, index, run) => run.slice(0, index + 1).every(({ rank }, step) => rank === step + 1) && one.rank === index + 1);
  if (up.length > 1) return up;
  const reversed = all.slice(0, first + 1).reverse();
  return reversed.filter((_, index) => reversed.slice(0, index + 1).every(({ rank }, step) => rank === step + 1)).reverse();
}

export default defineRule({
  finds: 'positions in front of names within a line: "Top ten: 1 Tokyo, 2 Zurich, 3 Osaka", "1-Tokyo, 2-Zurich, 3-Osaka"',
  reads: 'section',
  kinds: ['paragraph', 'item', 'title'],
  needs: ['place'],
  *claims(section, _shapes, document) {
    const places = (document.mentions[section.index] ?? []).filter(
      (mention): mention is PlaceMention => mention.kind === 'place' && !mention.anaphor,
    );
    if (places.length < 3) return;
    const run = countingFromOne(numbered(document.clean.source.text, section, places));
    const lead = document.clean.source.text.slice(section.start, run[0]?.start ?? section.start);
    if (run.length < 3 || !(LEAD.test(lead) || isRankingContext([section], document))) return;
    for (const { place, rank, start, end } of run)
      yield {
        kind: 'rank',
        place,
        position: { kind: 'absolute', rank },
        basis: 'explicit',
        tied: false,
        positionSpan: { start, end },
        reference: { group: `numbers ${String(section.index)}` },
        span: { start, end: place.end },
        source: 'list',
        doubts: [],
      } satisfies Draft;
  },
  examples: [
    {
      text: 'The ranking is as follows: 1 Leeds, 2 York, 3 Sheffield, 4 Leicester, and the survey ends there.',
      claims: ['Leeds 1', 'York 2', 'Sheffield 3', 'Leicester 4'],
    },
  ],
  counterexamples: ['Trains leave for: 1 Leeds, 4 York, 9 Sheffield.', 'Leeds 1 York 2 Sheffield 3'],
});
