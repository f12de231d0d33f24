import type { Span } from '../source-text.ts';
import { isPast, isPosition, isSuperlative } from './rank-sense.ts';
import { ANY_PLACE, SLOT, type Shape } from './shape.ts';
import type { Mention, OrdinalMention, PeriodMention, PlaceMention, QuantityMention, TopMention } from '../types.ts';

/*
 * Patterns are read against the shapes of sentences (shape.ts): `{place} <be> ranked {ordinal}` finds "P was ranked O".
 */

const ANY_QUANTITY = `[${SLOT.number}${SLOT.percent}${SLOT.money}${SLOT.dimension}]`;
const ANY_SLOT = `${SLOT.name}-${SLOT.list}`;

/** "Osaka, Kobe (12.3) and the Shanghai Caohejing, then Kyoto": what may stand between two names of an enumeration. */
// What tells of a name ("with 12.3 points") does not end with a conjunction, or " at 5 and then" could be read in two ways.
const LIST_JOINT = `(?: (?!(?:and|or|then|plus|as|followed|with|on|at|are|were|was|has|had|have|comes?|came|next|leads?|led|follows?|took|takes?|rank(?:s|ed)?|share[sd]?|stands?|stood|won|wins)\\b)[a-z'-]{3,16}){0,2}?(?: \\([^()]{1,40}\\)|,? (?:with|on|at) [^,.;:()&\uE000\uE001]{1,24}(?<! (?:and|or|plus|as well as)))?(?:(?:,|;)? (?:and|&|then|or|as well as|plus|and then|followed by)(?: also| finally| lastly)?,?|,|;) (?:the )?`;

const SLOTS: Readonly<Record<string, string>> = {
  place: `(?:the )?${ANY_PLACE}(?:'s)?`,
  // A place that can be a subject: not behind "in" or "of", and not the last of an enumeration ("Leeds and York rank third").
  subject: `(?<!(?: in| of(?: [a-z]{3,12})?| in [a-z]{3,12}| from| near| than| over| like| outside| around| between|${ANY_PLACE},? and|${ANY_PLACE} &|${ANY_PLACE}\\),? and)(?: the)? )(?:the )?${ANY_PLACE}`,
  name: SLOT.name,
  places: `(?:the )?${ANY_PLACE}(?:${LIST_JOINT}${ANY_PLACE}){0,120}`,
  many: `(?:the )?${ANY_PLACE}(?:${LIST_JOINT}${ANY_PLACE}){1,120}`,
  ordinal: SLOT.ordinal,
  ordinals: `${SLOT.ordinal}(?:(?:,? and|,) (?:the )?(?:joint )?${SLOT.ordinal}){1,60}`,
  top: SLOT.top,
  number: SLOT.number,
  quantity: ANY_QUANTITY,
  money: SLOT.money,
  percent: SLOT.percent,
  dimension: SLOT.dimension,
  period: SLOT.period,
  organisation: SLOT.organisation,
  list: SLOT.list,
  demonym: SLOT.demonym,
};

/** Words that patterns share: `<be>` stands for any of its forms. */
const WORDS: Readonly<Record<string, string>> = {
  be: "(?:is|are|was|were|be|been|being|'s|has been|have been|had been|will be)",
  rank: '(?:ranks?|ranked|ranking|placed|places|placing|came|comes?|coming|finish(?:es|ed|ing)?|stands?|stood|standing|sits?|sat|sitting|lands?|landed|landing|lies|lay|remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|appear(?:s|ed|ing)?|rated|rates|emerge[sd]?|arrived|listed|positioned|settled|classed|ended up|ended|ends up|enters|entered|debut(?:s|ed)|featured?|features|figures?|figured|won|wins)',
  move: '(?:climb(?:s|ed|ing)?|r[io]se[sn]?|rising|jump(?:s|ed|ing)?|mov(?:es?|ed|ing)|went up|goes up|gone up|advanc(?:es?|ed|ing)|leap(?:s|ed|t)?|leapfrogged|soar(?:s|ed)|shot up|shoots up|improv(?:es?|ed|ing)|surg(?:es?|ed)|fell|falls?|fallen|falling|drop(?:s|ped|ping)?|slid|slides?|slip(?:s|ped|ping)?|sank|sinks?|tumbl(?:es?|ed|ing)|plung(?:es?|ed)|went down|declin(?:es?|ed)|descended|lost|loses|gain(?:s|ed|ing)?|dipped|retreated|bounced|crept|edged|vaulted|rocketed|up|down)',
  take: '(?:takes?|took|taken|taking|secur(?:es?|ed|ing)|holds?|held|holding|occup(?:y|ies|ied|ying)|claim(?:s|ed|ing)?|grab(?:s|bed|bing)?|earn(?:s|ed|ing)?|w[io]ns?|winning|gets?|got|getting|bag(?:s|ged)|captur(?:es?|ed|ing)|clinch(?:es|ed)|seiz(?:es?|ed)|shar(?:es?|ed|ing)|has|have|had|having|retain(?:s|ed|ing)?|keeps?|kept|keeping|maintain(?:s|ed|ing)?|achiev(?:es?|ed|ing)|reach(?:es|ed|ing)?|attain(?:s|ed)|fill(?:s|ed)?|defend(?:s|ed)|regain(?:s|ed)|snatch(?:es|ed)|notch(?:es|ed)|enjoys?|boasts?|obtain(?:s|ed)|receiv(?:es?|ed)|scored|made|makes)',
  lead: '(?:leads?|led|leading|tops|topped|topping|heads|headed|heading|headlines?|dominates|dominated|crowns|crowned)',
  noun: '(?:place|position|spot|slot|rank|rung|berth|seat|ranking|positions|places|spots|ranks)',
  list: '(?:list|ranking|rankings|table|index|chart|league|league table|standings|survey|study|report|rating|ratings|pack|field|pile|rank|ladder|leaderboard|classification)',
  position: '(?:the |a |an |its |their |this )?(?:very |overall |joint |equal |tied |shared |a joint |a shared )?{ordinal}(?:[- ]?<noun>)?',
  also: '(?: (?:has|have|had|also|again|now|still|is|was|were|are|only|currently|itself|alone|even|then|just|which|that|who|meanwhile|however|once|more|being|been|there|already|officially|successfully|comfortably|narrowly|recently|consistently|proudly|actually|thus|therefore|this year|last year|so|far|be|to|will|would|could|can|must|did|do|does|managed to|continues to|continued to|went on to|had to|has to|able to|at)){0,4}',
  city: '(?:cit(?:y|ies)|towns?|places?|districts?|provinces?|states?|regions?|countr(?:y|ies)|municipalit(?:y|ies)|zones?|metros?|markets?|destinations?|locations?|hubs?|ecosystems?|capitals?|economies|economy|nations?|prefectures?|counties|county|areas?|boroughs?|communes?|metropolis(?:es)?|cantons?|emirates?|villages?|suburbs?|metropolitan areas?)',
};

const compiled = new Map<string, RegExp>();
const compiledForLatin = new Map<string, RegExp>();

/** Texts in which `LATIN` are all letters: nearly all. */
const IS_LATIN = /^[\0-\u024f\u2000-\u206f\uE000-\uE00B]*$/;
/** What `\p{L}` is in such a text. V8 compares a few ranges in place, and calls a function for each unit where there are many. */
const LATIN = String.raw`a-zA-Z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f`;

/**
 * So long a text that V8 compiles an expression for it at once. For a short one it would first write a program of its own, which takes
 * it a second and a half for all patterns together, and compile only at the second use: a third of a second.
 */
const LONG_TEXT = '\uF8FF'.repeat(1000);

/**
 * Turns a pattern into a regular expression over shapes. Slots are numbered, `{ordinal2}`, where a kind occurs twice; the same slot in
 * several branches is one slot to the rule.
 */
export function compilePattern(pattern: string): RegExp {
  return compileOnce(pattern, compiled, (source) => source);
}

function compileOnce(pattern: string, known: Map<string, RegExp>, spell: (source: string) => string): RegExp {
  const found = known.get(pattern);
  if (found !== undefined) return found;
  const expression = new RegExp(spell(patternSource(pattern)), 'dgu');
  expression.test(LONG_TEXT);
  known.set(pattern, expression);
  return expression;
}

/** `source` for texts that are `IS_LATIN`. */
function latinSource(source: string): string {
  let inClass = false;
  return source.replace(/\\(?:p\{L\}|[\s\S])|[[\]]/g, (part) => {
    if (part.length === 1) inClass = part === '[';
    return part !== String.raw`\p{L}` ? part : inClass ? LATIN : `[${LATIN}]`;
  });
}

/** The regular expression of a pattern as a text. */
export function patternSource(pattern: string): string {
  const used = new Map<string, number>();
  return spellWords(pattern, pattern)
    .replace(/\{gap(\d+)\}/g, (_all, most: string) => `(?: [^ ,;:.()${ANY_SLOT}]{1,30}){0,${most}}?`)
    .replace(/\{near(\d+)\}/g, (_all, most: string) => `(?:,? [^ ;:()${ANY_SLOT}]{1,30}){0,${most}}?`)
    .replace(/\{([a-z]+)(\d*)\}/g, (all, slot: string, number: string) => {
      const words = SLOTS[slot] ?? fail(`expected a slot of pattern.ts, got \`${all}\` in \`${pattern}\``);
      const times = (used.get(slot + number) ?? 0) + 1;
      used.set(slot + number, times);
      return `(?<${slot}${number}${'_'.repeat(times - 1)}>${words})`;
    });
}

/** Word classes may hold word classes and slots: `<position2>` has a `<noun>` and an `{ordinal2}`. */
function spellWords(source: string, pattern: string): string {
  const spelled = source.replace(/(?<!\(\?)<([a-z]+)(\d*)>/g, (all, word: string, number: string) => {
    const words = WORDS[word] ?? fail(`expected a word class of pattern.ts, got \`${all}\` in \`${pattern}\``);
    return number === '' ? words : words.replace(/\{([a-z]+)\}/g, `{$1${number}}`);
  });
  return spelled === source ? source : spellWords(spelled, pattern);
}

function fail(message: string): never {
  throw new Error(message);
}

/** One place where a pattern holds. */
export class Match {
  readonly shape: Shape;
  readonly #found: RegExpExecArray;

  constructor(shape: Shape, found: RegExpExecArray) {
    this.shape = shape;
    this.#found = found;
  }

  /** Units of the shape that matched, half-open. */
  get from(): number {
    return this.#found.index;
  }

  get to(): number {
    return this.#found.index + this.#found[0].length;
  }

  get section(): number {
    return this.shape.section;
  }

  /** The matched words in the cleaned text. */
  get span(): Span {
    return this.#cleaned(this.#found.index, this.#found.index + this.#found[0].length);
  }

  /** True where the slot took part. */
  has(slot: string): boolean {
    return this.#range(slot) !== undefined;
  }

  /** The matched shape, or the shape of a named group. */
  words(group?: string): string {
    if (group === undefined) return this.#found[0];
    const range = this.#range(group);
    return range === undefined ? '' : this.shape.text.slice(range[0], range[1]);
  }

  /** The same with capitals and mentions spelled out as the text has them. */
  casedWords(group: string): string {
    const range = this.#range(group);
    if (range === undefined) return '';
    return Array.from({ length: range[1] - range[0] }, (_, index) => {
      const mention = this.shape.mentions.get(range[0] + index);
      if (mention === undefined) return this.shape.cased[range[0] + index] ?? '';
      return mention.kind === 'place' ? mention.place.name : mention.kind === 'organisation' ? mention.name : '';
    }).join('');
  }

  spanOf(group: string): Span | undefined {
    const range = this.#range(group);
    return range === undefined ? undefined : this.#cleaned(range[0], range[1]);
  }

  /** The shape up to the match, and from its end: what stands around it in the sentence. */
  get before(): string {
    return this.shape.text.slice(0, this.#found.index);
  }

  get after(): string {
    return this.shape.text.slice(this.#found.index + this.#found[0].length);
  }

  /** The place in a slot; a pattern's `{subject}` is its `{place}` where it has no other. */
  place(slot = 'place'): PlaceMention {
    const mention = this.#mentions(slot === 'place' && !this.has('place') ? 'subject' : slot)[0];
    if (mention?.kind !== 'place') throw new Error(`expected a place in slot \`${slot}\` of \`${this.words()}\``);
    return mention;
  }

  /** Places of a slot in order; "they" and "the two cities" are spelled out. */
  places(slot = 'places'): readonly PlaceMention[] {
    return this.#mentions(slot)
      .filter((mention): mention is PlaceMention => mention.kind === 'place')
      .flatMap((mention) => (mention.anaphor && mention.antecedents.length > 0 ? mention.antecedents : [mention]));
  }

  ordinal(slot = 'ordinal'): OrdinalMention {
    const mention = this.#mentions(slot).find((candidate) => candidate.kind === 'ordinal');
    if (mention === undefined) throw new Error(`expected an ordinal in slot \`${slot}\` of \`${this.words()}\``);
    return mention;
  }

  ordinals(slot = 'ordinals'): readonly OrdinalMention[] {
    return this.#mentions(slot).filter((mention): mention is OrdinalMention => mention.kind === 'ordinal');
  }

  top(slot = 'top'): TopMention {
    const mention = this.#mentions(slot).find((candidate) => candidate.kind === 'top');
    if (mention === undefined) throw new Error(`expected a top in slot \`${slot}\` of \`${this.words()}\``);
    return mention;
  }

  quantity(slot = 'quantity'): QuantityMention {
    const mention = this.#mentions(slot).find((candidate) => candidate.kind === 'quantity');
    if (mention === undefined) throw new Error(`expected a quantity in slot \`${slot}\` of \`${this.words()}\``);
    return mention;
  }

  period(slot = 'period'): PeriodMention | undefined {
    return this.#mentions(slot).find((mention): mention is PeriodMention => mention.kind === 'period');
  }

  /** What stands at `start`..`end` of `words()`, in the cleaned text. */
  spanAt(start: number, end: number): Span {
    return this.#cleaned(this.#found.index + start, this.#found.index + end);
  }

  /** "It is not the first city to try": the words deny what the pattern would read. */
  isDenied(): boolean {
    return /\b(?:not|never|no longer|n't)\b/.test(this.words());
  }

  /** True where the place in the slot is only "it" or "they": behind a position that is seldom the place which has it. */
  isPronoun(slot = 'place'): boolean {
    const mention = this.place(slot);
    return mention.anaphor && mention.end - mention.start <= 5;
  }

  /** True where the ordinal in the slot can be a position ("third", "third place", not "third floor"). */
  isPosition(slot = 'ordinal'): boolean {
    const range = this.#range(slot);
    return range !== undefined && isPosition(this.shape, range[0]) && !isSuperlative(this.shape, range[0]);
  }

  /** True where a superlative follows the ordinal in the slot: "the third largest". */
  isSuperlative(slot = 'ordinal'): boolean {
    const range = this.#range(slot);
    return range !== undefined && isSuperlative(this.shape, range[0]);
  }

  /** True where the ordinal in the slot is told of an edition before: "fifth last year". */
  isPast(slot = 'ordinal'): boolean {
    const range = this.#range(slot);
    return range !== undefined && isPast(this.shape, range[0], range[1]);
  }

  /** The mention behind the slot at unit `at` of `words()`. */
  mentionAt(at: number): Mention | undefined {
    return this.shape.mentions.get(this.#found.index + at);
  }

  mention(slot: string): Mention | undefined {
    return this.#mentions(slot)[0];
  }

  /** Where a slot took part, in whichever branch of the pattern. */
  #range(group: string): readonly [number, number] | undefined {
    const ranges = this.#found.indices?.groups ?? {};
    for (let name = group; name in ranges; name += '_') {
      const range = ranges[name];
      if (range !== undefined) return range;
    }
    return undefined;
  }

  #mentions(slot: string): readonly Mention[] {
    const range = this.#range(slot);
    if (range === undefined) return [];
    const found: Mention[] = [];
    for (let unit = range[0]; unit < range[1]; unit += 1) {
      const mention = this.shape.mentions.get(unit);
      if (mention !== undefined) found.push(mention);
    }
    return found;
  }

  #cleaned(start: number, end: number): Span {
    return { start: this.shape.starts[start] ?? this.shape.span.end, end: this.shape.ends[end - 1] ?? this.shape.span.end };
  }
}

/** Every place where `pattern` holds in `shape`, left to right, not overlapping. */
export function matchPattern(pattern: string, shape: Shape, text: string = shape.text): readonly Match[] {
  const expression = IS_LATIN.test(text) ? compileOnce(pattern, compiledForLatin, latinSource) : compilePattern(pattern);
  const matches: Match[] = [];
  expression.lastIndex = 0; // asked directly: `matchAll` would copy the expression each time
  for (let found = expression.exec(text); found !== null; found = expression.exec(text)) {
    matches.push(new Match(shape, found));
    if (found[0] === '') expression.lastIndex += 1;
  }
  return matches;
}
