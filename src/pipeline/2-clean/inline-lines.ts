import type { Span } from '../../source-text.ts';
import { isByline, isDateline } from './datelines.ts';
import { PieceWriter, type Piece } from './draft.ts';
import { readMarker } from './markers.ts';
import { judgeWords } from './vocabulary.ts';

/** "Tokyo", "Saint Petersburg, Russia": lines that are the items of a list. */
const LONGEST_NAME = 60;
/** A paragraph in bold alone is a heading if it is short. */
const LONGEST_BOLD_HEADING = 90;

/** A line of a paragraph: its words without the marks around them. */
export interface InlineLine extends Span {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Letters inside links. */
  readonly linked: number;
  /** Letters in bold. */
  readonly strong: number;
  /** Letters in bold or italics. */
  readonly emphasised: number;
}

/**
 * "The top three:" / "1. Shenzhen" / "2. Beijing" in one paragraph: each numbered line is its own, and so is each line that is no
 * part of the article ("Labels: budget, travel"). `broken`: the page breaks the lines itself, so three names are three items.
 */
export function splitLines(lines: readonly InlineLine[], broken = false): readonly (readonly InlineLine[])[] {
  if (lines.length < 2) return [lines];
  const names = broken && lines.length >= 3 && lines.every((line) => line.text.length <= LONGEST_NAME && !/[.!?;,]$/.test(line.text));
  if (names) return lines.map((line) => [line]);
  const marked = lines.map((line) => readMarker(line.text)?.strength === 'certain');
  const foreign = lines.map((line) => judgeWords(line.text) !== undefined || isDateline(line.text) || isByline(line.text));
  const items = marked.filter(Boolean).length >= (marked[0] ? 2 : 1);
  const parts: InlineLine[][] = [];
  lines.forEach((line, index) => {
    const open = parts.at(-1);
    const breaks = (items && marked[index]) || foreign[index] || foreign[index - 1];
    if (open === undefined || breaks) parts.push([line]);
    else open.push(line);
  });
  return parts;
}

export function joinLines(source: string, lines: readonly InlineLine[]): { readonly text: string; readonly pieces: readonly Piece[] } {
  if (lines.length === 1 && lines[0] !== undefined) {
    const text = lines[0].pieces.map((piece) => piece.text ?? source.slice(piece.start, piece.end)).join('');
    return { text, pieces: lines[0].pieces };
  }
  const writer = new PieceWriter(source);
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before !== undefined) writer.replace(before.end, line.start, ' ');
    writer.add(line.pieces);
  });
  return writer.finish();
}

/** "**The ten dearest cities**": a short paragraph that is all in bold. */
export function isBoldHeading(lines: readonly InlineLine[]): boolean {
  const line = lines[0];
  if (lines.length !== 1 || line === undefined || line.text.length > LONGEST_BOLD_HEADING) return false;
  return line.strong >= line.text.length - 1 && !/[.,;]$/.test(line.text);
}
