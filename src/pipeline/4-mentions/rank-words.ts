import type { OrdinalMention } from '../../types.ts';
import type { Cue } from '../cue-words.ts';
import { matchAt } from './tokens.ts';

/** Words for a position that hold no number: "the top spot", "pole position", "runner-up". */
const WORDS =
  /\b(?:(?<first>top[ -](?:spot|slot|position|place|rank|rung|ranking|honours?|billing|seed)|pole position|number-one (?:spot|position|place)|lead position|gold medal|podium's top)|(?<second>runner-up (?:spot|position|place|slot)|runners?-up|second-best|silver medal)|(?<second2>(?:1st|first) runners?[- ]up)|(?<third>bronze medal|(?:2nd|second) runners?[- ]up))\b/iy;
export const RANK_OPENINGS: readonly string[] = [
  'top',
  'pole',
  'number',
  'lead',
  'gold',
  'podium',
  'runner',
  'runners',
  'second',
  'silver',
  'bronze',
  '1st',
  'first',
  '2nd',
];

/** Positions told without a number, as ordinals (UTF-16 units of `text`); `cues` are those of `RANK_OPENINGS` in front of `end`. */
export function findRankWords(text: string, end: number, cues: readonly Cue[]): OrdinalMention[] {
  const found: OrdinalMention[] = [];
  let next = 0;
  for (const cue of cues) {
    if (cue.start < next) continue;
    const match = matchAt(WORDS, text.slice(0, end), cue.start);
    if (match === undefined) continue;
    next = cue.start + match[0].length;
    const value = match.groups?.['first'] !== undefined ? 1 : (match.groups?.['second'] ?? match.groups?.['second2']) !== undefined ? 2 : 3;
    found.push({ kind: 'ordinal', start: match.index, end: match.index + match[0].length, value });
  }
  return found;
}
