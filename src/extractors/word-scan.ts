import type { Need } from './pattern-needs.ts';
import { PLAIN } from './shape.ts';

/*
 * All texts that patterns need, found in one pass over a sentence: Aho and Corasick's automaton, its steps in one table. Units are
 * read as shapes have them: capitals as small letters, curly quotes as straight ones, several blanks as one.
 */

/** Last unit whose capital is looked for: Latin with its accents. */
const LAST_LATIN = 0x24f;

export class WordScan {
  /** Class of each UTF-16 unit; 0 for those that no text holds. */
  readonly #classes = new Uint8Array(65_536);
  readonly #width: number;
  /** Next state by state and class. */
  readonly #steps: Uint16Array | Int32Array;
  /** Where the needs met in a state begin in `#needs`; they end where those of the next state begin. */
  readonly #from: Int32Array;
  readonly #needs: Int32Array;
  /** Number of the scan that met a need last. */
  readonly #met: Int32Array;
  readonly #slots: ReadonlyMap<string, readonly number[]>;
  #scan = 0;

  constructor(needs: readonly Need[]) {
    const texts = new Map<string, number[]>();
    for (const [index, need] of needs.entries()) {
      for (const text of need) texts.set(text, [...(texts.get(text) ?? []), index]);
    }
    this.#met = new Int32Array(needs.length);
    this.#slots = texts;
    this.#width = this.#classify([...texts.keys()].join(''));
    const trie = grow(texts, (unit) => this.#classes[unit] ?? 0, this.#width);
    this.#steps = trie.from.length <= 65_536 ? Uint16Array.from(trie.steps) : trie.steps; // half the size: more of it stays in the cache
    this.#from = trie.from;
    this.#needs = trie.needs;
  }

  /** Begins a sentence, `text`.slice(`start`, `end`). */
  read(text: string, start: number, end: number): void {
    this.#scan += 1;
    const [classes, width, steps, from] = [this.#classes, this.#width, this.#steps, this.#from];
    const blank = classes[32] ?? 0;
    let state = 0;
    let last = 0;
    for (let at = start; at < end; at += 1) {
      const unit = classes[text.charCodeAt(at)] ?? 0;
      if (unit === blank && last === blank) continue;
      last = unit;
      state = steps[state * width + unit] ?? 0;
      const first = from[state] ?? 0;
      const beyond = from[state + 1] ?? 0;
      for (let index = first; index < beyond; index += 1) this.#met[this.#needs[index] ?? 0] = this.#scan;
    }
  }

  /** Adds a slot to what the sentence holds. */
  readSlot(slot: string): void {
    for (const need of this.#slots.get(slot) ?? []) this.#met[need] = this.#scan;
  }

  /** Whether the sentence meets all of `needs`. */
  meets(needs: readonly number[]): boolean {
    for (const need of needs) if (this.#met[need] !== this.#scan) return false;
    return true;
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
  readonly from: Int32Array;
  readonly needs: Int32Array;
}

function grow(texts: ReadonlyMap<string, readonly number[]>, classOf: (unit: number) => number, width: number): Trie {
  const most = [...texts.keys()].reduce((sum, text) => sum + text.length, 1);
  const steps = new Int32Array(most * width);
  const met: number[][] = [[]];
  for (const [text, needs] of texts) {
    let state = 0;
    for (let at = 0; at < text.length; at += 1) {
      const step = state * width + classOf(text.charCodeAt(at));
      if (steps[step] === 0) {
        steps[step] = met.length;
        met.push([]);
      }
      state = steps[step] ?? 0;
    }
    met[state]?.push(...needs);
  }
  failures(steps, met, width);
  const from = new Int32Array(met.length + 1);
  for (const [state, own] of met.entries()) from[state + 1] = (from[state] ?? 0) + own.length;
  return { steps: steps.slice(0, met.length * width), from, needs: Int32Array.from(met.flat()) };
}

/** Fills missing steps with those of the longest end of a state's text that is itself a beginning, breadth first. */
function failures(steps: Int32Array, met: number[][], width: number): void {
  const failure = new Int32Array(met.length);
  const queue: number[] = [];
  for (let unit = 0; unit < width; unit += 1) if ((steps[unit] ?? 0) > 0) queue.push(steps[unit] ?? 0);
  for (let index = 0; index < queue.length; index += 1) {
    const state = queue[index] ?? 0;
    const back = failure[state] ?? 0;
    const own = met[state] ?? [];
    met[state] = [...new Set([...own, ...(met[back] ?? [])])];
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
}
