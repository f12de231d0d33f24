import { entryOf, FLAG_CAPITALS } from '../../gazetteer/index.ts';
import type { Candidate } from '../../gazetteer/index.ts';
import type { Place } from '../../types.ts';
import { foldedAt, isCapitals, joined, spaced } from './places-tokens.ts';
import type { Tokens } from './places-tokens.ts';
import { FUNCTION_WORDS } from './places-words.ts';

/** A gazetteer name over the words `first`..`last`. */
export interface Match {
  readonly first: number;
  readonly last: number;
  readonly key: string;
  readonly flags: number;
  readonly candidates: readonly Candidate[];
}

/** Small words that names contain in lower case: "Rio de Janeiro", "Stoke on Trent". */
const PARTICLES = new Set(
  'a aan ad al alla am an and ar as ash at au auf aus aux az bei bij by cel con da das de degli dei del della delle dello dels den der des di din do dos du e ech ed el en es et i im in la las le les los lui min na nad nel nelle ob od of og on op os pod pri qui sobre sous sub sul sulla sur the to u und under unter upon v va van von vor vorm wa with xa y à'.split(
    ' ',
  ),
);

/** The longest gazetteer name that begins at the word `first`; undefined where none does. */
export function matchName(tokens: Tokens, first: number): Match | undefined {
  if (tokens.capital[first] !== true) return undefined;
  const opening = foldedAt(tokens, first);
  const entry = entryOf(opening);
  if (entry === undefined) return undefined;
  const keys = [opening];
  let key = opening;
  for (let index = first + 1; index < tokens.count && index - first < entry.longest; index += 1) {
    if (!joined(tokens, index - 1)) break;
    const word = foldedAt(tokens, index);
    if (tokens.capital[index] !== true && !PARTICLES.has(word)) break;
    key = `${key} ${word}`;
    keys.push(key);
  }
  for (let count = keys.length; count > 0; count -= 1) {
    const last = first + count - 1;
    if (tokens.capital[last] !== true && count > 1) continue;
    const name = keys[count - 1] ?? '';
    const found = count === 1 ? entry : entryOf(name);
    if (found === undefined || found.candidates.length === 0) continue;
    if ((found.flags & FLAG_CAPITALS) !== 0 && !isAcronym(tokens, first, last)) continue;
    if (goesOn(tokens, last)) return undefined;
    return { first, last, key: name, flags: found.flags, candidates: found.candidates };
  }
  return undefined;
}

/** "Davao del Norte" is no Davao. */
const LINKS = new Set(['de', 'del', 'do', 'dos', 'das', 'di']);

const goesOn = (tokens: Tokens, last: number): boolean =>
  last + 2 < tokens.count &&
  tokens.capital[last + 1] !== true &&
  tokens.capital[last + 2] === true &&
  spaced(tokens, last) &&
  spaced(tokens, last + 1) &&
  LINKS.has(foldedAt(tokens, last + 1));

function isAcronym(tokens: Tokens, first: number, last: number): boolean {
  if (last > first) return true;
  return isCapitals(tokens, first) && (!tokens.allCapitals || tokens.text.slice(tokens.starts[first], tokens.ends[first]).includes('.'));
}

/** Whether `place` lies in `area`, a country or a first-level subdivision. */
export function liesIn(place: Place, area: Place): boolean {
  if (area.type === 'country')
    return place.country === area.country || (area.country === 'CN' && ['HK', 'MO', 'TW'].includes(place.country));
  if (area.type === 'province') return place.country === area.country && place.admin1 === area.name;
  return place.country === area.country && place.admin1 !== '' && (place.admin1 === area.admin1 || place.admin1 === area.name);
}

/** Country or subdivision by the words at `first`: "Anhui province", "TX", "N.Y.", "UK". */
export interface Area {
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly places: readonly Place[];
  /** "TX", "W.Va." */
  readonly short: boolean;
}

const AREA_UNITS = new Set(['province', 'state', 'prefecture', 'region', 'oblast']);

export function areaAt(tokens: Tokens, first: number): Area | undefined {
  const match = matchName(tokens, first);
  if (match === undefined) return undefined;
  const short = match.first === match.last && (isCapitals(tokens, first) || tokens.text.charCodeAt(tokens.ends[first] ?? 0) === 46);
  const places = match.candidates
    .filter(({ place, nameKind }) => (place.type === 'country' || place.type === 'province') && (nameKind !== 'abbreviation' || short))
    .map(({ place }) => place);
  if (places.length === 0) return undefined;
  let last = match.last;
  let end = tokens.ends[last] ?? 0;
  if (last + 1 < tokens.count && joined(tokens, last) && AREA_UNITS.has(foldedAt(tokens, last + 1))) {
    last += 1;
    end = tokens.ends[last] ?? end;
  } else if (
    tokens.text.charCodeAt(end) === 46 &&
    match.candidates.some(({ nameKind }) => nameKind === 'abbreviation') &&
    end - (tokens.starts[first] ?? 0) <= 5 &&
    /^[ ,;)\n]/.test(tokens.text.slice(end + 1, end + 2))
  )
    end += 1;
  // ", West Coast New Area" names something else
  const isShort = short && match.candidates.some(({ nameKind }) => nameKind === 'abbreviation');
  if (
    !isShort &&
    last + 1 < tokens.count &&
    tokens.capital[last + 1] === true &&
    spaced(tokens, last) &&
    end === tokens.ends[last] &&
    !FUNCTION_WORDS.has(foldedAt(tokens, last + 1))
  )
    return undefined;
  return { last, start: tokens.starts[first] ?? 0, end, places, short: isShort };
}
