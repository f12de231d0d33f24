import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { termsOf } from '../src/extractors/parts-of-speech.ts';
import { shapeOf } from '../src/extractors/shape.ts';
import * as limits from '../src/limits.ts';
import { decode } from '../src/pipeline/1-decode.ts';
import { cleanHtml } from '../src/pipeline/2-clean/html.ts';
import { cleanMarkdown } from '../src/pipeline/2-clean/markdown.ts';
import { readFileSafely } from '../src/run/read-file.ts';
import { fileOf } from './helpers/clean.ts';
import { folderOf } from './helpers/folders.ts';

const statusOf = (result: object): unknown => ('status' in result ? result.status : 'ok');

describe('at the limit an article is read, one past it is not:', () => {
  it('bytes of a file', () => {
    const path = (length: number): string => join(folderOf({ 'a.txt': Buffer.alloc(length, 0x61) }), 'a.txt');
    expect([1000, 1001].map((length) => statusOf(readFileSafely(path(length), 1000)))).toEqual(['ok', 'too-large']);
    const bytes = Buffer.alloc(limits.MAX_FILE_BYTES + 1, 0x61);
    expect([bytes.subarray(1), bytes].map((all) => statusOf(decode(all)))).toEqual(['ok', 'too-large']);
  });

  it('nesting of HTML elements', () => {
    const page = (depth: number): object => cleanHtml(fileOf(`${'<div>'.repeat(depth)}x${'</div>'.repeat(depth)}`));
    expect([limits.MAX_HTML_DEPTH, limits.MAX_HTML_DEPTH + 1].map((depth) => statusOf(page(depth)))).toEqual(['ok', 'too-deep']);
  });

  it('nesting of lists and quotes in Markdown', () => {
    const quotes = (depth: number): object => cleanMarkdown(fileOf(`${'> '.repeat(depth)}x`));
    expect([limits.MAX_MARKDOWN_DEPTH, limits.MAX_MARKDOWN_DEPTH + 1].map((depth) => statusOf(quotes(depth)))).toEqual(['ok', 'too-deep']);
  });

  it('brackets open in a paragraph of Markdown', () => {
    const brackets = (count: number): object => cleanMarkdown(fileOf(`${'[a](b) '.repeat(600)}${'*['.repeat(count)} x\n\nand [one more`));
    expect([limits.MAX_OPEN_BRACKETS, limits.MAX_OPEN_BRACKETS + 1].map((count) => statusOf(brackets(count)))).toEqual(['ok', 'too-deep']);
  });

  it('words of a sentence that compromise is asked about', () => {
    const terms = (words: number): number => {
      const text = 'rents '.repeat(words).trim();
      return termsOf(shapeOf(text, 0, { start: 0, end: text.length }, [])).length;
    };
    expect([limits.MAX_TAGGED_WORDS, limits.MAX_TAGGED_WORDS + 1].map(terms)).toEqual([limits.MAX_TAGGED_WORDS, 0]);
  });
});

it('--help names every limit that has a status', () => {
  const printed = limits.limitLines().join('\n');
  for (const limit of [limits.MAX_HTML_DEPTH, limits.MAX_MARKDOWN_DEPTH, limits.MAX_CLAIMS, limits.MAX_GZIP_RATIO, limits.MAX_TAGGED_WORDS])
    expect(printed).toContain(String(limit));
});
