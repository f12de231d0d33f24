import { SourceText, SourceTextBuilder, type DecodedFile } from '../../source-text.ts';
import type { Block, CleanDocument, Dropped, DropReason, Format, Marker, Metadata } from '../../types.ts';
import type { Draft } from './draft.ts';

/** Between blocks stands a blank line that no byte of the file says. */
const BLOCK_SEPARATOR = '\n\n';

/**
 * Writes the drafts that are kept as the cleaned text. `reasons[i]` says why draft i is dropped, undefined where it stays;
 * `dropped` are stretches that never became drafts.
 */
export function writeDocument(
  file: DecodedFile,
  format: Format,
  drafts: readonly Draft[],
  reasons: readonly (DropReason | undefined)[],
  dropped: readonly Dropped[],
  metadata: Metadata,
): CleanDocument {
  const builder = new SourceTextBuilder(SourceText.whole(file));
  const blocks: Block[] = [];
  const losses: Dropped[] = [...dropped];
  drafts.forEach((draft, index) => {
    const reason = reasons[index];
    if (reason !== undefined) {
      // One loss for neighbours that go for the same reason, with the markup between them.
      const joins = index > 0 && reasons[index - 1] === reason;
      losses.push({ start: joins ? (drafts[index - 1]?.end ?? draft.start) : draft.start, end: draft.end, reason });
      return;
    }
    if (blocks.length > 0) builder.replace(draft.start, draft.start, BLOCK_SEPARATOR);
    blocks.push(writeBlock(builder, draft));
  });
  return { format, source: builder.build(), blocks, dropped: joinNeighbours(losses), metadata };
}

function writeBlock(builder: SourceTextBuilder, draft: Draft): Block {
  const start = builder.length;
  for (const piece of draft.pieces) {
    if (piece.text === undefined) builder.keep(piece.start, piece.end);
    else builder.replace(piece.start, piece.end, piece.text);
  }
  const { kind, level, group, marker, cells } = draft;
  return {
    kind,
    level,
    group,
    start,
    end: builder.length,
    marker: cells === undefined ? marker && shiftedMarker(marker, start) : undefined,
    cells: cells?.map((cell) => ({ ...cell, start: cell.start + start, end: cell.end + start })),
  };
}

function shiftedMarker({ value, span, tied }: Marker, by: number): Marker {
  return { value, span: span && { start: span.start + by, end: span.end + by }, tied };
}

/** Ascending, and one range for neighbours that are dropped for the same reason. */
function joinNeighbours(losses: readonly Dropped[]): readonly Dropped[] {
  const joined: Dropped[] = [];
  for (const loss of [...losses].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last?.reason === loss.reason && loss.start - last.end <= 2)
      joined[joined.length - 1] = { ...last, end: Math.max(last.end, loss.end) };
    else joined.push(loss);
  }
  return joined;
}
