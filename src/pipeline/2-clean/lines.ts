import type { Span } from '../../source-text.ts';

/** A line of plain text that is not blank: `start`..`end` is without the white space around it. */
export interface Line extends Span {
  readonly text: string;
  /** Columns of white space in front. */
  readonly indent: number;
  /** A blank line, or the start of the file, stands before it. */
  readonly gap: boolean;
}

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
const VISIBLE = /[^\s\p{Cc}\u00ad\u200b-\u200f\u2060]/u;

export function readLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let from = 0;
  let gap = true;
  const add = (to: number): void => {
    const line = trimmed(text, from, to, gap);
    if (line !== undefined) lines.push(line);
    gap = line === undefined;
  };
  LINE_END.lastIndex = 0;
  for (let match = LINE_END.exec(text); match !== null; match = LINE_END.exec(text)) {
    add(match.index);
    from = LINE_END.lastIndex;
  }
  add(text.length);
  return lines;
}

function isVisible(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code > 32 && code < 127) || VISIBLE.test(text.charAt(at));
}

function trimmed(text: string, from: number, to: number, gap: boolean): Line | undefined {
  let start = from;
  let end = to;
  while (start < end && !isVisible(text, start)) start += 1;
  while (end > start && !isVisible(text, end - 1)) end -= 1;
  return start === end ? undefined : { start, end, text: text.slice(start, end), indent: start - from, gap };
}
