import { describe, expect, it } from 'vitest';
import { cleanText } from '../src/pipeline/2-clean/text.ts';
import { checkClean, droppedText, fileOf, outline } from './helpers/clean.ts';

const PROSE = 'The institute looked at forty cities and found that rents had risen in nearly all of them.';

function read(text: string): ReturnType<typeof cleanText> {
  const clean = cleanText(fileOf(text));
  checkClean(clean);
  return clean;
}

describe('blocks of plain text', () => {
  it('reads a countdown with prose between as one list', () => {
    const clean = read(`Ten cities to watch\n\n${PROSE}\n\n3. Graz\n\n${PROSE}\n\n2. Linz\n\n${PROSE}\n\n1. Wels\n\n${PROSE}\n`);
    expect(outline(clean).filter((line) => line.startsWith('item'))).toEqual(['item 3 3. Graz', 'item 2 2. Linz', 'item 1 1. Wels']);
    expect(new Set(clean.blocks.filter((block) => block.kind === 'item').map((block) => block.group)).size).toBe(1);
  });

  it.each([
    ['10. Hefei', 10, false],
    ['No.10 - Hefei', 10, false],
    ['#7 - Ghent', 7, false],
    ['7=  Ghent', 7, true],
    ['T-127  Ghent', 127, true],
    ['1) Ghent', 1, false],
    ['(3) Ghent', 3, false],
    ['[4] Ghent', 4, false],
    ['5 – Ghent', 5, false],
    ['Rank 6: Ghent', 6, false],
    ['8th: Ghent', 8, false],
  ])('%s is an item', (line, value, tied) => {
    const clean = read(`${PROSE}\n\n${line}\n`);
    expect(clean.blocks[1]).toMatchObject({ kind: 'item', marker: { value, tied } });
  });

  it.each([
    '2023. A year to remember',
    '3.5 percent of the votes',
    '10:48 was the time',
    'No. 9 on the old list, Ghent, is open again.',
    '12 cities were named',
  ])('%s is no item', (line) => {
    expect(read(`${PROSE}\n\n${line}\n\n${PROSE}`).blocks[1]?.marker).toBeUndefined();
  });

  it('reads numbers without a stop only where they count on', () => {
    expect(outline(read(`${PROSE}\n\n1 Ghent\n2 Bruges\n3 Namur\n`)).slice(1)).toEqual([
      'item 1 1 Ghent',
      'item 2 2 Bruges',
      'item 3 3 Namur',
    ]);
    expect(outline(read(`${PROSE}\n\n1\nGhent\n2\nBruges\n3\nNamur\n`)).slice(1)).toEqual([
      'item 1 1 Ghent',
      'item 2 2 Bruges',
      'item 3 3 Namur',
    ]);
  });

  it('splits a list that stands in one paragraph', () => {
    expect(outline(read(`${PROSE}\n\nThe order: (1) Ghent, (2) Bruges, (3) Namur.`)).slice(1)).toEqual([
      'paragraph The order:',
      'item 1 (1) Ghent,',
      'item 2 (2) Bruges,',
      'item 3 (3) Namur.',
    ]);
  });

  it('joins lines wrapped by hand, and only those', () => {
    const clean = read(
      'The survey looked at forty cities in the south\r\nof the country and found that rents had risen in\r\nnearly all. Ghent leads.\r\n\r\nGhent\r\nBruges\r\nNamur\r\n',
    );
    expect(outline(clean)).toEqual([
      'paragraph The survey looked at forty cities in the south of the country and found that rents had risen in nearly all. Ghent leads.',
      'item Ghent',
      'item Bruges',
      'item Namur',
    ]);
  });

  it('joins a line that begins with a comma', () => {
    expect(outline(read(`${PROSE}\n\nGhent\n, a city of students, is one of them and has the highest rents.`))[1]).toBe(
      'paragraph Ghent, a city of students, is one of them and has the highest rents.',
    );
  });
});

describe('tables in plain text', () => {
  const cells = (text: string): readonly string[] =>
    outline(read(`${PROSE}\n\n${text}\n\n${PROSE}`)).filter((line) => line.startsWith('row'));

  it.each([
    ['tabs', 'City\tRank\tPrevious\nGhent\t1\t\nBruges\t2\t4'],
    ['bars', '| City | Rank | Previous |\n|---|---|---|\n| Ghent | 1 |\n| Bruges | 2 | 4 |'],
    ['one cell a line', 'City\nRank\nPrevious\nGhent\n1\n3\nBruges\n2\n4'],
  ])('%s', (_, table) => {
    expect(cells(table)[0]).toBe('row City | Rank | Previous');
    expect(cells(table).at(-1)).toBe('row Bruges | 2 | 4');
  });

  it('keeps the column of a cell whose left neighbour is empty', () => {
    const clean = read(`${PROSE}\n\nCity\tRank\tScore\nGhent\t\t98.4\nBruges\t2\t97\n`);
    expect(clean.blocks[2]?.cells?.map((cell) => cell.column)).toEqual([0, 2]);
    expect(clean.blocks[1]?.cells?.map((cell) => cell.header)).toEqual([true, true, true]);
    expect(clean.blocks[2]?.cells?.some((cell) => cell.header)).toBe(false);
  });

  it('finds the position that only some rows print', () => {
    const clean = read(`${PROSE}\n\nCity\nCountry\nVisitors\nGhent\nBelgium\n12,000\nLille\nFrance\n11,000\n3\nTrier\nGermany\n9,000\n`);
    const rows = clean.blocks.filter((block) => block.kind === 'row');
    expect(rows.map((row) => row.cells?.[0]?.column)).toEqual([1, 1, 1, 0]);
  });

  it('splits cells that are glued together', () => {
    expect(cells('RANKCityScore\n1Ghent, VG72.25229\n2Bruges, VG71.10612\n3Namur, VG64.23355\n4Mons, VG60.71944')).toEqual([
      'row RANK | City | Score',
      'row 1 | Ghent, VG | 72.25 | 229',
      'row 2 | Bruges, VG | 71.10 | 612',
      'row 3 | Namur, VG | 64.23 | 355',
      'row 4 | Mons, VG | 60.71 | 944',
    ]);
  });

  it.each([
    [
      'a name from each capital on',
      'Rank City Population Yearly change',
      ['1 Ghent 265,086 +0.4%', '2 New Bruges 118,509 -0.1%', '3 Mons 96,000 0.2%'],
      ['Rank | City | Population | Yearly change', '2 | New Bruges | 118,509 | -0.1%'],
    ],
    [
      'a name to the end of its brackets',
      'Province GDP (100 million yuan) growth (%)',
      ['Gansu 1,100.5 2.3', 'Inner Mongolia 2,200.1 3.4', 'Anhui 9,000 -1'],
      ['Province | GDP (100 million yuan) | growth (%)', 'Inner Mongolia | 2,200.1 | 3.4'],
    ],
    [
      'years as names, a scale with its figure',
      'City 2021 2022',
      ['Ghent 1.2 million 1.3 million', 'Mons 0.1 million n/a', 'Lille 0.2 million 0.3 million'],
      ['City | 2021 | 2022', 'Mons | 0.1 million | n/a'],
    ],
    ['positions without a name', 'City Score', ['1 Ghent 72', '2 Mons 64', '3 Lille 60'], ['City | Score', '2 | Mons | 64']],
  ])('parted by single blanks, %s', (_, header, rows, expected) => {
    const read = cells([header, ...rows].join('\n'));
    expect([read[0], read[2]]).toEqual(expected.map((row) => `row ${row}`));
  });

  it.each([
    ['City Rain and snow days', ['Ghent 1 2', 'Mons 4 5', 'Lille 7 8']],
    ['City Score', ['Ghent 1', 'Mons 2']],
    ['City State Score', ['Ghent East 1', 'Mons South 2', 'Lille North 3']],
  ])('no table where the words of the header do not part into its columns, or rows are few: "%s"', (header, rows) => {
    expect(cells([header, ...rows].join('\n'))).toEqual([]);
  });

  it('years name columns, and are cells where all rows have them', () => {
    const isHeader = (table: string): boolean =>
      read(`${PROSE}\n\n${table}\n`).blocks.find(({ kind }) => kind === 'row')?.cells?.[0]?.header === true;
    expect(isHeader('2023\t2022\tCity\n1\t2\tGhent\n2\t1\tMons')).toBe(true);
    expect(isHeader('2023\tGhent\n2022\tMons\n2021\tLille')).toBe(false);
  });

  it('a menu is no table', () => {
    expect(cells('Home  News  Sport\nCity  Arts  Food\nJobs  Cars  Help')).toEqual([]);
  });
});

describe('what is no part of the article', () => {
  const page = [
    'FLANDERS POST',
    'Home | News | Sport | Weather',
    '',
    'Ghent has the dearest flats, survey finds',
    '',
    'By An Peeters',
    '12 March 2022 | Share',
    '',
    PROSE,
    '',
    'ALSO READ: Bruges ranks 3rd for tourists',
    '',
    'Bruges is second, and Namur takes third place in the survey of this year.',
    '',
    'Related articles',
    'Five reasons to visit Mons',
    'Namur is number one for cyclists',
    '',
    '2 comments',
    'joe: Ghent is 40th at best, if you ask me, and has been for many years now.',
    '© 2022 Flanders Post. All rights reserved.',
  ].join('\n');

  it('goes with its reason', () => {
    const clean = read(page);
    expect(outline(clean)).toEqual([
      'title Ghent has the dearest flats, survey finds',
      `paragraph ${PROSE}`,
      'paragraph Bruges is second, and Namur takes third place in the survey of this year.',
    ]);
    expect(droppedText(clean)).toEqual([
      'navigation: FLANDERS POST\nHome | News | Sport | Weather',
      'metadata: By An Peeters\n12 March 2022 | Share',
      'related: ALSO READ: Bruges ranks 3rd for tourists',
      'related: Related articles\nFive reasons to visit Mons\nNamur is number one for cyclists',
      'comments: 2 comments\njoe: Ghent is 40th at best, if you ask me, and has been for many years now.',
      'footer: © 2022 Flanders Post. All rights reserved.',
    ]);
  });

  it('still says who published what, when', () => {
    const { metadata, source } = read(page);
    expect(metadata).toMatchObject({
      title: 'Ghent has the dearest flats, survey finds',
      site: 'FLANDERS POST',
      author: 'An Peeters',
      published: '2022-03-12',
    });
    const { published } = metadata.spans;
    expect(published && source.file.text.slice(published.start, published.end)).toBe('12 March 2022');
  });

  it('keeps a list behind a related headline, and its heading', () => {
    const text = `${PROSE}\n\nRead also:\nFive reasons to visit Mons\n\nThe full list\n\n1. Ghent\n2. Bruges\n3. Namur\n`;
    expect(outline(read(text)).filter((line) => line.startsWith('item'))).toHaveLength(3);
  });

  it('keeps the table behind a copyright line', () => {
    const text = `${PROSE}\n\n© Statistics Office\n\nCity\tRank\nGhent\t1\nBruges\t2\nNamur\t3\nMons\t4\nLiège\t5\n`;
    expect(outline(read(text)).filter((line) => line.startsWith('row'))).toHaveLength(6);
  });
});

describe('the date of publication', () => {
  it.each([
    ['Published on: 2017-08-15', '2017-08-15'],
    ['15:02, September 22, 2011 Email | Print', '2011-09-22'],
    ['Updated: 2024-01-12', '2024-01-12'],
    ['27.01.2021 14:33 | Views 915', '2021-01-27'],
    ['07/17/2017 05:12:40', '2017-07-17'],
    ['03/04/2017', '2017'],
    ['29 November 2021', '2021-11-29'],
    ['Wednesday, 9 of May of 2018', '2018-05-09'],
    ['January 2020', '2020-01'],
    ['31 June 2020', '2020-06'],
  ])('%s', (line, published) => {
    expect(read(`Ghent has the dearest flats, survey finds\n\n${line}\n\n${PROSE}\n`).metadata.published).toBe(published);
  });

  it('prefers the first publication to an update, wherever it stands', () => {
    const text = `Ghent has the dearest flats, survey finds\n\nLast Updated: January 02, 2020\n\n${PROSE}\n\nFirst Published: January 01, 2020 22:10 IST\n`;
    expect(read(text).metadata.published).toBe('2020-01-01');
  });

  it('does not take a year of the article for it', () => {
    expect(read(`Ghent has the dearest flats of 2021\n\n${PROSE} In March 2020 it was not so.\n`).metadata.published).toBe('');
  });
});
