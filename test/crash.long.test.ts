import { expect, test } from 'vitest';
import { countCalls, crashCase, dieAt, killAfter, resumed } from './helpers/crash.ts';

test('a writer may die at each of its calls', { timeout: 600_000 }, async () => {
  const crash = await crashCase();
  const calls = countCalls(crash);
  const found = Array.from({ length: calls }, (_, index) => dieAt(index + 1, crash));
  expect(found).not.toContain('torn');
  expect(new Set(found)).toEqual(new Set(['old', 'new']));
});

test('a writer may be killed at any time', { timeout: 600_000 }, async () => {
  const crash = await crashCase();
  const found: string[] = [];
  // Work begins some 300 ms after the process; 50 deaths around it.
  for (let n = 0; n < 50; n += 1) found.push(await killAfter(150 + n * 12, crash));
  expect(found).not.toContain('torn');
});

test('after 50 deaths at any time, a run with a cache goes on and writes the same tables', { timeout: 600_000 }, async () => {
  // Parts of the golden ratio: spread over the whole run, and in no order.
  const shares = Array.from({ length: 50 }, (_, n) => ((n + 1) * 0.618) % 1);
  const found = await resumed(shares, 1500);
  expect(new Set(found)).toEqual(new Set([true, false]));
});
