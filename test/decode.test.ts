import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../src/pipeline/1-decode.ts';
import type { DecodedFile } from '../src/source-text.ts';

function decoded(bytes: Uint8Array, encoding?: string): DecodedFile {
  const file = decode(bytes, { encoding });
  if ('status' in file) throw new Error(file.error);
  return file;
}

describe('decode', () => {
  it('skips a byte-order mark and counts its bytes', () => {
    const file = decoded(Buffer.from('\uFEFFXi’an 🏙 1st'));
    expect(file.text).toBe('Xi’an 🏙 1st');
    expect(file.byteAt(0)).toBe(3);
    expect(file.byteAt(2)).toBe(5);
    expect(file.byteAt(3)).toBe(8);
    // Both halves of the emoji begin at the same byte.
    expect([file.byteAt(6), file.byteAt(7), file.byteAt(8)]).toEqual([11, 11, 15]);
    expect(file.byteAt(file.text.length)).toBe(file.bytes.length);
  });

  it.each([
    ['', 'empty'],
    ['\uFEFF', 'empty'],
    [' \n\u00a0\t', 'empty'],
    ['\u0000PNG', 'unsupported'],
    ['\u0001\u0002\u0003\u0004 a', 'unsupported'],
  ])('refuses %j as %s', (text, status) => {
    expect(decode(Buffer.from(text))).toMatchObject({ status });
  });

  it('names the first byte that is no UTF-8', () => {
    expect(decode(Uint8Array.from([0x61, 0xc3, 0xa9, 0xe9, 0x20]))).toEqual({
      status: 'encoding',
      error: 'expected UTF-8, got byte 0xE9 at byte 3; name the encoding with `--encoding`',
    });
  });

  it('names an encoding it does not know', () => {
    expect(decode(Buffer.from('a'), { encoding: 'klingon' })).toMatchObject({ status: 'unsupported' });
  });

  it.each([
    ['windows-1252', 'Málaga – 3rd', [0, 1, 2]],
    ['gb18030', '第3名：西安 Xi’an', [0, 2, 3]],
    ['shift_jis', '東京 1位', [0, 2, 4]],
    ['big5', '台北第5', [0, 2, 4]],
    ['utf-16le', 'A🏙B', [0, 2, 2, 6]],
  ])('keeps byte bounds in %s', (encoding, text, offsets) => {
    const file = decoded(iconv.encode(text, encoding), encoding);
    expect(file.text).toBe(text);
    expect(offsets.map((_, unit) => file.byteAt(unit))).toEqual(offsets);
    expect(file.byteAt(text.length)).toBe(file.bytes.length);
  });

  it('decodes or refuses any bytes, and every unit leads back to its own', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }).filter((text) => /\S/.test(text) && !/[\p{Cc}\ufeff]/u.test(text)),
        (text) => {
          const file = decoded(Buffer.from(text));
          for (let unit = 0; unit < file.text.length; unit += 1) {
            expect(file.byteAt(unit)).toBe(
              Buffer.byteLength(file.text.slice(0, unit - (/[\udc00-\udfff]/.test(file.text[unit] ?? '') ? 1 : 0))),
            );
          }
        },
      ),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const file = decode(bytes);
        if ('status' in file) expect(['empty', 'unsupported', 'encoding']).toContain(file.status);
        else if (file.guessed) expect(iconv.decode(Buffer.from(bytes), file.encoding)).toBe(file.text);
        else expect(Buffer.from(file.text).equals(Buffer.from(bytes).subarray(file.byteAt(0), file.byteAt(file.text.length)))).toBe(true);
      }),
    );
  });
});
