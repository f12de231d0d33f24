import { defineRule } from '../rule.ts';
import type { Draft } from '../rule.ts';
import type { Match } from '../pattern.ts';
import { isRankingDocument } from '../rank-sense.ts';
import { movedFromWords } from '../moves.ts';
import type { ReadDocument } from '../../types.ts';

function* claim(match: Match): Generator<Draft> {
  const number = match.quantity('number');
  const rank = Number(number.value);
  if (!Number.isInteger(rank) || rank < 1 || rank > 9999 || number.op !== '=' || number.valueMax !== '') return;
  const ordinal = { kind: 'ordinal', value: rank, start: number.numberStart, end: number.numberEnd } as const;
  const previous = movedFromWords(match.shape, match.from, match.to, ordinal);
  yield {
    kind: 'rank',
    place: match.place(),
    position: { kind: 'absolute', rank },
    basis: 'explicit',
    tied: false,
    positionSpan: { start: number.numberStart, end: number.numberEnd },
    ...(previous === undefined ? {} : { previous }),
    reference: {},
    span: match.span,
    source: 'prose',
    doubts: [],
  };
}

/** "Nepal (73), Pakistan (88)" are positions, "Nepal (88), Pakistan (73) and Chad (21.5)" are figures that the list is ordered by. */
function isBracketedPosition(match: Match, document: ReadDocument): boolean {
  const { shape } = match;
  const numbers = [...shape.text.matchAll(/ \(\uE005[),]/g)].flatMap(({ index }) => {
    const mention = shape.mentions.get(index + 2);
    return mention?.kind === 'quantity' ? [mention] : [];
  });
  const whole = numbers.every(({ numberStart, numberEnd }) => /^\d+$/.test(document.clean.source.text.slice(numberStart, numberEnd)));
  if (!whole || /\b(?:points?|scor(?:es?|ed|ing)|per cent|percent|marks|residents|inhabitants|people)\b/.test(shape.text)) return false;
  const values = numbers.map(({ value }) => Number(value));
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0));
  // "third with 63 projects, followed by Iasi (49) and Sibiu (47)", but "last are Tuva (85), Altai (84) and Tomsk (83)"
  const falls = steps.length > 0 && steps.every((step) => step < 0) && !steps.every((step) => step === -1);
  if (falls || / with [\uE005\uE008] ?[a-z]/.test(shape.text)) return false;
  if (POSITION_WORDS.test(shape.text)) return true;
  return steps.length > 0 && steps.every((step) => step > 0);
}

const POSITION_WORDS = /\b(?:rank(?:s|ed|ing|ings)?|placed?|places|position(?:s|ed)?|list|fared?|followed|next)\b/;

export default defineRule({
  finds:
    'a position told by a bare number: "occupies position 178", "in the position 20 finished Cúcuta", "ranked 12", "Nairobi (116, down 11)"',
  reads: 'sentence',
  cues: ['position', 'place', 'line', 'rank', 'spot', 'slot', 'number', '(', ' at '],
  patterns: [
    '{subject},?<also>[^.;:\uE000\uE001\uE003]{0,60}? (?:(?:position|place|line|rank|spot|slot|rank no\\.?|number) (?:of )?|ranking (?:of )?(?=\uE005(?:[,.;)]|$| (?:in|out|on|among|overall|worldwide|globally|nationally)(?![a-z])))){number}(?! (?:points?|of \uE005))',
    '{subject},?<also> ranke?[ds]? {number}(?=[,.;:)]|$| (?:in|on|out|among|overall|of|for|with|globally|worldwide|nationally))',
    '(?:in|at|on|to) (?:the )?(?:position|place|rank|line|spot) {number}(?:,| (?:<be>|<rank>|we find|comes|came|finished|appears?))? (?:the )?{place}',
    '(?:position|place|rank|line)[^.;]{1,90}?(?:,| and) (?:and )?{place} (?:in|at|on) {number}(?=[,.;]| and|$)',
    '{place} \\({number}(?:, (?:up|down|\\+|-)[^()]{0,20}|)\\)',
  ],
  *claims(match, document) {
    if (isRankingDocument(document) && (!match.words().includes('(') || isBracketedPosition(match, document))) yield* claim(match);
  },
  examples: [{ text: 'The Press Index is out. Chad now occupies position 178.', claims: ['Chad 178'] }],
  counterexamples: [
    'The Press Index is out. Chad has 178 papers.',
    'The Press Index is out. Chad is third with 63 papers, followed by Niger (49) and Mali (47).',
  ],
});
