/**
 * Limits of one article. They are counts, so the same bytes give the same result on every machine; the one time is the last resort.
 */

/** Bytes of one article, decompressed. The largest labelled article has 21 KB; 64 MB of text still decodes into one string. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** Bytes that gzip may make of one. Its own bound is 1,032; labelled articles have 3, pages of news 4 to 12, lists of one repeated line 100. */
export const MAX_GZIP_RATIO = 200;

/** Decompressed bytes below which no ratio is asked for: what small files swell to harms nobody. */
export const SMALLEST_BOMB = 1024 * 1024;

/** Bytes of the header lines of one WARC record or of its HTTP answer. Servers refuse 8 to 64 KB. */
export const MAX_HEADER_BYTES = 64 * 1024;

/** UTF-16 units of a record's id or URL in `source`; browsers stop at 2,000. */
export const MAX_RECORD_NAME = 2000;

/** Nesting of lists and quotes in Markdown. `- ` 5,000 times on one line keeps mdast busy for over 20 s; articles stay below 10. */
export const MAX_MARKDOWN_DEPTH = 64;

/**
 * Brackets that a paragraph of Markdown with as many marks of emphasis opens and does not close. Between them the parser looks for emphasis again and again: 4,000
 * `*[` take seconds, 8,000 five times as long.
 */
export const MAX_OPEN_BRACKETS = 500;

/** Nesting of HTML elements. parse5 survives 10,000; the deepest page seen in use had 60. */
export const MAX_HTML_DEPTH = 512;

/** Bytes at the start of a file in which one NUL makes it binary: git's own rule. */
export const BINARY_SAMPLE_BYTES = 8000;

/** Share of control characters (without tab, line and page breaks) above which a file is not text. */
export const MAX_CONTROL_SHARE = 0.05;

/** Units of a sentence's shape in which figures of places are looked for: each is read with all that stands around it. The longest labelled one has 337. */
export const MAX_FIGURE_SENTENCE = 4000;

/** Words of one sentence given to compromise. One of 92 KB keeps it busy for 3 s, one of 208 KB for over 40 s. */
export const MAX_TAGGED_WORDS = 2000;

/** Columns of a table that is recognised in plain text. */
export const MAX_TABLE_COLUMNS = 40;

/** Positions and figures claimed in one article: the longest list seen in the news has 1,000 places; assembly compares claims with each other. */
export const MAX_CLAIMS = 10_000;

/** Time for one article: the largest file takes 10 s on a busy machine of two cores, so whoever meets this limit has met a bug. */
export const MAX_ARTICLE_MILLISECONDS = 120_000;

const mega = (bytes: number): string => `${bytes / 1024 / 1024} MB`;

/** The limits as `--help` prints them, each with the status of what is over it. */
export function limitLines(): readonly string[] {
  return [
    `an article (decompressed)       ${mega(MAX_FILE_BYTES)}, else too-large`,
    `what gzip makes of a byte       ${MAX_GZIP_RATIO} bytes, over ${mega(SMALLEST_BOMB)}, else too-large`,
    `headers of a WARC record        ${MAX_HEADER_BYTES / 1024} KB, else too-large or damaged`,
    `nesting of HTML elements        ${MAX_HTML_DEPTH}, else too-deep`,
    `nesting of lists and quotes     ${MAX_MARKDOWN_DEPTH}, else too-deep`,
    `brackets open in a paragraph    ${MAX_OPEN_BRACKETS}, in Markdown, between marks of emphasis, else too-deep`,
    `claims of an article            ${MAX_CLAIMS}, else too-large`,
    `words of a tagged sentence      ${MAX_TAGGED_WORDS}; a longer one is read by patterns alone`,
    `time for an article             ${MAX_ARTICLE_MILLISECONDS / 1000} s, else timeout`,
  ];
}
