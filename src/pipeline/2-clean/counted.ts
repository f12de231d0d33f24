import { sliceDraft, type Draft } from './draft.ts';

/** "11. Durham, N.C. D-; 12. Jacksonville, Fla. D-; 13. Lubbock", "(1) Tokyo, (2) Paris, (3) London": a list in one paragraph. */
const COUNTER = /(?<=^|[\s;])\(?(\d{1,3})[.)] (?=["'“‘«*]?\p{Lu})/gu;
const FEWEST_ITEMS = 3;

interface Counter {
  readonly value: number;
  readonly at: number;
  readonly length: number;
}

/** Paragraphs whose numbers count on become items; what stands before the first number stays a paragraph. */
export function splitCounted(drafts: readonly Draft[]): readonly Draft[] {
  let free = drafts.reduce((highest, draft) => Math.max(highest, draft.group), -1) + 1;
  return drafts.flatMap((draft) => {
    const counters = draft.kind === 'paragraph' || draft.kind === 'item' ? readCounters(draft.text) : [];
    if (counters.length < FEWEST_ITEMS) return [draft];
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

/** The longest run of counters that go up by one, from 1, or anywhere if it is long. */
function readCounters(text: string): readonly Counter[] {
  if (!/\d[.)] /.test(text)) return [];
  let best: Counter[] = [];
  let run: Counter[] = [];
  for (const match of text.matchAll(COUNTER)) {
    const counter = { value: Number(match[1]), at: match.index, length: match[0].length - 1 };
    const last = run.at(-1);
    if (last !== undefined && counter.value === last.value + 1) run.push(counter);
    else run = [counter];
    if (run.length > best.length) best = run;
  }
  const counts = best[0]?.value === 1 || best.length > FEWEST_ITEMS;
  return counts ? best : [];
}
