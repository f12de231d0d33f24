import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../failures.ts';
import { lock } from '../lock.ts';
import { CACHE, clearCache, readState } from './index.ts';

/** What the cache of an output holds, in lines. */
export function statsOf(out: string): readonly string[] {
  const folder = folderOf(out);
  if (!existsSync(folder)) return [`${folder}: empty`];
  const state = readState(folder);
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  const size = `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  if (state === undefined) return [`${folder}: ${size}, of a run that has not ended`];
  return [`${folder}: ${state.documents} articles, ${size}, of which ${(state.live / 1024 / 1024).toFixed(1)} MB are their rows`];
}

/** Deletes the cache of an output. Throws `UsageError` while a run holds the output. */
export function clearOf(out: string): string {
  const folder = folderOf(out);
  const held = lock(out);
  try {
    clearCache(out);
  } finally {
    held.release();
  }
  return `${folder}: cleared`;
}

function folderOf(out: string): string {
  if (!existsSync(join(out, 'documents.csv')) && !existsSync(join(out, CACHE)))
    throw new UsageError(`expected a folder that \`extract\` wrote, got \`${out}\``);
  return join(out, CACHE);
}
