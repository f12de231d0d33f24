import type { Mention, Section } from '../../types.ts';
import { findOrdinals } from './ordinals.ts';
import { findOrganisations } from './organisations.ts';
import { findPeriods } from './periods.ts';
import { findQuantities } from './quantities.ts';
import { findRankWords } from './rank-words.ts';

/**
 * Everything in a section that is not a place: positions, quantities, periods, organisations, in order. Of two that overlap the
 * longer stands; of equal ones the more special (a period beats an ordinal, an ordinal a quantity).
 */
export function findMentions(text: string, section: Section, published: string): readonly Mention[] {
  const from = section.marker?.span?.end ?? section.start;
  const all: Mention[] = [
    ...findPeriods(text, from, section.end, published),
    ...findOrdinals(text, from, section.end),
    ...findRankWords(text, from, section.end),
    ...findQuantities(text, from, section.end),
    ...findOrganisations(text, from, section.end),
  ];
  return withoutOverlaps(all);
}

const PRECEDENCE: Readonly<Record<Mention['kind'], number>> = { period: 0, ordinal: 1, top: 1, place: 2, demonym: 3, organisation: 4, list: 5, quantity: 6 };

/** Keeps the longest of mentions that overlap, then the kind that says more; sorted by where they begin. */
export function withoutOverlaps(all: readonly Mention[]): readonly Mention[] {
  const sorted = [...all].sort((a, b) => b.end - b.start - (a.end - a.start) || PRECEDENCE[a.kind] - PRECEDENCE[b.kind] || a.start - b.start);
  const taken = new Set<number>();
  const kept: Mention[] = [];
  for (const mention of sorted) {
    let free = true;
    for (let unit = mention.start; unit < mention.end && free; unit += 1) free = !taken.has(unit);
    if (!free) continue;
    for (let unit = mention.start; unit < mention.end; unit += 1) taken.add(unit);
    kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}
