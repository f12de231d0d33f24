import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanHtml } from '../src/pipeline/2-clean/html.ts';
import { cleanMarkdown } from '../src/pipeline/2-clean/markdown.ts';
import { cleanText } from '../src/pipeline/2-clean/text.ts';
import { readSections } from '../src/pipeline/3-sections.ts';
import { checkClean, fileOf } from './helpers/clean.ts';

/** Bits that articles, menus, lists and tables are made of, and what breaks offsets: BOM, CRLF, emoji, references, escapes. */
const bit = fc.constantFrom(
  '1. Shenzhen',
  '10. Hefei',
  '2) Xi’an',
  '- Wuhan',
  '• Osaka',
  '7=  Geneva',
  'No.10 Hefei',
  '#7 - Paris',
  '1',
  '031',
  'City',
  '98.4',
  'Rank\tCity\n1\tParis',
  'Beijing is first, and Shanghai is second in the list of the ten cities.',
  'Related:',
  '3 comments',
  '© 2021 Vitosha',
  'By Bo Wei',
  '2015-01-13',
  'Home | News | Sport',
  '# Title',
  '## 2. Curitiba (PR)',
  '> quoted',
  '| a | b |\n|---|---|\n| 1 | Paris |',
  '**3. Tokyo**',
  '[a link](/x)',
  '![pic](p.png)',
  '```\ncode\n```',
  '---',
  '&amp; &nbsp;&#8217;',
  '\\$5 \\* x',
  '🏙',
  '\r\n',
  '\n',
  '\n\n',
  '\n\n\n',
  ' ',
  '  ',
  '\t',
  '\u00a0',
  '\u200b',
  '\u00ad',
  'é',
  '北京',
  '<b>x</b>',
  '<p>',
  '</p>',
  '<li value=3>',
  '<ol reversed>',
  '</ol>',
  '<td rowspan=2>',
  '<tr>',
  '<table>',
  '</table>',
  '<h1>Top</h1>',
  '<div class=related>',
  '</div>',
  '<dt>a<dd>b',
  '&shy;',
  '<wbr>',
  '<span hidden>z</span>',
  '<br>',
  '<!-- y -->',
  '*',
  '_',
  '`',
  '|',
  '\uFEFF',
  '\u2028',
);
const article = fc
  .array(fc.tuple(bit, fc.constantFrom('', ' ', '\n', '\n\n', '\r\n', '\r\n\r\n')), { maxLength: 30 })
  .map((parts) => `x${parts.flat().join('')}`);

describe.each([
  ['text', cleanText],
  ['markdown', cleanMarkdown],
  ['html', cleanHtml],
] as const)('any %s', (_, clean) => {
  it('keeps its bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          article,
          fc.string({ unit: 'binary', minLength: 1 }).filter((text) => /\S/.test(text) && !text.includes('\0') && !/\p{Cc}/u.test(text)),
        ),
        (text) => {
          const document = clean(fileOf(text));
          if ('status' in document) return;
          checkClean(document);
          const sections = readSections(document);
          expect(sections.map((section) => section.index)).toEqual(document.blocks.map((_block, index) => index));
          for (const section of sections) {
            for (const heading of section.headings) expect(heading).toBeLessThan(section.index);
            for (const sentence of section.sentences) expect(sentence.start >= section.start && sentence.end <= section.end).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('hostile text', () => {
  it.each([
    ['newlines', `x${'\n'.repeat(50_000)}`],
    ['one line', 'word '.repeat(40_000)],
    ['short lines', 'a\n'.repeat(20_000)],
    ['numbers', '1\n'.repeat(20_000)],
    ['bars', 'a|b\n'.repeat(10_000)],
    ['stops', 'A. '.repeat(30_000)],
    ['references', '&amp;'.repeat(20_000)],
    ['labels', 'Related:\n- x y\n3 comments\n'.repeat(3_000)],
  ])(
    '%s are read in a moment',
    (_, text) => {
      const started = process.cpuUsage().user;
      checkClean(cleanText(fileOf(text)));
      expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(5);
    },
    30_000,
  );

  it.each([
    ['- '.repeat(5_000), 'too-deep'],
    ['> '.repeat(10_000), 'too-deep'],
    [`${'>'.repeat(10_000)} x`, 'too-deep'],
    [Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'), 'too-deep'],
  ])('nested Markdown is refused', (text, status) => {
    expect(cleanMarkdown(fileOf(`x\n\n${text}`))).toMatchObject({ status });
  });

  it('brackets without an end are text', () => {
    expect(cleanMarkdown(fileOf('['.repeat(5_000)))).not.toHaveProperty('status');
  }, 30_000);
});
