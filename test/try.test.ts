import { expect, test } from 'vitest';
import { trySentence, tryRule, countRules } from '../src/review/try.ts';
import { folderOf } from './helpers/folders.ts';

const RANKED = 'Osaka ranked 9th in the Global Cities Index 2023.';

test('a sentence shows what each rule found, what came of it, and the row', async () => {
  const lines = await trySentence(RANKED);
  expect(lines).toContainEqual(expect.stringMatching(/^rank\/[a-z-]+: Osaka 9, won$/) as string);
  expect(lines).toContainEqual(expect.stringMatching(/^rank\/[a-z-]+: Osaka 9, supported `rank\/[a-z-]+`$/) as string);
  expect(lines).toContain('list/named-index: list: Global Cities Index; edition 2023; scope world, won');
  expect(lines.at(-1)).toMatch(/^entry: Osaka is rank 9 in "Global Cities Index" \(2023\), by `rank\//);
});

test('a sentence without anything says so', async () => {
  expect(await trySentence('The band played on.')).toEqual(['no rule finds anything']);
});

test('a rule over a folder shows file, line and fate of each hit', async () => {
  const folder = folderOf({ 'a.txt': `A headline\n\nIt rained in Leeds.\n\n${RANKED}\n`, 'b.txt': 'Nothing is ranked here.\n' });
  expect(await tryRule('list/named-index', folder)).toEqual([
    'a.txt:5: list: Global Cities Index; edition 2023; scope world, won: "the Global Cities Index 2023"',
    'list/named-index: 1 hits, 1 won, 0 lost',
  ]);
  expect((await tryRule('rank/last-of', folder)).at(-1)).toBe('rank/last-of: 0 hits, 0 won, 0 lost');
});

test('a rule there is not is named with those of its family', async () => {
  await expect(tryRule('rank/nonsense', folderOf({}))).rejects.toThrow(
    /expected a rule, got `rank\/nonsense`; there are .*`rank\/last-of`/,
  );
});

test('all rules are counted, those without a hit too', async () => {
  const lines = await countRules(folderOf({ 'a.txt': `${RANKED}\n` }));
  expect(lines).toContainEqual(expect.stringMatching(/^ +1 +1 +0 {2}list\/named-index$/) as string);
  expect(lines).toContainEqual(expect.stringMatching(/^ +0 +0 +0 {2}rank\/last-of$/) as string);
});
