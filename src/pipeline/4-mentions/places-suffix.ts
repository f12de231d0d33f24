import type { Candidate } from '../../gazetteer/index.ts';
import type { Place, PlaceType } from '../../types.ts';
import type { Match } from './places-match.ts';
import { lowerAt, spaced } from './places-tokens.ts';
import type { Tokens } from './places-tokens.ts';
import { UNIT_WORDS } from './places-words.ts';
import type { UnitKind } from './places-words.ts';

/** "Hefei city", "Anhui province", "Washington state", "Kano State": only where the word fits one of the candidates. */
export function unitBehind(tokens: Tokens, match: Match): { readonly kind: UnitKind; readonly last: number } | undefined {
  const next = match.last + 1;
  if (next >= tokens.count || !spaced(tokens, match.last)) return undefined;
  const word = lowerAt(tokens, next);
  const kind = UNIT_WORDS.get(word);
  if (kind === undefined) return undefined;
  const fits = match.candidates.some(({ place }) => fitsUnit(place, kind));
  if (!fits || (word === 'state' && lowerAt(tokens, next + 1) === 'university')) return undefined;
  return { kind, last: next };
}

function fitsUnit(place: Place, kind: UnitKind): boolean {
  switch (kind) {
    case 'city':
    case 'town':
      return place.type === 'city';
    case 'province':
      return place.type === 'province';
    case 'country':
      return place.type === 'country';
    default:
      return place.type === 'district';
  }
}

export const narrow = (candidates: readonly Candidate[], kind: UnitKind | undefined): readonly Candidate[] => {
  const fitting = kind === undefined ? candidates : candidates.filter(({ place }) => fitsUnit(place, kind));
  return fitting.length > 0 ? fitting : candidates;
};

export function hintOf(kind: UnitKind, candidates: readonly Candidate[]): PlaceType | undefined {
  if (!candidates.some(({ place }) => fitsUnit(place, kind))) return undefined;
  return kind === 'town' ? 'city' : kind === 'county' ? 'district' : kind;
}
