import { readFileSync } from 'node:fs';

/** Version of the program, from its package.json; the same place from src/run and dist/run. */
export function version(): string {
  const { version: found } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  return found;
}
