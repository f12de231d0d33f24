import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extract } from '../src/run/extract.ts';
import { findInputs } from '../src/run/inputs.ts';
import { readCsv } from '../src/run/read-lines.ts';
import { extractOddly, manyArticles } from './helpers/odd-articles.ts';
import { contentOf, folderOf, newFolder } from './helpers/folders.ts';
import { oddEngine } from './helpers/odd-engine.ts';

/*
 * Worker threads: the same bytes from any number of them, and what a harmful article costs.
 */

/** Status and error by source. */
function statusesOf(out: string): Readonly<Record<string, string>> {
  const [header = [], ...rows] = readCsv(join(out, 'documents.csv'));
  const cell = (row: readonly string[], name: string): string => row[header.indexOf(name)] ?? '';
  return Object.fromEntries(rows.map((row) => [cell(row, 'source'), `${cell(row, 'status')} ${cell(row, 'error')}`.trim()]));
}

const files = { ...manyArticles, 'b.txt': 'B\nTHROW\n', 'c.ndjson': '{"id":"x","text":"C\\n1. Jinan\\n"}\n{"id":"y"}\n', 'd.pdf': '' };
/** What the second run finds otherwise. */
const changed = { '7.txt': 'Other\n1. Jinan\n', '8.txt': '', '99.txt': 'New\n4. Lhasa\n' };

test('1, 3 and 8 workers write the same bytes, in whatever order the files were made', async () => {
  const shuffled = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a.slice(1) < b.slice(1) ? 1 : -1)));
  const contents = [];
  for (const jobs of [1, 3, 8]) contents.push(contentOf(await extractOddly(jobs === 3 ? shuffled : files, { jobs })));
  for (const content of contents) expect(content).toEqual(contents[0]);
});

test('1, 2, 3 and 8 workers write the same bytes with a cache that is cold, warm, and of another number of workers', async () => {
  const expected = [
    contentOf(await extractOddly(files, { jobs: 1 })),
    contentOf(await extractOddly({ ...files, ...changed }, { jobs: 1 })),
  ];
  let last = join(newFolder(), 'output');
  for (const jobs of [1, 2, 3, 8]) {
    const root = folderOf(files);
    const out = join(newFolder(), 'output');
    const run = async (into: string): Promise<unknown> => {
      await extract(await findInputs([root]), { out: into, engine: oddEngine, jobs, cache: { program: 'one' } });
      return contentOf(into);
    };
    expect(await run(out)).toEqual(expected[0]);
    for (const [name, text] of Object.entries(changed)) writeFileSync(join(root, name), text);
    expect(await run(out)).toEqual(expected[1]);
    expect(await run(last)).toEqual(expected[1]);
    last = out;
  }
});

test('a worker that dies or waits for ever costs the article it was at', async () => {
  const marker = join(newFolder(), 'died');
  const out = await extractOddly(
    { ...manyArticles, '1a.txt': 'DIE', '3a.txt': `DIE ONCE ${marker}\n1. Hefei\n`, '5a.txt': 'LOOP', '7a.txt': 'WAIT' },
    { jobs: 2, milliseconds: 400 },
  );
  const { '1a.txt': dead, '3a.txt': once, '5a.txt': loop, '7a.txt': wait, ...others } = statusesOf(out);
  expect([dead, once, loop, wait]).toEqual([
    'internal-error expected rows, got a worker thread that ended with 9',
    'ok',
    'timeout expected rows within 0.4 s, got none',
    'timeout expected rows within 1.2 s, got a worker thread that came no further',
  ]);
  expect(Object.keys(others)).toHaveLength(70);
  expect(new Set(Object.values(others))).toEqual(new Set(['ok']));
});
