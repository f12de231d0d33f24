import { z } from 'zod';

/*
 * The closed lists of the contract and the kinds of cell that the tables are made of. An empty string is a cell the article
 * gives nothing for; a code that is added or taken away here is a change of contract.
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

const areas: ReadonlySet<string> = new Set(SCOPE_AREAS);
const doubtCodes: ReadonlySet<string> = new Set(DOUBTS);

/** Doubts as the cell that holds them: each once, in the order of `DOUBTS`, joined by ";". */
export function joinDoubts(doubts: Iterable<Doubt>): string {
  const present = new Set(doubts);
  return DOUBTS.filter((doubt) => present.has(doubt)).join(';');
}

export function splitDoubts(cell: string): readonly string[] {
  return cell === '' ? [] : cell.split(';');
}

// A spreadsheet runs a cell that starts with = + - @ or a control as a formula, also behind blanks or zero-width marks.
const FORMULA = /^[\s\u00ad\u200b-\u200f\u2060]*[=+\-@\p{Cc}]/u;

export const none = z.literal('');
export const id = z.string().regex(/^[0-9a-f]{16}$/);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const text = z.string().refine((value) => !FORMULA.test(value), 'expected no leading = + - @ or control');
export const words = text.min(1).refine((value) => value === value.trim(), 'expected no white space around the words');
export const source = text.min(1).refine((value) => !value.startsWith('/'), 'expected a relative path');
export const position = z.int().min(1).or(none);
export const count = z.int().min(0);
export const decimal = z.string().regex(/^-?\d+(?:\.\d+)?$/);
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .or(none);
export const placeId = z
  .string()
  .regex(/^(?:geonames:\d+|iso:[A-Z]{2}(?:-[A-Z0-9]{1,3})?)$/)
  .or(none);
export const scope = z
  .string()
  .refine(
    (value) => value === '' || areas.has(value) || /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/.test(value),
    'expected an ISO 3166 code or an area of GOLD.md',
  );
export const doubts = z
  .string()
  .refine((value) => splitDoubts(value).every((code) => doubtCodes.has(code)), 'expected codes of the closed list, joined by ";"');

const DAY = String.raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?`;
/** `2017-08-15`, `2017-08`, `2017` */
export const date = z
  .string()
  .regex(new RegExp(`^${DAY}$`))
  .or(none);
/** A date or an interval of two: `2016/2017`, `2014-07/2014-12`. */
export const period = z
  .string()
  .regex(new RegExp(`^${DAY}(?:/${DAY})?$`))
  .or(none);

/** Evidence is the file's own text and begins at a letter, digit or currency sign, or at an entity that stands for one. */
export const evidence = z.string().regex(/^(?:[\p{L}\p{N}\p{Sc}]|&[#A-Za-z])/u);

/** Evidence longer than this is cut to the piece with the position or value, under the doubt `split-evidence`. */
export const EVIDENCE_BYTES = 500;
