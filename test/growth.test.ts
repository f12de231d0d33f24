import { expect, test } from 'vitest';
import { steadyGrowth } from './growth.ts';
import { most } from './stages.ts';

/** Steps of arithmetic that the compiler cannot leave out. */
function steps(count: number): number {
  let sum = 0;
  for (let step = 0; step < count; step += 1) sum = (sum * 31 + step) | 0;
  return sum;
}

test('work that doubles with its input passes, work that grows with the square does not', { timeout: 120_000 }, () => {
  expect(
    steadyGrowth(
      (units) => units,
      (units) => steps(units * 400),
      most,
    ).ratio,
  ).toBeLessThanOrEqual(most);
  expect(
    steadyGrowth(
      (units) => units,
      (units) => steps(units * (units / 20)),
      most,
    ).ratio,
  ).toBeGreaterThan(most);
});
