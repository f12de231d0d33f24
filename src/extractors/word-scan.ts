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
  /** The first state that meets a need: those that meet none have the smaller numbers. */
  readonly #meeting: number;
  /** By state from there on: where its needs begin in `#met`, and behind the last state where they end. */
  readonly #from: Int32Array;
  /** Needs by the number that holds their bit, and the bits there: most states meet one need or two, of hundreds. */
  readonly #met: Int32Array;

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
    const { steps, met } = numbered(grow(texts, this.#classes, this.#width), this.#width);
    this.#steps = met.length <= 65_536 ? Uint16Array.from(steps) : steps; // half the size: more of it stays in the cache
    this.#meeting = met.findIndex((needs) => needs.length > 0);
    const from: number[] = [];
    const bits: number[] = [];
    for (const needs of met.slice(this.#meeting)) {
      from.push(bits.length);
      const own = new Map<number, number>();
      for (const need of needs) own.set(need >> 5, (own.get(need >> 5) ?? 0) | (1 << (need & 31)));
      for (const [number, bit] of own) bits.push(number, bit);
    }
    this.#from = Int32Array.from([...from, bits.length]);
    this.#met = Int32Array.from(bits);
  }

  /** Sets the bits of the needs that `text`.slice(`start`, `end`) meets in `met`, from number `offset` on. */
  read(text: string, start: number, end: number, met: NeedBits, offset: number): void {
    const [classes, width, steps, meeting, from, needs] = [this.#classes, this.#width, this.#steps, this.#meeting, this.#from, this.#met];
    const blank = classes[32] ?? 0;
    let state = 0;
    let last = 0;
    for (let at = start; at < end; at += 1) {
      const unit = classes[text.charCodeAt(at)] ?? 0;
      if (unit === blank && last === blank) continue;
      last = unit;
      state = steps[state * width + unit] ?? 0;
      if (state < meeting) continue;
      const until = from[state - meeting + 1] ?? 0;
      for (let index = from[state - meeting] ?? 0; index < until; index += 2) {
        const number = offset + (needs[index] ?? 0);
        met[number] = (met[number] ?? 0) | (needs[index + 1] ?? 0);
      }
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

/** Steps by state and class, and the needs that each state meets. */
interface Trie {
  readonly steps: Int32Array;
  readonly met: readonly (readonly number[])[];
}

function grow(texts: ReadonlyMap<string, readonly number[]>, classes: Uint8Array, width: number): Trie {
  const most = [...texts.keys()].reduce((sum, text) => sum + text.length, 1);
  const steps = new Int32Array(most * width);
  const own: (readonly number[])[] = [[]];
  for (const [text, needs] of texts) {
    let state = 0;
    for (let at = 0; at < text.length; at += 1) {
      const step = state * width + (classes[text.charCodeAt(at)] ?? 0);
      if (steps[step] === 0) {
        steps[step] = own.length;
        own.push([]);
      }
      state = steps[step] ?? 0;
    }
    own[state] = [...(own[state] ?? []), ...needs];
  }
  return { steps: steps.slice(0, own.length * width), met: own };
}

/**
 * Fills missing steps with those of the longest end of a state's text that is itself a beginning, breadth first; its needs are met too.
 * States are numbered in that order, those that meet nothing first: what is stepped on most lies side by side.
 */
function numbered({ steps, met: own }: Trie, width: number): Trie {
  const failure = new Int32Array(own.length);
  const met: (readonly number[])[] = own.map(() => []);
  const queue = [0];
  for (let index = 0; index < queue.length; index += 1) {
    const state = queue[index] ?? 0;
    const back = failure[state] ?? 0;
    met[state] = [...new Set([...(met[back] ?? []), ...(own[state] ?? [])])];
    for (let unit = 0; unit < width; unit += 1) {
      const next = steps[state * width + unit] ?? 0;
      const other = state === 0 ? 0 : (steps[back * width + unit] ?? 0);
      if (next === 0) steps[state * width + unit] = other;
      else {
        failure[next] = other;
        queue.push(next);
      }
    }
  }
  const order = [...queue.filter((state) => met[state]?.length === 0), ...queue.filter((state) => met[state]?.length !== 0)];
  const numbers = new Int32Array(own.length);
  for (const [number, state] of order.entries()) numbers[state] = number;
  const renumbered = new Int32Array(steps.length);
  for (const [number, state] of order.entries())
    for (let unit = 0; unit < width; unit += 1) renumbered[number * width + unit] = numbers[steps[state * width + unit] ?? 0] ?? 0;
  return { steps: renumbered, met: order.map((state) => met[state] ?? []) };
}
