import { describe, expect, it } from 'vitest';
import type { Claim } from '../src/extractors/claim.ts';
import { sayClaim, sayList, type Example, type Rule } from '../src/extractors/rule.ts';
import { loadRules } from '../src/extractors/rules.ts';
import { decode } from '../src/pipeline/1-decode.ts';
import { cleanText } from '../src/pipeline/2-clean/text.ts';
import { foldLists, readClaims, sortRules, type RuleSet } from '../src/pipeline/7-claims.ts';
import { settleClaims } from '../src/pipeline/8-overlaps.ts';
import { readDocument } from '../src/pipeline/index.ts';
import type { Span } from '../src/source-text.ts';
import type { ListMention, ReadDocument } from '../src/types.ts';

/*
 * Every rule is held to its own examples, unasked. Names of rankings are made by rules and read by others as mentions, so a rule
 * "alone" is a rule with the list rules, which make no claims; a list rule alone is itself.
 */

const rules = await loadRules();
const everyRule = sortRules(rules);
const listRules = rules.filter((rule) => rule.reads === 'list');
const alone = (rule: Rule): RuleSet => sortRules(rule.reads === 'list' ? [rule] : [...listRules, rule]);

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function read(bytes: Uint8Array, published: string | undefined, ruleSet: RuleSet): ReadDocument {
  const file = decode(bytes);
  if ('status' in file) throw new Error(`expected a text, got \`${file.status}\``);
  const clean = cleanText(file);
  return readDocument(published === undefined ? clean : { ...clean, metadata: { ...clean.metadata, published } }, ruleSet);
}

const readText = ({ text, published }: Example, ruleSet: RuleSet): ReadDocument => read(encoder.encode(text), published, ruleSet);

const listsOf = (document: ReadDocument, rule: Rule): readonly ListMention[] =>
  document.mentions.flat().filter((mention): mention is ListMention => mention.kind === 'list' && mention.rule === rule.name);

/** What a rule says of a document, and the span (UTF-16 of the cleaned text) it says it of. */
function said(document: ReadDocument, claims: readonly Claim[], rule: Rule): readonly { readonly words: string; readonly span: Span }[] {
  const lists = listsOf(document, rule).map((list) => ({ words: sayList(list, document.clean.source.text), span: list }));
  const own = claims.filter((claim) => claim.rule === rule.name).map((claim) => ({ words: sayClaim(claim), span: claim.span }));
  return [...lists, ...own].map(({ words, span }) => ({ words: words.replaceAll('\u00a0', ' '), span }));
}

/** The same claim from two patterns of a rule, or from a sentence with and without its appositions, is one claim. */
const sortedSet = (words: readonly string[]): readonly string[] => [...new Set(words)].sort();

const saidAlone = (example: Example, rule: Rule): readonly string[] => {
  const document = readText(example, alone(rule));
  return sortedSet(said(document, settledClaims(document, alone(rule)), rule).map(({ words }) => words));
};

/** Claims that stand once overlaps are settled, with those that say the same. */
function settledClaims(document: ReadDocument, ruleSet: RuleSet): readonly Claim[] {
  const all = readClaims(document, ruleSet);
  const { ranks, metrics, facts } = settleClaims(all, document);
  return [
    ...[...ranks, ...metrics].flatMap(({ claim, supporters }) => [claim, ...supporters]),
    ...facts,
    ...all.filter((claim) => claim.kind === 'veto'),
  ];
}

/** Words of the FILE behind every claim, with the claim; white space of any kind is one blank. */
function grounded(bytes: Uint8Array, published: string | undefined, rule: Rule): readonly string[] {
  const document = read(bytes, published, alone(rule));
  const { source } = document.clean;
  return sortedSet(
    said(document, settledClaims(document, alone(rule)), rule).map(({ words, span }) => {
      const { start, end } = source.byteSpan(span.start, span.end);
      const quote = decoder.decode(bytes.subarray(start, end));
      expect(quote).toBe(source.quote(span.start, span.end));
      return `${words} «${quote.replace(/&nbsp;|\s+/g, ' ')}»`;
    }),
  );
}

const disguises: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'a byte-order mark': (text) => Uint8Array.of(0xef, 0xbb, 0xbf, ...encoder.encode(text)),
  'emoji in front': (text) => encoder.encode(`🏙️🏆\n\n${text}`),
  'lines that end in CRLF': (text) => encoder.encode(text.replaceAll('\n', '\r\n')),
  'no-break spaces': (text) => encoder.encode(text.replace(/(?<=[\p{L}\d,]) (?=\p{L})/gu, '\u00a0')),
};

/** Milliseconds of CPU. */
function timeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A text of one sentence becomes one endless sentence, others follow each other: patterns end at sentences, groups at blank lines. */
function repeated(text: string, units: number): string {
  const [one, joint] = /[.\n]./.test(text) ? [text, text.includes('\n') ? '\n\n' : ' '] : [text.replace(/\.$/, ''), ', and '];
  return Array.from({ length: Math.ceil(units / text.length) }, () => one).join(joint);
}

const most = 2.5;
/** Milliseconds under which the clock says nothing; a square of that size is none that anybody waits for. */
const untellable = 25;
/** Others use the machine too: the least of a few runs, of more where it looks like a square. */
const runs = 40;
const units = 2_000;

describe.each(rules.map((rule) => ({ name: rule.name, rule })))('$name', ({ rule }) => {
  it.each(rule.examples)('finds in "$text"', (example) => {
    expect(saidAlone(example, rule)).toEqual(sortedSet(example.claims));
  });

  it.each(rule.examples)('still does among all rules: "$text"', (example) => {
    const document = readText(example, everyRule);
    const standing = [
      ...settledClaims(document, everyRule).map(sayClaim),
      ...document.mentions.flat().flatMap((mention) => (mention.kind === 'list' ? [sayList(mention, document.clean.source.text)] : [])),
    ];
    expect(standing).toEqual(expect.arrayContaining([...example.claims]));
  });

  it.each(rule.counterexamples)('finds nothing in "%s"', (text) => {
    expect(saidAlone({ text, claims: [] }, rule)).toEqual([]);
  });

  it.each(rule.examples.flatMap((example) => Object.entries(disguises).map(([disguise, dress]) => ({ disguise, dress, example }))))(
    'reads the same words behind $disguise',
    ({ dress, example: { text, published } }) => {
      expect(grounded(dress(text), published, rule)).toEqual(grounded(encoder.encode(text), published, rule));
    },
  );

  it.each(rule.examples)('takes twice as long for twice as much of "$text"', ({ text, published }) => {
    const ruleSet = alone(rule);
    const time = (size: number): (() => number) => {
      const document = read(encoder.encode(repeated(text, size)), published, ruleSet);
      return () => timeOf(() => readClaims(foldLists(document, ruleSet), ruleSet));
    };
    const [small, large] = [time(units), time(2 * units)];
    let [once, twice] = [Infinity, Infinity];
    const isLinear = (): boolean => twice <= Math.max(untellable, most * once);
    for (let run = 0; run < 3 || (run < runs && !isLinear()); run += 1) {
      once = Math.min(once, small());
      twice = Math.min(twice, large());
    }
    expect({ once, twice }).toSatisfy(isLinear);
  });
});
