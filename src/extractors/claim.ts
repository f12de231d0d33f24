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
  readonly previous?: PreviousRank | undefined;
  /** The position was the place's in the edition before. */
  readonly former?: true | undefined;
  readonly score?: Figure | undefined;
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
  readonly scale?: HeaderScale | undefined;
  /** Short noun phrase, lower case. */
  readonly name: string;
  /** The words the name was made of; several pieces where it was put together. */
  readonly nameSpans: readonly Span[];
  /** Overrides the quantity's own unit: the counted noun ("institutions"), a rate ("USD per day"). */
  readonly unit: string;
  readonly unitSpan?: Span | undefined;
  readonly period?: PeriodMention | undefined;
  readonly change: 'increase' | 'decrease' | '';
  readonly changeSpan?: Span | undefined;
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
  readonly list?: ListMention | undefined;
  readonly field: 'publisher' | 'edition' | 'size' | 'evaluated' | 'scope';
  readonly value: string;
  readonly span: Span;
}

export type Claim = RankClaim | MetricClaim | Veto | ListFact;

type Unnamed<Kind> = Kind extends unknown ? Omit<Kind, 'rule' | 'section'> : never;

/** A claim before the engine adds the rule's name and the section. */
export type Draft = Unnamed<Claim>;

/**
 * A rule's draft as a claim. Every field is written out: a spread would give the claims of each rule a hidden class of their own,
 * and whatever reads claims later would be slow and compiled again and again.
 */
export function claimOf(draft: Draft, rule: string, section: number): Claim {
  switch (draft.kind) {
    case 'rank': {
      const { kind, place, position, basis, tied, positionSpan, previous, former, score, reference, span, source, doubts } = draft;
      return { kind, rule, section, place, position, basis, tied, positionSpan, previous, former, score, reference, span, source, doubts };
    }
    case 'metric': {
      const { kind, place, quantity, scale, name, nameSpans, unit, unitSpan, period, change, changeSpan, span, source, doubts } = draft;
      return {
        kind,
        rule,
        section,
        place,
        quantity,
        scale,
        name,
        nameSpans,
        unit,
        unitSpan,
        period,
        change,
        changeSpan,
        span,
        source,
        doubts,
      };
    }
    case 'veto':
      return { kind: draft.kind, rule, section, span: draft.span, against: draft.against };
    case 'fact':
      return { kind: draft.kind, rule, section, list: draft.list, field: draft.field, value: draft.value, span: draft.span };
  }
}
