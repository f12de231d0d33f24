import type { DecodedFile } from '../../source-text.ts';
import type { CleanDocument } from '../../types.ts';
import { findBoilerplate } from './boilerplate.ts';
import { splitCounted } from './counted.ts';
import type { Draft } from './draft.ts';
import { draftBlocks } from './text-blocks.ts';
import { readLines } from './lines.ts';
import { readMetadata } from './metadata.ts';
import { draftRows, findTables } from './tables.ts';
import { writeDocument } from './write.ts';

/** Plain text as crawlers save it → the article's blocks, and what was left out of it and why. */
export function cleanText(file: DecodedFile): CleanDocument {
  const lines = readLines(file.text);
  const drafts: Draft[] = [];
  let from = 0;
  for (const table of findTables(file.text, lines)) {
    for (const draft of draftBlocks(file.text, lines.slice(from, table.from), drafts.length)) drafts.push(draft);
    for (const draft of draftRows(file.text, lines, table, drafts.length)) drafts.push(draft);
    from = table.to;
  }
  for (const draft of draftBlocks(file.text, lines.slice(from), drafts.length)) drafts.push(draft);
  const split = splitCounted(drafts);
  const { title, reasons } = findBoilerplate(split);
  const titled = split.map((draft, index) => (index === title ? { ...draft, kind: 'title' as const, level: 0 } : draft));
  return writeDocument(file, 'text', titled, reasons, [], readMetadata(titled, reasons, title));
}
