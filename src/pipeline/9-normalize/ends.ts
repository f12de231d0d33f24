/*
 * Words that name an end of a list without a number.
 */

const FIRST =
  /\b(?:first|top\w*|lead\w*|led|winner|wins?|won|champion\w*|crown\w*|head\w*|best|most|least|worst|\w{2,20}est|one|1|dominat\w*|ahead|behind|in front|second only|nobody|none|no)\b/i;
const LAST = /\b(?:last|bottom|lowest|worst|least)\b/i;

/** "tops", "largest", "leads": position 1. */
export const isFirst = (words: string): boolean => FIRST.test(words);

/** "last", "bottom of the table": the last position. */
export const isLast = (words: string): boolean => LAST.test(words);
