import { describe, expect, it } from 'vitest';
import { cleanHtml } from '../src/pipeline/2-clean/html.ts';
import type { CleanDocument } from '../src/types.ts';
import { checkClean, cleaned, droppedText, fileOf, outline } from './helpers/clean.ts';

const PROSE = 'The institute looked at forty cities and found that rents had risen in nearly all of them, most of all in the south.';

function read(text: string): CleanDocument {
  const clean = cleaned(cleanHtml(fileOf(text)));
  checkClean(clean);
  return clean;
}

/** The outline of what stands between two paragraphs of an article. */
function inside(html: string): readonly string[] {
  return outline(read(`<body><h1>Graz comes first of all</h1><p>${PROSE}</p>${html}<p>${PROSE}</p></body>`)).slice(2, -1);
}

describe('HTML', () => {
  it.each([
    ['<ol><li>Graz<li>Linz</ol>', ['item 1 Graz', 'item 2 Linz']],
    ['<ol start="9"><li>Graz</li><li value="12">Linz</li><li>Wels</li></ol>', ['item 9 Graz', 'item 12 Linz', 'item 13 Wels']],
    ['<ol reversed><li>Graz</li><li>Linz</li></ol>', ['item 2 Graz', 'item 1 Linz']],
    ['<ul><li>2. Graz</li><li>1. Linz</li></ul>', ['item 2 2. Graz', 'item 1 1. Linz']],
    ['<dl><dt>Population</dt><dd>42,150</dd><dt>Income:</dt><dd>$88,558</dd></dl>', ['item Population: 42,150', 'item Income: $88,558']],
    [
      '<p>The top three:<br>1. Graz<br/>2. Linz<br>3. Wels</p>',
      ['paragraph The top three:', 'item 1 1. Graz', 'item 2 2. Linz', 'item 3 3. Wels'],
    ],
    [
      '<div><span class="num">1.</span><h2>Graz</h2></div><div><span class="num">2.</span><h2>Linz</h2></div>',
      ['heading 1 1. Graz', 'heading 2 2. Linz'],
    ],
    ['<p><b>3. Wels</b></p><p><b>2. Linz</b></p>', ['heading 3 3. Wels', 'heading 2 2. Linz']],
    ['<figure><img src="a.jpg" alt="no"><figcaption>Graz by night</figcaption></figure>', ['caption Graz by night']],
  ])('%s', (html, expected) => {
    expect(inside(html)).toEqual(expected);
  });

  it('an ordered list without numbers in its text has markers without a place', () => {
    const item = read(`<p>${PROSE}</p><ol><li>Graz</li></ol><p>${PROSE}</p>`).blocks[1];
    expect(item?.marker).toEqual({ value: 1, span: undefined, tied: false });
  });

  it('reads references, soft hyphens and breaks inside a name, and keeps their bytes', () => {
    const clean = read(
      `<p>${PROSE}</p><p>Al&nbsp;Kho<wbr>bar, Xi&rsquo;an &amp; Guang&shy;zhou, &#x1F3D9; and A\u00adB are among them, and that is what the list says.</p>`,
    );
    const text = outline(clean)[1] ?? '';
    expect(text).toBe('paragraph Al Khobar, Xi’an & Guangzhou, 🏙 and AB are among them, and that is what the list says.');
    const quoted = (words: string): string => {
      const at = clean.source.text.indexOf(words);
      return clean.source.quote(at, at + words.length);
    };
    expect(quoted('Al Khobar')).toBe('Al&nbsp;Kho<wbr>bar');
    expect(quoted('Xi’an')).toBe('Xi&rsquo;an');
    expect(quoted('Guangzhou')).toBe('Guang&shy;zhou');
  });

  it('leaves out what is hidden', () => {
    expect(
      inside(
        '<p style="display: none">1. Nowhere</p><div hidden>x</div><p>Seen <span aria-hidden="true">not</span> here</p><noscript>again</noscript>',
      ),
    ).toEqual(['paragraph Seen here']);
  });

  it.each([
    `<div class="field field--label-hidden"><p>${PROSE}</p></div>`,
    `<div class="has-paywall story"><p>${PROSE}</p></div>`,
    `<form class="product"><div>${`<p>${PROSE}</p>`.repeat(4)}</div></form>`,
  ])('keeps what a class or a form only seems to say against: %s', (html) => {
    const around = `<p>${PROSE}</p>`.repeat(12);
    const count = outline(read(`<body><h1>Graz comes first of all</h1>${around}${html}${around}</body>`)).length;
    expect(count).toBe(25 + html.split('<p>').length - 1);
  });

  it('gives cells their columns, whatever spans', () => {
    const clean = read(
      `<p>${PROSE}</p><table><caption>Index</caption><thead><tr><th rowspan=2>Country</th><th rowspan=2>City</th><th colspan=2>Rank</th></tr><tr><th>now</th><th>then</th></tr></thead>
      <tr><td rowspan=2>Austria</td><td>Graz</td><td>1</td><td>3</td></tr><tr><td>Linz</td><td colspan=2>new</td></tr></table><p>${PROSE}</p>`,
    );
    const rows = clean.blocks.filter((block) => block.kind === 'row');
    expect(outline(clean).slice(1, -1)).toEqual([
      'caption Index',
      'row Country | City | Rank',
      'row now | then',
      'row Austria | Graz | 1 | 3',
      'row Linz | new',
    ]);
    expect(rows.map((row) => row.cells?.map((cell) => `${cell.column}+${cell.width}${cell.header ? 'h' : ''}`))).toEqual([
      ['0+1h', '1+1h', '2+2h'],
      ['2+1h', '3+1h'],
      ['0+1', '1+1', '2+1', '3+1'],
      ['1+1', '2+2'],
    ]);
    expect(rows[2]?.cells?.[0]?.height).toBe(2);
  });

  it('a table that lays out the page is none', () => {
    const clean = read(
      `<table><tr><td><a href=/>Home</a></td></tr><tr><td><h1>Graz comes first of all</h1><p>${PROSE}</p><p>${PROSE}</p></td><td>Most read<br>1. Linz<br>2. Wels</td></tr></table>`,
    );
    expect(clean.blocks.some((block) => block.kind === 'row')).toBe(false);
    expect(outline(clean)[0]).toBe('title Graz comes first of all');
  });

  it('finds the article among what a page puts around it', () => {
    const clean = read(`<html><head><title>Graz comes first of all - Styria Post</title><script>var a = "1. Linz";</script></head><body>
      <nav><a>Home</a> <a>Sport</a></nav><div class="cookie-bar">We use cookies</div>
      <div class="page w-sidebar"><article><h1>Graz comes first of all</h1><p class="by">By An Peeters | 12 March 2022</p><p>${PROSE}</p>
      <div class="share">Share</div><p><b>Read also:</b> <a href="/x">Linz ranked second for bread</a></p><h2>How it was done</h2><p>${PROSE}</p></article>
      <div><h4>More from Styria</h4><ul><li><a>Wels is number one for cyclists</a></li><li><a>Linz third</a></li></ul></div></div>
      <section id="comments"><p>joe: Graz is 40th at best, if you ask me, and has been for a good many years by now.</p></section>
      <footer>&copy; 2022 Styria Media Ltd. All rights reserved.</footer></body></html>`);
    expect(outline(clean)).toEqual([
      'title Graz comes first of all',
      `paragraph ${PROSE}`,
      'heading How it was done',
      `paragraph ${PROSE}`,
    ]);
    expect(droppedText(clean).map((loss) => loss.split(':')[0])).toEqual([
      'navigation',
      'cookie',
      'metadata',
      'navigation',
      'related',
      'related',
      'comments',
      'footer',
    ]);
    expect(clean.metadata).toMatchObject({
      title: 'Graz comes first of all',
      site: 'Styria Post',
      author: 'An Peeters',
      published: '2022-03-12',
    });
  });

  it('drops boxes of other articles, and keeps a ranking of links', () => {
    const teaser = (name: string): string =>
      `<div class="t"><h3><a href="/x">${name} comes out on top of the list</a></h3><p>A few first words of it.</p></div>`;
    const prose = `<p>${PROSE}</p>`;
    const boxes = `${prose.repeat(4)}<div>${['Linz', 'Wels', 'Steyr'].map(teaser).join('')}</div>`;
    expect(inside(boxes).every((line) => line === `paragraph ${PROSE}`)).toBe(true);
    expect(inside('<ol><li><a href="/a">Graz</a></li><li><a href="/b">Linz</a></li></ol>')).toEqual(['item 1 Graz', 'item 2 Linz']);
  });

  it('believes what a page says of itself, with the bytes', () => {
    const { metadata, source } =
      read(`<head><link rel="canonical" href="https://x.example/a"><meta property="og:site_name" content="Styria Post">
      <script type="application/ld+json">{"@context":"x","@graph":[{"@type":"WebPage","name":"no"},{"@type":"NewsArticle","headline":"Graz \\u00fcber alles","datePublished":"2024-03-20T23:30:00Z","author":[{"name":"An P."}]}]}</script></head>
      <body><p>${PROSE}</p></body>`);
    expect(metadata).toMatchObject({
      title: 'Graz über alles',
      site: 'Styria Post',
      author: 'An P.',
      published: '2024-03-20',
      url: 'https://x.example/a',
    });
    const { author } = metadata.spans;
    expect(author && source.file.text.slice(author.start, author.end)).toBe('An P.');
  });

  it.each([
    ['<meta property="og:site_name" content="Caf&eacute; &#39;Post&#39;">', "Café 'Post'", 'Caf&eacute; &#39;Post&#39;'],
    ['<title>Graz comes out on top &mdash; The Styria &amp; Post</title>', 'The Styria & Post', 'The Styria &amp; Post'],
  ])('points at the words of a site, not at the attribute or the title around them: %s', (head, site, quote) => {
    const { metadata, source } = read(`<head>${head}</head><body><p>${PROSE}</p></body>`);
    expect(metadata.site).toBe(site);
    const { start, end } = metadata.spans.site ?? { start: 0, end: 0 };
    expect(source.file.text.slice(start, end)).toBe(quote);
  });

  it.each([['<div>'.repeat(10_000)], ['<ul><li>'.repeat(600)]])('refuses a tower of elements', (html) => {
    expect(cleanHtml(fileOf(`${html}x`))).toMatchObject({ status: 'too-deep' });
  });

  it.each([
    ['<'.repeat(200_000)],
    ['<p>a'.repeat(50_000)],
    ['&amp;'.repeat(50_000)],
    ['<!--'.repeat(20_000)],
    [`<table>${'<tr><td rowspan=1000 colspan=100>a'.repeat(2_000)}`],
    ['<a href="'.repeat(20_000)],
  ])(
    'reads hostile pages in a moment',
    (html) => {
      const started = process.cpuUsage().user;
      checkClean(cleaned(cleanHtml(fileOf(`x ${html}`))));
      expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(8);
    },
    60_000,
  );
});
