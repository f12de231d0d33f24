import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MachineError } from '../failures.ts';
import { tryLock } from './lock.ts';
import { onDisk, syncFolder, writeWhole } from './table-file.ts';

/*
 * All files of an output change together or not at all. They are written and synced in OUT/.next/; then OUT/.next/COMMIT
 * names them with their hashes; then they are renamed one by one, run.json last. Whoever finds a COMMIT completes it, whoever
 * finds none deletes .next. Only the holder of OUT/.lock calls the functions here, but for `settle`.
 */

const NEXT = '.next';
const COMMIT = 'COMMIT';

/** File names, in the order of renaming, each with the SHA-256 of the file. */
type Commit = readonly (readonly [name: string, sha256: string])[];

function isCommit(files: unknown): files is Commit {
  return (
    Array.isArray(files) &&
    files.every((file) => Array.isArray(file) && /^[a-z_]+\.[a-z]+$/.test(String(file[0])) && /^[0-9a-f]{64}$/.test(String(file[1])))
  );
}

/** An empty OUT/.next/, after what a dead run left there was completed or deleted. */
export function beginNext(out: string): string {
  recover(out);
  const next = join(out, NEXT);
  onDisk(next, () => mkdirSync(next));
  return next;
}

/** Puts the files of OUT/.next/ in the place of the old ones. They must be synced already. */
export function commitNext(out: string, files: Commit): void {
  const next = join(out, NEXT);
  syncFolder(next);
  // Written beside and renamed, so that a COMMIT that exists is whole.
  writeWhole(join(next, 'commit.new'), JSON.stringify(files));
  onDisk(next, () => renameSync(join(next, 'commit.new'), join(next, COMMIT)));
  syncFolder(next);
  complete(out, files);
}

/** Deletes an OUT/.next/ that was not committed, if there is one. */
export function abandonNext(out: string): void {
  if (!existsSync(join(out, NEXT, COMMIT))) rmSync(join(out, NEXT), { recursive: true, force: true });
}

/** Completes a committed .next or deletes an uncommitted one; for the holder of the lock. */
export function recover(out: string): void {
  const next = join(out, NEXT);
  if (!existsSync(next)) return;
  if (!existsSync(join(next, COMMIT))) {
    onDisk(next, () => abandonNext(out));
    return;
  }
  const files: unknown = JSON.parse(readFileSync(join(next, COMMIT), 'utf8'));
  if (!isCommit(files)) throw new MachineError(`${join(next, COMMIT)}: expected names of files with their hashes, got something else`);
  complete(out, files);
}

/** What a reading command does first: it settles what a dead run left, and leaves all as it is while a living one writes. */
export function settle(out: string): void {
  if (!existsSync(join(out, NEXT))) return;
  const held = tryLock(out);
  if (held === undefined) return;
  try {
    recover(out);
  } finally {
    held.release();
  }
}

function complete(out: string, files: Commit): void {
  const next = join(out, NEXT);
  for (const [name, sha256] of files) {
    const from = join(next, name);
    if (existsSync(from)) onDisk(join(out, name), () => renameSync(from, join(out, name)));
    else if (!existsSync(join(out, name)) || hashOf(join(out, name)) !== sha256) {
      throw new MachineError(`${join(out, name)}: expected the committed file, got another; run \`extract\` again into an empty folder`);
    }
  }
  syncFolder(out);
  onDisk(next, () => rmSync(next, { recursive: true }));
}

/** SHA-256 of a file, whatever its size. */
export function hashOf(path: string): string {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(1024 * 1024);
  const descriptor = openSync(path, 'r');
  try {
    for (let read = readSync(descriptor, buffer); read > 0; read = readSync(descriptor, buffer)) hash.update(buffer.subarray(0, read));
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}
