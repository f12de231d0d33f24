import { defineRule, type Draft } from '../rule.ts';
import { leadingPlaces } from '../item-place.ts';
import type { Section } from '../../types.ts';

/** "Rank: 1", "Overall ranking - #12", "Position: 3rd" and nothing else. */
const LABEL =
  /^(?:[-*•] ?)?(?:(?:overall|world|global|national|current) )?(?:rank|ranking|position)(?:ed)? ?(?:[:#–-]|number|no\.?) ?#? ?(?<rank>[1-9]\d{0,3})(?:st|nd|rd|th)?\.?$/di;
/** Lines between a name and its rank. */
const REACH = 3;

export default defineRule({
  finds: 'a line that gives the position of the place in a line above: "Tokyo" and below it "Rank: 1"',
  reads: 'section',
  kinds: ['item', 'paragraph', 'heading'],
  needs: ['quantity'],
  *claims(section, _shapes, document) {
    const { text } = document.clean.source;
    if (section.end - section.start > 40) return;
    const found = LABEL.exec(text.slice(section.start, section.end));
    const [from, to] = found?.indices?.groups?.['rank'] ?? [0, 0];
    if (found === null || to === 0) return;
    for (let back = 1; back <= REACH; back += 1) {
      const above: Section | undefined = document.sections[section.index - back];
      if (above === undefined || LABEL.test(text.slice(above.start, above.end))) return;
      const place = leadingPlaces(document, above.index, above)[0];
      if (place === undefined || above.end - place.end > 40) continue;
      const positionSpan = { start: section.start + from, end: section.start + to };
      yield {
        kind: 'rank',
        place,
        position: { kind: 'absolute', rank: Number(found.groups?.['rank']) },
        basis: 'explicit',
        tied: false,
        positionSpan,
        reference: { group: `labelled ${String(section.headings[0] ?? 0)}` },
        span: positionSpan,
        source: 'list',
        doubts: [],
      } satisfies Draft;
      return;
    }
  },
  examples: [
    {
      text: 'The dearest cities\n\nThe survey was published on Monday.\n\nLeeds\nRank: 1\nScore: 98.2\n\nYork\nRank: 2\nScore: 97.1',
      claims: ['Leeds 1', 'York 2'],
    },
  ],
  counterexamples: ['Leeds\nRank and file: 1', 'The dearest cities\n\nRank: 1'],
});
