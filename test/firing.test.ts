import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadRules } from '../src/extractors/rules.ts';
import { decode } from '../src/pipeline/1-decode.ts';
import { readClaims, sortRules } from '../src/pipeline/7-claims.ts';
import { cleanFile, readDocument } from '../src/pipeline/index.ts';
import type { Format } from '../src/types.ts';

/*
 * A rule that no labelled article needs cannot be judged: it is given an article, or deleted.
 */

const corpus = join(import.meta.dirname, '..', 'corpus');
const formats: Readonly<Record<string, Format>> = { txt: 'text', md: 'markdown', html: 'html' };

/** Names of the rules that claim something or name a list in the articles of `folder`. */
async function firingIn(folder: string): Promise<ReadonlySet<string>> {
  const rules = sortRules(await loadRules());
  const firing = new Set<string>();
  for (const name of readdirSync(folder)) {
    const format = formats[name.split('.').at(-1) ?? ''];
    if (format === undefined || name === 'README.md') continue;
    const file = decode(readFileSync(join(folder, name)));
    if ('status' in file) throw new Error(`${name}: ${file.error}`);
    const clean = cleanFile(file, format);
    if ('status' in clean) throw new Error(`${name}: ${clean.error}`);
    const document = readDocument(clean, rules);
    for (const { rule } of readClaims(document, rules)) firing.add(rule);
    for (const mention of document.mentions.flat()) if (mention.kind === 'list') firing.add(mention.rule);
  }
  return firing;
}

it('every rule is needed by an article of the corpus', async () => {
  const firing = await firingIn(corpus);
  const names = (await loadRules()).map(({ name }) => name);
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !firing.has(name))).toEqual([]);
}, 120_000);
