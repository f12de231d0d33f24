import type { Candidate } from '../../gazetteer/index.ts';
import { areaAt, liesIn, matchName } from './places-match.ts';
import type { Match } from './places-match.ts';
import { spaced, wordAt } from './places-tokens.ts';
import type { Tokens } from './places-tokens.ts';
import type { Qualifier } from './places-toponym.ts';
import { DIRECTIONS, UNIT_WORDS } from './places-words.ts';
import type { UnitKind } from './places-words.ts';

export const METRO_WORDS = new Set(['metro', 'metropolitan']);

const LONGEST_CHAIN = 5;

/** Last word of a chain of hyphenated names that begins with the match: "Kennewick-Pasco-Richland". */
export function chainEnd(tokens: Tokens, match: Match): number | undefined {
  let { last } = match;
  for (let names = 1; names < LONGEST_CHAIN; names += 1) {
    const hyphen = tokens.text.charCodeAt(tokens.ends[last] ?? 0);
    if (
      (hyphen !== 45 && hyphen !== 0x2011 && hyphen !== 0x2013) ||
      tokens.starts[last + 1] !== (tokens.ends[last] ?? 0) + 1 ||
      tokens.capital[last + 1] !== true
    )
      break;
    last = matchName(tokens, last + 1)?.last ?? last + 1;
  }
  return last === match.last ? undefined : last;
}

/** An area stands behind the word, in brackets or after a comma: the smaller places of the name are worth asking. */
export function qualifiable(tokens: Tokens, last: number): boolean {
  const gap = tokens.text.slice(tokens.ends[last], tokens.starts[last + 1]);
  return (gap === ', ' || gap === ' (') && areaAt(tokens, last + 1) !== undefined;
}

export interface Qualified {
  readonly candidates: Candidate[];
  readonly qualifier: Qualifier;
  readonly last: number;
  readonly end: number;
}

/** The word behind "the", "southern" and "state of": "Naucalpan in the state of México". */
function behindUnit(tokens: Tokens, from: number): number {
  let first = from;
  if (wordAt(tokens, first) === 'the' && spaced(tokens, first)) first += 1;
  if (DIRECTIONS.has(wordAt(tokens, first)) && spaced(tokens, first)) first += 1;
  return UNIT_WORDS.has(wordAt(tokens, first)) && wordAt(tokens, first + 1) === 'of' && spaced(tokens, first) ? first + 2 : first;
}

/** Country or subdivision stated behind the word `last`: ", Y", " (Y)", " of Y", " in Y"; only if a candidate lies in it. */
export function qualify(tokens: Tokens, last: number, candidates: readonly Candidate[], kind: UnitKind | undefined): Qualified | undefined {
  const { text } = tokens;
  const end = tokens.ends[last] ?? 0;
  const next = last + 1;
  if (next >= tokens.count) return undefined;
  const gap = text.slice(end, tokens.starts[next]);
  let first = next;
  let closing = '';
  if (gap === ' (') closing = ')';
  else if (gap === ' ' && wordAt(tokens, next) === 'of' && spaced(tokens, next)) {
    first = next + 1;
    if (wordAt(tokens, first) === 'the' && spaced(tokens, first)) first += 1;
  } else if (gap === ' ' && (wordAt(tokens, next) === 'in' || wordAt(tokens, next) === 'on') && spaced(tokens, next)) {
    first = behindUnit(tokens, next + 1);
  } else if (gap !== ', ' && gap !== ' ') return undefined;
  const area = areaAt(tokens, first);
  // "Charleston W.Va.", "Indianapolis IN": without a comma only in short form
  if (gap === ' ' && first === next && area?.short !== true) return undefined;
  // "Leeds in England's ranking" says of the ranking where it is from
  if (area !== undefined && first > next && /^['’]/.test(text.charAt(area.end))) return undefined;
  if (area === undefined || (closing !== '' && text.charAt(area.end) !== closing)) return undefined;
  const inside = candidates.filter(
    ({ place }) =>
      place.type !== 'country' && place.type !== 'region' && area.places.some((outer) => outer !== place && liesIn(place, outer)),
  );
  if (inside.length === 0 || (kind === 'province' && !inside.some(({ place }) => place.type === 'province'))) return undefined;
  const places = area.places.filter((outer) => inside.some(({ place }) => liesIn(place, outer)));
  return { candidates: inside, qualifier: { start: area.start, end: area.end, places }, last: area.last, end: area.end + closing.length };
}
