import { readSections } from '../../pipeline/3-sections.ts';
import type { Article } from '../../schema.ts';
import type { SourceText, Span } from '../../source-text.ts';
import type { CleanDocument } from '../../types.ts';

/*
 * An article as the page shows it: its text in parts, what was left out among them, and where the words of each cell stand.
 */

/** Words of a cell: `start`..`end` are UTF-16 units of the part's text. */
export interface Mark extends Span {
  readonly id: string;
  readonly column: string;
}

export interface Part {
  /** A kind of block, or `dropped`. */
  readonly kind: string;
  readonly level: number;
  /** First byte in the article. */
  readonly start: number;
  readonly text: string;
  /** Why it was left out; empty for what is read. */
  readonly reason: string;
  readonly sentences: readonly Span[];
  readonly marks: readonly Mark[];
}

// A navigation bar of a few lines says what was dropped; nobody reads 60 KB of script.
const MOST_DROPPED = 2000;

export function partsOf(clean: CleanDocument, article: Article): readonly Part[] {
  const { source } = clean;
  const { file, text } = source;
  const marks = markedBytes(article);
  const kept = readSections(clean).map(({ kind, level, start, end, sentences }): Part => {
    const signs = Array.from({ length: end - start }, (_, unit) => signBytes(source, start + unit));
    const [firsts, lasts] = [signs.map((sign) => sign.start), signs.map((sign) => sign.end)];
    const bytes = source.byteSpan(start, end);
    return {
      ...{ kind, level, start: bytes.start, text: text.slice(start, end), reason: '' },
      sentences: sentences.map((one) => ({ start: one.start - start, end: one.end - start })),
      marks: marks
        .filter((mark) => mark.start < bytes.end && bytes.start < mark.end)
        .map(({ id, column, ...mark }) => ({ id, column, start: lowerBound(lasts, mark.start + 1), end: lowerBound(firsts, mark.end) }))
        .map((mark) => ({ ...mark, ...trimmed(text, start + mark.start, start + mark.end, start) }))
        .filter((mark) => mark.start < mark.end),
    };
  });
  const dropped = clean.dropped.map(({ start, end, reason }): Part => {
    const words = file.text.slice(start, Math.min(end, start + MOST_DROPPED));
    return { kind: 'dropped', level: 0, start: file.byteAt(start), text: words, reason, sentences: [], marks: [] };
  });
  return [...kept, ...dropped.filter((part) => part.text.trim() !== '')].sort((a, b) => a.start - b.start);
}

/** A stretch of the text without the blanks at its ends, counted from `base`. */
function trimmed(text: string, from: number, to: number, base: number): Span {
  const words = text.slice(from, to);
  const start = from - base + words.length - words.trimStart().length;
  return { start, end: start + words.trim().length };
}

/** The bytes of the sign that a UTF-16 unit belongs to; none behind a separator that the cleaner wrote, where no mark may begin. */
function signBytes(source: SourceText, unit: number): Span {
  const isFirst = /[\ud800-\udbff]/.test(source.text.charAt(unit));
  return source.byteSpan(unit, unit + (isFirst ? 2 : 1));
}

function markedBytes({ rankings, metrics, provenance }: Article): readonly Mark[] {
  const ids = new Set([...rankings.flatMap((row) => [row.entry_id, row.ranking_id]), ...metrics.map((row) => row.metric_id)]);
  return provenance
    .filter(({ id }) => ids.has(id))
    .flatMap(({ id, cells }) =>
      Object.entries(cells).flatMap(([column, { pieces }]) => pieces.map(({ start, end }) => ({ id, column, start, end }))),
    );
}

/** Index of the first value that is not below `least`. */
function lowerBound(values: readonly number[], least: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The bytes of the article behind words of a part: UTF-16 units from the part's start. Undefined where no such part is read. */
export function bytesOf(clean: CleanDocument, partStart: number, words: Span): (Span & { readonly quote: string }) | undefined {
  const { source } = clean;
  const block = clean.blocks.find(({ start, end }) => source.byteSpan(start, end).start === partStart);
  if (block === undefined || words.start < 0 || words.start >= words.end || words.end > block.end - block.start) return undefined;
  const [start, end] = [block.start + words.start, block.start + words.end];
  return { ...source.byteSpan(start, end), quote: source.quote(start, end) };
}
