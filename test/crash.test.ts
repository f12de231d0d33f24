import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settle } from '../src/run/commit.ts';
import { extract } from '../src/run/extract.ts';
import { findInputs } from '../src/run/inputs.ts';
import { lock, tryLock } from '../src/run/lock.ts';
import { countCalls, crashCase, dieAt, resumed } from './helpers/crash.ts';
import { fakeEngine } from './helpers/fake-reader.ts';
import { contentOf, folderOf, newFolder } from './helpers/folders.ts';

/*
 * The writer dies at some of its calls here, at each of them in crash.long.test.ts.
 */

test('a writer that dies leaves the old tables or the new ones, whole', { timeout: 120_000 }, async () => {
  const crash = await crashCase();
  const calls = countCalls(crash);
  expect(calls).toBeGreaterThan(40);
  const found = new Set<string>();
  for (let n = 1; n <= calls; n += 11) found.add(dieAt(n, crash));
  expect([...found].sort()).toEqual(['new', 'old']);
});

test('a run with a cache goes on after a death', { timeout: 120_000 }, async () => {
  expect(await resumed([0.1, 0.7, 0.85, 0.95], 1500)).toContain(true);
});

test('the harness sees tables torn that are written in place', { timeout: 120_000 }, async () => {
  const crash = await crashCase();
  const calls = countCalls(crash, '--in-place');
  const found = new Set<string>();
  for (let n = calls - 6; n < calls; n += 2) found.add(dieAt(n, crash, '--in-place'));
  expect([...found]).toContain('torn');
});

test('a second run on one output folder is refused while the first holds it', async () => {
  const folder = folderOf({ 'a.txt': 'A\n1. Hefei\n' });
  const out = newFolder();
  const held = lock(out);
  await expect(extract(await findInputs([folder]), { out, engine: fakeEngine })).rejects.toThrow(
    /expected no other run .* got process \d+/,
  );
  held.release();
  await extract(await findInputs([folder]), { out, engine: fakeEngine });
  expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('the lock of a dead process is taken over, also where its id lives again', () => {
  const out = newFolder();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(join(out, '.lock'), JSON.stringify({ pid, started: '1', token: 'dead' }));
  lock(out).release();
  writeFileSync(join(out, '.lock'), JSON.stringify({ pid: process.pid, started: '1', token: 'reborn' }));
  lock(out).release();
  expect(readdirSync(out)).toEqual([]);
});

test('of two heirs of one dead lock, one gets it', () => {
  const out = newFolder();
  writeFileSync(join(out, '.lock'), JSON.stringify({ pid: 2 ** 22 + 1, started: '1', token: 'dead' }));
  const first = tryLock(out);
  expect(first).toBeDefined();
  expect(tryLock(out)).toBeUndefined();
  first?.release();
});

test('a reading command leaves the work of a living writer alone', () => {
  const out = newFolder();
  const held = lock(out);
  mkdirSync(join(out, '.next'));
  settle(out);
  expect(readdirSync(out).sort()).toEqual(['.lock', '.next']);
  held.release();
  settle(out);
  expect(readdirSync(out)).toEqual([]);
});

test('a full disk leaves the old tables, and the message names the file', async () => {
  const { root, freshOutput, old } = await crashCase();
  const out = freshOutput();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      '--import',
      join(import.meta.dirname, 'helpers/full-disk.ts'),
      join(import.meta.dirname, 'helpers/writer.ts'),
      root,
      out,
    ],
    { env: { ...process.env, FULL_AFTER: '4000' }, encoding: 'utf8' },
  );
  expect(status).not.toBe(0);
  expect(stderr).toMatch(/MachineError: .*\.next\/[a-z]+\.[a-z]+: expected to write it, got "ENOSPC/);
  expect(contentOf(out)).toEqual(old);
});
