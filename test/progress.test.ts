import { expect, onTestFinished, test, vi } from 'vitest';
import { Progress, type ProgressMode } from '../src/run/progress.ts';
import type { Outcome } from '../src/run/rows.ts';

/*
 * What a run says on standard error.
 */

const outcome = (source: string, status: Outcome['status'] = 'ok', error = ''): Outcome => ({
  ...{ source, status, error, sha256: '', entries: 3, metrics: 1, doubts: 2, decided: undefined },
});
const end = { written: true, workers: 2, times: { articles: 4000, writing: 500, commit: 100 } };

/** A run of five articles, one of them failed and one known, that takes a second each; what it printed. */
function printed(mode: ProgressMode, quiet = false): string {
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => void vi.restoreAllMocks());
  const progress = new Progress({ mode, quiet, count: () => 5 });
  const articles = [outcome('a.txt'), outcome('b.txt'), outcome('c.txt', 'encoding', 'expected UTF-8'), outcome('d.txt'), outcome('e.txt')];
  for (const article of articles) {
    now += 1000;
    progress.add(article, article.source === 'e.txt');
  }
  progress.addDecisions({ files: [], applied: 0, stale: [] });
  progress.finish('out', new Map([...([['ok', 4]] as const), ['encoding', 1] as const]), end);
  const text = write.mock.calls.map(([line]) => String(line)).join('');
  clock.mockRestore();
  write.mockRestore();
  return text;
}

test('`--progress json` prints an object per line, with its event', () => {
  const events = printed('json')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(events.map(({ event }) => event)).toEqual(['progress', 'failure', 'progress', 'progress', 'progress', 'decisions', 'end']);
  expect(events[0]).toEqual({
    ...{ event: 'progress', articles: 2, all: 5, per_second: 1, seconds_left: 3, rows: 8, doubts: 4, failures: 0, cached: 0 },
  });
  expect(events[1]).toEqual({ event: 'failure', source: 'c.txt', status: 'encoding', error: 'expected UTF-8' });
  expect(events.at(-1)).toEqual({
    ...{ event: 'end', out: 'out', written: true, workers: 2, statuses: { encoding: 1, ok: 4 } },
    ...{ articles: 5, all: 5, per_second: 1, seconds_left: 0, rows: 20, doubts: 10, failures: 1, cached: 1, times: end.times },
  });
});

test('the summary counts articles by status, rows, doubts, what was cached, and time by stage', () => {
  const lines = printed('lines').trimEnd().split('\n');
  expect(lines).toEqual([
    'c.txt: expected UTF-8 (encoding)',
    '5 articles (1 encoding, 4 ok) → out',
    '20 rows with 10 doubts; 1 articles from the cache; 4.0 s for articles (0.5 s of it writing, 2 workers); 0.1 s for syncing',
  ]);
});

test('a bar has rate, time left, rows and failures, and makes room for lines', () => {
  const text = printed('bar');
  expect(text).toContain('\r[########            ] 2 of 5 articles, 1 a second, 3 s left, 8 rows, 0 failed\u001b[K');
  expect(text).toContain('\r\u001b[Kc.txt: expected UTF-8 (encoding)\n');
});

test('`--quiet` prints only what failed', () => {
  expect(printed('lines', true)).toBe('c.txt: expected UTF-8 (encoding)\n');
});
