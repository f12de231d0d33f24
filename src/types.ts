import type { Status } from './schema/values.ts';
import type { SourceText, Span } from './source-text.ts';

/*
 * The values that pass between the stages of one article. Unless said otherwise a span is half-open, in UTF-16 units of the
 * CLEANED text (`CleanDocument.source.text`); bytes appear only in what leaves the pipeline (schema.ts).
 */

// -------------------------------------------------------------------------------------------------- a file that is not read

/** Why an article was not read: the `status` and `error` of its row in `documents.csv`. Other articles go on. */
export interface Failure {
  readonly status: Exclude<Status, 'ok'>;
  /** "expected UTF-8, got byte 0xE9 at byte 17": what was expected and what came, without the name of the file. */
  readonly error: string;
}

// ---------------------------------------------------------------------------------------------- 2-clean: blocks and losses

export type Format = 'text' | 'markdown' | 'html';

export type BlockKind = 'title' | 'heading' | 'paragraph' | 'item' | 'row' | 'caption';

/** The number or bullet in front of a list item: "10." "No. 10" "#7" "7=" "T-127" "•". */
export interface Marker {
  /** The position the marker shows; undefined for a bullet. */
  readonly value: number | undefined;
  /** Where the marker stands in the cleaned text; undefined where the markup makes it (`<ol start=10>`). */
  readonly span: Span | undefined;
  /** "7=", "T-7", "=7" */
  readonly tied: boolean;
}

export interface Cell extends Span {
  /** First column of the table that the cell fills, from 0. */
  readonly column: number;
  /** Columns it fills, at least 1. */
  readonly width: number;
  readonly header: boolean;
  /** Rows it fills, where they are more than its own (`rowspan`): the rows below have no cell in its columns. */
  readonly height?: number;
}

export interface Block extends Span {
  readonly kind: BlockKind;
  /** Depth of a heading (1 to 6) or of list nesting (from 1); 0 otherwise. */
  readonly level: number;
  /** Blocks of one list or one table share a number; -1 for the rest. */
  readonly group: number;
  readonly marker?: Marker | undefined;
  /** Cells of a row, left to right. */
  readonly cells?: readonly Cell[] | undefined;
}

export type DropReason =
  'navigation' | 'advert' | 'related' | 'comments' | 'cookie' | 'footer' | 'hidden' | 'markup' | 'image' | 'code' | 'metadata';

/** A stretch of the DECODED file (UTF-16 units) that is not in the cleaned text. */
export interface Dropped extends Span {
  readonly reason: DropReason;
}

/** What the article says of itself. Empty string: not said. */
export interface Metadata {
  readonly title: string;
  readonly site: string;
  readonly author: string;
  /** `2017-08-15`, `2017-08` or `2017`; never guessed. */
  readonly published: string;
  readonly url: string;
  /** Spans of the decoded file (UTF-16 units) that say so, for the fields that are stated. */
  readonly spans: { readonly [field in 'title' | 'site' | 'author' | 'published' | 'url']?: Span | undefined };
}

/** What the fields of a container say of an article; empty where they say nothing. `published` as in `Metadata`. */
export type StatedFields = Readonly<Record<'title' | 'url' | 'published', string>>;

/** `source.text` is the article's text, its blocks separated by a blank line ("\n\n"), cells of a row by " | ". */
export interface CleanDocument {
  readonly format: Format;
  readonly source: SourceText;
  readonly blocks: readonly Block[];
  readonly dropped: readonly Dropped[];
  readonly metadata: Metadata;
}

// ------------------------------------------------------------------------------------------------------------- 3-sections

export interface Section extends Block {
  readonly index: number;
  /** Indices of the headings that govern this section, outermost first; a numbered item followed by prose governs it too. */
  readonly headings: readonly number[];
  readonly sentences: readonly Span[];
}

// ------------------------------------------------------------------------------------------- 4-mentions, 5-places: places

export type PlaceType = 'city' | 'district' | 'zone' | 'province' | 'region' | 'country';

/** A place of the world. */
export interface Place {
  /** `geonames:1796236`, `iso:CN`, `iso:CN-GZ`, or empty for a place that no gazetteer has. */
  readonly id: string;
  /** Canonical English name. */
  readonly name: string;
  readonly type: PlaceType;
  /** English name of the first-level subdivision it lies in; empty for countries, provinces, regions or when unknown. */
  readonly admin1: string;
  /** `iso:CN-GZ` of that subdivision, or empty. */
  readonly admin1Id: string;
  /** ISO 3166-1 alpha-2, empty for regions of several countries. */
  readonly country: string;
  /** Decimal degrees as printed in the tables; undefined where unknown. */
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
  readonly population: number;
}

export type PlaceDoubt = 'ambiguous-place' | 'unknown-place' | 'respelled-place';

/**
 * A place as the text names it, resolved. `start`..`end` is the whole place item ("Osaka of Japan", "Wuhan (Hubei)", "Canada's
 * Vancouver", "McKinney, TX"), `nameStart`..`nameEnd` the name in it.
 */
export interface PlaceMention extends Span {
  readonly kind: 'place';
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly place: Place;
  readonly doubts: readonly PlaceDoubt[];
  /** First-level subdivision where the item itself states it ("Wuhan (Hubei)", "Hefei, Anhui province"): its words; undefined otherwise. */
  readonly admin1Span: Span | undefined;
  /** "the city", "it", "they", "the provincial capital": what they stand for was concluded, from `antecedents`. */
  readonly anaphor: boolean;
  /** Mentions an anaphor stands for, in order; several for "they" and "the two cities". Empty for a name. */
  readonly antecedents: readonly PlaceMention[];
}

/** "Chinese", "Indian", "Bavarian": an adjective of a place, never a ranked place itself. */
export interface DemonymMention extends Span {
  readonly kind: 'demonym';
  readonly place: Place;
}

// ------------------------------------------------------------------------------- 4-mentions: ordinals, quantities, periods

/** A position or order: "34th", "third", "No. 2", "number one", "#7". */
export interface OrdinalMention extends Span {
  readonly kind: 'ordinal';
  readonly value: number;
}

/** "top 10", "top ten", "first 20": how much of a list; not a quantity of anything. */
export interface TopMention extends Span {
  readonly kind: 'top';
  readonly value: number;
}

export type Operator = '=' | '>' | '<' | '~';

/** A number with what it counts or measures: "more than 7 million people", "US$1 billion", "3.9%", "1,600". */
export interface QuantityMention extends Span {
  readonly kind: 'quantity';
  /** Where the number (with currency sign, scale, range) stands, without "more than" and without the counted noun. */
  readonly numberStart: number;
  readonly numberEnd: number;
  readonly op: Operator;
  /** Plain decimal digits, scaled out: "1460000000". */
  readonly value: string;
  /** Upper end of a range, or empty. */
  readonly valueMax: string;
  /** ISO 4217 code, `percent`, `percentage point`, `km2`, `km`, `hours`, … or empty for a bare count, whose noun the rules find. */
  readonly unit: string;
  readonly measure: 'money' | 'percent' | 'points' | 'dimension' | 'temperature' | 'count';
  /** The denominator in words where the text gives one: "person", "night", "100,000 people"; empty otherwise. Part of `unit` for money and dimensions. */
  readonly per: string;
  /** The sign as printed: "-3.9%". */
  readonly negative: boolean;
}

/** A time: a year, month, quarter, half, span of years. */
export interface PeriodMention extends Span {
  readonly kind: 'period';
  /** ISO 8601 year, month, day or interval of months or years: `2014`, `2014-07/2014-12`, `2016/2017`. */
  readonly iso: string;
  /** `document:published` where it was concluded from the article's date ("last year"); empty where stated. */
  readonly source: string;
  /** True for "last year", "the previous month", "a year earlier": before the time of the article. */
  readonly past?: true;
}

/** "CCID Consulting", "the Ministry of Commerce", "World Bank". */
export interface OrganisationMention extends Span {
  readonly kind: 'organisation';
  /** Cleaned name without article. */
  readonly name: string;
}

/** A ranking as the text names it: "the 2023 list of China top 100 science and technology cities". */
export interface ListMention extends Span {
  readonly kind: 'list';
  readonly rule: string;
  /** The words that name it, article and edition cut off. */
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly size: { readonly value: number; readonly span: Span } | undefined;
  readonly edition: { readonly iso: string; readonly span: Span; readonly source: string } | undefined;
  /** ISO code or region of GOLD.md's list, with the words. */
  readonly scope: { readonly code: string; readonly span: Span } | undefined;
  readonly publisher: { readonly name: string; readonly span: Span } | undefined;
  /** "the list", "this ranking": refers back and names nothing. */
  readonly anaphor: boolean;
}

export type Mention =
  PlaceMention | DemonymMention | OrdinalMention | TopMention | QuantityMention | PeriodMention | OrganisationMention | ListMention;

/** An article after stage 6: all that rules read. Mentions are sorted by `start`, longer first, and do not cross. */
export interface ReadDocument {
  readonly clean: CleanDocument;
  readonly sections: readonly Section[];
  /** By section index. */
  readonly mentions: readonly (readonly Mention[])[];
  /** What each sentence is about when it names no place itself, by section index and sentence; empty where nothing governs. */
  readonly topics: readonly (readonly (readonly PlaceMention[])[])[];
  /** Places in names of public bodies ("Leeds City Council"), in order: they tell what a text is about, and nothing else is theirs. */
  readonly housed: readonly PlaceMention[];
  /** ISO 639-1, `en` for English, empty if too short to tell. */
  readonly language: string;
}
