import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadRules } from '../src/extractors/rules.ts';
import { sortRules } from '../src/pipeline/7-claims.ts';
import { readArticle } from '../src/pipeline/index.ts';

/*
 * Sentences of running text, a line each, with all that must come out of them and nothing else: `sentence => rows`. They were written
 * by family of saying (ties, moves, ends of lists, figures of places …) before any rule was tried on them. A line that begins with "!"
 * is known to fail, and must be moved up when it no longer does.
 */

const rules = sortRules(await loadRules());

interface Line {
  readonly sentence: string;
  readonly rows: readonly string[];
  readonly fails: boolean;
}

function linesOf(name: string): readonly Line[] {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [sentence = '', rows = ''] = line.replace(/^! /, '').split(/ =>(?: |$)/);
      const all = rows.split('; ').filter((row) => row !== '');
      return { sentence, rows: all.sort(), fails: line.startsWith('! ') };
    });
}

const read = (article: string): ReturnType<typeof readArticle> =>
  readArticle(Buffer.from(article), { source: 'a.txt', format: 'text', rules });

/** "Leeds 5 tied", "Leeds 4 was 9", "Leeds <=20" */
function positionsOf(sentence: string): readonly string[] {
  const lead = 'The new Comfort Index 2023, published by the Acme Institute on Monday, ranks 120 cities.';
  return read(`News\n\n${lead}\n\n${sentence}\n`)
    .rankings.map(({ place, rank, within, tied, previous_rank }) =>
      [
        place,
        rank === '' ? `<=${String(within)}` : String(rank),
        tied === 'true' ? 'tied' : '',
        previous_rank === '' ? '' : `was ${String(previous_rank)}`,
      ]
        .filter((part) => part !== '')
        .join(' '),
    )
    .sort();
}

/** "Leeds 812000 people", "Leeds ~1200000 tourists", "Leeds 5.4 percent increase" */
function figuresOf(sentence: string): readonly string[] {
  const lead = 'Leeds had a good year, the city council said on Monday.';
  return read(`Leeds counts its blessings\n\nMarch 4, 2024\n\n${lead}\n\n${sentence}\n`)
    .metrics.map(
      ({ place, op, value, unit, change }) => `${place} ${op === '=' ? '' : op}${value} ${unit}${change === '' ? '' : ` ${change}`}`,
    )
    .sort();
}

for (const [name, told] of [
  ['prose-positions.txt', positionsOf],
  ['prose-figures.txt', figuresOf],
] as const)
  for (const { sentence, rows, fails } of linesOf(name))
    (fails ? it.fails : it)(sentence, () => {
      expect(told(sentence)).toEqual(rows);
    });
