import { createHash } from 'node:crypto';
import { BugError } from '../../src/failures.ts';
import { Counter, documentId, entryId, metricId, rankingId } from '../../src/ids.ts';
import type { ReadArticle } from '../../src/run/articles.ts';
import type { Engine } from '../../src/run/engine.ts';
import type { Article, MetricRow, Piece, ProvenanceCell, ProvenanceLine, RankingRow } from '../../src/schema.ts';

/*
 * A reader of articles that finds lines such as "10. Hefei" and "Hefei has 7 parks", for tests of what happens around articles.
 */

const RULE = 'rank/fake-item';

function stated(value: string | number, piece: Piece, ...steps: string[]): ProvenanceCell {
  return { origin: 'stated', value, pieces: [piece], rule: RULE, steps };
}

function pieceOf(text: string, words: string, from: number): Piece {
  const unit = text.indexOf(words, from);
  const start = Buffer.byteLength(text.slice(0, unit));
  return { quote: words, start, end: start + Buffer.byteLength(words) };
}

function placeCells(place: Piece): Record<string, ProvenanceCell> {
  return {
    place: stated(place.quote, place, 'name'),
    place_raw: stated(place.quote, place, 'name'),
    place_type: { origin: 'concluded', value: 'city', pieces: [place], rule: RULE, steps: ['rule:city'] },
  };
}

const placeColumns = (name: string) =>
  ({ place: name, place_raw: name, place_type: 'city', place_id: '', admin1: '', country: '', latitude: '', longitude: '' }) as const;

const fakeReader: ReadArticle = (bytes, source) => {
  const text = Buffer.from(bytes).toString('utf8');
  const thrown = text.indexOf('THROW');
  if (thrown >= 0) throw new BugError('expected claims, got "boom"', RULE, thrown, thrown + 5);
  const document = documentId(source);
  const counter = new Counter();
  const rankings: RankingRow[] = [];
  const metrics: MetricRow[] = [];
  const lines: ProvenanceLine[] = [];
  const title = pieceOf(text, text.split('\n')[0] ?? '', 0);
  const ranking = counter.numbered((n) => rankingId(document, title.quote, '', n));
  for (const match of text.matchAll(/^(\d+)\. (.+)$/gm)) {
    const [all, number = '', name = ''] = match;
    const evidence = pieceOf(text, all, match.index);
    const rank = pieceOf(text, number, match.index);
    const place = pieceOf(text, name, match.index + number.length);
    const id = counter.numbered((n) => entryId(ranking, placeColumns(name), n));
    rankings.push({
      ...{
        document_id: document,
        source,
        ranking_id: ranking,
        ranking_name: title.quote,
        publisher: '',
        edition: '',
        scope: '',
        list_size: '',
        evaluated: '',
      },
      ...{ entry_id: id, rank: Number(number), within: '', tied: '', ...placeColumns(name), score: '', score_unit: '', previous_rank: '' },
      ...{
        basis: 'explicit',
        doubts: 'unknown-place',
        rule: RULE,
        evidence: evidence.quote,
        start: evidence.start,
        end: evidence.end,
        review: 'unreviewed',
      },
    });
    lines.push({
      kind: 'entry',
      id,
      document_id: document,
      cells: { rank: stated(Number(number), rank, 'ordinal'), ...placeCells(place) },
    });
  }
  for (const match of text.matchAll(/^(\w+) has (\d+) (\w+)$/gm)) {
    const [all, name = '', number = '', noun = ''] = match;
    const evidence = pieceOf(text, all, match.index);
    const place = pieceOf(text, name, match.index);
    const value = pieceOf(text, number, match.index);
    const unit = pieceOf(text, noun, match.index);
    const id = counter.numbered((n) => metricId(document, placeColumns(name), noun, noun, '', '', n));
    metrics.push({
      ...{
        document_id: document,
        source,
        metric_id: id,
        ...placeColumns(name),
        metric: noun,
        op: '=',
        value: number,
        value_max: '',
        unit: noun,
        change: '',
        period: '',
      },
      ...{ doubts: 'unknown-place', rule: RULE, evidence: evidence.quote, start: evidence.start, end: evidence.end, review: 'unreviewed' },
    });
    const cells = {
      metric: stated(noun, unit, 'name'),
      op: stated('=', value, 'operator'),
      value: stated(number, value, 'decimal'),
      unit: stated(noun, unit, 'name'),
    };
    lines.push({ kind: 'metric', id, document_id: document, cells: { ...placeCells(place), ...cells } });
  }
  rankings.sort((a, b) => Number(a.rank) - Number(b.rank));
  const head: ProvenanceLine[] = [
    { kind: 'document', id: document, document_id: document, cells: { title: stated(title.quote, title, 'name') } },
  ];
  if (rankings.length > 0)
    head.push({ kind: 'ranking', id: ranking, document_id: document, cells: { ranking_name: stated(title.quote, title, 'name') } });
  const hash = createHash('sha256').update(bytes).digest('hex');
  const article: Article = {
    document: {
      ...{ document_id: document, source, sha256: hash, bytes: bytes.length, format: 'text', encoding: 'utf-8', language: '' },
      ...{
        title: title.quote,
        site: '',
        author: '',
        published: '',
        rankings: rankings.length > 0 ? 1 : 0,
        entries: rankings.length,
        metrics: metrics.length,
      },
      ...{ losses: 0, status: 'ok', error: '', text_sha256: hash },
    },
    rankings,
    metrics,
    provenance: [...head, ...lines],
    losses: [],
  };
  return article;
};

export const fakeEngine: Engine = { read: fakeReader, rules: [{ name: RULE, hash: '0123456789abcdef' }], gazetteer: 'fake' };
