import type { Piece, ProvenanceCell, Step } from '../../schema.ts';
import { EVIDENCE_BYTES } from '../../schema/lists.ts';
import type { SourceText, Span } from '../../source-text.ts';

/** A stretch of the cleaned text as a piece of the file: its bytes and the file's own text there. */
export function pieceOf(source: SourceText, span: Span): Piece {
  const { file } = source;
  const { start, end } = source.sourceSpan(span.start, span.end);
  return { quote: file.text.slice(start, end), start: file.byteAt(start), end: file.byteAt(end) };
}

export function cellOf(
  source: SourceText,
  value: string | number,
  origin: ProvenanceCell['origin'],
  spans: readonly Span[],
  rule: string,
  steps: readonly Step[],
): ProvenanceCell {
  const pieces: Piece[] = [];
  for (const span of spans) if (span.end > span.start) pieces.push(pieceOf(source, span));
  return { origin, value, pieces, rule, steps };
}

const OPENS = /[\p{L}\p{N}\p{Sc}]/u;

/** Cuts what is no letter, digit or currency sign off the front of a span of the cleaned text. */
function opened(source: SourceText, span: Span): Span {
  let { start } = span;
  while (start < span.end - 1 && !OPENS.test(String.fromCodePoint(source.text.codePointAt(start) ?? 32))) start += 1;
  return { start, end: span.end };
}

/** The smallest single stretch that holds all spans, or, over 500 bytes, the span with the value alone. */
export function evidenceOf(source: SourceText, spans: readonly Span[], value: Span): { readonly piece: Piece; readonly split: boolean } {
  const filled = spans.filter((span) => span.end > span.start);
  const all = {
    start: Math.min(value.start, ...filled.map((span) => span.start)),
    end: Math.max(value.end, ...filled.map((span) => span.end)),
  };
  const whole = pieceOf(source, opened(source, all));
  if (whole.end - whole.start <= EVIDENCE_BYTES && OPENS.test(whole.quote.slice(0, 2))) return { piece: whole, split: false };
  return { piece: pieceOf(source, opened(source, value)), split: true };
}
