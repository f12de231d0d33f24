import { existsSync, readFileSync } from 'node:fs';
import { readArticles } from '../../src/run/articles.ts';
import { findInputs } from '../../src/run/inputs.ts';
import { fakeEngine } from './fake-reader.ts';

/** Largest memory in use since the program began, in KB; `maxRSS` would count that of the parent before it, too. */
function peak(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
}

/** `node read-container.ts FILE`: reads a container as `extract` does and prints how many articles it held and the peak of memory (KB). */

let articles = 0;
for await (const { document } of readArticles(await findInputs(process.argv.slice(2)), { read: fakeEngine.read })) {
  if (document.status === 'ok') articles += 1;
}
process.stdout.write(JSON.stringify({ articles, peak: peak() }));
