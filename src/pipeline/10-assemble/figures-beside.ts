import type { Figure } from '../../extractors/claim.ts';
import { isOrdered } from '../../extractors/ordering-figure.ts';
import type { QuantityMention, ReadDocument } from '../../types.ts';
import type { Entry } from './settle.ts';

/** "Alcobendas (16.69%)", "Bogotá, with 7,41 points", "Gujarat, third, on 98.21 per cent": what may stand between a place and its figure. */
const BESIDE =
  /^(?:,? (?:third|second|first|fourth|fifth),)?(?:,? ?\((?:with |at |score[: ]{0,2})?|,? (?:with|on|at|scoring|which scored|scored|got|had|recorded|registered)(?: (?:a|an) (?:score|total|rating|mark|evaluation|note|result) of)? |[:–-] ?| [–-] )$/;

/** Longest stretch between a place and its figure, in UTF-16 units. */
const REACH = 40;

function figureBeside(document: ReadDocument, entry: Entry): QuantityMention | undefined {
  const { place, section } = entry.claim;
  const quantity = (document.mentions[section] ?? []).find(
    (mention): mention is QuantityMention =>
      mention.kind === 'quantity' && mention.start >= place.end && mention.start - place.end <= REACH,
  );
  // "Cairo (114" of a list of positions
  if (quantity === undefined || Number(quantity.value) === entry.rank) return undefined;
  return BESIDE.test(document.clean.source.text.slice(place.end, quantity.start)) ? quantity : undefined;
}

/** Scores told beside the names of an enumeration: at least two, of one unit, that rise or fall with the positions. */
export function withFiguresBeside(document: ReadDocument, entries: readonly Entry[]): readonly Entry[] {
  const open = entries.filter((entry) => entry.score === undefined && entry.rank !== undefined && entry.claim.source === 'prose');
  if (open.length < 2) return entries;
  const beside = new Map<Entry, QuantityMention>();
  for (const entry of open) {
    const quantity = figureBeside(document, entry);
    if (quantity !== undefined) beside.set(entry, quantity);
  }
  const [first] = beside.values();
  const alike = [...beside].filter(([, quantity]) => quantity.measure === first?.measure && quantity.unit === first.unit);
  if (alike.length < 2 || !isOrdered(alike.map(([entry, quantity]) => [entry.rank ?? 0, Number(quantity.value)]))) return entries;
  const scores = new Map<Entry, Figure>(
    alike.map(([entry, quantity]) => [
      entry,
      {
        value: quantity.negative ? `-${quantity.value}` : quantity.value,
        unit: quantity.unit,
        span: { start: quantity.numberStart, end: quantity.numberEnd },
      },
    ]),
  );
  return entries.map((entry) => {
    const score = scores.get(entry);
    return score === undefined ? entry : { ...entry, score };
  });
}
