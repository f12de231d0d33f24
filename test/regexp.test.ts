import { describe, expect, it } from 'vitest';
import { expressionsIn, weakness, writtenExpressions } from './regexps.ts';

describe('regular expressions of src/', () => {
  const written = writtenExpressions();

  it('are found', () => {
    expect(written.length).toBeGreaterThan(20);
  });

  it.each(written)('$where /$source/$flags runs in linear time', { timeout: 60_000 }, async (expression) => {
    expect(await weakness(expression)).toBeUndefined();
  });
});

describe('the check can fail', () => {
  it.each([
    ['exponential', '(a+)+$', ''],
    ['quadratic where no match begins', '\\s+$', ''],
    ['bounded, but never ends', '(?:[^ ,;]{1,30} ?){0,20}x', 'g'],
  ])('%s', async (_, source, flags) => {
    expect(await weakness({ source, flags })).toBeTypeOf('string');
  });

  it.each([
    ['sticky', '\\s+$', 'y'],
    ['bounded and linear, which a fuzzer calls polynomial', '[^.]{0,300}x', 'g'],
  ])('and passes: %s', async (_, source, flags) => {
    expect(await weakness({ source, flags })).toBeUndefined();
  });

  it('finds literals and constructors', () => {
    const text = 'const a = /x\\/y/gu;\nconst b = new RegExp("z+", "d");\nconst c = RegExp(`w`);\n// /no/\nconst d = "/no/";\n';
    expect(expressionsIn('a.ts', text)).toEqual([
      { source: 'x\\/y', flags: 'gu', where: 'a.ts:1' },
      { source: 'z+', flags: 'd', where: 'a.ts:2' },
      { source: 'w', flags: '', where: 'a.ts:3' },
    ]);
  });
});
