import { MAX_HTML_DEPTH } from '../../limits.ts';
import type { DecodedFile } from '../../source-text.ts';
import type { CleanDocument, DropReason, Failure } from '../../types.ts';
import { findBoilerplate } from './boilerplate.ts';
import type { Draft } from './draft.ts';
import { draftPage, type PageDraft } from './html-blocks.ts';
import { judgeDrops } from './html-drop.ts';
import { findHeadline, findMain } from './html-main.ts';
import { readPageMetadata, siteOfTitle } from './html-metadata.ts';
import { findElements, parseHtml } from './html-tree.ts';
import { readMetadata } from './metadata.ts';
import { joinNumbers, numberDrafts } from './numbering.ts';
import { fromCopyright } from './site.ts';
import { writeDocument } from './write.ts';

/** A page → its article. Fails with `too-deep` where elements nest deeper than any page that people read. */
export function cleanHtml(file: DecodedFile): CleanDocument | Failure {
  const tree = parseHtml(file.text);
  if (tree.depth > MAX_HTML_DEPTH) {
    return { status: 'too-deep', error: `expected elements at most ${MAX_HTML_DEPTH} deep, got ${tree.depth}` };
  }
  const { stated, pageTitle } = readPageMetadata(file.text, tree.root);
  const body = findElements(tree.root, ({ name }) => name === 'body')[0] ?? tree.root;
  const dropReason = judgeDrops(body);
  const heading = findHeadline(file.text, body, [stated.title?.value ?? '', pageTitle], dropReason);
  const page = draftPage(file.text, body, findMain(body, heading, dropReason), dropReason);
  const joined = joinNumbers(page.drafts);
  const headline =
    heading === undefined
      ? -1
      : joined.findIndex(({ draft }) => draft.kind === 'heading' && draft.start >= heading.start && draft.end <= heading.end);
  const drafts = numberDrafts(joined.map(({ draft }) => draft));
  const { title, reasons } = findBoilerplate(drafts, headline, presetReasons(joined, headline));
  const titled = drafts.map((draft, index) => (index === title ? { ...draft, kind: 'title' as const, level: 0 } : draft));
  const words = drafts[title]?.text ?? stated.title?.value ?? '';
  const outside = drafts.filter((_, index) => reasons[index] !== undefined);
  const site =
    stated.site ??
    siteOfTitle(tree.root, file.text, words, false) ??
    fromCopyright(outside) ??
    siteOfTitle(tree.root, file.text, words, true);
  const metadata = readMetadata(titled, reasons, title, { ...stated, title: title >= 0 ? undefined : stated.title, site });
  return writeDocument(file, 'html', titled, reasons, page.dropped, metadata);
}

/**
 * Why drafts are dropped for where they stand. Between a headline outside of the article's element and the article a standfirst
 * may stand; what else is outside is the page's.
 */
function presetReasons(drafts: readonly PageDraft[], headline: number): readonly (DropReason | undefined)[] {
  const first = drafts.findIndex(({ outside, reason }) => !outside && reason === undefined);
  return drafts.map(({ draft, reason, outside }, index) => {
    if (index === headline) return undefined;
    if (reason !== undefined || !outside) return reason;
    if (index > headline && headline >= 0 && index < first) return isStandfirst(draft) ? undefined : 'metadata';
    return index < first ? 'navigation' : 'related';
  });
}

function isStandfirst(draft: Draft): boolean {
  return draft.linked < 0.3 && (draft.text.length >= 50 || draft.kind === 'heading');
}
