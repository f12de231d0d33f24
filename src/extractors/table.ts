import { leadingPlaces } from './item-place.ts';
import { isOrdered } from './ordering-figure.ts';
import type { Span } from '../source-text.ts';
import type { Cell, Mention, PeriodMention, PlaceMention, QuantityMention, ReadDocument, Section } from '../types.ts';

/** What a column holds, by its header and its content. */
export type ColumnRole = 'place' | 'rank' | 'previous' | 'move' | 'edition' | 'score' | 'figure' | 'qualifier' | 'other';

export interface Column {
  readonly index: number;
  /** Header words, lower case; of a two-row header both, outer first. Empty if the table has none. */
  readonly header: string;
  readonly headerSpans: readonly Span[];
  readonly role: ColumnRole;
  /** Year or years in the header. */
  readonly period: PeriodMention | undefined;
}

export interface TableRow {
  readonly section: Section;
  readonly cells: readonly (Cell | undefined)[];
  readonly places: readonly PlaceMention[];
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  readonly placeColumn: number;
}

const RANK_HEADER =
  /^(?:(?:(?:overall|world|global|national|current|new|now|latest|this year(?:'s)?|in|20\d\d) ){0,3}(?:rank(?:ing)?|position|pos\.?|place|standing)(?: (?:now|current|overall|new|this year|in|20\d\d|\(20\d\d\)|\((?:last year|previous|prev\.?)\)|\(in 20\d\d\))){0,3}|#|no\.?|nr\.?|№|rk\.?|s\.? ?no\.?|sl\.? ?no\.?|order)$/;
const PREVIOUS_HEADER = /\b(?:prev(?:ious)?\.?|last (?:year|edition|time)|prior|a year (?:ago|earlier)|former)\b/;
const MOVE_HEADER = /^(?:change|move(?:ment)?|\+\/-|±|trend|up\/down|shift|chg\.?|change in rank|rank change|difference)\b/;
const SCORE_HEADER = /\b(?:score|points?|pts\.?|index|rating|marks?|grade|value|overall|average|total)\b/;
const PLACE_HEADER =
  /\b(?:city|cities|town|district|municipality|state|province|county|region|prefecture|place|metro|destination|location|country|nation|territory|economy|ecosystem|zone|area|name|capital|market|borough|commune|urban)\b/;
const COUNTRY_HEADER =
  /^(?:country|nation|state|province|region|territory|continent|prefecture|department|county|state\/ut|country\/region|country or region)$/;

const INTEGER = /^(?:no\.? ?|#)?(\d{1,4})(?:st|nd|rd|th)?[.)=*]?$/i;

/** The integer of a rank cell: "7", "7=", "=7", "T7", "7th", "#7"; undefined for anything else. */
export function rankIn(words: string): { readonly rank: number; readonly tied: boolean } | undefined {
  const bare = words.replace(/ ?\([^()]{1,12}\)$/, '').replaceAll(/[*\s]/g, '');
  const found = INTEGER.exec(bare.replace(/^(?:=|T-?|J-?)(?=\d)/i, '').replace(/=$/, ''));
  const rank = Number(found?.[1]);
  return found === null || rank < 1 ? undefined : { rank, tied: /^(?:=|T-?\d|J-?\d)|=$/i.test(bare) };
}

const wordsOf = (text: string, span: Span): string => text.slice(span.start, span.end).trim();

/** The first quantity inside a cell, where the cell is little more than it. */
export function figureIn(document: ReadDocument, section: number, cell: Span): QuantityMention | undefined {
  const inside = (document.mentions[section] ?? []).filter((mention: Mention) => mention.start >= cell.start && mention.end <= cell.end);
  const quantity = inside.find((mention): mention is QuantityMention => mention.kind === 'quantity');
  const words = wordsOf(document.clean.source.text, cell).replace(/ ?\([^()]{1,14}\)$/, ''); // "73.3 (71.0)": last edition's figure in brackets
  return quantity !== undefined && (quantity.end - quantity.start) * 2 >= words.length ? quantity : undefined;
}

/** Reads the rows of one table; undefined where no column holds places. With `stops` airports and ports stand for their places. */
export function readTable(group: readonly Section[], document: ReadDocument, stops = false): Table | undefined {
  const text = document.clean.source.text;
  const rows = group.filter((section) => section.kind === 'row' && section.cells !== undefined);
  if (rows.length < 2) return undefined;
  const width = rows.flatMap((row) => row.cells ?? []).reduce((most, cell) => Math.max(most, cell.column + cell.width), 0);
  if (width < 1 || width > 60) return undefined;
  const headers = rows.filter((row) => (row.cells ?? []).every((cell) => cell.header));
  const body = rows.filter((row) => !(row.cells ?? []).every((cell) => cell.header));
  const at = (row: Section, column: number): Cell | undefined =>
    (row.cells ?? []).find((cell) => cell.column <= column && column < cell.column + cell.width);
  const headerSpans = Array.from({ length: width }, (_, column) =>
    headers
      .slice(0, 2)
      .flatMap((row) => at(row, column) ?? [])
      .filter((cell) => cell.end > cell.start),
  );
  const headerWords = headerSpans.map((spans) => [...new Set(spans.map((span) => wordsOf(text, span).toLowerCase()))].join(' '));
  const cellPlaces = body.map((row) =>
    Array.from({ length: width }, (_, column) => {
      const cell = at(row, column);
      return cell === undefined || /^[\d\s.,%()+-]*$/.test(wordsOf(text, cell)) ? [] : leadingPlaces(document, row.index, cell);
    }),
  );
  const placeColumn = choosePlaceColumn(headerWords, cellPlaces, width);
  if (
    placeColumn !== undefined &&
    ranksOthers(
      placeColumn,
      headerWords,
      body.map((row, index) =>
        Array.from({ length: width }, (_, column) => {
          const cell = at(row, column);
          return cell === undefined || (cellPlaces[index]?.[column] ?? []).length > 0 ? '' : wordsOf(text, cell);
        }),
      ),
    )
  )
    return undefined;
  if (placeColumn === undefined) return undefined;
  const header = headerWords[placeColumn] ?? '';
  if (OTHER_HEADER.test(header) && !(stops && /^(?:airport|port|hub)$/.test(header))) return undefined;
  const tableRows = body.flatMap((section, index) => {
    const places = cellPlaces[index]?.[placeColumn] ?? [];
    return places.length === 0
      ? []
      : [{ section, cells: Array.from({ length: width }, (_, column) => at(section, column)), places: places.slice(0, 1) }];
  });
  if (tableRows.length < 2 || isOfMatches(tableRows, text)) return undefined;
  const columns = headerWords.map((header, index) =>
    describe(index, header, headerSpans[index] ?? [], headers, tableRows, placeColumn, document),
  );
  return { columns: settleScore(columns, tableRows, document), rows: tableRows, placeColumn };
}

/** "24 16 5 3 53": matches played are those won, drawn and lost; a table of clubs, whatever its columns are called. */
function isOfMatches(rows: readonly TableRow[], text: string): boolean {
  const numbers = rows.map(
    ({ section }) =>
      text
        .slice(section.start, section.end)
        .match(/(?<![\p{L}\d.,])\d{1,3}(?![\p{L}\d.,])/gu)
        ?.map(Number) ?? [],
  );
  const adds = (from: number): boolean =>
    numbers.every((row) => row[from] === (row[from + 1] ?? Number.NaN) + (row[from + 2] ?? 0) + (row[from + 3] ?? 0));
  return rows.length > 3 && [0, 1, 2].some(adds);
}

const OTHER_HEADER =
  /\b(?:universit(?:y|ies)|institution|college|school|compan(?:y|ies)|firm|team|club|rider|driver|player|athlete|airport|airline|hotel|restaurant|brand|hospital|museum|bank|person|artist|name of|building|project|tower|beach|attraction|port|station|employer)\b/;
const COUNTRY_ONLY = /^(?:country|nation|nationality|country of origin)$/;

/** True where the places only say whence what is ranked comes: riders and their countries, universities and their cities. */
function ranksOthers(placeColumn: number, headers: readonly string[], cells: readonly (readonly string[])[]): boolean {
  return headers.some((header, column) => {
    if (column === placeColumn) return false;
    const named = cells.filter((row) => /^\p{Lu}[\p{L}'’.-]+/u.test(row[column] ?? '')).length;
    if (named * 10 < cells.length * 6) return false;
    return (
      OTHER_HEADER.test(header) ||
      (column < placeColumn &&
        (COUNTRY_ONLY.test(headers[placeColumn] ?? '') || !PLACE_HEADER.test(headers[placeColumn] ?? '')) &&
        !PLACE_HEADER.test(header) &&
        !/\b(?:grade|rating|class|level|status|publisher)\b/.test(header))
    );
  });
}

function choosePlaceColumn(
  headers: readonly string[],
  cells: readonly (readonly (readonly PlaceMention[])[])[],
  width: number,
): number | undefined {
  const candidates = Array.from({ length: width }, (_, column) => {
    const found = cells.flatMap((row) => row[column]?.[0] ?? []);
    const known = found.filter((place) => !place.doubts.includes('unknown-place')).length;
    return {
      column,
      share: found.length / Math.max(1, cells.length),
      known,
      qualifies: COUNTRY_HEADER.test(headers[column] ?? ''),
      areas: found.filter(({ place }) => place.type === 'country' || place.type === 'province').length * 2 > found.length,
      named: PLACE_HEADER.test(headers[column] ?? ''),
    };
  }).filter((candidate) => candidate.share >= 0.6 && (candidate.known > 0 || candidate.named || (headers[candidate.column] ?? '') === ''));
  // without names of columns, countries beside cities say where those lie
  const hasCities = candidates.some(({ areas }) => !areas);
  const isBeside = ({ qualifies, areas, column }: (typeof candidates)[number]): boolean =>
    qualifies || (areas && hasCities && (headers[column] ?? '') === '');
  const best = [...candidates].sort(
    (a, b) => Number(isBeside(a)) - Number(isBeside(b)) || Number(b.named) - Number(a.named) || b.known - a.known || a.column - b.column,
  );
  return best[0]?.column;
}

function describe(
  index: number,
  header: string,
  headerSpans: readonly Span[],
  headers: readonly Section[],
  rows: readonly TableRow[],
  placeColumn: number,
  document: ReadDocument,
): Column {
  const text = document.clean.source.text;
  const period = headers
    .flatMap((row) => document.mentions[row.index] ?? [])
    .find(
      (mention): mention is PeriodMention =>
        mention.kind === 'period' && headerSpans.some((span) => mention.start >= span.start && mention.end <= span.end),
    );
  const words = rows.map((row) => {
    const cell = row.cells[index];
    return cell === undefined ? '' : wordsOf(text, cell);
  });
  const filled = words.filter((word) => word !== '' && !/^[–—-]$/.test(word));
  const integers = filled.filter((word) => rankIn(word) !== undefined).length;
  const figures = rows.filter((row) => {
    const cell = row.cells[index];
    return cell !== undefined && figureIn(document, row.section.index, cell) !== undefined;
  }).length;
  const mostly = (count: number): boolean => count > 0 && count * 10 >= filled.length * 7;
  const role = ((): ColumnRole => {
    if (index === placeColumn) return 'place';
    if (filled.length === 0) return 'other';
    if (MOVE_HEADER.test(header)) return 'move';
    if (PREVIOUS_HEADER.test(header) && mostly(integers) && !/score|points/.test(header)) return 'previous';
    if (RANK_HEADER.test(header) && mostly(integers)) return 'rank';
    if (header === '' && mostly(integers) && index < placeColumn && countsUp(words)) return 'rank';
    if (/\brank(?:ing)?\b/.test(header) && period !== undefined && mostly(integers)) return 'edition';
    if (period !== undefined && header.replaceAll(/\P{L}/gu, '') === '' && mostly(integers)) return 'edition';
    if (header === '' && tellsMoves(filled)) return 'move';
    if (COUNTRY_HEADER.test(header)) return 'qualifier';
    if (/\brank\b/.test(header)) return 'other';
    if (mostly(figures) && SCORE_HEADER.test(header)) return 'score';
    return mostly(figures) ? 'figure' : 'other';
  })();
  return { index, header, headerSpans, role, period };
}

/** "+2", "-1", "=", "new", "▲ 3": at least two go up or down, by whole numbers. */
function tellsMoves(words: readonly string[]): boolean {
  const moved = words.filter((word) => /^[+−–▲▼△▽↑↓⬆⬇-] ?\d{1,3}$/u.test(word)).length;
  return moved > 1 && words.every((word) => /^(?:[+−–▲▼△▽↑↓⬆⬇-] ?\d{1,3}|[=0▬◄►↔→]|new|re-?entry|same|unchanged|no change)$/iu.test(word));
}

/** Up, down, or each position once where two columns stood side by side ("1, 6, 2, 7, …"). */
function countsUp(words: readonly string[]): boolean {
  const ranks = words.flatMap((word) => rankIn(word)?.rank ?? []);
  const whole = new Set(ranks).size === ranks.length && Math.max(0, ...ranks) === ranks.length;
  return (
    (ranks.length > 2 && whole) ||
    (ranks.length > 1 && ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? 0))) ||
    (ranks.length > 1 && ranks.every((rank, index) => index === 0 || rank <= (ranks[index - 1] ?? 0)))
  );
}

/** "2021-22", "2022-23": of columns of several years the last year's comes first, the others keep their order. */
function latestFirst(columns: readonly Column[]): readonly Column[] {
  const dated = columns.filter((column) => column.period !== undefined);
  const iso = (column: Column): string => column.period?.iso ?? '';
  return dated.length < 2 || dated.length < columns.length
    ? columns
    : [...columns].sort((a, b) => (iso(a) < iso(b) ? 1 : iso(a) > iso(b) ? -1 : 0));
}

/** Of several score columns the first that is in order is the one the table is ordered by; without any, a figure column in order is. */
function settleScore(columns: readonly Column[], rows: readonly TableRow[], document: ReadDocument): readonly Column[] {
  const inOrder = (column: Column): boolean => {
    const pairs = rows.flatMap((row, index) => {
      const cell = row.cells[column.index];
      const figure = cell === undefined ? undefined : figureIn(document, row.section.index, cell);
      return figure === undefined ? [] : [[index, (figure.negative ? -1 : 1) * Number(figure.value)] as const];
    });
    return pairs.length * 10 >= rows.length * 7 && isOrdered(pairs);
  };
  const scores = latestFirst(columns.filter((column) => column.role === 'score'));
  const figures = latestFirst(columns.filter((column) => column.role === 'figure'));
  const chosen = scores.find(inOrder) ?? figures.find(inOrder) ?? scores[0];
  return columns.map((column) => {
    if (column === chosen) return { ...column, role: 'score' };
    return column.role === 'score' ? { ...column, role: 'figure' } : column;
  });
}
