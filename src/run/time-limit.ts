import { createContext, Script } from 'node:vm';

/*
 * The last resort against an article that never ends: a watchdog thread of node's ends the work on it, wherever it is, a regular
 * expression included. Stages are pure, so nothing half-done is left behind.
 */

// The watchdog watches a script; the script calls what stands here.
const place: { work: () => void } = { work: () => undefined };
const context = createContext(place);
const script = new Script('work()');

/** Does the work; false where it was ended after `milliseconds`. What it throws is thrown. */
export function endsWithin(milliseconds: number, work: () => void): boolean {
  place.work = work;
  try {
    script.runInContext(context, { timeout: milliseconds });
    return true;
  } catch (error) {
    if (isTimeout(error)) return false;
    throw error;
  }
}

/** The error is one of the script's own world, not an `Error` of this one. */
function isTimeout(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
