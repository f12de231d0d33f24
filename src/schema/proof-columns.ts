import { z } from 'zod';
import { count, doubts, evidence, EVIDENCE_BYTES, REVIEWS } from './values.ts';

/** The columns that prove a row and end it: the same, in the same order, in both tables. */
export const proofColumns = {
  doubts: doubts.describe('What speaks against the row: codes of a closed list, joined by ";".'),
  rule: z.string().min(1).describe('Path of the rule that made the winning claim, such as `rank/list-item`.'),
  evidence: evidence.describe(
    "The file's own text at `start`..`end`: the smallest stretch that holds the place and its position or value.",
  ),
  start: count.describe('First byte of the evidence in the article.'),
  end: z.int().min(1).describe('Byte after the evidence in the article.'),
  review: z.enum(REVIEWS).describe('What a reviewer decided about the row.'),
};

interface Proven {
  readonly start: number;
  readonly end: number;
}

export function checkEvidence(row: Proven, context: z.RefinementCtx): void {
  const length = row.end - row.start;
  if (length < 1 || length > EVIDENCE_BYTES) {
    context.addIssue({ code: 'custom', path: ['end'], message: `expected evidence of 1 to ${EVIDENCE_BYTES} bytes`, input: row.end });
  }
}
