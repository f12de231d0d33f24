import nlp from 'compromise';
import { foldName } from '../../src/gazetteer/fold.ts';
import { parts, readTable } from './sources.ts';

const { lexicon } = (nlp as unknown as { model: () => { one: { lexicon: Record<string, string | string[]> } } }).model().one;

const NAMES = new Set(['MaleName', 'FemaleName', 'FirstName', 'LastName', 'Person']);
const GIVEN = new Set(['MaleName', 'FemaleName', 'FirstName']);
const PLACES = new Set(['City', 'Region', 'Country', 'Place', 'Demonym', 'ProperNoun', 'SportsTeam', 'Organization']);
const CLOSED = new Set([
  'Month',
  'WeekDay',
  'Pronoun',
  'Conjunction',
  'Preposition',
  'Determiner',
  'Modal',
  'QuestionWord',
  'TextValue',
  'Date',
  'Copula',
  'Possessive',
  'Negative',
  'Unit',
  'Honorific',
  'Abbreviation',
  'Adverb',
  'Expression',
  'Duration',
  'Currency',
  'Condition',
]);

const listed = new Map(
  readTable('words.tsv').flatMap(([kind = '', words = '']) => words.split(' ').map((word) => [word.replace(/_/g, ' '), kind] as const)),
);

const demonyms = new Set(
  [
    ...readTable('countries.tsv').flatMap((cell) => parts(cell[3])),
    ...readTable('subdivision-demonyms.tsv').map(([word = '']) => word),
  ].map(foldName),
);

/** How ordinary a key is in English running text. */
export function wordClass(key: string): 'closed' | 'word' | 'name' | undefined {
  const own = demonyms.has(key) ? 'closed' : listed.get(key);
  if (own !== undefined) return own === 'closed' || own === 'word' || own === 'name' ? own : undefined;
  const entry = key.includes(' ') ? undefined : lexicon[key];
  if (entry === undefined) return undefined;
  const tags = [entry].flat();
  if (tags.some((tag) => CLOSED.has(tag))) return 'closed';
  if (tags.some((tag) => NAMES.has(tag))) return 'name';
  return tags.some((tag) => PLACES.has(tag)) ? undefined : 'word';
}

/** `word<TAB>iso:XX` per line, singular and plural. */
export function demonymLines(): string {
  const lines: string[] = [];
  for (const [code = '', , , demonyms] of readTable('countries.tsv')) {
    for (const word of parts(demonyms)) lines.push(`${word}\tiso:${code}`, `${word}s\tiso:${code}`);
  }
  for (const [word = '', iso = ''] of readTable('subdivision-demonyms.tsv')) lines.push(`${word}\tiso:${iso}`, `${word}s\tiso:${iso}`);
  return `${lines
    .filter((line) => !/(?:[eh]se|sh|ss|ch)s\t/.test(line))
    .sort()
    .join('\n')}\n`;
}

/** Folded given names, one per line. */
export function givenNames(): string {
  const names = Object.entries(lexicon).filter(([word, entry]) => !word.includes(' ') && [entry].flat().some((tag) => GIVEN.has(tag)));
  return `${[...new Set(names.map(([word]) => foldName(word)))].sort().join('\n')}\n`;
}
