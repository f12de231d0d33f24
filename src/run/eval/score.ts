import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { UsageError } from '../../failures.ts';
import type { Article, DocumentRow } from '../../schema.ts';
import { falseQuote } from '../quotes.ts';
import { goldFile, type GoldFile } from './gold.ts';
import { scoreMetrics } from './metrics.ts';
import { isLike, overlap, placeKeys } from './names.ts';
import { hasText, scoreRankings } from './rankings.ts';
import { isWhole, Tally } from './tally.ts';

/*
 * Articles against the gold files beside them: the figures of score.py, counted the same way.
 */

export interface EvaluationCase {
  /** Name of the article and its gold file without their endings. */
  readonly stem: string;
  readonly article: string;
  readonly gold: GoldFile;
}

/** Cases of a folder whose names start with `prefix`, in the order of their names. */
export function findCases(folder: string, prefix = '', endings: readonly string[] = []): readonly EvaluationCase[] {
  const names = readdirSync(folder).sort();
  const cases = names
    .filter((name) => name.endsWith('.gold.json') && name.startsWith(prefix))
    .map((name) => {
      const stem = name.slice(0, -'.gold.json'.length);
      const article = names.find((other) => other.startsWith(`${stem}.`) && !other.endsWith('.gold.json'));
      if (article === undefined) throw new UsageError(`expected an article beside ${join(folder, name)}, got none`);
      return { stem, article, gold: readGold(join(folder, name)) };
    })
    .filter(({ article }) => endings.length === 0 || endings.includes(extname(article).slice(1)));
  if (cases.length === 0) throw new UsageError(`expected articles with gold files (NAME.gold.json), got none in \`${folder}\``);
  return cases;
}

function readGold(path: string): GoldFile {
  const result = goldFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UsageError(`${path}: ${issue?.message ?? 'expected a gold file'}, in \`${issue?.path.join('.') ?? ''}\``);
}

export interface CaseScore {
  readonly stem: string;
  readonly tally: Tally;
  readonly rows: number;
  readonly grounded: number;
}

export function scoreCase({ stem, gold }: EvaluationCase, article: Article, bytes: Uint8Array): CaseScore {
  const tally = new Tally();
  scoreRankings(gold, article.rankings, tally);
  scoreMetrics(gold, article.metrics, tally);
  scoreDocument(gold.document ?? {}, article.document, tally);
  const encoding = article.document.encoding;
  const proven = (rows: Pick<Article, 'rankings' | 'metrics'>): number => {
    const isProven = falseQuote({ ...rows, provenance: [] }, bytes, encoding) === undefined;
    return isProven && [...rows.rankings, ...rows.metrics].every(({ start, end }) => end - start <= 700) ? 1 : 0;
  };
  const grounded =
    article.rankings.reduce((sum, row) => sum + proven({ rankings: [row], metrics: [] }), 0) +
    article.metrics.reduce((sum, row) => sum + proven({ rankings: [], metrics: [row] }), 0);
  return { stem, tally, rows: article.rankings.length + article.metrics.length, grounded };
}

function scoreDocument(gold: NonNullable<GoldFile['document']>, row: DocumentRow, tally: Tally): void {
  if (hasText(gold.title)) tally.attribute('document.title', isLike([gold.title], row.title, 0.8));
  if (hasText(gold.site)) {
    tally.attribute('document.site', overlap(placeKeys([gold.site]), placeKeys([row.site])) || isLike([gold.site], row.site, 0.6));
  }
  if (hasText(gold.published) || row.published !== '') tally.attribute('document.published', row.published === (gold.published ?? ''));
  if (hasText(gold.language)) tally.attribute('document.language', row.language === gold.language);
}

/** A case is whole if neither an entry nor a metric is missed or extra. */
export function wholeCases(scores: readonly CaseScore[]): number {
  return scores.filter(({ tally }) => isWhole(tally.parts.entry) && isWhole(tally.parts.metric)).length;
}
