import type { Status } from './schema.ts';

/** The command was called in a way it does not allow. Exit code 2, nothing written. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The machine failed: disk full, no permission. Exit code 3, old tables intact. The message names the file. */
export class MachineError extends Error {
  override readonly name = 'MachineError';
}

/** A table that does not hold: where, and why. Exit code 1. */
export class TableError extends Error {
  override readonly name = 'TableError';
}

/** A bug: a rule threw, or bytes do not decode to their quote. `start`..`end` are bytes of the article. Exit code 4. */
export class BugError extends Error {
  override readonly name = 'BugError';
  readonly rule: string;
  readonly start: number;
  readonly end: number;

  constructor(message: string, rule: string, start: number, end: number, options?: ErrorOptions) {
    super(message, options);
    this.rule = rule;
    this.start = start;
    this.end = end;
  }
}

/** Statuses of an article that gave rows or had none to give; every other one is a failed input. */
const FINE: ReadonlySet<Status> = new Set(['ok', 'empty', 'skipped']);

/** What a run over articles ends with: 0 done, 1 some input failed, 4 a bug. */
export function exitCode(statuses: ReadonlyMap<Status, number>): 0 | 1 | 4 {
  if (statuses.has('internal-error')) return 4;
  return [...statuses.keys()].every((status) => FINE.has(status)) ? 0 : 1;
}

/** `ENOSPC: no space left on device, write` → the code, or empty for an error that is not the system's. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
