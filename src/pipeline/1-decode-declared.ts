import type { Format } from '../types.ts';

/** Bytes in which a page must say its encoding; the standard asks for 1,024, pages put scripts in front. */
const HEAD_BYTES = 4096;

/** The name of the encoding that a page gives in `<meta>` or in its XML declaration; undefined where it gives none. */
export function declaredEncoding(bytes: Uint8Array, format: Format): string | undefined {
  if (format !== 'html') return undefined;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString('latin1');
  const xml = /^\s{0,8}<\?xml\s[^>]{0,80}encoding\s{0,8}=\s{0,8}["']([\w:.-]{1,40})/.exec(head);
  if (xml?.[1] !== undefined) return xml[1];
  for (const tag of head.matchAll(/<meta\b[^>]{0,300}/gi)) {
    const name = /charset\s{0,8}=\s{0,8}["']?\s{0,8}([\w:.-]{1,40})/i.exec(tag[0])?.[1];
    // A page that is read so far is none of UTF-16, whatever it says.
    if (name !== undefined) return /^utf-?16/i.test(name) ? 'utf-8' : name;
  }
  return undefined;
}
