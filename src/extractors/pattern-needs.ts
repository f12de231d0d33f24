import { SLOT } from './shape.ts';

/*
 * What a text must hold before a pattern can match it, read off the pattern itself: "{place} came {ordinal}" needs a place, an
 * ordinal and "came". Looking for these costs about a thousandth of trying the pattern (one pass for all patterns: word-scan.ts).
 */

/** Literal texts of which one must occur. A slot is a text of one character; no other text holds a slot character. */
export type Need = readonly string[];

interface Node {
  /** Every text the node can match, where they are few; undefined otherwise. */
  readonly exact: readonly string[] | undefined;
  readonly needs: readonly Need[];
}

/** Texts that a product of alternatives may have ("cit(?:y|ies)" has two) before it counts as many. */
const MOST_EXACT = 64;
/** Texts of one need; more are hardly a test. */
const MOST_TEXTS = 400;
const EMPTY: Node = { exact: [''], needs: [] };
const ANYTHING: Node = { exact: undefined, needs: [] };

const FIRST_SLOT = SLOT.name.charCodeAt(0);
const LAST_SLOT = SLOT.list.charCodeAt(0);

function isSlot(code: number): boolean {
  return code >= FIRST_SLOT && code <= LAST_SLOT;
}

/** Needs of a regular expression over shapes, its literals in lower case. Only syntax that patterns use is read closely; the rest needs nothing. */
export function needsOf(source: string): readonly Need[] {
  const reader = new Reader(source);
  const node = reader.alternatives();
  if (!reader.done) throw new Error(`expected a whole pattern, got \`${source.slice(0, 80)}\``);
  return finished(node);
}

/** A node's needs, with its exact texts as one of them where each says enough. */
function finished({ exact, needs }: Node): readonly Need[] {
  return exact === undefined || !exact.every((text) => text.length >= 2 || /[^a-z\s]/.test(text)) ? needs : [...needs, shortest(exact)];
}

/** Without texts that hold another one: where "rank" is, "ranked" says no more. */
function shortest(texts: readonly string[]): readonly string[] {
  const all = [...new Set(texts)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const kept: string[] = [];
  for (const text of all) if (!kept.some((other) => text.includes(other))) kept.push(text);
  return kept;
}

/** The longer its shortest text, and the fewer there are, the less often a need is met. */
export function worth(need: Need): number {
  return Math.min(...need.map((text) => (isSlot(text.charCodeAt(0)) ? (text <= SLOT.anaphor ? 2 : 6) : text.length))) - need.length / 100;
}

/** One of several branches: what all of them need, and one text of the best need of each. */
function either(branches: readonly Node[]): Node {
  const [only] = branches;
  if (only !== undefined && branches.length === 1) return only;
  const exact = branches.every((branch) => branch.exact !== undefined)
    ? [...new Set(branches.flatMap((branch) => branch.exact ?? []))]
    : undefined;
  if (exact !== undefined && exact.length <= MOST_EXACT) return { exact, needs: [] };
  const all = branches.map(finished);
  const [first = [], ...rest] = all;
  const common = first.filter((need) => rest.every((needs) => needs.some((other) => other.join('|') === need.join('|'))));
  const best = all.map((needs) => [...needs].sort((a, b) => worth(b) - worth(a))[0]);
  if (best.some((need) => need === undefined)) return { exact: undefined, needs: common };
  const texts = shortest(best.flatMap((need) => need ?? []));
  return {
    exact: undefined,
    needs: texts.length > MOST_TEXTS || common.some((need) => need.join('|') === texts.join('|')) ? common : [...common, texts],
  };
}

function sequence(nodes: readonly Node[]): Node {
  const needs: Need[] = [];
  let run: readonly string[] = [''];
  let flushed = 0;
  const flush = (): void => {
    needs.push(...finished({ exact: run, needs: [] }));
    run = [''];
    flushed += 1;
  };
  for (const { exact, needs: own } of nodes) {
    if (exact === undefined) {
      flush();
      needs.push(...own);
    } else {
      if (run.length * exact.length > MOST_EXACT) flush();
      run = exact.length > MOST_EXACT ? run : run.flatMap((front) => exact.map((back) => front + back));
    }
  }
  if (flushed === 0) return { exact: run, needs };
  flush();
  return { exact: undefined, needs };
}

/** Word classes stand in most patterns; each is read once. */
const groups = new Map<string, Node>();

/** A recursive reading of a regular expression's source. */
class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get done(): boolean {
    return this.#at >= this.#source.length;
  }

  alternatives(): Node {
    const branches: Node[] = [];
    let nodes: Node[] = [];
    for (;;) {
      const unit = this.#source[this.#at];
      if (unit === undefined || unit === ')') break;
      if (unit === '|') {
        this.#at += 1;
        branches.push(sequence(nodes));
        nodes = [];
      } else nodes.push(this.#repeated(this.#atom()));
    }
    branches.push(sequence(nodes));
    return either(branches);
  }

  #atom(): Node {
    const unit = this.#source[this.#at] ?? '';
    this.#at += 1;
    switch (unit) {
      case '(':
        return this.#group();
      case '[':
        return this.#unitClass();
      case '\\':
        return this.#escape();
      case '.':
        return ANYTHING;
      case '^':
      case '$':
        return EMPTY;
      default:
        if (/[a-z ]/.test(unit)) return this.#literal();
        return isSlot(unit.charCodeAt(0)) ? { exact: undefined, needs: [[unit]] } : { exact: [unit.toLowerCase()], needs: [] };
    }
  }

  /** "rank" in one piece; of "ranks?" the last letter stands alone. */
  #literal(): Node {
    const letters = /[a-z ]*(?![?*+{])/y;
    letters.lastIndex = this.#at;
    const rest = letters.exec(this.#source)?.[0] ?? '';
    const start = this.#at - 1;
    if (!/[?*+{]/.test(this.#source[this.#at] ?? '')) this.#at += rest.length;
    return { exact: [this.#source.slice(start, this.#at)], needs: [] };
  }

  #group(): Node {
    const opening = /\?(?:[:=!]|<[=!]|<\w+>)/y;
    opening.lastIndex = this.#at;
    const kind = opening.exec(this.#source)?.[0] ?? '';
    this.#at += kind.length;
    const start = this.#at;
    this.#skipGroup();
    const words = this.#source.slice(start, this.#at - 1);
    if (/[=!]$/.test(kind)) return EMPTY;
    const known = groups.get(words);
    if (known !== undefined) return known;
    const inner = new Reader(words).alternatives();
    groups.set(words, inner);
    return inner;
  }

  /** Units of a class up to its closing bracket. */
  #classLength(): number {
    const units = /(?:\\[\s\S]|[^\]\\])*/y;
    units.lastIndex = this.#at;
    return units.exec(this.#source)?.[0].length ?? 0;
  }

  /** Behind the bracket that closes the group. */
  #skipGroup(): void {
    for (let depth = 1; depth > 0 && !this.done; this.#at += 1) {
      const unit = this.#source[this.#at];
      if (unit === '\\') this.#at += 1;
      else if (unit === '[') this.#at += this.#classLength();
      else if (unit === '(') depth += 1;
      else if (unit === ')') depth -= 1;
    }
  }

  #escape(): Node {
    const rest = /[pP]\{[^}]*\}|u[\dA-Fa-f]{4}|[\s\S]/y;
    rest.lastIndex = this.#at;
    const escaped = rest.exec(this.#source)?.[0] ?? '';
    this.#at += escaped.length;
    if (/^b$/i.test(escaped)) return EMPTY;
    return /^[^a-z0-9]$/i.test(escaped) ? { exact: [escaped], needs: [] } : ANYTHING;
  }

  /** "[io]" are two texts, "[a-z]" is anything. */
  #unitClass(): Node {
    const rest = /(?:\\.|[^\]\\])*\]/sy;
    rest.lastIndex = this.#at;
    const units = (rest.exec(this.#source)?.[0] ?? ']').slice(0, -1);
    this.#at += units.length + 1;
    if (units.startsWith('^') || units.includes('\\')) return ANYTHING;
    const exact: string[] = [];
    for (let index = 0; index < units.length; index += 1) {
      const from = units.charCodeAt(index);
      const to = units[index + 1] === '-' && index + 2 < units.length ? units.charCodeAt(index + 2) : from;
      for (let code = from; code <= to; code += 1) exact.push(String.fromCharCode(code).toLowerCase());
      if (to !== from || units[index + 1] === '-') index += to === from ? 0 : 2;
      if (exact.length > 12) return ANYTHING;
    }
    if (!exact.some((unit) => isSlot(unit.charCodeAt(0)))) return { exact: [...new Set(exact)], needs: [] };
    return { exact: undefined, needs: [exact] };
  }

  #repeated(node: Node): Node {
    const counts = /(?:[?*+]|\{(\d+)(?:,(\d*))?\})\??/y;
    counts.lastIndex = this.#at;
    const found = counts.exec(this.#source);
    if (found === null) return node;
    this.#at += found[0].length;
    if (found[0].startsWith('?')) return node.exact === undefined ? ANYTHING : { exact: [...new Set([...node.exact, ''])], needs: [] };
    const least = found[0].startsWith('+') ? 1 : found[0].startsWith('*') ? 0 : Number(found[1]);
    return least === 0 ? ANYTHING : { exact: undefined, needs: finished(node) };
  }
}
