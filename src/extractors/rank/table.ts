import type { RankClaim } from '../claim.ts';
import { readHeader, scaleOf } from '../metric-header.ts';
import { readMoveCell } from '../move-mark.ts';
import { isOrderedContext, isRankingContext } from '../ranking-context.ts';
import { defineRule } from '../rule.ts';
import { figureIn, rankIn, readTable, type Column, type Table, type TableRow } from '../table.ts';
import { multiply } from '../../pipeline/9-normalize/decimal.ts';
import type { ReadDocument } from '../../types.ts';

type Found = Omit<RankClaim, 'rule'>;

function scoreOf(table: Table, row: TableRow, document: ReadDocument): Pick<Found, 'score'> {
  const column = table.columns.find((candidate) => candidate.role === 'score');
  const cell = column === undefined ? undefined : row.cells[column.index];
  const figure = cell === undefined ? undefined : figureIn(document, row.section.index, cell);
  if (figure === undefined) return {};
  const { factor } = readHeader(column?.header ?? '');
  const value = factor === '' ? figure.value : multiply(figure.value, factor);
  return {
    score: {
      value: `${figure.negative ? '-' : ''}${value}`,
      unit: figure.unit,
      span: { start: figure.numberStart, end: figure.numberEnd },
      ...scaleOf(factor, column?.headerSpans ?? []),
    },
  };
}

function claim(
  row: TableRow,
  rank: { readonly rank: number; readonly tied: boolean },
  span: { readonly start: number; readonly end: number },
  extra: Partial<Found>,
): Found[] {
  return row.places.map((place) => ({
    kind: 'rank',
    section: row.section.index,
    place,
    position: { kind: 'absolute', rank: rank.rank },
    basis: 'explicit',
    tied: rank.tied,
    positionSpan: { start: span.start, end: span.end },
    reference: {},
    span: { start: Math.min(span.start, place.start), end: Math.max(span.end, place.end) },
    source: 'list',
    doubts: [],
    ...extra,
  }));
}

/** One ranking per column of positions: the plain one, and one for each edition. */
function* ranksOf(table: Table, column: Column, document: ReadDocument, group: string): Generator<Found> {
  const text = document.clean.source.text;
  const read = table.rows.map((row) => {
    const cell = row.cells[column.index];
    return cell === undefined ? undefined : { cell, position: rankIn(text.slice(cell.start, cell.end).replace(/\(.*/, '')) };
  });
  const ranks = read.flatMap((one) => one?.position?.rank ?? []);
  // A crawler lost some numbers: "Hong Kong", "Bangkok", …, "10 Kuala Lumpur" still stand in order.
  const counted =
    column.role === 'rank' &&
    ranks.length > 0 &&
    ranks.length < table.rows.length &&
    read.every((one, index) => one?.position === undefined || one.position.rank === index + 1);
  for (const [index, row] of table.rows.entries()) {
    const one = read[index];
    const place = row.places[0];
    if (one?.position === undefined && counted && place !== undefined)
      yield* claim(row, { rank: index + 1, tied: false }, place, {
        basis: 'implied',
        reference: { group: `${group} ` },
        ...scoreOf(table, row, document),
      });
    if (one?.position === undefined) continue;
    const { rank } = one.position;
    const tied = one.position.tied || (column.role === 'rank' && ranks.filter((other) => other === rank).length > 1);
    const edition =
      column.period === undefined
        ? {}
        : { edition: { iso: column.period.iso, span: { start: column.period.start, end: column.period.end } } };
    const previous =
      (column.role === 'rank'
        ? (previousOf(table, row, rank, document) ?? bracketed(text.slice(one.cell.start, one.cell.end), one.cell.start))
        : undefined) ?? (column.role === 'rank' ? formerPosition(row, formerColumn(table, column), document) : undefined);
    yield* claim(row, { rank, tied }, one.cell, {
      ...(previous === undefined ? {} : { previous }),
      reference: { group: `${group} ${column.role === 'rank' ? '' : column.header}`, ...edition },
      ...(column.role === 'rank' ? scoreOf(table, row, document) : {}),
    });
  }
}

const yearOf = (column: Column): number => Number((column.period?.iso ?? '').slice(0, 4) || Number.NaN);

const tellsPositions = (column: Column): boolean => column.role === 'rank' || column.role === 'edition';

/** The column of the edition before: "2022 rank" beside "2023 rank", "Rank 2022" beside "Rank". */
function formerColumn(table: Table, column: Column): Column | undefined {
  const dated = table.columns.filter((other) => other !== column && tellsPositions(other) && other.period !== undefined);
  if (column.period === undefined) return column.role === 'rank' && dated.length === 1 ? dated[0] : undefined;
  return dated.find((other) => yearOf(other) === yearOf(column) - 1);
}

function formerPosition(row: TableRow, column: Column | undefined, document: ReadDocument): Found['previous'] {
  const cell = column === undefined ? undefined : row.cells[column.index];
  const position = cell === undefined ? undefined : rankIn(document.clean.source.text.slice(cell.start, cell.end));
  return cell === undefined || position === undefined
    ? undefined
    : { rank: position.rank, span: { start: cell.start, end: cell.end }, move: 0 };
}

/** The column of the positions that hold now: without a year, else of the last one. */
function currentRank(table: Table): readonly Column[] {
  const ranks = table.columns.filter((column) => column.role === 'rank');
  const plain = ranks.find((column) => column.period === undefined);
  const latest = plain ?? [...ranks].sort((a, b) => yearOf(b) - yearOf(a))[0];
  return latest === undefined ? [] : [latest];
}

/** "3 (4)": this edition's position and, in brackets, last edition's. */
const BRACKETED = /\d\D{0,3}\((\d{1,4})\)\s*$/d;

function bracketed(words: string, start: number): Found['previous'] {
  const found = BRACKETED.exec(words);
  const range = found?.indices?.[1];
  return found === null || range === undefined
    ? undefined
    : { rank: Number(found[1]), span: { start: start + range[0], end: start + range[1] }, move: 0 };
}

function previousOf(table: Table, row: TableRow, rank: number, document: ReadDocument): Found['previous'] {
  const text = document.clean.source.text;
  for (const column of table.columns) {
    const cell = row.cells[column.index];
    if (cell === undefined) continue;
    const words = text.slice(cell.start, cell.end);
    if (column.role === 'previous') {
      const position = rankIn(words);
      if (position !== undefined) return { rank: position.rank, span: { start: cell.start, end: cell.end }, move: 0 };
    }
    if (column.role === 'move') {
      const move = readMoveCell(words.trim(), cell.start, rank);
      if (move !== undefined) return { ...move, span: { start: cell.start, end: cell.end } };
    }
  }
  return undefined;
}

export default defineRule({
  finds: 'a table of places with a column of positions, or in the order of its rows',
  reads: 'group',
  *claims(group, document) {
    const table = readTable(group, document);
    if (table === undefined) return;
    const key = `table ${String(group[0]?.index ?? 0)}`;
    const columns = currentRank(table);
    // More than two years are a history, whose editions count as rankings.
    const former =
      columns[0] === undefined || table.columns.filter(tellsPositions).length !== 2 ? undefined : formerColumn(table, columns[0]);
    const context = isRankingContext(group, document);
    const editions =
      columns.length > 0 || context
        ? table.columns.filter(
            (column) =>
              column.role === 'edition' && column !== former && (columns.length > 0 || looksLikePositions(table, column, document)),
          )
        : [];
    for (const column of [...columns, ...editions]) yield* ranksOf(table, column, document, key);
    if (columns.length > 0 || editions.length > 0 || !context || !table.columns.some((column) => column.role === 'score')) return;
    if (!isOrderedContext(group, document) || !isByScore(table, document)) return;
    for (const [index, row] of table.rows.entries()) {
      const place = row.places[0];
      if (place !== undefined)
        yield* claim(row, { rank: index + 1, tied: false }, place, {
          basis: 'implied',
          reference: { group: key },
          ...scoreOf(table, row, document),
        });
    }
  },
  examples: [
    {
      text: 'The most visited cities\n\nRank\tCity\tScore\n1\tLeeds\t98.4\n2\tYork\t91.2\n3\tHull\t90.5\n',
      claims: ['Leeds 1 score 98.4', 'York 2 score 91.2', 'Hull 3 score 90.5'],
    },
    {
      text: 'The largest clusters\n\nRank\tCluster\n1\tTokyo–Yokohama\n2\tShenzhen-Hong Kong-Guangzhou\n3\tVienna-Austria\n',
      claims: ['Tokyo–Yokohama 1', 'Shenzhen-Hong Kong-Guangzhou 2', 'Vienna 3'],
    },
  ],
  counterexamples: ['Trains\n\nCity\tPlatform\nLeeds\tA\nYork\tB\nHull\tC\n'],
});

/** Integers of a year column that can be positions: all different, and none over a thousand. */
function looksLikePositions(table: Table, column: Column, document: ReadDocument): boolean {
  const text = document.clean.source.text;
  const ranks = table.rows.flatMap((row) => {
    const cell = row.cells[column.index];
    return cell === undefined ? [] : (rankIn(text.slice(cell.start, cell.end))?.rank ?? []);
  });
  return ranks.length > 0 && ranks.every((rank) => rank <= 1000) && new Set(ranks).size >= ranks.length - 1;
}

function isByScore(table: Table, document: ReadDocument): boolean {
  const column = table.columns.find((candidate) => candidate.role === 'score');
  if (column === undefined) return false;
  const values = table.rows.flatMap((row) => {
    const cell = row.cells[column.index];
    const figure = cell === undefined ? undefined : figureIn(document, row.section.index, cell);
    return figure === undefined ? [] : [Number(figure.value)];
  });
  const falls = values.every((value, index) => index === 0 || value <= (values[index - 1] ?? 0));
  const rises = values.length > 4 && values.every((value, index) => index === 0 || value >= (values[index - 1] ?? 0));
  return values.length === table.rows.length && (falls || rises);
}
