/**
 * Text that knows its bytes.
 *
 * Two levels: a `DecodedFile` is the whole article as a string, each UTF-16 unit of it tied to its bytes; a `SourceText` is
 * what cleaners made of it, each run of it tied to a stretch of the decoded file. Cleaners only keep, replace or drop
 * stretches, so positions are carried along and never searched for afterwards.
 */

/** A half-open range. The unit (UTF-16 units of which text, or bytes) is said where it is used. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An article's bytes as a string. `text` has no byte-order mark; offsets of `text` are UTF-16 units. */
export interface DecodedFile {
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Lower-case name of the encoding, such as `utf-8` or `windows-1252`. */
  readonly encoding: string;
  /** True where the encoding was neither marked, declared, nor the only one possible. */
  readonly guessed: boolean;
  /** Byte offset at which the UTF-16 unit `unit` begins; both units of a surrogate pair give the same. `unit` may be `text.length`. */
  readonly byteAt: (unit: number) => number;
}

/** A stretch of a `SourceText` and the stretch of the decoded file behind it (UTF-16 units on both sides). */
export interface Run {
  readonly start: number;
  readonly sourceStart: number;
  readonly sourceEnd: number;
  /** `verbatim`: unit for unit the same. `replaced`: the whole stands for the whole ("&amp;" → "&", a separator for nothing). */
  readonly kind: 'verbatim' | 'replaced';
}

export class SourceText {
  readonly file: DecodedFile;
  readonly text: string;
  readonly runs: readonly Run[];

  constructor(file: DecodedFile, text: string, runs: readonly Run[]) {
    this.file = file;
    this.text = text;
    this.runs = runs;
  }

  static whole(file: DecodedFile): SourceText {
    const runs: Run[] = file.text.length > 0 ? [{ start: 0, sourceStart: 0, sourceEnd: file.text.length, kind: 'verbatim' }] : [];
    return new SourceText(file, file.text, runs);
  }

  /** The smallest stretch of the decoded file (UTF-16 units) behind `start`..`end` of this text. */
  sourceSpan(start: number, end: number): Span {
    if (start < 0 || end > this.text.length || start > end) {
      throw new RangeError(`expected a span inside 0..${this.text.length}, got ${start}..${end}`);
    }
    const first = this.#runAt(start);
    if (first === undefined) return { start: this.file.text.length, end: this.file.text.length };
    const from = first.kind === 'verbatim' ? first.sourceStart + (start - first.start) : first.sourceStart;
    if (start === end) return { start: from, end: from };
    const last = this.#runAt(end - 1) ?? first;
    const to = last.kind === 'verbatim' ? last.sourceStart + (end - last.start) : last.sourceEnd;
    return { start: from, end: to };
  }

  /** The bytes of the file (half-open) behind `start`..`end` of this text. */
  byteSpan(start: number, end: number): Span {
    const source = this.sourceSpan(start, end);
    return { start: this.file.byteAt(source.start), end: this.file.byteAt(source.end) };
  }

  /** The file's own text behind `start`..`end` of this text, markup and all. */
  quote(start: number, end: number): string {
    const source = this.sourceSpan(start, end);
    return this.file.text.slice(source.start, source.end);
  }

  #runAt(unit: number): Run | undefined {
    let low = 0;
    let high = this.runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.runs[middle]?.start ?? 0) <= unit) low = middle;
      else high = middle - 1;
    }
    return this.runs[low];
  }
}

/** Builds a cleaned text from another, left to right. Lives inside one function; only its result leaves. */
export class SourceTextBuilder {
  readonly #from: SourceText;
  readonly #parts: string[] = [];
  readonly #runs: Run[] = [];
  #length = 0;

  constructor(from: SourceText) {
    this.#from = from;
  }

  /** UTF-16 units written so far. */
  get length(): number {
    return this.#length;
  }

  /** Takes `start`..`end` of the text cleaned from as it is. */
  keep(start: number, end: number): void {
    if (start >= end) return;
    const runs = this.#from.runs;
    let low = 0;
    let high = runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((runs[middle]?.start ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    for (let index = low; index < runs.length; index += 1) {
      const run = runs[index];
      if (run === undefined || run.start >= end) break;
      const runEnd = runs[index + 1]?.start ?? this.#from.text.length;
      const from = Math.max(start, run.start);
      const to = Math.min(end, runEnd);
      if (from >= to) continue;
      if (run.kind === 'verbatim')
        this.#push(run.sourceStart + (from - run.start), run.sourceStart + (to - run.start), 'verbatim', to - from);
      else this.#push(run.sourceStart, run.sourceEnd, 'replaced', to - from);
    }
    this.#parts.push(this.#from.text.slice(start, end));
  }

  /** Writes `text` in place of `start`..`end` of the text cleaned from; `start === end` for a separator that stands for nothing. */
  replace(start: number, end: number, text: string): void {
    if (text === '') return;
    const source = this.#from.sourceSpan(start, end);
    this.#push(source.start, source.end, 'replaced', text.length);
    this.#parts.push(text);
  }

  build(): SourceText {
    return new SourceText(this.#from.file, this.#parts.join(''), this.#runs);
  }

  #push(sourceStart: number, sourceEnd: number, kind: Run['kind'], length: number): void {
    const last = this.#runs.at(-1);
    const joins = last?.kind === 'verbatim' && kind === 'verbatim' && last.sourceEnd === sourceStart;
    if (last !== undefined && joins) this.#runs[this.#runs.length - 1] = { ...last, sourceEnd };
    else this.#runs.push({ start: this.#length, sourceStart, sourceEnd, kind });
    this.#length += length;
  }
}
