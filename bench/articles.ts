import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ordinaryArticles } from './ordinary-news.ts';

export interface BenchArticle {
  readonly source: string;
  readonly format: 'text' | 'markdown';
  readonly bytes: Uint8Array;
  readonly text: string;
}

const corpus = join(import.meta.dirname, '..', 'corpus');
const withRanking = 10;
const all = 100;

/** True for an article whose gold file holds a ranking. */
function holdsRanking(name: string): boolean {
  const gold = JSON.parse(readFileSync(join(corpus, name.replace(/\.(?:txt|md)$/, '.gold.json')), 'utf8')) as {
    readonly rankings: readonly unknown[];
  };
  return gold.rankings.length > 0;
}

function article(source: string, bytes: Uint8Array): BenchArticle {
  return { source, bytes, format: source.endsWith('.md') ? 'markdown' : 'text', text: new TextDecoder().decode(bytes) };
}

/** 100 articles of which every tenth holds a ranking: those from corpus/, taken evenly, the rest ordinary news. */
export function benchArticles(): readonly BenchArticle[] {
  const names = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:txt|md)$/.test(name) && !/README/.test(name))
    .sort()
    .filter(holdsRanking);
  if (names.length < withRanking)
    throw new Error(`expected at least ${withRanking} articles with rankings in corpus/, got ${names.length}`);
  const chosen = Array.from({ length: withRanking }, (_, index) => names[Math.floor((index * names.length) / withRanking)] ?? '');
  const ranked = chosen.map((name) => article(name, readFileSync(join(corpus, name))));
  const ordinary = ordinaryArticles(all - withRanking).map((text, index) =>
    article(`ordinary-${index}.txt`, new TextEncoder().encode(text)),
  );
  const share = ordinary.length / withRanking;
  return ranked.flatMap((one, index) => [one, ...ordinary.slice(index * share, (index + 1) * share)]);
}
