import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchArticles } from '../articles.ts';
import { ordinaryArticles } from '../ordinary-news.ts';

const PER_FOLDER = 1000;
// A file that is younger than two seconds is not trusted to be unchanged.
const OLD = new Date('2026-01-01T00:00:00Z');

/** Writes files in folders of 1,000. */
function write(root: string, files: Iterable<readonly [name: string, content: string | Uint8Array]>): string {
  let count = 0;
  let folder = root;
  for (const [name, content] of files) {
    if (count % PER_FOLDER === 0) {
      folder = join(root, String(count / PER_FOLDER).padStart(4, '0'));
      mkdirSync(folder, { recursive: true });
    }
    const path = join(folder, name);
    writeFileSync(path, content);
    utimesSync(path, OLD, OLD);
    count += 1;
  }
  return root;
}

/** Articles of 120 bytes, every tenth with a ranking. */
export function smallArticles(root: string, count: number): string {
  const text = (n: number): string =>
    n % 10 === 0
      ? `Most liveable cities 2024\n\n1. Vienna\n2. Zurich\n3. Geneva\n\nThe list was published in number ${n}.\n`
      : `Work on bridge ${n}\n\nThe council met on Monday and talked about bridge ${n}.\nNobody was happy about what it said.\n`;
  return write(
    root,
    Array.from({ length: count }, (_, n) => [`${n}.txt`, text(n)] as const),
  );
}

/** Articles of 3 KB, every tenth from `corpus/` with a ranking, the others ordinary news. */
export function newsArticles(root: string, count: number): string {
  const ranked = benchArticles().filter(({ source }) => !source.startsWith('ordinary-'));
  const ordinary = ordinaryArticles(count);
  const article = (n: number): readonly [string, string | Uint8Array] => {
    const { source, bytes } = ranked[(n / 10) % ranked.length] ?? { source: '', bytes: '' };
    return n % 10 === 0 ? [`${n}-${source.replaceAll('/', '-')}`, bytes] : [`${n}.txt`, ordinary[n] ?? ''];
  };
  return write(
    root,
    Array.from({ length: count }, (_, n) => article(n)),
  );
}

const PARAGRAPH = `The council met again and talked about the bridge, the weather and the price of steel.
Nobody was happy about what it said, and few expected that it would be the last time.

`;

/** The same text as one file, and as articles of 3 KB. Without places and figures: 50 MB of news would claim more than an article may. */
export function oneTextAndArticles(root: string, megabytes: number): { readonly one: string; readonly articles: string } {
  const text = `Work on a bridge\n\n${PARAGRAPH.repeat(17)}`;
  const count = Math.ceil((megabytes * 1024 * 1024) / text.length);
  return {
    one: write(join(root, 'one'), [['one.txt', text.repeat(count)]]),
    articles: write(
      join(root, 'articles'),
      Array.from({ length: count }, (_, n) => [`${n}.txt`, text] as const),
    ),
  };
}

/** One article without a ranking, and one with. */
export function oneArticle(root: string): { readonly plain: string; readonly ranked: string } {
  const [ranked] = benchArticles();
  return {
    plain: write(join(root, 'plain'), [['a.txt', 'Work on a bridge\n\nThe council met on Monday and talked about the weather.\n']]),
    ranked: write(join(root, 'ranked'), [[ranked?.source.replaceAll('/', '-') ?? '', ranked?.bytes ?? '']]),
  };
}
