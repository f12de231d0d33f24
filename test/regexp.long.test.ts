import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compilePattern } from '../src/extractors/pattern.ts';
import { loadRules } from '../src/extractors/rules.ts';
import { endures, weakness, writtenExpressions } from './regexps.ts';
import type { FoundExpression } from './regexps.ts';

/** Expressions put together at run time: those of modules when they are imported, and every pattern of every rule. */
const root = join(import.meta.dirname, '..', 'src');
/** Milliseconds that recheck has for a verdict; what it leaves open, Node itself must get through. */
const patience = 5_000;
const made = new Map<string, FoundExpression>();
const Plain = globalThis.RegExp;

function record(expression: RegExp): RegExp {
  const { source, flags } = expression;
  const where = /\/src\/([^:)?]+\.ts)/.exec(new Error().stack ?? '')?.[1];
  if (where !== undefined) made.set(`/${source}/${flags}`, { source, flags, where: `src/${where}` });
  return expression;
}

globalThis.RegExp = new Proxy(Plain, {
  construct: (target, values: [string, string?], newTarget) => record(Reflect.construct(target, values, newTarget) as RegExp),
  apply: (target, self, values: [string, string?]) => record(Reflect.apply(target, self, values)),
});
/** They run when they are imported: one as a program, one as a worker thread. */
const started = new Set(['cli/main.ts', 'run/worker.ts']);
const modules = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !started.has(name));
for (const name of modules) await import(join(root, name));
const rules = await loadRules();
for (const rule of rules) if ('patterns' in rule) for (const pattern of rule.patterns) compilePattern(pattern);
globalThis.RegExp = Plain;

describe('regular expressions put together at run time', () => {
  it('are recorded', () => {
    const fromRules = [...made.values()].filter(({ where }) => where === 'src/extractors/pattern.ts');
    expect(fromRules.length).toBeGreaterThanOrEqual(rules.length / 2);
  });

  it.each([...made.values()])('$where /$source/$flags runs in linear time', { timeout: 120_000 }, async (expression) => {
    const found = await weakness(expression, patience);
    if (found === 'undecided') expect(endures(expression)).toBe(true);
    else expect(found).toBeUndefined();
  });
});

describe('regular expressions written out, with their bounded repeats', () => {
  it.each(writtenExpressions())('$where /$source/$flags runs in linear time', { timeout: 120_000 }, async (expression) => {
    const found = await weakness(expression, patience);
    if (found === 'undecided') expect(endures(expression)).toBe(true);
    else expect(found).toBeUndefined();
  });
});

describe('the check can fail', () => {
  it('on what is bounded, but never ends', async () => {
    expect(await weakness({ source: '(?:[^ ,;]{1,30} ?){0,20}x', flags: 'g' }, patience)).toBeTypeOf('string');
  });

  it('on what recheck leaves open and Node does not get through', () => {
    expect(endures({ source: '^(?:one|two|(?:one |two )*){2,9}$', flags: '' })).toBe(false);
  });

  it('and passes what is bounded and linear, which a fuzzer calls polynomial', async () => {
    expect(await weakness({ source: '[^.]{0,300}x', flags: 'g' }, patience)).toBeUndefined();
  });
});
