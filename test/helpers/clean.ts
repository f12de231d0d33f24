import { decode } from '../../src/pipeline/1-decode.ts';
import type { DecodedFile } from '../../src/source-text.ts';
import type { Block, CleanDocument, Failure } from '../../src/types.ts';

export function fileOf(text: string): DecodedFile {
  const file = decode(Buffer.from(text));
  if ('status' in file) throw new Error(file.error);
  return file;
}

export function cleaned(result: CleanDocument | Failure): CleanDocument {
  if ('status' in result) throw new Error(result.error);
  return result;
}

function textOf(clean: CleanDocument, block: Block): string {
  return clean.source.text.slice(block.start, block.end);
}

/** `item 10 10. Hefei`: kind, value of the marker if there is one, text. */
export function outline(clean: CleanDocument): readonly string[] {
  return clean.blocks.map((block) =>
    [block.kind, block.marker?.value, textOf(clean, block)].filter((part) => part !== undefined).join(' '),
  );
}

export function droppedText(clean: CleanDocument): readonly string[] {
  return clean.dropped.map(({ start, end, reason }) => `${reason}: ${clean.source.file.text.slice(start, end)}`);
}

/** What must hold of every cleaned article, whatever was in it. Throws naming the first thing that does not. */
export function checkClean(clean: CleanDocument): void {
  const { source, blocks, dropped } = clean;
  const fail = (message: string): never => {
    throw new Error(message);
  };
  let end = 0;
  source.runs.forEach((run, index) => {
    const runEnd = source.runs[index + 1]?.start ?? source.text.length;
    if (run.kind === 'verbatim' && source.text.slice(run.start, runEnd) !== source.file.text.slice(run.sourceStart, run.sourceEnd))
      fail(`run ${index} is not verbatim`);
    if (run.sourceStart < (source.runs[index - 1]?.sourceEnd ?? 0)) fail(`run ${index} goes back in the file`);
  });
  blocks.forEach((block, index) => {
    if (block.start < end || block.end <= block.start || block.end > source.text.length)
      fail(`block ${index} stands at ${block.start}..${block.end}`);
    if (index > 0 && source.text.slice(end, block.start) !== '\n\n') fail(`no blank line before block ${index}`);
    const text = source.text.slice(block.start, block.end);
    if (text !== text.trim() || text.includes('\n')) fail(`block ${index} is not a trimmed line: ${JSON.stringify(text)}`);
    const bytes = source.byteSpan(block.start, block.end);
    if (bytes.start >= bytes.end) fail(`block ${index} has no bytes`);
    const { span } = block.marker ?? {};
    if (span !== undefined && (span.start !== block.start || span.end > block.end)) fail(`the marker of block ${index} is outside`);
    block.cells?.forEach((cell, column) => {
      if (cell.start < (block.cells?.[column - 1]?.end ?? block.start) || cell.end > block.end || cell.start >= cell.end)
        fail(`cell ${column} of block ${index} is outside`);
    });
    end = block.end;
  });
  if (blocks.length > 0 && end !== source.text.length) fail('text behind the last block');
  dropped.forEach((loss, index) => {
    if (loss.start >= loss.end || loss.end > source.file.text.length) fail(`loss ${index} is empty or outside`);
  });
  let byte = 0;
  for (let unit = 0; unit < source.text.length; unit += 1) {
    const bytes = source.byteSpan(unit, unit + 1);
    if (bytes.start < byte) fail(`byte ${bytes.start} of unit ${unit} stands before ${byte}`);
    byte = bytes.start;
  }
}
