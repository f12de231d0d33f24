import { describe, expect, it } from 'vitest';
import { expectLinear, most, stage, textStages } from './stages.ts';

expectLinear(textStages);

describe('the measurement can fail', () => {
  it('a linear function passes', () => {
    const { time } = stage(String, (text) => {
      let sum = 0;
      for (let at = 0; at < text.length; at += 1) sum += text.charCodeAt(at);
      return sum;
    });
    expect(time('a').ratio).toBeLessThanOrEqual(most);
  });

  it('a quadratic one does not', { timeout: 120_000 }, () => {
    const { time } = stage(String, (text) => {
      let sum = 0;
      for (let from = 0; from < text.length; from += 20) for (let at = from; at < text.length; at += 5) sum += text.charCodeAt(at);
      return sum;
    });
    expect(time(',').ratio).toBeGreaterThan(most);
  });
});
