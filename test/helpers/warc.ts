import { gzipSync } from 'node:zlib';

/** A WARC record with the block as it is. */
export function warcRecord(headers: Readonly<Record<string, string>>, block: Uint8Array | string): Buffer {
  const bytes = Buffer.from(block);
  const lines = Object.entries({ ...headers, 'Content-Length': String(bytes.length) }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${lines.join('')}\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}

function httpAnswer(body: Uint8Array | string, headers: Readonly<Record<string, string>> = {}, status = '200 OK'): Buffer {
  const lines = Object.entries({ 'Content-Type': 'text/plain', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`), Buffer.from(body)]);
}

/** The answer to a request for `url`. */
export function response(
  url: string,
  body: Uint8Array | string,
  headers: Readonly<Record<string, string>> = {},
  status = '200 OK',
): Buffer {
  return warcRecord(
    { 'WARC-Type': 'response', 'WARC-Target-URI': url, 'Content-Type': 'application/http; msgtype=response' },
    httpAnswer(body, headers, status),
  );
}

/** Bytes in chunks of `size`, as servers send them. */
export function chunked(body: Uint8Array, size: number): Buffer {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < body.length; at += size) {
    const piece = body.subarray(at, at + size);
    pieces.push(Buffer.from(`${piece.length.toString(16)};x=1\r\n`), piece, Buffer.from('\r\n'));
  }
  return Buffer.concat([...pieces, Buffer.from('0\r\n\r\n')]);
}

/** Records, each a gzip member of its own where `gzip` is set, as crawlers write them; `ends[i]` is the offset behind record i. */
export function warcFile(records: readonly Buffer[], gzip = false): { readonly bytes: Buffer; readonly ends: readonly number[] } {
  const pieces = gzip ? records.map((record) => gzipSync(record)) : records;
  let end = 0;
  return { bytes: Buffer.concat(pieces), ends: pieces.map((piece) => (end += piece.length)) };
}
