import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { serveDesk } from '../src/review/desk/serve.ts';
import { writeGold } from '../src/review/desk/to-gold.ts';
import { loadEngine } from '../src/run/engine.ts';
import { extract } from '../src/run/extract.ts';
import { findInputs } from '../src/run/inputs.ts';
import { readOutput } from '../src/run/output.ts';
import type { Article } from '../src/schema.ts';
import { openBrowser, violations } from './helpers/browser.ts';
import { folderOf, newFolder } from './helpers/folders.ts';
import { complaintsOf } from './helpers/verify.ts';

const LIST = `# China's 10 most innovative cities, 2019

By the Institute of Urban Matters.

1. Shenzhen
2. Hangzhou
3. Hefei

Wuhan has 7 million people. Xiamen? Five, they say.
`;
const HOSTILE = '</script><img src=x onerror=document.title=666>';
const ATTACK = `---
title: "${HOSTILE} title"
site: "${HOSTILE}"
---

# ${HOSTILE} top cities 2020 ${HOSTILE}

1. Leeds ${HOSTILE}
2. Hull &lt;/script&gt;&lt;img src=x onerror=document.title=666&gt;
3. York

<script>document.title = '666'</script>
`;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());

/** An output with its articles, and a desk over it in a browser. */
class Session {
  readonly root = folderOf({ 'attack.md': ATTACK, 'list.md': LIST });
  readonly out = join(newFolder(), 'output');

  async extract(): Promise<Article> {
    await extract(await findInputs([this.root]), { out: this.out, engine: await loadEngine() });
    const article = [...readOutput(this.out)].find(({ document }) => document.source === 'list.md');
    if (article === undefined) throw new Error('expected list.md');
    return article;
  }

  async serve(reviewer = 'anna', baseline?: string) {
    const served = await serveDesk({ folder: this.out, root: this.root, reviewer, baseline, engine: await loadEngine() });
    onTestFinished(() => void served.close());
    return served;
  }

  async open(options: Parameters<Browser['newPage']>[0] = {}, reviewer = 'anna'): Promise<Page> {
    const { url } = await this.serve(reviewer);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
    onTestFinished(() => void page.close());
    const origin = new URL(url).origin;
    page.on('request', (request) => expect(request.url().startsWith(origin)).toBe(true));
    await page.goto(url);
    await page.waitForSelector('.article');
    return page;
  }
}

const openArticle = async (page: Page, words: string): Promise<void> => {
  await page.fill('#search', words);
  await page.click('.article');
  await page.waitForSelector('.part');
};
const cell = (place: string, column: string): string => `tr:has(button:text-is("${place}")) .cell[data-column="${column}"]`;
const said = async (page: Page, words: string): Promise<void> => {
  await page.waitForSelector(`#status:has-text("${words}")`);
};

test('open, filter, accept, correct, reject, add, undo, restart, extract again', async () => {
  const session = new Session();
  await session.extract();
  const page = await session.open();
  await openArticle(page, 'innovative');
  await page.click(cell('Shenzhen', 'place'));
  await page.click('#detail >> text=Accept');
  await said(page, 'accept: saved');
  await page.click(cell('Hangzhou', 'rank'));
  await page.click('#detail >> text=Correct');
  await page.fill('dialog input[name=value]', '4');
  await page.click('dialog >> text=Save');
  await said(page, 'correct: saved');
  await page.click(cell('Wuhan', 'value'));
  await page.click('#detail >> text=Reject');
  await said(page, 'reject: saved');
  await page.click(cell('Hefei', 'place'));
  await page.click('#detail >> text=Reject');
  await page.waitForSelector(cell('Hefei', 'place'), { state: 'detached' });
  await page.click('#undo');
  await said(page, 'taken back');
  await page.dblclick('.sentence:has-text("Xiamen")');
  await page.focus('.sentence:has-text("Xiamen")');
  await page.evaluate('document.getSelection().removeAllRanges()');
  await page.keyboard.press('m');
  await page.waitForSelector('dialog[open]');
  expect(await page.inputValue('dialog input[name=place]')).toBe('Xiamen');
  await page.fill('dialog input[name=quote]', 'Xiamen? Five');
  await page.fill('dialog input[name=rank]', '5');
  await page.click('dialog >> text=Add >> nth=-1');
  await said(page, 'added: saved');

  const decided = await session.extract();
  expect(decided.rankings.map(({ rank, place, review }) => [rank, place, review])).toEqual([
    [1, 'Shenzhen', 'accepted'],
    [3, 'Hefei', 'unreviewed'],
    [4, 'Hangzhou', 'corrected'],
    [5, 'Xiamen', 'accepted'],
  ]);
  expect(decided.metrics).toEqual([]);
  expect(decided.losses.filter(({ stage }) => stage === 'review')).toMatchObject([
    { reason: 'rejected-by-reviewer', row: { place: 'Wuhan' } },
  ]);
  expect(await complaintsOf(session.out, session.root)).toEqual([]);

  const again = await session.open();
  await openArticle(again, 'innovative');
  expect(await again.textContent(cell('Hangzhou', 'rank'))).toBe('4');
  expect(await again.textContent('#rows')).toContain('rejected by anna');
  await again.click(cell('Hefei', 'place'));
  await again.keyboard.press('a');
  await said(again, 'accept: saved');
  const gold = newFolder();
  expect(await writeGold({ folder: session.out, root: session.root, reviewer: 'anna', engine: await loadEngine() }, gold)).toBe(1);
  expect(JSON.parse(readFileSync(join(gold, 'list.gold.json'), 'utf8'))).toMatchObject({
    rankings: [{ entries: [{ rank: 1 }, { rank: 3 }, { rank: 4, place: ['Hangzhou'] }, { rank: 5, place: ['Xiamen'] }] }],
    metrics: [],
  });
});

test('keyboard alone: from the list to a decision', async () => {
  const session = new Session();
  await session.extract();
  const page = await session.open();
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('/');
  await page.keyboard.type('innovative');
  await press('Enter');
  await page.waitForSelector('.part');
  await press('j', 'j', 'l', 'e');
  await page.waitForSelector('#why:not([hidden])');
  expect(await page.textContent('#why')).toMatch(/Hangzhou/);
  await press('a');
  await said(page, 'accept: saved');
  await press('c');
  await page.waitForSelector('dialog[open]');
  await press('Escape', 's');
  expect(await page.evaluate('document.activeElement.className')).toBe('sentence');
  await press('w', 'Enter');
  expect(await page.isVisible('#detail')).toBe(true);
  await press('u');
  await said(page, 'taken back');
  expect(readFileSync(join(session.out, 'reviews/anna.jsonl'), 'utf8')).toBe('');
  await press('?');
  expect(await page.textContent('dialog')).toContain('next, previous row');
});

test('nothing that an article says runs or loads', async () => {
  const session = new Session();
  await session.extract();
  const page = await session.open();
  const problems: string[] = [];
  page.on('dialog', (dialog) => problems.push(dialog.message()));
  page.on('console', (message) => (message.type() === 'error' ? problems.push(message.text()) : undefined));
  await openArticle(page, 'attack');
  expect(await page.textContent('body')).toContain('<img src=x');
  expect(await page.evaluate("document.querySelectorAll('img, script:not([src])').length")).toBe(0);
  await page.keyboard.press('f');
  await page.waitForTimeout(300);
  expect(await page.title()).toBe('ranktrace: review');
  expect(problems).toEqual([]);
});

test('words that belong to several rows are marked for each', async () => {
  const root = folderOf({
    'a.txt': 'Smart City Index 2024\n\nZurich, Oslo and Canberra took the first three places in the Smart City Index 2024.\n',
  });
  const out = join(newFolder(), 'output');
  await extract(await findInputs([root]), { out, engine: await loadEngine() });
  const served = await serveDesk({ folder: out, root, reviewer: 'anna', engine: await loadEngine() });
  onTestFinished(() => void served.close());
  const page = await browser.newPage();
  onTestFinished(() => void page.close());
  await page.goto(served.url);
  await openArticle(page, 'a.txt');
  const whole = await page.textContent('.part.paragraph');
  expect(whole).toContain('Zurich, Oslo and Canberra took');
  const marks = await page.evaluate<readonly (readonly [string, readonly string[]])[]>(
    "[...document.querySelectorAll('#text mark')].map((mark) => [mark.textContent, mark.dataset.cells.split(' ')])",
  );
  const byCell = new Map<string, string>();
  for (const [text, cells] of marks) for (const one of cells) byCell.set(one, (byCell.get(one) ?? '') + text);
  const [article] = readOutput(out);
  expect(article?.rankings.length).toBe(3);
  for (const { entry_id, place } of article?.rankings ?? []) expect(byCell.get(`${entry_id}/place_raw`)).toBe(place);
  const before = await page.$$eval('#text mark.on', (lit) => lit.length);
  await page.click(cell('Oslo', 'rank'));
  expect(await page.$$eval('#text mark.on', (lit) => lit.length)).toBeGreaterThan(before);
});

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 390],
  ['dark', 390],
] as const)('axe finds nothing, and nothing is cut off: %s, %i px', async (colorScheme, width) => {
  const session = new Session();
  await session.extract();
  const page = await session.open({ colorScheme, viewport: { width, height: 844 } });
  const fits = async (): Promise<unknown> => page.evaluate('document.documentElement.scrollWidth <= innerWidth');
  const clean = async (): Promise<void> => {
    expect(await violations(page)).toEqual([]);
    expect(await fits()).toBe(true);
  };
  await clean();
  await page.keyboard.press('n');
  await page.waitForSelector('.part');
  await page.keyboard.press('n');
  await page.waitForSelector('.part:has-text("Hangzhou")', { state: 'attached' });
  await clean();
  await page.keyboard.press('3');
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await page.waitForSelector('#why:not([hidden])');
  await clean();
  for (const key of ['?', 'c', 'x']) {
    await page.keyboard.press(key);
    await page.waitForSelector('dialog[open]');
    await clean();
    await page.keyboard.press('Escape');
  }
  const pictures = process.env['SCREENSHOTS'];
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `review-${width}-${colorScheme}.png`) });
});

test('only this page, on this machine, with its token, is answered', async () => {
  const session = new Session();
  await session.extract();
  const { url } = await session.serve();
  const { origin, host, searchParams } = new URL(url);
  const token = searchParams.get('token') ?? '';
  const status = async (path: string, init: RequestInit = {}): Promise<number> => (await fetch(`${origin}${path}`, init)).status;
  expect(host).toMatch(/^127\.0\.0\.1:/);
  expect(await status('/')).toBe(403);
  expect(await status('/?token=0')).toBe(403);
  expect(await status('/api/list')).toBe(403);
  expect(await status('/api/list', { headers: { Cookie: `desk=${token}` } })).toBe(200);
  expect(await status('/api/list', { headers: { Cookie: `desk=${token}`, Origin: 'http://evil.example' } })).toBe(403);
  const body = JSON.stringify({});
  expect(
    await status('/api/undo', { method: 'POST', body, headers: { Cookie: `desk=${token}`, 'Content-Type': 'application/json' } }),
  ).toBe(403);
  expect(
    await status('/api/undo', { method: 'POST', body, headers: { Cookie: `desk=${token}`, Origin: origin, 'Content-Type': 'text/plain' } }),
  ).toBe(415);
  const right = { Cookie: `desk=${token}`, Origin: origin, 'Content-Type': 'application/json' };
  expect(await status('/api/undo', { method: 'POST', body, headers: right })).toBe(200);
  expect(await status('/api/decide', { method: 'POST', body: '{"document":"x"}', headers: right })).toBe(400);
  expect(await status(`/..%2fdesk%2fapp.ts?token=${token}`)).toBe(404);
  const answer = await fetch(url);
  expect(answer.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(await answer.text()).not.toMatch(/<script(?! type="module" src=)|style=|onclick/);
});

test('two reviewers on one row: the later wins, and the page shows both', async () => {
  const session = new Session();
  await session.extract();
  for (const [name, rank] of [
    ['anna', '6'],
    ['bert', '7'],
  ] as const) {
    const page = await session.open({}, name);
    await openArticle(page, 'innovative');
    await page.click(cell('Hefei', 'rank'));
    await page.keyboard.press('c');
    await page.fill('dialog input[name=value]', rank);
    await page.keyboard.press('Enter');
    await said(page, 'correct: saved');
    if (name === 'bert') {
      expect(await page.textContent(cell('Hefei', 'rank'))).toBe('7');
      expect(await page.textContent('#detail')).toMatch(/bert: correct rank 7.*anna: correct rank 6 \(a later decision won\)/s);
    }
  }
  writeFileSync(join(session.root, 'list.md'), LIST.replace('3. Hefei', '8. Hefei'));
  expect((await session.extract()).rankings.map(({ review }) => review)).not.toContain('corrected');
});
