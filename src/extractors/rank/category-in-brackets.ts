import { defineRule } from '../rule.ts';
import type { Draft } from '../rule.ts';
import { SLOT, type Shape } from '../shape.ts';
import { isRankingDocument } from '../rank-sense.ts';
import type { PlaceMention, ReadDocument, Section } from '../../types.ts';

const BRACKETED = new RegExp(
  `(?:^|[,;:] | and | in | are | for |- )(?:and |in |the )?(?<category>[a-z][a-z&' -]{2,50}?(?: and [a-z][a-z' -]{2,30})?) \\((?:ranked |also )?${SLOT.ordinal}(?:[ -](?:place|position|rank))?(?: in both| in each)?\\)`,
  'g',
);
const IN_CATEGORY = new RegExp(
  `${SLOT.ordinal}(?: place| position)? (?:in|for) (?:the )?(?<category>[a-z][a-z&' -]{2,40}?)(?=,| and ${SLOT.ordinal}|;|\\.|$| \\()`,
  'g',
);

/** The place a sentence of categories is about: its own first name, else what governs it. */
function subjectOf(shape: Shape, section: Section, document: ReadDocument): PlaceMention | undefined {
  const own = [...shape.mentions.values()].find((mention): mention is PlaceMention => mention.kind === 'place');
  const sentence = section.sentences.findIndex((span) => span.start === shape.span.start);
  return own ?? document.topics[section.index]?.[sentence]?.[0];
}

function* read(shape: Shape, pattern: RegExp, place: PlaceMention, least: number): Generator<Draft> {
  const found = [...shape.text.matchAll(pattern)];
  if (found.length < least) return;
  for (const match of found) {
    const category = match.groups?.['category'];
    const at = match.index + match[0].indexOf(SLOT.ordinal);
    const ordinal = shape.mentions.get(at);
    if (category === undefined || ordinal?.kind !== 'ordinal' || / (?:is|are|was|were|come|came|comes) /.test(category)) continue;
    const from = match.index + match[0].indexOf(category);
    const names = category.split(/ and (?=[a-z])/).length === 2 && match[0].includes('in both') ? category.split(' and ') : [category];
    let start = from;
    for (const name of names) {
      const begin = shape.text.indexOf(name, start);
      start = begin + name.length;
      const span = { start: shape.starts[begin] ?? 0, end: shape.ends[begin + name.length - 1] ?? 0 };
      yield {
        kind: 'rank',
        place,
        position: { kind: 'absolute', rank: ordinal.value },
        basis: 'explicit',
        tied: false,
        positionSpan: { start: ordinal.start, end: ordinal.end },
        reference: { category: span },
        span: { start: Math.min(span.start, ordinal.start), end: Math.max(span.end, ordinal.end) },
        source: 'prose',
        doubts: ['attributed-by-subject'],
      };
    }
  }
}

export default defineRule({
  finds:
    'positions by category of the place a sentence is about: "Technology (2nd), Entrepreneurship (5th)", "34th in Health, 37th in Security"',
  reads: 'section',
  kinds: ['paragraph', 'item'],
  needs: ['ordinal'],
  *claims(section, shapes, document) {
    if (!isRankingDocument(document)) return;
    for (const shape of shapes) {
      if (!shape.text.includes(SLOT.ordinal)) continue;
      const place = subjectOf(shape, section, document);
      if (place === undefined) continue;
      yield* read(shape, BRACKETED, place, 1);
      yield* read(shape, IN_CATEGORY, place, 2);
    }
  },
  examples: [
    {
      text: 'The Smart Index of towns is out.\n\nLeeds did well in public transport (2nd) and health care (5th).',
      claims: ['Leeds 2', 'Leeds 5'],
    },
  ],
  counterexamples: ['The Smart Index of towns is out.\n\nLeeds has a museum (1998).'],
});
