import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Rule, RuleBody } from './rule.ts';

/** Every rule of the folder, sorted by name. The build puts a list with static imports in this file's place in `dist`. */
export async function loadRules(): Promise<readonly Rule[]> {
  const here = new URL('./', import.meta.url);
  const entries = await readdir(here, { withFileTypes: true });
  const paths: string[] = [];
  for (const folder of entries.filter((entry) => entry.isDirectory())) {
    const files = await readdir(new URL(`${folder.name}/`, here));
    for (const file of files) if (/^[a-z0-9-]+\.[tj]s$/.test(file)) paths.push(`${folder.name}/${file}`);
  }
  paths.sort();
  return Promise.all(
    paths.map(async (path) => {
      const url = new URL(path, here);
      const loaded = (await import(url.href)) as { default: RuleBody };
      const hash = createHash('sha256')
        .update(await readFile(url))
        .digest('hex')
        .slice(0, 16);
      return { ...loaded.default, name: path.replace(/\.[tj]s$/, ''), hash };
    }),
  );
}
