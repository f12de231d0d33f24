import { describe, expect, it } from 'vitest';
import { loadRules } from '../src/extractors/rules.ts';
import { sortRules } from '../src/pipeline/7-claims.ts';
import { readArticle } from '../src/pipeline/index.ts';

/*
 * Lists of places that no gazetteer has, or that it has elsewhere: what the text says they hold makes them places. Each family of names in
 * each layout that crawlers leave.
 */

const rules = sortRules(await loadRules());

interface Family {
  /** What the article says competes. */
  readonly noun: string;
  readonly header: string;
  readonly type: string;
  readonly country: string;
  readonly names: readonly string[];
}

const FAMILIES: readonly Family[] = [
  {
    noun: 'London boroughs',
    header: 'Borough',
    type: 'district',
    country: 'GB',
    names: ['Hackney', 'Camden', 'Tower Hamlets', 'Richmond upon Thames', 'Waltham Forest', 'Hammersmith and Fulham', 'Brent', 'Lewisham'],
  },
  {
    noun: 'English councils',
    header: 'Council',
    type: 'district',
    country: 'GB',
    names: ['Hart', 'Uttlesford', 'South Cambridgeshire', 'Mid Sussex', 'Rushcliffe', 'East Hampshire', 'Craven', 'Ribble Valley'],
  },
  {
    noun: 'suburbs of Sydney',
    header: 'Suburb',
    type: 'district',
    country: 'AU',
    names: ['Mosman', 'Vaucluse', 'Double Bay', 'Bronte', 'Hunters Hill', 'Kirribilli', 'Tamarama', 'Bellevue Hill'],
  },
  {
    noun: 'small towns in Vermont',
    header: 'Town',
    type: 'city',
    country: 'US',
    names: ['Stowe', 'Woodstock', 'Grafton', 'Dorset', 'Peacham', 'Waitsfield', 'Weston', 'Craftsbury'],
  },
];

const LAYOUTS: Readonly<Record<string, (rank: number, name: string, score: string) => string>> = {
  'numbered list': (rank, name) => `${rank}. ${name}`,
  'numbered list with scores': (rank, name, score) => `${rank}. ${name} - ${score}`,
  'rows by tabs': (rank, name, score) => `${rank}\t${name}\t${score}`,
  'rows by bars, numbers glued to the names': (rank, name, score) => `${rank}. ${name} | ${score}`,
  'a cell per line': (rank, name, score) => `${rank}\n${name}\n${score}`,
};

function article({ noun, names }: Family, lines: readonly string[]): string {
  return `Where to live now\n\n${names[0] ?? ''} has topped the 2023 Comfort Index, a ranking of ${names.length} ${noun} published on Tuesday by the Acme Institute.\n\nThe full ranking:\n\n${lines.join('\n')}\n\nThe institute will repeat it next year.\n`;
}

function rowsOf(text: string): ReturnType<typeof readArticle>['rankings'] {
  return readArticle(Buffer.from(text), { source: 'a.txt', format: 'text', rules }).rankings;
}

const score = (index: number): string => (91.4 - index * 1.3).toFixed(1);

describe.each(FAMILIES)('$noun', (family) => {
  it.each(Object.entries(LAYOUTS))('%s', (_name, line) => {
    const rows = rowsOf(
      article(
        family,
        family.names.map((name, index) => line(index + 1, name, score(index))),
      ),
    );
    expect(rows.map(({ rank, place_raw: name }) => `${String(rank)} ${name}`)).toEqual(
      family.names.map((name, index) => `${String(index + 1)} ${name}`),
    );
    expect(new Set(rows.map(({ country }) => country))).toEqual(new Set([family.country]));
    expect(new Set(rows.map(({ place_type: type }) => type))).toEqual(new Set([family.type]));
  });
});

describe('no places', () => {
  it.each([
    ['schools', ['Hackney Downs', 'Bishop Walker', 'Kings Langley', 'Saint Olave', 'North Bridge', 'Ashcombe']],
    ['companies', ['Hart Foods', 'Camden Instruments', 'Brent Oil', 'Stowe Textiles', 'Mosman Wines', 'Weston Tools']],
  ])('a ranking of %s', (noun, names) => {
    const text = `The best of ${noun}\n\nA ranking of 6 ${noun} was published on Tuesday by the Acme Institute.\n\n${names.map((name, index) => `${String(index + 1)}. ${name}`).join('\n')}\n`;
    expect(rowsOf(text)).toEqual([]);
  });

  it('a table of matches, whatever its columns are called', () => {
    const lines = ['1. Leeds\t24\t16\t5\t3\t53', '2. York\t24\t14\t7\t3\t49', '3. Hull\t24\t14\t6\t4\t48', '4. Derby\t24\t12\t6\t6\t42'];
    expect(rowsOf(`Standings of the cities\n\nThe ranking after the round:\n\n${lines.join('\n')}\n`)).toEqual([]);
  });
});

it('a name that a list made a place is one in the sentences too', () => {
  const family = FAMILIES[1];
  const names = family?.names ?? [];
  const list = names.map((name, index) => `${index + 1}. ${name} - ${score(index)}`).join('\n');
  const text = `Where to live now\n\nUttlesford had 1,518 burglaries in 2022.\n\nA ranking of ${names.length} English councils by the Acme Institute:\n\n${list}\n`;
  const { metrics } = readArticle(Buffer.from(text), { source: 'a.txt', format: 'text', rules });
  expect(metrics.map(({ place, value, unit }) => `${place} ${value} ${unit}`)).toContain('Uttlesford 1518 burglaries');
});
