import { patternSource } from '../extractors/pattern.ts';
import { SLOT, slotOf } from '../extractors/shape.ts';
import { knownNeeds } from '../extractors/known-needs.ts';
import { needsOf, worth, type Need } from '../extractors/pattern-needs.ts';
import { WordScan, type NeedBits } from '../extractors/word-scan.ts';
import type { ListRule, PatternRule, Rule } from '../extractors/rule.ts';
import type { Mention, ReadDocument, Section } from '../types.ts';

/*
 * The gates in front of every sentence: which patterns can match at all. Most sentences of ordinary news open none, and cost one
 * pass over their units for all gates together. A pattern's own words say what it needs, so a gate never changes what is found.
 */

/** Texts that stand in every second sentence: what one of them meets is asked in vain, and looking for them costs most of the pass. */
const COMMON = new Set(["'s", ',', 'a', 'and', 'in', 'is', 'of', 'the', 'to']);

const isCommon = (need: Need): boolean => need.some((text) => COMMON.has(text.trim()));

type Named<Body> = Body & Pick<Rule, 'name'>;

/** The needs of all gates, numbered, and what the words of a document meet. */
export class Needs {
  readonly #numbers = new Map<string, number>();
  readonly #needs: Need[] = [];
  readonly #slots = new Map<number, NeedBits>();
  readonly #met = new WeakMap<readonly Section[], Met>();
  #scan: WordScan | undefined;

  /** The numbers of what `pattern` of `rule` needs, what is seldom met first. All are asked for before the first document is read. */
  numbersOf(rule: PatternRule | ListRule, pattern: string): readonly number[] {
    const all = [...(rule.cues.length === 0 ? [] : [rule.cues]), ...(knownNeeds.get(pattern) ?? needsOf(patternSource(pattern)))];
    const told = all.filter((need) => !isCommon(need));
    return [...new Set((told.length === 0 ? all : told).sort((a, b) => worth(b) - worth(a)).map((need) => this.numberOf(need)))];
  }

  /** All that were asked for, by their numbers. */
  get all(): readonly Need[] {
    return this.#needs;
  }

  /** The number of one need. */
  numberOf(need: Need): number {
    const key = need.join('\n');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#needs.length);
    return this.#needs.push(need) - 1;
  }

  /** What the words of each sentence meet. The answer is remembered by the document's sections. */
  metIn(document: ReadDocument): Met {
    const { sections } = document;
    const known = this.#met.get(sections);
    if (known !== undefined) return known;
    const scan = (this.#scan ??= new WordScan(this.#needs));
    const met = new Met(document, scan);
    this.#met.set(sections, met);
    return met;
  }

  /** The needs that slots meet, a bit of `slots` each: the first is that of `SLOT.name`. */
  ofSlots(slots: number): NeedBits {
    const known = this.#slots.get(slots);
    if (known !== undefined) return known;
    const bits = new Int32Array(Math.ceil(this.#needs.length / 32));
    for (const [index, need] of this.#needs.entries()) {
      if (need.some((text) => slots & slotBit(text))) bits[index >> 5] = (bits[index >> 5] ?? 0) | (1 << (index & 31));
    }
    this.#slots.set(slots, bits);
    return bits;
  }
}

const FIRST_SLOT = SLOT.name.charCodeAt(0);
const LAST_SLOT = SLOT.list.charCodeAt(0);

function slotBit(text: string): number {
  const code = text.charCodeAt(0);
  return code >= FIRST_SLOT && code <= LAST_SLOT ? 1 << (code - FIRST_SLOT) : 0;
}

/** What the words of a document's sentences meet, mentions apart. */
export class Met {
  readonly length: number;
  readonly bits: NeedBits;
  /** By section: the number of its first sentence. */
  readonly #first: readonly number[];

  constructor({ clean, sections }: ReadDocument, scan: WordScan) {
    const first: number[] = [];
    let sentences = 0;
    for (const section of sections) {
      first.push(sentences);
      sentences += section.sentences.length;
    }
    this.length = scan.length;
    this.bits = new Int32Array(sentences * scan.length);
    this.#first = first;
    let offset = 0;
    for (const section of sections) {
      for (const { start, end } of section.sentences) {
        scan.read(clean.source.text, start, end, this.bits, offset);
        offset += scan.length;
      }
    }
  }

  /** True where the words of a sentence meet need `need`. */
  has(need: number, section: number, sentence: number): boolean {
    return ((this.bits[this.offsetOf(section, sentence) + (need >> 5)] ?? 0) & (1 << (need & 31))) !== 0;
  }

  /** Where the bits of a sentence begin. */
  offsetOf(section: number, sentence: number): number {
    return ((this.#first[section] ?? 0) + sentence) * this.length;
  }
}

/** A rule with those of its patterns that are worth trying. */
export interface Open<Body> {
  readonly rule: Named<Body>;
  readonly patterns: readonly string[];
}

interface Needed<Body> {
  readonly rule: Named<Body>;
  readonly pattern: string;
  /** Numbers of the needs that a sentence must meet before the pattern is tried. */
  readonly needs: readonly number[];
}

/** One gate for rules that are asked together. */
export class Gate<Body extends PatternRule | ListRule> {
  readonly #patterns: readonly Needed<Body>[];
  /** Patterns by what they need that is seldom met: most sentences meet few of these, and no other pattern is looked at. */
  readonly #byNeed = new Map<number, number[]>();
  /** Those needs, a bit each. */
  readonly #first: NeedBits;
  /** Patterns that need nothing. */
  readonly #needless: readonly number[];
  readonly #needs: Needs;

  constructor(rules: readonly Named<Body>[], needs: Needs) {
    this.#needs = needs;
    this.#patterns = rules.flatMap((rule) => rule.patterns.map((pattern) => ({ rule, pattern, needs: needs.numbersOf(rule, pattern) })));
    const needless: number[] = [];
    for (const [index, { needs: own }] of this.#patterns.entries()) {
      const [first] = own;
      if (first === undefined) needless.push(index);
      else this.#byNeed.set(first, [...(this.#byNeed.get(first) ?? []), index]);
    }
    this.#needless = needless;
    this.#first = new Int32Array(1 + (Math.max(0, ...this.#byNeed.keys()) >> 5));
    for (const need of this.#byNeed.keys()) this.#first[need >> 5] = (this.#first[need >> 5] ?? 0) | (1 << (need & 31));
  }

  /** The rules whose patterns may match sentence `sentence` of `section`, in their order; `mentions` are those of the sentence. */
  open(met: Met, section: number, sentence: number, mentions: readonly Mention[]): readonly Open<Body>[] {
    const offset = met.offsetOf(section, sentence);
    let slots = 0;
    for (const mention of mentions) slots |= slotBit(slotOf(mention));
    const ofSlots = this.#needs.ofSlots(slots);
    let found: number[] | undefined;
    for (let at = 0; at < this.#first.length; at += 1) {
      let bits = ((met.bits[offset + at] ?? 0) | (ofSlots[at] ?? 0)) & (this.#first[at] ?? 0);
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits);
        bits &= ~(1 << bit);
        for (const index of this.#byNeed.get((at << 5) | bit) ?? [])
          if (meets(this.#patterns[index]?.needs ?? [], met.bits, offset, ofSlots)) (found ??= [...this.#needless]).push(index);
      }
    }
    return this.#opened(found ?? this.#needless);
  }

  /** Patterns by their rules, both in their order. */
  #opened(found: readonly number[]): readonly Open<Body>[] {
    const open: { rule: Named<Body>; patterns: string[] }[] = [];
    for (const index of found.length < 2 ? found : [...found].sort((a, b) => a - b)) {
      const needed = this.#patterns[index];
      const last = open.at(-1);
      if (needed === undefined) continue;
      if (last?.rule === needed.rule) last.patterns.push(needed.pattern);
      else open.push({ rule: needed.rule, patterns: [needed.pattern] });
    }
    return open;
  }
}

function meets(needs: readonly number[], words: NeedBits, offset: number, slots: NeedBits): boolean {
  for (const need of needs) {
    const at = need >> 5;
    if ((((words[offset + at] ?? 0) | (slots[at] ?? 0)) & (1 << (need & 31))) === 0) return false;
  }
  return true;
}
