import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../src/extractors/rules.ts';

const dist = join(import.meta.dirname, '..', 'dist');
const load = async (path: string): Promise<unknown> => import(join(dist, path));

/** `npm test` builds first; after a change of src/, `npm run build` makes these hold again. */
describe('dist/', () => {
  it('holds every rule of the folder, with its hash and without its examples', async () => {
    const built = (await load('extractors/rules.js')) as typeof import('../src/extractors/rules.ts');
    const shipped = await built.loadRules();
    const kept = await loadRules();
    expect(kept.length).toBeGreaterThan(0);
    expect(shipped.map(({ name, hash }) => `${name} ${hash}`)).toEqual(kept.map(({ name, hash }) => `${name} ${hash}`));
    expect(shipped.filter((rule) => 'examples' in rule || 'counterexamples' in rule)).toEqual([]);
    expect(kept.filter((rule) => !('examples' in rule && 'counterexamples' in rule))).toEqual([]);
  });

  it('rules keep everything else', async () => {
    const built = (await load('extractors/rules.js')) as typeof import('../src/extractors/rules.ts');
    const shipped = await built.loadRules();
    const kept = await loadRules();
    const properties = (rule: object): readonly string[] =>
      Object.keys(rule)
        .filter((key) => !/^(?:counter)?examples$/.test(key))
        .sort();
    expect(shipped.map(properties)).toEqual(kept.map(properties));
  });

  it('can be run and imported', async () => {
    expect(statSync(join(dist, 'cli', 'main.js')).mode & 0o111).toBe(0o111);
    expect(existsSync(join(dist, 'index.d.ts'))).toBe(true);
    expect(Object.keys((await load('index.js')) as object)).toContain('readArticle');
  });
});
