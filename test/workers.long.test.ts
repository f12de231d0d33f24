import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCsv } from '../src/run/read-lines.ts';
import { extractOddly, manyArticles } from './helpers/odd-articles.ts';
import { contentOf, newFolder } from './helpers/folders.ts';

/*
 * Worker threads: the same bytes from any number of them, and what a harmful article costs.
 */

/** Status and error by source. */
function statusesOf(out: string): Readonly<Record<string, string>> {
  const [header = [], ...rows] = readCsv(join(out, 'documents.csv'));
  const cell = (row: readonly string[], name: string): string => row[header.indexOf(name)] ?? '';
  return Object.fromEntries(rows.map((row) => [cell(row, 'source'), `${cell(row, 'status')} ${cell(row, 'error')}`.trim()]));
}

test('1, 3 and 8 workers write the same bytes', async () => {
  const files = { ...manyArticles, 'b.txt': 'B\nTHROW\n', 'c.ndjson': '{"id":"x","text":"C\\n1. Jinan\\n"}\n{"id":"y"}\n', 'd.pdf': '' };
  const contents = [];
  for (const jobs of [1, 3, 8]) contents.push(contentOf(await extractOddly(files, { jobs })));
  for (const content of contents) expect(content).toEqual(contents[0]);
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
