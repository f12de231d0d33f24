import { z } from 'zod';
import { count, date, FORMATS, id, none, sha256, source, STATUSES, text } from './values.ts';

/** A row of documents.csv: an article. The order of the keys is the order of the columns. */
export const documentRow = z
  .strictObject({
    document_id: id.describe('Key of the article.'),
    source: source.describe('Path of the article relative to the input root, or `path!record` of a container.'),
    sha256: sha256.or(none).describe("SHA-256 of the article's bytes; empty if they could not be read."),
    bytes: count.or(none).describe('Length of the article in bytes; empty if not known.'),
    format: z.enum(FORMATS).or(none).describe('How the article was read.'),
    encoding: z
      .string()
      .regex(/^[a-z0-9_:-]*$/)
      .describe('Encoding of the article, lower case; quotes decode with it.'),
    language: z
      .string()
      .regex(/^(?:[a-z]{2,3})?$/)
      .describe('ISO 639-1 code; empty if too short to tell.'),
    title: text.describe('Title the article gives itself.'),
    site: text.describe('Site or newspaper the article says it is from.'),
    author: text.describe('Author the article names.'),
    published: date.describe('Date the article gives itself; never guessed.'),
    rankings: count.describe('Rankings found.'),
    entries: count.describe('Rows in rankings.csv.'),
    metrics: count.describe('Rows in metrics.csv.'),
    losses: count.describe('Lines in losses.jsonl.'),
    status: z.enum(STATUSES).describe('`ok`, or why the article gave no rows.'),
    error: z.string().describe('One line that explains the status; empty for `ok`.'),
    text_sha256: sha256.or(none).describe('SHA-256 of the cleaned text; empty if there is none.'),
  })
  .superRefine((row, context) => {
    const refuse = (column: keyof typeof row, message: string): void => {
      context.addIssue({ code: 'custom', path: [column], message, input: row[column] });
    };
    if (row.status === 'ok') {
      if (row.error !== '') refuse('error', 'expected no error beside `ok`');
      for (const column of ['sha256', 'bytes', 'format', 'encoding', 'text_sha256'] as const) {
        if (row[column] === '') refuse(column, 'expected a value beside `ok`');
      }
    } else {
      if (row.error === '' && row.status !== 'empty') refuse('error', `expected an explanation of \`${row.status}\``);
      for (const column of ['rankings', 'entries', 'metrics'] as const) {
        if (row[column] !== 0) refuse(column, `expected no rows of an article that is \`${row.status}\``);
      }
    }
  });

export type DocumentRow = Readonly<z.infer<typeof documentRow>>;
