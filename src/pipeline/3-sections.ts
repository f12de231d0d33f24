import type { Block, CleanDocument, Section } from '../types.ts';
import { splitSentences } from './sentences.ts';

/** A numbered item that names a place and is followed by prose about it is short. */
const LONGEST_GOVERNOR = 90;

interface Governor {
  readonly index: number;
  readonly level: number;
}

/**
 * Blocks → sections: which headings govern each, and its sentences. The title governs everything below it; in "10. Hefei",
 * followed by paragraphs about Hefei, the item governs them.
 */
export function readSections(clean: CleanDocument): readonly Section[] {
  const { blocks, source } = clean;
  const items = findGovernors(blocks);
  const open: Governor[] = [];
  return blocks.map((block, index) => {
    const level = block.kind === 'title' ? 0 : block.kind === 'heading' ? block.level : undefined;
    if (level !== undefined) while ((open.at(-1)?.level ?? -1) >= level) open.pop();
    const item = items[index];
    const headings = open.map((governor) => governor.index);
    if (item !== undefined && item !== index) headings.push(item);
    if (level !== undefined) open.push({ index, level });
    const sentences = block.kind === 'row' ? [{ start: block.start, end: block.end }] : splitSentences(source.text, block.start, block.end);
    const { kind, start, end, group, marker, cells } = block;
    return { kind, level: block.level, group, start, end, marker, cells, index, headings, sentences };
  });
}

/** By block: the numbered item whose prose it is, undefined for the rest. */
function findGovernors(blocks: readonly Block[]): readonly (number | undefined)[] {
  const governors = new Array<number | undefined>(blocks.length).fill(undefined);
  const longest = new Map<number, number>();
  blocks.forEach((block, index) => {
    if (!isGovernor(block)) return;
    const end = proseEnd(blocks, index);
    // What follows the last item may be the article's last words: it gets no more paragraphs than the items before it.
    const last = blocks[end]?.group !== block.group;
    const length = last && longest.has(block.group) ? Math.min(end - index - 1, longest.get(block.group) ?? 0) : end - index - 1;
    if (!last) longest.set(block.group, Math.max(length, longest.get(block.group) ?? 0));
    governors.fill(index, index + 1, index + 1 + length);
  });
  return governors;
}

function isGovernor(block: Block): boolean {
  return block.kind === 'item' && block.marker?.value !== undefined && block.end - block.start <= LONGEST_GOVERNOR;
}

/** Index behind the paragraphs, captions and bullets that follow item `index`. */
function proseEnd(blocks: readonly Block[], index: number): number {
  let end = index + 1;
  for (; end < blocks.length; end += 1) {
    const block = blocks[end];
    const follows =
      block?.kind === 'paragraph' || block?.kind === 'caption' || (block?.kind === 'item' && block.marker?.value === undefined);
    if (!follows) break;
  }
  return end;
}
