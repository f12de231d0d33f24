import { execFileSync } from 'node:child_process';
import { readFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { failedArticle } from '../src/run/articles.ts';
import { printScores } from '../src/run/eval/print.ts';
import { findCases, scoreCase, type EvaluationCase } from '../src/run/eval/score.ts';
import { TableWriter } from '../src/run/tables.ts';
import type { Article, MetricRow, RankingRow } from '../src/schema.ts';
import { newFolder } from './helpers/folders.ts';
import { sharedPath, testShared } from './helpers/shared.ts';

/*
 * Rows that are made of gold files and then damaged: every third thing is wrong in one of many ways, so that each figure of
 * score.py has something to count.
 */

let turn = 0;
const damaged = (): boolean => (turn = (turn * 1103515245 + 12345) % 2147483648) % 3 === 0;
const either = <Value>(right: Value, wrong: Value): Value => (damaged() ? wrong : right);

function place(gold: { place: readonly string[]; type?: string | undefined; country?: string | null | undefined }) {
  const name = gold.place[0] ?? '';
  return {
    ...{
      place: either(name, `${name} City`),
      place_raw: either(name, 'Nowhere'),
      place_type: either(gold.type ?? 'city', 'zone') as 'city',
    },
    ...{
      place_id: either('geonames:1', ''),
      admin1: either('Guangdong', ''),
      country: either(gold.country ?? '', 'XX'),
      latitude: '',
      longitude: '',
    },
  };
}

function proof(text: Buffer, quote: string) {
  const start = Math.max(0, text.indexOf(quote)) + either(0, 1);
  return { doubts: '', rule: 'made/up', evidence: quote, start, end: start + Buffer.byteLength(quote), review: 'unreviewed' } as const;
}

function damagedArticle({ article, gold }: EvaluationCase, bytes: Buffer): Article {
  const { document } = failedArticle(article, 'empty', '');
  const keys = { document_id: document.document_id, source: article };
  const rankings: RankingRow[] = gold.rankings.flatMap((ranking, index) => {
    const shared = {
      ...{ ...keys, ranking_id: `${index % 7}`.padStart(16, '0'), ranking_name: either(ranking.name[0] ?? '', 'A list of cities') },
      ...{ publisher: either(ranking.publisher?.[0] ?? '', 'Somebody'), edition: either(ranking.edition ?? '', '2001') },
      ...{
        scope: either(ranking.scope ?? '', 'XX'),
        list_size: either(ranking.size ?? ('' as const), 7),
        evaluated: either(ranking.evaluated ?? ('' as const), 8),
      },
    };
    const kept = ranking.entries.filter(() => !(damaged() && damaged()));
    return kept.map((entry) => ({
      ...{
        ...shared,
        entry_id: '0'.repeat(16),
        rank: either(entry.rank ?? ('' as const), 3),
        within: either(entry.within ?? ('' as const), 5),
      },
      ...{
        tied: either(entry.tied === true ? ('true' as const) : ('' as const), ''),
        ...place(entry),
        score: either(`${entry.score ?? ''}`, '7.5'),
        score_unit: '',
      },
      ...{
        previous_rank: either(entry.previous_rank ?? ('' as const), 2),
        basis: either(entry.basis, 'implied') as 'implied',
        ...proof(bytes, entry.evidence),
      },
    }));
  });
  const metrics: MetricRow[] = gold.metrics.flatMap((metric) => {
    const row: MetricRow = {
      ...{
        ...keys,
        metric_id: '0'.repeat(16),
        ...place(metric),
        metric: either(metric.metric[0] ?? '', 'thing'),
        op: either(metric.op, '<') as '<',
      },
      ...{
        value: `${either(metric.value, 5)}`,
        value_max: '',
        unit: either(metric.unit, metric.metric[0] ?? ''),
        period: either(metric.period ?? '', '1999'),
      },
      ...{ change: either(metric.change ?? '', 'increase') as 'increase', ...proof(bytes, metric.evidence) },
    };
    return damaged() && damaged() ? [row, { ...row, value: '12' }] : [row];
  });
  const { title, site, published } = gold.document ?? {};
  return {
    ...{
      document: {
        ...document,
        encoding: 'utf-8',
        title: either(title ?? '', 'No title'),
        site: site ?? '',
        published: either(published ?? '', '2000'),
        language: 'en',
      },
    },
    ...{ rankings, metrics, provenance: [], losses: [] },
  };
}

for (const folder of ['dev', 'seeds']) {
  testShared(`eval counts what score.py counts on damaged rows of ${folder}/`, () => {
    const cases = findCases(sharedPath(folder));
    const out = join(newFolder(), 'output');
    mkdirSync(out);
    const writer = new TableWriter(out);
    const scores = cases.map((one) => {
      const bytes = readFileSync(sharedPath(folder, one.article));
      const article = damagedArticle(one, bytes);
      writer.add(article);
      return scoreCase(one, article, bytes);
    });
    writer.finish();
    const theirs = execFileSync('python3', [sharedPath('score.py'), out, sharedPath(folder)], { encoding: 'utf8' });
    expect(printScores(scores).join('\n')).toBe(theirs.trimEnd());
  });
}
