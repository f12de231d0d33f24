import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { readOne } from '../src/run/articles.ts';
import { loadEngine } from '../src/run/engine.ts';
import { printScores } from '../src/run/eval/print.ts';
import { findCases, scoreCase, type CaseScore } from '../src/run/eval/score.ts';
import { figuresOf, PARTS, Tally } from '../src/run/eval/tally.ts';
import { TableWriter } from '../src/run/tables.ts';
import type { Article } from '../src/schema.ts';
import { newFolder } from './helpers/folders.ts';
import { sharedPath, testShared } from './helpers/shared.ts';

/*
 * What the rules are worth on corpus/. Floors only rise: UPDATE_FLOORS=1 writes the figures of now where they are higher; figures of
 * other cases cannot be compared, so a changed corpus starts from its own.
 */

const corpus = join(import.meta.dirname, '..', 'corpus');
const file = join(import.meta.dirname, 'floors.json');
/** A rule that is right may cost a row or two elsewhere: 0.002 is 2 of 900 entries. */
const slack = 0.002;

const floorsFile = z.strictObject({ cases: z.string(), entry: z.number(), metric: z.number() });
type Floors = z.infer<typeof floorsFile>;

/** Names and bytes of the cases: 16 hex digits. */
function digest(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(corpus)
    .filter((one) => one !== 'README.md')
    .sort())
    hash.update(`${name}\0`).update(readFileSync(join(corpus, name)));
  return hash.digest('hex').slice(0, 16);
}

const rounded = (value: number): number => Math.floor(value * 10_000) / 10_000;

function floorsOf(scores: readonly CaseScore[]): Floors {
  const total = new Tally();
  for (const { tally } of scores) total.add(tally);
  const [entry = 0, , metric = 0] = PARTS.map((part) => figuresOf(total.parts[part]).f);
  return { cases: digest(), entry: rounded(entry), metric: rounded(metric) };
}

/** Higher of the two, where they are of the same cases. */
function risen(old: Floors | undefined, now: Floors): Floors {
  if (old?.cases !== now.cases) return now;
  return { cases: now.cases, entry: Math.max(old.entry, now.entry), metric: Math.max(old.metric, now.metric) };
}

/** What fell. */
const fallen = (floors: Floors, now: Floors): readonly string[] =>
  (['entry', 'metric'] as const)
    .filter((part) => now[part] < floors[part] - slack)
    .map((part) => `${part} F fell from ${floors[part]} to ${now[part]}`);

const articles: Article[] = [];
const scores: CaseScore[] = [];

beforeAll(async () => {
  const engine = await loadEngine();
  for (const one of findCases(corpus)) {
    const bytes = readFileSync(join(corpus, one.article));
    const article = readOne(bytes, one.article, engine);
    articles.push(article);
    scores.push(scoreCase(one, article, bytes));
  }
}, 120_000);

it('no figure of corpus/ falls below its floor', () => {
  const now = floorsOf(scores);
  const old = existsSync(file) ? floorsFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  if (process.env['UPDATE_FLOORS'] === '1') writeFileSync(file, `${JSON.stringify(risen(old, now), null, 2)}\n`);
  const floors = floorsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  expect(now.cases, 'the corpus changed: UPDATE_FLOORS=1 npm test sets its floors').toBe(floors.cases);
  expect(fallen(floors, now)).toEqual([]);
});

it('a figure that falls is told, and never becomes the floor', () => {
  const old = { cases: 'a', entry: 0.8, metric: 0.6 };
  expect(fallen(old, { ...old, entry: 0.799, metric: 0.59 })).toEqual(['metric F fell from 0.6 to 0.59']);
  expect(risen(old, { cases: 'a', entry: 0.7, metric: 0.7 })).toEqual({ cases: 'a', entry: 0.8, metric: 0.7 });
  expect(risen(old, { cases: 'b', entry: 0.7, metric: 0.5 })).toEqual({ cases: 'b', entry: 0.7, metric: 0.5 });
});

testShared('eval counts what score.py counts on the tables of corpus/', () => {
  const out = join(newFolder(), 'output');
  mkdirSync(out);
  const writer = new TableWriter(out);
  for (const article of articles) writer.add(article);
  writer.finish();
  const theirs = execFileSync('python3', [sharedPath('score.py'), out, corpus], { encoding: 'utf8' });
  expect(printScores(scores).join('\n')).toBe(theirs.trimEnd());
});
