import type { Draft } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { afterMarker, figureStart, leadingPlaces } from '../item-place.ts';
import type { Figure } from '../claim.ts';
import { isOrderedContext, isUnordered } from '../ranking-context.ts';
import { orderingFigures } from '../ordering-figure.ts';
import type { ReadDocument, Section } from '../../types.ts';

/** "The cheapest coffee is given in:", "The 5 most expensive markets", "Top ten cities": words that make the order of what follows the order of a list. */
const ORDERS =
  /\b(?:top(?:[- ]\d+| (?:three|four|five|six|seven|eight|nine|ten|twenty))|rank(?:ed|ing|ings)?|in order|from (?:best|most|highest|first|top)|(?:rich|poor|larg|bigg|small|safe|clean|dirt|happi|friendli|dear|cheap|fast|slow|high|low|hott|cold|strong|weak|smart|green|busi|old|young|fatt|lean|wealthi|healthi)(?:e?st|iest)|most [a-z]+|least [a-z]+|best|worst)\b/i;

/** Runs of items that name places, each with the words that lead it in: a heading, a paragraph or an item that ends in a colon. */
function runs(
  group: readonly Section[],
  document: ReadDocument,
): readonly { readonly lead: Section | undefined; readonly items: readonly Section[] }[] {
  const text = document.clean.source.text;
  const found: { lead: Section | undefined; items: Section[] }[] = [];
  const first = group[0];
  let current: { lead: Section | undefined; items: Section[] } = {
    lead: first === undefined ? undefined : leadOf(first, document),
    items: [],
  };
  for (const section of group) {
    const words = text.slice(section.start, section.end).trimEnd();
    const heads =
      section === first && group.length > 2 && ORDERS.test(words) && leadingPlaces(document, section.index, section).length === 0;
    if (words.endsWith(':') || heads) {
      found.push(current);
      current = { lead: section, items: [] };
    } else current.items.push(section);
  }
  return [...found, current];
}

function leadOf(section: Section, document: ReadDocument): Section | undefined {
  const before = document.sections[section.index - 1];
  if (before !== undefined && before.kind !== 'item' && before.kind !== 'row') return before;
  const heading = section.headings.at(-1);
  return heading === undefined ? undefined : document.sections[heading];
}

/** Items that show their order by figures alone; three may fall by chance. */
const FEWEST_SCORED = 5;

function fall(figures: readonly (Figure | undefined)[]): boolean {
  return figures.every((figure, index) => index === 0 || Number(figure?.value) <= Number(figures[index - 1]?.value));
}

const COUNTDOWN =
  /\b(?:from (?:number |no\. ?)?(?<from>\d+) (?:down )?to (?:number |no\. ?)?(?:1|one)\b|count(?:ed|ing)? down|countdown|in reverse order|last (?:place|one) first)/i;

/** "from 10 to 1", and ten names. */
function isCountdown(words: string, count: number): boolean {
  const found = COUNTDOWN.exec(words);
  return found !== null && (found.groups?.['from'] === undefined || Number(found.groups['from']) === count);
}

/** An index from A to Z is no ranking; three names may be in that order by chance. */
function isAlphabetical(names: readonly string[]): boolean {
  return names.length > 4 && names.every((name, index) => index === 0 || name >= (names[index - 1] ?? ''));
}

export default defineRule({
  finds: 'a list without numbers whose lead says that it is in order: "The 5 dearest cities:" and five bullets',
  reads: 'group',
  *claims(group, document) {
    const text = document.clean.source.text;
    if (group.some((section) => section.kind !== 'item' || section.marker?.value !== undefined)) return;
    for (const { lead, items } of runs(group, document)) {
      if (lead === undefined || isUnordered(items, document)) continue;
      const isLed = ORDERS.test(text.slice(lead.start, lead.end));
      if (!isLed && !isOrderedContext(items, document)) continue;
      const named = items.flatMap((section) => {
        const place = leadingPlaces(document, section.index, { start: afterMarker(section, text), end: section.end })[0];
        return place === undefined ? [] : [{ section, place }];
      });
      if (named.length < 2 || named.length !== items.length) continue;
      if (isAlphabetical(named.map(({ place }) => place.place.name))) continue;
      if (named.some(({ section, place }) => section.end - place.end > 90)) continue;
      const figures = orderingFigures(
        named.map(({ section, place }, index) => ({ section, rank: index + 1, from: figureStart(section, place, text) })),
        document,
      );
      // where only the title speaks of an order, it must be seen: each has a figure, and they fall
      if (
        !isLed &&
        (named.length < FEWEST_SCORED || figures.size < named.length || !fall(named.map(({ section }) => figures.get(section.index))))
      )
        continue;
      const last = isCountdown(text.slice(lead.start, lead.end), named.length) ? named.length + 1 : undefined;
      for (const [index, { section, place }] of named.entries()) {
        const score = figures.get(section.index);
        yield {
          kind: 'rank',
          section: section.index,
          place,
          position: { kind: 'absolute', rank: last === undefined ? index + 1 : last - index - 1 },
          basis: 'implied',
          tied: false,
          positionSpan: { start: place.start, end: place.start },
          ...(score === undefined ? {} : { score }),
          reference: {
            group: `bullets ${String(lead.index)}`,
            ...(lead.kind === 'item' ? { category: { start: lead.start, end: lead.end } } : {}),
          },
          span: { start: place.start, end: place.end },
          source: 'list',
          doubts: [],
        } satisfies Draft & { section: number };
      }
    }
  },
  examples: [
    { text: 'The three dearest cities are:\n\n- Leeds\n- York\n- Hull', claims: ['Leeds 1', 'York 2', 'Hull 3'] },
    { text: 'The four dearest cities, from 4 to 1:\n\n- Leeds\n- York\n- Hull\n- Bath', claims: ['Leeds 4', 'York 3', 'Hull 2', 'Bath 1'] },
    {
      text: 'News of the north\n\nThe most liveable towns were named on Monday by those who live in them.\n\nHere they are:\n\n98.4 Leeds\n97.1 York\n96.0 Hull\n95.2 Derby\n93.9 Bath',
      claims: ['Leeds 1 score 98.4', 'York 2 score 97.1', 'Hull 3 score 96', 'Derby 4 score 95.2', 'Bath 5 score 93.9'],
    },
  ],
  counterexamples: [
    'We have offices in:\n\n- Leeds\n- York\n- Hull',
    'The most money goes to these towns, in no particular order:\n\n- Leeds\n- York\n- Hull',
    'Most liveable towns\n\nDegrees at noon:\n\nLeeds 21\nYork 19\nHull 23\nDerby 20\nBath 22',
  ],
});
