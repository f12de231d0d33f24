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
const tellable = 20;
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

function firstTellable<Input>(prepare: (units: number) => Input, work: (input: Input) => unknown): number {
  let units = smallest;
  work(prepare(units));
  while (units < largest) {
    const input = prepare(units);
    if (milliseconds(() => work(input)) >= tellable) break;
    units *= 2;
  }
  return units;
}

/**
 * Both sizes in turn, so that a busy machine is busy for both. More runs where the ratio is over `most`: on a busy machine it falls
 * again, of quadratic work it does not.
 */
export function steadyGrowth<Input>(prepare: (units: number) => Input, work: (input: Input) => unknown, most: number): Growth {
  const units = firstTellable(prepare, work);
  const small = prepare(units);
  const large = prepare(units * 2);
  const once: number[] = [];
  const twice: number[] = [];
  let measured: Growth;
  do {
    const wanted = (once[0] ?? 0) > plain ? 1 : runs;
    for (let run = 0; run < wanted; run += 1) {
      once.push(milliseconds(() => work(small)));
      twice.push(milliseconds(() => work(large)));
    }
    // Under a tenth of what can be told, the clock is most of what is measured.
    const ratio = median(twice) / Math.max(median(once), tellable / 10);
    measured = { units, once: median(once), twice: median(twice), ratio };
  } while (measured.ratio > most && once.length < ((once[0] ?? 0) > plain ? 3 : 4 * runs));
  return measured;
}
