import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/*
 * UTF-8 with a few bytes of another encoding in it, as pages put together from several sources have: each byte that is no UTF-8 is
 * read as the character that windows-1252 has for it.
 */

export interface Mixed {
  readonly text: string;
  /** Byte offset of every UTF-16 unit of `text`, and of its end; both halves of a surrogate pair share one. */
  readonly offsets: Uint32Array;
  /** Characters of UTF-8 beyond ASCII. */
  readonly whole: number;
  /** Bytes that are no UTF-8. */
  readonly broken: number;
}

/** Reads character by character, so that a stretch reads as it does inside of its file. */
export function readMixed(bytes: Uint8Array): Mixed {
  const parts: string[] = [];
  const offsets = new Uint32Array(bytes.length + 1);
  let [unit, whole, broken] = [0, 0, 0];
  const add = (text: string, at: number): void => {
    parts.push(text);
    for (let index = 0; index < text.length; index += 1) offsets[unit + index] = at;
    unit += text.length;
  };
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    const character = bytes.subarray(at, at + length);
    if (length > 0 && character.length === length && isUtf8(character)) {
      add(length === 1 ? String.fromCharCode(lead) : Buffer.from(character).toString('utf8'), at);
      if (length > 1) whole += 1;
      at += length;
    } else {
      add(iconv.decode(Buffer.from([lead]), 'windows-1252').replace('\ufffd', String.fromCharCode(lead)), at);
      broken += 1;
      at += 1;
    }
  }
  offsets[unit] = bytes.length;
  return { text: parts.join(''), offsets: offsets.subarray(0, unit + 1), whole, broken };
}
