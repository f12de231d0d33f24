import type { Section } from '../types.ts';

/*
 * Lists and tables as they were meant: the rows of a table, the items of a bullet list, and numbered items in sequence, also
 * where prose or adverts stand between them ("10. Hefei", three sentences, "9. Xiamen").
 */

/** Steps that a numbered list may take from one item to the next: up, down, the same (a tie), or over a tie ("1, 1, 3"). */
const LONGEST_STEP = 5;

/** Lists begun last that a number may go on; articles hold a handful, a text of unrelated numbers begins one with each. */
const MOST_OPEN = 64;

function continues(last: number, next: number, direction: number): boolean {
  const step = next - last;
  if (step === 0) return true;
  if (direction !== 0 && Math.sign(step) !== direction) return false;
  return Math.abs(step) <= LONGEST_STEP;
}

interface Sequence {
  readonly items: Section[];
  direction: number;
}

/** Numbered items that count up or down, in the order of the text; a number that does not go on begins another list. */
function numberedSequences(sections: readonly Section[]): readonly (readonly Section[])[] {
  const open: Sequence[] = [];
  for (const section of sections) {
    const value = section.marker?.value;
    if (value === undefined) continue;
    const home = open.slice(-MOST_OPEN).findLast((sequence) => {
      const last = sequence.items.at(-1);
      return (
        last?.marker?.value !== undefined &&
        last.level === section.level &&
        last.kind === section.kind &&
        continues(last.marker.value, value, sequence.direction)
      );
    });
    const last = home?.items.at(-1);
    if (home === undefined || last?.marker?.value === undefined) open.push({ items: [section], direction: 0 });
    else {
      if (value !== last.marker.value) home.direction = Math.sign(value - last.marker.value);
      home.items.push(section);
    }
  }
  return open.map((sequence) => sequence.items);
}

/** Tables and bullet lists by their group number, then numbered sequences. */
export function groupsOf(sections: readonly Section[]): readonly (readonly Section[])[] {
  const groups = new Map<number, Section[]>();
  for (const section of sections) {
    if (section.group < 0 || section.marker?.value !== undefined) continue;
    const group = groups.get(section.group);
    if (group === undefined) groups.set(section.group, [section]);
    else group.push(section);
  }
  return [...groups.values(), ...numberedSequences(sections)];
}
