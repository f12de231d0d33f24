import { currencyOf } from '../pipeline/9-normalize/currencies.ts';
import type { QuantityMention, ReadDocument } from '../types.ts';

/** Countries whose own dollar a bare "$" means in an article on their places. */
const DOLLARS = new Set(['CA', 'AU', 'NZ']);

/** The unit of a quantity of a place in `country`; a bare "$" is the dollar of the country, unless the article writes US dollars apart. */
export function localUnit(quantity: QuantityMention, country: string, document: ReadDocument): string {
  const { text } = document.clean.source;
  const bare = quantity.measure === 'money' && text[quantity.numberStart] === '$' && DOLLARS.has(country);
  return bare && !/\bUS ?\$|\bUSD\b/.test(text) ? quantity.unit.replace('USD', currencyOf('$1', country)) : quantity.unit;
}
