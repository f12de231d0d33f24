import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { systemCode } from '../../failures.ts';
import { MAX_FILE_BYTES, MAX_GZIP_RATIO, MAX_HEADER_BYTES, SMALLEST_BOMB } from '../../limits.ts';
import type { Failure, Format } from '../../types.ts';

/*
 * An HTTP answer as a WARC record holds it: status line, header lines, and a body that may be chunked and compressed.
 */

/** By the header's name in small letters; of a header that stands twice, the first. */
export type Headers = ReadonlyMap<string, string>;

/** "Name: value" lines; a line that begins with a blank goes on with the line before. */
export function readHeaders(lines: readonly string[]): Headers {
  const headers = new Map<string, string>();
  let last = '';
  for (const line of lines) {
    if (/^[ \t]/.test(line)) headers.set(last, `${headers.get(last) ?? ''} ${line.trim()}`);
    const colon = line.indexOf(':');
    if (colon <= 0 || /^[ \t]/.test(line)) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (headers.has(name)) continue;
    headers.set(name, line.slice(colon + 1).trim());
    last = name;
  }
  return headers;
}

/** `text/html; charset="GBK"` → text/html, gbk */
export function readContentType(header: string | undefined): { readonly type: string; readonly charset: string | undefined } {
  const charset = /;\s*charset\s*=\s*["']?([\w:.-]+)/i.exec(header ?? '')?.[1]?.toLowerCase();
  return { type: (header ?? '').split(';')[0]?.trim().toLowerCase() ?? '', charset };
}

const FORMATS: Readonly<Record<string, Format>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'text',
  'text/markdown': 'markdown',
};

/** How a body of a media type is read; undefined for what is no article. Without a type the first bytes say it. */
export function formatOfType(type: string, body: Uint8Array): Format | undefined {
  if (Object.hasOwn(FORMATS, type)) return FORMATS[type];
  if (type !== '' && type !== 'application/octet-stream') return undefined;
  return /^\s*<(?:!doctype html|html|head|body)\b/i.test(Buffer.from(body.subarray(0, 512)).toString('latin1')) ? 'html' : undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** The answer with its body as it was sent. */
export function readAnswer(block: Uint8Array): HttpAnswer | Failure {
  const head = Buffer.from(block.subarray(0, MAX_HEADER_BYTES)).toString('latin1');
  const end = /\r?\n\r?\n/.exec(head);
  const [first = '', ...lines] = head.slice(0, end?.index ?? head.length).split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(first)?.[1];
  if (status === undefined) return { status: 'damaged', error: `expected an HTTP answer, got ${JSON.stringify(first.slice(0, 60))}` };
  if (end === null) {
    return block.length > MAX_HEADER_BYTES
      ? { status: 'too-large', error: `expected at most ${MAX_HEADER_BYTES} bytes of HTTP headers, got more` }
      : { status: 'damaged', error: 'expected a blank line behind the HTTP headers, got the end of the record' };
  }
  return { status: Number(status), headers: readHeaders(lines), body: block.subarray(end.index + end[0].length) };
}

/** The body without its transfer and content encodings. Crawlers leave both headers on bodies they have decoded already. */
export function decodeBody({ headers, body }: HttpAnswer): Uint8Array | Failure {
  const isChunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  let decoded = isChunked ? joinChunks(body) : body;
  const encodings = (headers.get('content-encoding') ?? '').toLowerCase().split(',').reverse();
  for (const encoding of encodings) {
    if ('status' in decoded) return decoded;
    decoded = decompress(decoded, encoding.trim());
  }
  return decoded;
}

const CHUNK_HEAD = /^([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n/i;

/** "1a\r\n…\r\n0\r\n\r\n" → …; a body that does not begin so was joined before. */
function joinChunks(body: Uint8Array): Uint8Array | Failure {
  const pieces: Uint8Array[] = [];
  for (let at = 0; ;) {
    const head = CHUNK_HEAD.exec(Buffer.from(body.subarray(at, at + 256)).toString('latin1'));
    if (head === null && at === 0) return body;
    if (head === null) return { status: 'damaged', error: `expected a chunk of the HTTP body at byte ${at}, got other bytes` };
    const length = Number.parseInt(head[1] ?? '', 16);
    if (length === 0) return Buffer.concat(pieces);
    const start = at + head[0].length;
    if (start + length > body.length)
      return { status: 'damaged', error: `expected ${length} bytes in a chunk of the HTTP body, got ${body.length - start}` };
    pieces.push(body.subarray(start, start + length));
    at = start + length;
    if (body[at] === 0x0d) at += 1;
    if (body[at] === 0x0a) at += 1;
  }
}

function decompress(body: Uint8Array, encoding: string): Uint8Array | Failure {
  const options = { maxOutputLength: Math.min(MAX_FILE_BYTES, Math.max(SMALLEST_BOMB, body.length * MAX_GZIP_RATIO)) };
  try {
    switch (encoding) {
      case 'gzip':
      case 'x-gzip':
        return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body, options) : body;
      case 'deflate':
        // Servers send it with and without zlib's header.
        if (isMarkup(body)) return body;
        return ((body[0] ?? 0) & 0x0f) === 8 ? inflateSync(body, options) : inflateRawSync(body, options);
      case 'br':
        return isMarkup(body) ? body : brotliDecompressSync(body, options);
      case '':
      case 'identity':
        return body;
      default:
        return { status: 'unsupported', error: `expected gzip, deflate or br, got the content encoding \`${encoding.slice(0, 40)}\`` };
    }
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ERR_BUFFER_TOO_LARGE')
      return { status: 'too-large', error: `expected at most ${options.maxOutputLength} bytes in the HTTP body, got more` };
    return { status: 'damaged', error: `expected a whole ${encoding} body, got ${code}` };
  }
}

function isMarkup(body: Uint8Array): boolean {
  return /^\s*</.test(Buffer.from(body.subarray(0, 64)).toString('latin1'));
}
