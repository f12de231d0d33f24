import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { newsArticles, oneArticle, oneTextAndArticles, smallArticles } from './folders.ts';
import { inRounds, ran, ranktrace, type Ran } from './processes.ts';

export interface Figure {
  readonly name: string;
  readonly unit: 'times' | 'ms' | 'MB';
  /** Undefined where this machine cannot tell. */
  readonly value: number | undefined;
  /** At least (`≥`) or at most (`≤`) this: what must be, and what to aim for. */
  readonly is: '≥' | '≤';
  readonly must: number;
  readonly aim: number;
}

export interface Sizes {
  readonly rounds: number;
  /** Articles of 3 KB for workers, of 120 bytes for memory and unchanged files. */
  readonly news: number;
  readonly small: number;
  /** Size of the one text. */
  readonly megabytes: number;
}

/** Measures in a folder that is empty before and deleted after. */
export type Suite = (folder: string, sizes: Sizes) => Promise<readonly Figure[]>;

const BARE = ['-e', '0'];
// The least that a run over unchanged files could do.
const WALK = `const fs = require('node:fs'), path = require('node:path');
const walk = (folder) => {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) walk(at); else fs.statSync(at);
  }
};
walk(process.argv[1]);`;

const milliseconds = async (words: readonly string[]): Promise<number> => (await ran(words)).milliseconds;

/** Reads all as if for the first time. */
function fresh(root: string, out: string, ...options: readonly string[]): Promise<Ran> {
  rmSync(out, { recursive: true, force: true });
  return ran(ranktrace('extract', root, '--out', out, ...options));
}

const start: Suite = async (folder, { rounds }) => {
  const { plain, ranked } = oneArticle(folder);
  const out = join(folder, 'out');
  const times = await inRounds(rounds, {
    bare: () => milliseconds(BARE),
    plain: async () => (await fresh(plain, out)).milliseconds,
    ranked: async () => (await fresh(ranked, out)).milliseconds,
  });
  return [
    { name: 'one article without a ranking, above bare node', unit: 'ms', value: times.plain - times.bare, is: '≤', must: 120, aim: 50 },
    { name: 'one article with a ranking, above bare node', unit: 'ms', value: times.ranked - times.bare, is: '≤', must: 450, aim: 200 },
  ];
};

const unchanged: Suite = async (folder, { rounds }) => {
  const root = smallArticles(join(folder, 'articles'), 1000);
  const out = join(folder, 'out');
  await fresh(root, out);
  const times = await inRounds(rounds, {
    bare: () => milliseconds(BARE),
    again: () => milliseconds(ranktrace('extract', root, '--out', out)),
  });
  return [{ name: '1,000 unchanged files, above bare node', unit: 'ms', value: times.again - times.bare, is: '≤', must: 120, aim: 60 }];
};

const many: Suite = async (folder, { small }) => {
  const root = smallArticles(join(folder, 'articles'), small);
  const out = join(folder, 'out');
  const first = await fresh(root, out, '--progress', 'json');
  const times = await inRounds(3, {
    walk: () => milliseconds(['-e', WALK, root]),
    again: () => milliseconds(ranktrace('extract', root, '--out', out)),
  });
  const most = (from: number, to: number): number =>
    Math.max(
      ...first.samples.filter(({ articles }) => articles >= from * small && articles <= to * small).map(({ megabytes }) => megabytes),
    );
  const growth = most(0.9, 1) / most(0, 0.2);
  const articles = small.toLocaleString('en');
  return [
    { name: `${articles} unchanged ÷ walk and stat`, unit: 'times', value: times.again / times.walk, is: '≤', must: 1.5, aim: 1.2 },
    { name: `${articles} articles: peak memory`, unit: 'MB', value: first.megabytes, is: '≤', must: 350, aim: 200 },
    {
      ...{ name: `${articles} articles: memory of the last tenth ÷ first fifth`, unit: 'times', is: '≤', must: 1.25, aim: 1.1 },
      value: Number.isFinite(growth) ? growth : undefined,
    },
  ];
};

const workers: Suite = async (folder, { news }) => {
  const root = newsArticles(join(folder, 'articles'), news);
  const out = join(folder, 'out');
  const run = (jobs: number) => async (): Promise<number> => (await fresh(root, out, '--no-cache', '--jobs', String(jobs))).milliseconds;
  const times = await inRounds(1, { one: run(1), two: run(2) });
  const name = `2 workers ÷ 1, wall, ${news.toLocaleString('en')} articles`;
  return [{ name, unit: 'times', value: times.one / times.two, is: '≥', must: 1.4, aim: 1.7 }];
};

const text: Suite = async (folder, { megabytes }) => {
  const { one, articles } = oneTextAndArticles(folder, megabytes);
  const whole = await fresh(one, join(folder, 'out'), '--no-cache', '--jobs', '1');
  const parts = await fresh(articles, join(folder, 'out'), '--no-cache', '--jobs', '1');
  const name = `one text of ${megabytes} MB`;
  return [
    { name: `${name}: peak memory`, unit: 'MB', value: whole.megabytes, is: '≤', must: 450, aim: 300 },
    {
      ...{ name: `${name} ÷ the same as articles, wall`, unit: 'times', is: '≤', must: 1.5, aim: 1.1 },
      // A text that the limit of time ends is not read, however long that took.
      value: whole.isRead ? whole.milliseconds / parts.milliseconds : Infinity,
    },
  ];
};

export const suites: Readonly<Record<string, Suite>> = { start, unchanged, many, workers, text };
