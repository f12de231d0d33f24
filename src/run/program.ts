import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Hash of all that this program is made from: rows that another one made are read again. The build puts the hash in this file's place in `dist`. */
export function programHash(): string {
  const source = join(import.meta.dirname, '..');
  const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const hash = createHash('sha256');
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) hash.update(readFileSync(path)).update('\0');
  return hash.digest('hex').slice(0, 16);
}
