import type { PreviousRank, RankClaim } from '../../extractors/claim.ts';
import type { ReadDocument } from '../../types.ts';

/** "still 3rd", "tops the list again", "for the fourth year running", "holds on to the runner-up position" */
const UNCHANGED =
  /\b(?:still|once (?:again|more)|again|remain(?:s|ed|ing)?|retain(?:s|ed|ing)?|keeps?|kept|keeping|stays?|stayed|(?:holds?|held|hung) on to|defend(?:s|ed|ing)?|maintain(?:s|ed|ing)?|unchanged|did not budge|no change|as (?:it did |it was |in )?(?:last year|before|the (?:previous|last) (?:year|edition)|a year (?:ago|earlier|before))|(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)) (?:year|time|edition|consecutive|straight|successive)(?: year| time)?(?: running| in a row| in succession| on end| without a break)?|(?:years|times) (?:running|in a row|in succession|on end))\b/i;
const DENIED = /\b(?:for the first time|no longer|not|newcomer|new entry|up from|down from|from \d)\b/i;

/** How far around the words of a claim it may say that nothing changed, in UTF-16 units, inside its sentence. */
const BEFORE = 45;
const AFTER = 50;

/** Last edition's position where the words say that it is the same; undefined where they do not. */
export function unchangedRank(document: ReadDocument, claim: RankClaim, rank: number): PreviousRank | undefined {
  if (claim.reference.measure !== undefined) return undefined;
  const sentence = document.sections[claim.section]?.sentences.find(
    (span) => span.start <= claim.positionSpan.start && claim.positionSpan.start < span.end,
  );
  if (sentence === undefined) return undefined;
  const low = Math.min(claim.place.start, claim.positionSpan.start);
  const high = Math.max(claim.place.end, claim.positionSpan.end);
  if (high - low > 120) return undefined;
  const start = Math.max(sentence.start, low - BEFORE);
  const words = document.clean.source.text.slice(start, Math.min(sentence.end, high + AFTER));
  // The clause ends at the next position or semicolon: "Leeds is still third, York fifth".
  const clause = /^[^;]*/.exec(words)?.[0] ?? words;
  const found = UNCHANGED.exec(clause);
  if (found === null || DENIED.test(clause)) return undefined;
  const at = { start: start + found.index, end: start + found.index + found[0].length };
  const between = (document.mentions[claim.section] ?? []).some(
    (mention) =>
      (mention.kind === 'ordinal' || (mention.kind === 'place' && !mention.anaphor)) &&
      mention !== claim.place &&
      ((mention.start >= high && mention.end <= at.start) || (mention.start >= at.end && mention.end <= low)),
  );
  return between ? undefined : { rank, span: at, move: 0 };
}
