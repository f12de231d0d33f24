import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extract } from '../src/run/extract.ts';
import { findInputs, openInputs } from '../src/run/inputs.ts';
import { readCsv } from '../src/run/read-lines.ts';
import { fakeEngine } from './helpers/fake-reader.ts';
import { contentOf, folderOf, newFolder } from './helpers/folders.ts';

async function extracted(folder: string): Promise<Readonly<Record<string, string>>> {
  const out = join(newFolder(), 'output');
  await extract(await findInputs([folder]), { out, engine: fakeEngine });
  return contentOf(out);
}

const sources = async (paths: readonly string[], options = {}): Promise<readonly string[]> =>
  (await findInputs(paths, options)).map(({ source, failure }) => (failure === undefined ? source : `${source} (${failure.status})`));

test('reads articles, skips other files, passes over what is none', async () => {
  const folder = folderOf({
    ...{ 'a.txt': '', 'b.md': '', 'c.markdown': '', 'd.html': '', 'e.HTM': '', 'f.xhtml': '', 'g.txt.gz': '' },
    ...{
      'news.pdf': '',
      'no-ending': '',
      'README.md': '',
      '.hidden.txt': '',
      '_draft.txt': '',
      'a.gold.json': '',
      'x.jsonl': '',
      'feed.rss': '',
    },
    ...{ '.git/config.txt': '', 'out/old.txt': '', 'sub/z.txt': '' },
  });
  expect(await sources([folder], { out: join(folder, 'out') })).toEqual([
    ...['a.txt', 'b.md', 'c.markdown', 'd.html', 'e.HTM', 'f.xhtml', 'feed.rss', 'g.txt.gz'],
    ...['news.pdf (skipped)', 'no-ending (skipped)', 'sub/z.txt'],
  ]);
});

test('sorts by the bytes of the source, not by the letters of a language', async () => {
  const folder = folderOf({ 'ä.txt': '', 'z.txt': '', 'B.txt': '', 'a/b.txt': '', 'a.txt': '', '10.txt': '', '9.txt': '' });
  expect(await sources([folder])).toEqual(['10.txt', '9.txt', 'B.txt', 'a.txt', 'a/b.txt', 'z.txt', 'ä.txt']);
});

test('a folder is walked in the same order without being held', async () => {
  const folder = folderOf({
    ...{ 'sub/a.txt': '', 'sub.txt': '', 'sub-b.md': '', 'x.txt/inside.txt': '', 'x.txt/more/z.html': '', 'x.txt.md': '', 'feed.rss': '' },
    ...{
      '=a/b.txt': '',
      '-c.txt': '',
      '/ä/𝒳.txt': '',
      '/ä/\uffee.txt': '',
      'out/old.txt': '',
      '.git/d.txt': '',
      'e.pdf': '',
      'README.md': '',
    },
  });
  for (const options of [{}, { out: join(folder, 'out') }, { root: join(folder, '..') }]) {
    const walked = await openInputs([folder], options);
    const found = await findInputs([folder], options);
    expect(found.length).toBeGreaterThan(12);
    expect([...walked]).toEqual(found);
    expect([...walked]).toEqual(found);
  }
  await expect(openInputs([folder], { out: folder })).rejects.toThrow(/output folder/);
  await expect(openInputs([join(folder, 'sub')], { root: join(folder, 'out') })).rejects.toThrow(/below the root/);
});

test('puts "./" in front of a source that a spreadsheet would run', async () => {
  const folder = folderOf({ '=1+1.txt': '', '-a.txt': '', '@b.txt': '', ' +c.txt': '' });
  expect(await sources([folder])).toEqual(['./ +c.txt', './-a.txt', './=1+1.txt', './@b.txt']);
});

test('takes a file, a pattern, or several paths below a root', async () => {
  const folder = folderOf({ 'x/a.txt': '', 'x/b.md': '', 'y/c.txt': '' });
  expect(await sources([join(folder, 'x/a.txt')])).toEqual(['a.txt']);
  expect(await sources([`${folder}/**/*.txt`])).toEqual(['x/a.txt', 'y/c.txt']);
  expect(await sources([join(folder, 'x'), join(folder, 'y/c.txt')], { root: folder })).toEqual(['x/a.txt', 'x/b.md', 'y/c.txt']);
});

test('refuses paths that are not there, have no common root, or are also the output', async () => {
  const folder = folderOf({ 'x/a.txt': '', 'y/c.txt': '' });
  await expect(findInputs([join(folder, 'nowhere')])).rejects.toThrow(/expected a file, a folder or a pattern .*nowhere/);
  await expect(findInputs([join(folder, 'x'), join(folder, 'y')])).rejects.toThrow(/--root DIR/);
  await expect(findInputs([join(folder, 'x')], { root: join(folder, 'y') })).rejects.toThrow(/below the root/);
  await expect(findInputs([folder], { out: folder })).rejects.toThrow(/output folder/);
});

test('writes every table, run.json last with the hash of each', async () => {
  const content = await extracted(folderOf({ 'a.txt': 'Top cities\n10. Hefei\n9. Wuhan\nHefei has 7 parks\n' }));
  expect(Object.keys(content)).toEqual([
    ...['datapackage.json', 'documents.csv', 'losses.jsonl', 'metrics.csv', 'metrics.json'],
    ...['provenance.jsonl', 'rankings.csv', 'rankings.json', 'run.json'],
  ]);
  const [, first, second] = (content['rankings.csv'] ?? '').split('\n');
  expect(first).toMatch(/^[0-9a-f]{16},a\.txt,[0-9a-f]{16},Top cities,,,,,,[0-9a-f]{16},9,,,Wuhan,Wuhan,city,/);
  expect(second).toContain(',10,,,Hefei,Hefei,city,');
  const rankings = JSON.parse(content['rankings.json'] ?? '') as { ranking_name: string; entries: { place: string }[] }[];
  expect(rankings.map(({ ranking_name, entries }) => [ranking_name, ...entries.map(({ place }) => place)])).toEqual([
    ['Top cities', 'Wuhan', 'Hefei'],
  ]);
  expect(JSON.parse(content['metrics.json'] ?? '')).toMatchObject([{ place: 'Hefei', value: '7', unit: 'parks' }]);
  expect(JSON.parse(content['run.json'] ?? '')).toMatchObject({
    statuses: { ok: 1 },
    gazetteer: 'fake',
    rules: [{ name: 'rank/fake-item' }],
  });
});

test('gives tables with headers, and empty arrays, for a folder without articles', async () => {
  const content = await extracted(folderOf({ 'notes.pdf': '' }));
  expect(content['rankings.csv']).toMatch(/^document_id,source,.*,review\n$/);
  expect(JSON.parse(content['rankings.json'] ?? '')).toEqual([]);
  expect(content['documents.csv']).toContain(',notes.pdf,');
});

test('gives the same bytes twice, and whatever the order in which files were made', async () => {
  const files = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`${n}.txt`, `List ${n}\n${n + 1}. Hefei\n`]));
  const backwards = Object.fromEntries(Object.entries(files).reverse());
  const folder = folderOf(files);
  const first = await extracted(folder);
  expect(await extracted(folder)).toEqual(first);
  expect(await extracted(folderOf(backwards))).toEqual(first);
});

test('quotes what RFC 4180 asks for, and reads it back', async () => {
  const title = 'A, "B"\rand C';
  const folder = folderOf({ 'a.txt': `${title}\n1. Hefei\n`, 'line\nbreak.txt': 'T\n2. Wuhan\n' });
  const out = join(newFolder(), 'output');
  await extract(await findInputs([folder]), { out, engine: fakeEngine });
  const [header = [], ...rows] = readCsv(join(out, 'rankings.csv'));
  expect(rows.map((row) => row[header.indexOf('ranking_name')])).toEqual([title, 'T']);
  expect(rows.map((row) => row[header.indexOf('source')])).toEqual(['a.txt', 'line\nbreak.txt']);
  expect(readFileSync(join(out, 'rankings.csv'), 'utf8')).toContain('"A, ""B""\rand C"');
});

test('replaces the tables of an earlier run and leaves other files alone', async () => {
  const folder = folderOf({ 'a.txt': 'Old\n1. Hefei\n' });
  const out = join(newFolder(), 'output');
  mkdirSync(join(out, 'reviews'), { recursive: true });
  writeFileSync(join(out, 'reviews/mine.txt'), 'kept');
  await extract(await findInputs([folder]), { out, engine: fakeEngine });
  writeFileSync(join(folder, 'a.txt'), 'New\n1. Wuhan\n');
  await extract(await findInputs([folder]), { out, engine: fakeEngine });
  expect(readFileSync(join(out, 'rankings.csv'), 'utf8')).toContain('New');
  expect(readFileSync(join(out, 'rankings.csv'), 'utf8')).not.toContain('Old');
  expect(readFileSync(join(out, 'reviews/mine.txt'), 'utf8')).toBe('kept');
});

test('a rule that throws costs its own article only, and names rule, line and bytes', async () => {
  const content = await extracted(folderOf({ 'a.txt': 'A\n1. Hefei\n', 'b.txt': 'B\n1. Wuhan\nTHROW\n', 'c.txt': 'C\n1. Xiamen\n' }));
  expect(content['documents.csv']).toContain('b.txt:3: expected claims, got ""boom"", from `rank/fake-item` (bytes 11..16)');
  expect(content['rankings.csv']).not.toContain('Wuhan');
  expect(content['rankings.csv']).toContain('Xiamen');
});

test('`strict` stops at a bug and leaves the tables as they were', async () => {
  const folder = folderOf({ 'a.txt': 'A\n1. Hefei\n' });
  const out = join(newFolder(), 'output');
  await extract(await findInputs([folder]), { out, engine: fakeEngine });
  const before = contentOf(out);
  writeFileSync(join(folder, 'b.txt'), 'THROW');
  await expect(extract(await findInputs([folder]), { out, engine: fakeEngine, strict: true })).rejects.toThrow(
    /^b\.txt:1: .*rank\/fake-item/,
  );
  expect(contentOf(out)).toEqual(before);
});

test('a quote that is not the bytes it names is a bug of the rule', async () => {
  const folder = folderOf({ 'a.txt': 'A\n1. Hefei\n' });
  const out = join(newFolder(), 'output');
  const read: typeof fakeEngine.read = (bytes, source) => {
    const article = fakeEngine.read(bytes, source);
    return { ...article, rankings: article.rankings.map((row) => ({ ...row, start: row.start + 1 })) };
  };
  const statuses = await extract(await findInputs([folder]), { out, engine: { ...fakeEngine, read } });
  expect([...statuses]).toEqual([['internal-error', 1]]);
  expect(contentOf(out)['documents.csv']).toMatch(/a\.txt:2: expected entry [0-9a-f]{16}, evidence to be the bytes 3\.\.10/);
});
