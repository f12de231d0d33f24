import { createHash, type Hash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { MachineError, messageOf } from '../failures.ts';

// 32 MB in writes of 4, 16, 64 and 256 KB took 127, 50, 32 and 31 ms.
const BUFFER_BYTES = 64 * 1024;

/** Runs what touches the disk; an error of the system becomes a `MachineError` that names the file. */
export function onDisk<Result>(path: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw new MachineError(`${path}: expected to write it, got "${messageOf(error)}"`, { cause: error });
  }
}

/** A file written from start to end through a buffer of its own: what is handed to it is not held. */
export class BufferedFile {
  readonly path: string;
  readonly #descriptor: number;
  readonly #buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  #used = 0;
  #open = true;

  /** `flags` as of `openSync`. */
  constructor(path: string, flags: 'w' | 'a' = 'w') {
    this.path = path;
    this.#descriptor = onDisk(path, () => openSync(path, flags));
  }

  write(content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    if (this.#used + bytes.length > BUFFER_BYTES) this.flush();
    if (bytes.length > BUFFER_BYTES) this.put(bytes);
    else {
      this.#buffer.set(bytes, this.#used);
      this.#used += bytes.length;
    }
  }

  flush(): void {
    if (this.#used > 0) this.put(this.#buffer.subarray(0, this.#used));
    this.#used = 0;
  }

  /** Writes the rest, syncs it to the disk and closes the file. */
  end(): void {
    this.flush();
    onDisk(this.path, () => fsyncSync(this.#descriptor));
    this.close();
  }

  /** Closes the file as it is; without `end` it is for its owner to delete. */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    onDisk(this.path, () => closeSync(this.#descriptor));
  }

  protected put(bytes: Uint8Array): void {
    onDisk(this.path, () => {
      // A disk that fills up gives a short count before it gives an error.
      for (let written = 0; written < bytes.length;) written += writeSync(this.#descriptor, bytes, written, bytes.length - written);
    });
  }
}

/** A file with the SHA-256 of what was written. */
export class TableFile extends BufferedFile {
  readonly #hash: Hash = createHash('sha256');

  protected override put(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    super.put(bytes);
  }

  /** As `end`; returns the SHA-256 of the file. */
  finish(): string {
    this.end();
    return this.#hash.digest('hex');
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
