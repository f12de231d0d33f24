import type { Figure } from '../../extractors/claim.ts';
import { isOrdered } from '../../extractors/ordering-figure.ts';
import type { QuantityMention, ReadDocument } from '../../types.ts';
import type { FiguresTold } from './figures-told.ts';
import type { Entry } from './settle.ts';

/** "Alcobendas (16.69%)", "Bogotá, with 7,41 points", "Gujarat, third, on 98.21 per cent": what may stand between a place and its figure. */
const BESIDE =
  /^(?:,? (?:third|second|first|fourth|fifth),)?(?:,? ?\((?:with |at |score[: ]{0,2})?|,? (?:with|on|at|scoring|which scored|scored|got|had|recorded|registered)(?: (?:a|an) (?:score|total|rating|mark|evaluation|note|result) of)? |[:–-] ?| [–-] )$/;

/** Longest stretch between a place and its figure, in UTF-16 units. */
const REACH = 40;

/** Sections behind an item that may tell its figure: "7. Ohio", then "Effective rate: 1.53%". */
const BELOW = 4;
const FEWEST_BELOW = 3;

const keyOf = ({ measure, unit }: QuantityMention): string => `${measure} ${unit}`;
const valueOf = ({ negative, value }: QuantityMention): string => (negative ? `-${value}` : value);

const figureOf = (quantity: QuantityMention): Figure => ({
  value: valueOf(quantity),
  unit: quantity.unit,
  span: { start: quantity.numberStart, end: quantity.numberEnd },
});

function besideName(document: ReadDocument, entry: Entry): readonly QuantityMention[] {
  const { place, section } = entry.claim;
  const quantity = (document.mentions[section] ?? []).find(
    (mention): mention is QuantityMention =>
      mention.kind === 'quantity' && mention.start >= place.end && mention.start - place.end <= REACH,
  );
  return quantity !== undefined && BESIDE.test(document.clean.source.text.slice(place.end, quantity.start)) ? [quantity] : [];
}

/** Figures told of the place in the sentences of its claims; the position itself is none ("Cairo (114"). */
function candidates(document: ReadDocument, figures: FiguresTold, entry: Entry): readonly QuantityMention[] {
  const told = [entry.claim, ...entry.supporters].flatMap((claim) => figures.of(claim));
  const beside = entry.claim.source === 'prose' ? besideName(document, entry) : [];
  return [...beside, ...told].filter((quantity) => !isPosition(quantity, entry));
}

const isPosition = (quantity: QuantityMention, { rank }: Entry): boolean =>
  quantity.measure === 'count' && quantity.unit === '' && Number(quantity.value) === rank;

function mostFrequent(keys: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Scores told beside the names of an enumeration, or of one place: of one unit, rising or falling with the positions. */
export function withFiguresBeside(document: ReadDocument, figures: FiguresTold, entries: readonly Entry[]): readonly Entry[] {
  const open = entries.filter((entry) => entry.score === undefined && entry.rank !== undefined);
  if (open.length === 0) return entries;
  const told = new Map(open.map((entry) => [entry, candidates(document, figures, entry)]));
  const known = entries.flatMap((entry) => (entry.score === undefined ? [] : [[entry.rank ?? 0, Number(entry.score.value)] as const]));
  const keys = [...told.values()].map((own) => [...new Set(own.map(keyOf))]).flat();
  const key = mostFrequent(keys);
  const chosen = [...told].flatMap(([entry, own]) => {
    const quantity = own.find((one) => keyOf(one) === key);
    return quantity === undefined ? [] : [[entry, quantity] as const];
  });
  const pairs = chosen.map(([entry, quantity]) => [entry.rank ?? 0, Number(valueOf(quantity))] as const);
  const fits = isOrdered([...known, ...pairs]) || (chosen.length === 1 && known.length === 0 && pairs.length === 1);
  const scores = fits ? new Map(chosen) : below(document, open);
  return entries.map((entry) => {
    const quantity = scores.get(entry);
    return quantity === undefined ? entry : { ...entry, score: figureOf(quantity) };
  });
}

/** Figures in the text below the items of a countdown: those that stand at the same place in most and rise or fall with the positions. */
function below(document: ReadDocument, open: readonly Entry[]): ReadonlyMap<Entry, QuantityMention> {
  const items = open.filter(({ claim }) => claim.source === 'list' && claim.reference.edition === undefined);
  const starts = new Set(items.map((entry) => entry.claim.section));
  const under = new Map(
    items.map((entry) => {
      const own: QuantityMention[] = [];
      for (let index = entry.claim.section; index <= entry.claim.section + BELOW; index += 1) {
        if (index > entry.claim.section && (starts.has(index) || document.sections[index]?.kind === 'heading')) break;
        for (const mention of document.mentions[index] ?? [])
          if (mention.kind === 'quantity' && mention.start >= entry.claim.place.end && !isPosition(mention, entry)) own.push(mention);
      }
      return [entry, own] as const;
    }),
  );
  for (let nth = 0; nth < BELOW; nth += 1) {
    const found = [...under].flatMap(([entry, own]) => {
      const quantity = own[nth];
      return quantity === undefined ? [] : [[entry, quantity] as const];
    });
    const key = mostFrequent(found.map(([, quantity]) => keyOf(quantity)));
    const alike = found.filter(([, quantity]) => keyOf(quantity) === key);
    if (
      alike.length >= FEWEST_BELOW &&
      alike.length * 4 >= items.length * 3 &&
      isOrdered(alike.map(([entry, quantity]) => [entry.rank ?? 0, Number(valueOf(quantity))]))
    )
      return new Map(alike);
  }
  return new Map();
}
