import { metricRow, rankingRow, type MetricRow, type RankingRow } from '../../schema.ts';

/** What is wrong with a row; undefined where it holds. */
export type Complaint = string | undefined;

interface Checked {
  readonly success: boolean;
  readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] } | undefined;
}

const complaint = ({ success, error }: Checked): Complaint =>
  success ? undefined : (error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');

export const checkRanking = (row: RankingRow): Complaint => complaint(rankingRow.safeParse(row));
export const checkMetric = (row: MetricRow): Complaint => complaint(metricRow.safeParse(row));
