import { allMatches } from '../../all-matches.ts';
import { sliceDraft, type Draft } from './draft.ts';

/*
 * Lists whose line breaks were lost: "(1) Tokyo, (2) Paris, (3) London", "11. Durham, N.C. D-; 12. Jacksonville, Fla. D-; 13. Lubbock",
 * "1 Tokyo 98.2 2 Zurich 97.1 3 Osaka 96.4", "1/ Tokyo 2/ Zurich 3/ Osaka".
 */

/** What closes the number, or stands in front of it, makes it a position by its form. */
const CLOSED =
  /(?<=^|[\s;|/·•])(?:[([](?<in>\d{1,3})[)\]]|(?:#|No\. ?|№ ?)(?<named>\d{1,3}):?|T?=?(?<out>\d{1,3})(?:[.):/=-]| [-–—]|st|nd|rd|th)) ?(?=["'“‘«*]?\p{Lu})/gu;
/** "1 Tokyo": so do only many in a row. */
const OPEN = /(?<=^|[\s;|/·•])(?<out>\d{1,3}) (?=\p{Lu})/gu;
const FEWEST_CLOSED = 3;
const THREE_NUMBERS = /\d\D+\d+\D+\d/;
const FEWEST_OPEN = 4;
/** An entry without a mark is a name and a figure or two, no sentence. */
const LONGEST_OPEN = 70;
/** "Game 1 Boston beat Dallas, Game 2 …": numbers of what the word says. */
const LABEL =
  /\b(?:act|article|category|chapter|day|division|episode|figure|game|gate|group|heat|highway|lane|leg|level|line|page|part|phase|photo|platform|pool|region|round|route|season|section|set|slide|stage|table|terminal|tier|unit|week|zone) $/i;

interface Counter {
  readonly value: number;
  readonly at: number;
  readonly length: number;
}

/** Paragraphs whose numbers count on become items; what stands before the first number stays a paragraph. */
export function splitCounted(drafts: readonly Draft[]): readonly Draft[] {
  let free = drafts.reduce((highest, draft) => Math.max(highest, draft.group), -1) + 1;
  const beside = besideEachOther(drafts);
  return drafts.flatMap((draft, order) => {
    const counters = beside.get(order) ?? (draft.kind === 'paragraph' || draft.kind === 'item' ? readCounters(draft.text) : []);
    if (counters.length === 0) return [draft];
    const group = draft.kind === 'item' && draft.group >= 0 ? draft.group : free;
    free += 1;
    const first = counters[0]?.at ?? 0;
    const lead = first > 0 ? [sliceDraft(draft, 0, first)] : [];
    const items = counters.map((counter, index): Draft => {
      const item = sliceDraft(draft, counter.at, counters[index + 1]?.at ?? draft.text.length);
      const marker = { value: counter.value, span: { start: 0, end: counter.length }, tied: false };
      return { ...item, kind: 'item', level: 1, group, gap: item.gap && index === 0, marker };
    });
    return [...lead, ...items];
  });
}

/** The longest run of counters in a line that go up by one, from 1, or anywhere if it is long. */
export function readCounters(text: string): readonly Counter[] {
  if (!THREE_NUMBERS.test(text)) return [];
  const closed = longestRun(countersOf(text, CLOSED));
  if (closed.length > FEWEST_CLOSED || (closed.length === FEWEST_CLOSED && closed[0]?.value === 1)) return closed;
  const open = longestRun(countersOf(text, OPEN));
  return open.length >= FEWEST_OPEN && open[0]?.value === 1 && areEntries(text, open) ? open : [];
}

function countersOf(text: string, pattern: RegExp): readonly Counter[] {
  return Array.from(allMatches(pattern, text), (match) => ({
    value: Number(match.groups?.['in'] ?? match.groups?.['named'] ?? match.groups?.['out']),
    at: match.index,
    length: match[0].trimEnd().length,
  }));
}

/** A number that does not count on is no part of the run: the 8 of "1. Perth (8. Bunbury was left out) 2. Hobart". */
function longestRun(counters: readonly Counter[]): readonly Counter[] {
  let best: readonly Counter[] = [];
  let run: Counter[] = [];
  for (const counter of counters) {
    const last = run.at(-1);
    if (last !== undefined && counter.value === last.value + 1) run.push(counter);
    else if (last === undefined || counter.value === 1 || run.length < 2) run = [counter];
    if (run.length > best.length) best = run;
  }
  return best;
}

/** Each is short, and none ends a sentence and goes on. */
function areEntries(text: string, counters: readonly Counter[]): boolean {
  return counters.every(({ at }, index) => {
    const end = counters[index + 1]?.at ?? Math.min(text.length, at + LONGEST_OPEN);
    return (
      end - at <= LONGEST_OPEN && !/\p{Ll}{3}[.!?] \p{Lu}/u.test(text.slice(at, end)) && !LABEL.test(text.slice(Math.max(0, at - 12), at))
    );
  });
}

const FEWEST_LINES = 3;

/** Items that hold as many counters each, in columns that count on from line to line: "1. Tokyo 6. Zurich", "2. Osaka 7. Oslo", … */
function besideEachOther(drafts: readonly Draft[]): ReadonlyMap<number, readonly Counter[]> {
  const found = new Map<number, readonly Counter[]>();
  let from = 0;
  let lines: (readonly Counter[])[] = [];
  for (let index = 0; index <= drafts.length; index += 1) {
    const draft = drafts[index];
    const counters = draft?.kind === 'item' && draft.marker?.value !== undefined ? inLine(draft.text) : [];
    const goesOn = lines.length === 0 || countOn(lines, counters);
    if (counters.length > 0 && goesOn) {
      if (lines.length === 0) from = index;
      lines.push(counters);
      continue;
    }
    if (lines.length >= FEWEST_LINES) for (const [line, own] of lines.entries()) found.set(from + line, own);
    from = index;
    lines = counters.length > 1 ? [counters] : [];
  }
  return found;
}

/** Two counters or more, with the first where the line begins. */
function inLine(text: string): readonly Counter[] {
  const closed = countersOf(text, CLOSED);
  const counters = closed.length > 1 ? closed : countersOf(text, OPEN);
  return counters[0]?.at === 0 && counters.length < 6 ? counters : [];
}

/** Each column goes on by the same step, of 1 or of the number of columns; the last line may be shorter. */
function countOn(lines: readonly (readonly Counter[])[], next: readonly Counter[]): boolean {
  const first = lines[0] ?? [];
  const last = lines.at(-1) ?? [];
  if (first.length < 2 || last.length < first.length || next.length === 0 || next.length > first.length) return false;
  const step = lines.length > 1 ? (last[0]?.value ?? 0) - (lines.at(-2)?.[0]?.value ?? 0) : (next[0]?.value ?? 0) - (last[0]?.value ?? 0);
  return (step === 1 || step === first.length) && next.every(({ value }, column) => value - (last[column]?.value ?? 0) === step);
}
