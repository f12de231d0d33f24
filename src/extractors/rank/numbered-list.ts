import type { Draft } from '../rule.ts';
import { defineRule } from '../rule.ts';
import type { Figure, PreviousRank } from '../claim.ts';
import { afterMarker, figureStart, leadingPlaces } from '../item-place.ts';
import { orderingFigures } from '../ordering-figure.ts';
import { isRankingContext, isUnordered } from '../ranking-context.ts';
import { moveBeside, readMove } from '../move-mark.ts';
import type { PlaceMention, ReadDocument, Section } from '../../types.ts';

interface Item {
  readonly section: Section;
  readonly rank: number;
  readonly places: readonly PlaceMention[];
}

function readItems(group: readonly Section[], document: ReadDocument): readonly Item[] {
  const text = document.clean.source.text;
  const items = group.flatMap((section) => {
    const rank = section.marker?.value;
    if (rank === undefined || rank < 1) return [];
    return [{ section, rank, places: leadingPlaces(document, section.index, { start: afterMarker(section, text), end: section.end }) }];
  });
  // "2. Naga, Camarines Sur", "3. Tagum, Davao del Norte": where each item has two names, the second says where
  const paired = items.filter(
    ({ places: [first] }) => first !== undefined && /^, \p{Lu}/u.test(text.slice(first.end, first.end + 4)),
  ).length;
  return paired > 2 && paired * 2 > items.length ? items.map((item) => ({ ...item, places: item.places.slice(0, 1) })) : items;
}

/** Two of three items begin with a place: below that a numbered list is of something else (roads, steps, questions). */
const LEAST_SHARE = 2 / 3;

/** A long list of names and little else says by its numbers alone that it is in order. */
function isBare(named: readonly Item[], all: number): boolean {
  const bare = named.filter(({ section, places }) => section.end - (places.at(-1)?.end ?? section.start) < 30).length;
  return named.length >= 4 && named.length === all && bare * 4 >= all * 3;
}

/** "Last year's rank in brackets:", "(in brackets the position of 2021)" */
const BEFORE =
  /\b(?:last year|previous(?:ly)?|last (?:edition|time|ranking)|a year (?:ago|earlier|before)|20\d\d)(?:['’]s)?[^.]{1,60}\b(?:brackets|parenthes[ei]s)|\b(?:brackets|parenthes[ei]s)[^.]{1,60}\b(?:last year|previous|last (?:edition|time|ranking)|a year (?:ago|earlier|before)|20\d\d)/i;

/** The words before the list and behind it, where notes on it stand. */
function wordsAround(group: readonly Section[], document: ReadDocument): string {
  const around = [(group[0]?.index ?? 0) - 2, (group[0]?.index ?? 0) - 1, (group.at(-1)?.index ?? -2) + 1];
  return around
    .map((index) => document.sections[index])
    .map((section) => (section === undefined ? '' : document.clean.source.text.slice(section.start, section.end)))
    .join('\n');
}

/** "4 (6) Geneva", "5 (+2) Oslo", "Geneva (6)": the mark stands behind the number; a bare number is last year's where the lead says so. */
function markedMove({ section, rank, places }: Item, document: ReadDocument, wasBefore: boolean): PreviousRank | undefined {
  const { text } = document.clean.source;
  const marker = section.marker?.span;
  const last = places.at(-1);
  if (marker === undefined || last === undefined) return undefined;
  const number = /^\D*\d{1,4}(?:st|nd|rd|th)?/.exec(text.slice(marker.start, marker.end))?.[0].length ?? 0;
  const moved = readMove(text.slice(marker.start + number, marker.end), marker.start + number, rank);
  if (moved !== undefined || !wasBefore) return moved;
  for (const { start, end } of [
    { start: marker.start + number, end: marker.end },
    { start: last.end, end: section.end },
  ]) {
    const bare = /^(?<before>[^(]{0,24})\((?<rank>\d{1,4})\)\s*$/.exec(text.slice(start, end));
    const { before = '', rank: was = '' } = bare?.groups ?? {};
    const opens = start + before.length + 1;
    if (bare !== null) return { rank: Number(was), span: { start: opens, end: opens + was.length }, move: 0 };
  }
  return undefined;
}

export default defineRule({
  finds: 'a numbered list or countdown of places: "10. Hefei", "No.10 Hefei, Anhui province", "#7 - Lyon", "7= Lyon"',
  reads: 'group',
  *claims(group, document) {
    const items = readItems(group, document);
    const named = items.filter((item) => item.places.length > 0);
    if (named.length < 2 || named.length < items.length * LEAST_SHARE) return;
    if (isUnordered(group, document)) return;
    if (!isRankingContext(group, document) && !isBare(named, items.length)) return;
    const { text } = document.clean.source;
    const figures = orderingFigures(
      named.map((item) => ({ section: item.section, rank: item.rank, from: figureStart(item.section, item.places.at(-1), text) })),
      document,
    );
    const ranks = items.map((item) => item.rank);
    const wasBefore = BEFORE.test(wordsAround(group, document));
    for (const item of named) {
      const tied = item.section.marker?.tied === true || item.places.length > 1 || ranks.filter((rank) => rank === item.rank).length > 1;
      const score: Figure | undefined = figures.get(item.section.index);
      const previous: PreviousRank | undefined =
        moveBeside(document, item.section, item.places.at(-1)?.end ?? item.section.start, item.rank) ??
        markedMove(item, document, wasBefore);
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
    {
      text: "The dearest cities, last year's rank in brackets:\n\n1 (2) Leeds 98.4\n2 (1) York 97.1\n3 (3) Hull 96.2",
      claims: ['Leeds 1 was 2 score 98.4', 'York 2 was 1 score 97.1', 'Hull 3 was 3 score 96.2'],
    },
    {
      text: 'The richest towns were named on Monday by those who live in them.\n\n1. 98.4 Leeds\n2. 97.1 York\n3. 96.2 Hull',
      claims: ['Leeds 1 score 98.4', 'York 2 score 97.1', 'Hull 3 score 96.2'],
    },
  ],
  counterexamples: [
    'How to get there\n\n1. Take the bus\n\n2. Walk to Leeds\n\n3. Sit down',
    'The best train of the day\n\nIts stops:\n\n1. Leeds\n\n2. York\n\n3. Hull\n\n4. Derby',
    'Ten best places to retire\n\nIn no particular order, they are:\n\n1. Leeds\n2. York',
  ],
});
