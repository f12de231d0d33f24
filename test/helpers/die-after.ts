import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/*
 * Loaded into a process (`node --import`), makes it die in the middle of its work on files: before its n-th call that changes
 * the disk (DIE_AT=n), or, for a write, with half of it done. DIE_AT=0 only counts and prints the count at the end.
 */

const dieAt = Number(process.env.DIE_AT);
const CHANGING = ['writeSync', 'fsyncSync', 'renameSync', 'linkSync', 'unlinkSync', 'mkdirSync', 'rmSync', 'writeFileSync', 'copyFileSync'];
let calls = 0;

for (const name of CHANGING) {
  const original = fs[name];
  fs[name] = (...args) => {
    calls += 1;
    if (calls === dieAt) {
      if (name === 'writeSync') original(args[0], args[1], args[2] ?? 0, Math.floor((args[3] ?? args[1].length) / 2));
      process.kill(process.pid, 'SIGKILL');
    }
    return original(...args);
  };
}
const open = fs.openSync;
fs.openSync = (path, flags, ...rest) => {
  const isChange = typeof flags === 'string' && /[wa+]/.test(flags);
  if (isChange) calls += 1;
  if (isChange && calls === dieAt) process.kill(process.pid, 'SIGKILL');
  return open(path, flags, ...rest);
};
syncBuiltinESMExports();
if (dieAt === 0) process.on('exit', () => fs.writeFileSync(1, String(calls)));
