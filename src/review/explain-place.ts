import type { Claim } from '../extractors/claim.ts';
import type { PatternRule, Rule } from '../extractors/rule.ts';
import { loadRules } from '../extractors/rules.ts';
import { sayClaim } from '../extractors/rule.ts';
import { decode } from '../pipeline/1-decode.ts';
import { readClaims, sortRules, type RuleSet } from '../pipeline/7-claims.ts';
import { cleanFile, readDocument } from '../pipeline/index.ts';
import { loadEngine } from '../run/engine.ts';
import { formatOf } from '../run/engine.ts';
import { readOne } from '../run/articles.ts';
import type { Article } from '../schema.ts';
import type { DecodedFile, Span } from '../source-text.ts';
import type { Mention, ReadDocument } from '../types.ts';
import { quoted, sayEntry, sayMetric } from './explain-row.ts';

/*
 * What became of the words at a line or byte of an article, and where nothing did, why: the stages are run again, and what they
 * kept and let go is asked.
 */

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Lines that explain the bytes `start`..`end` of an article, which its tables would name `source`. */
export async function explainBytes(bytes: Uint8Array, source: string, at: Span): Promise<readonly string[]> {
  const file = decode(bytes, { format: formatOf(source) });
  const clean = 'status' in file ? file : cleanFile(file, formatOf(source));
  if ('status' in file) return [`nothing is read: ${file.error} (${file.status})`];
  if ('status' in clean) return [`nothing is read: ${clean.error} (${clean.status})`];
  const engine = await loadEngine();
  const rules = sortRules(await loadRules());
  const article = readOne(bytes, source, engine);
  const document = readDocument(clean, rules);
  const rows = rowLines(article, at);
  const sentences = document.sections.flatMap((section) =>
    section.sentences
      .filter((sentence) => overlaps(clean.source.byteSpan(sentence.start, sentence.end), at))
      .map((sentence) => ({ section, sentence })),
  );
  if (sentences.length === 0) return [...rows, ...droppedLines(file, clean.dropped, at)];
  const lines = sentences.flatMap(({ section, sentence }) => sentenceLines(document, rules, section.index, sentence, rows.length === 0));
  return [...rows, ...lossLines(article, at), ...lines];
}

function rowLines({ rankings, metrics, provenance }: Article, at: Span): readonly string[] {
  const touches = (id: string, row: Span): boolean => {
    const cells = provenance.find((line) => line.id === id)?.cells ?? {};
    return overlaps(row, at) || Object.values(cells).some((cell) => cell.pieces.some((piece) => overlaps(piece, at)));
  };
  return [
    ...rankings.filter((row) => touches(row.entry_id, row)).map((row) => `entry ${row.entry_id}: ${sayEntry(row)}, by \`${row.rule}\``),
    ...metrics.filter((row) => touches(row.metric_id, row)).map((row) => `metric ${row.metric_id}: ${sayMetric(row)}, by \`${row.rule}\``),
  ];
}

function lossLines({ losses }: Article, at: Span): readonly string[] {
  return losses
    .filter((loss) => loss.stage !== 'clean' && overlaps(loss, at))
    .map(({ stage, reason, rule }) => `let go by ${stage}: ${reason}${rule === '' ? '' : `, a claim of \`${rule}\``}`);
}

function droppedLines(file: DecodedFile, dropped: readonly (Span & { readonly reason: string })[], at: Span): readonly string[] {
  const found = dropped.find((one) => overlaps({ start: file.byteAt(one.start), end: file.byteAt(one.end) }, at));
  return [found === undefined ? 'no words stand here' : `no words are read here: left out by the cleaner as \`${found.reason}\``];
}

/** What stands in a sentence, and, where nothing came of it, what was missing. */
function sentenceLines(document: ReadDocument, rules: RuleSet, index: number, sentence: Span, isBare: boolean): readonly string[] {
  const text = document.clean.source.text.slice(sentence.start, sentence.end);
  const mentions = (document.mentions[index] ?? []).filter((mention) => overlaps(mention, sentence));
  const lines = [`read: ${quoted(text)}`, ...mentions.map((mention) => `  ${sayMention(mention, document)}`)];
  return isBare ? [...lines, ...absence(document, rules, index, sentence, mentions)] : lines;
}

function absence(document: ReadDocument, rules: RuleSet, index: number, sentence: Span, mentions: readonly Mention[]): readonly string[] {
  const claims = readClaims(document, rules).filter((claim) => claim.section === index && overlaps(claim.span, sentence));
  if (claims.length > 0) return claims.map(sayUnused);
  const text = document.clean.source.text.slice(sentence.start, sentence.end).toLowerCase();
  const isCued = (rule: Pick<PatternRule, 'cues'>): boolean => rule.cues.some((cue) => text.includes(cue));
  const cued = rules.sentences.filter(isCued);
  const missing = [
    ...(mentions.some(({ kind }) => kind === 'place') ? [] : ['no place is named here and none is meant']),
    ...(mentions.some(({ kind }) => kind === 'ordinal' || kind === 'top' || kind === 'quantity')
      ? []
      : ['no position and no quantity stands here']),
  ];
  if (missing.length > 0) return missing.map((line) => `nothing: ${line}`);
  if (cued.length === 0) {
    const isRow = document.sections[index]?.group !== -1;
    return [`nothing: no rule has its cue in this sentence${isRow ? ', and none that reads whole lists and tables took this line' : ''}`];
  }
  return [`nothing: the cues of ${nameRules(cued)} stand here, but none of their patterns`];
}

/** A claim of which no row came. */
function sayUnused(claim: Claim): string {
  const said = `\`${claim.rule}\`: ${sayClaim(claim)}`;
  switch (claim.kind) {
    case 'fact':
      return `no row, but a fact about a ranking, by ${said}`;
    case 'veto':
      return `nothing: these words are kept from other rules, by ${said}`;
    case 'rank':
    case 'metric':
      return `claimed, but no row came of it, by ${said}`;
  }
}

function nameRules(rules: readonly Pick<Rule, 'name'>[]): string {
  return rules.map(({ name }) => `\`${name}\``).join(', ');
}

function sayMention(mention: Mention, { clean }: ReadDocument): string {
  const words = quoted(clean.source.text.slice(mention.start, mention.end));
  switch (mention.kind) {
    case 'place': {
      const { place, doubts, anaphor } = mention;
      const id = place.id === '' ? 'no id' : place.id;
      return `place ${words}: ${place.name}, ${place.type}, ${place.country} (${id})${anaphor ? ', concluded' : ''}${doubts.length === 0 ? '' : `; ${doubts.join(', ')}`}`;
    }
    case 'demonym':
      return `adjective ${words} of ${mention.place.name}`;
    case 'quantity':
      return `quantity ${words}: ${mention.op} ${mention.value}${mention.valueMax === '' ? '' : ` to ${mention.valueMax}`} ${mention.unit}`.trimEnd();
    case 'period':
      return `period ${words}: ${mention.iso}`;
    case 'list':
      return `list ${words}, by \`${mention.rule}\``;
    case 'organisation':
      return `organisation ${words}`;
    case 'ordinal':
    case 'top':
      return `${mention.kind === 'top' ? 'length' : 'position'} ${words}: ${mention.value}`;
  }
}

/** The bytes of a line (from 1), without its end. */
export function lineBytes(bytes: Uint8Array, line: number): Span | undefined {
  let start = 0;
  for (let current = 1; current < line; current += 1) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0) return undefined;
    start = end + 1;
  }
  const end = bytes.indexOf(0x0a, start);
  return { start, end: end < 0 ? bytes.length : end };
}
