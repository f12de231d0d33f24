import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';

/** A folder beside the repository with labelled articles; not everybody who has the repository has it. */
const shared = join(import.meta.dirname, '../../../shared');

export const sharedPath = (...parts: readonly string[]): string => join(shared, ...parts);

/** A test over the labelled articles: skipped where they are not, which in CI is a failure. */
export function testShared(name: string, run: () => void | Promise<void>, timeout = 30_000): void {
  const isHere = existsSync(sharedPath('dev'));
  if (!isHere && process.env['CI'] === 'true') throw new Error('expected the labelled articles in ../shared, got none');
  test.skipIf(!isHere)(isHere ? name : `${name} (skipped: no ../shared)`, { timeout }, run);
}
