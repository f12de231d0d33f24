import type { Article, MetricRow, RankingRow } from '../../schema.ts';

/*
 * A reviewed article as a gold file, so that what was decided is a test for ever. GOLD.md says what each field means.
 */

const orNull = <Value>(value: Value | ''): Value | null => (value === '' ? null : value);
const numberOrNull = (digits: string): number | null => (digits === '' ? null : Number(digits));
/** Both names that count as right. */
const placeNames = ({ place, place_raw }: RankingRow | MetricRow): readonly string[] => [...new Set([place, place_raw])];

export function goldOf({ document, rankings, metrics }: Article): object {
  const lists = new Map<string, RankingRow[]>();
  for (const row of rankings) lists.set(row.ranking_id, [...(lists.get(row.ranking_id) ?? []), row]);
  const { title, site, published, language } = document;
  return {
    document: { title: orNull(title), site: orNull(site), published: orNull(published), language: language === '' ? 'en' : language },
    rankings: [...lists.values()].map((rows, index) => rankingOf(rows, `r${index + 1}`)),
    metrics: metrics.map((row) => ({
      place: placeNames(row),
      type: row.place_type,
      country: orNull(row.country),
      metric: [row.metric],
      op: row.op,
      value: Number(row.value),
      ...(row.value_max === '' ? {} : { value_max: Number(row.value_max) }),
      unit: row.unit,
      period: orNull(row.period),
      ...(row.change === '' ? {} : { change: row.change }),
      evidence: row.evidence,
    })),
    notes: 'Written by `ranktrace review --to-gold` from reviewed rows.',
  };
}

function rankingOf(rows: readonly RankingRow[], key: string): object {
  const [head] = rows;
  return {
    key,
    name: [head?.ranking_name ?? ''],
    publisher: head === undefined || head.publisher === '' ? null : [head.publisher],
    edition: orNull(head?.edition ?? ''),
    scope: orNull(head?.scope ?? ''),
    size: orNull(head?.list_size ?? ''),
    evaluated: orNull(head?.evaluated ?? ''),
    entries: rows.map((row) => ({
      rank: orNull(row.rank),
      ...(row.within === '' ? {} : { within: row.within }),
      ...(row.tied === '' ? {} : { tied: true }),
      place: placeNames(row),
      type: row.place_type,
      country: orNull(row.country),
      basis: row.basis,
      score: numberOrNull(row.score),
      previous_rank: orNull(row.previous_rank),
      evidence: row.evidence,
    })),
  };
}
