import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extract, type ExtractOptions } from '../src/run/extract.ts';
import { clearOf, statsOf } from '../src/run/cache/stats.ts';
import { findInputs } from '../src/run/inputs.ts';
import { fakeEngine } from './helpers/fake-reader.ts';
import { contentOf, folderOf, newFolder } from './helpers/folders.ts';

/*
 * Unchanged articles are not read again, and the tables are those of a run without a cache.
 */

const OLD = new Date('2024-01-01T00:00:00Z');

/** A folder of articles, an output, and what runs read. */
class Desk {
  readonly root: string;
  readonly out = join(newFolder(), 'output');
  read: string[] = [];
  warnings: string[] = [];
  written = false;

  constructor(files: Readonly<Record<string, string>>) {
    this.root = folderOf({});
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  /** Writes an article with a time that is old enough to be trusted. */
  write(name: string, text: string, time = OLD): void {
    writeFileSync(join(this.root, name), text);
    utimesSync(join(this.root, name), time, time);
  }

  /** Names of the articles that a run read; the tables must be those that a run without a cache writes. */
  async run(options: Partial<ExtractOptions> & { readonly verify?: boolean; readonly program?: string } = {}): Promise<readonly string[]> {
    const { verify, program = 'one', ...others } = options;
    this.read = [];
    this.warnings = [];
    const engine = {
      ...fakeEngine,
      read: (...article: Parameters<typeof fakeEngine.read>) => {
        this.read.push(article[1]);
        return fakeEngine.read(...article);
      },
    };
    await extract(await findInputs([this.root]), {
      ...{ out: this.out, engine, cache: { program, verify } },
      onEnd: ({ written }) => (this.written = written),
      onWarning: (text) => this.warnings.push(text),
      ...others,
    });
    const fresh = join(newFolder(), 'output');
    await extract(await findInputs([this.root]), { out: fresh, engine: fakeEngine, decisions: join(this.out, 'reviews') });
    expect(contentOf(this.out)).toEqual(contentOf(fresh));
    return this.read;
  }

  cached(name: string): string {
    return join(this.out, '.cache', name);
  }
}

const article = (title: string, places: readonly string[]): string =>
  `${title}\n${places.map((place, n) => `${n + 1}. ${place}\n`).join('')}`;
const files = {
  'a.txt': article('A', ['Hefei', 'Wuhan']),
  'b.ndjson': '{"id":"1","text":"B\\n1. Jinan\\n"}\n{"id":"2","text":"C\\n1. Lhasa\\n"}\n',
  'c.pdf': '',
  'd.txt': article('D', ['Xiamen']),
  'e.txt': 'Nothing\n',
};

test('what has not changed is not read again, and nothing is written', async () => {
  const desk = new Desk(files);
  expect(await desk.run()).toEqual(['a.txt', 'b.ndjson!1', 'b.ndjson!2', 'd.txt', 'e.txt']);
  expect(desk.written).toBe(true);
  const before = statSync(join(desk.out, 'run.json')).mtimeMs;
  expect(await desk.run()).toEqual([]);
  expect(desk.written).toBe(false);
  expect(statSync(join(desk.out, 'run.json')).mtimeMs).toBe(before);
  expect(readdirSync(desk.cached('')).sort()).toEqual(['index', 'rows.1', 'state.json']);
  expect(statsOf(desk.out)).toEqual([expect.stringMatching(/: 6 articles, 0\.\d MB, of which 0\.\d MB are their rows$/) as string]);
});

test('changed, new and removed articles and records change the tables', async () => {
  const desk = new Desk(files);
  await desk.run();
  desk.write('d.txt', article('D', ['Xiamen', 'Hefei']));
  desk.write('a0.txt', article('New', ['Suzhou']));
  expect(await desk.run()).toEqual(['a0.txt', 'd.txt']);
  rmSync(join(desk.root, 'a.txt'));
  expect(await desk.run()).toEqual([]);
  expect(desk.written).toBe(true);
  rmSync(join(desk.root, 'e.txt'));
  expect(await desk.run()).toEqual([]);
  desk.write(
    'b.ndjson',
    `{"id":"0","text":"Z\\n1. Delhi\\n"}\n${files['b.ndjson'].split('\n')[1] ?? ''}\n`,
    new Date('2024-02-01T00:00:00Z'),
  );
  expect(await desk.run()).toEqual(['b.ndjson!0']);
  expect(await desk.run()).toEqual([]);
  expect(desk.written).toBe(false);
});

test('files that all are as they were are told by their listing; any other is found', async () => {
  const { 'a.txt': a, 'd.txt': d, 'c.pdf': skipped } = files;
  const desk = new Desk({ 'a.txt': a, 'c.pdf': skipped, 'd.txt': d });
  await desk.run();
  const articles: string[] = [];
  const totals: unknown[] = [];
  const run = () =>
    desk
      .run({ onArticle: ({ source }) => articles.push(source), onUnchanged: (one) => totals.push(one) })
      .then(() => [articles.splice(0), totals.splice(0)]);
  const listed = [[], [{ statuses: { ok: 2, skipped: 1 }, rows: 3, doubts: 3 }]];
  expect(await run()).toEqual(listed);
  expect(desk.written).toBe(false);
  // The index is not asked.
  rmSync(desk.cached('rows.1'));
  expect(await run()).toEqual(listed);
  const harms: readonly (() => void)[] = [
    () => desk.write('d.txt', d, new Date('2024-02-01T00:00:00Z')),
    () => desk.write('d.txt', `${d}2. Hefei\n`),
    () => desk.write('b.txt', d),
    () => rmSync(join(desk.root, 'b.txt')),
    () => desk.write('e.pdf', ''),
    () => rmSync(join(desk.out, 'metrics.csv')),
  ];
  for (const harm of harms) {
    harm();
    const [read] = await run();
    expect(read).toContain('d.txt');
    expect(await run()).toEqual([[], [expect.anything()]]);
  }
  expect(await desk.run({ verify: true, onUnchanged: (one) => totals.push(one) })).toEqual([]);
  expect(totals).toEqual([]);
  desk.write('bug.txt', 'THROW');
  await run();
  expect(await run()).toEqual([['a.txt', 'bug.txt', 'c.pdf', 'd.txt', 'e.pdf'], []]);
});

test('size and time are trusted, unless asked not to be; a young file is not', async () => {
  const desk = new Desk(files);
  await desk.run();
  const changed = files['a.txt'].replace('Wuhan', 'Jinan');
  writeFileSync(join(desk.root, 'a.txt'), changed);
  expect(await desk.run()).toEqual(['a.txt']);
  writeFileSync(join(desk.root, 'a.txt'), files['a.txt']);
  expect(await desk.run()).toEqual(['a.txt']);
  desk.write('a.txt', files['a.txt']);
  expect(await desk.run()).toEqual([]);
  expect(desk.written).toBe(false);
  desk.write('a.txt', changed);
  expect(await desk.run({ verify: true })).toEqual(['a.txt']);
});

test('another program, another version of the cache and --no-cache read all', async () => {
  const desk = new Desk(files);
  const all = await desk.run();
  expect(await desk.run({ program: 'two' })).toEqual(all);
  expect(await desk.run({ program: 'two' })).toEqual([]);
  expect(await desk.run({ program: 'two', cache: undefined })).toEqual(all);
  writeFileSync(desk.cached('index'), 'other\n');
  expect(await desk.run({ program: 'two' })).toEqual(all);
  expect(desk.warnings).toEqual([expect.stringContaining('all articles are read again') as string]);
});

test('tables that were changed or deleted are written anew from the cache', async () => {
  const desk = new Desk(files);
  await desk.run();
  appendFileSync(join(desk.out, 'rankings.csv'), 'mine\n');
  expect(await desk.run()).toEqual([]);
  expect(desk.written).toBe(true);
  rmSync(join(desk.out, 'metrics.json'));
  expect(await desk.run()).toEqual([]);
  const time = new Date();
  utimesSync(join(desk.out, 'rankings.csv'), time, time);
  await desk.run();
  expect(desk.written).toBe(false);
});

test('a damaged cache is never trusted', async () => {
  const harms: readonly ((desk: Desk) => void)[] = [
    (desk) => truncateSync(desk.cached('rows.1'), 40),
    (desk) => rmSync(desk.cached('rows.1')),
    (desk) => writeFileSync(desk.cached('rows.1'), readFileSync(desk.cached('rows.1'), 'utf8').replaceAll('Hefei', 'Hofei')),
    (desk) => writeFileSync(desk.cached('index'), readFileSync(desk.cached('index'), 'utf8').replace('"A"', '"Å"').replace('txt', 'tst')),
    (desk) => truncateSync(desk.cached('index'), statSync(desk.cached('index')).size - 9),
  ];
  for (const harm of harms) {
    const desk = new Desk(files);
    const all = await desk.run();
    harm(desk);
    desk.write('e.txt', 'Something\n');
    expect(await desk.run()).toEqual(expect.arrayContaining([...all]));
    expect(desk.warnings).toEqual([expect.stringContaining('all articles are read again') as string]);
    expect(await desk.run()).toEqual([]);
  }
  const desk = new Desk(files);
  await desk.run();
  writeFileSync(desk.cached('state.json'), '{"key"');
  expect(await desk.run()).toEqual([]);
  expect(desk.written).toBe(true);
});

test('a run that was ended goes on where it was', async () => {
  const many = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`${n}.txt`, article(`List ${n}`, ['Hefei', 'Wuhan', 'Jinan'])]));
  const desk = new Desk(many);
  const interrupt = new AbortController();
  let read = 0;
  const onArticle = (): void => {
    read += 1;
    if (read === 150) interrupt.abort();
  };
  await expect(desk.run({ signal: interrupt.signal, onArticle })).rejects.toThrow(/abort/);
  expect(existsSync(join(desk.out, 'rankings.csv'))).toBe(false);
  // A death tears the last lines.
  const torn = desk.cached('index.next');
  truncateSync(torn, statSync(torn).size - 9);
  expect(statsOf(desk.out)[0]).toContain('of a run that has not ended');
  const rest = await desk.run();
  expect(rest.length).toBeGreaterThan(49);
  expect(rest.length).toBeLessThan(80);
  expect(await desk.run()).toEqual([]);
  expect(readdirSync(desk.cached('')).sort()).toEqual(['index', 'rows.1', 'state.json']);
});

test('bugs are tried again, and rows that nothing names are swept in time', async () => {
  const desk = new Desk({ ...files, 'bug.txt': 'THROW' });
  await desk.run();
  expect(await desk.run()).toEqual(['bug.txt']);
  expect(desk.written).toBe(false);
  const state = JSON.parse(readFileSync(desk.cached('state.json'), 'utf8')) as object;
  appendFileSync(desk.cached('rows.1'), Buffer.alloc(17 * 1024 * 1024));
  writeFileSync(desk.cached('state.json'), JSON.stringify(state));
  desk.write('e.txt', 'Something\n');
  expect(await desk.run()).toEqual(['bug.txt', 'e.txt']);
  expect(readdirSync(desk.cached('')).sort()).toEqual(['index', 'rows.2', 'state.json']);
  expect(clearOf(desk.out)).toContain('cleared');
  expect(statsOf(desk.out)).toEqual([expect.stringContaining('empty') as string]);
});
