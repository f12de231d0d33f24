import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/*
 * Loaded into a process, gives it a disk with room for FULL_AFTER bytes: the write that does not fit is a short one without an
 * error, as a real disk's is, and only the next fails.
 */

let room = Number(process.env['FULL_AFTER']);
const { writeSync } = fs;
const patched = fs as unknown as Record<string, (descriptor: number, bytes: Uint8Array, offset: number, length: number) => number>;
patched['writeSync'] = (descriptor, bytes, offset, length) => {
  if (room === 0) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  const written = writeSync(descriptor, bytes, offset, Math.min(room, length));
  room -= written;
  return written;
};
syncBuiltinESMExports();
