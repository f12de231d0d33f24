import type { MetricClaim } from '../claim.ts';
import { localUnit } from '../metric-currency.ts';
import { readHeader, scaleOf, type Header } from '../metric-header.ts';
import { isMass, isStatistic } from '../metric-words.ts';
import { announcedMeasure, announcedPeriod } from '../metric-announcement.ts';
import { defineRule } from '../rule.ts';
import { figureIn, readTable, type Column, type Table } from '../table.ts';
import { multiply } from '../../pipeline/9-normalize/decimal.ts';
import type { Span } from '../../source-text.ts';
import type { PeriodMention, QuantityMention, ReadDocument, Section } from '../../types.ts';

interface Measured {
  readonly column: Column;
  readonly header: Header;
  /** The words that tell the scale of its figures: its own header, or the caption. */
  readonly scaleSpans: readonly Span[];
}

interface Caption {
  readonly header: Header;
  readonly span: Span;
}

/** "November trade (million dollars)": unit and scale of a whole table, in brackets in the line above it. */
function captionOf(first: Section, document: ReadDocument, country: string): Caption | undefined {
  const before = document.sections[first.index - 1];
  if (before === undefined || before.group === first.group || before.end - before.start > 160) return undefined;
  const words = document.clean.source.text.slice(before.start, before.end);
  const inside =
    /\([^()]{2,40}\):?$|, in [^,()]{2,40}$| in (?:millions?|billions?|thousands?|crores?|lakhs?|Rs\.?|US\$|₹|€)[^,()]{0,30}$/.exec(words);
  if (inside === null) return undefined;
  const header = readHeader(`amount ${inside[0]}`, country);
  const span = { start: before.start + inside.index, end: before.start + inside.index + inside[0].length };
  return /^[A-Z]{3}$/.test(header.unit) || header.factor !== '' ? { header, span } : undefined;
}

/** A column's header, and what the caption adds where the header leaves it open. */
function under(caption: Caption | undefined, column: Column, header: Header): Omit<Measured, 'column'> {
  const open = header.factor === '' && !/^(?:[A-Z]{3}|percent|km2|km|mm|hectares|tonnes)$/.test(header.unit) && !header.growth;
  if (caption === undefined || !open) return { header, scaleSpans: column.headerSpans };
  const unit = caption.header.unit === '' ? header.unit : caption.header.unit;
  return { header: { ...header, unit, factor: caption.header.factor }, scaleSpans: [caption.span] };
}

const wordsOf = (document: ReadDocument, column: Column): string =>
  [...new Set(column.headerSpans.map((span) => document.clean.source.text.slice(span.start, span.end).trim()))].join(' ');

/** Columns of real quantities: no positions, no points of an index. */
function measuredColumns(table: Table, first: Section, document: ReadDocument): readonly Measured[] {
  const country = table.rows[0]?.places[0]?.place.country ?? '';
  const caption = captionOf(first, document, country);
  const read = table.columns.map((column) => ({ column, ...under(caption, column, readHeader(wordsOf(document, column), country)) }));
  const inIndex = read.some(({ column, header }) => header.index && column.role !== 'rank' && column.role !== 'previous');
  const ofParties = read.some(({ header }) => /^(?:seats|votes)\b/.test(header.name));
  return read.filter(({ column, header }) => {
    if (!['score', 'figure', 'move', 'other'].includes(column.role) || header.index) return false;
    const figures = table.rows.flatMap((row) => {
      const cell = row.cells[column.index];
      return cell === undefined ? [] : (figureIn(document, row.section.index, cell) ?? []);
    });
    if (figures.length * 2 < table.rows.length) return false;
    const own = figures.filter((figure) => figure.unit !== '').length * 2 > figures.length;
    if (column.role === 'move') return header.growth && (own || header.unit === 'percent');
    if (own || (header.unit !== '' && header.unit !== countLike(header))) return !(inIndex && header.unit === 'percent');
    // "Schools 77.4" beside "Overall 78.4": points for schools, nobody has 77.4 of them
    if (inIndex && header.unit !== 'people' && figures.every(({ value }) => value.includes('.') && Number(value) <= 100)) return false;
    if (ofParties) return /^(?:seats|wards|voters|population|electorate)\b/.test(header.name);
    return header.unit !== ''
      ? !inIndex || header.unit === 'people' || isStatistic(header.unit)
      : header.factor !== '' || isMass(header.name.split(' ').at(-1) ?? '');
  });
}

/** Rates that are told in percent, whoever tells them. */
const PERCENT_RATE =
  /\b(?:unemployment|jobless|employment|inflation|vacancy|literacy|poverty|vaccination|occupancy|turnout|growth|tax|interest|dropout|graduation|participation|enrol?ment|ownership|recycling|savings?|approval|completion) rates?$/;

/** True where the cells say their unit themselves: a bare "rate" may be a share or so many in 100,000. */
const own = ({ rows }: Table, { index }: Column, document: ReadDocument): boolean =>
  rows.some(({ section, cells }) => {
    const cell = cells[index];
    return cell !== undefined && (figureIn(document, section.index, cell)?.unit ?? '') !== '';
  });

const countLike = (header: Header): string => (/^[a-z-]{3,}$/.test(header.unit) && header.unit !== 'percent' ? header.unit : '');

/** The quantity under a header that says "(000)". */
function scaled(quantity: QuantityMention, factor: string): QuantityMention {
  if (factor === '') return quantity;
  return {
    ...quantity,
    value: multiply(quantity.value, factor),
    valueMax: quantity.valueMax === '' ? '' : multiply(quantity.valueMax, factor),
  };
}

/** "Growth 20142015", glued in print: both years. */
function spanned(column: Column, document: ReadDocument): PeriodMention | undefined {
  for (const span of column.headerSpans) {
    const found = /\b((?:19|20)\d\d) ?[-–/]? ?((?:19|20)\d\d)\b/.exec(document.clean.source.text.slice(span.start, span.end));
    if (found !== null)
      return {
        kind: 'period',
        start: span.start + found.index,
        end: span.start + found.index + found[0].length,
        iso: `${found[1] ?? ''}/${found[2] ?? ''}`,
        source: '',
      };
  }
  return undefined;
}

export default defineRule({
  finds: 'a column of quantities in a table of places: "City | Arrivals (000) | Growth %"',
  reads: 'group',
  *claims(group, document) {
    const table = readTable(group, document, true);
    if (table === undefined) return;
    const first = group[0];
    const measured = first === undefined ? [] : measuredColumns(table, first, document);
    if (measured.length === 0 || first === undefined) return;
    const announced = announcedMeasure(document, first);
    const covering = announcedPeriod(document, first);
    let base = announced?.name ?? '';
    let latest: PeriodMention | undefined;
    for (const { column, header, scaleSpans } of measured) {
      if (header.name !== '' && header.name !== 'rate' && !header.growth) base = header.name;
      const isOpen = header.name === 'rate' && !own(table, column, document);
      const name =
        isOpen && PERCENT_RATE.test(base)
          ? base.replace(/s$/, '')
          : header.name === '' || (header.growth && header.name === 'growth')
            ? `${header.growth ? 'growth of ' : ''}${base}`.trim()
            : header.name;
      if (name === '' || name === 'growth of' || (isOpen && name === 'rate')) continue;
      if (column.period !== undefined && (latest === undefined || column.period.iso > latest.iso)) latest = column.period;
      const period = column.period ?? (header.growth ? (spanned(column, document) ?? latest) : undefined) ?? covering;
      for (const row of table.rows) {
        const cell = row.cells[column.index];
        const figure = cell === undefined ? undefined : figureIn(document, row.section.index, cell);
        const place = row.places[0];
        if (figure === undefined || place === undefined) continue;
        const quantity = scaled(figure, header.factor);
        const unit =
          figure.unit !== ''
            ? localUnit(figure, place.place.country, document)
            : header.growth
              ? 'percent'
              : header.unit !== ''
                ? header.unit
                : announced?.unit || (header.name === 'seats' ? 'seats' : '');
        yield {
          kind: 'metric',
          section: row.section.index,
          place,
          quantity,
          ...scaleOf(header.factor, scaleSpans),
          name,
          nameSpans: column.headerSpans,
          unit,
          ...(period === undefined ? {} : { period }),
          change: header.growth || (figure.negative && unit === 'percent') ? (figure.negative ? 'decrease' : 'increase') : '',
          span: { start: Math.min(place.start, figure.start), end: Math.max(place.end, figure.end) },
          source: 'list',
          doubts: [],
        } satisfies Omit<MetricClaim, 'rule'>;
      }
    }
  },
  examples: [
    {
      text: 'City\tArrivals (000)\tGrowth\nLeeds\t1,204.5\t3.1%\nYork\t986.0\t-0.4%\nHull\t310.2\t1.0%',
      claims: [
        'Leeds: arrivals = 1204500 arrivals',
        'Leeds: growth of arrivals = 3.1 percent increase',
        'York: arrivals = 986000 arrivals',
        'York: growth of arrivals = 0.4 percent decrease',
        'Hull: arrivals = 310200 arrivals',
        'Hull: growth of arrivals = 1 percent increase',
      ],
    },
    {
      text: 'City\tHomicides per 100,000 inhabitants\tRent (€/m2)\nLeeds\t1.2\t14\nYork\t0.9\t13\nHull\t0.4\t11',
      claims: [
        'Leeds: homicides = 1.2 homicides per 100,000 inhabitants',
        'Leeds: rent = 14 EUR',
        'York: homicides = 0.9 homicides per 100,000 inhabitants',
        'York: rent = 13 EUR',
        'Hull: homicides = 0.4 homicides per 100,000 inhabitants',
        'Hull: rent = 11 EUR',
      ],
    },
    {
      text: 'City Rent Y/Y\nLeeds £1,204 3.1%\nYork £986 -0.4%\nHull £710 1.0%',
      claims: [
        'Leeds: rent = 1204 GBP',
        'Leeds: growth of rent = 3.1 percent increase',
        'York: rent = 986 GBP',
        'York: growth of rent = 0.4 percent decrease',
        'Hull: rent = 710 GBP',
        'Hull: growth of rent = 1 percent increase',
      ],
    },
  ],
  counterexamples: ['Rank\tCity\tScore\n1\tLeeds\t72.25\n2\tYork\t71.1\n3\tHull\t64.23'],
});
