import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import type { ReadArticle } from '../../src/run/articles.ts';
import type { Engine } from '../../src/run/engine.ts';
import { fakeEngine } from './fake-reader.ts';

/*
 * The fake reader with articles that harm the thread they are read in: "LOOP" never ends, "WAIT" waits where no watchdog of node's
 * reaches, "DIE" ends the thread, "DIE ONCE path" does so unless the path exists, and makes it.
 */

const read: ReadArticle = (bytes, source, about) => {
  const text = Buffer.from(bytes).toString('utf8');
  while (text.startsWith('LOOP'));
  if (text.startsWith('WAIT')) execFileSync('sleep', ['2']);
  const [, path = ''] = /^DIE ONCE (.+)\n/.exec(text) ?? [];
  if (path === '' ? text.startsWith('DIE') : !existsSync(path)) {
    if (path !== '') writeFileSync(path, '');
    process.exit(9);
  }
  return fakeEngine.read(bytes, source, about);
};

export const oddEngine: Engine = { ...fakeEngine, read, module: import.meta.url };

/** Called by the worker that is given `module`. @public */
export function loadEngine(): Promise<Engine> {
  return Promise.resolve(oddEngine);
}
