import { createHash } from 'node:crypto';
import type { Need } from './pattern-needs.ts';
import type { ScanTables } from './word-scan-tables.ts';

/*
 * Tables of word-scan.ts as the bytes of a file: to make them at each start would take a tenth of it. 32-bit numbers come first, so
 * that each part lies where numbers of its size may lie.
 */

const HEADER = 3;

/** What a file of tables is known by. */
export const keyOf = (needs: readonly Need[]): string => createHash('sha256').update(JSON.stringify(needs)).digest('hex');

export function packTables({ classes, width, steps, meeting, shorter, from, met }: ScanTables): Uint8Array {
  if (!(steps instanceof Uint16Array)) throw new Error(`expected fewer than 65,536 states, got ${from.length - 1}`);
  const parts = [Int32Array.of(width, from.length, met.length), from, met, steps, meeting, shorter, classes];
  return Buffer.concat(parts.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)));
}

export function unpackTables(file: Uint8Array): ScanTables {
  const { buffer } = file.byteOffset % 4 === 0 ? file : Uint8Array.from(file);
  let at = file.byteOffset % 4 === 0 ? file.byteOffset : 0;
  const ints = (length: number): Int32Array => new Int32Array(buffer, (at += length * 4) - length * 4, length);
  const shorts = (length: number): Uint16Array => new Uint16Array(buffer, (at += length * 2) - length * 2, length);
  const [width = 0, states = 0, needs = 0] = ints(HEADER);
  const [from, met] = [ints(states), ints(needs)];
  const [steps, meeting, shorter] = [shorts((states - 1) * width), shorts(states - 1), shorts(states - 1)];
  return { classes: new Uint8Array(buffer, at, 65_536), width, steps, meeting, shorter, from, met };
}
