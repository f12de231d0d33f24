import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceText, SourceTextBuilder } from '../src/source-text.ts';
import { fileOf } from './helpers/clean.ts';

describe('SourceText', () => {
  it('leads from a cleaned text back to the bytes', () => {
    const file = fileOf('é **Xi&amp;an** 🏙!');
    const builder = new SourceTextBuilder(SourceText.whole(file));
    builder.keep(4, 6);
    builder.replace(6, 11, '&');
    builder.keep(11, 13);
    builder.replace(13, 13, '\n\n');
    builder.keep(16, 19);
    const source = builder.build();
    expect(source.text).toBe('Xi&an\n\n🏙!');
    expect(source.quote(0, 5)).toBe('Xi&amp;an');
    expect(source.byteSpan(2, 3)).toEqual({ start: 7, end: 12 });
    // Any part of a replaced run stands for all of it; each half of an emoji for its four bytes.
    expect(source.sourceSpan(2, 3)).toEqual({ start: 6, end: 11 });
    expect(source.byteSpan(7, 9)).toEqual({ start: 17, end: 21 });
  });

  it('refuses spans outside', () => {
    const source = SourceText.whole(fileOf('abc'));
    expect(() => source.sourceSpan(2, 4)).toThrow('expected a span inside 0..3, got 2..4');
    expect(() => source.sourceSpan(2, 1)).toThrow(RangeError);
  });

  it('cleans a cleaned text without losing the way', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.constantFrom('a', 'bc', '&amp;', '🏙', 'é\n')), { minLength: 1, maxLength: 20 }),
        (parts) => {
          const file = fileOf(`x${parts.map(([, part]) => part).join('')}`);
          const first = new SourceTextBuilder(SourceText.whole(file));
          first.keep(0, 1);
          let at = 1;
          for (const [kept, part] of parts) {
            if (part === '&amp;') first.replace(at, at + part.length, '&');
            else if (kept) first.keep(at, at + part.length);
            at += part.length;
          }
          const once = first.build();
          const second = new SourceTextBuilder(once);
          second.keep(0, once.text.length);
          const twice = second.build();
          expect(twice.text).toBe(once.text);
          for (let unit = 0; unit < once.text.length; unit += 1)
            expect(twice.byteSpan(unit, unit + 1)).toEqual(once.byteSpan(unit, unit + 1));
        },
      ),
    );
  });
});
