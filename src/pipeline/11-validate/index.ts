import { hash } from 'node:crypto';
import { Counter, documentId, lossId } from '../../ids.ts';
import type { Article, Doubt, LossRow, MetricRow, ProvenanceCell, ProvenanceLine, RankingRow } from '../../schema.ts';
import type { Span } from '../../source-text.ts';
import type { ReadDocument } from '../../types.ts';
import type { Assembled } from '../10-assemble/index.ts';
import { harmless } from './places.ts';
import { metricRowOf } from './metrics.ts';
import { rankingRows } from './rankings.ts';
import type { Complaint } from './schema.ts';
import { checkMetric, checkRanking } from './schema-lazily.ts';
import { isSoundMetric, isSoundRanking } from './sound.ts';

/** Losses of an article, numbered as they come. */
class Losses {
  readonly rows: LossRow[] = [];
  readonly #counter = new Counter();
  readonly #document: string;
  readonly #source: string;

  constructor(document: string, source: string) {
    this.#document = document;
    this.#source = source;
  }

  add(stage: LossRow['stage'], reason: string, start: number, end: number, rule: string, row?: RankingRow | MetricRow): void {
    const loss_id = this.#counter.numbered((n) => lossId(this.#document, stage, reason, start, end, rule, n));
    this.rows.push({
      loss_id,
      document_id: this.#document,
      source: this.#source,
      stage,
      reason,
      start,
      end,
      rule,
      ...(row === undefined ? {} : { row }),
    });
  }
}

/** Rows of the tables from what was assembled. A row that does not hold is refused into the losses, with its bytes. */
export function validate(document: ReadDocument, assembled: Assembled, source: string): Article {
  const id = documentId(source);
  const { clean } = document;
  const text = clean.source;
  const counter = new Counter();
  const losses = new Losses(id, source);
  const doubts: Doubt[] = [
    ...(document.language === 'en' || document.language === '' ? [] : (['language'] as const)),
    ...(text.file.guessed ? (['encoding-guessed'] as const) : []),
  ];
  const provenance: ProvenanceLine[] = [documentLine(document, id)];
  const rankings: RankingRow[] = [];
  const holds = (complaint: Complaint, row: RankingRow | MetricRow): boolean => {
    if (complaint !== undefined) losses.add('validate', complaint, row.start, row.end, row.rule, row);
    return complaint === undefined;
  };
  const told = assembled.rankings.map((ranking) => rankingRows(ranking, id, source, text, counter, doubts));
  for (const { rows, provenance: lines } of [...told].sort((a, b) => firstByte(a.rows) - firstByte(b.rows))) {
    const kept = new Set(rows.filter((row) => isSoundRanking(row) || holds(checkRanking(row), row)).map((row) => row.entry_id));
    if (kept.size === 0) continue;
    const ordered = rows
      .filter((row) => kept.has(row.entry_id))
      .sort((a, b) => (a.rank === '' ? Infinity : a.rank) - (b.rank === '' ? Infinity : b.rank) || a.start - b.start);
    for (const row of ordered) rankings.push(row);
    for (const line of lines) if (line.kind === 'ranking' || kept.has(line.id)) provenance.push(line);
  }
  const told2 = assembled.metrics.map((settled) => metricRowOf(settled, id, source, document, counter, doubts));
  const metrics = told2.filter(({ row }) => isSoundMetric(row) || holds(checkMetric(row), row)).sort((a, b) => a.row.start - b.row.start);
  for (const { line } of metrics) provenance.push(line);
  for (const { claim, reason, by } of assembled.lost) {
    const bytes = text.byteSpan(claim.span.start, claim.span.end);
    losses.add('overlaps', by === '' ? reason : `${reason} by ${by}`, bytes.start, bytes.end, claim.rule);
  }
  for (const dropped of clean.dropped)
    losses.add('clean', dropped.reason, text.file.byteAt(dropped.start), text.file.byteAt(dropped.end), '');
  const { file } = text;
  const { metadata } = clean;
  return {
    document: {
      document_id: id,
      source,
      sha256: hash('sha256', file.bytes, 'hex'),
      bytes: file.bytes.length,
      format: clean.format,
      encoding: file.encoding,
      language: document.language,
      title: harmless(metadata.title),
      site: harmless(metadata.site),
      author: harmless(metadata.author),
      published: metadata.published,
      rankings: new Set(rankings.map((row) => row.ranking_id)).size,
      entries: rankings.length,
      metrics: metrics.length,
      losses: losses.rows.length,
      status: 'ok',
      error: '',
      text_sha256: hash('sha256', text.text, 'hex'),
    },
    rankings,
    metrics: metrics.map(({ row }) => row),
    provenance,
    losses: losses.rows,
  };
}

const firstByte = (rows: readonly RankingRow[]): number => rows.reduce((first, { start }) => Math.min(first, start), Infinity);

/** Where the value stands in a stretch of the file that says more: "Published on 2024-03-20", "# Graz is first". */
function within(text: string, span: Span, value: string): Span {
  const at = text.slice(span.start, span.end).lastIndexOf(value);
  return at < 0 ? span : { start: span.start + at, end: span.start + at + value.length };
}

function documentLine(document: ReadDocument, id: string): ProvenanceLine {
  const { metadata, source } = document.clean;
  const cells: Record<string, ProvenanceCell> = {};
  for (const field of ['title', 'site', 'author', 'published'] as const) {
    const value = field === 'published' ? metadata.published : harmless(metadata[field]);
    const span = metadata.spans[field];
    if (value === '') continue;
    if (span === undefined) {
      cells[field] = { origin: 'concluded', value, pieces: [], rule: '', steps: [`record:${field}`] };
      continue;
    }
    const said = within(source.file.text, span, value);
    const piece = {
      quote: source.file.text.slice(said.start, said.end),
      start: source.file.byteAt(said.start),
      end: source.file.byteAt(said.end),
    };
    cells[field] = { origin: 'stated', value, pieces: [piece], rule: '', steps: [field === 'published' ? 'period' : 'name'] };
  }
  if (document.language !== '')
    cells['language'] = { origin: 'concluded', value: document.language, pieces: [], rule: '', steps: [`stop-words:${document.language}`] };
  return { kind: 'document', id, document_id: id, cells };
}
