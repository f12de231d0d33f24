import { parseStep, type ProvenanceCell, type StepName } from '../schema.ts';
import type { Place } from '../types.ts';
import { plainWords, squeezed } from './plain-words.ts';

/*
 * From the words of a cell to its value, by the steps that its provenance names, and without any rule: what `verify` does.
 */

/** What the program knows of words, as far as steps need it. */
export interface Grammar {
  /** The numbers in the words, scaled out, as plain decimal digits. */
  readonly numbers: (words: string) => readonly string[];
  /** The positions that the words name: "34th", "No. 2", "third", "7". */
  readonly ordinals: (words: string) => readonly number[];
  /** ISO 8601 of the words; "last year" counts from `published`. */
  readonly period: (words: string, published: string) => string | undefined;
  readonly quantity: (
    words: string,
  ) => { readonly op: string; readonly value: string; readonly valueMax: string; readonly unit: string } | undefined;
  /** A record of the gazetteer by the id of the tables. */
  readonly place: (id: string) => Place | undefined;
  /** Whether the words name that place; `area` also if they are its adjective ("Chinese"). */
  readonly isNamed: (id: string, words: string) => boolean;
}

/** What a step may look at beside the words: the row it is in and the date of its article. */
export interface Surroundings {
  readonly column: string;
  readonly row: Readonly<Record<string, string | number>>;
  readonly published: string;
}

interface Words {
  /** Of each piece, without markup. */
  readonly pieces: readonly string[];
  /** Of all pieces in order. */
  readonly joined: string;
}

type StepFunction = (state: string, words: Words, argument: string, around: Surroundings, cell: ProvenanceCell) => string | undefined;

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
]);

/** Why the value of a cell does not follow from its pieces; undefined if it does. */
export type Replay = (cell: ProvenanceCell, around: Surroundings) => string | undefined;

export function replayer(grammar: Grammar): Replay {
  const functions = stepFunctions(grammar);
  return (cell, around) => {
    const pieces = cell.pieces.map(({ quote }) => plainWords(quote));
    const words = { pieces, joined: pieces.join(' ') };
    const value = String(cell.value);
    if (cell.steps.length === 0) return `expected steps to ${quoted(value)}, got none`;
    if (cell.origin === 'stated' && pieces.length === 0) return 'expected the words that state it, got none';
    let state = pieces[0] ?? '';
    for (const step of cell.steps) {
      const parsed = parseStep(step);
      if (parsed === undefined) return `expected a step of the closed list, got \`${step}\``;
      if (cell.origin === 'stated' && CONCLUDING.has(parsed.name)) return `expected \`concluded\` after step \`${step}\`, got \`stated\``;
      const next = functions[parsed.name](state, words, parsed.argument, around, cell);
      if (next === undefined) return `expected step \`${step}\` to follow from the words, got ${quoted(words.joined)}`;
      state = next;
    }
    return state === value
      ? undefined
      : `expected ${quoted(state)} after ${cell.steps.map((step) => `\`${step}\``).join(', ')}, got ${quoted(value)}`;
  };
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}

function stepFunctions(grammar: Grammar): Readonly<Record<StepName, StepFunction>> {
  const only = <Item extends string | number>(items: readonly Item[]): string | undefined =>
    new Set(items).size === 1 ? String(items[0]) : undefined;
  return {
    name: (_state, words, _argument, _around, cell) => {
      const value = String(cell.value);
      return [words.joined, ...words.pieces].some((text) => squeezed(text) === squeezed(value)) ? value : words.joined;
    },
    'lower-case': (state, _words, _argument, _around, cell) => {
      const value = String(cell.value);
      return squeezed(state).toLowerCase() === squeezed(value) ? value : state.toLowerCase();
    },
    decimal: (state, words, _argument, _around, cell) => signed(only(numbersOf(words.pieces[0] ?? state, grammar)), words, cell),
    scale: (_state, words, _argument, _around, cell) =>
      signed(grammar.quantity(words.joined)?.value ?? only(grammar.numbers(words.joined)), words, cell),
    upper: (_state, words) => grammar.quantity(words.joined)?.valueMax,
    unit: (_state, words, _argument, _around, cell) => unitOf(words, String(cell.value), grammar),
    operator: (_state, words) => grammar.quantity(words.joined)?.op ?? '=',
    ordinal: (state, words) => only(grammar.ordinals(words.pieces[0] ?? state)),
    superlative: (_state, words) => (SUPERLATIVE.test(words.joined) ? '1' : undefined),
    last: (_state, words) =>
      /\b(?:last|bottom|lowest|worst)\b/i.test(words.joined) ? only(numbersOf(words.pieces.at(-1) ?? '', grammar)) : undefined,
    period: (state, words) => grammar.period(words.pieces[0] ?? state, '') ?? grammar.period(words.joined, ''),
    'document:published': (state, words, _argument, { published, column }) => {
      if (published === '') return undefined;
      // An edition may be the year of the dateline: "the latest ranking".
      return (
        (words.joined === '' ? undefined : grammar.period(words.pieces[0] ?? state, published)) ??
        (column === 'edition' ? published.slice(0, 4) : undefined)
      );
    },
    gazetteer: (_state, words, argument, around) => {
      const id = /^[0-9]+$/.test(argument) ? `geonames:${argument}` : argument;
      const place = grammar.place(id);
      if (place === undefined) return undefined;
      const isBelieved = /respelled-place|unknown-place/.test(String(around.row['doubts'] ?? '')) || around.column === 'scope';
      if (!isBelieved && !words.pieces.some((piece) => grammar.isNamed(id, piece))) return undefined;
      return placeCell(place, around.column);
    },
    area: (_state, words, argument) => (words.joined === '' ? undefined : argument),
    'list-order': (_state, words, argument) => (words.joined === '' ? undefined : argument),
    subject: (state, words) => (words.pieces.length === 0 ? undefined : state),
    'row-header': (state, words) => (words.pieces.length === 0 ? undefined : state),
    move: (_state, words, argument, { row }) => {
      const places = String(Math.abs(Number(argument)));
      if (!/^[+-]?[0-9]+$/.test(argument) || typeof row['rank'] !== 'number' || !numbersOf(words.joined, grammar).includes(places))
        return undefined;
      return String(row['rank'] + Number(argument));
    },
    unchanged: (_state, words, _argument, { row }) => (words.joined === '' ? undefined : String(row['rank'])),
    tie: (_state, words) => (words.joined === '' ? undefined : 'true'),
    change: (_state, words, _argument, _around, cell) => changeOf(words.joined, String(cell.value)),
    competes: (_state, _words, argument) => argument,
    rule: (_state, _words, argument, _around, cell) => (cell.rule === '' ? undefined : argument),
    'stop-words': (_state, _words, argument) => argument,
  };
}

const SUPERLATIVE =
  /\b(?:first|top|tops|topped|topping|lead|leads|led|leading|leader|winner|wins?|won|champion|crown\w*|head\w*|best|most|least|worst|\w{2,20}est|number one|no\. ?1|dominat\w*)\b/i;
const GROWTH =
  /\b(?:up|ris\w*|rose|gr[eo]w\w*|increas\w*|gain\w*|jump\w*|surg\w*|climb\w*|soar\w*|more|higher|expan\w*|add\w*|advanc\w*|boost\w*|doubl\w*|improv\w*|accelerat\w*)|\+/i;
const FALL =
  /\b(?:down|f[ae]ll\w*|drop\w*|declin\w*|decreas\w*|los[est]\w*|less|lower|slump\w*|sh?r[aiu]nk\w*|plung\w*|slid\w*|slip\w*|contract\w*|reduc\w*|cut\w*|dip\w*|shed\w*)|[-\u2212\u2013]/i;

function changeOf(words: string, value: string): string | undefined {
  return (value === 'increase' ? GROWTH : FALL).test(words) ? value : undefined;
}

function numbersOf(words: string, grammar: Grammar): readonly string[] {
  return [...grammar.numbers(words), ...(grammar.numbers(words).length > 0 ? [] : grammar.ordinals(words).map(String))];
}

/** A score keeps its printed sign, a metric does not: "-3.9%" is both "-3.9" and "3.9". */
function signed(value: string | undefined, words: Words, cell: ProvenanceCell): string | undefined {
  const isNegative = /[-\u2212\u2013]\s?[0-9.]/.test(words.joined);
  return isNegative && String(cell.value) === `-${value ?? ''}` ? `-${value ?? ''}` : value;
}

/** The unit of the quantity; else the counted noun as it stands in the words. */
function unitOf(words: Words, value: string, grammar: Grammar): string | undefined {
  const unit = grammar.quantity(words.joined)?.unit ?? '';
  if (unit === value) return unit;
  const noun = squeezed(value).toLowerCase();
  return noun !== '' && squeezed(words.joined).toLowerCase().includes(noun) ? value : unit === '' ? undefined : unit;
}

/** The cell that a record of the gazetteer gives; undefined where it says nothing of the column. */
function placeCell(place: Place, column: string): string | undefined {
  switch (column) {
    case 'place':
      return place.name;
    case 'place_type':
      return place.type;
    case 'place_id':
      return place.id;
    case 'admin1':
      return place.type === 'province' ? place.name : place.admin1;
    case 'country':
      return place.country;
    case 'scope':
      return place.id.replace(/^iso:/, '');
    case 'latitude':
      return place.latitude === undefined ? undefined : String(place.latitude);
    case 'longitude':
      return place.longitude === undefined ? undefined : String(place.longitude);
    default:
      return undefined;
  }
}
