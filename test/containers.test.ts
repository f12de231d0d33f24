import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { MAX_FILE_BYTES, MAX_GZIP_RATIO, MAX_HEADER_BYTES, MAX_RECORD_NAME, SMALLEST_BOMB } from '../src/limits.ts';
import { readArticles } from '../src/run/articles.ts';
import { loadEngine } from '../src/run/engine.ts';
import { extract } from '../src/run/extract.ts';
import { findInputs } from '../src/run/inputs.ts';
import { readFileSafely } from '../src/run/read-file.ts';
import type { Article } from '../src/schema.ts';
import { fakeEngine } from './helpers/fake-reader.ts';
import { contentOf, folderOf, newFolder } from './helpers/folders.ts';
import { complaintsOf } from './helpers/verify.ts';
import { chunked, response, warcFile, warcRecord } from './helpers/warc.ts';

const list = (place: string): string => `Top cities\n10. ${place}\n`;

async function articlesOf(files: Readonly<Record<string, string | Uint8Array>>, fields?: string): Promise<readonly Article[]> {
  const articles: Article[] = [];
  const inputs = await findInputs([folderOf(files)]);
  for await (const article of readArticles(inputs, { read: fakeEngine.read, fields })) articles.push(article);
  return articles;
}

/** `a.warc!https://x.example/1 Hefei`; of a record that gave no rows, its status and error. */
async function outcomes(files: Readonly<Record<string, string | Uint8Array>>, fields?: string): Promise<readonly string[]> {
  const articles = await articlesOf(files, fields);
  return articles.map(({ document: { source, status, error }, rankings }) =>
    [source, ...(status === 'ok' ? rankings.map(({ place }) => place) : [`${status}: ${error}`])].join(' '),
  );
}

test('WARC: answers are articles, named by their URLs, whatever way their bodies were sent', async () => {
  const body = Buffer.from(list('Hefei').repeat(30));
  const sent: readonly Buffer[] = [
    warcRecord({ 'WARC-Type': 'warcinfo', 'Content-Type': 'application/warc-fields' }, 'software: none\r\n'),
    warcRecord({ 'WARC-Type': 'request', 'WARC-Target-URI': 'https://x.example/0' }, 'GET / HTTP/1.1\r\n\r\n'),
    response('https://x.example/plain', body),
    response('https://x.example/gzip', gzipSync(body), { 'Content-Encoding': 'gzip' }),
    response('https://x.example/deflate', deflateSync(body), { 'content-encoding': 'deflate' }),
    response('https://x.example/raw', deflateRawSync(body), { 'Content-Encoding': 'deflate' }),
    response('https://x.example/br', brotliCompressSync(body), { 'Content-Encoding': 'br' }),
    response('https://x.example/chunks', chunked(body, 100), { 'Transfer-Encoding': 'chunked' }),
    response('https://x.example/both', chunked(gzipSync(body), 7), { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'gzip' }),
    response('https://x.example/decoded', body, { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'gzip' }),
    response('https://x.example/plain', body),
    warcRecord({ 'WARC-Type': 'conversion', 'WARC-Target-URI': 'https://x.example/wet', 'Content-Type': 'text/plain' }, body),
  ];
  const names = ['plain', 'gzip', 'deflate', 'raw', 'br', 'chunks', 'both', 'decoded', 'plain~2', 'wet'];
  for (const name of ['a.warc', 'a.warc.gz']) {
    const articles = await articlesOf({ [name]: warcFile(sent, name.endsWith('.gz')).bytes });
    expect(articles.map(({ document }) => document.source)).toEqual(names.map((end) => `${name}!https://x.example/${end}`));
    for (const { document, rankings } of articles) {
      expect([document.status, document.bytes, rankings.length]).toEqual(['ok', body.length, 30]);
    }
  }
});

test('WARC: what is no article has a row that says why', async () => {
  const records = [
    response('https://x.example/404', 'gone', {}, '404 Not Found'),
    response('https://x.example/png', 'x', { 'Content-Type': 'image/png' }),
    warcRecord({ 'WARC-Type': 'revisit', 'WARC-Target-URI': 'https://x.example/r' }, ''),
    warcRecord({ 'WARC-Type': 'continuation', 'WARC-Target-URI': 'https://x.example/c' }, 'x'),
    response('https://x.example/zip', 'x', { 'Content-Encoding': 'zstd' }),
    response('https://x.example/half', gzipSync(list('Hefei')).subarray(0, 20), { 'Content-Encoding': 'gzip' }),
    response('https://x.example/chunk', 'ff\r\nshort', { 'Transfer-Encoding': 'chunked' }),
    warcRecord({ 'WARC-Type': 'response', 'WARC-Target-URI': 'https://x.example/no', 'Content-Type': 'application/http' }, 'hello'),
    response('', list('Wuhan')),
  ];
  expect(await outcomes({ 'a.warc': warcFile(records).bytes })).toEqual([
    'a.warc!https://x.example/404 skipped: expected the HTTP status 200, got 404',
    'a.warc!https://x.example/png skipped: expected a page or a text, got `image/png`',
    'a.warc!https://x.example/r skipped: expected a response, got one that the crawler had seen before',
    'a.warc!https://x.example/c unsupported: expected a whole record, got a segment of one',
    'a.warc!https://x.example/zip unsupported: expected gzip, deflate or br, got the content encoding `zstd`',
    'a.warc!https://x.example/half damaged: expected a whole gzip body, got Z_BUF_ERROR',
    'a.warc!https://x.example/chunk damaged: expected 255 bytes in a chunk of the HTTP body, got 5',
    'a.warc!https://x.example/no damaged: expected an HTTP answer, got "hello"',
    'a.warc!record 9 Wuhan',
  ]);
});

test('WARC: the charset of HTTP is believed, and offsets are those of the body', async () => {
  const text = 'Top 5 cities of 2024\n\n1. Málaga\n2. Córdoba\n3. Cádiz\n4. Logroño\n5. Jaén\n';
  const root = folderOf({
    'a.warc': warcFile([
      response('https://x.example/a', gzipSync(iconv.encode(text, 'windows-1252')), {
        'Content-Type': 'text/plain; charset="ISO-8859-1"',
        'Content-Encoding': 'gzip',
      }),
    ]).bytes,
  });
  const out = join(newFolder(), 'output');
  await extract(await findInputs([root]), { out, engine: await loadEngine() });
  expect(await complaintsOf(out, root)).toEqual([]);
  expect(contentOf(out)['documents.csv']).toMatch(/,text,windows-1252,.*,ok,/);
  expect(contentOf(out)['rankings.csv']).toContain(',1. Málaga,22,31,');
});

test('WARC: a file that does not go on says where, and keeps what came before', async () => {
  const records = ['Hefei', 'Wuhan', 'Xiamen'].map((place, index) => response(`https://x.example/${index}`, list(place)));
  const { bytes, ends } = warcFile(records);
  const [first = 0, second = 0] = ends;
  const came = ['a.warc!https://x.example/0 Hefei', 'a.warc!https://x.example/1 Wuhan'];
  const broken = (at: number, written: string): Buffer => Buffer.concat([bytes.subarray(0, at), Buffer.from(written)]);
  expect(await outcomes({ 'a.warc': bytes.subarray(0, bytes.length - 30) })).toEqual([
    ...came,
    expect.stringMatching(
      /^a\.warc damaged: expected \d+ bytes in the record at byte \d+, got the end of the file after \d+, after 2 records$/,
    ),
  ]);
  expect(await outcomes({ 'a.warc': broken(second, 'garbage') })).toEqual([
    ...came,
    `a.warc damaged: expected a WARC record at byte ${second}, got "garbage", after 2 records`,
  ]);
  expect((await outcomes({ 'a.warc': broken(second, 'WARC/1.0\r\nContent-Length: many\r\n\r\n') })).at(-1)).toBe(
    `a.warc damaged: expected the length of the record at byte ${second}, got "many", after 2 records`,
  );
  expect((await outcomes({ 'a.warc': broken(second, 'WARC/1.0\r\nContent-Len') })).at(-1)).toMatch(/blank line .* got the end of the file/);
  expect((await outcomes({ 'a.warc': broken(first - 4, 'xx') })).at(-1)).toMatch(
    /expected two line ends behind the record at byte 0, got "xx"$/,
  );
  const packed = warcFile(records, true);
  expect(await outcomes({ 'a.warc.gz': packed.bytes.subarray(0, packed.bytes.length - 20) })).toEqual([
    ...came.map((line) => line.replace('a.warc', 'a.warc.gz')),
    'a.warc.gz damaged: expected a whole gzip file, got Z_BUF_ERROR, after 2 records',
  ]);
  expect((await outcomes({ 'a.warc.gz': Buffer.concat([packed.bytes, Buffer.alloc(20)]) })).at(-1)).toBe(
    'a.warc.gz damaged: expected nothing behind the end of the gzip file, got 20 bytes, after 3 records',
  );
});

test('WARC: a record over the limits costs itself alone', async () => {
  const header = 'x'.repeat(MAX_HEADER_BYTES);
  const records = [
    response('https://x.example/large', Buffer.alloc(MAX_FILE_BYTES + 1, 0x61)),
    response('https://x.example/bomb', gzipSync(Buffer.alloc(SMALLEST_BOMB + 1, 0x61)), { 'Content-Encoding': 'gzip' }),
    response('https://x.example/head', '', { Long: header }),
    response('https://x.example/fine', list('Wuhan')),
    warcRecord({ Long: header }, ''),
  ];
  expect((await outcomes({ 'a.warc': warcFile(records).bytes })).map((line) => line.replace(/got .*/, 'got …'))).toEqual([
    `a.warc!https://x.example/large too-large: expected at most ${MAX_FILE_BYTES} bytes, got …`,
    `a.warc!https://x.example/bomb too-large: expected at most ${SMALLEST_BOMB} bytes in the HTTP body, got …`,
    `a.warc!https://x.example/head too-large: expected at most ${MAX_HEADER_BYTES} bytes of HTTP headers, got …`,
    'a.warc!https://x.example/fine Wuhan',
    expect.stringMatching(/^a\.warc damaged: expected a blank line behind the headers of the record at byte \d+, got …/),
  ]);
});

test('NDJSON: an object per line, its fields by option, a bad line costs itself', async () => {
  const lines = [
    JSON.stringify({ id: 7, url: 'https://x.example/7', text: list('Hefei') }),
    JSON.stringify({ url: 'https://x.example/8', text: list('Wuhan') }),
    '',
    JSON.stringify({ text: list('Xiamen') }),
    JSON.stringify({ id: 7, text: list('Suzhou') }),
    JSON.stringify({ id: 'x', title: 'no text' }),
    '{"id": "cut", "text": "Top',
    '[1]',
    JSON.stringify({ id: '__proto__', text: list('Ningbo') }),
  ];
  expect(await outcomes({ 'a.ndjson.gz': gzipSync(`\ufeff${lines.join('\n')}`) })).toEqual([
    'a.ndjson.gz!7 Hefei',
    'a.ndjson.gz!https://x.example/8 Wuhan',
    'a.ndjson.gz!line 4 Xiamen',
    'a.ndjson.gz!7~2 Suzhou',
    expect.stringMatching(/^a\.ndjson\.gz!x unsupported: expected the article in `html` or `text` of line 6 \(byte \d+\), got neither$/),
    expect.stringMatching(/^a\.ndjson\.gz!line 7 damaged: expected JSON in line 7 \(byte \d+\), got ".*Top" at its end$/),
    expect.stringMatching(/^a\.ndjson\.gz!line 8 damaged: expected a JSON object in line 8/),
    'a.ndjson.gz!__proto__ Ningbo',
  ]);
  const nested = JSON.stringify({ key: 'k', article: { body: list('Jinan') }, 'a.b': 'x' });
  expect(await outcomes({ 'b.ndjson': nested }, 'id=key,text=article.body')).toEqual(['b.ndjson!k Jinan']);
  expect(await outcomes({ 'b.ndjson': Uint8Array.from([0x7b, 0xff, 0x7d]) })).toEqual([
    'b.ndjson!line 1 encoding: expected UTF-8 in line 1 (byte 0)',
  ]);
  await expect(outcomes({ 'b.ndjson': nested }, 'body=x')).rejects.toThrow(/expected fields such as .*got `body=x`/);
});

test('NDJSON: title and date of a record are its cells, proven from the record, and count for "last year"', async () => {
  const record = {
    id: 'a',
    headline: 'Where Chinese cities stand',
    day: 'Wed, 20 Mar 2024 10:00:00 +0800',
    text: 'The city of Hefei had 7 million people last year.\n',
  };
  const root = folderOf({ 'a.ndjson': JSON.stringify(record) });
  const out = join(newFolder(), 'output');
  await extract(await findInputs([root]), { out, engine: await loadEngine(), fields: 'title=headline,date=day' });
  const content = contentOf(out);
  expect(content['documents.csv']).toMatch(/,Where Chinese cities stand,,,2024-03-20,/);
  expect(content['metrics.csv']).toMatch(/,7000000,.*,2023,/);
  expect(await complaintsOf(out, root)).toEqual([]);
  const forged = folderOf({ 'a.ndjson': JSON.stringify({ ...record, headline: 'Where cities stand' }) });
  expect(await complaintsOf(out, forged)).toEqual([expect.stringMatching(/`title`: expected "Where cities stand"/)]);
});

const item = (inside: string): string => `<item>${inside}</item>`;

test('RSS and Atom: an entry is an article', async () => {
  const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="c"><channel><title>News</title><description>All</description>
    ${item(`<title>A &amp; B</title><guid>g1</guid><link>https://x.example/1</link><description>short</description><content:encoded><![CDATA[${list('Hefei')}]]></content:encoded>`)}
    ${item(`<link>https://x.example/2</link><description>${list('Wuhan')}</description>`)}
    ${item('<title>nothing</title>')}
    </channel></rss>`;
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>
    <entry><id>urn:1</id><link rel="self" href="https://x.example/s"/><link href="https://x.example/1"/><content type="text">${list('Xiamen')}</content></entry>
    <entry><id>urn:2</id><summary>${list('Ningbo')}</summary></entry></feed>`;
  expect(await outcomes({ 'a.rss': rss, 'b.atom.gz': gzipSync(atom), 'c.xml': atom, 'd.xml': '<urlset></urlset>', 'e.rss': '' })).toEqual([
    'a.rss!g1 Hefei',
    'a.rss!https://x.example/2 Wuhan',
    'a.rss!entry 3 empty: expected content or a summary, got neither',
    'b.atom.gz!urn:1 Xiamen',
    'b.atom.gz!urn:2 Ningbo',
    'c.xml!urn:1 Xiamen',
    'c.xml!urn:2 Ningbo',
    'd.xml unsupported: expected an RSS or Atom feed, got `<urlset>`',
    'e.rss empty: expected an article, got nothing but white space',
  ]);
  expect(await outcomes({ 'a.rss': rss.slice(0, rss.indexOf('nothing')) })).toEqual([
    'a.rss!g1 Hefei',
    'a.rss!https://x.example/2 Wuhan',
    expect.stringMatching(/^a\.rss damaged: expected the end of `<rss>`, got the end of the file at byte \d+, after 2 records$/),
  ]);
});

test('RSS and Atom: HTML, XHTML and other encodings are read with their bytes', async () => {
  const prose = 'The institute looked at forty cities and found that rents had risen in nearly all of them.';
  const html = `<h2>Most liveable cities 2024</h2><p>${prose}</p><ol><li>Graz</li><li>Linz</li></ol>`;
  const feed = `<?xml version="1.0" encoding="windows-1252"?><feed><entry><id>h</id><title type="html">Caf&amp;eacute;</title>
    <published>2024-05-06T07:08:09Z</published><content type="html">${html.replaceAll('<', '&lt;')}</content></entry>
    <entry><id>x</id><content type="xhtml"><div>${html} Málaga</div></content></entry></feed>`;
  const root = folderOf({ 'a.atom': iconv.encode(feed, 'windows-1252') });
  const out = join(newFolder(), 'output');
  await extract(await findInputs([root]), { out, engine: await loadEngine() });
  expect(await complaintsOf(out, root)).toEqual([]);
  const { 'documents.csv': documents = '', 'rankings.csv': rankings = '' } = contentOf(out);
  expect(documents).toMatch(/a\.atom!h,.*,html,utf-8,.*,2024-05-06,/);
  expect(documents).toContain(`,${Buffer.byteLength(html)},html,`);
  expect(rankings.match(/a\.atom!h,[^\n]*,Graz,/g)).toHaveLength(1);
  expect(rankings.match(/a\.atom!x,[^\n]*,Graz,/g)).toHaveLength(1);
});

test('records of one name are told apart, and names are cut and made harmless', async () => {
  const line = (id: string): string => JSON.stringify({ id, text: list('Hefei') });
  const long = 'n'.repeat(MAX_RECORD_NAME);
  const lines = ['a', 'a', 'a~2', 'a', 'b\u0000\n c', '\ud800', long, `${long}n`].map(line).join('\n');
  expect((await articlesOf({ 'x.ndjson': lines })).map(({ document }) => document.source.slice('x.ndjson!'.length))).toEqual([
    ...['a', 'a~2', 'a~2~2', 'a~3', 'b c', '\ufffd', long, `${long}~2`],
  ]);
});

test('what the names and order of containers and files say is what verify reads', async () => {
  const root = folderOf({
    'a!b.txt': list('Jinan'),
    'a.txt': list('Wuxi'),
    'm.warc': warcFile([response('https://x.example/z', list('Hefei')), response('https://x.example/a', 'x', {}, '500 Oh')]).bytes,
    'm.warc!old.txt': list('Harbin'),
    'n.ndjson': `${JSON.stringify({ id: 'z', text: list('Wuhan') })}\n{`,
    'o.warc': 'WARC',
    'z.txt': list('Xiamen'),
  });
  const out = join(newFolder(), 'output');
  await extract(await findInputs([root]), { out, engine: fakeEngine });
  expect(contentOf(out)['documents.csv']?.match(/(?<=^[0-9a-f]{16},)[^,]+/gm)).toEqual([
    ...['a!b.txt', 'a.txt', 'm.warc!https://x.example/z', 'm.warc!https://x.example/a', 'm.warc!old.txt', 'n.ndjson!z', 'n.ndjson!line 2'],
    ...['o.warc', 'z.txt'],
  ]);
});

test('gzip is bounded by size and by ratio', () => {
  const read = (bytes: Uint8Array, limit?: number): unknown => {
    const result = readFileSafely(join(folderOf({ 'a.txt.gz': bytes }), 'a.txt.gz'), limit);
    return 'status' in result ? result.status : result.length;
  };
  const noise = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, n) => (n * n * 31 + (n >> 3)) % 251));
  const packed = gzipSync(noise(4000));
  expect(read(packed, 4000)).toBe(4000);
  expect(read(packed, 3999)).toBe('too-large');
  const flat = gzipSync(Buffer.alloc(8 * SMALLEST_BOMB));
  expect(flat.length * MAX_GZIP_RATIO).toBeLessThan(8 * SMALLEST_BOMB);
  expect(read(flat)).toBe('too-large');
  expect(read(gzipSync(Buffer.alloc(SMALLEST_BOMB)))).toBe(SMALLEST_BOMB);
  expect(read(gzipSync(Buffer.alloc(SMALLEST_BOMB + 1)))).toBe('too-large');
  expect(read(Buffer.concat([packed, packed]))).toBe(8000);
  expect(read(Buffer.concat([packed, Buffer.alloc(3)]))).toBe('damaged');
});

test('a container that is a bomb is left where it shows', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * SMALLEST_BOMB, 0x0a));
  expect(await outcomes({ 'a.ndjson.gz': bomb })).toEqual([
    expect.stringMatching(/^a\.ndjson\.gz too-large: expected gzip to make at most 200/),
  ]);
});
