import type { Span } from '../source-text.ts';
import type { PeriodMention, QuantityMention, ReadDocument } from '../types.ts';
import type { Measure } from './metric-measure.ts';
import type { Owner } from './metric-owner.ts';
import type { Phrase } from './metric-phrase.ts';
import { AMOUNTS, HOLDS } from './metric-verbs.ts';
import { Ending } from './last-words.ts';
import { oncePerShape, SLOT, type Shape } from './shape.ts';

/*
 * A figure in its sentence, and what every reader of figures asks of it.
 */

/** How a sentence joins a figure to its place; each is a rule of its own. */
export type Construction =
  | 'place-holds-count'
  | 'measure-is-amount'
  | 'measure-grew-by'
  | 'growth-beside-figure'
  | 'grew-to-amount'
  | 'measure-of-amount'
  | 'count-in-place'
  | 'share-of'
  | 'place-beside-figure'
  | 'investment-in-place'
  | 'figure-of-position'
  | 'figure-of-clause';

/** A figure of a place, read. */
export interface Reading {
  readonly construction: Construction;
  readonly quantity: QuantityMention;
  readonly owner: Owner;
  /** Further places that have the same figure each: "4 each for Hubei and Hunan". */
  readonly others: readonly Owner[];
  /** What is measured, without "growth of". */
  readonly base: string;
  readonly name: string;
  readonly nameSpan: Span;
  readonly unit: string;
  readonly period: PeriodMention | undefined;
  /** False for a figure of an earlier time, told for comparison. */
  readonly dated: boolean;
  readonly change: 'increase' | 'decrease' | '';
  /** Unit of its slot in its sentence. */
  readonly at: number;
  readonly shape: Shape;
}

/** A figure in its sentence. */
export interface Figure {
  readonly shape: Shape;
  readonly document: ReadDocument;
  readonly at: number;
  readonly quantity: QuantityMention;
  /** What stands before the figure, fillers cut off ("a total of"), and behind it. */
  readonly left: string;
  readonly right: string;
  readonly counted: Phrase;
  /** The reading before it in the section. */
  readonly last: Reading | undefined;
  /** The readings before it, also of the sections before, in order. */
  readonly told: readonly Reading[];
}

export type Found = Pick<Reading, 'construction' | 'owner' | 'base' | 'nameSpan'> &
  Partial<Pick<Reading, 'name' | 'unit' | 'change' | 'period' | 'others'>> & {
    /** True where only `period` may date it: other times of the sentence are of other figures. */
    readonly undated?: boolean;
  };

export const ANY_QUANTITY = `[${SLOT.number}${SLOT.percent}${SLOT.money}${SLOT.dimension}]`;

export const PLACE = `[${SLOT.name}${SLOT.anaphor}]`;

export const isShare = (quantity: QuantityMention): boolean => quantity.measure === 'percent' || quantity.measure === 'points';

const BOUNDARY =
  / (?:while|whereas|but|although|though|because|since|if|when|which|that|who|whose|as|after|before|where) |[;:!?(]|\. |, | - /g;

interface Clause {
  readonly start: number;
  /** What opens it: "while", ","; empty for the first of a sentence. */
  readonly word: string;
}

const FIRST: Clause = { start: 0, word: '' };
const COUNTED = new RegExp(`${ANY_QUANTITY}[^,;]{0,300}$`);

/** The clauses of a sentence. */
const clausesOf = oncePerShape(({ text }): readonly Clause[] =>
  Array.from(text.matchAll(BOUNDARY), (found) => ({ start: found.index + found[0].length, word: found[0].trim() })),
);

/** Where the clause of unit `to` begins; an "and" behind a figure opens one too. */
export function clauseStart(shape: Shape, to: number): Clause {
  const { text } = shape;
  const clause = clausesOf(shape).findLast(({ start }) => start <= to) ?? FIRST;
  const and = text.lastIndexOf(' and ', to);
  return and >= clause.start && COUNTED.test(text.slice(clause.start, and)) ? { start: and + 5, word: 'and' } : clause;
}

export const OF_OTHERS =
  /\b(?:compan(?:y|ies)|firm|club|airline|bank|group|corporation|carrier|retailer|maker|developer|school|university|college|airport|team|party|shares|stocks?|he|she|his|her|i|we|world|global|globally|worldwide|they|them|together|candidates?|respondents)\b/;

export const sameSentence = ({ last, shape }: Figure): boolean => last?.shape === shape;

export const AMOUNT = new Ending(AMOUNTS);

export const HOLD = new Ending(HOLDS);

export const sameNoun = (counted: Phrase, measure: Measure): boolean =>
  measure.name.includes(counted.noun) || measure.head === 'population' || measure.head === 'number' || counted.noun === 'people';

/** "Leeds came first with", "..., attracting": the subject of the sentence has the figure. */
export const PARTICIPLE = /^(?:with|[a-z]+ing(?: for)?)$/;

/** Figures of these are their own, not their place's. */
export const BUSINESS =
  /\b(?:compan(?:y|ies)|firm|bank|club|group|team|police|court|newspaper|university|college|school|airline|carrier|retailer|restaurant|shares|stocks?|officials?|he|she|man|woman|based)\b/;

export const isCount = (reading: Reading): boolean => reading.quantity.unit === '' && reading.change === '';

const VERB_LIKE =
  / (?:is|are|was|were|did|do|does|has|have|had|will|would|can|could|came|come|comes|goes|went|lies|lay|remains?|remained|belongs?|depends?|flows?|live|lives|lived|said|says|who|which|that|while|in|as|last|this|compared|according|by|at|for|from|on|to|with|when|since|after|before) /;

export function cutAtVerb(text: string, from: number, to: number): number {
  const cut = VERB_LIKE.exec(`${text.slice(from, to)} `);
  return cut === null ? to : from + cut.index;
}

export const EVENT =
  /\b(?:killed|injured|died|arrested|missing|evacuated|trapped|wounded|hospitali[sz]ed|rescued|dead|charged|detained|stranded|displaced|sentenced|jailed|protested|gathered|marched)\b/;

export const spanOf = (shape: Shape, from: number, to: number): Span => ({
  start: shape.starts[from] ?? shape.span.start,
  end: shape.ends[Math.min(to, shape.ends.length) - 1] ?? shape.span.end,
});
