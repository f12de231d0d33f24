import { parseStep, type Piece, type ProvenanceCell, type StepName } from '../schema.ts';
import type { Place, QuantityMention } from '../types.ts';
import { plainWords } from './plain-words.ts';
import { stepFunctions } from './replay-steps.ts';

/*
 * From the words of a cell to its value, by the steps that its provenance names, and without any rule: what `verify` does.
 */

/** What the program knows of words, as far as steps need it. */
export interface Grammar {
  /** The number in the words, scaled out, as plain decimal digits. */
  readonly number: (words: string) => string | undefined;
  /** The position that the words name: "34th", "No. 2", "third", "7". */
  readonly ordinal: (words: string) => number | undefined;
  /** ISO 8601 of the words; "last year" counts from `published`. */
  readonly period: (words: string, published: string) => string | undefined;
  /** The day (or month) of an article, ISO 8601, where the words are a date and nothing more. */
  readonly date: (words: string) => string | undefined;
  readonly quantity: (words: string) => Pick<QuantityMention, 'op' | 'value' | 'valueMax' | 'unit' | 'negative'> | undefined;
  /** A record of the gazetteer by the id of the tables; populated places are found under one of `names`. */
  readonly place: (id: string, names: readonly string[]) => Place | undefined;
  /** Whether the words are a name of that place, or its adjective ("Chinese"). */
  readonly isNamed: (id: string, words: string) => boolean;
  /** Whether that place is the capital or seat of what the words name. */
  readonly isCapital: (id: string, words: string) => boolean;
  /** True where a place that the words may name lies in that country. */
  readonly isCountryOf: (id: string, words: string) => boolean;
}

/** What a step may look at beside the words: the row it is in and the date of its article. */
export interface Surroundings {
  readonly column: string;
  readonly row: Readonly<Record<string, string | number>>;
  readonly published: string;
  /** Fields of the article's record, where it comes from a container. */
  readonly record: Readonly<Record<string, string>>;
}

/** What a step works on. */
export interface StepInput {
  /** What the steps before gave; the first piece at first. */
  readonly state: string;
  /** The pieces without their markup. */
  readonly pieces: readonly string[];
  /** All pieces in order. */
  readonly joined: string;
  /** All pieces in other readings: the words of a text may be `<b>` or `&lt;`, those of JSON-LD are escaped. */
  readonly literal: () => readonly string[];
  readonly argument: string;
  readonly cell: ProvenanceCell;
  readonly around: Surroundings;
}

/** Steps after which a value was concluded, not stated. */
const CONCLUDING: ReadonlySet<StepName> = new Set([
  'document:published',
  'list-order',
  'subject',
  'move',
  'unchanged',
  'competes',
  'rule',
  'stop-words',
  'last',
  'decision',
  'record',
]);

/** Why the value of a cell does not follow from its pieces; undefined if it does. */
export type Replay = (cell: ProvenanceCell, around: Surroundings) => string | undefined;

export function replayer(grammar: Grammar): Replay {
  const functions = stepFunctions(grammar);
  return (cell, around) => {
    const pieces = cell.pieces.map(({ quote }) => plainWords(quote));
    const joined = pieces.join(' ');
    const value = String(cell.value);
    const literal = (): readonly string[] => literalWords(cell.pieces, value);
    if (cell.steps.length === 0) return `expected steps to ${shown(value)}, got none`;
    if (cell.origin === 'stated' && pieces.length === 0) return 'expected the words that state it, got none';
    let state = pieces[0] ?? '';
    for (const step of cell.steps) {
      const parsed = parseStep(step);
      if (parsed === undefined) return `expected a step of the closed list, got \`${step}\``;
      if (cell.origin === 'stated' && CONCLUDING.has(parsed.name)) return `expected \`concluded\` after step \`${step}\`, got \`stated\``;
      const next = functions[parsed.name]({ state, pieces, joined, literal, argument: parsed.argument, cell, around });
      if (next === undefined) return `expected step \`${step}\` to follow from the words, got ${shown(joined)}`;
      state = next;
    }
    const steps = cell.steps.map((step) => `\`${step}\``).join(', ');
    return state === value ? undefined : `expected ${shown(state)} from ${shown(joined)} by ${steps}, got ${shown(value)}`;
  };
}

function literalWords(pieces: readonly Piece[], value: string): readonly string[] {
  const readings = [(quote: string) => plainWords(quote, value), (quote: string) => plainWords(jsonText(quote))];
  if (value.includes('&')) readings.push((quote) => quote);
  return readings.map((read) => pieces.map(({ quote }) => read(quote)).join(' '));
}

/** `Z\u00fcrich` → "Zürich" */
function jsonText(quote: string): string {
  try {
    return String(JSON.parse(`"${quote}"`));
  } catch {
    return quote;
  }
}

function shown(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}
