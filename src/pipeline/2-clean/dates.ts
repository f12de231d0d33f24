import type { Span } from '../../source-text.ts';

/** A calendar date in the text: ISO 8601, as exact as it is certain. */
export interface FoundDate extends Span {
  /** `2017-08-15`, `2017-08` or `2017`. */
  readonly iso: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const YEAR = '((?:19|20)\\d\\d)';

interface Form {
  readonly pattern: RegExp;
  readonly read: (groups: readonly string[]) => string | undefined;
}

const FORMS: readonly Form[] = [
  // "2017-08-15", "2022/08/03", "2022年8月3日"
  {
    pattern: new RegExp(`(?<!\\d)${YEAR}[-/.年] ?(\\d{1,2})[-/.月] ?(\\d{1,2})(?!\\d)`),
    read: ([, year, month, day]) => iso(year, month, day),
  },
  // "September 22, 2011", "Mar 26 2010", "July 23rd, 2017"
  {
    pattern: new RegExp(`(?<!\\p{L})${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?:,| of|,? at)? ?${YEAR}(?!\\d)`, 'iu'),
    read: ([, month, day, year]) => iso(year, monthOf(month), day),
  },
  // "29 November 2021", "9 of May of 2018", "23-Feb-2021", "5th of May, 2008"
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]${MONTH}(?:,| of)?[ -]${YEAR}(?!\\d)`, 'iu'),
    read: ([, day, month, year]) => iso(year, monthOf(month), day),
  },
  // "27.01.2021" is the 27th wherever it is written; "07/17/2017" can only be July 17, "03/04/2017" is no more than 2017.
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})([./-])(\\d{1,2})\\2${YEAR}(?!\\d)`),
    read: ([, first, mark, second, year]) => numeric(first, second, year, mark === '.'),
  },
  // "January 2020", "May of 2010"
  { pattern: new RegExp(`(?<!\\p{L})${MONTH}(?:,| of)? ${YEAR}(?!\\d)`, 'iu'), read: ([, month, year]) => iso(year, monthOf(month)) },
];

/** The first date of `text` in the form that comes first in the list above. `text` is a line, not a document. */
export function findDate(text: string): FoundDate | undefined {
  if (!/(?:19|20)\d\d/.test(text)) return undefined;
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(text);
    const found = match === null ? undefined : read(match);
    if (match !== null && found !== undefined) return { iso: found, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

function monthOf(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1);
}

function numeric(first: string | undefined, second: string | undefined, year: string | undefined, dayFirst: boolean): string | undefined {
  const [a, b] = [Number(first), Number(second)];
  if (dayFirst && b <= 12) return iso(year, second, first);
  if (a > 12) return iso(year, second, first);
  if (b > 12 || a === b) return iso(year, first, second);
  return year;
}

/** "2021", "9", "3" → `2021-09-03`; undefined for a day that no month has. */
function iso(year: string | undefined, month: string | undefined, day?: string): string | undefined {
  const monthNumber = Number(month);
  const dayNumber = day === undefined ? 1 : Number(day);
  const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][monthNumber - 1];
  if (year === undefined || days === undefined || dayNumber < 1 || dayNumber > days) return undefined;
  const pad = (number: number): string => String(number).padStart(2, '0');
  return day === undefined ? `${year}-${pad(monthNumber)}` : `${year}-${pad(monthNumber)}-${pad(dayNumber)}`;
}
