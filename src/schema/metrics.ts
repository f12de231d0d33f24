import { z } from 'zod';
import { checkCoordinates, placeColumns } from './place-columns.ts';
import { checkEvidence, proofColumns } from './proof-columns.ts';
import { CHANGES, decimal, id, none, OPERATORS, period, source, text, words } from './values.ts';

const { doubts, rule, evidence, start, end, review } = proofColumns;

/** A row of metrics.csv: a quantity of a place. The order of the keys is the order of the columns. */
export const metricRow = z
  .strictObject({
    document_id: id.describe('Key of the article in documents.csv.'),
    source: source.describe('Path of the article relative to the input root, or `path!record` of a container.'),
    metric_id: id.describe('Key of the row.'),
    ...placeColumns,
    metric: words.describe('What is measured: a short noun phrase.'),
    op: z.enum(OPERATORS).describe('`=` exactly, `>` more than, `<` less than, `~` about.'),
    value: decimal.describe('The number, scaled out, as plain decimal digits; the lower end of a range.'),
    value_max: decimal.or(none).describe('The upper end of a range; else empty.'),
    unit: text.describe('ISO 4217 code for money, `percent`, `percentage point`, or the thing counted.'),
    change: z.enum(CHANGES).or(none).describe('`increase` or `decrease` where the quantity is itself a growth or a fall.'),
    period: period.describe('ISO 8601 year, month or interval the quantity is of; empty if not stated.'),
    doubts,
    rule,
    evidence,
    start,
    end,
    review,
  })
  .superRefine((row, context) => {
    if (row.value_max !== '' && Number(row.value_max) <= Number(row.value)) {
      context.addIssue({ code: 'custom', path: ['value_max'], message: `expected more than ${row.value}`, input: row.value_max });
    }
    checkCoordinates(row, context);
    checkEvidence(row, context);
  });

export type MetricRow = Readonly<z.infer<typeof metricRow>>;
