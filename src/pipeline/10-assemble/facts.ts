import type { Step } from '../../schema.ts';
import type { Span } from '../../source-text.ts';
import type { Unit } from './rankings.ts';

/** A shared column of a ranking: its value, the words it rests on (UTF-16 units of the cleaned text), and how it follows from them. */
export interface Fact {
  readonly value: string;
  readonly pieces: readonly Span[];
  readonly origin: 'stated' | 'concluded';
  readonly steps: readonly Step[];
  readonly rule: string;
}

export const stated = (value: string, pieces: readonly Span[], steps: readonly Step[], rule: string): Fact => ({
  value,
  pieces,
  origin: 'stated',
  steps,
  rule,
});
export const concluded = (value: string, pieces: readonly Span[], steps: readonly Step[], rule: string): Fact => ({
  value,
  pieces,
  origin: 'concluded',
  steps,
  rule,
});

/** A superlative with a measure of its own and nothing else: it has no list to speak of. */
export const standsAlone = (unit: Unit): boolean =>
  unit.facets.measure !== '' && unit.claims.every((claim) => claim.reference.measure !== undefined);
