import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { run } from '../src/cli/run.ts';
import { contentOf, folderOf, newFolder } from './helpers/folders.ts';

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process. */
async function ranktrace(...words: readonly string[]): Promise<Outcome> {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    const code = await run(words);
    const written = (calls: readonly (readonly unknown[])[]): string => calls.map(([text]) => String(text)).join('');
    return { code, out: written(out.mock.calls), err: written(err.mock.calls) };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

/** Runs a command in a process of its own, as a user does; `input` is what it reads from standard input. */
function spawned(words: readonly string[], env: NodeJS.ProcessEnv, input = ''): Outcome {
  const command = ['--import', import.meta.resolve('tsx'), join(import.meta.dirname, '../src/cli/main.ts'), ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', env: { ...process.env, ...env }, input });
  return { code: status, out: stdout, err: stderr };
}

const ARTICLE = "# China's 10 most innovative cities, 2019\n\nBy the Institute of Cities.\n\n1. Shenzhen\n2. Hangzhou\n3. Hefei\n";

test('extract writes tables that verify proves, whatever the time zone and the language', async () => {
  const root = folderOf({ 'a.md': ARTICLE, 'İstanbul.txt': 'Izmir ranked 3rd in the Most Liveable Cities 2024 list.\n' });
  const here = join(newFolder(), 'output');
  const there = join(newFolder(), 'output');
  const first = await ranktrace('extract', root, '--out', here);
  expect(first).toMatchObject({ code: 0, out: '' });
  const [counts, figures] = first.err.split('\n');
  expect(counts).toBe(`2 articles (2 ok) → ${here}`);
  expect(figures).toMatch(
    /^\d+ rows with \d+ doubts; 0 articles from the cache; [\d.]+ s for articles \([\d.]+ s of it writing\); [\d.]+ s for syncing$/,
  );
  expect((await ranktrace('extract', root, '--out', here)).err).toContain('; nothing changed, nothing written; ');
  expect(spawned(['extract', root, '--out', there, '--quiet'], { TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' })).toEqual({
    code: 0,
    out: '',
    err: '',
  });
  expect(contentOf(there)).toEqual(contentOf(here));
  expect(contentOf(here)['rankings.csv']).toMatch(/,3,,,Hefei,Hefei,city,/);
  expect(await ranktrace('verify', here, '--root', root)).toEqual({ code: 0, out: 'every cell follows from its bytes\n', err: '' });
  writeFileSync(join(root, 'a.md'), ARTICLE.replace('Hefei', 'Hebei'));
  const failed = await ranktrace('verify', here, '--root', root);
  expect([failed.code, failed.out]).toEqual([1, expect.stringMatching(/^a\.md: expected the bytes with SHA-256 /) as string]);
});

test('`cache` says what is kept and clears it; `--no-cache` keeps nothing; `--progress json` is read by programs', async () => {
  const root = folderOf({ 'a.md': ARTICLE });
  const out = join(newFolder(), 'output');
  const { code, err } = await ranktrace('extract', root, '--out', out, '--no-cache', '--progress', 'json');
  const events = err
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect([code, events.at(-1)]).toEqual([0, expect.objectContaining({ event: 'end', articles: 1, cached: 0, statuses: { ok: 1 } })]);
  expect((await ranktrace('cache', out)).out).toBe(`${join(out, '.cache')}: empty\n`);
  await ranktrace('extract', root, '--out', out);
  expect((await ranktrace('cache', out, '--stats')).out).toMatch(/: 1 articles, [\d.]+ MB, of which [\d.]+ MB are their rows\n$/);
  expect((await ranktrace('cache', out, '--clear')).out).toBe(`${join(out, '.cache')}: cleared\n`);
  expect(existsSync(join(out, '.cache'))).toBe(false);
});

test('NDJSON on standard input is read as a file of it is', () => {
  const lines = [
    { id: 'a', text: 'Izmir ranked 3rd in the Most Liveable Cities 2024 list.' },
    { id: 'b', html: '<p>Nothing is ranked here.</p>' },
  ];
  const input = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{"id":`;
  const out = join(newFolder(), 'output');
  const streamed = spawned(['extract', '-', '--out', out], {}, input);
  expect([streamed.code, streamed.err]).toEqual([1, expect.stringContaining('3 articles (') as string]);
  const documents = contentOf(out)['documents.csv'] ?? '';
  expect(documents).toMatch(/,\.\/-!a,.*,ok,/);
  expect(documents).toMatch(/,\.\/-!b,.*,ok,/);
  expect(documents).toMatch(/,damaged,/);
  expect(contentOf(out)['rankings.csv']).toMatch(/,3,,,Izmir,Izmir,city,/);
});

test('explain says why a cell is there and why nothing is', async () => {
  const root = folderOf({ 'a.md': ARTICLE });
  const out = join(newFolder(), 'output');
  await ranktrace('extract', root, '--out', out);
  const [, id = ''] = /,([0-9a-f]{16}),3,,,Hefei/.exec(contentOf(out)['rankings.csv'] ?? '') ?? [];
  const rank = await ranktrace('explain', out, id, 'rank', '--root', root);
  expect(rank.out).toMatch(/^a\.md:7: Hefei is rank 3 in ".*" \(2019\), by `[a-z/-]+` from "3\. Hefei"/);
  expect(rank.out).toMatch(/rank +3 \w+ from "3\.?" \(a\.md:7, bytes \d+\.\.\d+\)/);
  expect((await ranktrace('explain', `${root}/a.md:7`)).out).toContain(`entry ${id}: Hefei is rank 3`);
  expect((await ranktrace('explain', `${root}/a.md:3`)).out).toContain('nothing: no place is named here');
  expect(await ranktrace('explain', `${root}/a.md:99`)).toMatchObject({
    code: 2,
    err: expect.stringContaining('expected a place inside') as string,
  });
  expect(await ranktrace('explain', out, '0000000000000000')).toMatchObject({ code: 2 });
});

test('clean, mentions, schema and --json print what they say', async () => {
  const root = folderOf({ 'a.md': ARTICLE, 'b.txt': '\ufeffParis spent €3 million in 2023.' });
  expect(JSON.parse((await ranktrace('clean', join(root, 'a.md'), '--json')).out)).toMatchObject({
    blocks: [{ text: expect.stringContaining('innovative') as string }, {}, {}, {}, {}],
  });
  expect(JSON.parse((await ranktrace('mentions', join(root, 'b.txt'))).out)).toMatchObject({
    places: [{ start: 0, end: 5, text: 'Paris', geonameId: 2988507, country: 'FR', type: 'city' }],
    mentions: [
      { kind: 'currency', start: 12, end: 22, value: '3000000', iso: 'EUR', op: '=' },
      { kind: 'daterange', iso: '2023', startDate: '2023-01-01', endDate: '2023-12-31' },
    ],
  });
  expect(Object.keys(JSON.parse((await ranktrace('schema')).out) as object)).toEqual([
    'rankings.csv',
    'metrics.csv',
    'documents.csv',
    'rankings_merged.csv',
    'conflicts.csv',
    'provenance.jsonl',
    'losses.jsonl',
    'reviews/NAME.jsonl',
  ]);
  expect(JSON.parse((await ranktrace('extract', join(root, 'a.md'), '--json')).out)).toMatchObject({
    rankings: [{ entries: [{ rank: 1 }, { rank: 2 }, { rank: 3 }] }],
  });
});

test('wrong use is one line, exit code 2, and nothing is written', async () => {
  const root = folderOf({ 'a.md': ARTICLE });
  const out = join(newFolder(), 'output');
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /got no command/],
    [['nonsense'], /unknown command 'nonsense'/],
    [['extract', root, '--out', out, '--fast'], /unknown option '--fast'/],
    [['extract', join(root, 'nowhere'), '--out', out], /expected a file, a folder or a pattern/],
    [['extract', root], /expected `--out DIR`/],
    [['verify', out, '--root', root], /expected a folder that `extract` wrote/],
    [['eval', root], /expected articles with gold files/],
  ];
  for (const [words, message] of wrong) {
    const { code, out: printed, err } = await ranktrace(...words);
    expect([code, printed]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err.trimEnd()).not.toContain('\n');
  }
  expect(existsSync(out)).toBe(false);
});

test('a failed input is exit code 1 and one line; the others are read', async () => {
  const root = folderOf({ 'a.md': ARTICLE, 'b.txt': Uint8Array.from([0, 1, 2]) });
  const out = join(newFolder(), 'output');
  const { code, err } = await ranktrace('extract', root, '--out', out);
  expect(code).toBe(1);
  expect(err.split('\n').slice(0, 2)).toEqual([
    'b.txt: expected text, got a NUL byte at byte 0 (unsupported)',
    `2 articles (1 ok, 1 unsupported) → ${out}`,
  ]);
});

test('a machine that cannot write is exit code 3, naming the file', async () => {
  const root = folderOf({ 'a.md': ARTICLE });
  const out = join(newFolder(), 'output');
  mkdirSync(join(out, '..'), { recursive: true });
  writeFileSync(out, 'a file where a folder should be');
  const { code, err } = await ranktrace('extract', root, '--out', out);
  expect([code, err]).toEqual([3, expect.stringMatching(/output: expected to write it, got "EEXIST/) as string]);
  expect(readFileSync(out, 'utf8')).toBe('a file where a folder should be');
});

test('every help shows an example', async () => {
  for (const name of ['extract', 'explain', 'eval', 'verify', 'clean', 'mentions', 'schema', 'diff', 'merge', 'review', 'report']) {
    const { code, out } = await ranktrace(name, '--help');
    expect([code, out]).toEqual([0, expect.stringMatching(new RegExp(`Example:\\n  \\$ ranktrace ${name} `)) as string]);
  }
});
