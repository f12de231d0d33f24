import type { Task } from './read-rows.ts';
import type { ArticleRows } from './rows.ts';

/*
 * What the main thread and its workers tell each other. The bytes of a batch go over in one piece that changes hands: a slice
 * would take along the whole buffer it was cut from.
 */

export interface WorkerSetup {
  /** URL of the module whose `loadEngine` makes what reads articles. */
  readonly module: string;
  readonly encoding: string | undefined;
  readonly strict: boolean;
  readonly milliseconds: number | undefined;
  /** Shared: which article of its batch the worker is at, -1 before it can read any; and how often it came to a next one. */
  readonly place: Int32Array;
}

/** Bytes of many, one after another, each ending where `ends` says. */
interface Packed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ends: readonly number[];
}

export interface Batch extends Packed {
  /** Their contents are without bytes. */
  readonly tasks: readonly Task[];
}

export interface BatchRows extends Packed {
  /** They are without bytes. */
  readonly rows: readonly ArticleRows[];
}

/** `failure`: the message of a bug that ends the run. */
export type Answer = 'ready' | BatchRows | { readonly failure: string };

const NO_BYTES = new Uint8Array();

export function packTasks(tasks: readonly Task[]): Batch {
  return {
    ...pack(tasks.map(({ content }) => ('bytes' in content ? content.bytes : NO_BYTES))),
    tasks: tasks.map((task) => ('bytes' in task.content ? { ...task, content: { ...task.content, bytes: NO_BYTES } } : task)),
  };
}

export function unpackTasks({ tasks, ...packed }: Batch): readonly Task[] {
  const slices = unpack(packed);
  return tasks.map((task, index) =>
    'bytes' in task.content ? { ...task, content: { ...task.content, bytes: slices[index] ?? NO_BYTES } } : task,
  );
}

export function packRows(rows: readonly ArticleRows[]): BatchRows {
  return { ...pack(rows.map(({ bytes }) => bytes)), rows: rows.map((one) => ({ ...one, bytes: NO_BYTES })) };
}

export function unpackRows({ rows, ...packed }: BatchRows): readonly ArticleRows[] {
  const slices = unpack(packed);
  return rows.map((one, index) => ({ ...one, bytes: slices[index] ?? NO_BYTES }));
}

function pack(parts: readonly Uint8Array[]): Packed {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  const ends = parts.map((part) => {
    bytes.set(part, end);
    return (end += part.length);
  });
  return { bytes, ends };
}

function unpack({ bytes, ends }: Packed): readonly Uint8Array[] {
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}
