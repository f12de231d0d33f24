import nlp from 'compromise';
import winkModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { BenchArticle } from './articles.ts';

export interface Peer {
  readonly name: string;
  /** Reads one article and says how many things it found in it. */
  readonly read: (article: BenchArticle) => number;
  /** What those things are. */
  readonly finds: string;
}

async function ranktrace(): Promise<Peer> {
  const library = (await import(new URL('../dist/index.js', import.meta.url).href)) as typeof import('../src/index.ts');
  const rules = await library.loadRules();
  return {
    name: 'ranktrace',
    finds: 'rows',
    read: ({ bytes, source, format }) => {
      const { rankings, metrics } = library.readArticle(bytes, { source, format, rules });
      return rankings.length + metrics.length;
    },
  };
}

/** The measure of every figure: what tagging the whole text costs. */
const compromise: Peer = {
  name: 'compromise nlp(text)',
  finds: 'terms',
  read: ({ text }) => nlp(text).termList().length,
};

function wink(): Peer {
  const reader = winkNLP(winkModel);
  return { name: 'wink-nlp readDoc(text)', finds: 'tokens', read: ({ text }) => reader.readDoc(text).tokens().length() };
}

/** ranktrace first, then its peers. */
export async function peers(): Promise<readonly Peer[]> {
  return [await ranktrace(), compromise, wink()];
}
