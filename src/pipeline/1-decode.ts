import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { BINARY_SAMPLE_BYTES, MAX_CONTROL_SHARE, MAX_FILE_BYTES } from '../limits.ts';
import type { DecodedFile } from '../source-text.ts';
import type { Failure, Format } from '../types.ts';
import { declaredEncoding } from './1-decode-declared.ts';
import { detectEncodings, detectWide } from './1-decode-detect.ts';
import { legacyOffsets } from './1-decode-legacy.ts';
import { readMixed } from './1-decode-mixed.ts';

export interface DecodeOptions {
  /** Encoding that the user forces; a byte-order mark beats it. */
  readonly encoding?: string | undefined;
  /** Encoding that the article's surroundings state (HTTP, a container); it beats what a page says of itself. */
  readonly declared?: string | undefined;
  /** In which the encoding may be declared; without it nothing is looked for. */
  readonly format?: Format;
}

const MARKS: readonly { readonly encoding: string; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/**
 * Bytes → text that knows its bytes. Order: byte-order mark, the encoding that is forced, the declared one where the bytes are of
 * it, strict UTF-8, the likeliest by its characters.
 *
 * Fails with `too-large`, `empty` (no byte, or white space alone), `unsupported` (binary, or an encoding of unknown name) or
 * `encoding` (bytes that the encoding does not have).
 */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): DecodedFile | Failure {
  if (bytes.length > MAX_FILE_BYTES) {
    return { status: 'too-large', error: `expected at most ${MAX_FILE_BYTES} bytes, got ${bytes.length}` };
  }
  const mark = MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  const forced = mark?.encoding ?? (options.encoding === undefined ? undefined : encodingName(options.encoding));
  if (forced !== undefined && !isKnown(forced))
    return { status: 'unsupported', error: `expected the name of an encoding, got \`${options.encoding ?? ''}\`` };
  const skipped = mark?.bytes.length ?? 0;
  const file = forced === undefined ? decodeUnmarked(bytes, options) : decodeAs(bytes, skipped, forced);
  if ('status' in file) return file;
  return /\S/.test(file.text) ? file : { status: 'empty', error: 'expected an article, got nothing but white space' };
}

/** Encodings whose rule for lead bytes is known (1-decode-legacy.ts), or with one byte a character. */
const KNOWN =
  /^(?:utf-8|utf-16[bl]e|windows-(?:125\d|874)|iso-8859-\d{1,2}|koi8-[ru]|macintosh|ibm\d+|gbk|gb18030|big5|big5-hkscs|euc-kr|euc-jp|shift_jis)$/;

function isKnown(encoding: string): boolean {
  return KNOWN.test(encoding) && iconv.encodingExists(encoding);
}

function decodeAs(bytes: Uint8Array, skipped: number, encoding: string): DecodedFile | Failure {
  const body = bytes.subarray(skipped);
  return encoding === 'utf-8' ? decodeUtf8(bytes, body, skipped) : decodeLegacy(bytes, body, skipped, encoding);
}

function decodeUnmarked(bytes: Uint8Array, { declared, format }: DecodeOptions): DecodedFile | Failure {
  const name = declared ?? (format === undefined ? undefined : declaredEncoding(bytes, format));
  const encoding = name === undefined ? 'utf-8' : encodingName(name);
  if (encoding !== 'utf-8' && isKnown(encoding)) {
    const file = decodeAs(bytes, 0, encoding);
    if (!('status' in file)) return file;
  }
  const strict = decodeUtf8(bytes, bytes, 0);
  if (!('status' in strict)) return strict;
  const mixed = strict.status === 'encoding' ? decodeMixed(bytes) : undefined;
  if (mixed !== undefined) return mixed;
  const wide = strict.status === 'unsupported' ? detectWide(bytes) : undefined;
  const likely = wide !== undefined ? [wide] : strict.status === 'encoding' ? detectEncodings(bytes) : [];
  for (const candidate of likely) {
    const file = decodeAs(bytes, 0, candidate);
    if (!('status' in file)) return { ...file, guessed: true };
  }
  return strict;
}

function decodeUtf8(bytes: Uint8Array, body: Uint8Array, skipped: number): DecodedFile | Failure {
  const binary = binaryReason(body);
  if (binary !== undefined) return binary;
  if (!isUtf8(body)) {
    const whole = wholeCharacters(body);
    if (whole < body.length) return decodeUtf8(bytes, body.subarray(0, whole), skipped);
    const at = firstInvalidByte(body);
    const byte = (body[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    return {
      status: 'encoding',
      error: `expected UTF-8, got byte 0x${byte} at byte ${skipped + at}; name the encoding with \`--encoding\``,
    };
  }
  const text = Buffer.from(body.buffer, body.byteOffset, body.length).toString('utf8');
  const byteAt = isAscii(body) ? (unit: number): number => unit + skipped : utf8Offsets(text, skipped);
  return { bytes, text, encoding: 'utf-8', guessed: false, byteAt };
}

function decodeLegacy(bytes: Uint8Array, body: Uint8Array, skipped: number, encoding: string): DecodedFile | Failure {
  const wide = encoding.startsWith('utf-16') || encoding.startsWith('utf-32');
  const binary = wide ? undefined : binaryReason(body);
  if (binary !== undefined) return binary;
  const text = iconv.decode(body, encoding, { stripBOM: false });
  const replaced = text.indexOf('\uFFFD');
  const byteAt = lazyOffsets(() => legacyOffsets(body, text, encoding, skipped));
  if (replaced >= 0) return { status: 'encoding', error: `expected ${encoding}, got other bytes at byte ${byteAt(replaced)}` };
  return { bytes, text, encoding, guessed: false, byteAt };
}

/** Names in use for encodings of the list above, beside their own; a part of the names the standard for pages gives. */
const ALIASES: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gb_2312: 'gb18030',
  gbk: 'gb18030',
  'utf-16': 'utf-16le',
  sjis: 'shift_jis',
  'x-sjis': 'shift_jis',
  'shift-jis': 'shift_jis',
  'windows-31j': 'shift_jis',
  eucjp: 'euc-jp',
  'x-euc-jp': 'euc-jp',
  euckr: 'euc-kr',
  'ks_c_5601-1987': 'euc-kr',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
};

/** "UTF8", "Latin-1", " windows-1252 " → the lower-case name that `documents.csv` shows. */
function encodingName(name: string): string {
  const lower = name.trim().toLowerCase();
  if (lower === 'utf8') return 'utf-8';
  // Pages that declare Latin-1 or ASCII mean windows-1252, as browsers read them.
  if (['iso-8859-1', 'iso8859-1', 'latin1', 'latin-1', 'us-ascii', 'ascii'].includes(lower)) return 'windows-1252';
  return ALIASES[lower] ?? lower.replace(/^cp-?(?=125\d$)/, 'windows-').replace(/^x-|^cs(?=shift)/, '');
}

function binaryReason(body: Uint8Array): Failure | undefined {
  const sample = body.subarray(0, BINARY_SAMPLE_BYTES);
  const zero = sample.indexOf(0);
  if (zero >= 0) return { status: 'unsupported', error: `expected text, got a NUL byte at byte ${zero}` };
  let controls = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const byte = sample[at] ?? 0;
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) controls += 1;
  }
  if (controls <= sample.length * MAX_CONTROL_SHARE) return undefined;
  return { status: 'unsupported', error: `expected text, got ${controls} control characters in ${sample.length} bytes` };
}

/** Characters of UTF-8 for each byte that is none, from which on the file is taken for UTF-8: legacy text has nearly none by chance. */
const WHOLE_PER_BROKEN = 8;

function decodeMixed(bytes: Uint8Array): DecodedFile | undefined {
  const { text, offsets, whole, broken } = readMixed(bytes);
  if (whole < broken * WHOLE_PER_BROKEN) return undefined;
  return { bytes, text, encoding: 'utf-8', guessed: true, byteAt: (unit) => offsets[unit] ?? bytes.length };
}

/** Bytes without the part of a character that a file may end in which was cut. */
function wholeCharacters(body: Uint8Array): number {
  for (let at = body.length - 1; at >= 0 && at >= body.length - 3; at -= 1) {
    const byte = body[at] ?? 0;
    if (byte < 0x80) break;
    const length = byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0;
    if (length > body.length - at) return isUtf8(body.subarray(0, at)) && !isAscii(body.subarray(0, at)) ? at : body.length;
  }
  return body.length;
}

/** Start of the first sequence that is not UTF-8, by the lead byte's own bounds on the second byte. */
function firstInvalidByte(body: Uint8Array): number {
  let at = 0;
  while (at < body.length) {
    const lead = body[at] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length === 0 || !isUtf8(body.subarray(at, at + length))) return at;
    at += length;
  }
  return at;
}

function lazyOffsets(compute: () => Uint32Array): (unit: number) => number {
  let offsets: Uint32Array | undefined;
  return (unit) => {
    offsets ??= compute();
    return offsets[unit] ?? offsets[offsets.length - 1] ?? 0;
  };
}

const BEYOND_ASCII = /[^\0-\x7f]+/g;

/**
 * The byte of a UTF-16 unit of `text`; both halves of a surrogate pair share one. Kept are only the units beyond ASCII and what
 * they add: most articles have a few dashes and curly quotes.
 */
function utf8Offsets(text: string, skipped: number): (unit: number) => number {
  let wide: Wide | undefined;
  return (unit) => {
    wide ??= wideUnits(text);
    const { units, extra } = wide;
    let low = 0; // how many of them stand before `unit`
    let high = units.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((units[middle] ?? 0) < unit) low = middle + 1;
      else high = middle;
    }
    return skipped + Math.min(unit, text.length) + (low === 0 ? 0 : (extra[low - 1] ?? 0));
  };
}

interface Wide {
  /** Ascending. */
  readonly units: readonly number[];
  /** Bytes more than units up to and with each. */
  readonly extra: readonly number[];
}

function wideUnits(text: string): Wide {
  const units: number[] = [];
  const extra: number[] = [];
  let sum = 0;
  for (BEYOND_ASCII.lastIndex = 0; BEYOND_ASCII.test(text);) {
    const end = BEYOND_ASCII.lastIndex;
    let at = end;
    while (at > 0 && text.charCodeAt(at - 1) >= 0x80) at -= 1;
    for (; at < end; at += 1) {
      const code = text.charCodeAt(at);
      // the first half of a pair adds nothing, the second all: four bytes for two units
      sum += code < 0x800 ? 1 : code < 0xd800 || code >= 0xe000 ? 2 : code < 0xdc00 ? -1 : 3;
      units.push(at);
      extra.push(sum);
    }
  }
  return { units, extra };
}
