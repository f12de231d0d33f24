import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { systemCode } from '../failures.ts';
import { MAX_FILE_BYTES } from '../limits.ts';
import type { Failure } from '../types.ts';

// Without O_NONBLOCK, opening a FIFO waits for a writer that never comes.
const FLAGS = constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK | constants.O_NOCTTY);

/**
 * The bytes of an article: a file's as it lies on disk, a gzip file's decompressed. Never waits and never throws: a FIFO,
 * device or folder is `not-a-file`, a broken link or a file without permission `unreadable`.
 */
export function readFileSafely(path: string, limit: number = MAX_FILE_BYTES): Uint8Array | Failure {
  let descriptor;
  try {
    descriptor = openSync(path, FLAGS);
  } catch (error) {
    const code = systemCode(error);
    // ENXIO: a socket.
    if (code === 'ENXIO') return { status: 'not-a-file', error: 'expected a file, got a socket' };
    return { status: 'unreadable', error: `expected a readable file, got ${code}` };
  }
  try {
    const bytes = readWhole(descriptor, limit);
    return 'status' in bytes || !/\.gz$/i.test(path) ? bytes : decompress(bytes, limit);
  } catch (error) {
    return { status: 'unreadable', error: `expected a readable file, got ${systemCode(error)}` };
  } finally {
    closeSync(descriptor);
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
  if (!before.isFile()) return { status: 'not-a-file', error: `expected a file, got ${kindOf(before)}` };
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
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ERR_BUFFER_TOO_LARGE')
      return { status: 'too-large', error: `expected at most ${limit} bytes in the gzip file, got more` };
    return { status: 'damaged', error: `expected a whole gzip file, got ${code}` };
  }
}
