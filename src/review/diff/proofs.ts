import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readLines } from '../../run/read-lines.ts';

/*
 * What an output says about why its rows are as they are: run.json, and of provenance.jsonl and losses.jsonl the lines of rows
 * that changed. An output of which only the CSV files were kept says nothing, and that is an answer too.
 */

const run = z.object({
  ranktrace: z.string(),
  rule_set: z.string(),
  rules: z.array(z.object({ name: z.string(), hash: z.string() })),
  gazetteer: z.string(),
  options: z.record(z.string(), z.unknown()),
});

export interface Run {
  readonly version: string;
  readonly ruleSet: string;
  /** Hashes by name. */
  readonly rules: ReadonlyMap<string, string>;
  readonly gazetteer: string;
  readonly options: string;
}

export function readRun(folder: string): Run | undefined {
  const path = join(folder, 'run.json');
  if (!existsSync(path)) return undefined;
  const { data } = run.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (data === undefined) return undefined;
  const rules = new Map(data.rules.map(({ name, hash }) => [name, hash]));
  return { version: data.ranktrace, ruleSet: data.rule_set, rules, gazetteer: data.gazetteer, options: JSON.stringify(data.options) };
}

const line = z.object({
  id: z.string(),
  cells: z.record(
    z.string(),
    z.object({ value: z.union([z.string(), z.number()]), rule: z.string(), steps: z.array(z.string()), machine: z.unknown().optional() }),
  ),
  decisions: z.array(z.object({ by: z.string(), decision: z.string(), applied: z.boolean() })).optional(),
});

export type Proof = z.infer<typeof line>;

/** Lines of provenance by the ids asked for, with the cells asked for. */
export function readProofs(folder: string, wanted: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, Proof> {
  const found = new Map<string, Proof>();
  for (const text of linesOf(folder, 'provenance.jsonl')) {
    const [, id] = /^\{"kind":"[a-z]+","id":"([0-9a-f]{16})"/.exec(text) ?? [];
    // A line that another program wrote may have its keys in another order.
    if (id !== undefined && !wanted.has(id)) continue;
    const { data } = line.safeParse(JSON.parse(text));
    const columns = data === undefined ? undefined : wanted.get(data.id);
    if (data === undefined || columns === undefined) continue;
    const cells = Object.entries(data.cells).filter(([column]) => columns.includes(column));
    found.set(data.id, { ...data, cells: Object.fromEntries(cells) });
  }
  return found;
}

const rejected = z.object({ row: z.object({ entry_id: z.string().optional(), metric_id: z.string().optional() }) });

/** Ids of the rows that reviewers rejected. */
export function readRejected(folder: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const text of linesOf(folder, 'losses.jsonl')) {
    if (!text.includes('"rejected-by-reviewer"')) continue;
    const { data } = rejected.safeParse(JSON.parse(text));
    found.add(data?.row.entry_id ?? data?.row.metric_id ?? '');
  }
  return found;
}

function linesOf(folder: string, name: string): Iterable<string> {
  return existsSync(join(folder, name)) ? readLines(join(folder, name)) : [];
}
