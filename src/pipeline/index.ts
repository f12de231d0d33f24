import { createHash } from 'node:crypto';
import { documentId } from '../ids.ts';
import type { Article, DocumentRow } from '../schema.ts';
import { MAX_CLAIMS } from '../limits.ts';
import type { CleanDocument, Failure, Format, ReadDocument, StatedFields } from '../types.ts';
import { decode } from './1-decode.ts';
import { cleanHtml, cleanMarkdown } from './2-clean/markup-lazily.ts';
import { cleanText } from './2-clean/text.ts';
import { readSections } from './3-sections.ts';
import { findMentions, withoutOverlaps } from './4-mentions/index.ts';
import { resolvePlaces } from './5-places.ts';
import { bodyPlaces } from './5-places-bodies.ts';
import { findSubjects } from './6-subjects.ts';
import { foldLists, readPlaces, type RuleSet } from './7-claims.ts';
import { settleClaims } from './8-overlaps.ts';
import { assemble } from './10-assemble/index.ts';
import { validate } from './11-validate/index.ts';
import { detectLanguage } from './language.ts';
import type { DecodedFile } from '../source-text.ts';

export interface ReadOptions {
  /** Path of the article as the tables name it. */
  readonly source: string;
  readonly format: Format;
  readonly rules: RuleSet;
  /** Forces the encoding. */
  readonly encoding?: string | undefined;
  /** Encoding that HTTP or a container states. */
  readonly declared?: string | undefined;
  /** What a container's fields say of the article; it beats what the article says of itself. */
  readonly stated?: StatedFields | undefined;
}

/** ONE ARTICLE: bytes in, rows out. The only place where the order of the stages is written. Throws `RuleFailure` where a rule throws. */
export function readArticle(bytes: Uint8Array, options: ReadOptions): Article {
  const file = decode(bytes, options);
  if ('status' in file) return failed(bytes, options, file);
  const cleaned = cleanFile(file, options.format);
  if ('status' in cleaned) return failed(bytes, options, cleaned);
  const clean = withFields(cleaned, options.stated);
  const document = readDocument(clean, options.rules);
  const { claims, facts } = readPlaces(document, options.rules);
  if (claims.length > MAX_CLAIMS)
    return failed(bytes, options, {
      status: 'too-large',
      error: `expected at most ${String(MAX_CLAIMS)} claims in an article, got ${String(claims.length)}`,
    });
  return validate(document, assemble(document, settleClaims(claims, document), facts), options.source);
}

export function cleanFile(file: DecodedFile, format: Format): CleanDocument | Failure {
  switch (format) {
    case 'markdown':
      return cleanMarkdown(file);
    case 'html':
      return cleanHtml(file);
    case 'text':
      return cleanText(file);
  }
}

/** The article with what its container says of it in place of what it says itself; such a cell has no bytes and names the field. */
function withFields(clean: CleanDocument, stated: StatedFields | undefined): CleanDocument {
  if (stated === undefined) return clean;
  const fields = (['title', 'url', 'published'] as const).filter((field) => stated[field] !== '');
  const values = Object.fromEntries(fields.map((field) => [field, stated[field]]));
  const spans = Object.fromEntries(fields.map((field) => [field, undefined]));
  const { metadata } = clean;
  return { ...clean, metadata: { ...metadata, ...values, spans: { ...metadata.spans, ...spans } } };
}

/** Stages 3 to 6 and the names of rankings: all that rules read. */
export function readDocument(clean: CleanDocument, rules: RuleSet): ReadDocument {
  const sections = readSections(clean);
  const { text } = clean.source;
  const places = resolvePlaces(clean, sections);
  const mentions = sections.map((section) =>
    withoutOverlaps([...(places[section.index] ?? []), ...findMentions(text, section, clean.metadata.published)]),
  );
  return foldLists(
    findSubjects({ clean, sections, mentions, topics: [], housed: bodyPlaces(text, places), language: detectLanguage(text) }),
    rules,
  );
}

function failed(bytes: Uint8Array, options: ReadOptions, failure: Failure): Article {
  const document: DocumentRow = {
    document_id: documentId(options.source),
    source: options.source,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    format: options.format,
    encoding: '',
    language: '',
    title: '',
    site: '',
    author: '',
    published: '',
    rankings: 0,
    entries: 0,
    metrics: 0,
    losses: 0,
    status: failure.status,
    error: failure.error,
    text_sha256: '',
  };
  return { document, rankings: [], metrics: [], provenance: [], losses: [] };
}
