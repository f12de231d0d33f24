import { createHash, type Hash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { MachineError, messageOf } from '../failures.ts';

// 32 MB in writes of 4, 16, 64 and 256 KB took 127, 50, 32 and 31 ms.
const BUFFER_CHARACTERS = 64 * 1024;

/** Runs what touches the disk; an error of the system becomes a `MachineError` that names the file. */
export function onDisk<Result>(path: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw new MachineError(`${path}: expected to write it, got "${messageOf(error)}"`, { cause: error });
  }
}

/** A text file written from start to end, with the SHA-256 of what was written. */
export class TableFile {
  readonly path: string;
  readonly #descriptor: number;
  readonly #hash: Hash = createHash('sha256');
  #parts: string[] = [];
  #length = 0;
  #open = true;

  constructor(path: string) {
    this.path = path;
    this.#descriptor = onDisk(path, () => openSync(path, 'w'));
  }

  write(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
    if (this.#length >= BUFFER_CHARACTERS) this.#flush();
  }

  /** Writes the rest, syncs it to the disk and returns the SHA-256 of the file. */
  finish(): string {
    this.#flush();
    onDisk(this.path, () => fsyncSync(this.#descriptor));
    this.close();
    return this.#hash.digest('hex');
  }

  /** Closes the file as it is; without `finish` it is for its owner to delete. */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    onDisk(this.path, () => closeSync(this.#descriptor));
  }

  #flush(): void {
    if (this.#parts.length === 0) return;
    const bytes = Buffer.from(this.#parts.join(''), 'utf8');
    this.#parts = [];
    this.#length = 0;
    this.#hash.update(bytes);
    onDisk(this.path, () => {
      // A disk that fills up gives a short count before it gives an error.
      for (let written = 0; written < bytes.length;) written += writeSync(this.#descriptor, bytes, written, bytes.length - written);
    });
  }
}

/** Writes a small file whole, synced. */
export function writeWhole(path: string, text: string): string {
  const file = new TableFile(path);
  file.write(text);
  return file.finish();
}

/** Makes renames and new names in a folder last. */
export function syncFolder(folder: string): void {
  // Windows has no such call.
  if (process.platform === 'win32') return;
  onDisk(folder, () => {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  });
}
