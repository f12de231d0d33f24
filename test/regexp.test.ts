import { describe, expect, it } from 'vitest';
import { expressionsIn, weakness, writtenExpressions } from './regexps.ts';

/** Milliseconds. Nine in ten are decided in one; the rest is for the long run, which waits for a verdict on each. */
const patience = 150;

describe('regular expressions of src/', () => {
  const written = writtenExpressions();

  it('are found', () => {
    expect(written.length).toBeGreaterThan(20);
  });

  it.each(written)('$where /$source/$flags runs in linear time', async (expression) => {
    expect([undefined, 'undecided']).toContain(await weakness(expression, patience));
  });
});

describe('the check can fail', () => {
  it.each([
    ['exponential', '(a+)+$', ''],
    ['quadratic where no match begins', '\\s+$', ''],
  ])('%s', async (_, source, flags) => {
    expect(await weakness({ source, flags }, 20_000)).toBeTypeOf('string');
  });

  it('and passes where a sticky search begins nowhere else', async () => {
    expect(await weakness({ source: '\\s+$', flags: 'y' }, 20_000)).toBeUndefined();
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
