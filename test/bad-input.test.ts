import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { MAX_FILE_BYTES } from '../src/limits.ts';
import { readArticles } from '../src/run/articles.ts';
import type { Engine } from '../src/run/engine.ts';
import { extract } from '../src/run/extract.ts';
import { loadEngine } from '../src/run/engine.ts';
import { findInputs } from '../src/run/inputs.ts';
import { readOutput } from '../src/run/output.ts';
import type { Article } from '../src/schema.ts';
import { fakeEngine } from './helpers/fake-reader.ts';
import { folderOf, newFolder } from './helpers/folders.ts';
import { complaintsOf } from './helpers/verify.ts';

async function articlesOf(root: string, engine?: Engine): Promise<readonly Article[]> {
  const out = join(newFolder(), 'output');
  await extract(await findInputs([root]), { out, engine: engine ?? (await loadEngine()) });
  expect(await complaintsOf(out, root)).toEqual([]);
  return [...readOutput(out)];
}

async function statusesOf(root: string): Promise<Readonly<Record<string, string>>> {
  const articles = await articlesOf(root);
  return Object.fromEntries(
    articles.map(({ document: { source, status, error } }) => [source, error === '' ? status : `${status}: ${error}`]),
  );
}

test('files without an article in them have a status and a reason', async () => {
  const root = folderOf({
    'bom.txt': '\ufeff',
    'binary.txt': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
    'blank.md': ' \n\t\n\u00a0\n',
    'empty.txt': '',
    'invalid.txt': Uint8Array.from([...Buffer.from('Hefei is 10th, caf'), 0xe9, 0x20, 0x61]),
    'picture.png': 'x',
  });
  const statuses = await statusesOf(root);
  expect(statuses).toMatchObject({
    'bom.txt': expect.stringMatching(/^empty/) as string,
    'binary.txt': 'unsupported: expected text, got a NUL byte at byte 4',
    'blank.md': expect.stringMatching(/^empty/) as string,
    'empty.txt': expect.stringMatching(/^empty/) as string,
    'picture.png': 'skipped: expected a text, Markdown or HTML file, got `.png`',
  });
  expect(statuses['invalid.txt']).toMatch(/^(?:encoding: expected UTF-8, got byte 0xE9 at byte 18|ok)/);
});

test.skipIf(process.platform === 'win32')('what is no file is never waited for', async () => {
  const root = folderOf({ 'good.txt': 'Nothing is ranked here.\n' });
  spawnSync('mkfifo', [join(root, 'fifo.txt')]);
  mkdirSync(join(root, 'folder.txt'));
  writeFileSync(join(root, 'folder.txt/inside.txt'), 'Nothing is ranked here either.\n');
  symlinkSync('loop.txt', join(root, 'loop.txt'));
  symlinkSync('nowhere', join(root, 'gone.txt'));
  symlinkSync('/dev/zero', join(root, 'zero.txt'));
  expect(await statusesOf(root)).toEqual({
    'fifo.txt': 'not-a-file: expected a file, got a FIFO',
    'folder.txt': 'not-a-file: expected a file, got a folder',
    'folder.txt/inside.txt': 'ok',
    'gone.txt': 'unreadable: expected a readable file, got ENOENT',
    'good.txt': 'ok',
    'loop.txt': 'unreadable: expected a readable file, got ELOOP',
    'zero.txt': 'not-a-file: expected a file, got a device',
  });
});

/** Runs what is given as somebody who is not root, whom permissions do not stop. */
async function withoutPrivileges<Result>(run: () => Promise<Result>): Promise<Result> {
  const { geteuid, seteuid } = process;
  if (geteuid === undefined || seteuid === undefined || geteuid() !== 0) return run();
  seteuid(65_534);
  try {
    return await run();
  } finally {
    seteuid(0);
  }
}

test.skipIf(process.platform === 'win32')('a file without permission is unreadable, and the one beside it is read', async () => {
  const root = folderOf({ 'good.txt': 'Nothing is ranked here.\n', 'secret.txt': 'x' });
  const out = newFolder();
  chmodSync(join(root, 'secret.txt'), 0);
  for (const folder of [root, out]) chmodSync(folder, 0o777);
  const engine = await loadEngine();
  await withoutPrivileges(async () => extract(await findInputs([root]), { out: join(out, 'output'), engine }));
  const documents = [...readOutput(join(out, 'output'))].map(({ document }) => document);
  expect(documents.map(({ source, status, error }) => [source, status, error])).toEqual([
    ['good.txt', 'ok', ''],
    ['secret.txt', 'unreadable', 'expected a readable file, got EACCES'],
  ]);
});

test('a file over the limit is not read, a damaged gzip file is told from a whole one', async () => {
  const whole = gzipSync('Nothing is ranked here.\n');
  const root = folderOf({ 'big.txt': '', 'half.txt.gz': whole.subarray(0, whole.length - 9), 'whole.txt.gz': whole });
  truncateSync(join(root, 'big.txt'), MAX_FILE_BYTES + 1);
  expect(await statusesOf(root)).toEqual({
    'big.txt': `too-large: expected at most ${MAX_FILE_BYTES} bytes, got ${MAX_FILE_BYTES + 1}`,
    'half.txt.gz': 'damaged: expected a whole gzip file, got Z_BUF_ERROR',
    'whole.txt.gz': 'ok',
  });
});

/** Ends a process that takes more seconds of CPU than a naive program did for the same bytes, however busy the machine is. */
function endsSoon(files: Readonly<Record<string, string>>): readonly string[] {
  const root = folderOf(files);
  const main = join(import.meta.dirname, '../src/cli/main.ts');
  const words = [process.execPath, '--import', 'tsx', main, 'extract', root, '--out', join(root, '_out')];
  const { signal } = spawnSync('sh', ['-c', 'ulimit -t 20 && exec "$@"', 'sh', ...words], { timeout: 110_000, killSignal: 'SIGKILL' });
  expect(signal).toBeNull();
  return [...readOutput(join(root, '_out'))].map(({ document: { source, status } }) => `${source} ${status}`);
}

test('hostile shapes end soon', { timeout: 120_000 }, () => {
  const statuses = endsSoon({
    'angles.html': '<'.repeat(200_000),
    'bullets.md': '- '.repeat(5000),
    'divs.html': `${'<div>'.repeat(10_000)}Hefei ranked 10th.`,
    'newlines.txt': `${'\n'.repeat(50_000)}Hefei ranked 10th in the list.`,
    'quotes.md': `${'> '.repeat(5000)}x`,
    'spaces.txt': `Hefei${' '.repeat(200_000)}ranked 10th.`,
  });
  expect(statuses).toContain('bullets.md too-deep');
  expect(statuses).toContain('newlines.txt ok');
});

test('one sentence of 200 KB ends soon', { timeout: 120_000 }, () => {
  expect(endsSoon({ 'sentence.txt': 'Hefei ranked 10th and Wuhan, the city of lakes, '.repeat(4200) })).toEqual(['sentence.txt ok']);
});

test('names that are special to JavaScript or to spreadsheets are names like any other, or none', async () => {
  const list = (...names: readonly string[]): string =>
    `Top 5 cities of 2024\n\n${names.map((name, index) => `${index + 1}. ${name}\n`).join('')}`;
  const root = folderOf({
    'prototype.md': list('Hefei', '__proto__', 'Wuhan', 'constructor', 'Xiamen'),
    'formula.md': list('Hefei', '=HYPERLINK("http://x.example","Wuhan")', '+Xiamen', '-Nanjing', '@Suzhou'),
  });
  const articles = await articlesOf(root);
  for (const { document, rankings } of articles) {
    expect(document.status).toBe('ok');
    for (const row of rankings) {
      for (const cell of [row.place, row.place_raw, row.ranking_name, row.publisher, row.evidence]) expect(cell).not.toMatch(/^\s*[=+\-@]/);
    }
  }
  const ranked = articles.flatMap(({ rankings }) => rankings.map(({ source, rank, place }) => `${source} ${rank} ${place}`));
  expect(ranked).toContain('formula.md 1 Hefei');
});

test('a place may have the name of a property that every object has', async () => {
  const names = ['__proto__', 'constructor', 'toString', 'Hefei'];
  const root = folderOf({ '__proto__.txt': '', 'a.txt': `Top\n${names.map((name, index) => `${index + 1}. ${name}\n`).join('')}` });
  const articles = await articlesOf(root, fakeEngine);
  expect(articles.flatMap(({ rankings }) => rankings.map(({ place }) => place))).toEqual(names);
});

test('an article that never ends costs itself alone, once it was tried alone', async () => {
  const root = folderOf({ 'a.txt': 'A\n1. Hefei\n', 'b.txt': 'B\n', 'c.txt': 'C\n1. Wuhan\n', 'd.ndjson': '{"text":"D\\n1. Jinan\\n"}' });
  const met: string[] = [];
  const read: typeof fakeEngine.read = (bytes, source) => {
    met.push(source);
    while (source === 'b.txt');
    return fakeEngine.read(bytes, source);
  };
  const found: string[] = [];
  for await (const { document } of readArticles(await findInputs([root]), { read, milliseconds: 300 }))
    found.push(`${document.source} ${document.status}: ${document.error}`);
  expect(found).toEqual(['a.txt ok: ', 'b.txt timeout: expected rows within 0.3 s, got none', 'c.txt ok: ', 'd.ndjson!line 1 ok: ']);
  expect(met).toEqual(['a.txt', 'b.txt', 'b.txt', 'c.txt', 'd.ndjson!line 1']);
});
