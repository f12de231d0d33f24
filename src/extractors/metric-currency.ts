import { currencyOf } from '../pipeline/9-normalize/currencies.ts';
import type { QuantityMention, ReadDocument } from '../types.ts';

/** Countries whose own dollar a bare "$" means in an article on their places. */
const DOLLARS = new Set(['CA', 'AU', 'NZ', 'FJ', 'SG', 'JM', 'TT', 'NA', 'GY', 'BB', 'BZ', 'SB', 'LC', 'GD', 'DM', 'AG', 'KN', 'VC']);

/**
 * The unit of a quantity of a place in `country`, which decides what the words leave open: "Rs 9 billion" of Karachi is PKR, "353
 * billion pesos" of Medellín COP. A bare "$" is the country's dollar, unless the article writes US dollars apart.
 */
export function localUnit(quantity: QuantityMention, country: string, document: ReadDocument): string {
  const { unit } = quantity;
  if (quantity.measure !== 'money') return unit;
  const { text } = document.clean.source;
  if (/^USD/.test(unit) && !(text[quantity.numberStart] === '$' && DOLLARS.has(country) && !/\bUS ?\$|\bUSD\b/.test(text))) return unit;
  const code = currencyOf(text.slice(quantity.numberStart, quantity.end), country);
  return code === '' || code.slice(0, 3) === unit.slice(0, 3) ? unit : `${code}${unit.replace(/^[A-Z]{3}/, '')}`;
}
