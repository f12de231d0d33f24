import { once } from 'node:events';
import { createReadStream, fstatSync } from 'node:fs';
import { createGunzip, type Gunzip } from 'node:zlib';
import { systemCode } from '../../failures.ts';
import { MAX_GZIP_RATIO, SMALLEST_BOMB } from '../../limits.ts';
import { openSafely } from '../read-file.ts';
import { ContainerError } from './record.ts';

/*
 * A file, or what a gzip file holds, as bytes that are taken from the front. Memory holds a chunk and what is taken, whatever the
 * size of the file.
 */

const EMPTY = new Uint8Array();
const NEWLINE = 0x0a;

/** Compressed bytes given to gunzip at once: at gzip's highest ratio they become 16 MB. */
const GZIP_CHUNK = 16 * 1024;

export class ByteStream {
  readonly #chunks: AsyncGenerator<Uint8Array>;
  #chunk: Uint8Array = EMPTY;
  #at = 0;
  #offset = 0;

  constructor(chunks: AsyncGenerator<Uint8Array>) {
    this.#chunks = chunks;
  }

  /** Bytes taken so far; of a gzip file, decompressed ones. */
  get offset(): number {
    return this.#offset;
  }

  /** True where no byte is left. Throws `ContainerError` where the bytes that follow cannot be read. */
  async isAtEnd(): Promise<boolean> {
    while (this.#at === this.#chunk.length) {
      const next = await this.#chunks.next();
      if (next.done === true) return true;
      this.#chunk = next.value;
      this.#at = 0;
    }
    return false;
  }

  /** The next `length` bytes, or fewer at the end. */
  async take(length: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for (let missing = length; missing > 0 && !(await this.isAtEnd());) {
      const piece = this.#takeHere(missing);
      pieces.push(piece);
      missing -= piece.length;
    }
    return joined(pieces);
  }

  /** Passes over bytes; returns how many there were. */
  async skip(length: number): Promise<number> {
    let skipped = 0;
    while (skipped < length && !(await this.isAtEnd())) skipped += this.#takeHere(length - skipped).length;
    return skipped;
  }

  /** A line with its "\n"; without one at the end, or where the line is longer than `most` bytes: then those. */
  async takeLine(most: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for (let missing = most; missing > 0 && !(await this.isAtEnd());) {
      const end = this.#chunk.indexOf(NEWLINE, this.#at);
      const piece = this.#takeHere(end < 0 ? missing : Math.min(missing, end + 1 - this.#at));
      pieces.push(piece);
      missing -= piece.length;
      if (piece[piece.length - 1] === NEWLINE) break;
    }
    return joined(pieces);
  }

  /** Passes over blank lines; returns how many. */
  async skipBlankLines(): Promise<number> {
    let lines = 0;
    while (!(await this.isAtEnd())) {
      let end = this.#at;
      for (; isLineEnd(this.#chunk[end]); end += 1) if (this.#chunk[end] === NEWLINE) lines += 1;
      this.#takeHere(end - this.#at);
      if (this.#at < this.#chunk.length) break;
    }
    return lines;
  }

  async close(): Promise<void> {
    await this.#chunks.return(undefined);
  }

  #takeHere(most: number): Uint8Array {
    const piece = this.#chunk.subarray(this.#at, this.#at + most);
    this.#at += piece.length;
    this.#offset += piece.length;
    return piece;
  }
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === NEWLINE || byte === 0x0d;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (only === undefined) return EMPTY;
  return pieces.length === 1 ? only : Buffer.concat(pieces);
}

/** A container on disk; `.gz` is decompressed. Throws `ContainerError` where it is no file or cannot be opened. */
export function openStream(path: string): ByteStream {
  const descriptor = openSafely(path);
  if (typeof descriptor !== 'number') throw new ContainerError(descriptor.status, descriptor.error);
  const size = fstatSync(descriptor).size;
  const isGzip = /\.gz$/i.test(path);
  const file = createReadStream('', { fd: descriptor, highWaterMark: isGzip ? GZIP_CHUNK : 256 * 1024 });
  return new ByteStream(isGzip ? decompressed(file, size) : whole(file, size));
}

/** NDJSON on standard input. */
export function standardInput(): ByteStream {
  return new ByteStream(process.stdin[Symbol.asyncIterator]() as AsyncGenerator<Buffer>);
}

async function* whole(file: AsyncIterable<Buffer>, size: number): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of readable(file)) {
    read += chunk.length;
    yield chunk;
  }
  if (read !== size) throw new ContainerError('changed-while-read', `expected ${size} bytes, got a file that changed while it was read`);
}

async function* readable(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* file;
  } catch (error) {
    throw new ContainerError('unreadable', `expected a readable file, got ${systemCode(error)}`);
  }
}

/**
 * The members of a gzip file. Written by hand and not piped: a stream that ends in an error drops what it had decompressed, and
 * how much that is changes with the machine.
 */
async function* decompressed(file: AsyncIterable<Buffer>, size: number): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const ready: Buffer[] = [];
  let failure: Error | undefined;
  let produced = 0;
  gunzip.on('data', (chunk: Buffer) => {
    produced += chunk.length;
    ready.push(chunk);
  });
  let wake = (): void => undefined;
  gunzip.on('error', (error) => {
    failure = error;
    wake();
  });
  const take = function* (): Generator<Uint8Array> {
    for (let chunk = ready.shift(); chunk !== undefined; chunk = ready.shift()) yield chunk;
  };
  let given = 0;
  try {
    for await (const chunk of readable(file)) {
      given += chunk.length;
      await new Promise<void>((resolve) => {
        wake = resolve;
        gunzip.write(chunk, () => resolve());
      });
      if (produced > SMALLEST_BOMB && produced > given * MAX_GZIP_RATIO)
        throw new ContainerError('too-large', `expected gzip to make at most ${MAX_GZIP_RATIO} bytes of one, got ${produced} of ${given}`);
      yield* take();
      if (failure !== undefined) break;
    }
    if (failure === undefined) await ended(gunzip);
    yield* take();
    if (failure !== undefined) throw new ContainerError('damaged', `expected a whole gzip file, got ${systemCode(failure)}`);
    if (given < size) throw new ContainerError('changed-while-read', `expected ${size} bytes, got a file that changed while it was read`);
    if (gunzip.bytesWritten < given)
      throw new ContainerError('damaged', `expected nothing behind the end of the gzip file, got ${given - gunzip.bytesWritten} bytes`);
  } finally {
    gunzip.destroy();
  }
}

async function ended(gunzip: Gunzip): Promise<void> {
  if (gunzip.readableEnded) return;
  const over = Promise.race([once(gunzip, 'end'), once(gunzip, 'close')]).catch(() => undefined);
  gunzip.end();
  await over;
}
