/*
 * The words that a pattern can end with, read off its source: a look into a set tells most texts apart that it cannot match.
 */

/** A text that a piece of a pattern can match, from its last blank on; `whole` where it has none. */
interface End {
  readonly word: string;
  readonly whole: boolean;
}

const NOTHING: End = { word: '', whole: true };

/** Last words of what `source` matches. Of the syntax: literals, groups, branches, small classes, `?`, `*` and `{0,5}`; throws at any other. */
export function lastWordsOf(source: string): ReadonlySet<string> {
  const reader = new Reader(source);
  const ends = reader.branches();
  if (!reader.done) throw new Error(`expected a pattern whose last words can be told, got \`${source}\``);
  return new Set(ends.map(({ word }) => word));
}

function unique(ends: readonly End[]): readonly End[] {
  return [...new Map(ends.map((end) => [`${end.word} ${String(end.whole)}`, end])).values()];
}

function joined(front: readonly End[], back: readonly End[]): readonly End[] {
  return unique(back.flatMap((end) => (end.whole ? front.map(({ word, whole }) => ({ word: word + end.word, whole })) : [end])));
}

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get done(): boolean {
    return this.#at >= this.#source.length;
  }

  branches(): readonly End[] {
    const all: End[] = [];
    let ends: readonly End[] = [NOTHING];
    for (;;) {
      const unit = this.#source[this.#at];
      if (unit === undefined || unit === ')') return unique([...all, ...ends]);
      if (unit === '|') {
        this.#at += 1;
        all.push(...ends);
        ends = [NOTHING];
      } else ends = joined(ends, this.#repeated(this.#atom()));
    }
  }

  #atom(): readonly End[] {
    const unit = this.#source[this.#at] ?? '';
    this.#at += 1;
    if (unit === '(') return this.#group();
    if (unit === '[') return this.#unitClass();
    if (!/[\w '’\uE000-\uE00B-]/.test(unit))
      throw new Error(`expected a letter, a group or a class, got \`${unit}\` in \`${this.#source}\``);
    return unit === ' ' ? [{ word: '', whole: false }] : [{ word: unit, whole: true }];
  }

  #group(): readonly End[] {
    const kind = /^\?(?:[:!]|<[!=]|<\w+>)/.exec(this.#source.slice(this.#at))?.[0] ?? '';
    this.#at += kind.length;
    if (/^\?<?!/.test(kind)) {
      this.#at = this.#source.indexOf(')', this.#at) + 1;
      return [NOTHING];
    }
    const ends = this.branches();
    this.#at += 1;
    return ends;
  }

  #unitClass(): readonly End[] {
    const units = /^[a-z]+(?=\])/.exec(this.#source.slice(this.#at))?.[0];
    if (units === undefined) throw new Error(`expected a class of a few letters in \`${this.#source}\``);
    this.#at += units.length + 1;
    return Array.from(units, (word) => ({ word, whole: true }));
  }

  #repeated(ends: readonly End[]): readonly End[] {
    const sign = /^(?:[?*]|\{0,\d\})/.exec(this.#source.slice(this.#at, this.#at + 5))?.[0] ?? '';
    if (sign === '') return ends;
    this.#at += sign.length;
    return unique([...(sign === '?' ? [] : joined(ends, ends)), ...ends, NOTHING]);
  }
}

/** Units in front of which a word begins: blank, comma, bracket, a mention. */
function opens(code: number): boolean {
  return code === 32 || code === 44 || code === 40 || (code >= 0xe000 && code <= 0xe00b);
}

/** The word that ends with the blank that `text` ends with; empty where it ends with none. */
export function lastWordOf(text: string): string {
  const end = text.length - 1;
  if (text.charCodeAt(end) !== 32) return '';
  let at = end;
  while (at > 0 && !opens(text.charCodeAt(at - 1))) at -= 1;
  return text.slice(at, end);
}

/** UTF-16 units, more than any ending has: what stands before them is not searched. */
const LONGEST = 240;

/** What ends a text, `words` and a blank: looked for only where the last word is one of its own. */
export class Ending {
  readonly #pattern: string;
  /** Read off the pattern when first asked for: all of them together take long enough to be noticed at the start. */
  #last: ReadonlySet<string> | undefined;
  readonly #expression: RegExp;

  constructor(pattern: string) {
    this.#pattern = pattern;
    this.#expression = new RegExp(`(?:^|[ ,(\\uE000-\\uE00B])(?<words>${pattern}) $`);
  }

  /** The words that `text` ends with, without the blank behind them. */
  words(text: string): string | undefined {
    this.#last ??= lastWordsOf(this.#pattern);
    return this.#last.has(lastWordOf(text)) ? this.#expression.exec(text.slice(-LONGEST))?.groups?.['words'] : undefined;
  }
}
