import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { loadEngine } from '../src/run/engine.ts';
import { extract } from '../src/run/extract.ts';
import { findInputs } from '../src/run/inputs.ts';
import { readOutput } from '../src/run/output.ts';
import type { Article } from '../src/schema.ts';
import { folderOf, newFolder } from './helpers/folders.ts';
import { sharedPath, testShared } from './helpers/shared.ts';
import { complaintsOf } from './helpers/verify.ts';
import { response, warcFile } from './helpers/warc.ts';

/*
 * The corpus in other clothes: whatever file a text lies in, every cell follows from the bytes of that file.
 */

const corpus = join(import.meta.dirname, '../corpus');
const originals = new Map(
  readdirSync(corpus)
    .filter((name) => /\.(?:txt|md|html)$/.test(name) && name !== 'README.md')
    .map((name) => [name, readFileSync(join(corpus, name), 'utf8').replace(/^\ufeff/, '')]),
);

type Files = Readonly<Record<string, Uint8Array | string>>;

async function proven(files: Files, encoding?: string): Promise<readonly Article[]> {
  const root = folderOf(files);
  const out = join(newFolder(), 'output');
  await extract(await findInputs([root]), { out, engine: await loadEngine({ encoding }), encoding });
  expect(await complaintsOf(out, root)).toEqual([]);
  const articles = [...readOutput(out)];
  expect(
    articles.filter(({ document }) => document.status !== 'ok').map(({ document }) => `${document.source}: ${document.error}`),
  ).toEqual([]);
  return articles;
}

function rewritten(change: (text: string, name: string) => Uint8Array | string | undefined): Files {
  const entries = [...originals].map(([name, text]) => [name, change(text, name)] as const);
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, Uint8Array | string] => entry[1] !== undefined));
}

/** What the rows say, without where it stands. */
const saidBy = ({ rankings, metrics }: Article): readonly string[] => [
  ...rankings.map((row) => [row.ranking_name, row.edition, row.rank, row.place, row.score, row.previous_rank].join(' | ')),
  ...metrics.map((row) => [row.place, row.metric, row.op, row.value, row.unit, row.period].join(' | ')),
];

const holds = (text: string, encoding: string): boolean =>
  iconv.decode(iconv.encode(text, encoding), encoding, { stripBOM: false }) === text;

describe('every cell of the corpus follows from its bytes', () => {
  test.each([
    ...['windows-1250', 'windows-1251', 'windows-1252', 'windows-1253', 'windows-1254', 'windows-1257', 'iso-8859-2', 'iso-8859-5'],
    ...['iso-8859-15', 'gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr', 'koi8-r'],
  ])('in %s, forced, where it can hold the text', async (encoding) => {
    const files = rewritten((text) => (holds(text, encoding) ? iconv.encode(text, encoding) : undefined));
    expect(Object.keys(files).length).toBeGreaterThan(30);
    const articles = await proven(files, encoding);
    for (const { document } of articles) expect(document.encoding).toBe(encoding);
  });

  test.each([
    ['windows-1252, undeclared', (text: string) => (holds(text, 'windows-1252') ? iconv.encode(text, 'windows-1252') : undefined)],
    ['GB18030, undeclared', (text: string) => iconv.encode(text, 'gb18030')],
    ['UTF-16 with a mark', (text: string) => iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['big-endian UTF-16 with a mark', (text: string) => iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['UTF-8 with a mark', (text: string) => `\ufeff${text}`],
    ['CRLF', (text: string) => text.replace(/\r?\n/g, '\r\n')],
    ['mojibake', (text: string) => iconv.decode(Buffer.from(text), 'windows-1252').replaceAll('\ufffd', '\u009d')],
  ])('with %s', async (name, change) => {
    const files = rewritten(change);
    if (!name.startsWith('GB18030')) {
      await proven(files);
      return;
    }
    // What nothing tells (a lone character of four bytes) is refused; nothing that is read may be wrong.
    const root = folderOf(files);
    const out = join(newFolder(), 'output');
    await extract(await findInputs([root]), { out, engine: await loadEngine() });
    expect(await complaintsOf(out, root)).toEqual([]);
    const refused = [...readOutput(out)].filter(({ document }) => document.status !== 'ok');
    expect(refused.map(({ document }) => document.status)).toEqual(refused.map(() => 'encoding'));
    expect(refused.length).toBeLessThan(originals.size * 0.05);
  });

  test('wrapped in a page with 50 KB of boilerplate', async () => {
    const links = (word: string): string =>
      `<ul>${Array.from({ length: 200 }, (_, n) => `<li><a href="/${word}/${n}">${word} story number ${n} of the day</a></li>`).join('')}</ul>`;
    const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const paragraphs = (text: string): string =>
      escaped(text)
        .split(/\n{2,}/)
        .map((block) => `<p>${block.trim().replaceAll('\n', '<br>\n')}</p>`)
        .join('\n');
    const bodyOf = (text: string): string => /<body[^>]*>(.*)<\/body>/is.exec(text)?.[1] ?? text;
    const files = Object.fromEntries(
      [...originals].map(([name, text]) => {
        const main = name.endsWith('.html') ? bodyOf(text) : paragraphs(text);
        const page = `<!doctype html><html><head><meta charset="utf-8"><title>News</title><script>${'var a = "1. Linz";\n'.repeat(800)}</script></head>
<body><header><nav>${links('sport')}</nav></header><main><article>${main}</article></main><aside class="related">${links('world')}</aside>
<footer>${links('service')} © 2024 Example Media</footer></body></html>`;
        return [`${name}.html`, page];
      }),
    );
    for (const page of Object.values(files)) expect(page.length).toBeGreaterThan(50_000);
    const articles = await proven(files);
    expect(articles.reduce((sum, { rankings }) => sum + rankings.length, 0)).toBeGreaterThan(0);
  });

  test('in gzip, in NDJSON and in WARC: the same rows at the same bytes', async () => {
    const plain = new Map((await proven(rewritten((text) => text))).map((article) => [article.document.source, article]));
    const same = (article: Article | undefined, source: string): void => {
      const bytesOf = (one: Article | undefined): readonly string[] =>
        [...(one?.rankings ?? []), ...(one?.metrics ?? [])].map(({ evidence, start, end }) => `${evidence} ${start}..${end}`);
      expect(bytesOf(article)).toEqual(bytesOf(plain.get(source)));
    };
    const zipped = await proven(Object.fromEntries([...originals].map(([name, text]) => [`${name}.gz`, gzipSync(text)])));
    for (const article of zipped) same(article, article.document.source.replace(/\.gz$/, ''));
    const types = { txt: 'text/plain', md: 'text/markdown', html: 'text/html; charset=utf-8' } as const;
    const typeOf = (name: string): string => types[name.slice(name.lastIndexOf('.') + 1) as keyof typeof types];
    const records = [...originals].map(([name, text]) => response(name, text, { 'Content-Type': typeOf(name) }));
    const warc = await proven({ 'a.warc.gz': warcFile(records, true).bytes });
    expect(warc).toHaveLength(originals.size);
    for (const article of warc) same(article, article.document.source.replace('a.warc.gz!', ''));
    const lines = [...originals].flatMap(([id, text]) =>
      id.endsWith('.md') ? [] : [JSON.stringify({ id, [id.endsWith('.html') ? 'html' : 'text']: text })],
    );
    const ndjson = await proven({ 'a.ndjson': lines.join('\n') });
    expect(ndjson).toHaveLength(lines.length);
    for (const article of ndjson) same(article, article.document.source.replace('a.ndjson!', ''));
  });
});

testShared('seeds in UTF-16 with a mark, in windows-1252 undeclared and in GB18030 forced give the same rows', async () => {
  const names = readdirSync(sharedPath('seeds')).filter((name) => name.endsWith('.txt'));
  const texts = new Map(names.map((name) => [name, readFileSync(sharedPath('seeds', name), 'utf8').replace(/^\ufeff/, '')]));
  const all = (encoding: string, options = {}): Files =>
    Object.fromEntries(
      [...texts].filter(([, text]) => holds(text, encoding)).map(([name, text]) => [name, iconv.encode(text, encoding, options)]),
    );
  const plain = new Map((await proven(all('utf-8'))).map((article) => [article.document.source, saidBy(article)]));
  const [wide, western, chinese] = [
    await proven(all('utf-16le', { addBOM: true })),
    await proven(all('windows-1252')),
    await proven(all('gb18030'), 'gb18030'),
  ];
  expect([wide.length, chinese.length]).toEqual([5, 5]);
  expect(western.length).toBeGreaterThan(0);
  for (const article of [...wide, ...western, ...chinese]) expect(saidBy(article)).toEqual(plain.get(article.document.source));
});
