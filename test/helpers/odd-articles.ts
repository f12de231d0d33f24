import { join } from 'node:path';
import { extract } from '../../src/run/extract.ts';
import { findInputs } from '../../src/run/inputs.ts';
import { folderOf, newFolder } from './folders.ts';
import { oddEngine } from './odd-engine.ts';

const article = (n: number): string => `List ${n}\n${n + 1}. Hefei\n${n + 2}. Wuhan\nHefei has ${n} parks\n`;

/** More articles than one batch of a worker thread holds. */
export const manyArticles = Object.fromEntries(Array.from({ length: 70 }, (_, n) => [`${n}.txt`, article(n)]));

/** Extracts the files with the odd engine; the output's folder. */
export async function extractOddly(
  files: Readonly<Record<string, string>>,
  options: { readonly jobs: number; readonly milliseconds?: number },
): Promise<string> {
  const out = join(newFolder(), 'output');
  await extract(await findInputs([folderOf(files)]), { out, engine: oddEngine, ...options });
  return out;
}
