/*
 * What an evaluation counts, and the figures made of it.
 */

export type Part = 'entry' | 'pair' | 'metric';
export const PARTS: readonly Part[] = ['entry', 'pair', 'metric'];

export interface Counts {
  right: number;
  extra: number;
  missed: number;
}

/** Right, extra and missed rows, and for each attribute how many of the matched rows have it right. */
export class Tally {
  readonly parts: Readonly<Record<Part, Counts>> = { entry: zero(), pair: zero(), metric: zero() };
  readonly attributes = new Map<string, { right: number; all: number }>();
  /** Right and extra rows by the rule that made them; a row that the gold file leaves open is neither. */
  readonly rules: Readonly<Record<'entry' | 'metric', Map<string, { right: number; extra: number }>>> = {
    entry: new Map(),
    metric: new Map(),
  };
  /** What was missed or is extra, a line each, for `--show`. */
  readonly said: string[] = [];

  count(part: Part, kind: keyof Counts): void {
    this.parts[part][kind] += 1;
  }

  countRow(part: 'entry' | 'metric', kind: 'right' | 'extra', rule: string): void {
    this.count(part, kind);
    const counts = this.rules[part].get(rule) ?? { right: 0, extra: 0 };
    this.rules[part].set(rule, { ...counts, [kind]: counts[kind] + 1 });
  }

  attribute(name: string, isRight: boolean): void {
    const counts = this.attributes.get(name) ?? { right: 0, all: 0 };
    counts.all += 1;
    if (isRight) counts.right += 1;
    this.attributes.set(name, counts);
  }

  add(other: Tally): void {
    for (const part of PARTS) {
      for (const kind of ['right', 'extra', 'missed'] as const) this.parts[part][kind] += other.parts[part][kind];
    }
    for (const part of ['entry', 'metric'] as const) {
      for (const [rule, { right, extra }] of other.rules[part]) {
        const counts = this.rules[part].get(rule) ?? { right: 0, extra: 0 };
        this.rules[part].set(rule, { right: counts.right + right, extra: counts.extra + extra });
      }
    }
    for (const [name, { right, all }] of other.attributes) {
      const counts = this.attributes.get(name) ?? { right: 0, all: 0 };
      this.attributes.set(name, { right: counts.right + right, all: counts.all + all });
    }
  }
}

function zero(): Counts {
  return { right: 0, extra: 0, missed: 0 };
}

export interface Figures {
  readonly precision: number;
  readonly recall: number;
  /** Their harmonic mean. */
  readonly f: number;
}

export function figuresOf({ right, extra, missed }: Counts): Figures {
  const precision = right + extra === 0 ? 0 : right / (right + extra);
  const recall = right + missed === 0 ? 0 : right / (right + missed);
  return { precision, recall, f: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** Whether nothing was missed and nothing is extra. */
export function isWhole({ extra, missed }: Counts): boolean {
  return extra === 0 && missed === 0;
}
