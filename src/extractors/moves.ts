import { allMatches } from '../all-matches.ts';
import type { PreviousRank } from './claim.ts';
import type { Match } from './pattern.ts';
import type { Shape } from './shape.ts';
import type { Span } from '../source-text.ts';
import type { Mention, OrdinalMention } from '../types.ts';

const WORD_NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  a: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const UP =
  /\b(?:up|climb\w*|r[io]se\w?|rising|jump\w*|advanc\w*|gain\w*|won|leap\w*|soar\w*|improv\w*|higher|better|ascend\w*|surg\w*|forward|shot|crept|vaulted|rocketed|bounced)\b/;
const DOWN =
  /\b(?:down|f[ae]ll\w*|drop\w*|slid\w*|slip\w*|sank|sinks?|tumbl\w*|plung\w*|declin\w*|lost|loses|lower|worse|descend\w*|dipped|retreated|back)\b/;

/**
 * Last edition's position in the words of a match: said ("from sixth", slot `ordinal2`) or worked out from a move of so many
 * places ("dropped 12 places to 46th" gives 34). Undefined where the words say neither.
 */
export function movedFrom(match: Match, ordinal: OrdinalMention): PreviousRank | undefined {
  if (match.has('ordinal2')) {
    const previous = match.ordinal('ordinal2');
    return { rank: previous.value, span: { start: previous.start, end: previous.end }, move: 0 };
  }
  return readMove(
    match.words(),
    ordinal,
    (at) => match.mentionAt(at),
    (start, end) => match.spanAt(start, end),
  );
}

/** The same in units `from`..`to` of a shape: "down one at 52nd", "one place higher than last time at No 4", "to third from sixth". */
export function movedFromWords(shape: Shape, from: number, to: number, ordinal: OrdinalMention): PreviousRank | undefined {
  const words = shape.text.slice(from, to);
  const spanAt = (start: number, end: number): Span => ({
    start: shape.starts[from + start] ?? ordinal.start,
    end: shape.ends[from + end - 1] ?? ordinal.end,
  });
  for (const was of allMatches(FROM, words)) {
    const mention = shape.mentions.get(from + was.index + was[0].length - 1);
    if (mention?.kind === 'ordinal' && mention.start !== ordinal.start)
      return { rank: mention.value, span: { start: mention.start, end: mention.end }, move: 0 };
  }
  return readMove(words, ordinal, (at) => shape.mentions.get(from + at), spanAt);
}

const FROM =
  /(?:\b(?:from|up on|down on|previously|last year(?: it was)?|used to be|compared with|had been|after being)|(?<=[(,] ?|\uE001 |which |who )was)(?: the| its| being)? \uE003/g;

function readMove(
  words: string,
  ordinal: OrdinalMention,
  mentionAt: (at: number) => Mention | undefined,
  spanAt: (start: number, end: number) => Span,
): PreviousRank | undefined {
  const steps = stepsOf(words, mentionAt, spanAt);
  if (steps === undefined) return undefined;
  const sign = UP.test(words) ? 1 : DOWN.test(words) ? -1 : 0;
  const rank = ordinal.value + sign * steps.value;
  if (sign === 0 || rank < 1) return undefined;
  return { rank, span: steps.span, move: sign * steps.value };
}

const STEPS =
  /(?:(?<slot>\uE005)|\b(?<word>one|a|two|three|four|five|six|seven|eight|nine|ten))(?: (?:further|whole|full|more))? (?:places?|spots?|positions?|ranks?|rungs?|notch(?:es)?|steps?|slots?)|\b(?:up|down)(?: by)? (?:(?<bare>\uE005)|(?<bareword>one|two|three|four|five|six|seven|eight|nine|ten))(?![a-z])|\b(?:lost|loses|losing|gain(?:s|ed)?|dropped|drops|fell|rose) (?<after>\uE005)(?=[,;.]| and|$)/d;

function stepsOf(
  words: string,
  mentionAt: (at: number) => Mention | undefined,
  spanAt: (start: number, end: number) => Span,
): { readonly value: number; readonly span: Span } | undefined {
  const found = STEPS.exec(words);
  if (found === null) return undefined;
  const groups = found.groups ?? {};
  const ranges = found.indices?.groups ?? {};
  const word = groups['word'] ?? groups['bareword'];
  const range = ranges['word'] ?? ranges['bareword'] ?? ranges['slot'] ?? ranges['bare'] ?? ranges['after'];
  if (range === undefined) return undefined;
  const span = spanAt(range[0], range[1]);
  if (word !== undefined) return { value: WORD_NUMBERS[word] ?? 0, span };
  const mention = mentionAt(range[0]);
  const value = mention?.kind === 'quantity' ? Number(mention.value) : Number.NaN;
  return Number.isInteger(value) && value > 0 && value < 1000 ? { value, span } : undefined;
}
