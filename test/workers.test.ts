import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extract } from '../src/run/extract.ts';
import { findInputs } from '../src/run/inputs.ts';
import { inOrder } from '../src/run/in-order.ts';
import { extractOddly, manyArticles } from './helpers/odd-articles.ts';
import { oddEngine } from './helpers/odd-engine.ts';
import { contentOf, folderOf, newFolder } from './helpers/folders.ts';

/*
 * Worker threads; what a harmful article costs, and more of them: workers.long.test.ts.
 */

test('two workers write the same bytes as none', { timeout: 120_000 }, async () => {
  const files = { ...manyArticles, 'b.txt': 'B\nTHROW\n', 'c.ndjson': '{"id":"x","text":"C\\n1. Jinan\\n"}\n{"id":"y"}\n', 'd.pdf': '' };
  const contents = [];
  for (const jobs of [1, 2]) contents.push(contentOf(await extractOddly(files, { jobs })));
  expect(contents[0]?.['documents.csv']?.split('\n')).toHaveLength(1 + 74 + 1);
  for (const content of contents) expect(content).toEqual(contents[0]);
});

test('`strict` stops at the first bug in the order of the inputs, with the tables as they were', { timeout: 60_000 }, async () => {
  const root = folderOf({ ...manyArticles, '20.txt': 'T\nTHROW\n', '60.txt': 'T\nTHROW\n' });
  const out = join(newFolder(), 'output');
  writeFileSync(join(root, 'z.txt'), 'Z\nTHROW\n');
  const running = extract(await findInputs([root]), { out, engine: oddEngine, jobs: 2, strict: true });
  await expect(running).rejects.toThrow(/^20\.txt:2: .*rank\/fake-item/);
  expect(contentOf(out)).toEqual({});
});

test('results come in the order of the work, and only some of it is begun ahead', async () => {
  const begun: number[] = [];
  const waiting: (() => void)[] = [];
  async function* items(): AsyncGenerator<number> {
    for (let n = 0; n < 6; n += 1) yield await Promise.resolve(n);
  }
  const work = async (n: number): Promise<number> => {
    begun.push(n);
    await new Promise<void>((resolve) => waiting.push(resolve));
    return n;
  };
  const results = inOrder(items(), work, () => 3);
  const first = results.next();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(begun).toEqual([0, 1, 2]);
  for (const end of [2, 1, 0]) waiting[end]?.();
  expect((await first).value).toBe(0);
  const rest = (async () => {
    const found: number[] = [];
    for await (const n of results) found.push(n);
    return found;
  })();
  const release = setInterval(() => waiting.forEach((end) => end()), 5);
  expect(await rest).toEqual([1, 2, 3, 4, 5]);
  clearInterval(release);
});
