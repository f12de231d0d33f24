import { z } from 'zod';
import { checkCoordinates, placeColumns } from './place-columns.ts';
import { checkEvidence, proofColumns } from './proof-columns.ts';
import { BASES, decimal, id, none, period, position, scope, source, splitDoubts, text } from './values.ts';

const { doubts, rule, evidence, start, end, review } = proofColumns;

/** A row of rankings.csv: a place in a ranking. The order of the keys is the order of the columns. */
export const rankingRow = z
  .strictObject({
    document_id: id.describe('Key of the article in documents.csv.'),
    source: source.describe('Path of the article relative to the input root, or `path!record` of a container.'),
    ranking_id: id.describe('Key of the ranking; the same in all its rows.'),
    ranking_name: text.describe('Name of the ranking as the article gives it; empty only under the doubt `no-list-name`.'),
    publisher: text.describe('Who compiled the ranking; empty if not stated.'),
    edition: period.describe('Year or years the ranking is of, such as `2019` or `2016/2017`; empty if none can be read.'),
    scope: scope.describe('ISO 3166 code of the area whose places compete, `world`, or a region; empty if unclear.'),
    list_size: position.describe('N of "top N", else the number of places on the list; empty if not stated.'),
    evaluated: position.describe('How many places were assessed; empty if not stated.'),
    entry_id: id.describe('Key of the row.'),
    rank: position.describe('Position in the ranking, from 1; empty for a member whose position is not known.'),
    within: position.describe('N where the place is said to be within the top N; empty where `rank` is known.'),
    tied: z.literal('true').or(none).describe('`true` where the position is shared; else empty.'),
    ...placeColumns,
    score: decimal.or(none).describe('The figure the ranking orders by, as plain decimal digits; empty if not stated.'),
    score_unit: text.describe('Unit of the score: ISO 4217 code, `percent`, a noun; empty for index points.'),
    previous_rank: position.describe('Position in the last edition, stated or from a stated move; empty if neither.'),
    basis: z
      .enum(BASES)
      .describe(
        'How the position is known: by a number or word (`explicit`), by the order of an enumeration (`implied`), or only within N (`member`).',
      ),
    doubts,
    rule,
    evidence,
    start,
    end,
    review,
  })
  .superRefine((row, context) => {
    const refuse = (column: keyof typeof row, message: string): void => {
      context.addIssue({ code: 'custom', path: [column], message, input: row[column] });
    };
    const member = row.basis === 'member';
    if (member && row.rank !== '') refuse('rank', 'expected no rank for a `member`');
    if (member && row.within === '') refuse('within', 'expected the N that a `member` is within');
    if (!member && row.rank === '') refuse('rank', `expected a rank of at least 1 for basis \`${row.basis}\``);
    if (!member && row.within !== '') refuse('within', 'expected `within` only for a `member`');
    if (row.rank === '' && row.tied !== '') refuse('tied', 'expected `tied` only beside a rank');
    if (row.score === '' && row.score_unit !== '') refuse('score_unit', 'expected a unit only beside a score');
    if (row.ranking_name === '' && !splitDoubts(row.doubts).includes('no-list-name')) {
      refuse('ranking_name', 'expected a name or the doubt `no-list-name`');
    }
    checkCoordinates(row, context);
    checkEvidence(row, context);
  });

export type RankingRow = Readonly<z.infer<typeof rankingRow>>;
