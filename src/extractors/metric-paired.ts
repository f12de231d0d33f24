import { ANY_QUANTITY, PLACE } from './metric-figure.ts';
import { ownersIn } from './metric-subject.ts';
import { COMING, type Owner } from './metric-owner.ts';
import type { Shape } from './shape.ts';
import type { QuantityMention } from '../types.ts';

/*
 * As many figures as places, in one order: "Beijing and Shanghai saw a 64 per cent and 53 per cent growth".
 */

export interface Pairing {
  /** Units of the slots of the figures, in order. */
  readonly at: readonly number[];
  readonly quantities: readonly QuantityMention[];
  readonly owners: readonly Owner[];
}

const list = (slot: string): string => `${slot}(?:(?:,|,? and|,? &) (?:an? |the )?${slot}){1,7}`;
const PAIRED = new RegExp(`(?<places>${list(PLACE)})(?<verb>[^\uE000-\uE00B.;:()]{2,60}?)(?<figures>${list(ANY_QUANTITY)})`, 'd');

/** "3.2 and 3.1 percent": the unit that only the last figure has. */
function withUnit(quantity: QuantityMention, last: QuantityMention): QuantityMention {
  return quantity.unit === '' && last.measure === 'percent' ? { ...quantity, unit: last.unit, measure: last.measure } : quantity;
}

const RESPECTIVELY = new RegExp(`(?<figures>${list(ANY_QUANTITY)})[^\uE000-\uE00B.;:()]{0,40}? respectively`, 'd');

/** "Kwara was second and Lagos third with 38.5 and 36.9 percent respectively": as many places in front, whatever stands between them. */
function respectively(shape: Shape): Pairing | undefined {
  const figures = RESPECTIVELY.exec(shape.text)?.indices?.groups?.['figures'];
  if (figures === undefined) return undefined;
  const quantities = quantitiesIn(shape, figures[0], figures[1]);
  const named = ownersIn(shape, 0, figures[0]);
  const owners = named.slice(-quantities.length);
  const last = quantities.at(-1)?.mention;
  const first = owners[0];
  if (
    last === undefined ||
    first === undefined ||
    owners.length !== quantities.length ||
    new Set(owners.map(({ place }) => place.place.name)).size < owners.length
  )
    return undefined;
  if (new RegExp(`${ANY_QUANTITY}|;`).test(shape.text.slice(first.to, figures[0]))) return undefined;
  return { at: quantities.map(({ at }) => at), quantities: quantities.map(({ mention }) => withUnit(mention, last)), owners };
}

const quantitiesIn = (shape: Shape, from: number, to: number): readonly { readonly at: number; readonly mention: QuantityMention }[] =>
  [...shape.mentions].flatMap(([at, mention]) => (mention.kind === 'quantity' && at >= from && at < to ? [{ at, mention }] : []));

/** The figures of a sentence that belong to its places in turn; undefined where their numbers differ. */
export function pairingOf(shape: Shape): Pairing | undefined {
  if (shape.own.length < 4) return undefined;
  const found = PAIRED.exec(shape.text);
  const places = found?.indices?.groups?.['places'];
  const figures = found?.indices?.groups?.['figures'];
  if (
    places === undefined ||
    figures === undefined ||
    /\b(?:between|from|together|jointly|combined)\b/.test(shape.text.slice(Math.max(0, places[0] - 10), figures[0]))
  )
    return shape.text.includes(' respectively') ? respectively(shape) : undefined;
  if (
    / from (?:the |mainland )?$/.test(shape.text.slice(0, places[0])) &&
    COMING.test(shape.text.slice(0, places[0]).replace(/ from (?:the |mainland )?$/, ''))
  )
    return undefined;
  const owners = ownersIn(shape, places[0], places[1]);
  const slots = quantitiesIn(shape, figures[0], figures[1]);
  const last = slots.at(-1)?.mention;
  if (last === undefined || slots.length !== owners.length) return undefined;
  return { at: slots.map(({ at }) => at), quantities: slots.map(({ mention }) => withUnit(mention, last)), owners };
}
