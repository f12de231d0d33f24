import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvRows } from '../../run/output.ts';
import { goldFile } from '../../run/eval/gold.ts';
import { scoreCase } from '../../run/eval/score.ts';
import { Tally } from '../../run/eval/tally.ts';
import { mergeRankings } from '../../run/merge/index.ts';
import { publisherKey, subjectOf } from '../../run/merge/group.ts';
import { readFileSafely } from '../../run/read-file.ts';
import {
  documentRow,
  metricRow,
  rankingRow,
  splitDoubts,
  type Article,
  type DocumentRow,
  type MetricRow,
  type MergedRow,
  type RankingRow,
} from '../../schema.ts';
import type { Bar, Line } from './charts.ts';

/*
 * What a report shows, from the tables of an output.
 */

export interface ReportArticle {
  readonly document: DocumentRow;
  readonly rankings: readonly RankingRow[];
  readonly metrics: readonly MetricRow[];
  readonly doubts: number;
}

export function readArticles(folder: string): readonly ReportArticle[] {
  const rankings = byDocument(csvRows<RankingRow>(folder, 'rankings.csv', rankingRow));
  const metrics = byDocument(csvRows<MetricRow>(folder, 'metrics.csv', metricRow));
  return [...csvRows<DocumentRow>(folder, 'documents.csv', documentRow)].map((document) => {
    const own = { rankings: rankings.get(document.document_id) ?? [], metrics: metrics.get(document.document_id) ?? [] };
    const doubts = [...own.rankings, ...own.metrics].reduce((sum, row) => sum + splitDoubts(row.doubts).length, 0);
    return { document, ...own, doubts };
  });
}

function byDocument<Row extends { readonly document_id: string }>(rows: Iterable<Row>): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const known = found.get(row.document_id);
    if (known === undefined) found.set(row.document_id, [row]);
    else known.push(row);
  }
  return found;
}

export interface RuleFigures {
  readonly rule: string;
  /** Rows of the output that it won. */
  readonly hits: number;
  /** On labelled articles, counted as `eval` counts; undefined where it has no row there that is right or wrong. */
  readonly labelled: { readonly right: number; readonly wrong: number; readonly recall: number } | undefined;
}

/** Rules by hits; on the articles that have a gold file beside them in `root` also how often they are right. */
export function rulesOf(articles: readonly ReportArticle[], root: string | undefined): readonly RuleFigures[] {
  const hits = tallyOf(articles.flatMap(rulesOfRows));
  const tally = new Tally();
  for (const { article, gold, bytes } of root === undefined ? [] : labelled(articles, root))
    tally.add(scoreCase({ stem: '', article: article.document.source, gold }, article, bytes).tally);
  const figures = [...hits].map(([rule, count]): RuleFigures => {
    const parts = (['entry', 'metric'] as const).filter((part) => tally.rules[part].has(rule));
    const sum = (count: (part: 'entry' | 'metric') => number): number => parts.reduce((total, part) => total + count(part), 0);
    const right = sum((part) => tally.rules[part].get(rule)?.right ?? 0);
    const wrong = sum((part) => tally.rules[part].get(rule)?.extra ?? 0);
    const wanted = sum((part) => tally.parts[part].right + tally.parts[part].missed);
    return { rule, hits: count, labelled: parts.length === 0 ? undefined : { right, wrong, recall: right / Math.max(1, wanted) } };
  });
  return figures.sort((a, b) => b.hits - a.hits || (a.rule < b.rule ? -1 : 1));
}

const rulesOfRows = ({ rankings, metrics }: Pick<Article, 'rankings' | 'metrics'>): readonly string[] => [
  ...rankings.map(({ rule }) => rule),
  ...metrics.map(({ rule }) => rule),
];

function tallyOf(names: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  return found;
}

function* labelled(articles: readonly ReportArticle[], root: string) {
  for (const article of articles) {
    const path = join(root, article.document.source);
    const goldPath = path.replace(/\.\w+$/, '.gold.json');
    if (!existsSync(goldPath)) continue;
    const gold = goldFile.safeParse(JSON.parse(readFileSync(goldPath, 'utf8'))).data;
    const bytes = readFileSafely(path);
    if (gold !== undefined && !('status' in bytes)) yield { article: { ...article, provenance: [], losses: [] }, gold, bytes };
  }
}

export interface Bump {
  readonly title: string;
  readonly editions: readonly string[];
  readonly lines: readonly Line[];
}

const MOST_LINES = 12;
/** A place that was far down once would push the chart off the screen. */
const LOWEST_RANK = 30;

/** Rankings of one publisher and subject that are told of two editions or more, or with previous positions. */
export function bumpsOf(articles: readonly ReportArticle[]): readonly Bump[] {
  const texts = new Map(articles.map(({ document }) => [document.document_id, document.text_sha256]));
  const { rows } = mergeRankings(
    articles.flatMap(({ rankings }) => rankings),
    texts,
  );
  const series = new Map<string, MergedRow[]>();
  for (const row of rows) {
    if (row.rank === '' || row.edition === '') continue;
    const key = `${publisherKey(row.publisher)}|${subjectOf(row.ranking_name).join(' ')}|${row.publisher === '' ? row.merged_id : ''}`;
    series.set(key, [...(series.get(key) ?? []), row]);
  }
  return [...series.values()].flatMap((own) => bumpOf(own) ?? []);
}

function bumpOf(rows: readonly MergedRow[]): Bump | undefined {
  const told = new Map<string, Map<string, number>>();
  const place = (name: string): Map<string, number> => {
    const ranks = told.get(name) ?? new Map<string, number>();
    told.set(name, ranks);
    return ranks;
  };
  for (const { place: name, edition, rank, previous_rank } of rows) {
    if (rank !== '') place(name).set(edition, rank);
    const before = `before ${edition}`;
    if (previous_rank !== '') place(name).set(before, previous_rank);
  }
  const year = (edition: string): number => Number(edition.replace('before ', '').slice(0, 4)) - (edition.startsWith('before') ? 0.5 : 0);
  const moved = [...told].filter(([, ranks]) => ranks.size > 1 && [...ranks.values()].every((rank) => rank <= LOWEST_RANK));
  const editions = [...new Set(moved.flatMap(([, ranks]) => [...ranks.keys()]))].sort((a, b) => year(a) - year(b));
  const [first] = rows;
  if (first === undefined || moved.length < 2 || editions.length < 2) return undefined;
  const lines = moved.map(([label, ranks]): Line => ({ label, ranks: editions.map((edition) => ranks.get(edition)) }));
  const best = ({ ranks }: Line): number => Math.min(...ranks.map((rank) => rank ?? Infinity));
  lines.sort((a, b) => best(a) - best(b) || (a.label < b.label ? -1 : 1));
  return {
    title: `${first.ranking_name}${first.publisher === '' ? '' : `, ${first.publisher}`}`,
    editions,
    lines: lines.slice(0, MOST_LINES),
  };
}

const MOST_BARS = 15;

/** Rankings with a score for three places or more. */
export function scoresOf(articles: readonly ReportArticle[]): readonly { readonly title: string; readonly bars: readonly Bar[] }[] {
  return articles.flatMap(({ document, rankings }) => {
    const lists = new Map<string, RankingRow[]>();
    for (const row of rankings) if (row.score !== '') lists.set(row.ranking_id, [...(lists.get(row.ranking_id) ?? []), row]);
    return [...lists.values()]
      .filter((rows) => rows.length >= 3)
      .map((rows) => ({
        title: `${rows[0]?.ranking_name ?? ''} (${document.source})`,
        bars: rows.slice(0, MOST_BARS).map(({ rank, place, score, score_unit }) => ({
          label: `${rank} ${place}`,
          value: Number(score),
          text: `${score} ${score_unit}`.trim(),
        })),
      }));
  });
}
