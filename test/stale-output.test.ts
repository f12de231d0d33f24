import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { extract } from '../src/run/extract.ts';
import { loadEngine } from '../src/run/engine.ts';
import { findInputs } from '../src/run/inputs.ts';
import { newFolder } from './helpers/folders.ts';

const corpus = join(import.meta.dirname, '..', 'corpus');
const output = join(import.meta.dirname, '..', 'output');
const committed = (name: string): boolean => name.endsWith('.csv') || name === 'datapackage.json';

/** The tables that are committed show what a change of a rule does: they are what `npm start` would write now, byte for byte. */
it('output/ is what extract writes from corpus/', { timeout: 120_000 }, async () => {
  const fresh = join(newFolder(), 'output');
  await extract(await findInputs([corpus], { out: fresh }), { out: fresh, engine: await loadEngine() });
  const names = readdirSync(fresh).filter(committed).sort();
  expect(names).toEqual(['datapackage.json', 'documents.csv', 'metrics.csv', 'rankings.csv']);
  expect(existsSync(output) ? readdirSync(output).filter(committed).sort() : []).toEqual(names);
  const stale = names.filter((name) => !readFileSync(join(output, name)).equals(readFileSync(join(fresh, name))));
  expect(stale, '`npm start` writes them anew; `git diff output/` shows what changed').toEqual([]);
});
