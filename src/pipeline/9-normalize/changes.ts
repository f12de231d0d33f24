import type { Span } from '../../source-text.ts';

/*
 * Words of growth and fall: "rose", "increase", "higher", "▲", a printed sign.
 */

const WORDS = {
  increase:
    /\b(?:up|upward|ris(?:e|es|en|ing)|rose|gr[eo]w\w*|increas\w*|increment\w*|gain\w*|jump\w*|surg\w*|climb\w*|soar\w*|more|high(?:er)?|above|expan\w*|add(?:s|ed|ing)?|advanc\w*|boost\w*|doubl\w*|tripl\w*|improv\w*|accelerat\w*|rebound\w*|rall(?:y|ies|ied)|swell\w*|swollen|leap\w*|boom\w*|strengthen\w*|pick(?:s|ed|ing)? up|hik(?:e|es|ed)|uptick\w*|recover\w*|bigger|better|rocket\w*|spik\w*|dearer|faster|larger|chang\w*|variation|y-o-y|yoy|progress\w*|appreciat\w*|inflat\w*|uplift\w*|upturn\w*)\b|(?<![\d\p{L}])\+ ?(?=\d)|[▲↑]/giu,
  decrease:
    /\b(?:down|downward|fall\w*|fell|drop\w*|declin\w*|decreas\w*|los[est]\w*|less|lower|fewer|smaller|below|cheaper|slump\w*|shr[aiu]nk\w*|plung\w*|plummet\w*|slid\w*|slip\w*|contract\w*|reduc\w*|cut\w*|dip\w*|shed\w*|tumbl\w*|sank|sunk|sink\w*|eas(?:e|ed|es|ing)|diminish\w*|dwindl\w*|halv\w*|came off|come off|off|negative\w*|weaken\w*|retreat\w*|deflat\w*|downturn\w*|cool(?:s|ed|ing)|soften\w*|depreciat\w*)\b|(?<![\d\p{L}])[-\u2212\u2013] ?(?=\d)|[▼↓]/giu,
} as const;

/** The last of the words that say so (UTF-16 units of `words`); undefined where none does. */
export function lastWordOf(change: keyof typeof WORDS, words: string): Span | undefined {
  const found = [...words.matchAll(WORDS[change])].at(-1);
  return found === undefined ? undefined : { start: found.index, end: found.index + found[0].length };
}
