import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const main = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'main.js');

/** Arguments of node for a command line of ranktrace. */
export const ranktrace = (...words: readonly string[]): readonly string[] => [main, ...words];

/** How far a run was when it had how much in memory. */
interface Sample {
  readonly articles: number;
  readonly megabytes: number;
}

export interface Ran {
  readonly milliseconds: number;
  /** False where an article was not read. */
  readonly isRead: boolean;
  /** The most that was in memory; undefined where there is no /proc. */
  readonly megabytes: number | undefined;
  /** One a second, where the command was asked for `--progress json`. */
  readonly samples: readonly Sample[];
}

const SAMPLE_MILLISECONDS = 50;

/** Runs node to its end. Throws where it ends with neither 0 nor 1. */
export async function ran(words: readonly string[]): Promise<Ran> {
  const started = performance.now();
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'] });
  const samples: Sample[] = [];
  let megabytes: number | undefined;
  let said = '';
  const sample = setInterval(() => (megabytes = memoryOf(child.pid, 'VmHWM') ?? megabytes), SAMPLE_MILLISECONDS);
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = text;
    const [, articles] = /"event":"progress","articles":(\d+)/.exec(text) ?? [];
    const now = memoryOf(child.pid, 'VmRSS');
    if (articles !== undefined && now !== undefined) samples.push({ articles: Number(articles), megabytes: now });
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(sample);
  if (code !== 0 && code !== 1) throw new Error(`expected ${words.join(' ')} to end with 0 or 1, got ${String(code)}: ${said}`);
  return { milliseconds: performance.now() - started, isRead: code === 0, megabytes, samples };
}

function memoryOf(pid: number | undefined, name: 'VmHWM' | 'VmRSS'): number | undefined {
  const path = `/proc/${pid ?? 0}/status`;
  if (!existsSync(path)) return undefined;
  const [, kilobytes] = new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(path, 'utf8')) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

/** Times of commands in interleaved rounds, so that a busy machine is busy for all of them; medians in milliseconds. */
export async function inRounds<Name extends string>(
  rounds: number,
  commands: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(commands) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) for (const name of names) times.get(name)?.push(await commands[name]());
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
