import { statSync } from 'node:fs';

/** Size and time of a file, which tell that it is as it was. `mtime` in milliseconds; 0 where it is too young to be trusted. */
export interface Seal {
  readonly size: number;
  readonly mtime: number;
}

/** Of what has no file, or is not asked. */
export const NO_SEAL: Seal = { size: 0, mtime: 0 };

/** A file that is younger may yet change without its time changing: file systems have times of up to 2 s. */
const YOUNG_MILLISECONDS = 2000;

export function sealOf(path: string): Seal {
  try {
    const { size, mtimeMs } = statSync(path);
    return { size, mtime: mtimeMs > Date.now() - YOUNG_MILLISECONDS ? 0 : mtimeMs };
  } catch {
    return NO_SEAL;
  }
}
