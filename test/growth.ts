/**
 * How the CPU time of `work` grows when its input doubles: time(2n) / time(n), each the shortest of several runs: a busy machine adds
 * to a time and never takes from it. Linear work gives about 2, quadratic 4. Sizes are UTF-16 units; the smallest is taken at which
 * the time can be told from noise.
 */
export interface Growth {
  readonly units: number;
  readonly once: number;
  readonly twice: number;
  readonly ratio: number;
}

/** Times (milliseconds of CPU) under which one run says little. */
const tellable = 20;
/** Above this two runs say enough, and more would take minutes. */
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

/** The shortest of a few: the first runs are those of code that is not compiled yet. */
function warmed(work: () => unknown): number {
  return Math.min(...Array.from({ length: 3 }, () => milliseconds(work)));
}

function firstTellable<Input>(prepare: (units: number) => Input, work: (input: Input) => unknown): number {
  let units = smallest;
  work(prepare(units));
  while (units < largest) {
    const input = prepare(units);
    if (milliseconds(() => work(input)) >= tellable && warmed(() => work(input)) >= tellable) break;
    units *= 2;
  }
  return units;
}

/** Both sizes in turn, so that a busy machine is busy for both. */
function growthAt<Input>(units: number, prepare: (units: number) => Input, work: (input: Input) => unknown): Growth {
  const small = prepare(units);
  const large = prepare(units * 2);
  const once: number[] = [];
  const twice: number[] = [];
  do {
    once.push(milliseconds(() => work(small)));
    twice.push(milliseconds(() => work(large)));
  } while (once.length < ((once[0] ?? 0) > plain ? 2 : runs));
  const [shortest, longer] = [Math.min(...once), Math.min(...twice)];
  // Under a tenth of what can be told, the clock is most of what is measured; on the largest texts, the collector of garbage is.
  const noise = units < largest ? tellable / 10 : tellable * 2;
  return { units, once: shortest, twice: longer, ratio: longer / Math.max(shortest, noise) };
}

/**
 * Measured again, and then at twice the size, where the ratio is over `most`: what a busy machine or a full cache made of it passes,
 * what is quadratic stays.
 */
export function steadyGrowth<Input>(prepare: (units: number) => Input, work: (input: Input) => unknown, most: number): Growth {
  const units = firstTellable(prepare, work);
  let measured = growthAt(units, prepare, work);
  // Work that hardly takes time on the largest text would, on a larger one, only be told by how its garbage is collected.
  const more = units < largest ? units * 2 : units;
  for (const size of [units, more, more]) {
    if (measured.ratio <= most) break;
    measured = growthAt(size, prepare, work);
  }
  return measured;
}
