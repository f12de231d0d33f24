import type { MetricClaim } from '../../extractors/claim.ts';
import type { Settled } from '../8-overlaps.ts';
import { compare, divide } from '../9-normalize/decimal.ts';
import { nameWords, placeIdentity, similarity } from './identity.ts';

/** Names that share this much are of one measure: "exports", "total exports"; tried on the labelled articles, where lower values joined visitors and guests. */
const SAME_MEASURE = 0.5;
/** A rounded figure is this close to the exact one. */
const ROUNDED = 0.05;
/** With so many digits in common two figures of one place are one figure, whatever it is called. */
const TELLING_DIGITS = 3;

type Metric = Settled<MetricClaim>;

const digitsOf = (value: string): number => /[1-9](?:0*[1-9])*/.exec(value.replace('.', ''))?.[0].length ?? 0;

function isClose(a: string, b: string): boolean {
  if (compare(a, b) === 0) return true;
  const [low, high] = compare(a, b) < 0 ? [a, b] : [b, a];
  return compare(low, '0') > 0 && compare(divide(high, low, 6), String(1 + ROUNDED)) <= 0;
}

/** Whether two metrics say the same: one place, measure and period. */
function repeats(a: MetricClaim, b: MetricClaim): boolean {
  if (a.unit !== b.unit && a.unit !== '' && b.unit !== '' && similarity(nameWords(a.unit), nameWords(b.unit)) === 0) return false;
  if (a.change !== b.change && a.change !== '' && b.change !== '') return false;
  if (a.period !== undefined && b.period !== undefined && a.period.iso !== b.period.iso) return false;
  const equal = compare(a.quantity.value, b.quantity.value) === 0 && a.quantity.valueMax === b.quantity.valueMax;
  if (equal && (digitsOf(a.quantity.value) >= TELLING_DIGITS || a.name === b.name)) return true;
  const measure = similarity(nameWords(a.name), nameWords(b.name));
  return measure >= SAME_MEASURE && (equal || (a.quantity.op !== b.quantity.op && isClose(a.quantity.value, b.quantity.value)));
}

/** The exact figure before the rounded one, a list before prose, what says more before what says less, then the first. */
function better(a: Metric, b: Metric): number {
  const [one, other] = [a.claim, b.claim];
  return (
    Number(other.quantity.op === '=') - Number(one.quantity.op === '=') ||
    digitsOf(other.quantity.value) - digitsOf(one.quantity.value) ||
    one.doubts.length - other.doubts.length ||
    Number(other.period !== undefined) - Number(one.period !== undefined) ||
    Number(other.source === 'list') - Number(one.source === 'list') ||
    one.span.start - other.span.start
  );
}

/** One metric per place, measure and period, however often it is told; the others support it. */
export function withoutRepeats(metrics: readonly Metric[]): readonly Metric[] {
  const byPlace = new Map<string, Metric[]>();
  for (const metric of metrics) {
    const key = placeIdentity(metric.claim.place.place);
    const own = byPlace.get(key);
    if (own === undefined) byPlace.set(key, [metric]);
    else own.push(metric);
  }
  const kept: Metric[] = [];
  for (const own of byPlace.values()) {
    const told: Metric[] = [];
    for (const metric of [...own].sort(better)) {
      const index = told.findIndex((other) => repeats(other.claim, metric.claim));
      const same = told[index];
      if (same === undefined) told.push(metric);
      else told[index] = { ...same, supporters: [...same.supporters, metric.claim, ...metric.supporters] };
    }
    for (const metric of told) kept.push(metric);
  }
  return kept.sort((a, b) => a.claim.quantity.numberStart - b.claim.quantity.numberStart);
}
