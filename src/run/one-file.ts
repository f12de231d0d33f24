import { UsageError } from '../failures.ts';
import { decode } from '../pipeline/1-decode.ts';
import { cleanFile } from '../pipeline/index.ts';
import type { DecodedFile } from '../source-text.ts';
import type { CleanDocument, Failure, Format } from '../types.ts';
import { formatOf } from './engine.ts';
import { containerFailure } from './inputs.ts';
import { readFileSafely } from './read-file.ts';

export interface CleanOptions {
  /** Forces the encoding. */
  readonly encoding?: string | undefined;
  /** Encoding that HTTP or a container states. */
  readonly declared?: string | undefined;
  /** How it is read, whatever the ending of its name. */
  readonly format?: Format;
}

/** An article's text as the cleaner keeps it; the ending of `source` says how it is read. */
export function cleanArticle(bytes: Uint8Array, source: string, options: CleanOptions = {}): CleanDocument | Failure {
  const format = options.format ?? formatOf(source);
  const file = decode(bytes, { ...options, format });
  return 'status' in file ? file : cleanFile(file, format);
}

/** A file for a command that needs one; throws `UsageError` where it cannot be read. */
export function readNamedFile(path: string): Uint8Array {
  const bytes = containerFailure(path) ?? readFileSafely(path);
  if ('status' in bytes) throw new UsageError(`${path}: ${bytes.error}`);
  return bytes;
}

/** As `cleanArticle`, for a command. */
export function cleanNamedFile(path: string, encoding?: string): CleanDocument {
  return orUsage(path, cleanArticle(readNamedFile(path), path, { encoding }));
}

/** A file as text, nothing cleaned away. */
export function decodeNamedFile(path: string): DecodedFile {
  return orUsage(path, decode(readNamedFile(path), {}));
}

function orUsage<Value extends object>(path: string, value: Value | Failure): Value {
  if ('status' in value && 'error' in value) throw new UsageError(`${path}: ${value.error}`);
  return value;
}
