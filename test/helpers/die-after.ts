import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/*
 * Loaded into a process (`node --import`), makes it die in the middle of its work on files: before its n-th call that changes
 * the disk (DIE_AT=n), or, for a write, with half of it done. DIE_AT=0 only counts and prints the count at the end.
 */

const dieAt = Number(process.env['DIE_AT']);
let calls = 0;

/** Counts a call; true if it is the one to die at. */
function isLast(): boolean {
  calls += 1;
  return calls === dieAt;
}

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

type AnyFunction = (...args: unknown[]) => unknown;
const patched = fs as unknown as Record<string, AnyFunction>;

for (const name of ['fsyncSync', 'renameSync', 'linkSync', 'unlinkSync', 'mkdirSync', 'rmSync', 'writeFileSync']) {
  const original = patched[name];
  patched[name] = (...args) => {
    if (isLast()) die();
    return original?.(...args);
  };
}

const { openSync, writeSync } = fs;
patched['openSync'] = (path, flags, mode) => {
  if (typeof flags === 'string' && /[wa+]/.test(flags) && isLast()) die();
  return openSync(path as string, flags as string, mode as number | undefined);
};
patched['writeSync'] = (descriptor, bytes, offset, length) => {
  const [file, buffer, from, size] = [descriptor as number, bytes as Uint8Array, offset as number, length as number];
  if (isLast()) {
    writeSync(file, buffer, from, Math.floor(size / 2));
    die();
  }
  return writeSync(file, buffer, from, size);
};
syncBuiltinESMExports();
if (dieAt === 0) process.on('exit', () => process.stdout.write(String(calls)));
