import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

export interface Cleaner {
  readonly name: string;
  /** The text of the article in a page, without its title. */
  readonly clean: (bytes: Uint8Array) => string;
}

async function ranktrace(): Promise<Cleaner> {
  const library = (await import(new URL('../../dist/index.js', import.meta.url).href)) as typeof import('../../src/index.ts');
  return {
    name: 'ranktrace',
    clean: (bytes) => {
      const clean = library.cleanArticle(bytes, 'page.html');
      if ('status' in clean) return '';
      const blocks = clean.blocks.filter(({ kind }) => kind !== 'title');
      return blocks.map(({ start, end }) => clean.source.text.slice(start, end)).join('\n');
    },
  };
}

/** As its users run it: the page as UTF-8, a DOM, the defaults. */
const readability: Cleaner = {
  name: 'linkedom + Readability',
  clean: (bytes) => {
    // The types of a document are those of browsers, which this program is compiled without.
    const { document } = parseHTML(new TextDecoder().decode(bytes)) as unknown as { readonly document: never };
    return new Readability(document).parse()?.textContent ?? '';
  },
};

export async function cleaners(): Promise<readonly Cleaner[]> {
  return [await ranktrace(), readability];
}
