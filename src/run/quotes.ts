import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { readMixed } from '../pipeline/1-decode-mixed.ts';
import type { Article, Piece } from '../schema.ts';

/*
 * The file's own text at a stretch of bytes, without any stage of the pipeline: what proves a quote.
 */

/** Text at `start`..`end` of the bytes; undefined where they lie outside. Bytes that are no UTF-8 read as the decoder reads them. */
export function quoteAt(bytes: Uint8Array, start: number, end: number, encoding: string): string | undefined {
  if (start < 0 || end <= start || end > bytes.length) return undefined;
  const stretch = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
  if (encoding === 'utf-8' || encoding === '') return isUtf8(stretch) ? stretch.toString('utf8') : readMixed(stretch).text;
  return iconv.encodingExists(encoding) ? iconv.decode(stretch, encoding, { stripBOM: false }) : undefined;
}

export interface Quoted {
  /** "entry 0123456789abcdef, rank" */
  readonly what: string;
  readonly rule: string;
  readonly piece: Piece;
}

/** Everything in an article's rows that claims to be the file's own text. */
function* quotesOf(article: Pick<Article, 'rankings' | 'metrics' | 'provenance'>): Generator<Quoted> {
  for (const { entry_id, rule, evidence, start, end } of article.rankings) {
    yield { what: `entry ${entry_id}, evidence`, rule, piece: { quote: evidence, start, end } };
  }
  for (const { metric_id, rule, evidence, start, end } of article.metrics) {
    yield { what: `metric ${metric_id}, evidence`, rule, piece: { quote: evidence, start, end } };
  }
  for (const { kind, id, cells, supporters = [], losers = [] } of article.provenance) {
    for (const [column, cell] of Object.entries(cells)) {
      for (const piece of cell.pieces) yield { what: `${kind} ${id}, ${column}`, rule: cell.rule, piece };
    }
    for (const { rule, pieces } of supporters) for (const piece of pieces) yield { what: `${kind} ${id}, supporter`, rule, piece };
    for (const { rule, pieces } of losers) for (const piece of pieces) yield { what: `${kind} ${id}, loser`, rule, piece };
  }
}

/** The first quote that is not the file's own text, or undefined. */
export function falseQuote(
  article: Pick<Article, 'rankings' | 'metrics' | 'provenance'>,
  bytes: Uint8Array,
  encoding: string,
): Quoted | undefined {
  for (const quoted of quotesOf(article)) {
    const { quote, start, end } = quoted.piece;
    if (quoteAt(bytes, start, end, encoding) !== quote) return quoted;
  }
  return undefined;
}

/** Line (from 1) that holds the byte; LF, CRLF and CR end lines. For UTF-16 the bytes of LF are looked for, which is right for text. */
export function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset && at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === 0x0a || (byte === 0x0d && bytes[at + 1] !== 0x0a)) line += 1;
  }
  return line;
}
