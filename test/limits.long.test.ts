import { expect, test } from 'vitest';
import { loadRules } from '../src/extractors/rules.ts';
import { MAX_CLAIMS } from '../src/limits.ts';
import { sortRules } from '../src/pipeline/7-claims.ts';
import { readArticle } from '../src/pipeline/index.ts';

test('at the limit of claims an article is read, one past it is not', async () => {
  const rules = sortRules(await loadRules());
  const section = (count: number, year: number): string =>
    `## Top ${count} cities of ${year}\n\n${Array.from({ length: count }, (_, index) => `${index + 1}. Hefei\n`).join('')}\n`;
  const read = (count: number): unknown => {
    const lists = Array.from({ length: 10 }, (_, index) =>
      section(index === 0 ? count - (MAX_CLAIMS * 9) / 10 : MAX_CLAIMS / 10, 2010 + index),
    );
    const text = `# Cities\n\n${lists.join('')}`;
    return readArticle(Buffer.from(text), { source: 'a.md', format: 'markdown', rules }).document.status;
  };
  expect([MAX_CLAIMS, MAX_CLAIMS + 1].map(read)).toEqual(['ok', 'too-large']);
});
