import { patternSource } from '../extractors/pattern.ts';
import { slotOf } from '../extractors/shape.ts';
import { needsOf, type Need } from '../extractors/pattern-needs.ts';
import { WordScan } from '../extractors/word-scan.ts';
import type { ListRule, PatternRule, Rule } from '../extractors/rule.ts';
import type { Span } from '../source-text.ts';
import type { Mention } from '../types.ts';

/*
 * The gate in front of every sentence: which patterns can match at all. Most sentences of ordinary news open none, and cost one
 * pass over their units. A pattern's own words say what it needs, so the gate never changes what is found.
 */

type Named<Body> = Body & Pick<Rule, 'name'>;

interface Needed {
  readonly pattern: string;
  /** Numbers of the needs that a sentence must meet before the pattern is tried. */
  readonly needs: readonly number[];
}

/** A rule with those of its patterns that are worth trying. */
export interface Open<Body> {
  readonly rule: Named<Body>;
  readonly patterns: readonly string[];
}

/** One gate for rules that are asked together. */
export class Gate<Body extends PatternRule | ListRule> {
  readonly #rules: readonly { readonly rule: Named<Body>; readonly patterns: readonly Needed[] }[];
  readonly #scan: WordScan;

  constructor(rules: readonly Named<Body>[]) {
    const needs: Need[] = [];
    const numbers = new Map<string, number>();
    const numbered = (need: Need): number => {
      const key = need.join('\n');
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, needs.length);
      return needs.push(need) - 1;
    };
    this.#rules = rules.map((rule) => ({
      rule,
      patterns: rule.patterns.map((pattern) => ({
        pattern,
        needs: [...new Set([...(rule.cues.length === 0 ? [] : [rule.cues]), ...needsOf(patternSource(pattern))].map(numbered))],
      })),
    }));
    this.#scan = new WordScan(needs);
  }

  /**
   * The rules whose patterns may match `sentence` (UTF-16 units of `text`), in their order; `mentions` are those of its section.
   */
  open(text: string, sentence: Span, mentions: readonly Mention[]): readonly Open<Body>[] {
    this.#scan.read(text, sentence.start, sentence.end);
    for (const mention of mentions) if (mention.start < sentence.end && mention.end > sentence.start) this.#scan.readSlot(slotOf(mention));
    const open: Open<Body>[] = [];
    for (const { rule, patterns } of this.#rules) {
      let worth: string[] | undefined;
      for (const { pattern, needs } of patterns) if (this.#scan.meets(needs)) (worth ??= []).push(pattern);
      if (worth !== undefined) open.push({ rule, patterns: worth });
    }
    return open;
  }
}
