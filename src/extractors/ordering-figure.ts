import type { Figure } from './claim.ts';
import type { QuantityMention, ReadDocument, Section } from '../types.ts';

/** An item of a list and where its words after the place begin (UTF-16 units of the cleaned text). */
export interface RankedItem {
  readonly section: Section;
  readonly rank: number;
  readonly from: number;
}

/**
 * The figure a list is ordered by, per section index: the first quantity after the place, where most items have one of the same
 * unit and it rises or falls with the rank. Anything else in an item is no score.
 */
export function orderingFigures(items: readonly RankedItem[], document: ReadDocument): ReadonlyMap<number, Figure> {
  const first = items.flatMap((item) => {
    const quantity = (document.mentions[item.section.index] ?? []).find(
      (mention): mention is QuantityMention =>
        mention.kind === 'quantity' &&
        mention.start >= item.from &&
        mention.measure !== 'temperature' &&
        !isOfMany(document.clean.source.text, mention),
    );
    return quantity === undefined ? [] : [{ item, quantity }];
  });
  const unit = mostFrequent(first.map(({ quantity }) => `${quantity.measure} ${quantity.unit}`));
  const alike = first.filter(({ quantity }) => `${quantity.measure} ${quantity.unit}` === unit);
  if (alike.length < 2 || alike.length * 2 < items.length || !isOrdered(alike.map(({ item, quantity }) => [item.rank, signed(quantity)])))
    return new Map();
  return new Map(
    alike.map(({ item, quantity }) => [
      item.section.index,
      {
        value: quantity.negative ? `-${quantity.value}` : quantity.value,
        unit: quantity.unit,
        span: { start: quantity.numberStart, end: quantity.numberEnd },
      },
    ]),
  );
}

/** "2 out of 115" is a position, "85 out of 100" a score. */
function isOfMany(text: string, { start, end }: QuantityMention): boolean {
  return (
    /\bout of $/.test(text.slice(Math.max(0, start - 10), start)) || /^ out of (?!(?:5|10|100|1,?000)\b)\d/.test(text.slice(end, end + 16))
  );
}

const signed = (quantity: QuantityMention): number => (quantity.negative ? -1 : 1) * Number(quantity.value);

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/** True where values only rise or only fall as the rank grows; equal values are allowed, but not all of them. */
export function isOrdered(pairs: readonly (readonly [rank: number, value: number])[]): boolean {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0]);
  let rises = 0;
  let falls = 0;
  for (let index = 1; index < sorted.length; index += 1) {
    const step = (sorted[index]?.[1] ?? 0) - (sorted[index - 1]?.[1] ?? 0);
    if (step > 0) rises += 1;
    else if (step < 0) falls += 1;
  }
  return (rises === 0) !== (falls === 0);
}
