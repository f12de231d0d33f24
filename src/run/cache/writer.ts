import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { ArticleRows } from '../rows.ts';
import { BufferedFile, onDisk, syncFolder } from '../table-file.ts';
import { entryLine, headLine, type Entry, type Head } from './entry.ts';
import type { Known } from './index.ts';

/** Bytes of index that wait: rows are written before the lines that name them, so that a killed run leaves no line without rows. */
const WAITING_BYTES = 32 * 1024;

/** Writes the index of a run, and the rows that are not there yet. Nothing of the old index is touched before `commit`. */
export class CacheWriter {
  readonly #folder: string;
  readonly #head: Head;
  readonly #rows: BufferedFile;
  readonly #index: BufferedFile;
  #size: number;
  #waiting = 0;
  documents = 0;
  /** Bytes of rows that the index names. */
  live = 0;

  constructor(folder: string, head: Head) {
    this.#folder = folder;
    this.#head = head;
    const path = join(folder, head.rows);
    this.#size = existsSync(path) ? statSync(path).size : 0;
    this.#rows = new BufferedFile(path, 'a');
    this.#index = new BufferedFile(join(folder, 'index.next'));
    this.#index.write(headLine(head));
  }

  put(rows: ArticleRows, about: Pick<Entry, 'size' | 'mtime' | 'container' | 'beside'>): void {
    const { bytes, ...outcome } = rows;
    this.#line({ ...outcome, ...about, offset: this.#size, crc: crc32(bytes) });
    this.#append(bytes);
  }

  /** An entry as it was, but for its seal; `bytes` gives its rows where they are in another file. */
  keep({ entry, rows }: Known, seal: Pick<Entry, 'size' | 'mtime'>, bytes: () => Uint8Array): void {
    if (rows === this.#head.rows) this.#line({ ...entry, ...seal });
    else {
      this.#line({ ...entry, ...seal, offset: this.#size });
      this.#append(bytes());
    }
  }

  /** Puts the index in the place of the old one; what nothing names any more is deleted. */
  commit(): void {
    this.#rows.end();
    this.#index.end();
    onDisk(this.#folder, () => {
      renameSync(join(this.#folder, 'index.next'), join(this.#folder, 'index'));
      for (const name of readdirSync(this.#folder))
        if (/^(?:part-\d+|rows\.\d+)$/.test(name) && name !== this.#head.rows) rmSync(join(this.#folder, name));
    });
    syncFolder(this.#folder);
  }

  close(): void {
    this.#rows.flush();
    this.#rows.close();
    this.#index.flush();
    this.#index.close();
  }

  #line(entry: Entry): void {
    const line = entryLine(entry);
    this.documents += 1;
    this.live += entry.lengths.reduce((sum, one) => sum + one, 0);
    this.#index.write(line);
    this.#waiting += line.length;
  }

  #append(bytes: Uint8Array): void {
    this.#rows.write(bytes);
    this.#size += bytes.length;
  }

  /** Called between articles. */
  flush(): void {
    if (this.#waiting < WAITING_BYTES) return;
    this.#rows.flush();
    this.#index.flush();
    this.#waiting = 0;
  }
}
