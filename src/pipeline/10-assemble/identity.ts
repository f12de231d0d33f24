import { foldName } from '../../ids.ts';
import type { Place } from '../../types.ts';

/**
 * One place told twice is one place: "Moscow" among cities and among regions, "Nanshan" and "Nanshan District". Its name without the
 * words that only say what kind it is, and its country.
 */
export function placeIdentity(place: Place): string {
  const bare = foldName(place.name)
    .replace(
      /\b(?:city|municipality|province|state|prefecture|metropolitan|metro|area|republic|special administrative region|county|emirate|district|region|of|the)\b/g,
      ' ',
    )
    .replace(/ {2,}/g, ' ')
    .trim();
  return `${bare === '' ? foldName(place.name) : bare}\u001f${place.country}`;
}

const FILLER = new Set(
  'the a an of in on for to by and with s its at from among as is are list lists ranking rankings rank index report rating ratings table survey chart league latest new annual this that top first second third fourth fifth sixth seventh eighth ninth tenth last one two three four five six seven eight nine ten overall world worlds city cities country countries place places'.split(
    ' ',
  ),
);

/** "competitive" and "competitiveness", "innovation" and "innovative" are one: so many letters tell a word from others. */
const STEM = 6;

/** The words of a list's name that tell it from others, folded; numbers and filler are no help. */
export function nameWords(name: string): ReadonlySet<string> {
  return new Set(
    foldName(name)
      .split(' ')
      .filter((word) => word !== '' && !FILLER.has(word) && !/^\d+(?:st|nd|rd|th)?$/.test(word))
      .map((word) => word.replace(/(?:iest|ier|est|er)$/, '').slice(0, STEM)),
  );
}

/** Dice's coefficient of two sets of words: 1 the same, 0 nothing in common. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}
