/**
 * How the CPU time of `work` grows when its input doubles: time(2n) / time(n), medians of several runs. Linear work gives about 2,
 * quadratic 4. Sizes are UTF-16 units; the smallest is taken at which the time can be told from noise.
 */
export interface Growth {
  readonly units: number;
  readonly once: number;
  readonly twice: number;
  readonly ratio: number;
}

/** Times (milliseconds of CPU) under which one run says little. */
const tellable = 12;
/** Above this a few runs say enough, and more would take minutes. */
const plain = 150;
const smallest = 6_000;
const largest = 200_000;
const runs = 5;

function milliseconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function measure<Input>(input: Input, work: (input: Input) => unknown): number {
  const first = milliseconds(() => work(input));
  if (first > plain)
    return Math.min(
      first,
      milliseconds(() => work(input)),
    );
  return median(Array.from({ length: runs }, () => milliseconds(() => work(input))));
}

function growth<Input>(prepare: (units: number) => Input, work: (input: Input) => unknown): Growth {
  let units = smallest;
  work(prepare(units));
  while (units < largest) {
    const input = prepare(units);
    if (milliseconds(() => work(input)) >= tellable) break;
    units *= 2;
  }
  const once = measure(prepare(units), work);
  const twice = measure(prepare(units * 2), work);
  // Under a tenth of what can be told, the clock is most of what is measured.
  return { units, once, twice, ratio: twice / Math.max(once, tellable / 10) };
}

/** The least of up to `attempts` measurements: a busy machine makes one ratio large, quadratic work makes all of them. */
export function steadyGrowth<Input>(
  prepare: (units: number) => Input,
  work: (input: Input) => unknown,
  most: number,
  attempts = 4,
): Growth {
  let best = growth(prepare, work);
  for (let attempt = 1; attempt < (best.once > plain ? 2 : attempts) && best.ratio > most; attempt += 1) {
    const again = growth(prepare, work);
    if (again.ratio < best.ratio) best = again;
  }
  return best;
}
