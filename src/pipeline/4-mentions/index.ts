import type { Mention, Section } from '../../types.ts';
import { cuesOf } from './cues.ts';
import { findFigures } from './figures.ts';
import { findOrganisations } from './organisations.ts';
import { findRankWords } from './rank-words.ts';

/**
 * Everything in a section that is not a place: positions, quantities, periods, organisations, in order. Of two that overlap the
 * longer stands; of equal ones the more special (a period beats an ordinal, an ordinal a quantity).
 */
export function findMentions(text: string, section: Section, published: string): readonly Mention[] {
  const from = section.marker?.span?.end ?? section.start;
  const cues = cuesOf(text, from, section.end);
  const all: Mention[] = findFigures(text, from, section.end, published, cues.figures).filter((figure) => figure.kind !== 'other');
  for (const position of findRankWords(text, section.end, cues.ranks)) all.push(position);
  for (const organisation of findOrganisations(text, from, section.end, cues.organisations)) all.push(organisation);
  return withoutOverlaps(all);
}

const PRECEDENCE: Readonly<Record<Mention['kind'], number>> = {
  period: 0,
  ordinal: 1,
  top: 1,
  place: 2,
  demonym: 3,
  organisation: 4,
  list: 5,
  quantity: 6,
};

/** Keeps the longest of mentions that overlap, then the kind that says more; sorted by where they begin. */
export function withoutOverlaps(all: readonly Mention[]): readonly Mention[] {
  if (all.length < 2) return all;
  const inOrder = [...all].sort((a, b) => a.start - b.start);
  if (inOrder.every((mention, index) => index === 0 || (inOrder[index - 1]?.end ?? 0) <= mention.start)) return inOrder;
  const sorted = [...all].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || PRECEDENCE[a.kind] - PRECEDENCE[b.kind] || a.start - b.start,
  );
  const from = sorted.reduce((least, mention) => Math.min(least, mention.start), Infinity);
  const to = sorted.reduce((most, mention) => Math.max(most, mention.end), from);
  const taken = new Uint8Array(to - from);
  const kept: Mention[] = [];
  for (const mention of sorted) {
    // the longest come first: who lies on a later one covers one of its ends
    if (taken[mention.start - from] === 1 || taken[mention.end - 1 - from] === 1) continue;
    taken.fill(1, mention.start - from, mention.end - from);
    kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}
