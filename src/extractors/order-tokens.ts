import { isPast, isPosition, isSuperlative } from './rank-sense.ts';
import { SLOT, type Shape } from './shape.ts';
import type { Span } from '../source-text.ts';
import type { PlaceMention, PlaceType } from '../types.ts';

/*
 * A clause as a row of names and positions: "Kenya was ranked 128th, Uganda and Chad 142nd and 150th" is N P N P. What stands between
 * them tells later which belongs to which (order-links.ts).
 */

export interface Position {
  readonly rank: number;
  readonly span: Span;
}

/** `from`..`to` are units of the shape. */
export interface Names {
  readonly kind: 'names';
  readonly from: number;
  readonly to: number;
  readonly places: readonly PlaceMention[];
  /** `object`: "ahead of Leeds", "beat Leeds"; `aside`: "to Leeds", "in Leeds", seldom a competitor. */
  readonly role: 'subject' | 'object' | 'aside';
}

export interface Positions {
  readonly kind: 'positions';
  readonly from: number;
  readonly to: number;
  readonly positions: readonly Position[];
  /** "from sixth", "fifth last year": a position that was. */
  readonly past: boolean;
}

export type Token = Names | Positions;

const COMPETITORS = new Set(['city', 'district', 'zone', 'province', 'country']);
const ASIDE =
  /(?: in| of| across| throughout| within| from| outside| around| among the| in the| of the| for| near| over| to)(?: [a-z]{1,12})? $/;
/** "the city of Leeds", "the port city of Mombasa", "with Leeds fifth": no area. */
const OWN_NAME =
  /(?:(?:city|town|state|province|district|capital|port|region|county|municipality|emirate|village|hamlet|settlement|suburb|commune|canton|parish|island|prefecture|governorate|borough) of|[ ,]with|^with) (?:the )?$/;
const OBJECT =
  /\b(?:ahead of|behind|after|before|below|above|than|beat|beats|beaten|beating|over|overt(?:akes?|aken|aking|ook)|passing|pipped|pips|edg(?:es|ed|ing)(?: out)?|trail(?:s|ed|ing)|trail(?:s|ed|ing) only|ousting|ousted|replac(?:es?|ed|ing)|dethron(?:es?|ed|ing)|unlike|like|followed (?:closely )?by|compared (?:to|with))(?: only| just| (?:nearby|neighbou?ring|rivals?|last year's [a-z]{3,12}))?(?: the)? (?:[\uE000\uE001](?:, [\uE000\uE001]){0,6}(?:,? and|,) )?$/;

/** "two Ohio cities", "the highest-ranked UK city", "Lublin's neighbour", "the Leeds team": not the competitor itself. But "Leeds's rise to fifth". */
const MODIFIES =
  /^(?:'s (?!(?:[a-z-]{3,12} )?(?:rise|climb|fall|drop|jump|leap|slide|slip|move|ascent|descent|ranking|rank|position|place|finish) |\uE003)|(?: [a-z-]{3,12})? (?:cities|towns|city|town|counties|states|provinces|regions|municipalities|entry|entries|district|districts|councils?|capital|airport|university|residents|officials|team|side|club|squad|hospital|company|firm|school|college|stadium|airline|museum|restaurant|marathon|race|festival|police|court)\b)/;
/** "the airport of Leeds", "the team from Leeds": named by its place. */
const THING_OF =
  /\b(?:airports?|universit(?:y|ies)|hospitals?|clubs?|teams?|schools?|colleges?|stations?|museums?|stadiums?|institutes?|restaurants?|bridges?|towers?|mayors?|governors?|residents|people|citizens) (?:of|in|from|at) (?:the )?$/;

const JOINT =
  /^(?: \([^()\uE003]{1,30}\))?(?:,| and| &|,? and| as well as|,? along with|, then| or) (?:also |finally |neighbou?ring |nearby |the )?$/;
const POSITION_JOINT = /^(?: (?:place|position|spot))?(?:,| and| &|,? and| or) (?:the |in |at |joint )?$/;
const RANGE_JOINT = /^(?: (?:place|position|spot))?(?: to (?:the )?| through | ?- ?)$/;

/** "at 98", "position 98", "placed 98", "ranked as number 98" before a bare number that is a position. */
const LEADS_NUMBER =
  /(?: at| in at| at (?:rank|number|position|place|spot)|\b(?:rank|position|place|post|spot|slot|number|line|rung|ranking|serial number)s?(?: of| no\.?| number|:)?|\bin (?:rank|place|position)|\b(?:is|are|was|were|came|come|comes|now|currently) (?:ranked|placed|listed|positioned|rated)(?: as| at)?|\brank(?:s|ed)|\b(?:to|from|into) (?:rank|position|place|post|number|spot)| (?:slipped|fell|dropped|climbed|rose|moved|jumped|slid|improved|went)(?: up| down)?(?: \uE005 [a-z]{4,9}| (?:one|two|three|four|five|six|seven|eight|nine|ten) [a-z]{4,9})? to) $/;
const ENDS_NUMBER =
  /^(?:[,.;:)]|$| and | but | - | \(| (?:goes|go|went|are|were|is|was|belongs?|came) |,? (?:in|on|out of|among|of|overall|globally|worldwide|nationally|nationwide|respectively|while|with|from|this|last|for|behind|ahead|up|down)(?![a-z]))/;

/** "its range hoods", "their first": an owner, no competitor; but "its third place". */
function isPossessive(shape: Shape, at: number, mention: PlaceMention): boolean {
  return mention.anaphor && [3, 5].includes(mention.end - mention.start) && shape.text[at + 2] !== SLOT.ordinal;
}

/** "ahead of Leeds", "overtook Leeds": named beside the one that has the position. */
export const isObject = (before: string): boolean => OBJECT.test(before);

/** ", the capital of Switzerland": no city of that name. */
const CAPITAL = /\bcapital(?: city)? of (?:the )?$/;

function roleOf(before: string, type: PlaceType): Names['role'] {
  if (isObject(before)) return 'object';
  if ((type === 'country' || type === 'province') && CAPITAL.test(before)) return 'aside';
  return ASIDE.test(before) && !OWN_NAME.test(before) ? 'aside' : 'subject';
}

function positionAt(shape: Shape, at: number): Position | undefined {
  const mention = shape.mentions.get(at);
  if (mention?.kind === 'ordinal' && isPosition(shape, at) && !isSuperlative(shape, at))
    return { rank: mention.value, span: { start: mention.start, end: mention.end } };
  if (mention?.kind !== 'quantity' || mention.measure !== 'count' || mention.unit !== '' || mention.valueMax !== '' || mention.op !== '=')
    return undefined;
  const rank = Number(mention.value);
  return Number.isInteger(rank) && rank > 0 && rank < 1000
    ? { rank, span: { start: mention.numberStart, end: mention.numberEnd } }
    : undefined;
}

const isNumberPosition = (shape: Shape, at: number): boolean => {
  const before = shape.text.slice(Math.max(0, at - 40), at);
  const after = shape.text.slice(at + 1, at + 16);
  return (
    ENDS_NUMBER.test(after) && (LEADS_NUMBER.test(before) || (/^ out of \uE005/.test(after) && / (?:is|are|was|were|,) $/.test(before)))
  );
};

function joinNames(last: Names, joint: string, next: Names): Names | undefined {
  if (last.role === 'aside' || next.role === 'object' || !JOINT.test(joint)) return undefined;
  return { ...last, to: next.to, places: [...last.places, ...next.places] };
}

function joinPositions(last: Positions, joint: string, at: number, position: Position): Positions | undefined {
  const positions = POSITION_JOINT.test(joint)
    ? [...last.positions, position]
    : RANGE_JOINT.test(joint) && last.positions.length === 1 && !last.past
      ? rangeOf(last.positions[0], position)
      : undefined;
  return positions === undefined ? undefined : { ...last, to: at + 1, positions };
}

/** "sixth to eighth" */
function rangeOf(first: Position | undefined, last: Position): readonly Position[] | undefined {
  if (first === undefined || last.rank <= first.rank || last.rank - first.rank > 20) return undefined;
  return Array.from({ length: last.rank - first.rank + 1 }, (_, index) => ({ rank: first.rank + index, span: first.span }));
}

const RELATIVE = /^,? (?:which|who|that) (?:was|were|had|ranked|came|stood|finished|placed|took|held|occupied|sat)(?![a-z])/;

/** "Lyon, 15th in 2022, is 12th" */
const APPOSED = /^(?:, | \()(?:the |only |still |ranked |placed )?$/;
const IN_PERIOD = /^(?:[- ](?:place|position|spot))?,? (?:in|of|for|back in) (?:the )?\uE009[,)] [a-z]/;

/** "Xi'an, which was 6th before, ranks 10th": of two positions behind a name the one in the relative clause was. */
function withPast(shape: Shape, tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, index) => {
    const [former, next] = [tokens[index - 1], tokens[index + 1]];
    if (token.kind !== 'positions' || former?.kind !== 'names' || next?.kind !== 'positions') return token;
    const [lead, way] = [shape.text.slice(former.to, token.from), shape.text.slice(token.to, next.from)];
    const past = (RELATIVE.test(lead) && /, [a-z]/.test(way)) || (APPOSED.test(lead) && IN_PERIOD.test(way));
    return past ? { ...token, past } : token;
  });
}

/** Names and positions in units `from`..`to` of a shape, left to right; neighbours of an enumeration are one token. */
export function tokensOf(shape: Shape, from: number, to: number): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = from; at < to; at += 1) {
    const mention = shape.mentions.get(at);
    if (mention === undefined) continue;
    const last = tokens.at(-1);
    const joint = last === undefined ? '' : shape.text.slice(last.to, at);
    if (mention.kind === 'place') {
      if (!COMPETITORS.has(mention.place.type) || isPossessive(shape, at, mention) || MODIFIES.test(shape.text.slice(at + 1, at + 40)))
        continue;
      if (THING_OF.test(shape.text.slice(Math.max(0, at - 30), at))) continue;
      // "Bern, the capital, is sixth"
      const isSame = mention.anaphor && last?.kind === 'names' && joint === ', ' && last.places.at(-1)?.place === mention.place;
      if (isSame) {
        tokens[tokens.length - 1] = { ...last, to: at + 1 };
        continue;
      }
      const places = mention.anaphor && mention.antecedents.length > 1 ? mention.antecedents : [mention];
      const token: Names = {
        kind: 'names',
        from: at,
        to: at + 1,
        places,
        role: roleOf(shape.text.slice(Math.max(0, at - 40), at), mention.place.type),
      };
      const joined = last?.kind === 'names' ? joinNames(last, joint, token) : undefined;
      if (joined === undefined) tokens.push(token);
      else tokens[tokens.length - 1] = joined;
      continue;
    }
    const position = positionAt(shape, at);
    if (position === undefined) continue;
    const joined = last?.kind === 'positions' ? joinPositions(last, joint, at, position) : undefined;
    if (joined !== undefined) tokens[tokens.length - 1] = joined;
    else if (mention.kind === 'ordinal' || isNumberPosition(shape, at))
      tokens.push({ kind: 'positions', from: at, to: at + 1, positions: [position], past: isPast(shape, at, at + 1) });
  }
  return withPast(shape, tokens);
}
