import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../src/pipeline/1-decode.ts';
import { findMojibake, readMojibake } from '../src/pipeline/2-clean/mojibake.ts';
import { cleanText } from '../src/pipeline/2-clean/text.ts';
import { cleanHtml } from '../src/pipeline/2-clean/html.ts';
import { plainWords } from '../src/run/plain-words.ts';
import { checkClean, cleaned, fileOf, outline } from './helpers/clean.ts';

function read(bytes: Uint8Array, options = {}): string {
  const file = decode(bytes, options);
  return 'status' in file ? file.status : `${file.encoding}${file.guessed ? '?' : ''}: ${file.text}`;
}

const EAST_ASIAN = /^(?:gb18030|big5|shift_jis|euc)/;
/** Polish, Russian, Hindi or Vietnamese letters: nobody saves them in an encoding of East Asia, though some can hold them. */
const ELSEWHERE = /[\u00c0-\u024f\u1e00-\u1eff\u0400-\u0dff₹⚡]/u;

describe('an encoding that nobody names', () => {
  it.each([
    ['windows-1252', 'Xi’an came third – ahead of São Paulo, Málaga and Zürich'],
    ['windows-1250', 'Gdańsk, Łódź and Kraków lead; Plzeň and Děčín follow'],
    ['windows-1251', 'Казань and Уфа are third (Татарстан)'],
    ['koi8-r', 'Нижний Новгород came third of all cities'],
    ['windows-1254', 'İzmir is third, behind Eskişehir and Muğla'],
    ['gb18030', 'Hefei (合肥市) came third – ahead of Xi’an, the capital of Shaanxi'],
    ['gb18030', 'It’s third, says the city’s mayor'],
    ['big5', 'Taichung (臺中市) is third of the cities'],
    ['shift_jis', 'Fukuoka (福岡市) is third; ランキング 2024'],
    ['euc-jp', 'Sapporo（札幌市）is third in the list の'],
    ['euc-kr', 'Busan (부산광역시) is third of the cities'],
    ['utf-16le', 'Hefei is third in the list of cities'],
    ['utf-16be', 'Hefei is third in the list of cities'],
  ])('is found: %s in "%s"', (encoding, text) => {
    expect(read(iconv.encode(text, encoding, { addBOM: false }))).toBe(`${encoding}?: ${text}`);
  });

  it('is UTF-8 where a few bytes of another stand in it', () => {
    const text = 'ä'.repeat(8);
    const bytes = Buffer.concat([Buffer.from(`${text} M`), Buffer.from([0xe1]), Buffer.from('laga 🏙 x')]);
    const file = decode(bytes);
    if ('status' in file) throw new Error(file.error);
    expect([file.encoding, file.guessed, file.text]).toEqual(['utf-8', true, `${text} Málaga 🏙 x`]);
    expect([9, 10, 11, 16, 17, 18].map((unit) => file.byteAt(unit))).toEqual([17, 18, 19, 24, 24, 28]);
    expect(read(Buffer.concat([Buffer.from('ä'.repeat(7)), Buffer.from([0xe1, 0x20])]))).not.toMatch(/^utf-8/);
  });

  it('is not guessed where nothing reads well, nor where a cut character is all that is wrong', () => {
    expect(read(Uint8Array.from([0x61, 0xc3, 0xa9, 0xe9, 0x20]))).toBe('encoding');
    expect(read(Buffer.from('Málaga is third in España').subarray(0, -2))).toBe('utf-8: Málaga is third in Espa');
  });

  // FINDINGS: chardet is right on 3 of 46 such files in GB18030 and on none in Big5, EUC-*, Shift_JIS, KOI8-R.
  it.each([
    ['windows-1252', 1],
    ['gb18030', 0.9],
    ['big5', 0.85],
    ['shift_jis', 1],
    ['euc-jp', 1],
    ['euc-kr', 1],
    ['koi8-r', 1],
    ['windows-1251', 1],
    ['utf-16le', 1],
  ])('is found for the articles of the corpus that %s can hold', (encoding, least) => {
    const corpus = join(import.meta.dirname, '../corpus');
    const texts = readdirSync(corpus)
      .filter((name) => /\.(?:txt|md|html)$/.test(name))
      .map((name) => readFileSync(join(corpus, name), 'utf8').replace(/^\ufeff/, ''))
      .filter((text) => !EAST_ASIAN.test(encoding) || !ELSEWHERE.test(text))
      .filter((text) => /[^\0-\x7f]/.test(text) && iconv.decode(iconv.encode(text, encoding), encoding, { stripBOM: false }) === text);
    const found = texts.filter((text) => {
      const file = decode(iconv.encode(text, encoding, { addBOM: false }));
      return !('status' in file) && file.text === text;
    });
    expect(texts.length).toBeGreaterThan(0);
    expect(found.length / texts.length).toBeGreaterThanOrEqual(least);
  });
});

describe('an encoding that somebody names', () => {
  const page = (head: string, text: string): string => `<html><head>${head}</head><body>${text}</body></html>`;

  it.each([
    ['<meta charset="gb2312">', 'gb18030', '合肥'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">', 'shift_jis', '福岡'],
    ['<META CHARSET=iso-8859-1>', 'windows-1252', 'Málaga – 3rd'],
    ['<meta charset=euc-kr><meta charset=big5>', 'euc-kr', '부산'],
  ])('is believed in a page: %s', (head, encoding, text) => {
    const html = page(head, text);
    expect(read(iconv.encode(html, encoding), { format: 'html' })).toBe(`${encoding}: ${html}`);
  });

  it('is beaten by one that is forced, by a mark, and by bytes that it does not have', () => {
    const html = page('<meta charset="windows-1252">', 'Málaga');
    expect(read(Buffer.from(html), { format: 'html', encoding: 'utf-8' })).toBe(`utf-8: ${html}`);
    expect(read(Buffer.from(`\ufeff${html}`), { format: 'html' })).toBe(`utf-8: ${html}`);
    const wrong = page('<meta charset="euc-jp">', 'Xi’an, Málaga');
    expect(read(iconv.encode(wrong, 'windows-1252'), { format: 'html' })).toBe(`windows-1252?: ${wrong}`);
    expect(read(Buffer.from(html), { declared: 'klingon' })).toBe(`utf-8: ${html}`);
    expect(read(Buffer.from('a'), { encoding: 'utf-7' })).toBe('unsupported');
    expect(read(Buffer.from(html), { declared: 'utf-8', format: 'html' })).toBe(`utf-8: ${html}`);
  });
});

describe('mojibake', () => {
  // Bytes that windows-1252 has no character for become control characters, as browsers read them.
  const spoilt = (text: string): string =>
    [...Buffer.from(text)]
      .map((byte) => iconv.decode(Buffer.from([byte]), 'windows-1252').replace('\ufffd', String.fromCharCode(byte)))
      .join('');

  it.each(['Xi’an', 'the “best” – and — so … on', 'São Paulo, Málaga, Zürich, Österreich', 'Łask', '€5 and ™', 'a\u00a0b', '© 2021'])(
    'of "%s" is understood',
    (text) => {
      expect(spoilt(text)).not.toBe(text);
      expect(readMojibake(spoilt(text))).toBe(text);
    },
  );

  it.each(['Âge', 'MAÇÃ” and', 'JOSÉ’s', 'CAFÉ…', 'Å – or Ä', 'Árvore', '“quoted”', 'à la carte', 'ÂÂ'])('is not seen in "%s"', (text) => {
    expect(findMojibake(text)).toEqual([]);
  });

  it('is read as it was meant in every format, and stays in the quote', () => {
    const text = 'Xiâ€™an and SÃ£o Paulo are the two cities that lead the list of the best cities in the world this year.';
    for (const clean of [cleanText(fileOf(text)), cleaned(cleanHtml(fileOf(`<p>${text}</p>`)))]) {
      checkClean(clean);
      expect(outline(clean)[0]).toContain('Xi’an and São Paulo are');
      const at = clean.source.text.indexOf('Xi’an');
      expect(clean.source.quote(at, at + 5)).toBe('Xiâ€™an');
    }
    expect(plainWords('SÃ£o Paulo')).toBe('São Paulo');
  });
});
