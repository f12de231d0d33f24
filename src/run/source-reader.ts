import { join } from 'node:path';
import type { Failure } from '../types.ts';
import { pathOf, readRecords, type SourcedRecord } from './containers/index.ts';
import { parseFields, type NdjsonFields } from './containers/ndjson.ts';
import { readFileSafely } from './read-file.ts';
import { readRunRecord } from './run-record.ts';

export interface SourceBytes {
  readonly bytes: Uint8Array;
  /** Fields of the record that the bytes come from. */
  readonly stated: Readonly<Record<string, string>>;
}

/**
 * The bytes behind the sources of an output, asked for in their order: a container is read on from the record before, so that one
 * pass is enough.
 */
export class SourceReader {
  readonly #root: string;
  readonly #fields: NdjsonFields;
  #container = '';
  #records: AsyncGenerator<SourcedRecord> | undefined;

  constructor(root: string, fields: NdjsonFields) {
    this.#root = root;
    this.#fields = fields;
  }

  isRecord(source: string): boolean {
    return pathOf(source, this.#root) !== source;
  }

  async read(source: string): Promise<SourceBytes | Failure> {
    const path = pathOf(source, this.#root);
    if (path !== this.#container) await this.close();
    if (path === source && this.#container === '') {
      const bytes = readFileSafely(join(this.#root, source));
      return 'status' in bytes ? bytes : { bytes, stated: {} };
    }
    this.#container = path;
    this.#records ??= readRecords(join(this.#root, path), path, this.#fields);
    // Not `for await`: that would close what the next record is read from.
    for (let next = await this.#records.next(); next.done !== true; next = await this.#records.next()) {
      if (next.value.source === source) return next.value.content;
    }
    return { status: 'unreadable', error: 'expected the record in its container, in the order of the tables, got none' };
  }

  async close(): Promise<void> {
    await this.#records?.return(undefined);
    this.#records = undefined;
    this.#container = '';
  }
}

/** The bytes behind one source of an output. */
export async function readSource(folder: string, root: string, source: string): Promise<SourceBytes | Failure> {
  const reader = new SourceReader(root, parseFields(readRunRecord(folder).data?.options.fields ?? ''));
  try {
    return await reader.read(source);
  } finally {
    await reader.close();
  }
}
