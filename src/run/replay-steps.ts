import type { StepName } from '../schema.ts';
import type { Place } from '../types.ts';
import { lastWordOf } from '../pipeline/9-normalize/changes.ts';
import { multiply } from '../pipeline/9-normalize/decimal.ts';
import { isFirst, isLast } from '../pipeline/9-normalize/ends.ts';
import { squeezed } from './plain-words.ts';
import type { Grammar, StepInput } from './replay.ts';

/** What a step makes of its input; undefined where it does not follow from the words. */
type StepFunction = (input: StepInput) => string | undefined;

const needsWords =
  (value: (input: StepInput) => string): StepFunction =>
  (input) =>
    input.joined === '' ? undefined : value(input);
const text = (value: number | undefined): string | undefined => (value === undefined ? undefined : String(value));

const SCALE = /000|\b(?:thousands?|millions?|billions?|trillions?|lakhs?|crores?|mn|mln|bn|tn|[bkmt])\b/i;

export function stepFunctions(grammar: Grammar): Readonly<Record<StepName, StepFunction>> {
  const number = ({ pieces, state, cell }: StepInput): string | undefined => signed(grammar, pieces[0] ?? state, String(cell.value));
  return {
    name: ({ pieces, joined, literal, cell }) => {
      const value = String(cell.value);
      const isValue = (words: string): boolean => isName(words, value);
      return [joined, ...pieces].some(isValue) || literal().some(isValue) ? value : joined;
    },
    'lower-case': ({ state, cell }) => {
      const value = String(cell.value);
      return squeezed(state).toLowerCase() === squeezed(value) ? value : state.toLowerCase();
    },
    decimal: number,
    scale: (input) => scaled(input, grammar),
    upper: ({ joined }) => grammar.quantity(joined)?.valueMax,
    unit: (input) => unitOf(input, grammar),
    operator: ({ joined }) => grammar.quantity(joined)?.op ?? '=',
    ordinal: ({ pieces, state }) => text(grammar.ordinal(pieces[0] ?? state)),
    superlative: ({ joined }) => (isFirst(joined) ? '1' : undefined),
    last: ({ joined, pieces }) => (isLast(joined) ? grammar.number(pieces.at(-1) ?? '') : undefined),
    period: ({ pieces, state, joined, around }) => {
      const date = around.column === 'published' ? grammar.date(joined) : undefined;
      const iso = date ?? grammar.period(pieces[0] ?? state, '') ?? grammar.period(joined, '');
      return around.column === 'edition' ? yearsOf(iso) : iso;
    },
    'document:published': ({ joined, around: { published, column } }) => {
      if (published === '') return undefined;
      // An edition may be the year of the dateline: "the latest ranking".
      return column === 'edition' ? yearsOf(grammar.period(joined, published) ?? published) : grammar.period(joined, published);
    },
    gazetteer: (input) => recordCell(input, grammar),
    area: needsWords(({ argument }) => argument),
    'list-order': needsWords(({ argument }) => argument),
    subject: needsWords(({ state }) => state),
    'row-header': needsWords(({ state }) => state),
    move: ({ joined, argument, around: { row } }) => {
      const told = /^an?$/i.test(joined) ? '1' : grammar.number(joined); // "up a place"
      const isSaid = /^[+-]?\d+$/.test(argument) && Number(told) === Math.abs(Number(argument));
      return isSaid && typeof row['rank'] === 'number' ? String(row['rank'] + Number(argument)) : undefined;
    },
    unchanged: needsWords(({ around }) => String(around.row['rank'])),
    tie: needsWords(() => 'true'),
    change: ({ joined, cell }) =>
      lastWordOf(cell.value === 'increase' ? 'increase' : 'decrease', joined) === undefined ? undefined : String(cell.value),
    competes: ({ argument }) => argument,
    rule: ({ cell, argument }) => (cell.rule === '' ? undefined : argument),
    record: ({ argument, cell, around: { record } }) => {
      const said = Object.hasOwn(record, argument) ? (record[argument] ?? '') : '';
      return isName(said, String(cell.value)) ? String(cell.value) : said;
    },
    'stop-words': ({ argument }) => argument,
    // verify-decisions.ts compares it with the reviewer's file
    decision: ({ cell }) => String(cell.value),
  };
}

/** The same letters and digits; "Ministry of Industry (MI)" is also named without what stands in brackets. */
function isName(words: string, value: string): boolean {
  return squeezed(words) === squeezed(value) || squeezed(words.replace(/\([^()]*\)/g, '')) === squeezed(value);
}

/** "2017-03" → "2017", "2017-01/2017-06" → "2017", "2016/2017" as it is */
function yearsOf(iso: string | undefined): string | undefined {
  if (iso === undefined) return undefined;
  return [...new Set(iso.split('/').map((date) => date.slice(0, 4)))].join('/');
}

/** A score keeps its printed sign, a metric does not: "-3.9%" is both "-3.9" and "3.9". */
function signed(grammar: Grammar, words: string, value: string): string | undefined {
  const quantity = grammar.quantity(words);
  if (quantity === undefined) return grammar.number(words) ?? text(grammar.ordinal(words));
  return quantity.negative && value.startsWith('-') ? `-${quantity.value}` : quantity.value;
}

/** "1.46 billion"; or, with an argument, "4.63" under a header that says "trillion yuan": a further piece. */
function scaled({ joined, pieces, cell, argument }: StepInput, grammar: Grammar): string | undefined {
  const [words = '', ...headers] = pieces;
  if (argument === '') return signed(grammar, joined, String(cell.value));
  if (!/^10*$/.test(argument) || !headers.some((header) => SCALE.test(header))) return undefined;
  const number = signed(grammar, words, String(cell.value));
  return number === undefined ? undefined : `${number.startsWith('-') ? '-' : ''}${multiply(number.replace('-', ''), argument)}`;
}

/** The unit of the quantity; else the counted noun as it stands in the words. */
function unitOf({ joined, cell }: StepInput, grammar: Grammar): string | undefined {
  const value = String(cell.value);
  const unit = grammar.quantity(joined)?.unit ?? '';
  const noun = squeezed(value).toLowerCase();
  return unit !== value && noun !== '' && squeezed(joined).toLowerCase().includes(noun) ? value : unit;
}

/** Words that stand for the country around a place. */
const NATIONWIDE = /^(?:the|this|that|our) (?:whole |entire )?(?:country|nation)$|^(?:nationally|nationwide|countrywide)$/i;

/** The cell of a gazetteer's record whose name the words are, or, under a doubt about the name, are meant to be. */
function recordCell({ pieces, argument, around, cell }: StepInput, grammar: Grammar): string | undefined {
  const id = /^\d+$/.test(argument) ? `geonames:${argument}` : argument;
  const place = grammar.place(id, [String(around.row['place'] ?? ''), ...pieces]);
  if (place === undefined) return undefined;
  const isMeant =
    String(around.row['doubts']).includes('respelled-place') ||
    pieces.some((words) => grammar.isNamed(id, words)) ||
    // "the capital of Austria" is Vienna; "nationally" beside Graz is Austria
    (cell.steps.includes('subject') &&
      (pieces.some((words) => grammar.isCapital(id, words)) ||
        (pieces.some((words) => NATIONWIDE.test(words)) && pieces.some((words) => grammar.isCountryOf(id, words)))));
  return isMeant ? columnOf(place, around.column) : undefined;
}

function columnOf(place: Place, column: string): string | undefined {
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
      return text(place.latitude);
    case 'longitude':
      return text(place.longitude);
    default:
      return undefined;
  }
}
