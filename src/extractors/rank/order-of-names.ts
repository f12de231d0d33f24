import type { Draft } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { withoutAppositions, type Shape } from '../shape.ts';
import { mayRank } from '../rank-sense.ts';
import { movedFromWords } from '../moves.ts';
import { linksOf, type Link } from '../order-links.ts';
import { tokensOf, type Token } from '../order-tokens.ts';

/*
 * Verbs of standing are without number: "hung on to its #3", "had to be content with 2nd place", "clambered back to #2". Where no
 * pattern knows the verb, the order of names and positions in the clause still tells which belongs to which.
 */

const BREAK = /[;!?]| but | while | whereas | although | though | which means | because | since | when | after which /g;
/** From here on words tie a name to its position; below, only their order does. */
const FIRM = 2;

function clausesOf(shape: Shape): readonly (readonly [number, number])[] {
  const cuts: number[] = [0];
  for (const found of shape.text.matchAll(BREAK)) cuts.push(found.index + found[0].length);
  cuts.push(shape.text.length);
  return cuts.slice(1).map((to, index) => [cuts[index] ?? 0, to] as const);
}

/** The position before this one that the clause tells of the same place: "from sixth", "fifth last year". */
function pastBeside(
  tokens: readonly Token[],
  { names }: Link,
  index: number,
): { readonly rank: number; readonly span: { start: number; end: number } } | undefined {
  const beside = [tokens[index - 1], tokens[index + 1]].find((token) => token?.kind === 'positions' && token.past);
  const [past] = beside?.kind === 'positions' ? beside.positions : [];
  return past === undefined || names.places.length > 1 ? undefined : { rank: past.rank, span: { ...past.span } };
}

/** Units behind a position at most, in which a move may be told: "third, up from fifth". */
const REACH = 40;

/** Where the moves told behind the position end: at the next subject, if one comes that soon. */
function endOfMoves(tokens: readonly Token[], index: number, end: number): number {
  for (let next = index; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.from >= end) break;
    if (token.kind === 'names' && token.role === 'subject') return token.from;
  }
  return end;
}

/** `index` is that of the link's positions among the tokens, which stand in order of the text. */
function* readLink(shape: Shape, tokens: readonly Token[], link: Link, index: number, to: number): Generator<Draft> {
  const { names, positions, strength } = link;
  const past = pastBeside(tokens, link, index);
  const from = Math.min(names.from, positions.from);
  const reach =
    names.from < positions.from ? endOfMoves(tokens, index + 1, Math.min(to, positions.from + REACH)) : Math.max(names.to, positions.to);
  for (const [order, place] of names.places.entries()) {
    const position = positions.positions[order];
    if (position === undefined) continue;
    const ordinal = { kind: 'ordinal', value: position.rank, ...position.span } as const;
    const moved =
      past === undefined ? (names.places.length > 1 ? undefined : movedFromWords(shape, from, reach, ordinal)) : { ...past, move: 0 };
    yield {
      kind: 'rank',
      place,
      position: { kind: 'absolute', rank: position.rank },
      basis: 'explicit',
      tied: false,
      positionSpan: position.span,
      ...(moved === undefined ? {} : { previous: moved }),
      reference: {},
      span: { start: Math.min(place.start, position.span.start), end: Math.max(place.end, position.span.end) },
      source: 'prose',
      doubts: strength >= FIRM ? [] : ['attributed-by-distance'],
    };
  }
}

/** The tokens with positions that were in place of those that are. */
const turned = (tokens: readonly Token[]): readonly Token[] =>
  tokens.some((token) => token.kind === 'positions' && token.past)
    ? tokens.map((token) => (token.kind === 'positions' ? { ...token, past: !token.past } : token))
    : [];

/** "Last year it was 14th": a position of the edition before, which assembly gives to the one of this edition. */
function* formerOf({ names, positions, strength }: Link): Generator<Draft> {
  for (const [order, place] of names.places.entries()) {
    const position = positions.positions[order];
    if (position === undefined || strength < FIRM) continue;
    yield {
      kind: 'rank',
      place,
      position: { kind: 'absolute', rank: position.rank },
      former: true,
      basis: 'explicit',
      tied: false,
      positionSpan: position.span,
      reference: {},
      span: { start: Math.min(place.start, position.span.start), end: Math.max(place.end, position.span.end) },
      source: 'prose',
      doubts: [],
    };
  }
}

export default defineRule({
  finds:
    'positions by the order of names and positions in a clause: "Burlington hung on to its #3", "Sweden third, the Netherlands fourth"',
  reads: 'section',
  names: true,
  kinds: ['paragraph', 'item', 'heading', 'title', 'caption'],
  *claims(_section, shapes, document) {
    if (!mayRank(document)) return;
    for (const shape of shapes) {
      if (shape.mentions.size < 2) continue;
      const bare = withoutAppositions(shape) ?? shape;
      for (const [from, to] of clausesOf(bare)) {
        const tokens = tokensOf(bare, from, to);
        const order = new Map(tokens.map((token, index) => [token, index]));
        for (const link of linksOf(bare, tokens)) yield* readLink(bare, tokens, link, order.get(link.positions) ?? -1, to);
        for (const link of linksOf(bare, turned(tokens))) yield* formerOf(link);
      }
    }
  },
  examples: [
    {
      text: 'The new Comfort Index is out.\n\nBurlington hung on to its #3. Norway again heads it, with Sweden third and Finland fourth.',
      claims: ['Burlington 3', 'Sweden 3', 'Finland 4'],
    },
    {
      text: 'The new Comfort Index is out.\n\nOslo is in first place, Bergen in second. Third was Linz, fourth Graz. Wels came in at 98.',
      claims: ['Oslo 1', 'Bergen 2', 'Linz 3', 'Graz 4', 'Wels 98'],
    },
  ],
  counterexamples: ['Burlington opened a second bridge.'],
});
