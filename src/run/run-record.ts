import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { decisionLine } from '../schema/decisions.ts';
import { parseJson } from './output.ts';
import { sha256, STATUSES } from '../schema/values.ts';

const count = z.int().min(1);

/** run.json: what made the tables. The only file of an output with a clock, written last. */
export const runRecord = z.strictObject({
  ranktrace: z.string(),
  node: z.string(),
  finished: z.iso.datetime(),
  rule_set: z.string().describe('SHA-256 over the names and hashes of all rules, first 16 digits.'),
  rules: z.array(z.strictObject({ name: z.string(), hash: z.string() })).readonly(),
  gazetteer: z.string(),
  options: z.strictObject({ encoding: z.string(), fields: z.string(), strict: z.boolean() }),
  decisions: z.strictObject({
    files: z.array(z.strictObject({ name: z.string(), sha256 })).readonly(),
    applied: z.int().min(0),
    stale: z
      .array(
        z.strictObject({
          ...decisionLine.pick({ source: true, kind: true, row: true, column: true, by: true, at: true }).shape,
          reason: z.string(),
        }),
      )
      .readonly()
      .describe('Decisions that were not applied: their words have changed, or the row would not hold.'),
  }),
  statuses: z.partialRecord(z.enum(STATUSES), count),
  tables: z.array(z.strictObject({ name: z.string(), sha256 })).readonly(),
});

export type RunRecord = Readonly<z.infer<typeof runRecord>>;

/** The record of an output, or why it is none. Throws `TableError` where it is no JSON. */
export function readRunRecord(folder: string) {
  return runRecord.safeParse(parseJson(readFileSync(join(folder, 'run.json'), 'utf8'), 'run.json'));
}
