import { parseArgs } from 'node:util';
import { benchArticles } from './articles.ts';
import type { BenchArticle } from './articles.ts';
import { peers } from './peers.ts';
import type { Peer } from './peers.ts';

/**
 * ranktrace beside its peers in one process, on the same articles, in interleaved rounds (A B C A B C …), so that a busy machine
 * is busy for all of them. CPU time of user and system, medians; trust the ratios. `--quick`: 7 rounds, else 15. `--json`: the
 * figures as JSON. `--least N`: exit 1 where ranktrace is not N times as fast as `nlp(text)`.
 */

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false }, least: { type: 'string' } },
});
const rounds = options.quick ? 7 : 15;

/** Microseconds of CPU per article, and what was found per article. */
function time(peer: Peer, articles: readonly BenchArticle[]): { readonly microseconds: number; readonly found: number } {
  const before = process.cpuUsage();
  let found = 0;
  for (const article of articles) found += peer.read(article);
  const { user, system } = process.cpuUsage(before);
  return { microseconds: (user + system) / articles.length, found: found / articles.length };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

const articles = benchArticles();
const contestants = await peers();
// Until V8 has compiled what is hot, on threads whose time is counted too: a tenth round of ranktrace takes a third of the second
// (bench/LOG.md). Nobody reads one article. A slow peer is warm after fewer rounds: 15 seconds are enough for any.
for (const peer of contestants) {
  for (let round = 0, used = 0; round < 25 && used < 15_000_000; round += 1) used += time(peer, articles).microseconds * articles.length;
}
const times = contestants.map(() => [] as number[]);
const founds = contestants.map(() => 0);
for (let round = 0; round < rounds; round += 1) {
  for (const [index, peer] of contestants.entries()) {
    const { microseconds, found } = time(peer, articles);
    times[index]?.push(microseconds);
    founds[index] = found;
  }
}

const own = median(times[0] ?? []);
const rows = contestants.map(({ name, finds }, index) => {
  const microseconds = median(times[index] ?? []);
  return { name, microseconds: Math.round(microseconds), ratio: Number((microseconds / own).toFixed(1)), found: founds[index] ?? 0, finds };
});
const bytes = articles.reduce((sum, article) => sum + article.bytes.length, 0);

if (options.json) {
  console.log(JSON.stringify({ articles: articles.length, bytes, rounds, rows }, undefined, 2));
} else {
  console.log(
    `${articles.length} articles, ${(bytes / articles.length / 1024).toFixed(1)} KB each, 10 with a ranking; medians of ${rounds} interleaved rounds`,
  );
  console.log('µs of CPU per article   ratio   found per article');
  for (const { name, microseconds, ratio, found, finds } of rows) {
    console.log(
      `${String(microseconds).padStart(21)}   ${ratio.toFixed(1).padStart(5)}   ${`${found.toFixed(1)} ${finds}`.padEnd(17)}   ${name}`,
    );
  }
}

const least = Number(options.least ?? 0);
const ratio = rows.find(({ name }) => name.startsWith('compromise'))?.ratio ?? 0;
if (ratio < least) {
  console.error(`expected ranktrace to be at least ${least} times as fast as nlp(text), got ${ratio}`);
  process.exitCode = 1;
}
