import type { DemonymMention, PlaceType, Section } from '../types.ts';
import type { Toponym } from './4-mentions/places.ts';
import { Evidence } from './5-places-evidence.ts';

type Item = Toponym | DemonymMention;

/** Places named side by side: "Madrid, Valencia and Seville", the items of a list, a column of a table. */
export interface CoList {
  readonly members: readonly Toponym[];
  readonly evidence: Evidence;
  /** What most of its members can only be; undefined where they are mixed. */
  readonly type: PlaceType | undefined;
}

export interface CoLists {
  of(item: Toponym): CoList | undefined;
  /** Whether enough sure places stand beside a doubtful one. */
  supports(item: Toponym): boolean;
}

/** Nothing but commas, "and", a marker, a figure: the list goes on. */
const BETWEEN =
  /^(?=[^a-z]*[,;/&|\n]|\s{1,2}(?:and|or|plus|followed|then|as)\s)[\s,;/&|]{0,4}(?:(?:and|or|plus|followed by|then|as well as)\s{1,2})?(?:the\s)?(?:\(?\d{1,3}(?:st|nd|rd|th)?[.)]?\s{0,2})?$/;
const LONGEST_GAP = 24;

export function coLists(text: string, sections: readonly Section[], toponyms: readonly (readonly Item[])[]): CoLists {
  const lists: Toponym[][] = [];
  const groups = new Map<string, Toponym[]>();
  sections.forEach((section, index) => {
    const items = (toponyms[index] ?? []).filter((item) => item.kind === 'place');
    let run: Toponym[] = [];
    for (const item of items) {
      const last = run.at(-1);
      if (last !== undefined && item.start - last.end <= LONGEST_GAP && BETWEEN.test(text.slice(last.end, item.start))) run.push(item);
      else {
        lists.push(run);
        run = [item];
      }
    }
    lists.push(run);
    if (section.group < 0) return;
    for (const slot of slots(section)) {
      const item = items.find((each) => each.start >= slot.start && each.start < slot.end);
      if (item === undefined || item.start > slot.start + 6) continue;
      const key = `${section.group}/${slot.column}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  });
  const found = new Map<Toponym, CoList>();
  for (const members of [...groups.values(), ...lists]) {
    if (members.length < 2) continue;
    const evidence = new Evidence();
    evidence.addAll(members);
    const list: CoList = { members, evidence, type: commonType(members) };
    for (const member of members) if ((found.get(member)?.members.length ?? 0) < members.length) found.set(member, list);
  }
  return {
    of: (item) => found.get(item),
    supports: (item) => {
      const list = found.get(item);
      return list !== undefined && list.members.filter(({ doubt }) => doubt === '').length >= Math.max(1, list.members.length * 0.4);
    },
  };
}

/** Where places stand in an item or a row: its beginning, each of its cells. */
function slots(section: Section): { readonly start: number; readonly end: number; readonly column: number }[] {
  if (section.kind === 'row')
    return (section.cells ?? []).filter(({ header }) => !header).map(({ start, end, column }) => ({ start, end, column }));
  const marker = section.marker?.span;
  return [{ start: marker === undefined ? section.start : Math.max(section.start, marker.end), end: section.end, column: 0 }];
}

/** Of the members that can be one type only, at least two and three in five are of it. */
function commonType(members: readonly Toponym[]): PlaceType | undefined {
  const counts = new Map<PlaceType, number>();
  let decided = 0;
  for (const { hint, candidates } of members) {
    const types = new Set(
      hint !== undefined
        ? [hint]
        : candidates.filter(({ nameKind, place }) => nameKind === 'canonical' && place.type !== 'district').map(({ place }) => place.type),
    );
    const [only] = types;
    if (types.size !== 1 || only === undefined) continue;
    decided += 1;
    counts.set(only, (counts.get(only) ?? 0) + 1);
  }
  for (const [type, count] of counts) if (count >= 2 && count >= decided * 0.6) return type;
  return undefined;
}
