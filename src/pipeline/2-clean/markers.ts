/** What stands in front of a list item. */
export interface LineMarker {
  /** The position shown; undefined for a bullet. */
  readonly value: number | undefined;
  readonly tied: boolean;
  /** UTF-16 units of the number or bullet with its punctuation, without the blanks behind it. */
  readonly length: number;
  /** Where the text behind the marker begins. */
  readonly rest: number;
  /** `certain` by its own form; `weak` ("1 Hongshan District", "No 4 Huangdao") only where other lines count with it. */
  readonly strength: 'certain' | 'weak';
}

const BULLET = /(?:[•·▪◦‣⁃►▶▸»›✓✔○●■□◆★*+–—-]|>{1,2})[ \t\u00a0]+/y;

/** "*1. Tokyo*" */
const EMPHASIS = /[*_]{1,3}(?=\d)/y;

/** "10. " "10) " "(10) " "[10] " "#10: " "No. 10 - " "10 – " "10/ " "10th: " "10 place - " "7=. " "T-7. " "１、": the number and what closes it. */
const CLOSED =
  /(?:(No|Nr|Number|Rank|Place|Position)\.? ?|([#№]) ?)?[([]?(T-?|=)?(\d{1,4})(=|T)?(?:st|nd|rd|th|[º°ª])?(?: place| placer| position| rank)?(?:[.)\]:、．]{1,2}|\/(?= )|[ \u00a0]?[-–—:|](?=[ \u00a0]))[ \t\u00a0]*(?=\S)/iy;

/** "First: Tokyo", "Second place - Zurich", "Champion - Naga", "1st runner-up: Daet": a position only where neighbours count on. */
const WORDED =
  /(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|(?:overall )?(?:champion|winner)|(?:1st |first |2nd |second )?runner[- ]up)(?: place)? ?[:–—-][ \t\u00a0]+(?=["'“‘«(]?\p{L})/iuy;
const WORDS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** "7=  Geneva", "=7 Paris", "T-127  Algiers", "#6 (tie) Penang": the tie sign makes the number a position. */
const TIED =
  /(?:[#№] ?)?(?:(?:T-?|=)(\d{1,4})|(\d{1,4})(?:=|T|(?:st|nd|rd|th)?\.? ?[([](?:tied?|joint|shared)[)\]][.:]?))[ \t\u00a0]+(?=\S)/iy;

/**
 * "1 Hongshan District", "No 4 Huangdao", "#7 Xi'an", "3rd Nairobi", "4 (6) Geneva", "5 ▲2 Oslo", "6, Lima", "7 91.3 Bern": a position
 * only where neighbours count on.
 */
const OPEN =
  /(?:(?:No|Nr|Number|Rank)\.? ?|[#№] ?)?(\d{1,4})(?:st|nd|rd|th|[º°ª])?(?: place| position)?,?(?:[ \t\u00a0]\((?:[+−–-]?\d{1,3}|[=–-])\)|[ \t\u00a0][▲▼△▽↑↓▬=–](?: ?\d{1,3})?)?[ \t\u00a0]+(?!(?:to|and|or|of|in|on|at|for|from|per|class|half|quarter)\b)(?=["'“‘«(]?\p{L}|\d{1,3}[.,]\d{1,2}%?[ \t\u00a0]{1,4}(?:[-–—:] )?\p{L})/iuy;

/** "1-Tokyo", "2—Zurich", "3Osaka": what stood between number and name is lost; the same. */
const GLUED = /(\d{1,3})[-–—]?(?=\p{Lu}[\p{L}'’]\p{L})/uy;

/** "10", "#3", "4.", "No. 7", "05", "6th", "2 of 10": a line that holds nothing else. */
const NUMBER_ALONE = /^(?:No\.? ?|#)?0?([1-9]\d{0,3})(?:[.):º°ª]|st|nd|rd|th)?(?: (?:of|\/) \d{1,4})?$/i;
const LONGEST_NUMBER = 12;
/** "3 of 12", "3/12": a picture of a gallery. */
const PAGE = /^\d{1,3} ?(?:of|\/) ?(\d{1,3})$/;

/** "1. 98.2 Tokyo": a score between number and name. */
const SCORED = /^\d{1,3}(?:[.,]\d{1,2}%?|%)[ \u00a0]{1,2}(?:[-–—:|][ \u00a0])?\p{Lu}/u;

const MEDALS = ['🥇', '🥈', '🥉'];
/** "4️⃣ Aktau", "🔟 Oskemen" */
const KEYCAP = /(?:([1-9])\uFE0F?\u20E3|(🔟))[ \t\u00a0]*(?=\S)/uy;

/** Letters that no marker begins with: it is a sign, a digit, or one of "No", "Rank", "T7", "first", "overall champion". */
const NO_MARKER = /^[abdg-mquvxyz]/i;

/** Reads the marker at the start of `text`, a line without white space around it. */
export function readMarker(text: string): LineMarker | undefined {
  if (NO_MARKER.test(text)) return undefined;
  const bullet = at(BULLET, text, 0);
  const from = bullet?.[0].length ?? at(EMPHASIS, text, 0)?.[0].length ?? 0;
  const numbered = readNumber(text, from);
  if (numbered !== undefined && (bullet === undefined || numbered.strength === 'certain')) return numbered;
  if (bullet === undefined || from >= text.length) return undefined;
  return { value: undefined, tied: false, length: bullet[0].trimEnd().length, rest: from, strength: 'certain' };
}

/** The number of a line that holds nothing else: "10", "#3", "4."; the name of the item is on the next line. */
export function readNumberAlone(text: string): number | undefined {
  const match = text.length > LONGEST_NUMBER ? null : NUMBER_ALONE.exec(text);
  return match === null ? undefined : Number(match[1]);
}

/** How many pictures a gallery has, by a line that counts them: 12 of "3 of 12"; undefined for other lines. */
export function readPageCount(text: string): number | undefined {
  const match = text.length > LONGEST_NUMBER ? null : PAGE.exec(text);
  return match === null ? undefined : Number(match[1]);
}

function readNumber(text: string, from: number): LineMarker | undefined {
  const medal = text.charCodeAt(from) === 0xd83e ? MEDALS.findIndex((sign) => text.startsWith(sign, from)) : -1;
  if (medal >= 0 && text.length > from + 2) return { value: medal + 1, tied: false, strength: 'weak', length: from + 2, rest: from + 2 };
  const keycap = at(KEYCAP, text, from);
  if (keycap !== undefined) return marker(keycap[0], from, Number(keycap[1] ?? 10), false, 'weak');
  const closed = at(CLOSED, text, from);
  if (closed !== undefined) {
    const value = Number(closed[4]);
    const named = closed[1] !== undefined || closed[2] !== undefined;
    const next = text[from + closed[0].length] ?? '';
    // "3.5 percent", "10:48 | Updated", "2-1": the number goes on; "2023. A year": a date, no position.
    const counts = !/\d/.test(next) && (named || !isYear(value)) && value > 0;
    if (counts) return marker(closed[0], from, value, closed[3] !== undefined || closed[5] !== undefined, 'certain');
    const scored = /[ \u00a0]$/.test(closed[0]) && SCORED.test(text.slice(from + closed[0].length, from + closed[0].length + 14));
    if (scored && value > 0) return marker(closed[0], from, value, false, 'weak');
  }
  const tied = at(TIED, text, from);
  if (tied !== undefined) return marker(tied[0], from, Number(tied[1] ?? tied[2]), true, 'certain');
  const worded = text.length > 120 ? undefined : at(WORDED, text, from);
  if (worded !== undefined) return marker(worded[0], from, wordedValue((worded[1] ?? '').toLowerCase()), false, 'weak');
  const open = at(OPEN, text, from) ?? at(GLUED, text, from);
  if (open === undefined || text.length > 120 || /[.!?]$/.test(text) || isYear(Number(open[1])) || Number(open[1]) === 0) return undefined;
  return marker(open[0], from, Number(open[1]), false, 'weak');
}

function wordedValue(words: string): number {
  if (words.includes('runner')) return /^(?:2nd|second)/.test(words) ? 3 : 2;
  return /champion|winner/.test(words) ? 1 : WORDS.indexOf(words);
}

function marker(written: string, from: number, value: number, tied: boolean, strength: LineMarker['strength']): LineMarker {
  return { value, tied, strength, length: from + written.trimEnd().length, rest: from + written.length };
}

function isYear(value: number): boolean {
  return value >= 1900 && value < 2100;
}

function at(pattern: RegExp, text: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text) ?? undefined;
}

/**
 * Which of these numbers count up or down together: at least two neighbours with 1 among them, or three. Ties repeat a number,
 * and a jump may follow them ("1 1 3").
 */
export function countingRuns(values: readonly number[]): readonly boolean[] {
  const counts = values.map(() => false);
  let from = 0;
  let direction = 0;
  let repeated = 1;
  for (let index = 1; index <= values.length; index += 1) {
    const step = index < values.length ? (values[index] ?? 0) - (values[index - 1] ?? 0) : Number.NaN;
    const sign = Math.sign(step);
    const joins = step === 0 || (Math.abs(step) <= repeated && (direction === 0 || sign === direction));
    if (joins) {
      repeated = step === 0 ? repeated + 1 : 1;
      if (step !== 0) direction = sign;
      continue;
    }
    const run = values.slice(from, index);
    if (direction !== 0 && (run.length >= 3 || (run.length === 2 && run.includes(1)))) counts.fill(true, from, index);
    from = index;
    direction = 0;
    repeated = 1;
  }
  return counts;
}
