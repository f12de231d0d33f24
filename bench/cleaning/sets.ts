import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/*
 * Public pages with what people marked in them. None of it is committed: the folders are checkouts of the two repositories.
 */

export interface Page {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How well texts match what was marked: `texts[i]` is what a cleaner made of `pages[i]`. */
export interface PageSet {
  readonly name: string;
  readonly pages: readonly Page[];
  readonly score: (texts: readonly string[]) => Score;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** scrapinghub/article-extraction-benchmark: shingles of four words, as its evaluate.py counts them. */
export function shingleSet(folder: string): PageSet {
  const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<string, { readonly articleBody?: string }>;
  const names = Object.keys(truth).sort();
  return {
    name: 'scrapinghub/article-extraction-benchmark',
    pages: names.map((name) => ({ name, bytes: gunzipSync(readFileSync(join(folder, 'html', `${name}.html.gz`))) })),
    score: (texts) => {
      const counts = names.map((name, index) => compareShingles(truth[name]?.articleBody ?? '', texts[index] ?? ''));
      const precision = mean(counts.filter(({ both, extra }) => both + extra > 0).map(({ both, extra }) => both / (both + extra)));
      const recall = mean(counts.filter(({ both, missing }) => both + missing > 0).map(({ both, missing }) => both / (both + missing)));
      return { precision, recall, f: (2 * precision * recall) / (precision + recall) };
    },
  };
}

function compareShingles(marked: string, text: string): { readonly both: number; readonly extra: number; readonly missing: number } {
  const [wanted, found] = [shingles(marked), shingles(text)];
  let [both, extra, missing] = [0, 0, 0];
  for (const key of new Set([...wanted.keys(), ...found.keys()])) {
    const [want, got] = [wanted.get(key) ?? 0, found.get(key) ?? 0];
    both += Math.min(want, got);
    extra += Math.max(0, got - want);
    missing += Math.max(0, want - got);
  }
  return { both, extra, missing };
}

function shingles(text: string): ReadonlyMap<string, number> {
  const words = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.max(1, words.length - 3); at += 1) {
    const shingle = words.slice(at, at + 4).join(' ');
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

interface Marked {
  readonly file: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
}

/** adbar/trafilatura, tests/evaldata.json: pieces that must be in the text and pieces that must not, as its eval_common.py counts. */
export function pieceSet(folder: string): PageSet {
  const marked = Object.values(JSON.parse(readFileSync(join(folder, 'evaldata.json'), 'utf8')) as Record<string, Marked>);
  const pathOf = (file: string): string | undefined =>
    ['cache', 'eval'].map((kind) => join(folder, kind, file)).find((path) => existsSync(path));
  const items = marked.flatMap((item) => {
    const path = pathOf(item.file);
    return path === undefined ? [] : [{ ...item, path }];
  });
  const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return {
    name: 'adbar/trafilatura tests',
    pages: items.map(({ file, path }) => ({ name: file, bytes: readFileSync(path) })),
    score: (texts) => {
      let [hits, wrong, all] = [0, 0, 0];
      for (const [index, item] of items.entries()) {
        const text = flat(texts[index] ?? '');
        hits += item.with.filter((piece) => text.includes(flat(piece))).length;
        wrong += item.without.filter((piece) => text.includes(flat(piece))).length;
        all += item.with.length;
      }
      return { precision: hits / (hits + wrong), recall: hits / all, f: (2 * hits) / (hits + wrong + all) };
    },
  };
}
