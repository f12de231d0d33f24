import type { Need } from './pattern-needs.ts';
import { PLAIN } from './shape.ts';

/*
 * The automaton of word-scan.ts: made from the needs of patterns here, at the build; from source at each start.
 */

/** Last unit whose capital is looked for: Latin with its accents. */
const LAST_LATIN = 0x24f;

type Numbers = Uint16Array | Int32Array;

/** States are numbered breadth first: what is stepped on most lies side by side. */
export interface ScanTables {
  /** Class of each UTF-16 unit; 0 for those that no text holds. */
  readonly classes: Uint8Array;
  /** How many classes there are. */
  readonly width: number;
  /** Next state by state and class. */
  readonly steps: Numbers;
  /** By state: the state of the longest end of its text that is a text of needs; 0 where there is none. */
  readonly meeting: Numbers;
  /** The same of the ends that are shorter than its text. */
  readonly shorter: Numbers;
  /** By state: where the needs begin in `met` that its own text meets; they end where those of the next state begin. */
  readonly from: Int32Array;
  /** Needs by the number that holds their bit, and that bit: most texts meet one need or two, of hundreds. */
  readonly met: Int32Array;
}

export function tablesOf(needs: readonly Need[]): ScanTables {
  const texts = new Map<string, number[]>();
  for (const [index, need] of needs.entries()) {
    for (const text of need) {
      const known = texts.get(text);
      if (known === undefined) texts.set(text, [index]);
      else known.push(index);
    }
  }
  const { classes, width } = classesOf([...texts.keys()].join(''));
  const { own, ...states } = statesOf(texts, classes, width);
  const from = new Int32Array(own.length + 1);
  const met: number[] = [];
  for (const [state, numbers] of own.entries()) {
    from[state] = met.length;
    for (const need of numbers ?? []) met.push(need >> 5, 1 << (need & 31));
  }
  from[own.length] = met.length;
  return { classes, width, ...states, from, met: Int32Array.from(met) };
}

function classesOf(units: string): Pick<ScanTables, 'classes' | 'width'> {
  const classes = new Uint8Array(65_536);
  let width = 1;
  for (const unit of new Set(units)) {
    classes[unit.charCodeAt(0)] = width;
    width += 1;
  }
  for (let code = 0; code <= LAST_LATIN; code += 1) {
    const lower = String.fromCharCode(code).toLowerCase();
    if (lower.length === 1) classes[code] = classes[lower.charCodeAt(0)] ?? 0;
  }
  for (const [unit, plain] of Object.entries(PLAIN)) classes[unit.charCodeAt(0)] = classes[plain.charCodeAt(0)] ?? 0;
  classes[0x212a] = classes[107] ?? 0; // the Kelvin sign is a capital "k"
  return { classes, width };
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
): Pick<ScanTables, 'steps' | 'meeting' | 'shorter'> & { readonly own: readonly (readonly number[] | undefined)[] } {
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
  return { steps, meeting, shorter, own: queue.map(({ needs }) => needs) };
}
