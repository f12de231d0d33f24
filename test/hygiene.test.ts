import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_COLUMNS, METRIC_COLUMNS, RANKING_COLUMNS } from '../src/schema.ts';

const root = join(import.meta.dirname, '..');
const committed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Articles and data are what they are; these two tests name what must not be. */
const written = committed.filter(
  (file) => !/^(?:corpus|output|test\/fixtures|src\/gazetteer\/data)\/|^test\/(?:hygiene|lint)\.test\.ts$/.test(file),
);
const code = written.filter((file) => /\.[jt]s$/.test(file));

/** `file:line: text` of every line that holds `pattern`. */
function linesWith(pattern: RegExp, files: readonly string[]): readonly string[] {
  return files.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.slice(0, 160)}`] : [])),
  );
}

describe('committed files', () => {
  it.each([
    ['an absolute path of a machine', /(?:^|[\s'"`(=])\/(?:work|home|root|Users|tmp)\/[\w.-]/],
    ['the host of a registry', /registry\.\w|npmjs|unpkg|jsdelivr|\bverdaccio\b|localhost:\d/],
    ['a credential', /BEGIN [A-Z ]*PRIVATE KEY|ghp_\w{20}|_authToken/],
    ['a conflict', /^(?:<{7}|>{7}|={7})(?: |$)/],
  ])('do not hold %s', (_, pattern) => {
    expect(linesWith(pattern, written)).toEqual([]);
  });

  it('the lockfile says nothing of where packages came from', () => {
    expect(linesWith(/"resolved":/, ['package-lock.json'])).toEqual([]);
  });

  it('package.json pins exact versions', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Readonly<Record<string, string>>>;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});

describe('code', () => {
  it.each([
    ['unfinished work', /\b(?:TODO|FIXME|XXX|HACK)\b/],
    [
      'a test that is singled out or switched off',
      /\b(?:it|test|describe)(?:\.\w+)*\.(?:only|skip|todo)\b|\b(?:fit|fdescribe|xit|xdescribe)\(/,
    ],
    ['a switched-off check', /eslint-disable|@ts-(?:ignore|expect-error|nocheck)|v8 ignore|prettier-ignore/],
    ['a debugger', /\bdebugger\b/],
  ])('does not hold %s', (_, pattern) => {
    expect(linesWith(pattern, code)).toEqual([]);
  });

  it('files are a screen or two', () => {
    const lines = code.map((file) => ({ file, lines: read(file).split('\n').length - 1 })).filter(({ lines }) => lines > 200);
    for (const { file, lines: count } of lines) process.stderr.write(`${file}: ${count} lines, look again\n`);
    expect(lines.filter(({ file, lines: count }) => file.startsWith('src/') && count > 400)).toEqual([]);
  });

  it('src/ names its imports with their ending', () => {
    expect(
      linesWith(
        /from '\.{1,2}\/[^']*(?<!\.ts)'/,
        code.filter((file) => file.startsWith('src/') && file.endsWith('.ts')), // the page's own scripts are what browsers load
      ),
    ).toEqual([]);
  });

  it('a pattern above finds what it looks for', () => {
    expect(linesWith(/eslint-disable/, ['test/lint.test.ts']).length).toBeGreaterThan(0);
  });
});

describe('committed tables', () => {
  it.each([
    ['rankings.csv', RANKING_COLUMNS],
    ['metrics.csv', METRIC_COLUMNS],
    ['documents.csv', DOCUMENT_COLUMNS],
  ])('%s has the columns of the schema, in their order', (file, columns) => {
    expect(read(`output/${file}`).split('\n', 1)[0]).toBe(columns.join(','));
  });

  it('only tables that show what a rule changed are committed', () => {
    const tables = committed.filter((file) => file.startsWith('output/'));
    expect(tables.filter((file) => !/^output\/(?:[\w-]+\.csv|datapackage\.json|reviews\/.+)$/.test(file))).toEqual([]);
  });
});
