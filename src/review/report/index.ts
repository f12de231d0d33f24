import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Diff } from '../diff/index.ts';
import { groupByCause } from '../diff/print.ts';
import { barChart, bumpChart } from './charts.ts';
import { bumpsOf, readArticles, rulesOf, scoresOf, type ReportArticle, type RuleFigures } from './data.ts';
import { markup, type Html } from './html.ts';

/*
 * One HTML file that shows a run: it opens offline, loads nothing, and runs only the script it came with.
 */

const MOST_CHANGES = 200;
const MOST_PICTURES = 12;
const MOST_BARS = 20;
/** Articles that stand in the file as elements; the script draws the others when they are asked for. */
const MOST_DRAWN = 100;

export interface ReportOptions {
  /** Folder of the articles: gold files beside them tell how often each rule is right. */
  readonly root?: string | undefined;
  readonly diff?: Diff | undefined;
}

const asset = (name: string): string => readFileSync(new URL(`../page/${name}`, import.meta.url), 'utf8');
const sourceHash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

export function reportHtml(folder: string, { root, diff }: ReportOptions = {}): string {
  const articles = readArticles(folder);
  const rules = rulesOf(articles, root);
  const [script, style] = [`\n${asset('report.js')}`, `\n${asset('report.css')}`];
  const policy = `default-src 'none'; script-src ${sourceHash(script)}; style-src ${sourceHash(style)}; base-uri 'none'; form-action 'none'`;
  const page = markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>ranktrace: report</title>
        ${{ html: `<style>${style}</style>` }}
      </head>
      <body>
        <main>
          <h1>Rankings and metrics of ${articles.length} articles</h1>
          ${summary(articles)} ${diff === undefined ? markup`` : changes(diff)} ${pictures(articles, rules)} ${ruleTable(rules)}
          <h2>Articles</h2>
          <p>
            <label>Find <input id="find" type="search" /></label>
          </p>
          <div id="articles">${articles.slice(0, MOST_DRAWN).map(articleLine)}</div>
          ${moreArticles(articles.length - MOST_DRAWN)}
        </main>
        ${{ html: `<script type="application/json" id="articles-data">${dataOf(articles)}</script>` }}
        ${{ html: `<script type="module">${script}</script>` }}
      </body>
    </html> `;
  return page.html;
}

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): Html {
  const head = heads.map((name) => markup`<th scope="col">${name}</th>`);
  const lines = rows.map(
    (cells) =>
      markup`<tr>
        ${cells.map((value) => markup`<td>${value}</td>`)}
      </tr>`,
  );
  return markup`<div class="scroll" tabindex="0">
    <table>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${lines}
      </tbody>
    </table>
  </div>`;
}

function summary(articles: readonly ReportArticle[]): Html {
  const sum = (count: (article: ReportArticle) => number): number => articles.reduce((total, article) => total + count(article), 0);
  const reviewed = (review: string): number =>
    sum(({ rankings, metrics }) => [...rankings, ...metrics].filter((row) => row.review === review).length);
  const statuses = new Map<string, number>();
  for (const { document } of articles) statuses.set(document.status, (statuses.get(document.status) ?? 0) + 1);
  return table(
    ['what', 'how many'],
    [
      ...[...statuses].sort(([a], [b]) => (a < b ? -1 : 1)).map(([status, count]) => [`articles: ${status}`, count]),
      ['rankings', sum(({ document }) => document.rankings)],
      ['entries', sum(({ rankings }) => rankings.length)],
      ['metrics', sum(({ metrics }) => metrics.length)],
      ['doubts', sum(({ doubts }) => doubts)],
      ['rows accepted', reviewed('accepted')],
      ['rows corrected', reviewed('corrected')],
    ],
  );
}

function changes(diff: Diff): Html {
  if (!diff.differs)
    return markup`<h2>Changes</h2>
      <p>Nothing changed since the baseline.</p>`;
  const groups = groupByCause(diff.changes).map(
    ({ cause, changes: members, articles }) =>
      markup`<details>
        <summary>${cause}: ${members.length} rows in ${articles} articles</summary>
        ${table(
          ['change', 'article', 'row', 'cells'],
          members
            .slice(0, MOST_CHANGES)
            .map((one) => [
              one.change,
              one.source,
              one.label,
              one.cells.length === 0
                ? one.evidence
                : one.cells.map((cell) => `${cell.column}: ${cell.old || 'empty'} → ${cell.new || 'empty'}`).join('; '),
            ]),
        )}
      </details>`,
  );
  return markup`<h2>Changes since the baseline</h2>
    ${groups}`;
}

function pictures(articles: readonly ReportArticle[], rules: readonly RuleFigures[]): Html {
  const bumps = bumpsOf(articles).slice(0, MOST_PICTURES);
  const scores = scoresOf(articles).slice(0, MOST_PICTURES);
  const doubtful = articles
    .filter(({ doubts }) => doubts > 0)
    .sort((a, b) => b.doubts - a.doubts || (a.document.source < b.document.source ? -1 : 1))
    .slice(0, MOST_BARS)
    .map(({ document, doubts }) => ({ label: document.source, value: doubts, text: String(doubts) }));
  const hits = rules.slice(0, MOST_BARS).map(({ rule, hits: count }) => ({ label: rule, value: count, text: String(count) }));
  return markup`${bumps.length === 0 ? markup`` : markup`<h2>Positions over editions</h2>`}
  ${bumps.map(
    ({ title, editions, lines }) =>
      markup`<h3>${title}</h3>
        ${bumpChart(title, editions, lines)}`,
  )}
  ${scores.length === 0 ? markup`` : markup`<h2>Scores</h2>`}
  ${scores.map(
    ({ title, bars }) =>
      markup`<h3>${title}</h3>
        ${barChart(title, bars)}`,
  )}
  ${
    doubtful.length === 0
      ? markup``
      : markup`<h2>Articles by doubt</h2>
          ${barChart('Doubts by article', doubtful)}`
  }
  ${
    hits.length === 0
      ? markup``
      : markup`<h2>Rules by hits</h2>
          ${barChart('Rows by rule', hits)}`
  }`;
}

function ruleTable(rules: readonly RuleFigures[]): Html {
  if (!rules.some(({ labelled }) => labelled !== undefined)) return markup``;
  const percent = (share: number): string => `${(share * 100).toFixed(1)}\u00a0%`;
  const rows = rules.map(({ rule, hits, labelled }) => {
    if (labelled === undefined) return [rule, hits, '', '', '', ''];
    const { right, wrong, recall } = labelled;
    return [rule, hits, right, wrong, percent(right / (right + wrong)), percent(recall)];
  });
  return markup`<h2>Rules on labelled articles</h2>
    <p class="quiet">
      Against the gold files beside the articles, counted as <code>ranktrace eval</code> does. Right: rows that a gold file has. Wrong: rows
      that it neither has nor leaves open. Precision: the share of right ones among both. Recall: the share of all labelled positions (of
      all labelled figures for a rule of metrics) that this rule alone finds; the rules' shares add up to the recall of all together.
    </p>
    ${table(['rule', 'rows', 'right', 'wrong', 'precision', 'recall'], rows)}`;
}

function moreArticles(count: number): Html {
  return count <= 0 ? markup`` : markup`<p><button type="button" id="more">Show the other ${count}</button></p>`;
}

/** What the closed line of an article says: its title, and what it gave. */
function headOf({ document, rankings, metrics, doubts }: ReportArticle): { readonly title: string; readonly facts: string } {
  const said = [`${rankings.length} entries`, `${metrics.length} metrics`, doubts === 0 ? '' : `${doubts} doubts`, document.error];
  const facts = `${document.source}: ${said.filter((one) => one !== '').join(', ')}`;
  return { title: document.title === '' ? document.source : document.title, facts };
}

function articleLine(article: ReportArticle, index: number): Html {
  const { title, facts } = headOf(article);
  return markup`<details data-at="${index}"><summary>${title} <span class="quiet">${facts}</span></summary><div></div></details>`;
}

/** Rows of every article as JSON in which no tag can begin. */
function dataOf(articles: readonly ReportArticle[]): string {
  const data = articles.map((article) => {
    const { rankings, metrics } = article;
    const lists = new Map<string, { name: string; rows: (string | number)[][] }>();
    for (const row of rankings) {
      const { ranking_id, ranking_name, publisher, edition, rank, within, place, country, score, score_unit } = row;
      const list = lists.get(ranking_id) ?? { name: [ranking_name, publisher, edition].filter((part) => part !== '').join(', '), rows: [] };
      lists.set(ranking_id, list);
      list.rows.push([
        rank === '' ? `top ${within}` : rank,
        place,
        country,
        `${score} ${score_unit}`.trim(),
        row.evidence,
        row.doubts,
        row.rule,
        row.review,
      ]);
    }
    const figures = metrics.map((row) => {
      const value = `${row.op === '=' ? '' : row.op} ${row.value}${row.value_max === '' ? '' : `–${row.value_max}`} ${row.unit}`.trim();
      return [row.place, row.metric, value, row.period, row.evidence, row.doubts, row.rule, row.review];
    });
    return { ...headOf(article), lists: [...lists.values()], metrics: figures };
  });
  return JSON.stringify(data).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
