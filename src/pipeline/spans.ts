import type { Span } from '../source-text.ts';

/** Index of the last item that begins at or before `at`, -1 if none does; `startOf` rises with the index. */
export function lastFrom(length: number, startOf: (index: number) => number, at: number): number {
  let low = -1;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(middle) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The sentence that holds `at`; sentences lie side by side, in order. */
export function sentenceAt(sentences: readonly Span[], at: number): Span | undefined {
  const found = sentences[lastFrom(sentences.length, (index) => sentences[index]?.start ?? Infinity, at)];
  return found !== undefined && at < found.end ? found : undefined;
}

interface Placed<Item> extends Span {
  readonly item: Item;
  /** Where it stood among the items given. */
  readonly order: number;
}

/** Spans of one text, asked which of them share a unit with another span. */
export class SpanIndex<Item> {
  readonly #sorted: readonly Placed<Item>[];
  /** The furthest end of the first n spans. */
  readonly #reach: readonly number[];

  constructor(items: readonly Item[], spanOf: (item: Item) => Span) {
    this.#sorted = items
      .map((item, order) => {
        const { start, end } = spanOf(item);
        return { item, order, start, end };
      })
      .sort((a, b) => a.start - b.start);
    let reach = -Infinity;
    this.#reach = this.#sorted.map(({ end }) => (reach = Math.max(reach, end)));
  }

  /** In the order in which the items were given. */
  overlapping({ start, end }: Span): readonly Item[] {
    const found: Placed<Item>[] = [];
    for (let at = lastFrom(this.#sorted.length, (index) => this.#sorted[index]?.start ?? Infinity, end - 1); at >= 0; at -= 1) {
      if ((this.#reach[at] ?? 0) <= start) break;
      const one = this.#sorted[at];
      if (one !== undefined && one.start < end && start < one.end) found.push(one);
    }
    return found.sort((a, b) => a.order - b.order).map(({ item }) => item);
  }
}
