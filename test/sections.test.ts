import { describe, expect, it } from 'vitest';
import { cleanMarkdown } from '../src/pipeline/2-clean/markdown.ts';
import { cleanText } from '../src/pipeline/2-clean/text.ts';
import { readSections } from '../src/pipeline/3-sections.ts';
import { detectLanguage } from '../src/pipeline/language.ts';
import type { CleanDocument } from '../src/types.ts';
import { cleaned, fileOf } from './helpers/clean.ts';

const PROSE = 'The town lies on a river. Its rents had risen more than those of any other in the country.';

/** The text of each section behind those of its headings. */
function paths(clean: CleanDocument): readonly string[] {
  const sections = readSections(clean);
  const text = (index: number): string => clean.source.text.slice(sections[index]?.start, sections[index]?.end).slice(0, 12);
  return sections.map((section) => [...section.headings, section.index].map(text).join(' > '));
}

describe('readSections', () => {
  it('gives the path of headings', () => {
    const markdown = `# Austria\n\n${PROSE}\n\n## Cities\n\n### Graz\n\n${PROSE}\n\n## Towns\n\n${PROSE}\n`;
    expect(paths(cleaned(cleanMarkdown(fileOf(markdown))))).toEqual([
      'Austria',
      'Austria > The town lie',
      'Austria > Cities',
      'Austria > Cities > Graz',
      'Austria > Cities > Graz > The town lie',
      'Austria > Towns',
      'Austria > Towns > The town lie',
    ]);
  });

  it('lets a numbered item govern the prose about it, but not the end of the article', () => {
    const text = `Three towns of Austria to see\n\n${PROSE}\n\n2. Linz\n\n${PROSE}\n\n1. Graz\n\n${PROSE}\n\nSo much for this year, ladies and gentlemen, see you in the next one.\n`;
    expect(paths(cleanText(fileOf(text)))).toEqual([
      'Three towns ',
      'Three towns  > The town lie',
      'Three towns  > 2. Linz',
      'Three towns  > 2. Linz > The town lie',
      'Three towns  > 1. Graz',
      'Three towns  > 1. Graz > The town lie',
      'Three towns  > So much for ',
    ]);
  });

  it('gives the sentences of each section, and a row as one', () => {
    const clean = cleanText(fileOf(`${PROSE}\n\nCity\tScore\nSt. Veit. Old\t98.4\nGraz\t97\n`));
    const sections = readSections(clean);
    expect(sections.map((section) => section.sentences.length)).toEqual([2, 1, 1, 1]);
  });
});

describe('detectLanguage', () => {
  it.each([
    ['en', 'The city is the first of the ten in the list that was published by the institute on Monday, and it has been so for years.'],
    ['de', 'Die Stadt ist die erste der zehn auf der Liste, die das Institut am Montag veröffentlicht hat, und das seit Jahren.'],
    ['fr', 'La ville est la première des dix de la liste que l’institut a publiée lundi, et cela dure depuis des années avec les mêmes.'],
    ['es', 'La ciudad es la primera de las diez de la lista que el instituto ha publicado el lunes, y así es desde hace años.'],
    ['zh', '第一名是上海，第二名是北京，第三名是深圳，这是研究所周一公布的名单。'],
    ['ja', '研究所が月曜日に発表したリストの一位は東京で、二位は大阪でした。'],
    ['ru', 'Город стал первым из десяти в списке, который институт опубликовал в понедельник.'],
    ['', 'Shanghai 98.4'],
  ])('%s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });
});
