import { z } from 'zod';
import { DOCUMENT_COLUMNS, METRIC_COLUMNS, RANKING_COLUMNS } from './columns.ts';
import { decided } from './decisions.ts';
import { count, id } from './values.ts';

/*
 * A line of provenance.jsonl proves one document, ranking, entry or metric: for each of its cells the bytes and the named
 * steps from their words to the value. run/replay.ts replays every step without running a rule.
 */

/** What a step says. An argument follows a colon: `gazetteer:1796236`, `gazetteer:iso:CN-GZ`, `move:-12`, `list-order:5`. */
export const STEPS = {
  name: 'words, with markup and white space cleaned, are the value',
  'lower-case': 'the value is in lower case',
  decimal: 'digits or number words are the value',
  scale: 'a scale word (million, bn, crore) beside the number multiplies it; in a header, which is a further piece, by the argument',
  upper: 'the upper end of a range is the value',
  unit: 'a sign, code or noun in the words is the unit',
  operator: 'words such as "more than" are the operator; without such words it is `=`',
  ordinal: 'an ordinal or number in the words is the position',
  superlative: 'a word such as "tops", "largest" or "leads" is position 1',
  last: 'the words name the last of a list; the position is its length, which a piece states',
  period: 'words of time are the ISO 8601 period',
  'document:published': 'words such as "last year" are counted from the date of the article',
  gazetteer: 'the record with the id after the colon has the value, and the words are one of its names',
  area: 'words such as "Chinese" or "global" are the code after the colon',
  'list-order': 'position counted in an enumeration or in markup; the argument is the position',
  subject: 'the place comes from an antecedent, whose words are a piece',
  'row-header': 'the words stand in a header of the table or list, not in the row',
  move: 'previous position from the position and a stated move; the argument is what is added to the position',
  unchanged: 'previous position is the position: the words say it did not change',
  tie: 'the words or another entry with the same position say that it is shared',
  change: 'words of growth or fall',
  competes: 'follows from the other places of the ranking; the argument is the value',
  rule: 'the rule gives the value for these words; the argument is the value',
  record: "the field of the article's record in its container, named after the colon, is the value",
  'stop-words': 'language by the share of its stop words',
  decision: "a reviewer's decision, which the line names, is the value",
} as const;

export type StepName = keyof typeof STEPS;
/** `ordinal`, `gazetteer:1796236`, … */
export type Step = StepName | `${StepName}:${string}`;

/** The longest name first: `document:published` has a colon of its own. */
const stepNames = Object.keys(STEPS).sort((a, b) => b.length - a.length) as StepName[];

/** A step as its name and its argument (empty if it has none); undefined for a step that is not in the list. */
export function parseStep(step: string): { readonly name: StepName; readonly argument: string } | undefined {
  const name = stepNames.find((candidate) => step === candidate || step.startsWith(`${candidate}:`));
  return name === undefined ? undefined : { name, argument: step.slice(name.length + 1) };
}

export const piece = z.strictObject({
  quote: z.string().min(1).describe("The file's own text at `start`..`end`."),
  start: count.describe('First byte.'),
  end: z.int().min(1).describe('Byte after the last.'),
});

const step = z.string().refine((value) => parseStep(value) !== undefined, 'expected a step of the closed list');

const origin = z.enum(['stated', 'concluded']);
const value = z.union([z.string(), z.number()]);

export const cell = z.strictObject({
  origin: origin.describe('Said by the words, or concluded from them.'),
  value: value.describe('The value as in the table.'),
  pieces: z.array(piece).readonly().describe('The bytes it rests on, the one with the value first.'),
  rule: z.string().describe('Rule that gave it; empty where a stage did.'),
  steps: z.array(step).readonly().describe('Named steps from the words to the value.'),
  machine: z
    .strictObject({ origin, value, rule: z.string(), steps: z.array(step).readonly() })
    .optional()
    .describe('What the machine gave, where a reviewer corrected it.'),
});

const support = z.strictObject({ rule: z.string().min(1), pieces: z.array(piece).min(1).readonly() });
const loser = z.strictObject({
  rule: z.string().min(1),
  reason: z.string().min(1).describe('Why it lost, such as `contradicted` or `inside-another`.'),
  value: value.describe('The position or value it claimed.'),
  pieces: z.array(piece).min(1).readonly(),
});

const columns = [...new Set([...DOCUMENT_COLUMNS, ...RANKING_COLUMNS, ...METRIC_COLUMNS])];

export const provenanceLine = z.strictObject({
  kind: z.enum(['document', 'ranking', 'entry', 'metric']),
  id: id.describe('document_id, ranking_id, entry_id or metric_id.'),
  document_id: id,
  cells: z.partialRecord(z.enum(columns), cell).describe('By column.'),
  supporters: z.array(support).readonly().optional().describe('Other evidence for the same claim.'),
  losers: z.array(loser).readonly().optional().describe('Claims about the same place and ranking that lost.'),
  decisions: z.array(decided).readonly().optional().describe('What reviewers decided about the row, the latest first.'),
});

export type Piece = Readonly<z.infer<typeof piece>>;
export type ProvenanceCell = Readonly<z.infer<typeof cell>>;
export type ProvenanceLine = Readonly<z.infer<typeof provenanceLine>>;

/** Columns of each kind that need a provenance cell wherever they are not empty. The others are keys, counts and bookkeeping. */
export const PROVEN_COLUMNS = {
  document: ['title', 'site', 'author', 'published', 'language'],
  ranking: ['ranking_name', 'publisher', 'edition', 'scope', 'list_size', 'evaluated'],
  entry: [
    'rank',
    'within',
    'tied',
    'place',
    'place_raw',
    'place_type',
    'place_id',
    'admin1',
    'country',
    'latitude',
    'longitude',
    'score',
    'score_unit',
    'previous_rank',
  ],
  metric: [
    'place',
    'place_raw',
    'place_type',
    'place_id',
    'admin1',
    'country',
    'latitude',
    'longitude',
    'metric',
    'op',
    'value',
    'value_max',
    'unit',
    'change',
    'period',
  ],
} as const;
