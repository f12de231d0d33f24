import { MAX_FILE_BYTES, MAX_HEADER_BYTES } from '../../limits.ts';
import type { Failure } from '../../types.ts';
import type { ByteStream } from './byte-stream.ts';
import { decodeBody, formatOfType, readAnswer, readContentType, readHeaders, type Headers } from './http.ts';
import { ContainerError, type ContainerRecord, type RecordContent } from './record.ts';

/*
 * WARC 1.0 and 1.1 (ISO 28500): "WARC/1.0", header lines, a blank line, as many bytes as Content-Length says, two line ends. An
 * own reader: warcio's ends without a word where a file is damaged, and does not say how far it came.
 */

/** Records that hold an article or say why none; the others (warcinfo, request, metadata) are about the crawl. */
const ARTICLES: ReadonlySet<string> = new Set(['response', 'resource', 'conversion', 'revisit', 'continuation']);

/** Throws `ContainerError` where the file does not go on as WARC; records before it have come whole. */
export async function* readWarc(stream: ByteStream): AsyncGenerator<ContainerRecord> {
  while (!(await stream.isAtEnd())) {
    const start = stream.offset;
    const headers = await readHead(stream, start);
    const length = lengthOf(headers, start);
    const isArticle = ARTICLES.has(headers.get('warc-type') ?? '');
    const isTaken = isArticle && length <= MAX_FILE_BYTES + MAX_HEADER_BYTES;
    const block = isTaken ? await stream.take(length) : undefined;
    const got = block === undefined ? await stream.skip(length) : block.length;
    if (got < length)
      throw new ContainerError('damaged', `expected ${length} bytes in the record at byte ${start}, got the end of the file after ${got}`);
    const ending = Buffer.from(await stream.take(4)).toString('latin1');
    if (ending !== '\r\n\r\n')
      throw new ContainerError('damaged', `expected two line ends behind the record at byte ${start}, got ${JSON.stringify(ending)}`);
    if (!isArticle) continue;
    const name = (headers.get('warc-target-uri') ?? headers.get('warc-record-id') ?? '').replace(/^<|>$/g, '');
    yield { name, content: block === undefined ? tooLarge(length) : readBlock(block, headers) };
  }
}

async function readHead(stream: ByteStream, start: number): Promise<Headers> {
  const lines: string[] = [];
  for (let left = MAX_HEADER_BYTES; ;) {
    const line = Buffer.from(await stream.takeLine(left)).toString('utf8');
    if (lines.length === 0 && !/^WARC\/\d\.\d{1,2}\r?\n$/.test(line))
      throw new ContainerError('damaged', `expected a WARC record at byte ${start}, got ${JSON.stringify(line.slice(0, 40))}`);
    if (!line.endsWith('\n')) {
      const got = (await stream.isAtEnd()) ? 'the end of the file' : `more than ${MAX_HEADER_BYTES} bytes`;
      throw new ContainerError('damaged', `expected a blank line behind the headers of the record at byte ${start}, got ${got}`);
    }
    if (/^\r?\n$/.test(line)) return readHeaders(lines.slice(1));
    lines.push(line.replace(/\r?\n$/, ''));
    left -= Buffer.byteLength(line);
  }
}

function lengthOf(headers: Headers, start: number): number {
  const length = headers.get('content-length') ?? '';
  if (/^\d{1,15}$/.test(length)) return Number(length);
  throw new ContainerError('damaged', `expected the length of the record at byte ${start}, got ${JSON.stringify(length.slice(0, 40))}`);
}

function tooLarge(length: number): Failure {
  return { status: 'too-large', error: `expected at most ${MAX_FILE_BYTES} bytes, got ${length}` };
}

function readBlock(block: Uint8Array, headers: Headers): RecordContent | Failure {
  const type = headers.get('warc-type');
  if (type === 'revisit') return { status: 'skipped', error: 'expected a response, got one that the crawler had seen before' };
  if (type === 'continuation' || headers.has('warc-segment-number'))
    return { status: 'unsupported', error: 'expected a whole record, got a segment of one' };
  const url = headers.get('warc-target-uri') ?? '';
  const { type: media, charset } = readContentType(headers.get('content-type'));
  if (media !== 'application/http') return contentOf(block, media, charset, url);
  const answer = readAnswer(block);
  if ('error' in answer) return answer;
  if (answer.status !== 200) return { status: 'skipped', error: `expected the HTTP status 200, got ${answer.status}` };
  const body = decodeBody(answer);
  if ('status' in body) return body;
  const sent = readContentType(answer.headers.get('content-type'));
  return contentOf(body, sent.type, sent.charset, url);
}

function contentOf(bytes: Uint8Array, type: string, charset: string | undefined, url: string): RecordContent | Failure {
  const format = formatOfType(type, bytes);
  if (format === undefined) return { status: 'skipped', error: `expected a page or a text, got \`${type.slice(0, 60)}\`` };
  if (bytes.length > MAX_FILE_BYTES) return tooLarge(bytes.length);
  return { bytes, format, declared: charset, stated: { title: '', url: url.replace(/^<|>$/g, ''), published: '' } };
}
