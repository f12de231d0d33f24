import { parseArgs } from 'node:util';
import { cleaners } from './cleaning/cleaners.ts';
import { pieceSet, shingleSet, type PageSet } from './cleaning/sets.ts';

/**
 * Main content of public pages: how much of what people marked is kept, how much else, and what it costs, beside linkedom and
 * Readability. `--shingles DIR`: a checkout of scrapinghub/article-extraction-benchmark; `--pieces DIR`: the `tests` folder of one of
 * adbar/trafilatura. CPU time in interleaved passes (A B A B …, `--passes`, 3), medians of the sum over all pages; trust the ratio.
 */

const { values: options } = parseArgs({
  options: { shingles: { type: 'string' }, pieces: { type: 'string' }, passes: { type: 'string', default: '3' } },
});

/** Milliseconds of CPU over all pages, and their texts. */
function pass(set: PageSet, clean: (bytes: Uint8Array) => string): { readonly milliseconds: number; readonly texts: readonly string[] } {
  const before = process.cpuUsage();
  const texts = set.pages.map(({ bytes }) => {
    try {
      return clean(bytes);
    } catch {
      return ''; // a page that breaks a cleaner is a page it cannot read
    }
  });
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: (user + system) / 1000, texts };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const sets = [
  ...(options.shingles === undefined ? [] : [shingleSet(options.shingles)]),
  ...(options.pieces === undefined ? [] : [pieceSet(options.pieces)]),
];
if (sets.length === 0) {
  console.error('expected --shingles DIR or --pieces DIR, got neither');
  process.exitCode = 2;
}

const contestants = await cleaners();
for (const set of sets) {
  const passes = Array.from({ length: Number(options.passes) }, () => contestants.map(({ clean }) => pass(set, clean)));
  const times = contestants.map((_, index) => median(passes.map((one) => one[index]?.milliseconds ?? 0)));
  const bytes = set.pages.reduce((sum, page) => sum + page.bytes.length, 0);
  console.log(`${set.name}: ${set.pages.length} pages, ${Math.round(bytes / set.pages.length / 1024)} KB each`);
  console.log('precision  recall      F   ms a page  ratio');
  for (const [index, { name }] of contestants.entries()) {
    const { precision, recall, f } = set.score(passes[0]?.[index]?.texts ?? []);
    const time = times[index] ?? 0;
    const figures = [precision, recall, f].map((value) => value.toFixed(3).padStart(7)).join('  ');
    const cost = (time / set.pages.length).toFixed(2).padStart(9);
    console.log(`  ${figures} ${cost}  ${(time / (times[0] ?? 1)).toFixed(1).padStart(5)}  ${name}`);
  }
}
