import { fold } from './names.ts';

/*
 * When two figures and two units are the same to score.py.
 */

/** A figure of a table; undefined where the cell holds none. */
export function figure(cell: string): number | undefined {
  return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i.test(cell.trim()) ? Number(cell) : undefined;
}

export function isClose(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
}

const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ '%': 'percent', pct: 'percent', 'per cent': 'percent', 'percentage points': 'percentage point', pp: 'percentage point' },
    ...{
      rmb: 'cny',
      yuan: 'cny',
      us$: 'usd',
      dollars: 'usd',
      person: 'people',
      persons: 'people',
      inhabitants: 'people',
      residents: 'people',
    },
    ...{ 'square kilometers': 'km2', 'square kilometres': 'km2', 'km²': 'km2', 'sq km': 'km2', 'square km': 'km2' },
    ...{ kilometers: 'km', kilometres: 'km', kilometre: 'km', tonne: 'tonnes', tons: 'tonnes', ton: 'tonnes', 'metric tons': 'tonnes' },
    ...{ 'm²': 'm2', 'square meters': 'm2', 'square metres': 'm2' },
  }),
);
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const PEOPLE = words(
  'people person persons resident residents inhabitant inhabitants employee employees worker workers visitor visitors tourist tourists passenger passengers student students talent talents personnel',
);
const CURRENCIES = words(
  'cny usd eur gbp jpy inr krw hkd aud cad chf sgd aed brl mxn zar rub try thb vnd idr myr php twd cop clp ars sek nok dkk pln',
);
const MEASURES = words('percent percentage point points times km km2 m m2 tonnes hours minutes hectares mw kwh');
const FILLERS = words('per of the and a');

function unitOf(text: string): string {
  const lower = text.trim().toLowerCase();
  return UNITS.get(lower) ?? lower;
}

const foldedWords = (text: string): readonly string[] =>
  fold(text)
    .split(' ')
    .filter((word) => word !== '');

function stem(word: string): string {
  if (PEOPLE.has(word)) return 'people';
  return word.endsWith('ies') ? word.replace(/ies$/, 'y') : word.replace(/s$/, '');
}

function isSameUnit(gold: string, found: string): boolean {
  const [g, p] = [unitOf(gold), unitOf(found)];
  if (g === p) return true;
  if (g === '' || p === '') return false;
  const [goldWords, foundWords] = [foldedWords(g), foldedWords(p)];
  const money = (list: readonly string[]): string => [...new Set(list.filter((word) => CURRENCIES.has(word)))].sort().join(' ');
  if (money(goldWords) !== money(foundWords)) return false;
  if ([g, p].some((unit) => unit === 'percent' || unit === 'percentage point')) return false;
  if (money(goldWords) !== '' && goldWords.includes('per') !== foundWords.includes('per')) return true;
  const stems = (list: readonly string[]) => new Set(list.filter((word) => !FILLERS.has(word) && !CURRENCIES.has(word)).map(stem));
  const [a, b] = [stems(goldWords), stems(foundWords)];
  return (a.size === 0 && b.size === 0) || [...a].some((word) => b.has(word));
}

/** The same unit; or a count whose unit names the thing by words of the metric itself (millionaires for people). */
export function fitsUnit(gold: { readonly unit: string; readonly metric: readonly string[] }, found: string): boolean {
  if (isSameUnit(gold.unit, found)) return true;
  const foundWords = new Set(foldedWords(unitOf(found)));
  const both = [...foundWords, ...foldedWords(unitOf(gold.unit))];
  if (foundWords.size === 0 || both.some((word) => CURRENCIES.has(word) || MEASURES.has(word))) return false;
  const singular = (word: string): string => word.replace(/s$/, '');
  const named = new Set(gold.metric.flatMap(foldedWords).map(singular));
  return [...foundWords].some((word) => named.has(singular(word)));
}
