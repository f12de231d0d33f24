import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Loaded } from './articles.ts';
import { shortHash, type Cache, type Known } from './cache/index.ts';
import { NO_SEAL, sealOf, type Seal } from './cache/seal.ts';
import type { Docket } from './docket.ts';
import type { Input } from './inputs.ts';
import { readFileSafely } from './read-file.ts';
import type { Task } from './read-rows.ts';

/*
 * What is to be done for each article, in the order of the inputs: its rows are known, or here are its bytes.
 */

export interface Step {
  /** Of the file it is from; undefined where there is none or nobody asks. */
  readonly seal: Seal;
  /** Units of the source that name its container; 0 for a file. */
  readonly container: number;
  readonly beside: string;
  /** What the cache has of it, whether or not that still holds. */
  readonly known: Known | undefined;
  /** Undefined where what is known holds. */
  readonly task: Task | undefined;
}

export interface PlanOptions {
  readonly docket: Docket;
  /** Fields of the objects in NDJSON. */
  readonly fields: string;
  readonly cache: Cache | undefined;
}

// Batches of 1, 4, 16 and 64 files cost 26, 18, 15 and 15 µs of CPU a file, reading included.
const BATCH_ARTICLES = 16;
/** A batch of large articles is a small one. */
const BATCH_BYTES = 4 * 1024 * 1024;
/** What is known costs nothing, and an interrupt waits for the end of a batch. */
const BATCH_KNOWN = 256;

/** Steps in batches. */
export async function* planBatches(inputs: Iterable<Input>, options: PlanOptions): AsyncGenerator<readonly Step[]> {
  let batch: Step[] = [];
  let tasks = 0;
  let bytes = 0;
  for await (const step of plan(inputs, options)) {
    batch.push(step);
    if (step.task !== undefined) {
      tasks += 1;
      bytes += 'bytes' in step.task.content ? step.task.content.bytes.length : 0;
    }
    if (tasks < BATCH_ARTICLES && bytes < BATCH_BYTES && batch.length < BATCH_KNOWN) continue;
    // A turn of the event loop: without one an interrupt would wait for the last article.
    await setImmediate();
    yield batch;
    batch = [];
    tasks = 0;
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

async function* plan(inputs: Iterable<Input>, options: PlanOptions): AsyncGenerator<Step> {
  for (const input of inputs) {
    if (input.container === true) yield* planContainer(input, options);
    else yield planFile(input, options);
  }
}

function planFile({ path, source, failure }: Input, { docket, cache }: PlanOptions): Step {
  const decisions = docket.of(source);
  const beside = decisions === undefined ? '' : shortHash(decisions);
  const seal = cache === undefined || failure !== undefined ? NO_SEAL : sealOf(path);
  const known = cache?.file(source);
  const about = { seal, container: 0, beside, known };
  if (known !== undefined && known.entry.beside === beside && cache?.isSealed(known.entry, seal) === true)
    return { ...about, task: undefined };
  const bytes = failure ?? readFileSafely(path);
  const content = 'status' in bytes ? bytes : { bytes };
  return { ...about, task: holds(known, beside, content) ? undefined : { source, content, decisions } };
}

async function* planContainer({ path, source: container }: Input, { docket, cache, fields }: PlanOptions): AsyncGenerator<Step> {
  const seal = cache === undefined ? NO_SEAL : sealOf(path);
  const unchanged = cache?.unchanged(container, seal);
  if (unchanged !== undefined) {
    for (const known of unchanged) yield { seal, container: container.length, beside: known.entry.beside, known, task: undefined };
    return;
  }
  const [{ readRecords }, { parseFields }] = await Promise.all([import('./containers/index.ts'), import('./containers/ndjson.ts')]);
  for await (const { source, content } of readRecords(path, container, parseFields(fields))) {
    const decisions = docket.of(source);
    const beside = shortHash({ ...content, bytes: undefined }, decisions);
    const known = cache?.record(container, source);
    const task = holds(known, beside, content) ? undefined : { source, content, decisions };
    yield { seal, container: container.length, beside, known, task };
  }
}

/** True where the rows that are known are those of this content. What a machine was too slow for, or a bug, is tried again. */
function holds(known: Known | undefined, beside: string, content: Loaded['content']): boolean {
  if (known === undefined || known.entry.beside !== beside) return false;
  const { status, error, sha256 } = known.entry;
  if ('status' in content) return content.status === status && content.error === error;
  if (status === 'timeout' || status === 'internal-error') return false;
  return createHash('sha256').update(content.bytes).digest('hex') === sha256;
}
