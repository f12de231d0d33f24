import type { Stated } from './metadata.ts';

const TOKEN = /\s*(?:"((?:[^"\\]|\\.)*)"|([{}[\],:])|([^\s"{}[\],:]+))/sy;
const DEEPEST = 32;
const LONGEST_JSON = 200_000;

/**
 * The strings of JSON at `start`..`end` of the file, each with its place: `@graph.0.author.name` → "Bo Wei". Reads what it can
 * and stops at what is no JSON: pages hold a good deal of that.
 */
export function readJsonStrings(source: string, start: number, end: number): ReadonlyMap<string, Stated> {
  const found = new Map<string, Stated>();
  /** Objects and arrays that are open: the key or the index being read. */
  const open: { key: string; index: number; readonly array: boolean; wantsKey: boolean }[] = [];
  let at = start;
  while (at < end && at - start < LONGEST_JSON) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (match === null || match.index + match[0].length > end) break;
    at = match.index + match[0].length;
    const [, text, mark] = match;
    const top = open.at(-1);
    if (text !== undefined && top?.wantsKey === true) top.key = text;
    else if (text !== undefined) {
      const path = open.map(({ array, index, key }) => (array ? String(index) : key)).join('.');
      const value = unescaped(text);
      if (!found.has(path)) found.set(path, { value, start: at - 1 - text.length, end: at - 1 });
    }
    if (mark === '{' || mark === '[') {
      if (open.length >= DEEPEST) break;
      open.push({ key: '', index: 0, array: mark === '[', wantsKey: mark === '{' });
    } else if (mark === '}' || mark === ']') open.pop();
    else if (mark === ':' && top !== undefined) top.wantsKey = false;
    else if (mark === ',' && top !== undefined) {
      top.index += 1;
      top.wantsKey = !top.array;
    }
  }
  return found;
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u([0-9a-f]{4})|(.))/gis, (_, code: string | undefined, character: string | undefined) =>
    code === undefined
      ? ({ n: ' ', t: ' ', r: ' ', b: '', f: ' ' }[character ?? ''] ?? character ?? '')
      : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
