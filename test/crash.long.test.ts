import { expect, test } from 'vitest';
import { countCalls, crashCase, dieAt, killAfter } from './helpers/crash.ts';

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
