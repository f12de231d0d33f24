import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { MAX_MARKDOWN_DEPTH, MAX_OPEN_BRACKETS } from '../../limits.ts';
import type { DecodedFile } from '../../source-text.ts';
import type { CleanDocument, Failure } from '../../types.ts';
import { findBoilerplate } from './boilerplate.ts';
import { splitCounted } from './counted.ts';
import type { Draft } from './draft.ts';
import { readFrontMatter } from './front-matter.ts';
import { draftTree } from './markdown-blocks.ts';
import { markdownDepth, openBrackets } from './markdown-depth.ts';
import { readMetadata } from './metadata.ts';
import { numberDrafts } from './numbering.ts';
import { writeDocument } from './write.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze();

/** Markdown → the article's blocks. Fails with `too-deep` before a tree is made: mdast takes minutes for nested lists and for open brackets. */
export function cleanMarkdown(file: DecodedFile): CleanDocument | Failure {
  const depth = markdownDepth(file.text);
  if (depth > MAX_MARKDOWN_DEPTH) {
    return { status: 'too-deep', error: `expected lists and quotes at most ${MAX_MARKDOWN_DEPTH} deep, got ${depth}` };
  }
  const open = openBrackets(file.text);
  if (open > MAX_OPEN_BRACKETS) {
    return { status: 'too-deep', error: `expected at most ${MAX_OPEN_BRACKETS} brackets open in a paragraph, got ${open}` };
  }
  const tree = draftTree(file.text, parser.parse(file.text));
  const stated = readFrontMatter(file.text, tree.frontMatter);
  const drafts = numberDrafts(splitCounted(tree.drafts));
  const headline = findHeadline(drafts, stated.title !== undefined);
  const { title, reasons } = findBoilerplate(drafts, headline);
  const titled = drafts.map((draft, index) => (index === title ? { ...draft, kind: 'title' as const, level: 0 } : draft));
  // A first heading says the title in the article's own words; front matter is often cut for the address of the page.
  const metadata = readMetadata(titled, reasons, title, title >= 0 ? { ...stated, title: undefined } : stated);
  return writeDocument(file, 'markdown', titled, reasons, tree.dropped, metadata);
}

/** The first heading of the first level; without one, and without a title in front matter, what plain text would have. */
function findHeadline(drafts: readonly Draft[], stated: boolean): number | undefined {
  const first = drafts.flatMap((draft, index) => (draft.kind === 'heading' && draft.level === 1 ? [index] : []));
  const worded = first.find((index) => (drafts[index]?.text.split(' ').length ?? 0) >= 3) ?? first[0];
  if (worded !== undefined) return worded;
  if (stated) return -1;
  const heading = drafts.findIndex((draft) => draft.kind === 'heading');
  return heading >= 0 && heading < 4 ? heading : undefined;
}
