import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { gunzipSync, type Gunzip } from 'node:zlib';
import { systemCode } from '../failures.ts';
import { MAX_FILE_BYTES, MAX_GZIP_RATIO, SMALLEST_BOMB } from '../limits.ts';
import type { Failure } from '../types.ts';

// Without O_NONBLOCK, opening a FIFO waits for a writer that never comes.
const FLAGS = constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK | constants.O_NOCTTY);

/**
 * The bytes of an article: a file's as it lies on disk, a gzip file's decompressed. Never waits and never throws: a FIFO,
 * device or folder is `not-a-file`, a broken link or a file without permission `unreadable`.
 */
export function readFileSafely(path: string, limit: number = MAX_FILE_BYTES): Uint8Array | Failure {
  const descriptor = openSafely(path);
  if (typeof descriptor !== 'number') return descriptor;
  try {
    const bytes = readWhole(descriptor, limit);
    return 'status' in bytes || !/\.gz$/i.test(path) ? bytes : decompress(bytes, limit);
  } catch (error) {
    return { status: 'unreadable', error: `expected a readable file, got ${systemCode(error)}` };
  } finally {
    closeSync(descriptor);
  }
}

/** The descriptor of a file that can be read; never waits. */
export function openSafely(path: string): number | Failure {
  let descriptor;
  try {
    descriptor = openSync(path, FLAGS);
    const stats = fstatSync(descriptor);
    if (stats.isFile()) return descriptor;
    closeSync(descriptor);
    return { status: 'not-a-file', error: `expected a file, got ${kindOf(stats)}` };
  } catch (error) {
    const code = systemCode(error);
    // ENXIO: a socket.
    if (code === 'ENXIO') return { status: 'not-a-file', error: 'expected a file, got a socket' };
    return { status: 'unreadable', error: `expected a readable file, got ${code}` };
  }
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a FIFO';
  return 'a device';
}

function tooLarge(limit: number, size: number): Failure {
  return { status: 'too-large', error: `expected at most ${limit} bytes, got ${size}` };
}

function readWhole(descriptor: number, limit: number): Uint8Array | Failure {
  const before = fstatSync(descriptor);
  if (before.size > limit) return tooLarge(limit, before.size);
  // One byte more than the size: a file that grew fills it.
  const buffer = Buffer.allocUnsafeSlow(before.size + 1);
  let length = 0;
  for (;;) {
    const read = readSync(descriptor, buffer, length, buffer.length - length, null);
    length += read;
    if (read === 0 || length === buffer.length) break;
  }
  const after = fstatSync(descriptor);
  if (length !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
    return { status: 'changed-while-read', error: `expected ${before.size} bytes, got a file that changed while it was read` };
  }
  return buffer.subarray(0, length);
}

function decompress(bytes: Uint8Array, limit: number): Uint8Array | Failure {
  const most = Math.min(limit, Math.max(SMALLEST_BOMB, bytes.length * MAX_GZIP_RATIO));
  try {
    // With `info` the answer says how much of the file was a gzip file; the types do not know of it.
    const { buffer, engine } = gunzipSync(bytes, { maxOutputLength: most, info: true }) as unknown as Decompressed;
    if (engine.bytesWritten === bytes.length) return buffer;
    const behind = bytes.length - engine.bytesWritten;
    return { status: 'damaged', error: `expected nothing behind the end of the gzip file, got ${behind} bytes` };
  } catch (error) {
    const code = systemCode(error);
    if (code !== 'ERR_BUFFER_TOO_LARGE') return { status: 'damaged', error: `expected a whole gzip file, got ${code}` };
    if (most === limit) return { status: 'too-large', error: `expected at most ${limit} bytes in the gzip file, got more` };
    return { status: 'too-large', error: `expected gzip to make at most ${MAX_GZIP_RATIO} bytes of one, got more of ${bytes.length}` };
  }
}

interface Decompressed {
  readonly buffer: Uint8Array;
  readonly engine: Pick<Gunzip, 'bytesWritten'>;
}
