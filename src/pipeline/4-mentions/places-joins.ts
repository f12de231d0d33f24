import type { DemonymMention } from '../../types.ts';
import { liesIn } from './places-match.ts';
import { hintOf, narrow } from './places-suffix.ts';
import type { Toponym } from './places-toponym.ts';
import type { Tokens } from './places-tokens.ts';
import { UNIT_PLURALS } from './places-words.ts';

/** "the Nizhny Novgorod and Tomsk regions": the plural says what each of them is. */
export function spreadPlurals(tokens: Tokens, found: readonly (Toponym | DemonymMention)[]): (Toponym | DemonymMention)[] {
  const result = [...found];
  for (let position = 0; position < result.length; position += 1) {
    const item = result[position];
    if (item?.kind !== 'place') continue;
    const behind = /^ ([a-z]{5,14})\b/i.exec(tokens.text.slice(item.end, item.end + 16));
    const kind = behind?.[1] === undefined ? undefined : UNIT_PLURALS.get(behind[1].toLowerCase());
    if (kind === undefined) continue;
    for (let back = position; back >= 0; back -= 1) {
      const each = result[back];
      if (each?.kind !== 'place') break;
      const following = result[back + 1];
      if (
        back < position &&
        (following === undefined ||
          !/^(?:,|,? and|,? or|,? &)? ?$/.test(tokens.text.slice(each.end, following.start).replace(/ the $/, ' ')))
      )
        break;
      result[back] = { ...each, candidates: narrow(each.candidates, kind), hint: hintOf(kind, each.candidates), doubt: '' };
    }
  }
  return result;
}

/** "Canada's Vancouver" is one item: the owner qualifies the name. */
export function joinOwners(text: string, found: readonly (Toponym | DemonymMention)[]): (Toponym | DemonymMention)[] {
  const result: (Toponym | DemonymMention)[] = [];
  for (const item of found) {
    const owner = result.at(-1);
    if (
      item.kind === 'place' &&
      owner?.kind === 'place' &&
      item.qualifier === undefined &&
      /^['’]s? $/.test(text.slice(owner.end, item.start))
    ) {
      const owners = owner.candidates.map(({ place }) => place).filter((place) => place.type === 'country' || place.type === 'province');
      const inside = item.candidates.filter(
        ({ place }) => place.type !== 'country' && owners.some((area) => area !== place && liesIn(place, area)),
      );
      if (inside.length > 0) {
        result[result.length - 1] = {
          ...item,
          start: owner.start,
          candidates: inside,
          doubt: '',
          qualifier: {
            start: owner.start,
            end: owner.end,
            places: owners.filter((area) => inside.some(({ place }) => liesIn(place, area))),
          },
        };
        continue;
      }
    }
    result.push(item);
  }
  return result;
}
