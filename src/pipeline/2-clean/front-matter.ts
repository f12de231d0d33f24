import { isScalar, parseDocument } from 'yaml';
import type { Span } from '../../source-text.ts';
import { findDate } from './dates.ts';
import type { Stated, StatedMetadata } from './metadata.ts';

const FIELDS: Readonly<Record<keyof StatedMetadata, readonly string[]>> = {
  title: ['title', 'headline'],
  site: ['site', 'site_name', 'sitename', 'publication', 'publisher', 'website', 'source_name'],
  author: ['author', 'authors', 'byline', 'by'],
  published: ['date', 'published', 'pubdate', 'publish_date', 'published_at', 'publishdate', 'created'],
  url: ['url', 'canonical', 'canonical_url', 'source_url', 'link', 'permalink'],
};

/** Front matter longer than this is data, not words about an article (UTF-16 units). */
const LONGEST = 64_000;

/** Reads the YAML between `---` lines at `block` of the file. Every value is a string: a YAML date never becomes a `Date`. */
export function readFrontMatter(text: string, block: Span | undefined): StatedMetadata {
  if (block === undefined || block.end - block.start > LONGEST) return {};
  const written = text.slice(block.start, block.end);
  const document = parseDocument(written, { schema: 'failsafe', logLevel: 'silent' });
  const read = (names: readonly string[]): Stated | undefined => {
    for (const name of names) {
      const node: unknown = document.has(name) ? document.get(name, true) : undefined;
      if (!isScalar(node) || typeof node.value !== 'string' || node.value.trim() === '' || !node.range) continue;
      return { value: node.value.trim(), start: block.start + node.range[0], end: block.start + node.range[1] };
    }
    return undefined;
  };
  const published = read(FIELDS.published);
  const date = published && findDate(published.value);
  const author = read(FIELDS.author);
  return {
    title: read(FIELDS.title),
    site: read(FIELDS.site),
    // "Lívia Sampaio (translated by the newsroom)"
    author: author && { ...author, value: author.value.replace(/ ?\([^()]*\)$/, '') },
    published: published && date && { ...published, value: date.iso },
    url: read(FIELDS.url),
  };
}
