import { decodeHTMLAttribute } from 'entities/decode';
import type { Span } from '../../source-text.ts';

/** An attribute, with the stretch of the file that says it: `content="2021-05-02"`. */
export interface StatedAttribute extends Span {
  readonly value: string;
}

/** The attributes of a tag, read when one is asked for: of most tags of a page none ever is. */
export class Attributes {
  readonly #source: string;
  readonly #start: number;
  #read: ReadonlyMap<string, StatedAttribute> | undefined;

  /** `start`: behind the tag's name. */
  constructor(source: string, start: number) {
    this.#source = source;
    this.#start = start;
  }

  /** The first of that name, which is in small letters. */
  get(name: string): StatedAttribute | undefined {
    if (this.#read === undefined) {
      const read = new Map<string, StatedAttribute>();
      scanTag(this.#source, this.#start, read);
      this.#read = read;
    }
    return this.#read.get(name);
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }
}

const SLASH = 0x2f;
const EQUALS = 0x3d;
const CLOSES = 0x3e;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c;
}

/** Index of the `>` of the tag whose name ends at `from`, -1 if the page ends first. Its attributes go into `found`, if that is given. */
export function scanTag(source: string, from: number, found?: Map<string, StatedAttribute>): number {
  let at = from;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (code === CLOSES) return at;
    if (isBlank(code) || code === SLASH) {
      at += 1;
      continue;
    }
    const start = at;
    at += 1; // a name may begin with "=", as browsers read it
    while (at < source.length && !endsName(source.charCodeAt(at))) at += 1;
    const named = at;
    at = skipBlanks(source, at);
    let value = '';
    if (source.charCodeAt(at) !== EQUALS) at = named;
    else {
      const first = skipBlanks(source, at + 1);
      const quote = source.charCodeAt(first);
      if (quote === QUOTE || quote === APOSTROPHE) {
        const closed = source.indexOf(quote === QUOTE ? '"' : "'", first + 1);
        if (closed < 0) return -1;
        at = closed + 1;
        if (found !== undefined) value = source.slice(first + 1, closed);
      } else {
        at = first;
        while (at < source.length && !endsValue(source.charCodeAt(at))) at += 1;
        if (found !== undefined) value = source.slice(first, at);
      }
    }
    if (found === undefined) continue;
    const name = source.slice(start, named).toLowerCase();
    if (!found.has(name)) found.set(name, { value: value.includes('&') ? decodeHTMLAttribute(value) : value, start, end: at });
  }
  return -1;
}

function skipBlanks(source: string, from: number): number {
  let at = from;
  while (isBlank(source.charCodeAt(at))) at += 1;
  return at;
}

function endsName(code: number): boolean {
  return code === EQUALS || code === CLOSES || code === SLASH || isBlank(code);
}

function endsValue(code: number): boolean {
  return code === CLOSES || isBlank(code);
}
