import { findDate } from '../../pipeline/2-clean/dates.ts';
import type { Failure, Format, StatedFields } from '../../types.ts';

/** What a container says of an article beside its bytes. */
export interface About {
  readonly format: Format;
  /** Encoding that HTTP or the container's own format states; the article's byte-order mark beats it. */
  readonly declared?: string | undefined;
  readonly stated: StatedFields;
}

/** The text without halves of characters, which JSON can hold and UTF-8 cannot. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** "Tue, 10 Jun 2003 04:00:00 GMT", "2003-06-10T04:00:00Z", "2003-06" → the day as far as it is said; empty where none can be read. */
export function publishedOf(date: string): string {
  const written = date.slice(0, 100).trim();
  if (/^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?$/.test(written)) return written;
  return findDate(written)?.iso ?? '';
}

/** One article of a container, or why there is none. `name` is its id or URL, empty where it has neither. */
export interface ContainerRecord {
  readonly name: string;
  readonly content: RecordContent | Failure;
}

export interface RecordContent extends About {
  /** The article's bytes: of a WARC record the body, de-chunked and decompressed; of the others the UTF-8 of the decoded string. */
  readonly bytes: Uint8Array;
}

/** The container cannot be read on: what came before is kept. `message` has the form of `Failure.error`. */
export class ContainerError extends Error {
  override readonly name = 'ContainerError';
  readonly status: Failure['status'];

  constructor(status: Failure['status'], message: string) {
    super(message);
    this.status = status;
  }
}
