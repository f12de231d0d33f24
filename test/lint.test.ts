import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const eslint = new ESLint({ cwd: root });

/** A file that exists, for the type-aware rules ask TypeScript for it; its text is not read, `code` is. */
function someFile(folder: string): string {
  const file = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.ts'));
  if (file === undefined) throw new Error(`expected a .ts file in ${folder}`);
  return join(folder, file);
}

async function complaints(folder: string, code: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, someFile(folder)) });
  if (result === undefined) throw new Error(`expected ESLint to look at a file in ${folder}`);
  return result.messages.map(({ ruleId, message }) => ruleId ?? message);
}

const restricted = 'no-restricted-syntax';

/** The first question makes TypeScript read the whole program. */
beforeAll(async () => {
  await complaints('src/pipeline', 'export {};\n');
}, 240_000);

describe.each(['src/pipeline', 'src/extractors'])('%s', (folder) => {
  it.each([
    ['localeCompare', `export const order = 'a'.localeCompare('b');`],
    ['localeCompare by name', `export const order = 'a'['localeCompare']('b');`],
    ['toLocaleLowerCase', `export const lower = 'I'.toLocaleLowerCase();`],
    ['toLocaleString', `export const text = (1.5).toLocaleString();`],
    ['new Date', `export const year = new Date(0).getUTCFullYear();`],
    ['Date.now', `export const now = Date.now();`],
    ['Date under another name', `export const clock = Date;`],
    ['globalThis', `export const clock = globalThis.Date;`],
    ['Math.random', `export const id = Math.random();`],
    ['Math by name', `export const id = Math['random']();`],
    ['Intl', `export const splitter = new Intl.Segmenter('en');`],
  ])('forbids %s', async (_, code) => {
    expect(await complaints(folder, code)).toContain(restricted);
  });

  it('allows what only looks like it', async () => {
    const code = `export const lower = 'I'.toLowerCase();\nexport const largest = Math.max(1, 2);\nexport const record = { Date: 1 };\nexport const date = record.Date;\n`;
    expect(await complaints(folder, code)).toEqual([]);
  });
});

it('allows a clock where many articles are run', async () => {
  expect(await complaints('src/run', 'export const now = Date.now();')).toEqual([]);
});

describe.each(['src/pipeline', 'src/extractors', 'src/run', 'test'])('nlp() in %s', (folder) => {
  const declared = 'declare function nlp(...values: readonly unknown[]): void;\n';

  it.each([
    ['a lexicon', `nlp('x', { wuhan: 'City' });`],
    ['a spread', `nlp(...['x', {}]);`],
  ])('forbids %s as a second argument', async (_, code) => {
    expect(await complaints(folder, declared + code)).toContain(restricted);
  });

  it('allows one argument', async () => {
    expect(await complaints(folder, `${declared}nlp('x');`)).toEqual([]);
  });
});

describe('default exports', () => {
  it('are for rules', async () => {
    expect(await complaints('src/extractors', 'export default 1;')).toEqual([]);
  });

  it.each(['src/pipeline', 'src/run', 'test'])('are forbidden in %s', async (folder) => {
    expect(await complaints(folder, 'export default 1;')).toContain('no-restricted-exports');
  });
});

describe('the ordinary rules are in force', () => {
  it.each([
    ['@typescript-eslint/no-explicit-any', 'export const x: any = 1;'],
    ['@typescript-eslint/ban-ts-comment', '// @ts-ignore\nexport const x = 1;'],
    ['@typescript-eslint/no-floating-promises', 'async function work(): Promise<void> { await Promise.resolve(); }\nwork();'],
    ['regexp/no-super-linear-backtracking', 'export const pattern = /^(?:a+)+$/;'],
  ])('%s', async (rule, code) => {
    expect(await complaints('src/pipeline', code)).toContain(rule);
  });

  it('no comment switches them off', async () => {
    expect(await complaints('src/pipeline', '// eslint-disable-next-line\nexport const x: any = 1;')).toContain(
      '@typescript-eslint/no-explicit-any',
    );
  });
});
