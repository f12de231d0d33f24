import { describe, expect, it } from 'vitest';
import { cleanMarkdown } from '../src/pipeline/2-clean/markdown.ts';
import type { CleanDocument } from '../src/types.ts';
import { checkClean, cleaned, droppedText, fileOf, outline } from './helpers/clean.ts';

const PROSE = 'The institute looked at forty cities and found that rents had risen in nearly all of them.';

function read(text: string): CleanDocument {
  const clean = cleaned(cleanMarkdown(fileOf(text)));
  checkClean(clean);
  return clean;
}

describe('Markdown', () => {
  it('reads the numbers of a countdown from the bytes', () => {
    expect(outline(read(`${PROSE}\n\n3. Graz\n2. Linz\n1. Wels\n`)).slice(1)).toEqual([
      'item 3 3. Graz',
      'item 2 2. Linz',
      'item 1 1. Wels',
    ]);
    const parted = read(`${PROSE}\n\n3. Graz\n\n${PROSE}\n\n2. Linz\n\n${PROSE}\n`);
    expect(parted.blocks.filter((block) => block.kind === 'item').map((block) => [block.marker?.value, block.group])).toEqual([
      [3, 0],
      [2, 0],
    ]);
  });

  it('counts a list whose items are all numbered 1', () => {
    expect(read('1. Graz\n1. Linz\n1. Wels\n').blocks.map((block) => block.marker?.value)).toEqual([1, 2, 3]);
  });

  it('finds numbered lines inside a paragraph', () => {
    expect(outline(read('The top three:\n3. Graz\n2. Linz\n1. Wels\n'))).toEqual([
      'paragraph The top three:',
      'item 3 3. Graz',
      'item 2 2. Linz',
      'item 1 1. Wels',
    ]);
  });

  it('a year is no position', () => {
    expect(read(`${PROSE}\n\n2023. A year of change.\n`).blocks[1]).toMatchObject({ kind: 'paragraph' });
  });

  it('headings carry their number and their depth', () => {
    expect(
      read(`# Smart cities\n\n${PROSE}\n\n## 2. Graz (ST)\n\n${PROSE}\n\n### 1 – Linz\n\n${PROSE}\n`).blocks.filter(
        (block) => block.kind === 'heading',
      ),
    ).toMatchObject([
      { level: 2, marker: { value: 2 } },
      { level: 3, marker: { value: 1 } },
    ]);
  });

  it('takes marks away and keeps the words with their bytes', () => {
    const clean = read(
      '> **Xi&#39;an** (R&amp;D\\: \\$5&nbsp;bn) is [*first*](http://x.example/?a=1&b=2), `St. P` ![map](m.png)second,  \r\n> which is why the line goes on.\n',
    );
    expect(outline(clean)[0]).toBe("paragraph Xi'an (R&D: $5 bn) is first, St. P second, which is why the line goes on.");
    const at = clean.source.text.indexOf("Xi'an");
    expect(clean.source.quote(at, at + 5)).toBe('Xi&#39;an');
    const first = clean.source.text.indexOf('first');
    expect(clean.source.quote(first, first + 5)).toBe('first');
  });

  it('reads tables with their columns', () => {
    const clean = read('| City | 2017 | 2018 |\n|---|:-:|---|\n| **Delhi** | | 86 |\n| Pune&nbsp;(MH) | 99<br>(new) | 85 |\n');
    expect(outline(clean)).toEqual(['row City | 2017 | 2018', 'row Delhi | 86', 'row Pune (MH) | 99 (new) | 85']);
    expect(clean.blocks[1]?.cells?.map((cell) => cell.column)).toEqual([0, 2]);
    expect(clean.blocks[0]?.cells?.every((cell) => cell.header)).toBe(true);
  });

  it('front matter speaks for the article, as strings', () => {
    const { metadata, source } = read(
      `---\ntitle: "Graz: first"\nsite: Styria Post\ndate: 2023-09-05\nauthor: An P. (desk)\nurl: https://x.example/a\n---\n\n${PROSE}\n`,
    );
    expect(metadata).toMatchObject({
      title: 'Graz: first',
      site: 'Styria Post',
      published: '2023-09-05',
      author: 'An P.',
      url: 'https://x.example/a',
    });
    const { published } = metadata.spans;
    expect(published && source.file.text.slice(published.start, published.end)).toBe('2023-09-05');
  });

  it('says what it dropped', () => {
    const clean = read(
      `# Graz comes first\n\n${PROSE}\n\n![map](m.png)\n\n\`\`\`js\n1. no city\n\`\`\`\n\n*Related:* [Linz ranked 2nd](/a) | [Wels third](/b)\n\n**2 comments**\n\n- *joe*: Graz is 40th at best\n`,
    );
    expect(outline(clean)).toEqual(['title Graz comes first', `paragraph ${PROSE}`]);
    expect(droppedText(clean).map((loss) => loss.split(':')[0])).toEqual(['image', 'code', 'related', 'comments']);
  });

  it('reads words out of HTML', () => {
    expect(outline(read(`${PROSE}\n\n<div class="x"><p>Graz &amp; <b>Linz</b></p><!-- 1. no --><script>2. no</script></div>\n`))).toEqual([
      `paragraph ${PROSE}`,
      'paragraph Graz & Linz',
    ]);
  });
});
