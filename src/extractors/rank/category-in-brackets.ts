import { defineRule } from '../rule.ts';
import type { Draft } from '../rule.ts';
import { SLOT, type Shape } from '../shape.ts';
import { isRankingDocument } from '../rank-sense.ts';
import type { Span } from '../../source-text.ts';
import type { PlaceMention, ReadDocument, Section } from '../../types.ts';

const POSITION = `[${SLOT.ordinal}${SLOT.number}]`;
const BRACKETED = new RegExp(
  `(?:^|[,;:] | and | in | are | for |- )(?:and |in |for |the |')*(?<category>[a-z][a-z&' -]{2,50}?(?: and [a-z][a-z' -]{2,30})?)'? \\((?:ranked |also )?(?<position>${POSITION})(?:[ -](?:place|position|rank))?(?<of> (?:out )?of ${SLOT.number})?(?: in both| in each)?\\)`,
  'g',
);
const IN_CATEGORY = new RegExp(
  `(?<position>${SLOT.ordinal})(?: place| position)?(?: out of ${SLOT.number}| of all [a-z]+| overall)?,? (?:in|for|on|in terms of|when (?:it|${SLOT.anaphor}) comes to) (?:the )?(?<category>[a-z][a-z&' -]{2,40}?|${SLOT.list})(?: index| ranking| category)?(?=,| and ${SLOT.ordinal}| but |;|\\.|$| \\()`,
  'g',
);

/** The place a sentence of categories is about: its own first name, else what governs it. */
function subjectOf(shape: Shape, section: Section, document: ReadDocument): PlaceMention | undefined {
  const own = [...shape.mentions.values()].find((mention): mention is PlaceMention => mention.kind === 'place');
  const sentence = section.sentences.findIndex((span) => span.start === shape.span.start);
  return own ?? document.topics[section.index]?.[sentence]?.[0];
}

/** A position in words or digits; bare digits are one where the sentence says out of how many: "mobility (2 out of 115), health (4)". */
function positionAt(shape: Shape, at: number, isCounted: boolean): (Span & { readonly rank: number }) | undefined {
  const mention = shape.mentions.get(at);
  if (mention?.kind === 'ordinal') return { rank: mention.value, start: mention.start, end: mention.end };
  if (mention?.kind !== 'quantity' || !isCounted || !/^[1-9]\d{0,3}$/.test(mention.value)) return undefined;
  return { rank: Number(mention.value), start: mention.numberStart, end: mention.numberEnd };
}

function* read(shape: Shape, pattern: RegExp, place: PlaceMention, least: number): Generator<Draft> {
  const found = [...shape.text.matchAll(pattern)];
  if (found.length < least && found[0]?.index !== 0) return;
  const isCounted = found.some((match) => match.groups?.['of'] !== undefined);
  for (const match of found) {
    const { category, position: slot } = match.groups ?? {};
    const ordinal = positionAt(shape, match.index + match[0].indexOf(slot ?? ''), isCounted);
    if (category === undefined || ordinal === undefined || / (?:is|are|was|were|come|came|comes) /.test(category)) continue;
    // "Very strong for student mix (2nd)"
    const lead = /^.* (?:for|in|on|at|of) /.exec(category)?.[0].length ?? 0;
    const from = match.index + match[0].indexOf(category) + lead;
    const names =
      category.split(/ and (?=[a-z])/).length === 2 && match[0].includes('in both') ? category.split(' and ') : [category.slice(lead)];
    let start = from;
    for (const name of names) {
      const begin = shape.text.indexOf(name, start);
      start = begin + name.length;
      const span = { start: shape.starts[begin] ?? 0, end: shape.ends[begin + name.length - 1] ?? 0 };
      yield {
        kind: 'rank',
        place,
        position: { kind: 'absolute', rank: ordinal.rank },
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
  kinds: ['paragraph', 'item', 'caption'],
  *claims(section, shapes, document) {
    if (!isRankingDocument(document)) return;
    for (const shape of shapes) {
      if (!shape.text.includes(SLOT.ordinal) && !shape.text.includes(` of ${SLOT.number})`)) continue;
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
    {
      text: 'The Smart Index of towns is out.\n\n1. York\n\nVery good at student mix (2 out of 115) and at jobs (4).\n\n2. Leeds\n\nThird for cleanliness, but 70th out of 115 when it comes to rents.',
      claims: ['York 2', 'York 4', 'Leeds 3', 'Leeds 70'],
    },
  ],
  counterexamples: ['The Smart Index of towns is out.\n\nLeeds has a museum (1998).'],
});
