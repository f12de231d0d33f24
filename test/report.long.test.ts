import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { diffOutputs } from '../src/review/diff/index.ts';
import { reportHtml, type ReportOptions } from '../src/review/report/index.ts';
import { loadEngine } from '../src/run/engine.ts';
import { findCases, scoreCase } from '../src/run/eval/score.ts';
import { Tally } from '../src/run/eval/tally.ts';
import { extract } from '../src/run/extract.ts';
import { findInputs } from '../src/run/inputs.ts';
import { readOutput } from '../src/run/output.ts';
import { openBrowser, violations } from './helpers/browser.ts';
import { folderOf, newFolder } from './helpers/folders.ts';

const HOSTILE = '</script><img src=x onerror=document.title=666>';
const LIST = (year: number, order: readonly string[]): string =>
  `# Comfort Index ${year} by the Institute of Urban Matters\n\n${order.map((place, index) => `${index + 1}. ${place} – ${90 - index}.5 points`).join('\n')}\n`;
const FILES = {
  '2019.md': LIST(2019, ['Leeds', 'Hull', 'York']),
  '2020.md': LIST(2020, ['York', 'Leeds', 'Hull']),
  'attack.md': `---\ntitle: "${HOSTILE}"\n---\n\n# ${HOSTILE} top cities 2020\n\n1. Leeds ${HOSTILE}\n2. Hull\n`,
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());

async function tables(files: Readonly<Record<string, string>>): Promise<string> {
  const out = join(newFolder(), 'output');
  await extract(await findInputs([folderOf(files)]), { out, engine: await loadEngine() });
  return out;
}

function saved(folder: string, options?: ReportOptions): string {
  const path = join(newFolder(), 'report.html');
  writeFileSync(path, reportHtml(folder, options));
  return pathToFileURL(path).href;
}

async function open(url: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage(options);
  onTestFinished(() => void page.close());
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  page.on('console', (message) => (message.type() === 'error' ? loaded.push(message.text()) : undefined));
  await page.context().setOffline(true);
  await page.goto(url);
  expect(loaded).toEqual([url]);
  return page;
}

test.each(['light', 'dark'] as const)(
  'opens offline, shows changes, pictures, rules and every article, and axe finds nothing: %s',
  async (colorScheme) => {
    const now = await tables(FILES);
    const diff = diffOutputs(await tables({ ...FILES, '2020.md': FILES['2020.md'].replace('1. York', '1. Bath') }), now);
    const page = await open(saved(now, { diff }), { colorScheme, viewport: { width: 1280, height: 900 } });
    const text = await page.textContent('main');
    expect(text).toContain('the article changed');
    expect(text).toContain('Positions over editions');
    expect(await page.getAttribute('svg.bump', 'aria-label')).toMatch(/^Comfort Index/);
    expect(await page.$$eval('svg.bump polyline', (lines) => lines.length)).toBeGreaterThan(1);
    expect(text).toContain('Scores');
    await page.click('#articles summary >> nth=0');
    await page.waitForSelector('#articles td:has-text("Leeds")');
    await page.click('#articles summary:has-text("onerror")');
    expect(await page.evaluate('document.images.length')).toBe(0);
    expect(await page.title()).toBe('ranktrace: report');
    expect(await violations(page)).toEqual([]);
    await page.fill('#find', '2019');
    expect(await page.locator('#articles details:visible').count()).toBe(1);
    const pictures = process.env['SCREENSHOTS'];
    if (pictures !== undefined) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `report-${colorScheme}.png`), fullPage: true });
    }
  },
);

test('fits a telephone', async () => {
  const page = await open(saved(await tables(FILES)), { viewport: { width: 390, height: 844 } });
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(await violations(page)).toEqual([]);
});

test('precision and recall of each rule stand beside its hits where articles are labelled', async () => {
  const corpus = join(import.meta.dirname, '../corpus');
  const out = join(newFolder(), 'output');
  const inputs = (await findInputs([corpus])).filter(({ source }) => source.startsWith('h-') || source.startsWith('b-'));
  await extract(inputs, { out, engine: await loadEngine() });
  const page = await open(saved(out, { root: corpus }));
  const rows = await page.$$eval('tr:has(td:nth-child(6))', (lines: { cells: Iterable<{ textContent: string }> }[]) =>
    lines.map(({ cells }) => [...cells].map(({ textContent }) => textContent.trim())),
  );
  const own =
    rows
      .find(([rule]) => rule === 'rank/numbered-list')
      ?.slice(1)
      .map(Number.parseFloat) ?? [];
  const [, right = 0, wrong = 0, precision] = own;
  expect(precision).toBeCloseTo((100 * right) / (right + wrong), 1);
  // All rules together are what `eval` says of all articles.
  const tally = new Tally();
  const articles = [...readOutput(out)];
  for (const one of findCases(corpus)) {
    const article = articles.find(({ document }) => document.source === one.article);
    if (article !== undefined) tally.add(scoreCase(one, article, readFileSync(join(corpus, one.article))).tally);
  }
  const sum = (column: number): number => rows.reduce((total, cells) => total + (Number.parseFloat(cells[column] ?? '') || 0), 0);
  const { entry, metric } = tally.parts;
  expect([sum(2), sum(3)]).toEqual([entry.right + metric.right, entry.extra + metric.extra]);
  const recalls = 100 * (entry.right / (entry.right + entry.missed) + metric.right / (metric.right + metric.missed));
  expect(Math.abs(sum(5) - recalls)).toBeLessThan(0.05 * rows.length);
});

test('a thousand articles are ready in at most five times the time of ten', async () => {
  const many = (count: number): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`${n}.md`, LIST(1900 + (n % 100), ['Leeds', 'Hull', 'York', 'Bath'])]));
  const [few, thousand] = [saved(await tables(many(10))), saved(await tables(many(1000)))];
  const ready = async (url: string): Promise<number> => {
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: 'load' });
    const time = Number(await page.evaluate('performance.getEntriesByType("navigation")[0].loadEventEnd'));
    await page.close();
    return time;
  };
  const page = await open(thousand);
  expect(await page.locator('#articles details').count()).toBe(100);
  await page.fill('#find', '999.md');
  expect(await page.locator('#articles details:visible').count()).toBe(1);
  await page.click('#articles summary:visible');
  await page.waitForSelector('#articles td:has-text("Bath")');
  await ready(few);
  const times = { few: [] as number[], thousand: [] as number[] };
  for (let round = 0; round < 7; round += 1) {
    times.few.push(await ready(few));
    times.thousand.push(await ready(thousand));
  }
  const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
  process.stderr.write(`report: ${median(times.few)} ms for 10 articles, ${median(times.thousand)} ms for 1,000\n`);
  expect(median(times.thousand)).toBeLessThanOrEqual(5 * median(times.few));
});
