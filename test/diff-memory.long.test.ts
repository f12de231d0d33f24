import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DOCUMENT_COLUMNS, METRIC_COLUMNS, RANKING_COLUMNS } from '../src/schema.ts';
import { newFolder } from './helpers/folders.ts';

/*
 * How much memory a diff of two tables of 200,000 rows takes: Node.js is given so much for its objects and no more, and a program
 * that wants more dies.
 */

const ROWS = 200_000;
const hex = (value: number): string => value.toString(16).padStart(16, '0');

function row(index: number, isChanged: boolean): string {
  const article = Math.floor(index / 20);
  const told: Readonly<Record<string, string | number>> = {
    ...{ document_id: hex(article), source: `${String(article).padStart(6, '0')}.txt`, ranking_id: hex(1_000_000 + article) },
    ...{ ranking_name: `List of the most liveable places, part ${article}`, publisher: 'Institute of Towns', edition: 2024, scope: 'CN' },
    ...{
      entry_id: hex(2_000_000 + index),
      rank: (index % 20) + (isChanged ? 51 : 1),
      place: `Place ${index}`,
      place_raw: `Place ${index}`,
    },
    ...{ place_type: 'city', place_id: `geonames:${1_000_000 + index}`, admin1: 'Guangdong', country: 'CN', latitude: '23.11667' },
    ...{ longitude: '113.25', score: '98.4', basis: 'explicit', rule: 'rank/numbered-list', review: 'unreviewed' },
    ...{ evidence: `${(index % 20) + 1}. Place ${index} and some words`, start: (index % 20) * 40, end: (index % 20) * 40 + 20 },
  };
  return RANKING_COLUMNS.map((column) => told[column] ?? '').join(',');
}

/** Folders with both tables; one row in `every` changed. */
function tables(every: number): { readonly old: string; readonly now: string; readonly megabytes: number } {
  const folder = newFolder();
  const [old, now] = ['old', 'now'].map((side) => {
    const path = join(folder, side);
    mkdirSync(path);
    const quote = (line: string): string => line.replace(/List of the most liveable places, part \d+/, '"$&"');
    const rows = Array.from({ length: ROWS }, (_, index) => quote(row(index, side === 'now' && index % every === 0)));
    writeFileSync(join(path, 'rankings.csv'), `${[RANKING_COLUMNS.join(','), ...rows].join('\n')}\n`);
    writeFileSync(join(path, 'metrics.csv'), `${METRIC_COLUMNS.join(',')}\n`);
    writeFileSync(join(path, 'documents.csv'), `${DOCUMENT_COLUMNS.join(',')}\n`);
    return path;
  });
  const megabytes = [old, now].reduce((sum, path = '') => sum + statSync(join(path, 'rankings.csv')).size / 2 ** 20, 0);
  return { old: old ?? '', now: now ?? '', megabytes };
}

/** What a module prints that may use `megabytes` for its objects; undefined where it dies for want of memory. */
function printed(megabytes: number, ...lines: readonly string[]): string | undefined {
  const words = [`--max-old-space-size=${Math.floor(megabytes)}`, '--import', import.meta.resolve('tsx'), '--input-type=module', '-e'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...words, lines.join('\n')], { encoding: 'utf8' });
  if (status === 0) return stdout.trim();
  expect(stderr).toContain('heap out of memory');
  return undefined;
}

const source = (path: string): string => JSON.stringify(new URL(`../src/${path}`, import.meta.url).href);
const diffOf = (old: string, now: string): readonly string[] => [
  `import { diffOutputs } from ${source('review/diff/index.ts')};`,
  `console.log(JSON.stringify(diffOutputs(${JSON.stringify(old)}, ${JSON.stringify(now)}).rankings));`,
];

test('where one row in a hundred changed, not even both tables are held', () => {
  const { old, now, megabytes } = tables(100);
  const summary = { added: 0, removed: 0, changed: ROWS / 100, moved: 0, same: (ROWS / 100) * 99 };
  expect(JSON.parse(printed(megabytes, ...diffOf(old, now)) ?? '"dead"')).toEqual(summary);
});

test('where every row changed, both tables are not held twice; rows as objects would be', () => {
  const { old, now, megabytes } = tables(1);
  const summary = { added: 0, removed: 0, changed: ROWS, moved: 0, same: 0 };
  expect(JSON.parse(printed(2 * megabytes, ...diffOf(old, now)) ?? '"dead"')).toEqual(summary);
  const asObjects = [
    `import { readCsv } from ${source('run/read-lines.ts')};`,
    `const rows = ${JSON.stringify([old, now])}.map((path) => [...readCsv(path + '/rankings.csv')].map((cells) => ({ ...cells })));`,
    'console.log(rows.length);',
  ];
  expect(printed(2 * megabytes, ...asObjects)).toBeUndefined();
});
