import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_RECORD_NAME } from '../../limits.ts';
import type { Failure } from '../../types.ts';
import { openStream, standardInput, type ByteStream } from './byte-stream.ts';
import { containerKind, isContainer, STANDARD_INPUT, type ContainerKind } from './names.ts';
import { readNdjson, type NdjsonFields } from './ndjson.ts';
import { ContainerError, wellFormed, type ContainerRecord, type RecordContent } from './record.ts';
import { readWarc } from './warc.ts';

/*
 * Files that hold many articles, read record by record: memory holds one record, whatever the size of the file, and 16 bytes for
 * each name that has come.
 */

type Reader = (stream: ByteStream, fields: NdjsonFields) => AsyncGenerator<ContainerRecord>;

/** Its parser is loaded where there is a feed. */
async function* readFeed(stream: ByteStream): AsyncGenerator<ContainerRecord> {
  yield* (await import('./feed.ts')).readFeed(stream);
}

const READERS: Readonly<Record<ContainerKind, Reader>> = {
  '.ndjson': readNdjson,
  '.warc': readWarc,
  '.rss': readFeed,
  '.atom': readFeed,
  '.xml': readFeed,
};

/** The container's path in a source such as `news/a.warc.gz!https://a.example/b`, and that of a file in any other. */
export function pathOf(source: string, root: string): string {
  for (let at = source.indexOf('!'); at >= 0; at = source.indexOf('!', at + 1)) {
    const path = source.slice(0, at);
    if (path === STANDARD_INPUT.source || (isContainer(path) && existsSync(join(root, path)))) return path;
  }
  return source;
}

export interface SourcedRecord {
  /** `path!name`; the container's own `source` in the last record of one that could not be read to its end. */
  readonly source: string;
  readonly content: RecordContent | Failure;
}

/**
 * The records of a container in their order. Never throws for what the file holds: where it cannot be read on, the last record is
 * the failure of the container, which says how far it came.
 */
export async function* readRecords(path: string, source: string, fields: NdjsonFields): AsyncGenerator<SourcedRecord> {
  const names = new Names();
  let count = 0;
  let stream: ByteStream | undefined;
  try {
    stream = path === STANDARD_INPUT.path ? standardInput() : openStream(path);
    const read = READERS[containerKind(path) ?? '.ndjson'];
    for await (const { name, content } of read(stream, fields)) {
      count += 1;
      yield { source: `${source}!${names.unused(name === '' ? `record ${count}` : name)}`, content };
    }
    if (count === 0) yield { source, content: { status: 'empty', error: 'expected articles in the container, got none' } };
  } catch (error) {
    if (!(error instanceof ContainerError)) throw error;
    yield { source, content: { status: error.status, error: count === 0 ? error.message : `${error.message}, after ${count} records` } };
  } finally {
    await stream?.close();
  }
}

/** Names of one container, each once: "a", "a~2", "a~3". */
class Names {
  /** How often a name came, by 48 bits of its hash; two names with the same cost an unneeded "~2". */
  readonly #seen = new Map<number, number>();

  unused(written: string): string {
    const name = wellFormed(
      written
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .slice(0, MAX_RECORD_NAME),
    );
    for (;;) {
      const count = (this.#seen.get(hashOf(name)) ?? 0) + 1;
      this.#seen.set(hashOf(name), count);
      if (count === 1) return name;
      const numbered = `${name}~${count}`;
      if (this.#seen.has(hashOf(numbered))) continue;
      this.#seen.set(hashOf(numbered), 1);
      return numbered;
    }
  }
}

function hashOf(name: string): number {
  return createHash('sha256').update(name).digest().readUIntBE(0, 6);
}
