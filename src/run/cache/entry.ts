import { crc32 } from 'node:zlib';
import type { Outcome } from '../rows.ts';
import type { Seal } from './seal.ts';

/*
 * The index of the cache, a line per article in the order of the tables: a JSON array, a tab, the CRC-32 of the array. A line that
 * was torn or changed is told from a whole one.
 */

export interface Entry extends Outcome, Seal {
  /** Units of `source` that name the container it is from; 0 for a file. */
  readonly container: number;
  /** Hash of what beside the bytes its rows follow from: decisions of reviewers, what its container says; empty for most. */
  readonly beside: string;
  /** Where its rows are in the file of rows, how many bytes each table has, and the CRC-32 of all. */
  readonly offset: number;
  readonly lengths: readonly number[];
  readonly crc: number;
}

/** First line of an index. */
export interface Head {
  /** Name of the file of rows. */
  readonly rows: string;
  /** Hash of program, rules, gazetteer and options. */
  readonly fingerprint: string;
  /** Hash of all decisions of reviewers. */
  readonly decisions: string;
}

const FORMAT = 1;

/** The file that an article is read from: its own, or its container. */
export function pathOfEntry({ source, container }: Entry): string {
  return container === 0 ? source : source.slice(0, container);
}

export function entryLine(entry: Entry): string {
  const { source, status, error, sha256, entries, metrics, doubts, decided, size, mtime, container, beside, offset, lengths, crc } = entry;
  return checked([
    source,
    status,
    error,
    sha256,
    entries,
    metrics,
    doubts,
    decided ?? 0,
    size,
    mtime,
    container,
    beside,
    offset,
    lengths,
    crc,
  ]);
}

/** Undefined for a line that is not whole. */
export function readEntry(line: string): Entry | undefined {
  const fields = fieldsOf(line);
  if (fields === undefined) return undefined;
  const [source, status, error, sha256, entries, metrics, doubts, decided, size, mtime, container, beside, offset, lengths, crc] =
    fields as [
      ...[string, Entry['status'], string, string, number, number, number, Entry['decided'] | 0, number, number, number, string, number],
      ...[readonly number[], number],
    ];
  const outcome = { source, status, error, sha256, entries, metrics, doubts, decided: decided === 0 ? undefined : decided };
  return { ...outcome, size, mtime, container, beside, offset, lengths, crc };
}

export function headLine({ rows, fingerprint, decisions }: Head): string {
  return checked([FORMAT, rows, fingerprint, decisions]);
}

/** Undefined for a line that is not whole, or of another version of the cache. */
export function readHead(line: string): Head | undefined {
  const [format, rows, fingerprint, decisions] = (fieldsOf(line) ?? []) as [number, string, string, string];
  return format === FORMAT ? { rows, fingerprint, decisions } : undefined;
}

function checked(fields: readonly unknown[]): string {
  const text = JSON.stringify(fields);
  return `${text}\t${crc32(text).toString(36)}\n`;
}

function fieldsOf(line: string): readonly unknown[] | undefined {
  const tab = line.lastIndexOf('\t');
  const text = line.slice(0, Math.max(0, tab));
  if (tab < 0 || line.slice(tab + 1) !== crc32(text).toString(36)) return undefined;
  return JSON.parse(text) as readonly unknown[];
}
