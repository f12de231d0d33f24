import type { Need } from './pattern-needs.ts';

/** Needs by pattern, where they are known beforehand: the build puts those of every rule into this file's place in `dist`. */
export const knownNeeds: ReadonlyMap<string, readonly Need[]> = new Map();
