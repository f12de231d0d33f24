import type { Draft } from '../rule.ts';
import { defineRule } from '../rule.ts';
import type { Figure, PreviousRank } from '../claim.ts';
import { afterMarker, leadingPlaces } from '../item-place.ts';
import { orderingFigures } from '../ordering-figure.ts';
import { isRankingContext } from '../ranking-context.ts';
import { moveBeside } from '../move-mark.ts';
import type { PlaceMention, ReadDocument, Section } from '../../types.ts';

interface Item {
  readonly section: Section;
  readonly rank: number;
  readonly places: readonly PlaceMention[];
}

function readItems(group: readonly Section[], document: ReadDocument): readonly Item[] {
  const text = document.clean.source.text;
  return group.flatMap((section) => {
    const rank = section.marker?.value;
    if (rank === undefined || rank < 1) return [];
    return [{ section, rank, places: leadingPlaces(document, section.index, { start: afterMarker(section, text), end: section.end }) }];
  });
}

/** Two of three items begin with a place: below that a numbered list is of something else (roads, steps, questions). */
const LEAST_SHARE = 2 / 3;

/** Words of lists whose numbers are no positions: stops of a journey, offices. */
const NO_RANKING = /\b(?:stops?|route|itinerary|offices?|branches|venues?|dates|stores?|schedule|tour|days?|contents|chapters?)\b/i;

/** A long list of names and little else says by its numbers alone that it is in order. */
function isBare(named: readonly Item[], all: number, document: ReadDocument): boolean {
  const { text } = document.clean.source;
  const bare = named.filter(({ section, places }) => section.end - (places.at(-1)?.end ?? section.start) < 30).length;
  const before = document.sections[(named[0]?.section.index ?? 0) - 1];
  return (
    named.length >= 4 &&
    named.length === all &&
    bare * 4 >= all * 3 &&
    !(before !== undefined && NO_RANKING.test(text.slice(before.start, before.end)))
  );
}

export default defineRule({
  finds: 'a numbered list or countdown of places: "10. Hefei", "No.10 Hefei, Anhui province", "#7 - Lyon", "7= Lyon"',
  reads: 'group',
  *claims(group, document) {
    const items = readItems(group, document);
    const named = items.filter((item) => item.places.length > 0);
    if (named.length < 2 || named.length < items.length * LEAST_SHARE) return;
    if (!isRankingContext(group, document) && !isBare(named, items.length, document)) return;
    const figures = orderingFigures(
      named.map((item) => ({ section: item.section, rank: item.rank, from: item.places.at(-1)?.end ?? item.section.start })),
      document,
    );
    const ranks = items.map((item) => item.rank);
    for (const item of named) {
      const tied = item.section.marker?.tied === true || item.places.length > 1 || ranks.filter((rank) => rank === item.rank).length > 1;
      const score: Figure | undefined = figures.get(item.section.index);
      const previous: PreviousRank | undefined = moveBeside(
        document,
        item.section,
        item.places.at(-1)?.end ?? item.section.start,
        item.rank,
      );
      const marker = item.section.marker?.span ?? { start: item.section.start, end: item.section.start };
      for (const place of item.places) {
        yield {
          kind: 'rank',
          section: item.section.index,
          place,
          position: { kind: 'absolute', rank: item.rank },
          basis: 'explicit',
          tied,
          positionSpan: marker,
          ...(previous === undefined ? {} : { previous }),
          ...(score === undefined ? {} : { score }),
          reference: { group: `numbered ${String(group[0]?.index ?? 0)}` },
          span: { start: marker.start, end: place.end },
          source: 'list',
          doubts: [],
        } satisfies Draft & { section: number };
      }
    }
  },
  examples: [
    { text: 'The most liveable cities\n\n3. Leeds\n\n2. York\n\n1. Hull', claims: ['Leeds 3', 'York 2', 'Hull 1'] },
    {
      text: 'Ten richest states\n\n1. Texas, California (98.78%)\n\n3. Ohio (98.21%)\n\n4. Utah (97.01%)',
      claims: ['Texas 1 tied score 98.78', 'California 1 tied score 98.78', 'Ohio 3 score 98.21', 'Utah 4 score 97.01'],
    },
  ],
  counterexamples: ['How to get there\n\n1. Take the bus\n\n2. Walk to Leeds\n\n3. Sit down'],
});
