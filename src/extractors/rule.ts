import type { Span } from '../source-text.ts';
import type { ListMention, Mention, OrdinalMention, PlaceMention, ReadDocument, Section, TopMention } from '../types.ts';
import type { Claim, Draft, Figure, ListReference, PreviousRank, RankClaim } from './claim.ts';
import type { Construction } from './metric-figure.ts';
import type { Match } from './pattern.ts';
import type { Shape } from './shape.ts';

/*
 * A rule is one file: what it finds, texts it must find it in, texts it must leave alone. Its name is its path below
 * src/extractors without the ending ("rank/came-third"); nothing registers it.
 */

/** A whole text and the claims it gives, in the notation of `sayClaim` and `sayList`: "Hefei 10", "Zurich 3 was 6", "Changsha: population > 7000000 people". */
export interface Example {
  readonly text: string;
  readonly claims: readonly string[];
  /** `2017-08-15`: the article's date, for "last year". */
  readonly published?: string;
}

export type { Draft } from './claim.ts';
export type ListDraft = Omit<ListMention, 'kind' | 'rule'>;

interface Described {
  /** One line: what it finds, with a case. */
  readonly finds: string;
  readonly examples: readonly [Example, ...Example[]];
  /** Whole texts that give nothing under this rule. */
  readonly counterexamples: readonly [string, ...string[]];
}

/** Finds claims in sentences by patterns over their shapes (pattern.ts). */
export interface PatternRule extends Described {
  readonly reads: 'sentence';
  /** Lower-case words of which one must stand in the sentence; the cheap test before any pattern. Empty: always tried. */
  readonly cues: readonly string[];
  /** True where the patterns are about capitals: they are read against the shape with its capitals. */
  readonly cased?: true;
  readonly patterns: readonly [string, ...string[]];
  readonly claims: (match: Match, document: ReadDocument) => Iterable<Draft>;
}

/** Finds names of rankings in sentences; they become mentions that other rules see as `{list}`. */
export interface ListRule extends Described {
  readonly reads: 'list';
  readonly cues: readonly string[];
  readonly patterns: readonly [string, ...string[]];
  readonly lists: (match: Match, document: ReadDocument) => Iterable<ListDraft>;
}

/** Computes claims from a section and its mentions: what a pattern cannot say. */
export interface SectionRule extends Described {
  readonly reads: 'section';
  /** True where it wants names of no gazetteer as places too. */
  readonly names?: true;
  readonly kinds: readonly Section['kind'][];
  /** Kinds of mentions that a section must hold before it is asked. */
  readonly needs?: readonly Mention['kind'][];
  /** Lower-case words: it is given the shapes of those sentences only that hold one. Without them, of all. */
  readonly cues?: readonly string[];
  readonly claims: (section: Section, shapes: readonly Shape[], document: ReadDocument) => Iterable<Draft>;
}

/** Computes claims from the rows of one table or the items of one list, in order. */
export interface GroupRule extends Described {
  readonly reads: 'group';
  readonly claims: (group: readonly Section[], document: ReadDocument) => Iterable<Draft & { readonly section: number }>;
}

/** Asks grammar about a sentence that holds a place and an ordinal, and that no rule of positions has claimed: it costs a thousand patterns. */
export interface GrammarRule extends Described {
  readonly reads: 'unsettled';
  readonly claims: (shape: Shape, document: ReadDocument) => Iterable<Draft>;
}

/** Figures that one construction joins to their place ("Leeds has 218 bars"): a sentence is read once for all such rules (metric-reading.ts). */
export interface FigureRule extends Described {
  readonly reads: 'figure';
  readonly construction: Construction;
}

export type RuleBody = PatternRule | ListRule | SectionRule | GroupRule | FigureRule | GrammarRule;

export type Rule = RuleBody & {
  /** Path below src/extractors without the ending: `rank/came-third`. */
  readonly name: string;
  /** First 16 hex digits of the SHA-256 of the rule's file. */
  readonly hash: string;
};

export function defineRule<Body extends RuleBody>(body: Body): Body {
  return body;
}

// -------------------------------------------------------------------------------------------- what rules build claims with

interface RankOptions {
  readonly basis?: RankClaim['basis'];
  readonly tied?: boolean;
  readonly previous?: PreviousRank | undefined;
  readonly former?: true;
  readonly score?: Figure | undefined;
  readonly reference?: ListReference;
  readonly source?: RankClaim['source'];
  readonly doubts?: RankClaim['doubts'];
}

function draft(
  place: PlaceMention,
  position: RankClaim['position'],
  positionSpan: Span,
  span: Span,
  options: RankOptions,
): Omit<RankClaim, 'rule' | 'section'> {
  return {
    kind: 'rank',
    place,
    position,
    basis: options.basis ?? 'explicit',
    tied: options.tied ?? false,
    positionSpan,
    previous: options.previous,
    former: options.former,
    score: options.score,
    reference: options.reference ?? {},
    span,
    source: options.source ?? 'prose',
    doubts: options.doubts ?? [],
  };
}

/** "Hefei ranked 10th" */
export function ranked(match: Match, place: PlaceMention, ordinal: OrdinalMention, options: RankOptions = {}): Draft {
  return draft(place, { kind: 'absolute', rank: ordinal.value }, ordinal, match.span, options);
}

/** A position that the words give without an ordinal: "Vienna tops the list" is 1, at the words `group` of the pattern. */
export function rankedAs(match: Match, place: PlaceMention, rank: number, words: Span, options: RankOptions = {}): Draft {
  return draft(place, { kind: 'absolute', rank }, words, match.span, options);
}

/** "Karachi is last": so many steps before the end of a list whose length another sentence tells. */
export function rankedFromEnd(match: Match, place: PlaceMention, steps: number, words: Span, options: RankOptions = {}): Draft {
  return draft(place, { kind: 'from-end', steps }, words, match.span, options);
}

/** "Montreal and Vancouver in the third and fourth place, respectively": as many places as ordinals, else nothing. */
export function* respectively(
  match: Match,
  places: readonly PlaceMention[],
  ordinals: readonly OrdinalMention[],
  options: RankOptions = {},
): Generator<Draft> {
  if (places.length !== ordinals.length) return;
  for (const [index, place] of places.entries()) {
    const ordinal = ordinals[index];
    if (ordinal !== undefined) yield ranked(match, place, ordinal, options);
  }
}

/** "the top three are Beijing, Shenzhen and Shanghai": positions from `first` on, in the order named. */
export function* inOrder(
  match: Match,
  places: readonly PlaceMention[],
  first: number,
  words: Span,
  options: RankOptions = {},
): Generator<Draft> {
  for (const [index, place] of places.entries()) {
    yield draft(place, { kind: 'absolute', rank: first + index }, words, match.span, { basis: 'implied', ...options });
  }
}

/** "Tianxin and Furong are among the top 20" */
export function* within(
  match: Match,
  places: readonly PlaceMention[],
  top: TopMention | { readonly value: number; readonly start: number; readonly end: number },
  options: RankOptions = {},
): Generator<Draft> {
  for (const place of places) {
    yield draft(place, { kind: 'within', limit: top.value }, { start: top.start, end: top.end }, match.span, {
      basis: 'member',
      ...options,
    });
  }
}

/** ", followed by Guangzhou, Nanjing and Wuhan": each one step after the one before it, the first after `anchor`. */
export function* following(
  match: Match,
  anchor: PlaceMention,
  places: readonly PlaceMention[],
  options: RankOptions = {},
): Generator<Draft> {
  const first = places[0];
  const words = { start: Math.min(Math.max(anchor.end, match.span.start), first?.start ?? anchor.end), end: first?.start ?? anchor.end };
  for (const [index, place] of places.entries()) {
    yield draft(place, { kind: 'after', place: anchor, steps: index + 1 }, words, match.span, { basis: 'implied', ...options });
  }
}

/** A claim in words, as examples and messages write it. */
export function sayClaim(claim: Claim | Draft): string {
  switch (claim.kind) {
    case 'rank': {
      const { position } = claim;
      const where =
        position.kind === 'absolute'
          ? String(position.rank)
          : position.kind === 'within'
            ? `<=${String(position.limit)}`
            : position.kind === 'from-end'
              ? `last -${String(position.steps)}`
              : `after ${position.place.place.name} +${String(position.steps)}`;
      const previous = claim.previous === undefined ? '' : ` was ${String(claim.previous.rank)}`;
      const score = claim.score === undefined ? '' : ` score ${claim.score.value}`;
      return `${claim.place.place.name} ${claim.former === true ? 'was ' : ''}${where}${claim.tied ? ' tied' : ''}${previous}${score}`;
    }
    case 'metric': {
      const period = claim.period === undefined ? '' : ` in ${claim.period.iso}`;
      const most = claim.quantity.valueMax === '' ? '' : `..${claim.quantity.valueMax}`;
      return `${claim.place.place.name}: ${claim.name} ${claim.quantity.op} ${claim.quantity.value}${most} ${claim.unit}${claim.change === '' ? '' : ` ${claim.change}`}${period}`.trimEnd();
    }
    case 'veto':
      return `not a ${claim.against.join(' or ')}`;
    case 'fact':
      return `list ${claim.field}: ${claim.value}`;
  }
}

/** A mention of a ranking in words: "list: Global Comfort Index; size 100; edition 2024; scope world", of what is set; "list: (again)". */
export function sayList(list: ListMention, text: string): string {
  if (list.anaphor) return 'list: (again)';
  const { size, edition, scope } = list;
  const parts = [
    text.slice(list.nameStart, list.nameEnd),
    size && `size ${size.value}`,
    edition && `edition ${edition.iso}`,
    scope && `scope ${scope.code}`,
  ];
  return `list: ${parts.filter((part) => part !== undefined).join('; ')}`;
}
