import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { settle } from '../../src/run/commit.ts';
import { extract, type CacheOptions } from '../../src/run/extract.ts';
import { findInputs } from '../../src/run/inputs.ts';
import type { Outcome } from '../../src/run/rows.ts';
import { TABLES } from '../../src/run/tables.ts';
import { fakeEngine } from './fake-reader.ts';
import { contentOf, newFolder } from './folders.ts';

/*
 * Old tables, new articles, and a writer that dies: afterwards the next command must find the old tables or the new ones, whole.
 */

export interface CrashCase {
  /** Articles whose tables the writer is to write. */
  readonly root: string;
  /** A copy of the old output for every death. */
  readonly freshOutput: () => string;
  readonly old: Readonly<Record<string, string>>;
  readonly next: Readonly<Record<string, string>>;
}

const here = import.meta.dirname;

export async function crashCase(count = 3, cache?: CacheOptions): Promise<CrashCase> {
  const folder = newFolder();
  const root = join(folder, 'articles');
  mkdirSync(root);
  const write = async (version: string, out: string): Promise<Readonly<Record<string, string>>> => {
    for (let n = 1; n <= count; n += 1)
      writeFileSync(join(root, `${n}.txt`), `${version} list ${n}\n${n}. Hefei\n${n + 1}. Wuhan\nHefei has ${n} parks\n`);
    await extract(await findInputs([root]), { out, engine: fakeEngine, cache });
    return contentOf(out);
  };
  const old = await write('Old', join(folder, 'old'));
  const next = await write('New', join(folder, 'new'));
  let copies = 0;
  const freshOutput = (): string => {
    copies += 1;
    const out = join(folder, `out-${copies}`);
    cpSync(join(folder, 'old'), out, { recursive: true });
    return out;
  };
  return { root, freshOutput, old, next };
}

const command = (root: string, out: string, ...options: readonly string[]): readonly string[] => [
  ...['--import', 'tsx', '--import', join(here, 'die-after.ts'), join(here, 'writer.ts')],
  ...[root, out, ...options],
];

/** How many calls that change the disk a whole run makes. */
export function countCalls({ root, freshOutput }: CrashCase, ...options: readonly string[]): number {
  const { stdout, stderr, status } = spawnSync(process.execPath, command(root, freshOutput(), ...options), {
    env: { ...process.env, DIE_AT: '0' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

/** Lets a writer die at its n-th call and says what the next command finds. */
export function dieAt(n: number, crash: CrashCase, ...options: readonly string[]): 'old' | 'new' | 'torn' {
  const out = crash.freshOutput();
  const { signal } = spawnSync(process.execPath, command(crash.root, out, ...options), { env: { ...process.env, DIE_AT: String(n) } });
  if (signal !== 'SIGKILL') throw new Error(`expected the writer to die at call ${n}, got ${String(signal)}`);
  return foundIn(out, crash);
}

/** Kills a writer after some milliseconds. */
export async function killAfter(milliseconds: number, crash: CrashCase): Promise<'old' | 'new' | 'torn'> {
  const out = crash.freshOutput();
  await killed(milliseconds, crash, out);
  return foundIn(out, crash);
}

/**
 * Kills writers with a cache, each after a share of the time that a whole run takes, and lets a run go on where they were: true
 * for those whose rows it used. Throws where its tables are not the new ones.
 */
export async function resumed(shares: readonly number[], count: number): Promise<readonly boolean[]> {
  const cache = { program: 'one' };
  const crash = await crashCase(count, cache);
  const started = performance.now();
  await killed(60_000, crash, crash.freshOutput(), '--cache');
  const whole = performance.now() - started;
  const found: boolean[] = [];
  for (const share of shares) {
    const out = crash.freshOutput();
    await killed(share * whole, crash, out, '--cache');
    let known = 0;
    const onArticle = (_: Outcome, isKnown: boolean): void => void (known += isKnown ? 1 : 0);
    await extract(await findInputs([crash.root]), { out, engine: fakeEngine, cache, onArticle });
    if (foundIn(out, crash) !== 'new') throw new Error(`expected the new tables after a death at ${share} of the run, got others`);
    found.push(known > 0);
  }
  return found;
}

async function killed(milliseconds: number, { root }: CrashCase, out: string, ...options: readonly string[]): Promise<void> {
  const writer = spawn(process.execPath, command(root, out, ...options), { env: { ...process.env, DIE_AT: '-1' }, stdio: 'ignore' });
  const ended = new Promise((resolve) => writer.once('exit', resolve));
  await Promise.race([setTimeout(milliseconds), ended]);
  writer.kill('SIGKILL');
  await ended;
}

function foundIn(out: string, { old, next }: CrashCase): 'old' | 'new' | 'torn' {
  settle(out);
  const found = contentOf(out, [...TABLES, 'run.json']);
  const isSame = (expected: Readonly<Record<string, string>>): boolean => JSON.stringify(found) === JSON.stringify(expected);
  if (existsSync(join(out, '.next'))) return 'torn';
  return isSame(old) ? 'old' : isSame(next) ? 'new' : 'torn';
}
