import type { Span } from '../../source-text.ts';

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
