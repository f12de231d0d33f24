/*
 * Arithmetic of years and months, without `Date`. ISO 8601: `2014`, `2014-07`, `2017-08-15`, intervals of equal precision with "/".
 */

/** A year, a month of a year or a day; the year is undefined where the words do not say it. */
export interface Point {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isDay(month: number, day: number): boolean {
  return day >= 1 && day <= (DAYS[month - 1] ?? 0);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** Empty where the year is unknown. */
export function isoOf({ year, month, day }: Point): string {
  if (year === undefined) return '';
  if (month === undefined) return String(year);
  return day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

export function isoMonths(year: number, from: number, to: number): string {
  return `${year}-${two(from)}/${year}-${two(to)}`;
}

/** From the first to the last, at the precision of the coarser; empty unless that rises. */
export function isoInterval(first: Point, last: Point): string {
  const months = first.month !== undefined && last.month !== undefined;
  const days = first.day !== undefined && last.day !== undefined;
  const cut = ({ year, month, day }: Point): Point => ({ year, month: months ? month : undefined, day: months && days ? day : undefined });
  const from = isoOf(cut(first));
  const to = isoOf(cut(last));
  return from !== '' && to !== '' && from < to ? `${from}/${to}` : '';
}

/** The months that end with `last`: twelve to March 2021 are `2020-04/2021-03`. */
export function isoMonthsTo(count: number, year: number, month: number): string {
  const first = year * 12 + (month - 1) - (count - 1);
  return `${Math.floor(first / 12)}-${two((first % 12) + 1)}/${year}-${two(month)}`;
}

function known(number: number | undefined): number | undefined {
  return Number.isNaN(number) ? undefined : number;
}

/** "2017-08-15", "2017-08" or "2017" as `Metadata.published` has it; undefined where it is empty or no date. */
export function readPublished(published: string): Point | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(published);
  if (match === null) return undefined;
  const [year, month, day] = [1, 2, 3].map((group) => Number(match[group] ?? Number.NaN));
  return { year: known(year), month: known(month), day: known(day) };
}

/** The year of the latest such month (and day) that is not after the article; its own year where only that is known. */
export function yearOfLatest(month: number, day: number | undefined, published: Point): number | undefined {
  if (published.year === undefined || published.month === undefined) return published.year;
  if (month !== published.month) return month < published.month ? published.year : published.year - 1;
  return day !== undefined && published.day !== undefined && day > published.day ? published.year - 1 : published.year;
}

/** The year of the latest stretch of months ending with `lastMonth` that is over, or in its last month, when the article appears. */
export function yearOfLatestStretch(lastMonth: number, published: Point): number | undefined {
  if (published.year === undefined || published.month === undefined) return published.year;
  return lastMonth <= published.month ? published.year : published.year - 1;
}

/** `by` years, quarters or months from the article's date; empty where the date is not that precise. */
export function isoRelative(unit: 'year' | 'quarter' | 'month', by: number, { year, month }: Point): string {
  if (year === undefined) return '';
  if (unit === 'year') return String(year + by);
  if (month === undefined) return '';
  if (unit === 'month') {
    const index = year * 12 + (month - 1) + by;
    return `${Math.floor(index / 12)}-${two((index % 12) + 1)}`;
  }
  const quarter = year * 4 + Math.floor((month - 1) / 3) + by;
  const first = (quarter % 4) * 3 + 1;
  return isoMonths(Math.floor(quarter / 4), first, first + 2);
}
