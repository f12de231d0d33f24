import { extname } from 'node:path';
import { BugError } from '../failures.ts';
import { loadRules } from '../extractors/rules.ts';
import { gazetteerVersion } from '../gazetteer/index.ts';
import { decode } from '../pipeline/1-decode.ts';
import { RuleFailure, sortRules } from '../pipeline/7-claims.ts';
import { cleanFile, readArticle, type ReadOptions } from '../pipeline/index.ts';
import type { Format } from '../types.ts';
import type { ReadArticle } from './articles.ts';

const FORMATS: Readonly<Record<string, Format>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
};

/** What reads articles, and what run.json says of it. */
export interface Engine {
  readonly read: ReadArticle;
  readonly rules: readonly { readonly name: string; readonly hash: string }[];
  /** Version of the gazetteer's data. */
  readonly gazetteer: string;
  /** URL of the module whose `loadEngine` makes it again in a worker thread; without it, it stays in this one. */
  readonly module?: string;
}

/** "a/b.MD.gz" → markdown; what has no other ending is text. */
export function formatOf(source: string): Format {
  return FORMATS[extname(source.replace(/\.gz$/i, '')).toLowerCase()] ?? 'text';
}

export interface EngineOptions {
  readonly encoding?: string | undefined;
}

/** The pipeline with all rules, loaded once. */
export async function loadEngine({ encoding }: EngineOptions = {}): Promise<Engine> {
  const rules = sortRules(await loadRules());
  return {
    read: (bytes, source, about) => {
      const options = { source, rules, encoding, ...(about ?? { format: formatOf(source) }) };
      try {
        return readArticle(bytes, options);
      } catch (error) {
        throw error instanceof RuleFailure ? inBytes(error, bytes, options) : error;
      }
    },
    rules: rules.all.map(({ name, hash }) => ({ name, hash })),
    gazetteer: gazetteerVersion(),
    module: import.meta.url,
  };
}

/** The failure with the bytes of the sentence; the text is cleaned once more for it, which nobody waits for but who finds a bug. */
function inBytes(failure: RuleFailure, bytes: Uint8Array, options: ReadOptions): BugError {
  const file = decode(bytes, options);
  const clean = 'status' in file ? file : cleanFile(file, options.format);
  const { start, end } = 'status' in clean ? { start: 0, end: 0 } : clean.source.byteSpan(failure.start, failure.end);
  return new BugError(`expected claims, got "${failure.message}"`, failure.rule, start, end, { cause: failure });
}
