import type { Draft } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { withoutAppositions, SLOT, type Shape } from '../shape.ts';
import { isPosition, isRankingDocument, isSuperlative } from '../rank-sense.ts';
import { movedFromWords } from '../moves.ts';
import type { OrdinalMention, PlaceMention } from '../../types.ts';

/*
 * Verbs of standing are without number: "hung on to its #3", "had to be content with 2nd place", "clambered back to #2". Where no
 * pattern knows the verb, the order of names and positions in the clause still tells which belongs to which.
 */

interface Token {
  readonly at: number;
  readonly place?: PlaceMention;
  readonly ordinal?: OrdinalMention;
}

/** An area, not a competitor: "third in Africa", "the best of China". */
const AREA =
  /(?: in| of| across| throughout| within| from| outside| around| among the| in the| of the| for| near| over| to)(?: [a-z]{1,12})? $/;
const BREAK = /[;:!?]| but | while | whereas | although | though | which means | because | since | when | after which /;
/** Longest way from a name to its position, in units of the shape. */
const REACH = 90;

/** "its range hoods", "their first": an owner, no competitor; but "its third place". */
function isPossessive(shape: Shape, at: number): boolean {
  const mention = shape.mentions.get(at);
  return (
    mention?.kind === 'place' && mention.anaphor && [3, 5].includes(mention.end - mention.start) && shape.text[at + 2] !== SLOT.ordinal
  );
}

function tokensOf(shape: Shape, from: number, to: number): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = from; at < to; at += 1) {
    const mention = shape.mentions.get(at);
    if (mention?.kind === 'ordinal' && isPosition(shape, at) && !isSuperlative(shape, at) && !isPreviousOrdinal(shape, at))
      tokens.push({ at, ordinal: mention });
    if (
      mention?.kind === 'place' &&
      !isPossessive(shape, at) &&
      ['city', 'district', 'zone', 'province', 'country'].includes(mention.place.type) &&
      !AREA.test(shape.text.slice(Math.max(0, at - 16), at))
    )
      tokens.push({ at, place: mention });
  }
  return tokens;
}

/** "from sixth", "(last year: 5th)", "up from 12th": a position that was. */
const isPreviousOrdinal = (shape: Shape, at: number): boolean =>
  /(?:from|last year|previously|formerly|was|used to be|had been)(?: the| being| its)? ?$/.test(
    shape.text.slice(Math.max(0, at - 20), at),
  ) && /from|last year|previous|former|used to|had been/.test(shape.text.slice(Math.max(0, at - 20), at));

/** "was 96th and is 95th", "left 61st place for the 42nd", "started from ninth and now stands fifth": the first is last edition's. */
const WAS = /\b(?:was|were|had been|left|leaves|leaving|from|started|formerly|once|used to be|gave up|yields?|abandoned|after)\b/;
const NOW = /\b(?:is|now|for|to|into|goes|ranks?|finds|stands|this (?:time|year)|today|currently|has become|moves)\b/;

function clausesOf(shape: Shape): readonly (readonly [number, number])[] {
  const cuts: number[] = [0];
  const pattern = new RegExp(BREAK.source, 'g');
  for (const found of shape.text.matchAll(pattern)) cuts.push(found.index + found[0].length);
  cuts.push(shape.text.length);
  return cuts.slice(1).map((to, index) => [cuts[index] ?? 0, to] as const);
}

function* pair(shape: Shape, place: PlaceMention, ordinal: OrdinalMention, from: number, to: number): Generator<Draft> {
  const span = { start: Math.min(place.start, ordinal.start), end: Math.max(place.end, ordinal.end) };
  const previous = movedFromWords(shape, from, to, ordinal);
  yield {
    kind: 'rank',
    place,
    position: { kind: 'absolute', rank: ordinal.value },
    basis: 'explicit',
    tied: false,
    positionSpan: { start: ordinal.start, end: ordinal.end },
    ...(previous === undefined ? {} : { previous }),
    reference: {},
    span,
    source: 'prose',
    doubts: ['attributed-by-distance'],
  };
}

/** Which side positions stand on in a clause: "A third, B fourth" or "third is A, fourth B". */
function* readClause(shape: Shape, from: number, to: number): Generator<Draft> {
  const tokens = tokensOf(shape, from, to);
  const ordinals = tokens.filter((token) => token.ordinal !== undefined);
  if (ordinals.length === 0 || ordinals.length === tokens.length) return;
  const placeFirst = tokens[0]?.place !== undefined;
  for (const [index, token] of tokens.entries()) {
    if (token.ordinal === undefined) continue;
    const next = tokens[index + 1];
    if (next?.ordinal !== undefined && / to |-| through /.test(shape.text.slice(token.at, next.at).slice(0, 12)) && next.at - token.at < 12)
      return;
    const former = tokens[index - 1];
    if (
      placeFirst &&
      next?.ordinal !== undefined &&
      former?.place !== undefined &&
      WAS.test(shape.text.slice(former.at, token.at)) &&
      NOW.test(shape.text.slice(token.at, next.at))
    ) {
      const previous = { rank: token.ordinal.value, span: { start: token.ordinal.start, end: token.ordinal.end }, move: 0 };
      for (const draft of pair(shape, former.place, next.ordinal, former.at, next.at)) yield { ...draft, previous } as Draft;
      continue;
    }
    if (former?.ordinal !== undefined && placeFirst) continue;
    if (former !== undefined && /\b(?:not|never|nor)\b/.test(shape.text.slice(former.at, token.at))) continue;
    const partner = placeFirst ? tokens[index - 1] : tokens[index + 1];
    if (partner?.place === undefined) continue;
    // "A and B, third": two names before one position are for rules that know a tie
    const beyond = placeFirst ? tokens[index - 2] : tokens[index + 2];
    if (
      beyond?.place !== undefined &&
      /^.(?:,| and| &|, and) .$/u.test(shape.text.slice(Math.min(beyond.at, partner.at), Math.max(beyond.at, partner.at) + 1))
    )
      continue;
    if (Math.abs(token.at - partner.at) > REACH) continue;
    yield* pair(
      shape,
      partner.place,
      token.ordinal,
      Math.min(token.at, partner.at),
      placeFirst ? Math.min(to, token.at + 40) : Math.max(token.at, partner.at),
    );
  }
}

export default defineRule({
  finds:
    'a position by the order of names and positions in a clause: "Burlington hung on to its #3", "Sweden third, the Netherlands fourth"',
  reads: 'section',
  names: true,
  kinds: ['paragraph', 'item', 'heading', 'title', 'caption'],
  needs: ['ordinal'],
  *claims(_section, shapes, document) {
    if (!isRankingDocument(document)) return;
    for (const shape of shapes) {
      if (!shape.text.includes(SLOT.ordinal)) continue;
      const bare = withoutAppositions(shape) ?? shape;
      for (const [from, to] of clausesOf(bare)) yield* readClause(bare, from, to);
    }
  },
  examples: [
    {
      text: 'The new Comfort Index is out.\n\nBurlington hung on to its #3. Norway again heads it, with Sweden third and Finland fourth.',
      claims: ['Burlington 3', 'Sweden 3', 'Finland 4'],
    },
  ],
  counterexamples: ['Burlington opened a second bridge.'],
});
