/*
 * The closed lists of the contract; a code that is added or taken away here is a change of contract. They stand apart from the kinds
 * of cell (values.ts), because to read an article no schema is needed, and zod takes as long to load as a start should take at all.
 */

export const PLACE_TYPES = ['city', 'district', 'zone', 'province', 'region', 'country'] as const;
export const BASES = ['explicit', 'implied', 'member'] as const;
export const OPERATORS = ['=', '>', '<', '~'] as const;
export const CHANGES = ['increase', 'decrease'] as const;
export const REVIEWS = ['unreviewed', 'accepted', 'corrected'] as const;
export const FORMATS = ['text', 'markdown', 'html'] as const;

/** The order of this list is the order of the codes in a `doubts` cell. */
export const DOUBTS = [
  'ambiguous-place',
  'unknown-place',
  'respelled-place',
  'attributed-by-distance',
  'attributed-by-subject',
  'contradicted',
  'tied-rules',
  'rank-gap',
  'split-evidence',
  'no-list-name',
  'language',
  'encoding-guessed',
] as const;

export const STATUSES = [
  'ok',
  'empty',
  'skipped',
  'not-a-file',
  'unreadable',
  'changed-while-read',
  'too-large',
  'too-deep',
  'encoding',
  'unsupported',
  'damaged',
  'timeout',
  'internal-error',
] as const;

/** Where a loss happened: a stage of the pipeline by the name of its file, or `review` for a decision. */
export const STAGES = [
  'decode',
  'clean',
  'sections',
  'mentions',
  'places',
  'subjects',
  'claims',
  'overlaps',
  'normalize',
  'assemble',
  'validate',
  'review',
] as const;

/** Scopes that are no ISO code. */
export const SCOPE_AREAS = [
  'world',
  'africa',
  'americas',
  'arab-world',
  'asia',
  'asia-pacific',
  'caribbean',
  'central-america',
  'central-asia',
  'east-asia',
  'eastern-europe',
  'eu',
  'europe',
  'gulf',
  'latin-america',
  'mena',
  'middle-east',
  'nordics',
  'north-america',
  'oceania',
  'south-america',
  'south-asia',
  'southeast-asia',
  'sub-saharan-africa',
  'western-europe',
] as const;

export type Doubt = (typeof DOUBTS)[number];
export type Status = (typeof STATUSES)[number];
export type Stage = (typeof STAGES)[number];
export type Basis = (typeof BASES)[number];
export type Change = (typeof CHANGES)[number];
export type Review = (typeof REVIEWS)[number];

/** Doubts as the cell that holds them: each once, in the order of `DOUBTS`, joined by ";". */
export function joinDoubts(doubts: Iterable<Doubt>): string {
  const present = new Set(doubts);
  return DOUBTS.filter((doubt) => present.has(doubt)).join(';');
}

export function splitDoubts(cell: string): readonly string[] {
  return cell === '' ? [] : cell.split(';');
}

/** Evidence longer than this is cut to the piece with the position or value, under the doubt `split-evidence`. */
export const EVIDENCE_BYTES = 500;
