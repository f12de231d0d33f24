import type { Need } from './pattern-needs.ts';
import { PLAIN } from './shape.ts';

/*
 * All texts that patterns need, found in one pass over a sentence: Aho and Corasick's automaton, its steps in one table. Units are
 * read as shapes have them: capitals as small letters, curly quotes as straight ones, several blanks as one.
 */

/** Last unit whose capital is looked for: Latin with its accents. */
const LAST_LATIN = 0x24f;

/** Needs that are met, a bit each: need 33 is bit 1 of the second number. */
export type NeedBits = Int32Array;

export class WordScan {
  /** Numbers that the bits of all needs fill. */
  readonly length: number;
  /** Class of each UTF-16 unit; 0 for those that no text holds. */
  readonly #classes = new Uint8Array(65_536);
  readonly #width: number;
  /** Next state by state and class. */
  readonly #steps: Uint16Array | Int32Array;
  /** By state: where its bits begin in `#bits`; 0 for a state that meets nothing. */
  readonly #met: Int32Array;
  readonly #bits: NeedBits;
  /** By state: the scan that added its bits last. */
  readonly #added: Int32Array;
  #scan = 0;

  constructor(needs: readonly Need[]) {
    this.length = Math.ceil(needs.length / 32);
    const texts = new Map<string, number[]>();
    for (const [index, need] of needs.entries()) {
      for (const text of need) {
        const known = texts.get(text);
        if (known === undefined) texts.set(text, [index]);
        else known.push(index);
      }
    }
    this.#width = this.#classify([...texts.keys()].join(''));
    const trie = grow(texts, this.#classes, this.#width, this.length);
    this.#steps = trie.met.length <= 65_536 ? Uint16Array.from(trie.steps) : trie.steps; // half the size: more of it stays in the cache
    this.#met = trie.met;
    this.#bits = trie.bits;
    this.#added = new Int32Array(trie.met.length);
  }

  /** Sets the bits of the needs that `text`.slice(`start`, `end`) meets in `met`, from number `offset` on. */
  read(text: string, start: number, end: number, met: NeedBits, offset: number): void {
    this.#scan += 1;
    const [classes, width, steps, states, added, scan] = [this.#classes, this.#width, this.#steps, this.#met, this.#added, this.#scan];
    const blank = classes[32] ?? 0;
    let state = 0;
    let last = 0;
    for (let at = start; at < end; at += 1) {
      const unit = classes[text.charCodeAt(at)] ?? 0;
      if (unit === blank && last === blank) continue;
      last = unit;
      state = steps[state * width + unit] ?? 0;
      const bits = states[state] ?? 0;
      if (bits === 0 || added[state] === scan) continue;
      added[state] = scan;
      for (let index = 0; index < this.length; index += 1)
        met[offset + index] = (met[offset + index] ?? 0) | (this.#bits[bits + index] ?? 0);
    }
  }

  #classify(units: string): number {
    let width = 1;
    for (const unit of new Set(units)) {
      this.#classes[unit.charCodeAt(0)] = width;
      width += 1;
    }
    for (let code = 0; code <= LAST_LATIN; code += 1) {
      const lower = String.fromCharCode(code).toLowerCase();
      if (lower.length === 1) this.#classes[code] = this.#classes[lower.charCodeAt(0)] ?? 0;
    }
    for (const [unit, plain] of Object.entries(PLAIN)) this.#classes[unit.charCodeAt(0)] = this.#classes[plain.charCodeAt(0)] ?? 0;
    this.#classes[0x212a] = this.#classes[107] ?? 0; // the Kelvin sign is a capital "k"
    return width;
  }
}

interface Trie {
  readonly steps: Int32Array;
  readonly met: Int32Array;
  readonly bits: NeedBits;
}

function grow(texts: ReadonlyMap<string, readonly number[]>, classes: Uint8Array, width: number, length: number): Trie {
  const most = [...texts.keys()].reduce((sum, text) => sum + text.length, 1);
  const steps = new Int32Array(most * width);
  const own: (readonly number[] | undefined)[] = [undefined];
  for (const [text, needs] of texts) {
    let state = 0;
    for (let at = 0; at < text.length; at += 1) {
      const step = state * width + (classes[text.charCodeAt(at)] ?? 0);
      if (steps[step] === 0) {
        steps[step] = own.length;
        own.push(undefined);
      }
      state = steps[step] ?? 0;
    }
    own[state] = [...(own[state] ?? []), ...needs];
  }
  return finish(steps.slice(0, own.length * width), own, width, length);
}

/** Fills missing steps with those of the longest end of a state's text that is itself a beginning, breadth first; its needs are met too. */
function finish(steps: Int32Array, own: readonly (readonly number[] | undefined)[], width: number, length: number): Trie {
  const failure = new Int32Array(own.length);
  const met = new Int32Array(own.length);
  const bits: number[] = new Array<number>(length).fill(0);
  const queue: number[] = [];
  for (let unit = 0; unit < width; unit += 1) if ((steps[unit] ?? 0) > 0) queue.push(steps[unit] ?? 0);
  for (let index = 0; index < queue.length; index += 1) {
    const state = queue[index] ?? 0;
    const back = failure[state] ?? 0;
    const behind = met[back] ?? 0;
    const needs = own[state];
    if (needs === undefined) met[state] = behind;
    else {
      const from = bits.length;
      met[state] = from;
      for (let number = 0; number < length; number += 1) bits.push(bits[behind + number] ?? 0);
      for (const need of needs) bits[from + (need >> 5)] = (bits[from + (need >> 5)] ?? 0) | (1 << (need & 31));
    }
    for (let unit = 0; unit < width; unit += 1) {
      const next = steps[state * width + unit] ?? 0;
      const other = steps[back * width + unit] ?? 0;
      if (next === 0) steps[state * width + unit] = other;
      else {
        failure[next] = other;
        queue.push(next);
      }
    }
  }
  return { steps, met, bits: Int32Array.from(bits) };
}
