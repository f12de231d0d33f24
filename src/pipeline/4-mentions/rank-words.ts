import type { OrdinalMention } from '../../types.ts';

/** Words for a position that hold no number: "the top spot", "pole position", "runner-up". */
const WORDS =
  /\b(?:(?<first>top[ -](?:spot|slot|position|place|rank|rung|ranking|honours?|billing|seed)|pole position|number-one (?:spot|position|place)|lead position|gold medal|podium's top)|(?<second>runner-up (?:spot|position|place|slot)|runners?-up|second-best|silver medal)|(?<third>bronze medal))\b/gi;

/** Positions told without a number, as ordinals (UTF-16 units of `text`). */
export function findRankWords(text: string, start: number, end: number): OrdinalMention[] {
  const found: OrdinalMention[] = [];
  const read = text.slice(0, end); // or each section would search all that follow
  WORDS.lastIndex = start;
  for (let match = WORDS.exec(read); match !== null; match = WORDS.exec(read)) {
    const value = match.groups?.['first'] !== undefined ? 1 : match.groups?.['second'] !== undefined ? 2 : 3;
    found.push({ kind: 'ordinal', start: match.index, end: match.index + match[0].length, value });
  }
  return found;
}
