import { readFileSync, writeFileSync } from 'node:fs';
import { extract } from '../../src/run/extract.ts';
import { findInputs } from '../../src/run/inputs.ts';
import { TABLES } from '../../src/run/tables.ts';
import { fakeEngine } from './fake-reader.ts';

/*
 * A process that writes an output, for tests that kill it: `writer.ts ROOT OUT`. With `--in-place` it writes each table over the
 * old one, as a program does that has not thought of dying; with `--cache` it keeps the rows of articles in OUT/.cache.
 */

const [root = '', out = '', mode = ''] = process.argv.slice(2);
if (mode === '--in-place') {
  const next = `${out}-next`;
  await extract(await findInputs([root]), { out: next, engine: fakeEngine });
  for (const name of [...TABLES, 'run.json']) writeFileSync(`${out}/${name}`, readFileSync(`${next}/${name}`));
} else await extract(await findInputs([root]), { out, engine: fakeEngine, cache: mode === '--cache' ? { program: 'one' } : undefined });
