import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

/*
 * Gold files are written by hand: they parse, have the right fields and no others, and every quote stands in its article.
 */

const corpus = join(import.meta.dirname, '..', 'corpus');
const place = z.array(z.string().min(1)).min(1);
const placeType = z.enum(['city', 'district', 'zone', 'province', 'region', 'country']);
const maybeWords = z.array(z.string().min(1)).nullable();
const common = { optional: z.boolean().optional(), notes: z.string().optional() };

const entry = z
  .strictObject({
    ...common,
    rank: z.int().positive().nullable(),
    within: z.int().positive().optional(),
    tied: z.boolean().optional(),
    place,
    type: placeType,
    admin1: z.string().nullable().optional(),
    country: z.string().length(2).nullable(),
    basis: z.enum(['explicit', 'implied', 'member']),
    score: z.number().nullable().optional(),
    previous_rank: z.int().positive().nullable().optional(),
    evidence: z.string().min(1),
  })
  .refine(({ basis, rank, within }) => (basis === 'member' ? rank === null && within !== undefined : rank !== null), {
    error: 'a member has no rank and is within N; others have a rank',
  });

const ranking = z
  .strictObject({
    ...common,
    key: z.string(),
    name: z.array(z.string().min(1)).min(1),
    publisher: maybeWords,
    edition: z.string().nullable(),
    scope: z.string().nullable(),
    size: z.int().positive().nullable(),
    evaluated: z.int().positive().nullable().optional(),
    entries: z.array(entry).min(1),
  })
  .refine(({ entries }) => new Set(entries.map((one) => one.place[0])).size === entries.length, {
    error: 'no place stands twice in a ranking',
  });

const metric = z.strictObject({
  ...common,
  place,
  type: placeType.optional(),
  admin1: z.string().nullable().optional(),
  country: z.string().length(2).nullable().optional(),
  metric: z.array(z.string().min(1)).min(1),
  op: z.enum(['=', '>', '<', '~']),
  value: z.number(),
  value_max: z.number().nullable().optional(),
  unit: z.string(),
  period: z.string().nullable(),
  change: z.enum(['increase', 'decrease']).nullable().optional(),
  evidence: z.string().min(1),
});

const goldFile = z.strictObject({
  document: z.strictObject({
    title: z.string().nullable(),
    site: z.string().nullable(),
    published: z.string().nullable(),
    language: z.string(),
  }),
  rankings: z.array(ranking),
  metrics: z.array(metric),
  source: z.strictObject({ modelled_on: z.string() }).optional(),
  notes: z.string().optional(),
});

const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** What is wrong with a gold file beside its article. */
function faults(gold: unknown, article: string): readonly string[] {
  const parsed = goldFile.safeParse(gold);
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const { rankings, metrics } = parsed.data;
  const text = flat(article);
  const quotes = [...rankings.flatMap(({ entries }) => entries), ...metrics].map(({ evidence }) => evidence);
  return quotes.filter((quote) => !text.includes(flat(quote))).map((quote) => `not in the article: ${quote}`);
}

const names = readdirSync(corpus).filter((name) => name !== 'README.md');
const cases = names.filter((name) => name.endsWith('.gold.json')).map((name) => name.slice(0, -'.gold.json'.length));
const articlesOf = (name: string): readonly string[] =>
  ['.txt', '.md', '.html'].map((ending) => name + ending).filter((path) => existsSync(join(corpus, path)));

it('there are cases, and nothing else', () => {
  expect(cases.length).toBeGreaterThan(50);
  expect([...names].sort()).toEqual(cases.flatMap((name) => [...articlesOf(name), `${name}.gold.json`]).sort());
});

it.each(cases)('%s has one article, and a gold file that says what stands in it', (name) => {
  const articles = articlesOf(name);
  expect(articles).toHaveLength(1);
  const gold: unknown = JSON.parse(readFileSync(join(corpus, `${name}.gold.json`), 'utf8'));
  expect(faults(gold, readFileSync(join(corpus, articles[0] ?? ''), 'utf8'))).toEqual([]);
});

describe('the check finds', () => {
  const one = { rank: 10, place: ['Leeds'], type: 'city', country: 'GB', basis: 'explicit', evidence: '10. Leeds' };
  const list = { key: 'r1', name: ['Comfort Index'], publisher: null, edition: null, scope: null, size: null, entries: [one] };
  const figure = { place: ['Leeds'], metric: ['parks'], op: '=', value: 3, unit: 'parks', period: null, evidence: '3 parks' };
  const document = { title: null, site: null, published: null, language: 'en' };
  const check = (rankings: unknown, metrics: unknown = [figure]): readonly string[] =>
    faults({ document, rankings, metrics }, '10.\n Leeds has 3  parks');

  it('nothing wrong with a right one', () => expect(check([list])).toEqual([]));
  it.each([
    ['a quote that nobody wrote', [{ ...list, entries: [{ ...one, evidence: '9. Leeds' }] }], [figure]],
    ['a member with a rank', [{ ...list, entries: [{ ...one, basis: 'member' }] }], [figure]],
    ['an explicit entry without a rank', [{ ...list, entries: [{ ...one, rank: null }] }], [figure]],
    ['a place twice', [{ ...list, entries: [one, one] }], [figure]],
    ['a ranking without entries', [{ ...list, entries: [] }], [figure]],
    ['an unknown type', [{ ...list, entries: [{ ...one, type: 'town' }] }], [figure]],
    ['a misspelt field', [{ ...list, publishers: null }], [figure]],
    ['a value in words', [list], [{ ...figure, value: 'three' }]],
    ['an unknown operator', [list], [{ ...figure, op: '>=' }]],
  ])('%s', (_fault, rankings, metrics) => {
    expect(check(rankings, metrics)).toHaveLength(1);
  });
});
