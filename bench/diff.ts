import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import daff from 'daff';
import type { Diff } from '../src/review/diff/index.ts';
import { Random } from './random.ts';

/*
 * `diff` beside daff on the same two tables: 10,000 rows of rankings, of which some changed, went or came. Both must find the same
 * rows; CPU time of user and system, medians of interleaved rounds.
 */

const ROWS = 10_000;
const ROUNDS = 5;
const PER_ARTICLE = 20;

const hex = (value: number): string => value.toString(16).padStart(16, '0');

interface Tables {
  readonly old: readonly (readonly string[])[];
  readonly now: readonly (readonly string[])[];
}

function tables(columns: readonly string[]): Tables {
  const random = new Random(20261121);
  const row = (index: number): readonly string[] => {
    const article = Math.floor(index / PER_ARTICLE);
    const told: Readonly<Record<string, string>> = {
      document_id: hex(article),
      source: `${String(article).padStart(6, '0')}.txt`,
      ranking_id: hex(1_000_000 + article),
      ranking_name: `List of places number ${article}, "the best"`,
      edition: String(2000 + (article % 25)),
      entry_id: hex(2_000_000 + index),
      rank: String((index % PER_ARTICLE) + 1),
      place: `Place ${index}`,
      place_raw: `Place ${index}`,
      place_type: 'city',
      country: 'GB',
      basis: 'explicit',
      rule: 'rank/numbered-list',
      evidence: `${(index % PER_ARTICLE) + 1}. Place ${index}`,
      start: String((index % PER_ARTICLE) * 40),
      end: String((index % PER_ARTICLE) * 40 + 20),
      review: 'unreviewed',
    };
    return columns.map((column) => told[column] ?? '');
  };
  const old = Array.from({ length: ROWS }, (_, index) => row(index));
  const rank = columns.indexOf('rank');
  const now: (readonly string[])[] = [];
  for (const cells of old) {
    const chance = random.below(1000);
    if (chance < 5) continue;
    now.push(chance < 25 ? cells.map((cell, at) => (at === rank ? String(Number(cell) + 50) : cell)) : cells);
  }
  for (let index = ROWS; index < ROWS + 40; index += 1) now.push(row(index));
  return { old, now };
}

const csv = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, ...rows]
    .map((cells) => cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
    .join('\n') + '\n';

interface Found {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** As files are what both start from, both read them. */
function tableOf(path: string): InstanceType<typeof daff.TableView> {
  return new daff.Csv().makeTable(readFileSync(path, 'utf8'));
}

function byDaff(old: string, now: string): Found {
  const flags = new daff.CompareFlags();
  flags.addPrimaryKey('entry_id');
  flags.ordered = false;
  flags.unchanged_context = 0;
  const alignment = daff.compareTables(tableOf(old), tableOf(now), flags).align();
  const data: (string | null)[][] = [];
  new daff.TableDiff(alignment, flags).hilite(new daff.TableView(data));
  const count = (mark: (sign: string) => boolean): number => data.filter(([sign]) => mark(sign ?? '')).length;
  return {
    added: count((sign) => sign === '+++'),
    removed: count((sign) => sign === '---'),
    changed: count((sign) => sign.includes('->')),
  };
}

const { diffOutputs } = (await import(new URL('../dist/review/diff/index.js', import.meta.url).href)) as {
  diffOutputs: (a: string, b: string) => Diff;
};
const { RANKING_COLUMNS, METRIC_COLUMNS, DOCUMENT_COLUMNS } = (await import(
  new URL('../dist/schema.js', import.meta.url).href
)) as typeof import('../src/schema.ts');

const made = tables(RANKING_COLUMNS);
const folder = mkdtempSync(join(tmpdir(), 'ranktrace-bench-'));
const folders = { old: join(folder, 'old'), now: join(folder, 'now') };
for (const side of ['old', 'now'] as const) {
  mkdirSync(folders[side]);
  writeFileSync(join(folders[side], 'rankings.csv'), csv(RANKING_COLUMNS, made[side]));
  writeFileSync(join(folders[side], 'metrics.csv'), csv(METRIC_COLUMNS, []));
  writeFileSync(join(folders[side], 'documents.csv'), csv(DOCUMENT_COLUMNS, []));
}

const contestants = [
  {
    name: 'ranktrace diff',
    run: (): Found => {
      const { added, removed, changed } = diffOutputs(folders.old, folders.now).rankings;
      return { added, removed, changed };
    },
  },
  {
    name: 'daff',
    run: (): Found => byDaff(join(folders.old, 'rankings.csv'), join(folders.now, 'rankings.csv')),
  },
];

const times = contestants.map(() => [] as number[]);
const founds: string[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [index, { run }] of contestants.entries()) {
    const before = process.cpuUsage();
    founds[index] = JSON.stringify(run());
    const { user, system } = process.cpuUsage(before);
    times[index]?.push((user + system) / 1000);
  }
}
rmSync(folder, { recursive: true });
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
console.log(`diff of two tables of ${ROWS} rows; medians of ${ROUNDS} interleaved rounds`);
for (const [index, { name }] of contestants.entries())
  console.log(
    `${median(times[index] ?? [])
      .toFixed(0)
      .padStart(8)} ms of CPU   ${founds[index] ?? ''}   ${name}`,
  );
if (founds[0] !== founds[1]) {
  console.error('expected both to find the same changes');
  process.exitCode = 1;
}
if (median(times[0] ?? []) >= median(times[1] ?? [])) {
  console.error('expected ranktrace to be faster');
  process.exitCode = 1;
}
