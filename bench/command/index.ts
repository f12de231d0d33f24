import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { suites, type Figure } from './suites.ts';

/**
 * The command as users run it: start, unchanged files, memory, workers, one large text. Wall clock of processes of their own; each
 * figure beside what it must be and what is aimed for. `--only NAME` (several times): these suites; `--quick`: small sizes, which prove
 * nothing but that it runs; `--json`: the figures as JSON. Exit 1 only with `--strict`, where a figure misses what it must be.
 */

const { values: options } = parseArgs({
  options: {
    command: { type: 'boolean' },
    only: { type: 'string', multiple: true, default: Object.keys(suites) },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '11' },
    news: { type: 'string', default: '3000' },
    small: { type: 'string', default: '100000' },
    megabytes: { type: 'string', default: '50' },
  },
});
const { rounds, news, small, megabytes } = options;
const sizes = options.quick
  ? { rounds: 3, news: 200, small: 5000, megabytes: 1 }
  : { rounds: Number(rounds), news: Number(news), small: Number(small), megabytes: Number(megabytes) };

function verdict({ value, is, must, aim }: Figure): string {
  if (value === undefined) return 'not measured';
  const holds = (bound: number): boolean => (is === '≤' ? value <= bound : value >= bound);
  return holds(aim) ? 'as aimed for' : holds(must) ? 'as it must be' : 'missed';
}

const shown = ({ value, unit }: Figure): string => (value === undefined ? '' : value.toFixed(unit === 'times' ? 2 : 0));

const figures: Figure[] = [];
for (const name of options.only) {
  const suite = suites[name];
  if (suite === undefined) throw new Error(`expected a suite of ${Object.keys(suites).join(', ')}, got ${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'ranktrace-bench-'));
  try {
    figures.push(...(await suite(folder, sizes)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
const [{ model } = { model: '' }, ...others] = cpus();
const machine = { cores: others.length + 1, model, node: process.versions.node, ranktrace: version };
if (options.json) {
  console.log(JSON.stringify({ machine, sizes, figures: figures.map((one) => ({ ...one, verdict: verdict(one) })) }, undefined, 2));
} else {
  console.log(`${machine.cores} × ${machine.model}, node ${machine.node}, ranktrace ${machine.ranktrace}`);
  const width = Math.max(...figures.map(({ name }) => name.length));
  console.log(`${''.padEnd(width)}     found         must      aim`);
  for (const one of figures) {
    const bounds = [one.must, one.aim].map((bound) => `${one.is} ${bound}`.padStart(8)).join(' ');
    console.log(`${one.name.padEnd(width)}  ${shown(one).padStart(8)} ${one.unit.padEnd(5)} ${bounds}  ${verdict(one)}`);
  }
}
if (options.strict && figures.some((one) => verdict(one) === 'missed')) process.exitCode = 1;
