import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadEngine } from '../src/run/engine.ts';
import { extract } from '../src/run/extract.ts';
import { findInputs } from '../src/run/inputs.ts';
import { newFolder } from './helpers/folders.ts';
import { complaintsOf } from './helpers/verify.ts';

/** Longer than twice what a busy machine of two cores took for the larger set. */
const LONGEST = 120_000;

const ROOT = join(import.meta.dirname, '..');

async function complaintsAbout(root: string): Promise<readonly string[]> {
  const out = join(newFolder(), 'output');
  await extract(await findInputs([root]), { out, engine: await loadEngine() });
  return complaintsOf(out, root);
}

test('every cell of the corpus follows from its bytes', { timeout: LONGEST }, async () => {
  expect(await complaintsAbout(join(ROOT, 'corpus'))).toEqual([]);
});

// Articles that may not be copied lie beside the checkout of those who have them.
const seeds = join(ROOT, '../shared/seeds');

test.skipIf(!existsSync(seeds))('every cell of the articles beside the checkout follows from its bytes', { timeout: LONGEST }, async () => {
  expect(await complaintsAbout(seeds)).toEqual([]);
});
