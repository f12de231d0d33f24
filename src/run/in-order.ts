/**
 * Results of work in the order in which it came, while several pieces are worked on: never more than `window()` wait behind the
 * first.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  window: () => number,
): AsyncGenerator<Result> {
  const waiting: Promise<Result>[] = [];
  for await (const item of items) {
    const result = work(item);
    // It is awaited in its turn; until then its failure is nobody's.
    result.catch(() => undefined);
    waiting.push(result);
    while (waiting.length >= window()) {
      const first = waiting.shift();
      if (first === undefined) break;
      yield await first;
    }
  }
  for (const result of waiting) yield await result;
}
