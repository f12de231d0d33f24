import type { Span } from '../source-text.ts';
import type { Mention } from '../types.ts';

/*
 * The SHAPE of a sentence: its words in lower case, each mention shrunk to one private character, blanks made single.
 * "Osaka of Japan was ranked 9th" has the shape "P was ranked O".
 */

export const SLOT = {
  name: '\uE000',
  anaphor: '\uE001',
  demonym: '\uE002',
  ordinal: '\uE003',
  top: '\uE004',
  number: '\uE005',
  percent: '\uE006',
  money: '\uE007',
  dimension: '\uE008',
  period: '\uE009',
  organisation: '\uE00A',
  list: '\uE00B',
} as const;

export const ANY_PLACE = `[${SLOT.name}${SLOT.anaphor}]`;

export interface Shape {
  readonly section: number;
  /** The sentence in lower case, quotes and blanks made plain, mentions as slots. */
  readonly text: string;
  /** The same with its capitals, unit for unit: what names of rankings are found by. */
  readonly cased: string;
  /** For each unit of `text`, where it begins and ends in the cleaned text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The mention behind a slot, by unit of `text`. */
  readonly mentions: ReadonlyMap<number, Mention>;
  /** The sentence in the cleaned text. */
  readonly span: Span;
  /** The mentions it was made of, in order: those behind its slots, perhaps more. */
  readonly own: readonly Mention[];
}

/** What is asked of a sentence by each of its figures is read once. */
export function oncePerShape<Value>(read: (shape: Shape) => Value): (shape: Shape) => Value {
  const known = new WeakMap<Shape, { readonly value: Value }>();
  return (shape) => {
    let found = known.get(shape);
    if (found === undefined) known.set(shape, (found = { value: read(shape) }));
    return found.value;
  };
}

/** The character that stands for a mention in a shape. */
export function slotOf(mention: Mention): string {
  switch (mention.kind) {
    case 'place':
      return mention.anaphor ? SLOT.anaphor : SLOT.name;
    case 'demonym':
      return SLOT.demonym;
    case 'ordinal':
      return SLOT.ordinal;
    case 'top':
      return SLOT.top;
    case 'quantity':
      if (mention.measure === 'money') return SLOT.money;
      if (mention.measure === 'percent' || mention.measure === 'points') return SLOT.percent;
      return mention.measure === 'count' && mention.unit === '' ? SLOT.number : SLOT.dimension;
    case 'period':
      return SLOT.period;
    case 'organisation':
      return SLOT.organisation;
    case 'list':
      return SLOT.list;
  }
}

/** What shapes have for other blanks, quotes and dashes. */
export const PLAIN: Readonly<Record<string, string>> = {
  '\n': ' ',
  '\t': ' ',
  '\u00a0': ' ',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
};

/** What has a shape of as many units: Latin, and what `PLAIN` has. "\u0130" has a small letter of two units. */
const EVEN = /^[\t\n\x20-\x7e\u00a0-\u012f\u0131-\u024f‘’“”–—]*$/;
const PLAIN_UNITS = /[\t\n\u00a0‘’“”–—]/;
const ALL_PLAIN_UNITS = new RegExp(PLAIN_UNITS, 'g');

interface Letters {
  readonly text: string;
  readonly cased: string;
  readonly mentions: ReadonlyMap<number, Mention>;
  /** Undefined where they follow from the mentions alone. */
  readonly units?: Units;
}

type Units = Pick<Shape, 'starts' | 'ends'>;

/** A shape that is made when first looked at. */
class SentenceShape implements Shape {
  readonly section: number;
  readonly span: Span;
  readonly own: readonly Mention[];
  readonly #source: string;
  #letters: Letters | undefined;
  #units: Units | undefined;

  constructor(source: string, section: number, span: Span, own: readonly Mention[]) {
    this.#source = source;
    this.section = section;
    this.span = span;
    this.own = own;
  }

  get text(): string {
    return this.#read().text;
  }

  get cased(): string {
    return this.#read().cased;
  }

  get mentions(): ReadonlyMap<number, Mention> {
    return this.#read().mentions;
  }

  get starts(): readonly number[] {
    return this.#place().starts;
  }

  get ends(): readonly number[] {
    return this.#place().ends;
  }

  #read(): Letters {
    return (this.#letters ??= lettersOf(this.#source, this.span, this.own));
  }

  #place(): Units {
    return (this.#units ??= this.#read().units ?? evenUnits(this.span, this.#read().mentions));
  }
}

/** The shape of `sentence` (UTF-16 units of `text`); `mentions` are those of its section, sorted, not crossing. */
export function shapeOf(text: string, section: number, sentence: Span, mentions: readonly Mention[]): Shape {
  return new SentenceShape(text, section, sentence, mentions);
}

function lettersOf(text: string, sentence: Span, mentions: readonly Mention[]): Letters {
  const words = text.slice(sentence.start, sentence.end);
  if (EVEN.test(words)) {
    const cased = PLAIN_UNITS.test(words) ? words.replace(ALL_PLAIN_UNITS, (unit) => PLAIN[unit] ?? unit) : words;
    if (!cased.includes('  ')) return evenLetters(cased, sentence, mentions);
  }
  return unevenLetters(text, sentence, mentions);
}

/** Of a sentence that but for its mentions has a shape of as many units: `words` without capitals. */
function evenLetters(words: string, { start, end }: Span, mentions: readonly Mention[]): Letters {
  const slots = new Map<number, Mention>();
  const small = words.toLowerCase();
  let text = '';
  let cased = '';
  let at = start;
  for (const mention of mentions) {
    if (mention.start < at) continue;
    if (mention.end > end) break;
    const slot = slotOf(mention);
    text += small.slice(at - start, mention.start - start);
    slots.set(text.length, mention);
    text += slot;
    cased += words.slice(at - start, mention.start - start) + slot;
    at = mention.end;
  }
  return { text: text + small.slice(at - start), cased: cased + words.slice(at - start), mentions: slots };
}

function evenUnits({ start, end }: Span, mentions: ReadonlyMap<number, Mention>): Units {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = start;
  const plain = (to: number): void => {
    for (; at < to; at += 1) {
      starts.push(at);
      ends.push(at + 1);
    }
  };
  for (const mention of mentions.values()) {
    plain(mention.start);
    starts.push(mention.start);
    ends.push(mention.end);
    at = mention.end;
  }
  plain(end);
  return { starts, ends };
}

function unevenLetters(text: string, sentence: Span, mentions: readonly Mention[]): Letters {
  const starts: number[] = [];
  const ends: number[] = [];
  const slots = new Map<number, Mention>();
  let lower = '';
  let cased = '';
  let at = sentence.start;
  const plain = (to: number): void => {
    for (; at < to; at += 1) {
      const unit = text[at] ?? '';
      const small = unit.toLowerCase();
      const simple = PLAIN[unit] ?? (small.length === 1 ? small : unit);
      if (simple === ' ' && lower.endsWith(' ')) continue;
      starts.push(at);
      ends.push(at + 1);
      lower += simple;
      cased += PLAIN[unit] ?? unit;
    }
  };
  for (const mention of mentions) {
    if (mention.start < at) continue;
    if (mention.end > sentence.end) break;
    plain(mention.start);
    slots.set(lower.length, mention);
    starts.push(mention.start);
    ends.push(mention.end);
    lower += slotOf(mention);
    cased += slotOf(mention);
    at = mention.end;
  }
  plain(sentence.end);
  return {
    text: lower,
    cased,
    mentions: slots,
    units: { starts, ends },
  };
}

/** ", the capital of X," and "(…)" behind a place, if the sentence goes on. */
const APPOSITION = new RegExp(
  `(?<=${ANY_PLACE})(?:, (?:a|an|the|its|which|who|whose|where|home|capital|located|known|with|once|formerly|long|another|also|itself|in|of|part)\\b[^.;:()${SLOT.ordinal}${SLOT.top}]{1,140}?,| \\([^()${SLOT.ordinal}]{1,80}\\)| - [^-.;]{1,100} -)(?= )`,
  'g',
);

/** The shape without `, the capital of X,` and `(…)` after a place, so that "Linz, home of steel, came third" reads "P came O". */
export function withoutAppositions(shape: Shape): Shape | undefined {
  const kept: [number, number][] = [];
  let last = 0;
  APPOSITION.lastIndex = 0;
  for (let match = APPOSITION.exec(shape.text); match !== null; match = APPOSITION.exec(shape.text)) {
    kept.push([last, match.index]);
    last = match.index + match[0].length;
  }
  if (last === 0) return undefined;
  kept.push([last, shape.text.length]);
  const units = kept.flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index));
  const mentions = new Map<number, Mention>();
  units.forEach((unit, index) => {
    const mention = shape.mentions.get(unit);
    if (mention !== undefined) mentions.set(index, mention);
  });
  const joined = (from: string): string => kept.map(([start, end]) => from.slice(start, end)).join('');
  return {
    section: shape.section,
    span: shape.span,
    own: shape.own,
    text: joined(shape.text),
    cased: joined(shape.cased),
    starts: units.map((unit) => shape.starts[unit] ?? 0),
    ends: units.map((unit) => shape.ends[unit] ?? 0),
    mentions,
  };
}
