import { z } from 'zod';
import { id, none, source, words } from './values.ts';

/*
 * Decisions of reviewers: the lines of reviews/NAME.jsonl. They are kept by what they are about, not by where it stood, so that
 * they outlast new rules and edited articles.
 */

export const DECISIONS = ['accept', 'reject', 'correct', 'add'] as const;
export type DecisionKind = (typeof DECISIONS)[number];

const value = z.union([z.string(), z.number()]);

/** A line of reviews/NAME.jsonl. The first five fields are its key: a reviewer has one line for each. */
export const decisionLine = z.strictObject({
  document: id.describe('document_id of the article.'),
  kind: z.enum(['ranking', 'entry', 'metric']).describe('What it is about.'),
  row: id.describe('ranking_id, entry_id or metric_id.'),
  column: z.string().describe('The corrected column; empty for a decision about the whole row.'),
  words: id.or(none).describe("First 16 digits of the SHA-256 of the cell's own words, or of the row's place and figure."),
  row_words: id.or(none).describe("The same of the row's place and figure: with it the row is found under another id."),
  decision: z.enum(DECISIONS).describe('What was decided.'),
  value: value.optional().describe('The right value, for `correct`.'),
  cells: z.record(z.string(), value).optional().describe('The cells of the row, for `add`.'),
  start: z.int().min(0).optional().describe('First byte of the words of an added row.'),
  end: z.int().min(1).optional().describe('Byte after them.'),
  quote: z.string().describe('Those words; of any other row its evidence, for those who read the file.'),
  source: source.describe('Path of the article, for those who read the file.'),
  by: words.describe('The reviewer.'),
  at: z.iso.datetime().describe('When, in UTC.'),
});

export type Decision = Readonly<z.infer<typeof decisionLine>>;

/** What a row's provenance says of a decision about it. */
export const decided = z.strictObject({
  by: words,
  at: z.iso.datetime(),
  decision: z.enum(DECISIONS),
  column: z.string(),
  value: value.optional().describe('What the reviewer gives, for `correct`.'),
  machine: value.optional().describe('What the machine gives, for `correct`.'),
  applied: z.boolean().describe('False where a later decision won.'),
});

export type Decided = Readonly<z.infer<typeof decided>>;
