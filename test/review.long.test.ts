import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  readonly root: string;
  readonly out = join(newFolder(), 'output');

  constructor(files: Readonly<Record<string, string>> = { 'attack.md': ATTACK, 'list.md': LIST }) {
    this.root = folderOf(files);
  }

  async extract(source = 'list.md'): Promise<Article> {
    await extract(await findInputs([this.root]), { out: this.out, engine: await loadEngine() });
    const article = [...readOutput(this.out)].find(({ document }) => document.source === source);
    if (article === undefined) throw new Error(`expected ${source}`);
    return article;
  }

  async serve(reviewer = 'anna', baseline?: string) {
    const served = await serveDesk({ folder: this.out, root: this.root, reviewer, baseline, engine: await loadEngine() });
    onTestFinished(() => void served.close());
    return served;
  }

  async open(options: Parameters<Browser['newPage']>[0] = {}, reviewer = 'anna', baseline?: string): Promise<Page> {
    const { url } = await this.serve(reviewer, baseline);
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
  expect(await again.textContent('#rows')).toContain('reject by anna');
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
  await press('Escape', '3', 'j', 'c');
  await page.waitForSelector('dialog[open]');
  await page.keyboard.type('9');
  await press('Enter');
  await said(page, 'correct: saved');
  await press('j', 'r');
  await said(page, 'reject: saved');
  const { rankings, metrics } = await session.extract();
  expect(rankings.map(({ rank, place, review }) => `${rank} ${place} ${review}`)).toEqual([
    '2 Hangzhou unreviewed',
    '3 Hefei unreviewed',
    '9 Shenzhen corrected',
  ]);
  expect(metrics).toEqual([]);
});

test('mouse alone: words are selected, added as a row, corrected, rejected and taken up again', async () => {
  const session = new Session();
  await session.extract();
  const page = await session.open();
  await openArticle(page, 'innovative');
  await page.dblclick('.sentence:has-text("Xiamen")', { position: { x: 15, y: 8 } });
  await page.waitForSelector('#detail q:text-is("Xiamen")');
  await page.click('#detail >> text=Add a row');
  expect(await page.inputValue('dialog input[name=quote]')).toBe('Xiamen');
  await page.fill('dialog input[name=rank]', '7');
  await page.click('dialog >> text=Add >> nth=-1');
  await said(page, 'added: saved');
  await page.click(cell('Xiamen', 'rank'));
  await page.click('#detail >> text=Correct');
  await page.fill('dialog input[name=value]', '5');
  await page.click('dialog >> text=Save');
  await said(page, 'correct: saved');
  expect(await page.textContent(cell('Xiamen', 'rank'))).toBe('5');
  await page.click(cell('Wuhan', 'value'));
  await page.click('#detail >> text=Reject');
  await said(page, 'reject: saved');
  expect(await page.textContent('#rows')).toContain('7000000 Wuhan: reject by anna');
  await page.click('text=Accept after all');
  await said(page, 'accept: saved');
  await page.click('.sentence:has-text("By the Institute")');
  await page.click('#detail >> text=Explain');
  await page.waitForSelector('#why:not([hidden])');
  const decided = await session.extract();
  expect(decided.rankings.map(({ rank, place, review }) => `${rank} ${place} ${review}`)).toContain('5 Xiamen corrected');
  expect(decided.metrics.map(({ place, review }) => `${place} ${review}`)).toEqual(['Wuhan accepted']);
  expect(await complaintsOf(session.out, session.root)).toEqual([]);
});

test('articles are listed by doubt, by rule, by change since a baseline and by what is not yet reviewed', async () => {
  const session = new Session({
    'list.md': LIST.replace('Hefei', 'Suzhou'),
    'parks.txt': 'Leeds has 7 parks.\n',
    'quiet.txt': 'Nothing here.\n',
  });
  await session.extract();
  const baseline = join(newFolder(), 'before');
  cpSync(session.out, baseline, { recursive: true });
  writeFileSync(join(session.root, 'parks.txt'), 'Leeds has 8 parks.\n');
  await session.extract();
  const page = await session.open({}, 'anna', baseline);
  const names = async (): Promise<readonly string[]> =>
    page.$$eval('.article .facts', (all) => all.map(({ textContent }) => String(textContent).split(' ')[0] ?? ''));
  expect((await names()).toSorted()).toEqual(['list.md', 'parks.txt', 'quiet.txt']);
  await page.selectOption('#rule', 'rank/numbered-list');
  expect(await names()).toEqual(['list.md']);
  await page.selectOption('#rule', '');
  await page.selectOption('#order', 'changes');
  expect(await names()).toEqual(['parks.txt']);
  await page.selectOption('#order', 'open');
  expect(await names()).toEqual(['list.md', 'parks.txt']);
  await page.click('.article:has-text("parks.txt")');
  await page.click(cell('Leeds', 'value'));
  await page.keyboard.press('a');
  await said(page, 'accept: saved');
  expect(await names()).toEqual(['list.md']);
  await page.selectOption('#order', 'doubts');
  const codes = [...readOutput(session.out)].flatMap(({ rankings, metrics }) =>
    [...rankings, ...metrics].flatMap(({ doubts }) => doubts.split(';')),
  );
  const [code = ''] = codes.filter((one) => one !== '');
  expect(code).not.toBe('');
  await page.selectOption('#doubt', code);
  const doubted = [...readOutput(session.out)].filter(({ rankings, metrics }) =>
    [...rankings, ...metrics].some(({ doubts }) => doubts.split(';').includes(code)),
  );
  expect((await names()).toSorted()).toEqual(doubted.map(({ document }) => document.source));
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

test('marks that cross are drawn right', async () => {
  const text = "Hefei is the world's third largest city for international patent applications.";
  const session = new Session({ 'a.txt': `Patents\n\n${text} Leeds, Hull and York took part.\n` });
  await session.extract('a.txt');
  // So wide that no line breaks.
  const page = await session.open({ viewport: { width: 1900, height: 800 } });
  await openArticle(page, 'a.txt');
  // Two rows on words that overlap: neither holds the other.
  for (const [words, place] of [
    ['Leeds, Hull', 'Leeds'],
    ['Hull and York', 'York'],
  ] as const) {
    await page.focus('.sentence:has-text("Leeds")');
    await page.keyboard.press('m');
    await page.fill('dialog input[name=quote]', words);
    await page.fill('dialog input[name=place]', place);
    await page.fill('dialog input[name=rank]', '4');
    await page.click('dialog >> text=Add >> nth=-1');
    await said(page, 'added: saved');
    await page.waitForSelector(cell(place, 'rank'));
    await page.evaluate("document.getElementById('status').textContent = ''");
  }
  const article = await session.extract('a.txt');
  const pieces = article.provenance
    .filter(({ kind }) => kind !== 'document')
    .flatMap(({ id, cells }) =>
      Object.entries(cells).flatMap(([column, { pieces: own }]) => own.map((piece) => ({ cell: `${id}/${column}`, ...piece }))),
    );
  const crossings = pieces.flatMap((one) =>
    pieces.filter((other) => one.start < other.start && other.start < one.end && one.end < other.end).map((other) => [one, other] as const),
  );
  expect(crossings.map(([one, other]) => `${one.quote} × ${other.quote}`)).toEqual(
    expect.arrayContaining([
      "the world's × world's third largest city for international patent applications",
      'Leeds, Hull × Hull and York',
    ]),
  );
  await openArticle(page, 'a.txt');
  interface Drawn {
    readonly text: string;
    readonly cells: readonly string[];
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly isPainted: boolean;
  }
  const drawn = await page.evaluate<readonly Drawn[]>(`[...document.querySelectorAll('#text mark')].map((mark) => {
    const { left, right, top } = mark.getBoundingClientRect();
    const { backgroundColor, borderBottomWidth } = getComputedStyle(mark);
    const isPainted = backgroundColor !== 'rgba(0, 0, 0, 0)' && borderBottomWidth !== '0px';
    return { text: mark.textContent, cells: mark.dataset.cells.split(' '), left, right, top, isPainted };
  })`);
  expect(drawn.every(({ isPainted }) => isPainted)).toBe(true);
  for (const [one, other] of crossings) {
    const own = (cells: string): readonly Drawn[] => drawn.filter((mark) => mark.cells.includes(cells));
    const common = drawn
      .filter(({ cells }) => cells.includes(one.cell) && cells.includes(other.cell))
      .map((mark) => mark.text)
      .join('');
    expect(one.quote.endsWith(common) && other.quote.startsWith(common) && common !== '').toBe(true);
    for (const { cell: name, quote } of [one, other]) {
      expect(
        own(name)
          .map((mark) => mark.text)
          .join(''),
      ).toBe(quote);
      // Side by side: no word is drawn twice, none is left out.
      for (const [index, mark] of own(name).entries()) {
        const next = own(name)[index + 1];
        if (next?.top === mark.top) expect(Math.abs(next.left - mark.right)).toBeLessThan(1);
      }
    }
  }
  expect(await page.textContent('.part.paragraph')).toContain(text);
});

const comfort = (second: string, third: string): string =>
  `# Comfort Index 2019 by the Institute of Urban Matters\n\n1. Shenzhen\n2. ${second}\n3. ${third}\n\nWuhan has 7 million people.\n`;

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 390],
  ['dark', 390],
] as const)('axe finds nothing on any view, and nothing is cut off: %s, %i px', async (colorScheme, width) => {
  const session = new Session({
    ...{ 'attack.md': ATTACK, 'list.md': comfort('Hangzhou', 'Hefei'), 'other.md': comfort('Hefei', 'Hangzhou') },
    ...{ 'quiet.txt': 'Nothing is said here.\n', 'broken.txt.gz': 'this is no gzip' },
  });
  await session.extract();
  const page = await session.open({ colorScheme, viewport: { width, height: 844 } });
  const pictures = process.env['SCREENSHOTS'];
  const seen = async (view: string): Promise<void> => {
    expect([view, await violations(page)]).toEqual([view, []]);
    const cut = "[document.documentElement, document.getElementById('sheet')].filter((one) => one.scrollWidth > one.clientWidth).length";
    expect([view, await page.evaluate(cut)]).toEqual([view, 0]);
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${view}-${width}-${colorScheme}.png`) });
  };
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const go = async (words: string): Promise<void> => {
    await press('/');
    await page.fill('#search', words);
    await page.keyboard.press('Enter');
  };
  const dialog = async (key: string, view: string): Promise<void> => {
    await press(key);
    await page.waitForSelector('dialog[open]');
    await seen(view);
  };
  await seen('list');
  await page.fill('#search', 'no such article');
  await seen('list-empty');
  await go('list.md');
  await page.waitForSelector('.part:has-text("Hangzhou")', { state: 'attached' });
  await seen('text');
  await press('3');
  await seen('rows');
  await press('j', 'e');
  await page.waitForSelector('#why:not([hidden])');
  await seen('explain-cell');
  await dialog('c', 'correct');
  await press('Escape', '2', 's', 's', 'e');
  await page.waitForSelector('#why:not([hidden])');
  await seen('explain-sentence');
  await dialog('m', 'add-entry');
  await page.selectOption('dialog select[name=kind]', 'metric');
  await seen('add-metric');
  await press('Escape');
  await dialog('?', 'help');
  await press('Escape');
  await dialog('x', 'conflicts');
  expect(await page.textContent('dialog')).toMatch(/Hefei.*rank 2.*rank 3/s);
  await press('Escape', '3', 'j', 'r');
  await said(page, 'reject: saved');
  await seen('rejected');
  await go('attack');
  await page.waitForSelector('.part:has-text("onerror")', { state: 'attached' });
  await press('f');
  await seen('left-out');
  await go('quiet');
  await page.waitForSelector('.part:has-text("Nothing is said")', { state: 'attached' });
  await press('3');
  await seen('no-rows');
  await go('broken');
  await said(page, 'broken.txt.gz');
  await seen('unreadable');
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
