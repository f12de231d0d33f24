import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diffOutputs } from '../src/review/diff/index.ts';
import { ReviewFile, verdictOn } from '../src/review/review-file.ts';
import { readOutput } from '../src/run/output.ts';
import { newFolder } from './helpers/folders.ts';

const ROOT = join(import.meta.dirname, '..');
const ARTICLE =
  "# China's 10 most innovative cities, 2019\n\n1. Shenzhen\n2. Hangzhou\n3. Hefei\n\nWuhan tops the list of greenest cities 2020.\n";

/** A copy of the program, to be edited, with an article to read. */
class Program {
  readonly folder = newFolder();

  constructor() {
    for (const name of ['src', 'scripts', 'package.json', 'tsconfig.json'])
      cpSync(join(ROOT, name), join(this.folder, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(this.folder, 'node_modules'));
    mkdirSync(join(this.folder, 'articles'));
    writeFileSync(join(this.folder, 'articles/a.md'), ARTICLE);
  }

  edit(file: string, from: string, to: string): void {
    const path = join(this.folder, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  }

  run(...words: readonly string[]): void {
    execFileSync(process.execPath, ['--import', import.meta.resolve('tsx'), ...words], { cwd: this.folder, stdio: 'ignore' });
  }

  extract(out = 'output'): string {
    this.run('src/cli/main.ts', 'extract', 'articles', '--out', out);
    return join(this.folder, out);
  }
}

/** Columns and causes of the cells of `kind` that `edit` changed. */
function causes(edit: (program: Program, baseline: string) => void, kind: string): readonly (readonly string[])[] {
  const program = new Program();
  const baseline = program.extract('baseline');
  edit(program, baseline);
  const { changes } = diffOutputs(baseline, program.extract());
  return changes
    .filter((change) => change.kind === kind)
    .flatMap(({ cells }) => cells.map(({ column, old, new: now, cause }) => [column, old, now, cause.kind, cause.detail]));
}

test('an edited article', () => {
  expect(causes((program) => program.edit('articles/a.md', '3. Hefei', '4. Hefei'), 'entry')).toContainEqual([
    'rank',
    '3',
    '4',
    'article',
    'the article changed',
  ]);
});

test('an edited rule', () => {
  const file = 'src/extractors/rank/tops-the-list.ts';
  expect(causes((program) => program.edit(file, 'match.place(), 1, words)', 'match.place(), 2, words)'), 'entry')).toContainEqual([
    'rank',
    '1',
    '2',
    'rule',
    'rank/tops-the-list changed',
  ]);
});

test('another rule', () => {
  const folder = 'src/extractors/rank';
  const rename = ({ folder: root }: Program): void =>
    renameSync(join(root, folder, 'tops-the-list.ts'), join(root, folder, 'leads-the-list.ts'));
  expect(causes(rename, 'entry')).toContainEqual([
    'rule',
    'rank/tops-the-list',
    'rank/leads-the-list',
    'rule',
    'rank/leads-the-list instead of rank/tops-the-list',
  ]);
});

test('an edited gazetteer', () => {
  const edit = (program: Program): void => {
    program.edit('scripts/gazetteer/cities.tsv', '2886242\tCologne', '2886242\tCologne\n1808722\tHofei');
    program.run('scripts/build-gazetteer.ts');
  };
  expect(causes(edit, 'entry')).toEqual([['place', 'Hefei', 'Hofei', 'gazetteer', expect.stringMatching(/^gazetteer .+ → .+/)]]);
});

test('another version of the program, and one that forgot to say so', () => {
  const edit = (program: Program): void =>
    program.edit('src/pipeline/11-validate/rankings.ts', 'tied: entry.tied && entry.rank !== undefined', 'tied: entry.rank !== undefined');
  expect(causes(edit, 'entry')).toContainEqual(['tied', '', 'true', 'engine', expect.stringMatching(/^ranktrace itself, still called /)]);
  const both = (program: Program): void => {
    edit(program);
    program.edit('package.json', '"version": "', '"version": "9.');
  };
  expect(causes(both, 'entry')).toContainEqual(['tied', '', 'true', 'engine', expect.stringMatching(/^ranktrace (.+) → 9\.\1$/)]);
});

test('a decision', () => {
  const decide = ({ folder }: Program, baseline: string): void => {
    const [article] = readOutput(baseline);
    const id = article?.rankings.find(({ place }) => place === 'Hefei')?.entry_id ?? '';
    if (article === undefined) throw new Error('expected an article');
    const file = new ReviewFile(join(folder, 'output/reviews'), 'anna');
    file.put(verdictOn(article, { id, decision: 'correct', column: 'rank', value: 4 }, { by: 'anna', at: '2026-03-01T10:00:00Z' }));
  };
  expect(causes(decide, 'entry')).toEqual([
    ['rank', '3', '4', 'decision', 'decided by anna'],
    ['review', 'unreviewed', 'corrected', 'decision', 'decided by anna'],
  ]);
});
