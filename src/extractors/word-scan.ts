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
  readonly #states: States;
  /** By state: where the needs begin in `#met` that its own text meets; they end where those of the next state begin. */
  readonly #from: Int32Array;
  /** Needs by the number that holds their bit, and that bit: most texts meet one need or two, of hundreds. */
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
    const { states, needs: own } = statesOf(texts, this.#classes, this.#width);
    this.#states = states;
    this.#from = new Int32Array(own.length + 1);
    const met: number[] = [];
    for (const [state, numbers] of own.entries()) {
      this.#from[state] = met.length;
      for (const need of numbers ?? []) met.push(need >> 5, 1 << (need & 31));
    }
    this.#from[own.length] = met.length;
    this.#met = Int32Array.from(met);
  }

  /** Sets the bits of the needs that `text`.slice(`start`, `end`) meets in `met`, from number `offset` on. */
  read(text: string, start: number, end: number, met: NeedBits, offset: number): void {
    const [classes, width, from, needs] = [this.#classes, this.#width, this.#from, this.#met];
    const { steps, meeting, shorter } = this.#states;
    const blank = classes[32] ?? 0;
    let state = 0;
    let last = 0;
    for (let at = start; at < end; at += 1) {
      const unit = classes[text.charCodeAt(at)] ?? 0;
      if (unit === blank && last === blank) continue;
      last = unit;
      state = steps[state * width + unit] ?? 0;
      for (let ended = meeting[state] ?? 0; ended !== 0; ended = shorter[ended] ?? 0) {
        const until = from[ended + 1] ?? 0;
        for (let index = from[ended] ?? 0; index < until; index += 2) {
          const number = offset + (needs[index] ?? 0);
          met[number] = (met[number] ?? 0) | (needs[index + 1] ?? 0);
        }
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

type Numbers = Uint16Array | Int32Array;

/** States by number, breadth first: what is stepped on most lies side by side. */
interface States {
  /** Next state by state and class. */
  readonly steps: Numbers;
  /** The state of the longest end of the state's text that is a text of needs; 0 where there is none. */
  readonly meeting: Numbers;
  /** The same of the ends that are shorter than its text. */
  readonly shorter: Numbers;
}

/** A beginning of texts, by the order in which it was met first. */
interface Beginning {
  readonly unit: number;
  readonly next: Beginning[];
  needs: readonly number[] | undefined;
}

function statesOf(
  texts: ReadonlyMap<string, readonly number[]>,
  classes: Uint8Array,
  width: number,
): { readonly states: States; readonly needs: readonly (readonly number[] | undefined)[] } {
  const queue: Beginning[] = [{ unit: 0, next: [], needs: undefined }];
  let count = 1;
  for (const [text, needs] of texts) {
    let beginning = queue[0];
    for (let at = 0; at < text.length && beginning !== undefined; at += 1) {
      const unit = classes[text.charCodeAt(at)] ?? 0;
      let next = beginning.next.find((one) => one.unit === unit);
      if (next === undefined) {
        next = { unit, next: [], needs: undefined };
        beginning.next.push(next);
        count += 1;
      }
      beginning = next;
    }
    if (beginning !== undefined) beginning.needs = [...(beginning.needs ?? []), ...needs];
  }
  const numbers = (length: number): Numbers => (count <= 65_536 ? new Uint16Array(length) : new Int32Array(length)); // the smaller, the more of it stays in the cache
  const [steps, meeting, shorter, failure] = [numbers(count * width), numbers(count), numbers(count), numbers(count)];
  for (let state = 0; state < queue.length; state += 1) {
    const { next, needs } = queue[state] ?? { next: [], needs: undefined };
    const back = failure[state] ?? 0;
    shorter[state] = meeting[back] ?? 0;
    meeting[state] = needs === undefined ? (meeting[back] ?? 0) : state;
    // as the longest end of its text that is a beginning itself goes on, but where it goes on by its own
    if (state > 0) steps.copyWithin(state * width, back * width, (back + 1) * width);
    for (const beginning of next) {
      const step = state * width + beginning.unit;
      failure[queue.length] = steps[step] ?? 0;
      steps[step] = queue.length;
      queue.push(beginning);
    }
  }
  return { states: { steps, meeting, shorter }, needs: queue.map(({ needs }) => needs) };
}
