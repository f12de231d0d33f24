import type { Cell } from '../../types.ts';
import { PieceWriter, type Piece } from './draft.ts';

interface Written {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Writes the cells of one row with " | " between them; a cell without words is left out, its column stays free. */
export class RowWriter {
  readonly #writer: PieceWriter;
  readonly #cells: Cell[] = [];

  constructor(source: string) {
    this.#writer = new PieceWriter(source);
  }

  add({ text, pieces }: Written, cell: Omit<Cell, 'start' | 'end'>): void {
    const first = pieces[0];
    if (text === '' || first === undefined) return;
    if (this.#writer.length > 0) this.#writer.separate(first.start, ' | ');
    const start = this.#writer.length;
    this.#writer.add(pieces);
    this.#cells.push({ ...cell, start, end: this.#writer.length });
  }

  finish(): Written & { readonly raw: string; readonly cells: readonly Cell[] } {
    const written = this.#writer.finish();
    return { ...written, raw: written.text, cells: this.#cells };
  }
}
