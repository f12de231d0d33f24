import { MAX_TABLE_COLUMNS } from '../../limits.ts';
import type { Cell } from '../../types.ts';
import { cellType, type TextTable } from './cells.ts';
import type { Line } from './lines.ts';

interface Separator {
  readonly pattern: RegExp;
  /** Whether a line may hold it. */
  readonly mayStandIn: (line: string) => boolean;
  readonly minimumRows: number;
  readonly minimumCells: number;
  /** Every row must have the same number of cells; tabs at the end of a line are often lost. */
  readonly even: boolean;
  /** Longest cell; longer ones are sentences that happen to hold the separator. */
  readonly longest: number;
  /** Some row below the first must hold a number. */
  readonly numbers: boolean;
}

export const SEPARATORS: readonly Separator[] = [
  { pattern: /\t/g, mayStandIn: (line) => line.includes('\t'), minimumRows: 2, minimumCells: 2, even: false, longest: 400, numbers: false },
  { pattern: /\|/g, mayStandIn: (line) => line.includes('|'), minimumRows: 3, minimumCells: 2, even: true, longest: 200, numbers: false },
  { pattern: / \/ /g, mayStandIn: (line) => line.includes(' / '), minimumRows: 3, minimumCells: 3, even: true, longest: 60, numbers: true },
  { pattern: /;/g, mayStandIn: (line) => line.includes(';'), minimumRows: 3, minimumCells: 3, even: true, longest: 60, numbers: true },
  {
    pattern: /[ \u00a0]{2,}/g,
    mayStandIn: (line) => line.includes('  ') || line.includes('\u00a0'),
    minimumRows: 3,
    minimumCells: 2,
    even: true,
    longest: 60,
    numbers: true,
  },
  {
    pattern: /,(?! |(?<=\d,)\d{3}(?!\d))/g,
    mayStandIn: (line) => line.includes(','),
    minimumRows: 3,
    minimumCells: 3,
    even: true,
    longest: 40,
    numbers: true,
  },
];

const LONGEST_LINE = 2000;

interface Field {
  readonly cell: Cell;
  readonly text: string;
}

/** The table that begins at line `from`; `refused[i]` is the line up to which separator i has been tried in vain. */
export function findSeparated(lines: readonly Line[], from: number, refused: number[]): TextTable | undefined {
  for (const [index, separator] of SEPARATORS.entries()) {
    if (from < (refused[index] ?? 0)) continue;
    const rows: Field[][] = [];
    let to = from;
    for (; to < lines.length; to += 1) {
      const fields = splitLine(lines[to], separator);
      const uneven = separator.even && rows[0] !== undefined && fields?.length !== rows[0].length;
      // "| Ghent | 1 |": a line that begins with a bar is a row, however many cells it has.
      if (fields === undefined || (uneven && !lines[to]?.text.startsWith('|'))) break;
      rows.push(fields);
    }
    if (rows.length >= separator.minimumRows && isTable(rows, separator))
      return { from, to, rows: withHeaders(besideEachOther(apartFromNumbers(rows))) };
    refused[index] = to;
  }
  return undefined;
}

function splitLine(line: Line | undefined, separator: Separator): Field[] | undefined {
  if (line === undefined || line.text.length > LONGEST_LINE || !separator.mayStandIn(line.text)) return undefined;
  if (line.text.search(separator.pattern) < 0) return undefined;
  const fields: Field[] = [];
  let from = 0;
  let column = 0;
  const add = (to: number): void => {
    const written = line.text.slice(from, to);
    const text = written.trim();
    const start = line.start + from + (written.length - written.trimStart().length);
    if (text !== '') fields.push({ cell: { start, end: start + text.length, column, width: 1, header: false }, text });
  };
  for (const match of line.text.matchAll(separator.pattern)) {
    add(match.index);
    // "| a | b |": what stands before the first bar is no cell.
    if (match.index > 0) column += 1;
    from = match.index + match[0].length;
    if (column >= MAX_TABLE_COLUMNS) return undefined;
  }
  add(line.text.length);
  return fields.length < separator.minimumCells || fields.some((field) => field.text.length > separator.longest) ? undefined : fields;
}

function isTable(rows: readonly (readonly Field[])[], separator: Separator): boolean {
  if (separator.numbers && !rows.some((row, index) => index > 0 && holdsNumber(row))) return false;
  // "1  Singapore (=)": a number and a name are an item of a list.
  if (
    rows.every(
      (row) => row.length === 2 && /^(?:T-?|=)?\d{1,4}[=.)T]?$/.test(row[0]?.text ?? '') && cellType(row[1]?.text ?? '') === 'text',
    )
  )
    return false;
  // "Home | News | Sports" over several lines
  return rows.some((row) => row.length < 3 || row.some((field) => cellType(field.text) === 'number' || field.text.length > 12));
}

/** "1. Santiago", "=7 Leeds", "#3 Oslo", "12) Hull": a position and the name behind it in one cell. */
const NUMBERED = /^(?:No\. ?|#)?(?:T-?|=)?\d{1,4}=?(?:st|nd|rd|th)?[.):]?\s{1,3}(?=["“'‘]?\p{L})/iu;

/** "1. Santiago | 78.4": where nearly all first cells are numbered, positions and names are columns of their own. */
function apartFromNumbers(rows: readonly (readonly Field[])[]): readonly (readonly Field[])[] {
  const first = rows.map((row) => (row[0]?.cell.column === 0 ? NUMBERED.exec(row[0].text)?.[0] : undefined));
  const numbered = first.filter((number) => number !== undefined).length;
  const isNamed = rows[0] !== undefined && isNaming(rows[0]);
  if (numbered < 2 || numbered + (isNamed ? 1 : 0) < rows.length * 0.8) return rows;
  return rows.map((row, index) =>
    row.flatMap((field, position): readonly Field[] => {
      const number = first[index];
      const { text, cell } = field;
      const behind = { ...cell, column: cell.column + 1 };
      if (position > 0 || number === undefined) return [{ text, cell: behind }];
      const digits = number.trimEnd();
      return [
        { text: digits, cell: { ...cell, end: cell.start + digits.length } },
        { text: text.slice(number.length), cell: { ...behind, start: cell.start + number.length } },
      ];
    }),
  );
}

/**
 * Rows that hold two or three of the same table's, "1 | Tokyo | 6 | Oslo", one by one: each begins with a position, and positions go on
 * from row to row and from column to column.
 */
function besideEachOther(rows: readonly (readonly Field[])[]): readonly (readonly Field[])[] {
  const width = rows.at(-2)?.length ?? 0;
  for (const parts of [2, 3]) {
    const size = width / parts;
    if (!Number.isInteger(size) || size < 2) continue;
    const split = rows.flatMap((row) =>
      Array.from({ length: parts }, (_, part) =>
        row
          .filter(({ cell }) => Math.floor(cell.column / size) === part)
          .map((field) => ({ ...field, cell: { ...field.cell, column: field.cell.column - part * size } })),
      ).filter((part) => part.length > 0),
    );
    const words = (row: readonly Field[] | undefined): string => row?.map(({ text }) => text).join('\t') ?? '';
    const named = rows[0] !== undefined && !holdsNumber(rows[0]);
    const body = named ? split.slice(parts) : split;
    const positions = body.map((row) => (/^\d{1,3}\.?$/.test(row[0]?.text ?? '') ? Number.parseInt(row[0]?.text ?? '', 10) : 0));
    const counts = positions.length > 3 && new Set(positions).size === positions.length && Math.max(...positions) === positions.length;
    const agree = !named || split.slice(1, parts).every((row) => words(row) === words(split[0]));
    if (counts && agree && !positions.includes(0)) return named ? [...split.slice(0, 1), ...body] : body;
  }
  return rows;
}

function holdsNumber(row: readonly Field[]): boolean {
  return row.some((field) => cellType(field.text) === 'number');
}

/** Words without a number other than years: "2023 | 2022 | City". */
const isNaming = (row: readonly Field[]): boolean =>
  row.some(({ text }) => cellType(text) === 'text') && row.every(({ text }) => cellType(text) !== 'number' || /^(?:19|20)\d\d$/.test(text));

/** The first row names the columns if it has no number where rows below have some; so does each repetition of it. */
function withHeaders(rows: readonly (readonly Field[])[]): readonly (readonly Cell[])[] {
  const kept = rows.filter((row) => !row.every((field) => /^:?-{2,}:?$/.test(field.text)));
  const words = (row: readonly Field[] | undefined): string => row?.map((field) => field.text).join('\t') ?? '';
  const first = kept[0];
  const named =
    first !== undefined && kept.length > 1 && (kept.length < rows.length || (isNaming(first) && kept.slice(1).some(holdsNumber)));
  return kept.map((row) => row.map((field) => (named && words(row) === words(first) ? { ...field.cell, header: true } : field.cell)));
}
