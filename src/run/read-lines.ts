import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const CHUNK_BYTES = 256 * 1024;

/** A file in pieces of text, so that no table need fit into memory. */
function* readChunks(path: string): Generator<string> {
  const descriptor = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    const decoder = new StringDecoder('utf8');
    for (let read = readSync(descriptor, buffer); read > 0; read = readSync(descriptor, buffer))
      yield decoder.write(buffer.subarray(0, read));
    yield decoder.end();
  } finally {
    closeSync(descriptor);
  }
}

/** Lines without their "\n"; a last line without one counts too. */
export function* readLines(path: string): Generator<string> {
  let rest = '';
  for (const chunk of readChunks(path)) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** Records of a CSV file (RFC 4180, "\n" or CRLF), each as its fields; the header is the first. */
export function* readCsv(path: string): Generator<readonly string[]> {
  for (const record of readRecords(path)) yield splitRecord(record);
}

/** Records of a CSV file as they are written; the header is the first. */
export function* readRecords(path: string): Generator<string> {
  let open = '';
  for (const line of readLines(path)) {
    const record = open === '' ? line : `${open}\n${line}`;
    // An odd number of quotes: a quoted field goes on in the next line.
    if (record.split('"').length % 2 === 0) {
      open = record;
      continue;
    }
    open = '';
    yield record;
  }
  if (open !== '') throw new Error(`expected a closing quote, got the end of the file after ${JSON.stringify(open.slice(0, 60))}`);
}

/** `a,"b, ""c""",` → a | b, "c" | (empty) */
export function splitRecord(record: string): readonly string[] {
  const fields: string[] = [];
  for (let at = 0; ;) {
    const isQuoted = record[at] === '"';
    const end = isQuoted ? closingQuote(record, at) + 1 : record.indexOf(',', at);
    const stop = end < 0 ? record.length : end;
    fields.push(isQuoted ? record.slice(at + 1, stop - 1).replaceAll('""', '"') : record.slice(at, stop));
    if (stop === record.length) return fields;
    if (record[stop] !== ',') throw new Error(`expected a comma behind a quote, got ${JSON.stringify(record.slice(stop, stop + 60))}`);
    at = stop + 1;
  }
}

function closingQuote(record: string, opening: number): number {
  let at = record.indexOf('"', opening + 1);
  while (at >= 0 && record[at + 1] === '"') at = record.indexOf('"', at + 2);
  if (at < 0) throw new Error(`expected a closing quote, got ${JSON.stringify(record.slice(opening, opening + 60))}`);
  return at;
}
