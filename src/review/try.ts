import { loadRules } from '../extractors/rules.ts';
import { UsageError } from '../failures.ts';
import { decode } from '../pipeline/1-decode.ts';
import { sortRules, type RuleSet } from '../pipeline/7-claims.ts';
import { cleanFile, readDocument } from '../pipeline/index.ts';
import { loadEngine } from '../run/engine.ts';
import { loadArticles, readOne } from '../run/articles.ts';
import { findInputs } from '../run/inputs.ts';
import { cleanArticle } from '../run/one-file.ts';
import { lineAt } from '../run/quotes.ts';
import type { CleanDocument, ReadDocument } from '../types.ts';
import { quoted, sayEntry, sayMetric } from './explain-row.ts';
import { hitsOf, tally, type Hit, type Tally } from './hits.ts';

/*
 * What rules do, for who writes them: on a sentence, over a folder, in figures.
 */

interface CleanArticle {
  readonly source: string;
  readonly bytes: Uint8Array;
  readonly clean: CleanDocument;
}

/** The articles of a folder that can be read; a row of `extract` tells of those that cannot. */
async function* articlesOf(folder: string): AsyncGenerator<CleanArticle> {
  for await (const batch of loadArticles(await findInputs([folder]))) {
    for (const { source, content } of batch) {
      const clean = 'status' in content ? content : cleanArticle(content.bytes, source, 'format' in content ? content : undefined);
      if (!('status' in content) && !('status' in clean)) yield { source, bytes: content.bytes, clean };
    }
  }
}

const sayFate = ({ fate, to }: Hit): string => (to === '' ? fate : `${fate} ${fate === 'lost' ? 'to ' : ''}${to}`);

/** One rule over a folder: each hit with its line, its words and what became of it. Throws `UsageError` for a rule there is not. */
export async function tryRule(name: string, folder: string): Promise<readonly string[]> {
  const rules = sortRules(await loadRules());
  if (!rules.all.some((rule) => rule.name === name)) {
    const family = rules.all.filter((rule) => rule.name.startsWith(`${name.split('/')[0] ?? ''}/`));
    throw new UsageError(`expected a rule, got \`${name}\`; there are ${sayNames(family.length === 0 ? rules.all : family)}`);
  }
  const lines: string[] = [];
  const tallies = new Map<string, Tally>();
  for await (const { source, bytes, clean } of articlesOf(folder)) {
    const hits = hitsOf(readDocument(clean, rules), rules).filter(({ rule }) => rule === name);
    tally(tallies, hits);
    for (const hit of hits) {
      const line = lineAt(bytes, clean.source.byteSpan(hit.span.start, hit.span.end).start);
      lines.push(`${source}:${line}: ${hit.said}, ${sayFate(hit)}: ${quoted(clean.source.text.slice(hit.span.start, hit.span.end))}`);
    }
  }
  const { hits, wins, losses } = tallies.get(name) ?? { hits: 0, wins: 0, losses: 0 };
  return [...lines, `${name}: ${hits} hits, ${wins} won, ${losses} lost`];
}

const sayNames = (rules: readonly { readonly name: string }[]): string => rules.map(({ name }) => `\`${name}\``).join(', ');

/** All rules on a sentence: what each found, what became of it, and the rows of an article with nothing else in it. */
export async function trySentence(sentence: string): Promise<readonly string[]> {
  const rules = sortRules(await loadRules());
  const bytes = new TextEncoder().encode(sentence);
  const { rankings, metrics } = readOne(bytes, 'sentence.txt', await loadEngine());
  const hits = hitsOf(documentOf(bytes, rules), rules, true);
  return [
    ...(hits.length === 0 ? ['no rule finds anything'] : hits.map((hit) => `${hit.rule}: ${hit.said}, ${sayFate(hit)}`)),
    ...rankings.map((row) => `entry: ${sayEntry(row)}, by \`${row.rule}\``),
    ...metrics.map((row) => `metric: ${sayMetric(row)}, by \`${row.rule}\``),
  ];
}

function documentOf(bytes: Uint8Array, rules: RuleSet): ReadDocument {
  const file = decode(bytes);
  const clean = 'status' in file ? file : cleanFile(file, 'text');
  if ('status' in clean) throw new UsageError(`expected a sentence: ${clean.error}`);
  return readDocument(clean, rules);
}

/** Hits, wins and losses of every rule over a folder, and the rules without a hit. */
async function tallyRules(folder: string, rules: RuleSet): Promise<ReadonlyMap<string, Tally>> {
  const tallies = new Map<string, Tally>(rules.all.map(({ name }) => [name, { hits: 0, wins: 0, losses: 0 }]));
  for await (const { clean } of articlesOf(folder)) tally(tallies, hitsOf(readDocument(clean, rules), rules));
  return tallies;
}

/** As `tallyRules`, in lines. */
export async function countRules(folder: string): Promise<readonly string[]> {
  const tallies = await tallyRules(folder, sortRules(await loadRules()));
  const column = (value: number | string): string => String(value).padStart(7);
  return [
    `${column('hits')}${column('won')}${column('lost')}  rule`,
    ...[...tallies].map(([name, { hits, wins, losses }]) => `${column(hits)}${column(wins)}${column(losses)}  ${name}`),
  ];
}
