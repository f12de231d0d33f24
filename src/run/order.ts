// Units from U+D800 on stand in another order in UTF-16 than their characters do in UTF-8.
const HIGH = /[\ud800-\uffff]/;

/** Order of two texts by their UTF-8 bytes. */
export function compareBytes(a: string, b: string): number {
  if (a === b) return 0;
  if (HIGH.test(a) || HIGH.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
}
