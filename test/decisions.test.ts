import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diffOutputs } from '../src/review/diff/index.ts';
import { findingOf, ReviewFile, verdictOn, type Verdict } from '../src/review/review-file.ts';
import { decisionsText, parseDecisions } from '../src/run/decisions.ts';
import { extract } from '../src/run/extract.ts';
import { findInputs } from '../src/run/inputs.ts';
import { readOutput } from '../src/run/output.ts';
import type { Article, Decision, RankingRow } from '../src/schema.ts';
import { fakeEngine } from './helpers/fake-reader.ts';
import { contentOf, folderOf, newFolder } from './helpers/folders.ts';
import { complaintsOf } from './helpers/verify.ts';

const TEXT = 'Most liveable cities\n10. Hefei\n9. Wuhan\nWuhan has 7 parks\nXiamen came fourth\n';

class Desk {
  readonly root = folderOf({ 'a.txt': TEXT });
  readonly out = join(newFolder(), 'output');

  async extract(): Promise<Article> {
    await extract(await findInputs([this.root]), { out: this.out, engine: fakeEngine });
    return this.article();
  }

  article(): Article {
    const [article] = readOutput(this.out);
    if (article === undefined) throw new Error('expected an article');
    return article;
  }

  put(by: string, at: string, ...verdicts: readonly Verdict[]): void {
    const file = new ReviewFile(join(this.out, 'reviews'), by);
    for (const verdict of verdicts) file.put(verdictOn(this.article(), verdict, { by, at: `2026-03-${at}T10:00:00Z` }));
  }

  add(decision: Omit<Decision, 'document' | 'source' | 'words' | 'row_words' | 'row' | 'column' | 'decision' | 'by' | 'at'>): void {
    const { kind, cells = {}, start = 0, end = 0, quote } = decision;
    const author = { by: 'anna', at: '2026-03-01T10:00:00Z' };
    if (kind === 'ranking') throw new Error('expected an entry or a metric');
    new ReviewFile(join(this.out, 'reviews'), 'anna').put(findingOf(this.article(), { kind, cells, start, end, quote }, author));
  }

  async proven(): Promise<void> {
    expect(await complaintsOf(this.out, this.root)).toEqual([]);
  }

  stale(): readonly string[] {
    const run = JSON.parse(readFileSync(join(this.out, 'run.json'), 'utf8')) as { decisions: { stale: { by: string; reason: string }[] } };
    return run.decisions.stale.map(({ by, reason }) => `${by}: ${reason}`);
  }
}

const entryOf = (article: Article, place: string): RankingRow => {
  const row = article.rankings.find((one) => one.place_raw === place);
  if (row === undefined) throw new Error(`expected ${place}`);
  return row;
};

test('accepted, corrected, rejected and added rows reach the tables, and verify proves them', async () => {
  const desk = new Desk();
  const machine = await desk.extract();
  const [hefei, wuhan] = [entryOf(machine, 'Hefei'), entryOf(machine, 'Wuhan')];
  const parks = machine.metrics[0]?.metric_id ?? '';
  desk.put(
    ...(['anna', '01'] as const),
    { id: hefei.entry_id, decision: 'accept', column: '' },
    { id: wuhan.entry_id, decision: 'correct', column: 'rank', value: 11 },
    { id: wuhan.ranking_id, decision: 'correct', column: 'publisher', value: 'Institute of Cities' },
    { id: parks, decision: 'reject', column: '' },
  );
  const start = TEXT.indexOf('Xiamen');
  const cells = { place: 'Xiamen', place_raw: 'Xiamen', place_type: 'city', rank: 4, ranking_id: hefei.ranking_id };
  desk.add({ kind: 'entry', cells, start, end: start + 18, quote: 'Xiamen came fourth' });
  const decided = await desk.extract();
  expect(decided.rankings.map(({ rank, place, publisher, review }) => [rank, place, publisher, review])).toEqual([
    [4, 'Xiamen', 'Institute of Cities', 'corrected'],
    [10, 'Hefei', 'Institute of Cities', 'corrected'],
    [11, 'Wuhan', 'Institute of Cities', 'corrected'],
  ]);
  expect(entryOf(decided, 'Wuhan').entry_id).toBe(wuhan.entry_id);
  expect(decided.provenance.find(({ id }) => id === wuhan.entry_id)?.cells.rank).toEqual({
    ...{ origin: 'concluded', value: 11, pieces: [{ quote: '9', start: 31, end: 32 }], rule: 'rank/fake-item', steps: ['decision'] },
    machine: { origin: 'stated', value: 9, rule: 'rank/fake-item', steps: ['ordinal'] },
  });
  expect(decided.metrics).toEqual([]);
  expect(decided.losses).toMatchObject([{ stage: 'review', reason: 'rejected-by-reviewer', row: { metric_id: parks, value: '7' } }]);
  expect(desk.stale()).toEqual([]);
  await desk.proven();
});

test('an accepted row says so', async () => {
  const desk = new Desk();
  const { entry_id } = entryOf(await desk.extract(), 'Hefei');
  desk.put('anna', '01', { id: entry_id, decision: 'accept', column: '' });
  expect((await desk.extract()).rankings.map(({ review }) => review)).toEqual(['unreviewed', 'accepted']);
  await desk.proven();
});

test('verify finds a decision that nobody made, or that was withdrawn', async () => {
  const desk = new Desk();
  const { entry_id } = entryOf(await desk.extract(), 'Hefei');
  desk.put('anna', '01', { id: entry_id, decision: 'correct', column: 'rank', value: 12 });
  await desk.extract();
  const file = join(desk.out, 'reviews/anna.jsonl');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('"value":12', '"value":13'));
  expect(await complaintsOf(desk.out, desk.root)).toEqual([
    expect.stringMatching(/^a\.txt:2: entry \w+, expected the decision `correct` of anna at 2026-03-01T10:00:00Z in the reviews, got none/),
  ]);
});

test('the later decision wins, whoever made it, and both are shown', async () => {
  const desk = new Desk();
  const { entry_id } = entryOf(await desk.extract(), 'Hefei');
  desk.put('anna', '02', { id: entry_id, decision: 'correct', column: 'rank', value: 12 });
  desk.put('bert', '03', { id: entry_id, decision: 'correct', column: 'rank', value: 13 });
  const decided = await desk.extract();
  expect(entryOf(decided, 'Hefei').rank).toBe(13);
  expect(decided.provenance.find(({ id }) => id === entry_id)?.decisions).toMatchObject([
    { by: 'bert', value: 13, machine: 10, applied: true },
    { by: 'anna', value: 12, machine: 10, applied: false },
  ]);
  await desk.proven();
  desk.put('anna', '04', { id: entry_id, decision: 'reject', column: '' });
  expect((await desk.extract()).rankings.map(({ place }) => place)).toEqual(['Wuhan']);
  await desk.proven();
  desk.put('bert', '05', { id: entryOf(decided, 'Wuhan').entry_id, decision: 'accept', column: '' });
  const lines = readFileSync(join(desk.out, 'reviews/bert.jsonl'), 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(2);
});

test('a decision of the same second is settled by the bytes of its line', () => {
  const line = (value: number): Decision => ({
    ...{ document: '0123456789abcdef', kind: 'entry', row: '0123456789abcdef', column: 'rank', words: '', row_words: '' },
    ...{ decision: 'correct', value, quote: '', source: 'a.txt', by: 'anna', at: '2026-03-01T10:00:00Z' },
  });
  const text = decisionsText([line(3)]) + decisionsText([line(4)]);
  const reversed = decisionsText([line(4)]) + decisionsText([line(3)]);
  expect([...parseDecisions(text, 'x').values()]).toEqual([line(4)]);
  expect([...parseDecisions(reversed, 'x').values()]).toEqual([line(4)]);
});

test('a decision whose words have changed is stale; words that moved are the same words', async () => {
  const desk = new Desk();
  const machine = await desk.extract();
  desk.put(
    ...(['anna', '01'] as const),
    { id: entryOf(machine, 'Hefei').entry_id, decision: 'correct', column: 'rank', value: 12 },
    { id: entryOf(machine, 'Wuhan').entry_id, decision: 'accept', column: '' },
  );
  writeFileSync(join(desk.root, 'a.txt'), TEXT.replace('10. Hefei', '8. Hefei').replace('9. Wuhan', '\n\n9. Wuhan'));
  const decided = await desk.extract();
  expect(decided.rankings.map(({ rank, place, review }) => [rank, place, review])).toEqual([
    [8, 'Hefei', 'unreviewed'],
    [9, 'Wuhan', 'accepted'],
  ]);
  expect(desk.stale()).toEqual(['anna: its words have changed']);
  await desk.proven();
});

test('a row under another id is found by its words, and a value that no schema allows is not taken', async () => {
  const desk = new Desk();
  const machine = await desk.extract();
  desk.put(
    ...(['anna', '01'] as const),
    { id: entryOf(machine, 'Hefei').entry_id, decision: 'accept', column: '' },
    { id: entryOf(machine, 'Wuhan').entry_id, decision: 'correct', column: 'rank', value: 0 },
  );
  writeFileSync(join(desk.root, 'a.txt'), TEXT.replace('Most liveable', 'Most pleasant'));
  const decided = await desk.extract();
  expect(entryOf(decided, 'Hefei')).toMatchObject({ ranking_name: 'Most pleasant cities', review: 'accepted' });
  expect(desk.stale()).toEqual([expect.stringContaining('anna: the row would not hold: ') as string]);
});

test('an added row is corrected, then rejected, like every row of the machine', async () => {
  const desk = new Desk();
  const { ranking_id } = entryOf(await desk.extract(), 'Hefei');
  const start = TEXT.indexOf('Xiamen');
  const cells = { place: 'Xiamen', place_raw: 'Xiamen', place_type: 'city', rank: 5, ranking_id };
  desk.add({ kind: 'entry', cells, start, end: start + 18, quote: 'Xiamen came fourth' });
  const added = entryOf(await desk.extract(), 'Xiamen');
  desk.put('bert', '02', { id: added.entry_id, decision: 'correct', column: 'rank', value: 4 });
  const corrected = await desk.extract();
  expect(entryOf(corrected, 'Xiamen')).toMatchObject({ entry_id: added.entry_id, rank: 4, review: 'corrected' });
  expect(corrected.provenance.find(({ id }) => id === added.entry_id)?.decisions).toMatchObject([
    { by: 'bert', decision: 'correct', value: 4, machine: 5, applied: true },
    { by: 'anna', decision: 'add', applied: true },
  ]);
  expect(desk.stale()).toEqual([]);
  await desk.proven();
  desk.put('bert', '03', { id: added.entry_id, decision: 'reject', column: '' });
  expect((await desk.extract()).rankings.map(({ place }) => place)).toEqual(['Wuhan', 'Hefei']);
  expect(desk.article().losses).toMatchObject([
    { reason: 'rejected-by-reviewer', decisions: [{ decision: 'reject' }, { decision: 'correct' }, { decision: 'add' }] },
  ]);
  await desk.proven();
});

test('the name of a ranking that a reviewer added is corrected', async () => {
  const desk = new Desk();
  await desk.extract();
  const start = TEXT.indexOf('Xiamen');
  const cells = { place: 'Xiamen', place_raw: 'Xiamen', place_type: 'city', rank: 4, ranking_name: 'Ports' };
  desk.add({ kind: 'entry', cells, start, end: start + 18, quote: 'Xiamen came fourth' });
  const { ranking_id } = entryOf(await desk.extract(), 'Xiamen');
  desk.put('bert', '02', { id: ranking_id, decision: 'correct', column: 'ranking_name', value: 'Largest ports' });
  expect(entryOf(await desk.extract(), 'Xiamen')).toMatchObject({ ranking_id, ranking_name: 'Largest ports', review: 'corrected' });
  expect(desk.stale()).toEqual([]);
  await desk.proven();
});

test('two rows on the same words are two decisions', () => {
  const cells = (place: string) => ({ place, place_raw: place, place_type: 'city', rank: 5 });
  const article = { document: { document_id: '0123456789abcdef', source: 'a.txt' } } as Article;
  const author = { by: 'anna', at: '2026-03-01T10:00:00Z' };
  const words = { start: 0, end: 30, quote: 'Xiamen and Fuzhou came fifth' };
  const [one, other] = ['Xiamen', 'Fuzhou'].map((place) => findingOf(article, { kind: 'entry', cells: cells(place), ...words }, author));
  if (one === undefined || other === undefined) throw new Error('expected two decisions');
  expect(parseDecisions(decisionsText([one, other]), 'x').size).toBe(2);
});

test('diff names the decision', async () => {
  const desk = new Desk();
  const machine = await desk.extract();
  const before = join(newFolder(), 'before');
  await extract(await findInputs([desk.root]), { out: before, engine: fakeEngine });
  desk.put(
    ...(['anna', '01'] as const),
    { id: entryOf(machine, 'Hefei').entry_id, decision: 'correct', column: 'rank', value: 12 },
    { id: machine.metrics[0]?.metric_id ?? '', decision: 'reject', column: '' },
  );
  await desk.extract();
  const said = diffOutputs(before, desk.out).changes.map(({ change, kind, cause }) => [change, kind, cause.kind, cause.detail]);
  expect(said).toEqual([
    ['changed', 'entry', 'decision', 'decided by anna'],
    ['removed', 'metric', 'decision', 'rejected by a reviewer'],
  ]);
  const back = diffOutputs(desk.out, before).changes.map(({ change, cause }) => [change, cause.detail]);
  expect(back).toEqual([
    ['changed', 'anna withdrew a decision'],
    ['added', 'no longer rejected'],
  ]);
});

test('undo takes the last decision back, and only what was decided since', async () => {
  const desk = new Desk();
  const machine = await desk.extract();
  desk.put('anna', '01', { id: entryOf(machine, 'Hefei').entry_id, decision: 'accept', column: '' });
  const path = join(desk.out, 'reviews/anna.jsonl');
  const before = readFileSync(path, 'utf8');
  const file = new ReviewFile(join(desk.out, 'reviews'), 'anna');
  const author = { by: 'anna', at: '2026-03-02T10:00:00Z' };
  file.put(verdictOn(machine, { id: entryOf(machine, 'Hefei').entry_id, decision: 'reject', column: '' }, author));
  expect(readFileSync(path, 'utf8')).not.toBe(before);
  expect(file.undo()?.decision).toBe('reject');
  expect(readFileSync(path, 'utf8')).toBe(before);
  expect(file.undo()).toBeUndefined();
  expect(() => new ReviewFile(desk.out, '../anna')).toThrow(/expected a reviewer's name/);
});

test('a file that holds no decision is named with its line', async () => {
  const desk = new Desk();
  await desk.extract();
  const before = contentOf(desk.out);
  mkdirSync(join(desk.out, 'reviews'));
  writeFileSync(join(desk.out, 'reviews/anna.jsonl'), '{"document":"x"}\n');
  await expect(desk.extract()).rejects.toThrow(/anna\.jsonl:1: .*`document`/);
  rmSync(join(desk.out, 'reviews'), { recursive: true });
  expect(contentOf(desk.out)).toEqual(before);
});

test('two reviewers on two branches merge in git without conflict', async () => {
  const desk = new Desk();
  const machine = await desk.extract();
  const folder = join(desk.out, 'reviews');
  mkdirSync(folder);
  const git = (...words: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...words], { cwd: folder, encoding: 'utf8' });
  git('init', '-q', '-b', 'main');
  git('commit', '-q', '--allow-empty', '-m', 'start');
  for (const [name, day] of [
    ['anna', '01'],
    ['bert', '02'],
  ] as const) {
    git('checkout', '-q', '-b', name, 'main');
    desk.put(name, day, { id: entryOf(machine, 'Hefei').entry_id, decision: 'correct', column: 'rank', value: Number(day) });
    git('add', '.');
    git('commit', '-q', '-m', name);
  }
  git('merge', '-q', '--no-edit', 'anna');
  rmSync(join(folder, '.git'), { recursive: true });
  appendFileSync(join(folder, 'anna.jsonl'), '\n');
  const decided = await desk.extract();
  expect(entryOf(decided, 'Hefei').rank).toBe(2);
  expect(decided.provenance.flatMap(({ decisions = [] }) => decisions.map(({ by, applied }) => [by, applied]))).toEqual([
    ['bert', true],
    ['anna', false],
  ]);
});
