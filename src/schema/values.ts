import { z } from 'zod';
import { DOUBTS, SCOPE_AREAS, splitDoubts } from './lists.ts';

export * from './lists.ts';

/*
 * The kinds of cell that the tables are made of. An empty string is a cell the article gives nothing for.
 */

const areas: ReadonlySet<string> = new Set(SCOPE_AREAS);
const doubtCodes: ReadonlySet<string> = new Set(DOUBTS);

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
