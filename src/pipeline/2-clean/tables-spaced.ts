import type { Cell } from '../../types.ts';
import { cellType, type TextTable } from './cells.ts';
import type { Line } from './lines.ts';

/*
 * Tables whose cells are parted by single blanks, as they come out of a page or a PDF: "Rank City Population Change",
 * "1 Guangdong 60,268.34 2.3%". The figures of a row are told from its name; the header is believed where its words part into as many
 * columns, else the lines stay what they are.
 */

interface Token {
  /** Units into its line. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Row {
  readonly lead: readonly Token[];
  readonly name: Token;
  readonly figures: readonly Token[];
}

const FEWEST_ROWS = 3;
const LONGEST_LINE = 160;
/** Words of a name: "Republic of the Congo". */
const LONGEST_NAME = 6;

const NAME_HEADER =
  /^(?:cit(?:y|ies)|towns?|districts?|municipalit(?:y|ies)|states?|provinces?|count(?:y|ies)|regions?|prefectures?|places?|metros?|destinations?|locations?|countr(?:y|ies)|nations?|territor(?:y|ies)|areas?|capitals?|markets?|boroughs?|names?|state\/ut|city\/town)$/i;
const RANK_HEADER = /^(?:rank(?:ing)?|position|pos\.?|#|no\.?|nr\.?|№|s\.?no\.?|place)$/i;
const YEAR = /^(?:19|20)\d\d$/;
const FIGURE_WORD = /^(?:million|billion|trillion|bn|mn|m|lakh|crore|%|km²|km2|percent)$/i;
/** First words of a column's name. */
const OPENS =
  /^(?:population|gdp|score|points?|change|growth|price|rent|rate|value|index|average|median|mean|total|annual|yearly|monthly|quarterly|y\/y|m\/m|q\/q|yoy|mom|qoq|year-on-year|month-on-month|year-over-year|month-over-month|per|previous|last|prior|area|density|cases|deaths|rank|(?:19|20)\d\d)/i;

function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(/\S+/g), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
    text: found[0],
  }));
}

const joined = (tokens: readonly Token[], text: string): Token => {
  const [start, end] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0];
  return { start, end, text: text.slice(start, end) };
};

/** A number, a change, or what stands for a missing one; "New" begins a name. */
const isFigure = ({ text }: Token): boolean =>
  cellType(text) === 'number' || /^(?:[-–—.*]{1,3}|n\/?a\.?|[▲▼↑↓+−–-]?[$€£¥₹]?\d[\d.,]*[%A-Z]{0,2})$/i.test(text);

/** "5.2 million" is one cell. */
function withUnits(tokens: readonly Token[], text: string): readonly Token[] {
  const cells: Token[] = [];
  for (const token of tokens) {
    const last = cells.at(-1);
    if (last !== undefined && FIGURE_WORD.test(token.text) && /\d$/.test(last.text)) cells[cells.length - 1] = joined([last, token], text);
    else cells.push(token);
  }
  return cells;
}

/** The last word of a row is a figure or its unit: nearly no other line has to be parted into words. */
function mayBeRow(text: string): boolean {
  let at = text.length;
  while (at > 0 && !/\s/.test(text.charAt(at - 1))) at -= 1;
  const last = { start: at, end: text.length, text: text.slice(at) };
  return isFigure(last) || FIGURE_WORD.test(last.text);
}

function readRow(line: Line | undefined): Row | undefined {
  if (line === undefined || line.text.length > LONGEST_LINE || !mayBeRow(line.text)) return undefined;
  const cells = withUnits(tokensOf(line.text), line.text);
  const first = cells.findIndex((cell) => !isFigure(cell));
  const last = cells.findLastIndex((cell) => !isFigure(cell));
  if (first < 0 || first > 2 || last === cells.length - 1 || last - first >= LONGEST_NAME) return undefined;
  const [lead, figures] = [cells.slice(0, first), cells.slice(last + 1)];
  const name = joined(cells.slice(first, last + 1), line.text);
  if (!/^\p{Lu}[^.;:!?|\d]*$/u.test(name.text) || lead.some(({ text }) => !/^(?:=|T-?)?\d{1,4}[=.)]?$/.test(text))) return undefined;
  return figures.some(({ text }) => /\d/.test(text)) ? { lead, name, figures } : undefined;
}

/** The words of a header, brackets and what stands in them taken with the word before: "GDP", "(100 million yuan)". */
function atomsOf(text: string): readonly Token[] {
  const atoms: Token[] = [];
  for (const found of text.matchAll(/\([^()]{0,60}\)|[^\s()]+/g)) {
    const token = { start: found.index, end: found.index + found[0].length, text: found[0] };
    const last = atoms.at(-1);
    if (last !== undefined && /^(?:\(|%$)/.test(token.text)) atoms[atoms.length - 1] = joined([last, token], text);
    else atoms.push(token);
  }
  return atoms;
}

/** Parts the words of a header into `count` names: each its own, each from a capital on, from a known first word, or to a bracket's end. */
function split(atoms: readonly Token[], count: number, text: string): readonly Token[] | undefined {
  const ways: readonly ((atom: Token, before: Token | undefined) => boolean)[] = [
    () => true,
    (atom) => /^[\p{Lu}\d%$€£#+]/u.test(atom.text),
    (atom) => OPENS.test(atom.text),
    (_, before) => /[)%]$/.test(before?.text ?? ')'),
  ];
  for (const opens of ways) {
    const starts = atoms.flatMap((atom, index) => (opens(atom, atoms[index - 1]) ? [index] : []));
    if (starts.length === count && starts[0] === 0)
      return starts.map((start, index) => joined(atoms.slice(start, starts[index + 1] ?? atoms.length), text));
  }
  return undefined;
}

function readHeader(line: Line, { lead, figures }: Row): readonly Token[] | undefined {
  if (line.text.length > LONGEST_LINE) return undefined;
  const atoms = atomsOf(line.text);
  const at = atoms.findIndex(({ text }) => NAME_HEADER.test(text.split(' (', 1)[0] ?? ''));
  const name = atoms[at];
  const next = atoms[at + 1];
  if (name === undefined || next === undefined || NAME_HEADER.test(next.text)) return undefined;
  const front = atoms.slice(0, at);
  if (!front.every(({ text }) => RANK_HEADER.test(text) || YEAR.test(text))) return undefined;
  // Positions that the header does not name have a column of their own all the same.
  const unnamed = front.length === 0 && lead.length === 1 ? [{ start: 0, end: 0, text: '' }] : [];
  const names = split(atoms.slice(at + 1), figures.length, line.text);
  return names === undefined || front.length + unnamed.length !== lead.length ? undefined : [...front, ...unnamed, name, ...names];
}

/** The table whose header is line `from`. */
export function findSpaced(lines: readonly Line[], from: number): TextTable | undefined {
  const header = lines[from];
  const first = readRow(lines[from + 1]);
  if (header === undefined || first === undefined) return undefined;
  const names = readHeader(header, first);
  if (names === undefined) return undefined;
  const rows: Row[] = [];
  for (let row: Row | undefined = first; row !== undefined; row = readRow(lines[from + 1 + rows.length])) {
    if (row.figures.length !== first.figures.length || row.lead.length !== first.lead.length) break;
    rows.push(row);
  }
  if (rows.length < FEWEST_ROWS) return undefined;
  const cellsOf = (tokens: readonly Token[], start: number, isHeader: boolean): Cell[] =>
    tokens.flatMap((token, column) =>
      token.start === token.end ? [] : [{ start: start + token.start, end: start + token.end, column, width: 1, header: isHeader }],
    );
  const body = rows.map(({ lead, name, figures }, index) =>
    cellsOf([...lead, name, ...figures], lines[from + 1 + index]?.start ?? 0, false),
  );
  return { from, to: from + 1 + rows.length, rows: [cellsOf(names, header.start, true), ...body] };
}
