import type { Span } from '../source-text.ts';
import type { ListMention, PlaceMention, PeriodMention, QuantityMention } from '../types.ts';

/*
 * What rules say. Spans are half-open, in UTF-16 units of the cleaned text.
 */

/** A position: stated or counted; at most N; so many steps after another place, or from the end of the list: both settled in assembly. */
export type Position =
  | { readonly kind: 'absolute'; readonly rank: number }
  | { readonly kind: 'within'; readonly limit: number }
  | { readonly kind: 'after'; readonly place: PlaceMention; readonly steps: number }
  | { readonly kind: 'from-end'; readonly steps: number };

export interface Figure {
  /** Plain decimal digits. */
  readonly value: string;
  /** ISO 4217, `percent`, noun, or empty. */
  readonly unit: string;
  readonly span: Span;
  readonly scale?: HeaderScale;
}

/** "(000)" in the header of a column: what its figures were multiplied by, and the words that say so. */
export interface HeaderScale {
  /** `1000`, `1000000`, … */
  readonly factor: string;
  readonly spans: readonly Span[];
}

/** Last edition's position, said ("jumped to third from sixth") or worked out from a move ("dropped 12 places to 46th"). */
export interface PreviousRank {
  readonly rank: number;
  readonly span: Span;
  /** Signed places of the move to add to the new rank, where it was worked out; 0 where said. */
  readonly move: number;
}

/** Which ranking a position is of, as far as the rule's own words tell. */
export interface ListReference {
  /** A list mention in the same sentence or the one that governs. */
  readonly list?: ListMention;
  /** What is compared, where it is not the whole list: "for innovation resources", "in Mobility". */
  readonly category?: Span;
  /** Where the position holds, where it is not the whole list: "in Europe". ISO code or region of GOLD.md. */
  readonly area?: { readonly code: string; readonly span: Span };
  /** The edition the position is of; `source` as of a period: `document:published` for "this year". */
  readonly edition?: { readonly iso: string; readonly span: Span; readonly source?: string };
  /** The claim stands alone: a superlative with its own measure. The span is its name. */
  readonly measure?: Span;
  /** "the world's most expensive city": a position only if the article has a list of the most expensive cities. */
  readonly onlyListed?: true;
  /** Claims of one table column or one numbered list: they belong together, and to no other such group of the same section. */
  readonly group?: string;
}

export interface RankClaim {
  readonly kind: 'rank';
  readonly rule: string;
  readonly section: number;
  readonly place: PlaceMention;
  readonly position: Position;
  readonly basis: 'explicit' | 'implied' | 'member';
  readonly tied: boolean;
  /** The words of the position; of an enumeration its announcement ("the top three"). */
  readonly positionSpan: Span;
  readonly previous?: PreviousRank;
  readonly score?: Figure;
  readonly reference: ListReference;
  /** Everything the rule read. */
  readonly span: Span;
  /** `list`: a numbered list or table; it beats prose. */
  readonly source: 'list' | 'prose' | 'headline';
  readonly doubts: readonly ('attributed-by-distance' | 'attributed-by-subject')[];
}

export interface MetricClaim {
  readonly kind: 'metric';
  readonly rule: string;
  readonly section: number;
  readonly place: PlaceMention;
  readonly quantity: QuantityMention;
  readonly scale?: HeaderScale;
  /** Short noun phrase, lower case. */
  readonly name: string;
  /** The words the name was made of; several pieces where it was put together. */
  readonly nameSpans: readonly Span[];
  /** Overrides the quantity's own unit: the counted noun ("institutions"), a rate ("USD per day"). */
  readonly unit: string;
  readonly unitSpan?: Span;
  readonly period?: PeriodMention;
  readonly change: 'increase' | 'decrease' | '';
  readonly changeSpan?: Span;
  readonly span: Span;
  readonly source: 'list' | 'prose' | 'headline';
  readonly doubts: readonly ('attributed-by-distance' | 'attributed-by-subject')[];
}

/** Words that no rule of the named kinds may use: "No. 10 Downing Street". */
export interface Veto {
  readonly kind: 'veto';
  readonly rule: string;
  readonly section: number;
  readonly span: Span;
  readonly against: readonly ('rank' | 'metric')[];
}

/** A fact about a ranking told apart from its name: its publisher, its edition, how many places were assessed. */
export interface ListFact {
  readonly kind: 'fact';
  readonly rule: string;
  readonly section: number;
  /** The list it is of, or the governing one. */
  readonly list?: ListMention;
  readonly field: 'publisher' | 'edition' | 'size' | 'evaluated' | 'scope';
  readonly value: string;
  readonly span: Span;
}

export type Claim = RankClaim | MetricClaim | Veto | ListFact;
