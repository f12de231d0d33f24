import type { MetricRow } from '../../schema.ts';
import { cellNumber } from './align.ts';
import { figure, fitsUnit, isClose } from './figures.ts';
import type { GoldFile, GoldMetric } from './gold.ts';
import { isLike, isSamePlace } from './names.ts';
import { hasText, isNumber } from './rankings.ts';
import type { Tally } from './tally.ts';

/*
 * The metric rows of one article against its gold file.
 */

export function scoreMetrics(gold: GoldFile, rows: readonly MetricRow[], tally: Tally): void {
  const free = [...rows];
  const sorted = [
    ...gold.metrics.filter((metric) => metric.optional !== true),
    ...gold.metrics.filter((metric) => metric.optional === true),
  ];
  for (const metric of sorted) {
    const fitting = free.filter(
      (row) => isSamePlace(metric.place, row, metric.type) && isClose(figure(row.value), metric.value) && fitsUnit(metric, row.unit),
    );
    const row = fitting.find((candidate) => isLike(metric.metric, candidate.metric, 0.4)) ?? fitting[0];
    if (row !== undefined) free.splice(free.indexOf(row), 1);
    if (metric.optional === true) continue;
    if (row === undefined) {
      tally.count('metric', 'missed');
      tally.said.push(`  missed  metric ${sayGold(metric)}`);
      continue;
    }
    tally.countRow('metric', 'right', row.rule);
    attributes(metric, row, tally);
  }
  for (const row of free) {
    tally.countRow('metric', 'extra', row.rule);
    tally.said.push(
      `  extra   metric ${row.place} | ${row.metric} ${row.op} ${row.value} ${row.unit} [${row.rule}] <- ${JSON.stringify(row.evidence.slice(0, 70))}`,
    );
  }
}

function attributes(gold: GoldMetric, row: MetricRow, tally: Tally): void {
  tally.attribute('metric.name', isLike(gold.metric, row.metric, 0.4));
  tally.attribute('metric.op', row.op === gold.op);
  tally.attribute('metric.period', row.period === (gold.period ?? ''));
  if (hasText(gold.change) || row.change !== '') tally.attribute('metric.change', row.change === (gold.change ?? ''));
  if (isNumber(gold.value_max)) tally.attribute('metric.value_max', isClose(cellNumber(row.value_max), gold.value_max));
}

function sayGold(metric: GoldMetric): string {
  return `${metric.place[0] ?? ''} | ${metric.metric[0] ?? ''} ${metric.op} ${metric.value} ${metric.unit} <- ${JSON.stringify(metric.evidence.slice(0, 70))}`;
}
