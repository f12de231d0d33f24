import type { Cell } from '../../types.ts';
import type { TextTable } from './cells.ts';
import type { Line } from './lines.ts';

/*
 * Tables whose cells lost what stood between them: "1McKinney, TX72.2525229", "2Frisco, TX71.1061172". Only lines that count
 * up from one to the next are believed.
 */

const ROW = /^(\d{1,4})(?!(?:st|nd|rd|th) )(\p{L}\D{1,60})(\d[\d.,]*%?)$/u;
/** A score's decimals cannot be told from the digits glued to it; two is what tables print. */
const SCORE = /^\d{1,3}\.\d{2}/;
const FEWEST_ROWS = 4;

export function findGluedRows(text: string, lines: readonly Line[], from: number): TextTable | undefined {
  const hasHeader = ROW.exec(lines[from]?.text ?? '') === null;
  const first = hasHeader ? from + 1 : from;
  if (hasHeader && (lines[first]?.gap ?? true)) return undefined;
  const rows: Cell[][] = [];
  let previous: number | undefined;
  let to = first;
  for (; to < lines.length; to += 1) {
    const line = lines[to];
    const match = ROW.exec(line?.text ?? '');
    if (line === undefined || match === null) break;
    const rank = Number(match[1]);
    // A row of the list may be missing ("18 …, 20 …"), none may come before its turn.
    if (previous !== undefined && (rank < previous || rank > previous + 3)) break;
    previous = rank;
    rows.push(splitRow(line, match));
  }
  if (rows.length < FEWEST_ROWS) return undefined;
  const line = lines[from];
  return { from, to, rows: hasHeader && line !== undefined ? [splitHeader(text, line), ...rows] : rows };
}

function splitRow(line: Line, match: RegExpExecArray): Cell[] {
  const rank = match[1]?.length ?? 0;
  const figures = rank + (match[2]?.length ?? 0);
  const score = SCORE.exec(match[3] ?? '')?.[0].length ?? 0;
  const bounds = [0, rank, figures, figures + score, line.text.length];
  const cells: Cell[] = [];
  for (let column = 0; column + 1 < bounds.length; column += 1) {
    const start = line.start + (bounds[column] ?? 0);
    const end = line.start + (bounds[column + 1] ?? 0);
    if (start < end) cells.push({ start, end, column, width: 1, header: false });
  }
  return cells;
}

/** "OVERALL RANKCityOverall Score": a new name begins where a capital follows without a blank. */
function splitHeader(text: string, line: Line): Cell[] {
  const cells: Cell[] = [];
  let start = line.start;
  for (let at = line.start + 1; at <= line.end; at += 1) {
    const begins =
      at === line.end ||
      (/\p{Lu}/u.test(text[at] ?? '') &&
        /[\p{L})%]/u.test(text[at - 1] ?? '') &&
        /\p{Ll}/u.test(text[at + 1] ?? '') &&
        !(/\p{Lu}/u.test(text[at - 1] ?? '') && /\P{L}/u.test(text[at - 2] ?? ' ')));
    if (!begins) continue;
    cells.push({ start, end: at, column: cells.length, width: 1, header: true });
    start = at;
  }
  return cells;
}
