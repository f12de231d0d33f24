import type { Draft } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { afterMarker, leadingPlaces } from '../item-place.ts';
import { orderingFigures } from '../ordering-figure.ts';
import type { PlaceMention, ReadDocument, Section } from '../../types.ts';

/** "Burlington: 9", "Oakville – 12th", "Ajax (52)", "Milton 87.3 60" behind the name, and nothing more. */
const NUMBER = /^ ?[ :–—(,-] ?(?:\d{1,3}[.,]\d{1,2}%? {1,2})?(?:(?:No|Nr|Rank)\.? ?|#)?(\d{1,3})(?:st|nd|rd|th)?\)? ?$/di;
/** The lead says that the numbers are positions. */
const POSITIONS = /\b(?:rank(?:s|ed|ing|ings)?|place[ds]?|position(?:s|ed)?|finish(?:ed)?|came|stand(?:s|ings?)?|spot)\b/i;
/** Sections looked back over for the lead. */
const LOOK_BACK = 3;
const FEWEST = 3;

interface Numbered {
  readonly section: Section;
  readonly place: PlaceMention;
  readonly rank: number;
  readonly start: number;
  readonly end: number;
}

function readItem(section: Section, document: ReadDocument): Numbered | undefined {
  const { text } = document.clean.source;
  const [place, other] = leadingPlaces(document, section.index, { start: afterMarker(section, text), end: section.end });
  if (place === undefined || other !== undefined || section.marker?.value !== undefined) return undefined;
  const found = NUMBER.exec(text.slice(place.end, section.end));
  const range = found?.indices?.[1];
  if (found === null || range === undefined) return undefined;
  return { section, place, rank: Number(found[1]), start: place.end + range[0], end: place.end + range[1] };
}

/** Positions go up, and begin at the top or are said to be positions. */
function arePositions(items: readonly Numbered[], document: ReadDocument): boolean {
  const first = items[0];
  if (first === undefined || !items.every(({ rank }, index) => rank > 0 && (index === 0 || rank >= (items[index - 1]?.rank ?? 0))))
    return false;
  if (first.rank === 1 && items.length >= 5 && (items.at(-1)?.rank ?? 0) <= items.length * 2) return true;
  const { text } = document.clean.source;
  const lead = document.sections.slice(Math.max(0, first.section.index - LOOK_BACK), first.section.index);
  return lead.some((section) => POSITIONS.test(text.slice(section.start, section.end)));
}

export default defineRule({
  finds: 'a list of places, each with its position behind the name: "Burlington: 9", "Oakville: 12"',
  reads: 'group',
  *claims(group, document) {
    const items = group.flatMap((section) => (section.kind === 'item' ? (readItem(section, document) ?? []) : []));
    const figures = orderingFigures(
      items.filter(({ place, start }) => start - place.end > 4).map(({ section, place, rank }) => ({ section, rank, from: place.end })),
      document,
    );
    if (items.length < FEWEST || items.length * 3 < group.length * 2 || !arePositions(items, document)) return;
    for (const { section, place, rank, start, end } of items) {
      const score = figures.get(section.index);
      yield {
        kind: 'rank',
        section: section.index,
        place,
        position: { kind: 'absolute', rank },
        basis: 'explicit',
        tied: false,
        positionSpan: { start, end },
        ...(score === undefined || score.span.start === start ? {} : { score }),
        reference: { group: `named ${String(group[0]?.index ?? 0)}` },
        span: { start: place.start, end },
        source: 'list',
        doubts: [],
      } satisfies Draft & { section: number };
    }
  },
  examples: [
    { text: 'How our towns ranked\n\n- Leeds: 9\n- York: 12\n- Derby: 21\n', claims: ['Leeds 9', 'York 12', 'Derby 21'] },
    {
      text: 'How our towns ranked\n\nWith score and rank\nLeeds 98.4 1\nYork 97.1 2\nDerby 96.2 3\n',
      claims: ['Leeds 1 score 98.4', 'York 2 score 97.1', 'Derby 3 score 96.2'],
    },
  ],
  counterexamples: ['New cases by town\n\n- Leeds: 9\n- York: 12\n- Derby: 21\n'],
});
