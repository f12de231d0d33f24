import { linkSync, readFileSync, readdirSync, renameSync, unlinkSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { systemCode, UsageError } from '../failures.ts';
import { onDisk, writeWhole } from './table-file.ts';

/*
 * One writer per output folder. OUT/.lock names its owner: process id, start time, and a token that no other lock has. A dead
 * owner's lock is taken over: whoever links `.lock.after-TOKEN` first is the only heir of that owner.
 */

interface Owner {
  readonly pid: number;
  /** Start time of the process in ticks since boot, so that another process with the same id is not taken for it; empty if unknown. */
  readonly started: string;
  readonly token: string;
}

export interface Lock {
  readonly release: () => void;
}

const NAME = '.lock';

/** Takes the lock of an output folder; undefined while a living process holds it. */
export function tryLock(folder: string): Lock | undefined {
  const me: Owner = { pid: process.pid, started: startOf(process.pid), token: randomBytes(8).toString('hex') };
  const mine = join(folder, `${NAME}.${me.pid}.${me.token}`);
  writeWhole(mine, JSON.stringify(me));
  try {
    if (!take(folder, mine)) return undefined;
  } finally {
    unlinkIfThere(mine);
  }
  sweep(folder);
  return { release: () => release(folder, me) };
}

/** Takes the lock or says who holds it. */
export function lock(folder: string): Lock {
  const held = tryLock(folder);
  if (held !== undefined) return held;
  const owner = readOwner(join(folder, NAME));
  throw new UsageError(`${folder}: expected no other run on this output folder, got process ${owner?.pid ?? 'unknown'} writing to it`);
}

function take(folder: string, mine: string): boolean {
  const path = join(folder, NAME);
  // Each round either succeeds, meets a living owner, or follows one more dead heir; the bound is never reached in practice.
  for (let round = 0; round < 100; round += 1) {
    if (linkNew(mine, path)) return true;
    const first = readOwner(path);
    if (first === undefined) continue;
    let owner: Owner | undefined = first;
    let claim = '';
    while (owner !== undefined) {
      if (isAlive(owner)) return false;
      claim = join(folder, `${NAME}.after-${owner.token}`);
      if (linkNew(mine, claim)) break;
      owner = readOwner(claim);
    }
    if (owner === undefined) continue;
    // Another heir may have been through, and have removed its claim, before ours was made.
    if (readOwner(path)?.token === first.token) {
      onDisk(path, () => renameSync(mine, path));
      return true;
    }
    unlinkIfThere(claim);
  }
  return false;
}

/** Links `path` to `mine` unless it exists: the only step here that two processes cannot both do. */
function linkNew(mine: string, path: string): boolean {
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    return onDisk(path, () => {
      throw error;
    });
  }
}

function readOwner(path: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    if (systemCode(error) !== 'EPERM') return false;
  }
  return owner.started === '' || startOf(owner.pid) === owner.started;
}

/** Field 22 of /proc/PID/stat; the name in field 2 may hold blanks and brackets. Empty where there is no /proc. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Removes what dead processes left of their attempts. Only the holder of the lock does this. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const attempt = /^\.lock\.(\d+)\.[0-9a-f]+$/.exec(name);
    const isOver = attempt === null ? name.startsWith(`${NAME}.after-`) : !isAlive({ pid: Number(attempt[1]), started: '', token: '' });
    if (isOver) unlinkIfThere(join(folder, name));
  }
}

function release(folder: string, me: Owner): void {
  const path = join(folder, NAME);
  if (readOwner(path)?.token === me.token) unlinkIfThere(path);
}

function unlinkIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') {
      onDisk(path, () => {
        throw error;
      });
    }
  }
}
