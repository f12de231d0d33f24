import { z } from 'zod';
import { METRIC_COLUMNS, RANKING_COLUMNS } from './columns.ts';
import { decided } from './decisions.ts';
import { count, id, source, STAGES } from './values.ts';

const columns = [...new Set([...RANKING_COLUMNS, ...METRIC_COLUMNS])];

/** A line of losses.jsonl: what was read and let go. */
export const lossRow = z
  .strictObject({
    loss_id: id.describe('Key of the line.'),
    document_id: id.describe('Key of the article in documents.csv.'),
    source: source.describe('Path of the article.'),
    stage: z.enum(STAGES).describe('The stage that let it go.'),
    reason: z.string().min(1).describe('Why, such as `navigation`, `contradicted`, `tied-rules`, or the message of the schema.'),
    start: count.describe('First byte of the words.'),
    end: count.describe('Byte after the words.'),
    rule: z.string().describe('Rule whose claim it was; empty where no rule made it.'),
    row: z
      .partialRecord(z.enum(columns), z.union([z.string(), z.number()]))
      .optional()
      .describe('The refused row.'),
    decisions: z.array(decided).readonly().optional().describe('What reviewers decided about a rejected row, the latest first.'),
  })
  .superRefine((row, context) => {
    if (row.start > row.end) context.addIssue({ code: 'custom', path: ['end'], message: 'expected no less than start', input: row.end });
  });

export type LossRow = Readonly<z.infer<typeof lossRow>>;
