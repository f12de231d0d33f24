import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArticles } from '../src/run/articles.ts';
import { findInputs } from '../src/run/inputs.ts';
import type { Article } from '../src/schema.ts';
import { fakeEngine } from './helpers/fake-reader.ts';
import { folderOf, newFolder } from './helpers/folders.ts';
import { response, warcFile } from './helpers/warc.ts';

const RECORDS = 2000;
const CUTS = 100;

/** Numbers below `bound` that look random and are the same in every run. */
function* numbers(bound: number): Generator<number> {
  for (let seed = 20261121; ;) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    yield Math.floor((seed / 2147483648) * bound);
  }
}

const page = (index: number, length = 300): string =>
  `List ${index}\n10. Hefei\n9. Wuhan\nWuhan has ${index} parks\n${'What the town of '.repeat(length / 17)}\n`;

const records = Array.from({ length: RECORDS }, (_, index) =>
  response(`https://x.example/${index}`, page(index, 50 + ((index * 37) % 900))),
);

async function rowsOf(path: string): Promise<readonly Article[]> {
  const articles: Article[] = [];
  for await (const article of readArticles(await findInputs([path]), { read: fakeEngine.read })) articles.push(article);
  return articles;
}

describe.each(['a.warc', 'a.warc.gz'])('%s with 2,000 records', (name) => {
  const { bytes, ends } = warcFile(records, name.endsWith('.gz'));

  test('cut at 100 places: the error says how far it came, and the rows before it are those of the whole', async () => {
    const whole = await rowsOf(join(folderOf({ [name]: bytes }), name));
    expect(whole.map(({ document }) => document.status)).toEqual(Array<string>(RECORDS).fill('ok'));
    const expected = whole.map((row) => JSON.stringify(row));
    const path = join(newFolder(), name);
    const cuts = numbers(bytes.length);
    for (let round = 0; round < CUTS; round += 1) {
      const cut = 1 + Number(cuts.next().value);
      writeFileSync(path, bytes.subarray(0, cut));
      const rows = await rowsOf(path);
      const kept = rows.filter(({ document }) => document.status === 'ok').length;
      const sure = ends.filter((end) => end <= cut).length;
      // A gzip member ends in its check sum: a record may have come whole before it.
      expect([sure, name.endsWith('.gz') ? sure + 1 : sure]).toContain(kept);
      const changed = rows.slice(0, kept).findIndex((row, index) => JSON.stringify(row) !== expected[index]);
      expect(changed).toBe(-1);
      const rest = rows.slice(kept).map(({ document: { source, status, error } }) => ({ source, status, error }));
      // A file that ends where a record does is a whole file.
      if (cut === ends[kept - 1]) expect(rest).toEqual([]);
      else {
        expect(rest).toEqual([
          {
            source: name,
            status: 'damaged',
            error: expect.stringMatching(new RegExp(`^expected .*${kept === 0 ? '' : `, after ${kept} records`}$`)) as string,
          },
        ]);
      }
    }
  });
});

test('memory does not grow with the records', () => {
  const folder = newFolder();
  const measured = [200, RECORDS].map((count) => {
    const path = join(folder, `${count}.warc`);
    const large = Array.from({ length: count }, (_, index) => response(`https://x.example/${index}`, page(index, 100_000)));
    writeFileSync(path, warcFile(large).bytes);
    const script = join(import.meta.dirname, 'helpers/read-container.ts');
    const printed = execFileSync(process.execPath, ['--import', 'tsx', script, path], { encoding: 'utf8' });
    return JSON.parse(printed) as { readonly articles: number; readonly peak: number };
  });
  expect(measured.map(({ articles }) => articles)).toEqual([200, RECORDS]);
  const [few = 0, many = 0] = measured.map(({ peak }) => peak);
  // 20 MB of records and 200 MB: measured 110 and 143 MB, which is the garbage that node lets lie.
  expect(many / few).toBeLessThan(1.6);
});
