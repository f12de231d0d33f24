import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOne } from '../src/run/articles.ts';
import { loadEngine } from '../src/run/engine.ts';
import { SourceText, SourceTextBuilder } from '../src/source-text.ts';
import { STATUSES } from '../src/schema.ts';
import { fileOf } from './helpers/clean.ts';

const engine = await loadEngine();

/** Bytes that are nothing, that nearly are text, and text with what rules look for. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.uint8Array({ maxLength: 200, min: 0x20 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '1. Hefei\n',
          'Hefei ranked 10th.',
          'Wuhan has 7 million people. ',
          '<ol><li>Paris',
          '| 1 | Rome |\n',
          '\n\n',
          '&#8217;',
          'â€™',
          '# ',
        ),
        fc.string({ unit: 'binary', maxLength: 8 }),
      ),
      { maxLength: 20 },
    )
    .map((parts) => Buffer.from(parts.join(''))),
);

describe('any bytes at all', () => {
  it.each(['a.txt', 'a.md', 'a.html'])(
    'given as %s end in rows or in a named status',
    (source) => {
      fc.assert(
        fc.property(bytes, (content) => {
          const { document } = readOne(content, source, engine);
          expect(STATUSES).toContain(document.status);
          expect([document.error, document.status]).not.toContain('internal-error');
        }),
        { numRuns: 300 },
      );
    },
    60_000,
  );
});

/** A cleaning: stretches of the text before, kept, dropped, or replaced by a word. */
const cleaning = fc.array(fc.tuple(fc.nat(5), fc.constantFrom('keep', 'drop', 'replace')), { minLength: 1, maxLength: 12 });
type Cleaning = readonly (readonly [number, string])[];

function clean(from: SourceText, steps: Cleaning): SourceText {
  const builder = new SourceTextBuilder(from);
  let at = 0;
  for (const [length, what] of steps) {
    const end = Math.min(from.text.length, at + length);
    if (what === 'keep') builder.keep(at, end);
    else if (what === 'replace') builder.replace(at, end, 'xy');
    at = end;
  }
  builder.keep(at, from.text.length);
  return builder.build();
}

describe('cleanings', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((written) => /\S/.test(written) && !/[\p{Cc}\ufeff]/u.test(written));

  it('in a row lead back to the file: what is kept reads as itself, and bytes never run backwards', () => {
    fc.assert(
      fc.property(text, cleaning, cleaning, (written, first, second) => {
        const twice = clean(clean(SourceText.whole(fileOf(written)), first), second);
        let byte = 0;
        for (let unit = 0; unit < twice.text.length; unit += 1) {
          const { start } = twice.byteSpan(unit, unit + 1);
          expect(start).toBeGreaterThanOrEqual(byte);
          byte = start;
        }
        twice.runs.forEach((run, index) => {
          const end = twice.runs[index + 1]?.start ?? twice.text.length;
          if (run.kind === 'verbatim') expect(twice.text.slice(run.start, end)).toBe(written.slice(run.sourceStart, run.sourceEnd));
        });
      }),
    );
  });

  it('are associative: one over the other leads where each on its own leads, one after the other', () => {
    fc.assert(
      fc.property(text, cleaning, cleaning, (written, first, second) => {
        const once = clean(SourceText.whole(fileOf(written)), first);
        const twice = clean(once, second);
        const alone = clean(SourceText.whole({ ...fileOf('x'), text: once.text }), second);
        expect(twice.text).toBe(alone.text);
        for (let unit = 0; unit < twice.text.length; unit += 1) {
          const between = alone.sourceSpan(unit, unit + 1);
          expect(twice.sourceSpan(unit, unit + 1)).toEqual(once.sourceSpan(between.start, between.end));
        }
      }),
    );
  });
});
