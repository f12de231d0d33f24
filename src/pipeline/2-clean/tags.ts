import { PieceWriter } from './draft.ts';
import type { InlineLine } from './inline-lines.ts';

const TAG = /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s{0,9}>|$)|<\/?[a-z!?][^<>]*>/gi;
const INLINE = /^<\/?(?:[abiuq]|em|strong|span|small|sup|sub|abbr|time|font|mark|code|cite|wbr)\b/i;

/** Words of the HTML that stands in a Markdown file at `start`..`end`, a line for each block. */
export function stripTags(source: string, start: number, end: number): readonly InlineLine[] {
  const lines: InlineLine[] = [];
  let writer = new PieceWriter(source);
  let first = start;
  let last = start;
  const keep = (from: number, to: number): void => {
    if (!/\S/.test(source.slice(from, to))) return;
    if (writer.length === 0) first = from;
    writer.keep(from, to);
    last = to;
  };
  const endLine = (): void => {
    const written = writer.finish();
    if (written.text !== '') lines.push({ ...written, start: first, end: last, linked: 0, strong: 0, emphasised: 0 });
    writer = new PieceWriter(source);
  };
  let from = start;
  for (const match of source.slice(start, end).matchAll(TAG)) {
    keep(from, start + match.index);
    if (!INLINE.test(match[0])) endLine();
    from = start + match.index + match[0].length;
  }
  keep(from, end);
  endLine();
  return lines;
}
