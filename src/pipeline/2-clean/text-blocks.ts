import type { BlockKind, Marker } from '../../types.ts';
import { isCaption } from './captions.ts';
import { readCounters } from './counted.ts';
import { PieceWriter, type Draft } from './draft.ts';
import type { Line } from './lines.ts';
import { countingRuns, readMarker, readNumberAlone, readPageCount, type LineMarker } from './markers.ts';

/** Widest column that text is wrapped in by hand; longer lines are whole paragraphs. */
const WIDEST_WRAP = 160;
const NARROWEST_WRAP = 40;
/** One long word, such as an address, makes the widest line wider than the column. */
const WRAP_SLACK = 0.85;
/** Lines that show how wide the column is. */
const WRAP_SAMPLE = 12;
/** A heading is short and does not end as a sentence does. */
const LONGEST_HEADING = 110;
/** "Average house price: £268,400", "Population: 1,290". */
const FIGURE_LINE = /^[^:\d]{3,60}: ?(?:about |around |some |over |nearly |just )?(?:\p{Sc}|\p{Lu}{2,3}\p{Sc}? ?|Rs\.? ?)?\d/u;
/** "Tokyo", "Saint Petersburg, Russia": lines of a list that has no markers. */
const LONGEST_NAME = 60;

/** A line, or several that belong together, with its marker. */
interface Unit {
  readonly lines: readonly Line[];
  readonly marker: LineMarker | undefined;
  /** "1" on the line before the name. */
  readonly alone: number | undefined;
}

/** Paragraphs, items and headings from lines that are no table; `firstGroup` is the first number free for their lists. */
export function draftBlocks(text: string, lines: readonly Line[], firstGroup: number): readonly Draft[] {
  const units = joinLines(lines, confirmMarkers(lines));
  const names = findNameLists(units);
  const groups = new ListGroups(firstGroup);
  return units.flatMap((unit, index) => {
    const kind = kindOf(unit, units[index + 1], names[index] ?? false);
    const group = kind === 'item' ? groups.next(unit, index) : -1;
    const draft = draftUnit(text, unit, kind, group);
    // A line of "&shy;" alone says nothing.
    return draft.text === '' ? [] : [draft];
  });
}

/** Markers of the lines; numbers that need company to be positions only where other lines count on. */
function confirmMarkers(lines: readonly Line[]): readonly Pick<Unit, 'marker' | 'alone'>[] {
  const markers = lines.map((line) => readMarker(line.text));
  const alone = lines.map((line, index) => (lines[index + 1] === undefined ? undefined : readNumberAlone(line.text)));
  const weak = lines.map((_, index) => index).filter((index) => markers[index]?.strength === 'weak');
  const positions = lines.map((_, index) => index).filter((index) => markers[index]?.value !== undefined);
  const counting = countingRuns(positions.map((index) => markers[index]?.value ?? 0));
  const counts = new Set(positions.filter((_, order) => counting[order]));
  const numbers = lines.map((_, index) => index).filter((index) => alone[index] !== undefined);
  const numbersCount = countingRuns(numbers.map((index) => alone[index] ?? 0));
  const refused = new Set([
    ...weak.filter((index) => !counts.has(index)),
    ...numbers.filter((index, order) => !numbersCount[order] || alone[index + 1] !== undefined),
    ...pagesOf(lines, markers),
  ]);
  return lines.map((_, index) =>
    refused.has(index) ? { marker: undefined, alone: undefined } : { marker: markers[index], alone: alone[index] },
  );
}

/** Lines that count the pictures of a gallery whose captions have numbers of their own: "2 of 12" / "10. Whitby". */
function pagesOf(lines: readonly Line[], markers: readonly (LineMarker | undefined)[]): readonly number[] {
  const pages = lines.map((line) => readPageCount(line.text));
  const counts = new Set(pages.filter((count, index) => count !== undefined && markers[index + 1]?.value !== undefined));
  return lines.map((_, index) => index).filter((index) => counts.has(pages[index]));
}

function joinLines(lines: readonly Line[], marks: readonly Pick<Unit, 'marker' | 'alone'>[]): readonly Unit[] {
  const units: Unit[] = [];
  let index = 0;
  while (index < lines.length) {
    const first = lines[index];
    if (first === undefined) break;
    const wrapped = index === 0 || first.gap ? countedEnd(lines, index) : index;
    if (wrapped > index) {
      units.push({ lines: lines.slice(index, wrapped), marker: undefined, alone: undefined });
      index = wrapped;
      continue;
    }
    const { marker, alone } = marks[index] ?? { marker: undefined, alone: undefined };
    const joined = [first];
    let next = index + 1;
    const name = lines[next];
    if (alone !== undefined && name !== undefined) {
      joined.push(name);
      next += 1;
    } else {
      const end = wrapEnd(lines, marks, index);
      joined.push(...lines.slice(next, end));
      next = end;
    }
    units.push({ lines: joined, marker, alone });
    index = next;
  }
  return units;
}

/** Lines of a wrapped list; a longer one was hardly wrapped by hand. */
const LONGEST_WRAPPED = 60;

/** Index behind the lines, up to the next blank one, over which more numbers count than there are lines: a list whose lines were wrapped. */
function countedEnd(lines: readonly Line[], from: number): number {
  let end = from + 1;
  while (end < lines.length && end - from <= LONGEST_WRAPPED && lines[end]?.gap === false) end += 1;
  if (end - from < 2 || end - from > LONGEST_WRAPPED || !/\d\D+\d/.test(lines[from]?.text ?? '')) return from;
  const text = lines
    .slice(from, end)
    .map((line) => line.text)
    .join(' ');
  return readCounters(text).length > end - from ? end : from;
}

/**
 * Index behind the last line that line `from` runs on to. Text wrapped by hand breaks where the next word would not have fitted;
 * lines are believed to be wrapped if one of the breaks stands before a small letter.
 */
function wrapEnd(lines: readonly Line[], marks: readonly Pick<Unit, 'marker' | 'alone'>[], from: number): number {
  const runsInto = (index: number): boolean => {
    const line = lines[index];
    return line !== undefined && !line.gap && marks[index]?.marker === undefined && marks[index]?.alone === undefined;
  };
  const first = lines[from]?.text ?? '';
  let end = from + 1;
  if (first.length <= WIDEST_WRAP && first.length >= NARROWEST_WRAP * WRAP_SLACK) {
    let width = 0;
    for (let index = from; index < from + WRAP_SAMPLE && (index === from || runsInto(index)); index += 1)
      width = Math.max(width, lines[index]?.text.length ?? 0);
    let runsOn = false;
    for (; width <= WIDEST_WRAP && runsInto(end); end += 1) {
      const line = lines[end - 1]?.text ?? '';
      const next = lines[end]?.text ?? '';
      const word = next.indexOf(' ') < 0 ? next.length : next.indexOf(' ');
      const small = /^["'“‘(]?\p{Ll}/u.test(next) && !/[.!?:]$/.test(line) && line.length > width / 2;
      if (!small && line.length + 1 + word <= width * WRAP_SLACK) break;
      runsOn ||= small;
    }
    if (runsOn) return end;
  }
  // "Guiyang" / ", a south-western city …": a line that begins with what never begins a line.
  end = from + 1;
  while (runsInto(end) && /^[,;.)!?:%](?:\s|$)/.test(lines[end]?.text ?? '')) end += 1;
  return end;
}

/** Names with blank lines between them may be headings: so many are a list. */
const FEWEST_APART = 5;

/** Runs of three short lines or more without markers and stops, or of more with blank lines between them: each is an item. */
function findNameLists(units: readonly Unit[]): readonly boolean[] {
  const names = units.map(() => false);
  const isApart = (unit: Unit): boolean => unit.lines[0]?.gap === true;
  markRuns(units, names, (unit) => !isApart(unit), 3);
  markRuns(units, names, isApart, FEWEST_APART);
  return names;
}

/** Marks runs of at least `fewest` names, of which all but the first fit `goesOn`. */
function markRuns(units: readonly Unit[], names: boolean[], goesOn: (unit: Unit) => boolean, fewest: number): void {
  let from = 0;
  for (let index = 0; index <= units.length; index += 1) {
    const unit = units[index];
    const isNext = unit !== undefined && isName(unit);
    if (isNext && (index === from || goesOn(unit))) continue;
    if (index - from >= fewest) names.fill(true, from, index);
    from = isNext ? index : index + 1;
  }
}

function isName(unit: Unit): boolean {
  const line = unit.lines[0];
  return (
    unit.lines.length === 1 &&
    unit.marker === undefined &&
    line !== undefined &&
    line.text.length <= LONGEST_NAME &&
    readPageCount(line.text) === undefined &&
    /^\P{Ll}/u.test(line.text) &&
    /\p{L}/u.test(line.text.slice(0, -1)) &&
    /[^.!?:;,]$/.test(line.text)
  );
}

function kindOf(unit: Unit, next: Unit | undefined, inList: boolean): BlockKind {
  const line = unit.lines[0];
  if (unit.lines.length === 1 && line !== undefined && isCaption(line.text)) return 'caption';
  // "• The cheapest cappuccino is given in:" heads the bullets below it.
  const heads =
    unit.marker !== undefined && unit.marker.value === undefined && next?.marker !== undefined && line?.text.endsWith(':') === true;
  if (heads) return 'heading';
  if (unit.marker !== undefined || unit.alone !== undefined || inList) return 'item';
  if (unit.lines.length > 1 || line === undefined || next === undefined || line.text.length > LONGEST_HEADING) return 'paragraph';
  const words = line.text.split(' ').length;
  if (FIGURE_LINE.test(line.text)) return 'paragraph';
  if (words > 16 || /[.,;]["'”’)]*$/.test(line.text) || (words > 8 && line.text.endsWith(':'))) return 'paragraph';
  return 'heading';
}

function draftUnit(text: string, unit: Unit, kind: BlockKind, group: number): Draft {
  const writer = new PieceWriter(text);
  unit.lines.forEach((line, index) => {
    const before = unit.lines[index - 1];
    // "working-" / "from-home" stays in one word; ", a city" follows its word without a blank.
    const glued = before !== undefined && ((/\p{L}-$/u.test(before.text) && /^\p{Ll}/u.test(line.text)) || /^[,;.)!?:%]/.test(line.text));
    if (before !== undefined && !glued) writer.replace(before.end, line.start, ' ');
    writer.keep(line.start, line.end);
  });
  const first = unit.lines[0];
  const written = writer.finish();
  const start = first?.start ?? 0;
  const end = unit.lines.at(-1)?.end ?? start;
  const level = kind === 'heading' ? (unit.marker === undefined ? 2 : 3) : kind === 'item' ? 1 : 0;
  return {
    kind,
    level,
    group,
    text: written.text,
    pieces: written.pieces,
    raw: text.slice(start, end),
    start,
    end,
    marker: markerOf(unit, written.text),
    gap: first?.gap ?? true,
    linked: 0,
  };
}

function markerOf({ lines, marker, alone }: Unit, written: string): Marker | undefined {
  if (alone !== undefined) return { value: alone, span: { start: 0, end: lines[0]?.text.length ?? 0 }, tied: false };
  if (marker === undefined) return undefined;
  // The written text may have fewer blanks than the line: the marker is read from it again.
  const length = readMarker(written)?.length ?? marker.length;
  return { value: marker.value, span: { start: 0, end: length }, tied: marker.tied };
}

/** Counts lists: bullets go with their neighbours, numbers with the last number they continue, whatever prose stands between. */
class ListGroups {
  #free: number;
  #lastItem = -2;
  #bullets = -1;
  #numbers: { readonly value: number; readonly group: number } | undefined;

  constructor(first: number) {
    this.#free = first;
  }

  next(unit: Unit, index: number): number {
    const neighbour = this.#lastItem === index - 1;
    const value = unit.marker?.value ?? unit.alone;
    this.#lastItem = index;
    if (value === undefined) {
      if (!neighbour || this.#bullets < 0) this.#bullets = this.#take();
      return this.#bullets;
    }
    this.#bullets = -1;
    const step = this.#numbers === undefined ? Number.NaN : value - this.#numbers.value;
    const goesOn = Math.abs(step) <= 1 || (neighbour && Math.abs(step) <= 10 && value !== 1);
    this.#numbers = { value, group: goesOn && this.#numbers !== undefined ? this.#numbers.group : this.#take() };
    return this.#numbers.group;
  }

  #take(): number {
    this.#free += 1;
    return this.#free - 1;
  }
}
