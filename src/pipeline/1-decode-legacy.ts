import iconv from 'iconv-lite';

/*
 * Byte bounds of text in an encoding other than UTF-8. They come from the encoding's rule for lead bytes, since decoding and
 * encoding again does not give the same bytes.
 */

type CharacterLength = (lead: number, second: number) => number;

const above7f: CharacterLength = (lead) => (lead > 0x80 && lead < 0xff ? 2 : 1);

/** Bytes of the character that begins with `lead`, by encoding; encodings not named here have one byte a character. */
const LENGTHS: Readonly<Record<string, CharacterLength>> = {
  gbk: above7f,
  gb18030: (lead, second) => (lead > 0x80 && lead < 0xff ? (second >= 0x30 && second <= 0x39 ? 4 : 2) : 1),
  big5: above7f,
  'big5-hkscs': above7f,
  'euc-kr': above7f,
  shift_jis: (lead) => ((lead > 0x80 && lead < 0xa0) || (lead >= 0xe0 && lead < 0xfd) ? 2 : 1),
  'euc-jp': (lead) => (lead === 0x8f ? 3 : lead === 0x8e || (lead >= 0xa1 && lead < 0xff) ? 2 : 1),
};

/** Byte offset of every UTF-16 unit of `text`, which is `body` decoded from `encoding`; `skipped` bytes stand before `body`. */
export function legacyOffsets(body: Uint8Array, text: string, encoding: string, skipped: number): Uint32Array {
  const offsets = new Uint32Array(text.length + 1);
  offsets.fill(skipped + body.length);
  if (encoding.startsWith('utf-16')) return utf16Offsets(offsets, text, skipped);
  const length = LENGTHS[encoding];
  const units = new Map<number, number>();
  let unit = 0;
  for (let at = 0; at < body.length && unit < text.length;) {
    const lead = body[at] ?? 0;
    const bytes = length === undefined || lead < 0x80 ? 1 : length(lead, body[at + 1] ?? 0);
    const width = bytes === 1 ? 1 : unitsOf(body.subarray(at, at + bytes), encoding, units);
    for (let index = 0; index < width && unit < text.length; index += 1) {
      offsets[unit] = skipped + at;
      unit += 1;
    }
    at += bytes;
  }
  return offsets;
}

function utf16Offsets(offsets: Uint32Array, text: string, skipped: number): Uint32Array {
  for (let unit = 0; unit < text.length; unit += 1) {
    const code = text.charCodeAt(unit);
    const second = code >= 0xdc00 && code < 0xe000 && unit > 0;
    offsets[unit] = skipped + 2 * (second ? unit - 1 : unit);
  }
  return offsets;
}

/** UTF-16 units of one character; big5 and gb18030 have a few of two. `known` remembers them within one file. */
function unitsOf(character: Uint8Array, encoding: string, known: Map<number, number>): number {
  const key = character.reduce((sum, byte) => sum * 256 + byte, 0);
  let units = known.get(key);
  if (units === undefined) {
    units = iconv.decode(character, encoding, { stripBOM: false }).length;
    known.set(key, units);
  }
  return units;
}
