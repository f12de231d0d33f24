import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TableError } from '../src/failures.ts';
import { diffOutputs, type Diff } from '../src/review/diff/index.ts';
import { diffMarkdown, diffText } from '../src/review/diff/print.ts';
import type { Engine } from '../src/run/engine.ts';
import { extract } from '../src/run/extract.ts';
import { findInputs } from '../src/run/inputs.ts';
import type { RankingRow } from '../src/schema.ts';
import { fakeEngine } from './helpers/fake-reader.ts';
import { folderOf, newFolder } from './helpers/folders.ts';

const CITIES = 'Most liveable cities\n1. Hefei\n2. Wuhan\n3. Xiamen\nWuhan has 7 parks\n';
const TOWNS = 'Greenest towns\n1. Leeds\n2. Hull\n';

async function tables(files: Readonly<Record<string, string>>, engine: Engine = fakeEngine): Promise<string> {
  const out = join(newFolder(), 'output');
  await extract(await findInputs([folderOf(files)]), { out, engine });
  return out;
}

const told = ({ changes }: Diff): readonly (readonly string[])[] =>
  changes.map(({ change, kind, label, cells, cause }) => [
    change,
    kind,
    label,
    ...cells.map(({ column, old, new: now }) => `${column}: ${old} → ${now}`),
    cause.detail,
  ]);

/** A reader whose rule changed, or is another: `edit` is what it makes of an entry. */
function edited(hash: string, edit: (row: RankingRow) => Partial<RankingRow>): Engine {
  return {
    ...fakeEngine,
    rules: [{ name: 'rank/fake-item', hash }],
    read: (bytes, source) => {
      const article = fakeEngine.read(bytes, source);
      return { ...article, rankings: article.rankings.map((row) => ({ ...row, ...edit(row) })) };
    },
  };
}

const SAME = '0123456789abcdef';
const OTHER = 'fedcba9876543210';
const fifth = ({ place, rank }: RankingRow): Partial<RankingRow> => ({ rank: place === 'Xiamen' ? 5 : rank });

test('nothing changed, nothing said', async () => {
  const diff = diffOutputs(await tables({ 'a.txt': CITIES }), await tables({ 'a.txt': CITIES }));
  expect(diff).toMatchObject({ differs: false, changes: [], rankings: { same: 3 }, metrics: { same: 1 }, documents: { same: 1 } });
  expect(diffText(diff, 20)).toEqual(['nothing changed']);
});

test('an edited article: changed, added and removed rows, and those that only moved', async () => {
  const before = await tables({ 'a.txt': CITIES, 'b.txt': TOWNS });
  const now = await tables({
    'a.txt': CITIES.replace('3. Xiamen', '4. Leeds').replace('7', '8'),
    'b.txt': `${TOWNS}Hull has 3 parks\n`,
    'c.txt': TOWNS,
  });
  const diff = diffOutputs(before, now);
  expect(told(diff)).toContainEqual([
    'changed',
    'metric',
    'Wuhan: parks = 8 parks',
    'value: 7 → 8',
    'evidence: Wuhan has 7 parks → Wuhan has 8 parks',
    'the article changed',
  ]);
  expect(told(diff)).toContainEqual(['removed', 'entry', '3 Xiamen in "Most liveable cities"', 'the article changed']);
  expect(told(diff)).toContainEqual(['added', 'entry', '4 Leeds in "Most liveable cities"', 'the article changed']);
  expect(told(diff)).toContainEqual(['added', 'metric', 'Hull: parks = 3 parks', 'the article changed']);
  expect(told(diff)).toContainEqual(['added', 'entry', '2 Hull in "Greenest towns"', 'the article is new']);
  const shifted = diffOutputs(before, await tables({ 'a.txt': CITIES.replace('1. Hefei', '\n1. Hefei'), 'b.txt': TOWNS }));
  expect(shifted).toMatchObject({ differs: true, rankings: { changed: 0, moved: 3 }, metrics: { changed: 0, moved: 1 } });
});

test('a better name is one changed cell, whatever it does to the ids', async () => {
  const before = await tables({ 'a.txt': CITIES });
  const better = ({ entry_id }: RankingRow) => ({
    ranking_name: 'The most liveable cities',
    ranking_id: OTHER,
    entry_id: `${entry_id.slice(1)}0`,
  });
  const now = await tables({ 'a.txt': CITIES }, edited(OTHER, better));
  const rows = told(diffOutputs(before, now)).filter(([, kind]) => kind !== 'document');
  expect(rows).toEqual([
    [
      'changed',
      'ranking',
      'ranking "The most liveable cities"',
      'ranking_name: Most liveable cities → The most liveable cities',
      'rank/fake-item changed',
    ],
  ]);
});

test('a rule that changed is told from one that wins instead', async () => {
  const before = await tables({ 'a.txt': CITIES });
  const changed = diffOutputs(before, await tables({ 'a.txt': CITIES }, edited(OTHER, fifth)));
  expect(told(changed)).toContainEqual(
    expect.arrayContaining(['5 Xiamen in "Most liveable cities"', 'rank: 3 → 5', 'rank/fake-item changed']),
  );
  const elsewhere = diffOutputs(before, await tables({ 'a.txt': CITIES }, { ...edited(SAME, fifth), gazetteer: 'new' }));
  expect(told(elsewhere)).toContainEqual(expect.arrayContaining(['rank: 3 → 5', 'gazetteer fake → new']));
  const path = join(before, 'rankings.csv');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('rank/fake-item', 'rank/older-item'));
  const proofs = join(before, 'provenance.jsonl');
  writeFileSync(proofs, readFileSync(proofs, 'utf8').replaceAll('rank/fake-item', 'rank/older-item'));
  const other = diffOutputs(before, await tables({ 'a.txt': CITIES }));
  expect(told(other)).toContainEqual(
    expect.arrayContaining(['rule: rank/older-item → rank/fake-item', 'rank/fake-item instead of rank/older-item']),
  );
});

test('another place on the same bytes is another row', async () => {
  const [before, now] = [await tables({ 'a.txt': TOWNS }), await tables({ 'a.txt': TOWNS.replace('Leeds', 'Derby') })];
  const entries = diffOutputs(before, now).changes.filter(({ kind }) => kind === 'entry');
  expect(entries.map(({ change, label }) => `${change} ${label}`)).toEqual([
    expect.stringMatching(/^\w+ 1 (?:Derby|Leeds) in /),
    expect.stringMatching(/^\w+ 1 (?:Derby|Leeds) in /),
  ]);
  expect(new Set(entries.map(({ change }) => change))).toEqual(new Set(['added', 'removed']));
});

test('does not depend on the order of rows', async () => {
  const before = await tables({ 'a.txt': CITIES, 'b.txt': TOWNS });
  const now = await tables({ 'a.txt': CITIES.replace('3. Xiamen', '4. Leeds'), 'b.txt': TOWNS.replace('2.', '3.') });
  const straight = diffOutputs(before, now);
  for (const folder of [before, now]) {
    for (const name of ['rankings.csv', 'metrics.csv', 'documents.csv']) {
      const [header = '', ...rows] = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
      writeFileSync(join(folder, name), `${[header, ...rows.reverse()].join('\n')}\n`);
    }
  }
  expect(diffOutputs(before, now)).toEqual(straight);
});

test('a key that stands twice is an error that names it', async () => {
  const [before, now] = [await tables({ 'a.txt': CITIES }), await tables({ 'a.txt': CITIES })];
  const path = join(now, 'metrics.csv');
  const [, row = ''] = readFileSync(path, 'utf8').split('\n');
  writeFileSync(path, `${readFileSync(path, 'utf8')}${row}\n`);
  const id = row.split(',')[2] ?? '';
  expect(() => diffOutputs(before, now)).toThrow(new TableError(`${path}, row 3: expected each key once, got \`${id}\` again`));
});

test('columns that only one output has are named, and the others compared', async () => {
  const [before, now] = [await tables({ 'a.txt': CITIES }), await tables({ 'a.txt': CITIES.replace('3. X', '4. X') })];
  const path = join(now, 'rankings.csv');
  writeFileSync(
    path,
    readFileSync(path, 'utf8')
      .split('\n')
      .map((line, index) => (line === '' ? '' : `${line},${index === 0 ? 'mood' : 'good'}`))
      .join('\n'),
  );
  const diff = diffOutputs(before, now);
  expect(diff.columns).toEqual(['rankings.csv: + mood']);
  expect(told(diff)).toContainEqual(expect.arrayContaining(['rank: 3 → 4']));
});

test('only tables, without run.json and provenance: the rule is named, and that nothing else is known', async () => {
  const [before, now] = [await tables({ 'a.txt': CITIES }), await tables({ 'a.txt': CITIES }, edited(OTHER, fifth))];
  writeFileSync(join(before, 'run.json'), '{}');
  expect(told(diffOutputs(before, now))).toContainEqual(
    expect.arrayContaining(['rank: 3 → 5', 'by rank/fake-item; run.json is missing from one of the two']),
  );
});

test('text and Markdown are grouped by cause, and nothing an article says is markup', async () => {
  const before = await tables({ 'a.txt': CITIES });
  const now = await tables({ 'a.txt': CITIES.replace('Most liveable', '`@all` <b>|</b>').replace('3. Xiamen', '4. Xiamen') });
  const diff = diffOutputs(before, now);
  const text = diffText(diff, 20);
  expect(text).toContain('rankings: 0 added, 0 removed, 1 changed, 0 the same, 2 moved');
  expect(text).toContain('the article changed: 3 rows in 1 article');
  expect(text).toContain('    ~ 4 Xiamen in "`@all` <b>|</b> cities": rank 3 → 4; evidence "3. Xiamen" → "4. Xiamen"');
  const rows = diffMarkdown(diff, 20).filter((line) => line.startsWith('| ~'));
  expect(rows).toHaveLength(3);
  for (const row of rows) expect(row).toMatch(/^\| ~ \| `[^`]*` \| `[^`]*` \| `[^`]*` \|$/);
  expect(diffText(diff, 1)).toContain('    … and 2 more (`--all`)');
});
