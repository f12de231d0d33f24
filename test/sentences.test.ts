import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../src/pipeline/sentences.ts';

function sentences(text: string): readonly string[] {
  return splitSentences(text, 0, text.length).map(({ start, end }) => text.slice(start, end));
}

describe('splitSentences', () => {
  it.each([
    ['No. 1 is Hefei. It cost Rs. 500 crore.', ['No. 1 is Hefei.', 'It cost Rs. 500 crore.']],
    ['He said no. Then he left.', ['He said no.', 'Then he left.']],
    ['Made in the U.S. last year. In the U.S. The list grew.', ['Made in the U.S. last year.', 'In the U.S.', 'The list grew.']],
    ['Fargo, N.D. (26th), Sioux Falls, S.D. (34th).', ['Fargo, N.D. (26th), Sioux Falls, S.D. (34th).']],
    [
      'Washington, D.C. has 3.5 million people. St. Petersburg is next.',
      ['Washington, D.C. has 3.5 million people.', 'St. Petersburg is next.'],
    ],
    [
      'Bernard J. Zapor met Dr. Smith of Apple Inc. on Nov. 17. He won.',
      ['Bernard J. Zapor met Dr. Smith of Apple Inc. on Nov. 17.', 'He won.'],
    ],
    ['It opened at 5:30 a.m. The runners came.', ['It opened at 5:30 a.m.', 'The runners came.']],
    ['"Is it so?" he asked. "Yes." (He was.) Good!', ['"Is it so?" he asked.', '"Yes."', '(He was.)', 'Good!']],
    ["It's ..... Boston, Massachusetts. Fresno... Then Houston.", ["It's ..... Boston, Massachusetts.", 'Fresno...', 'Then Houston.']],
    ['10. Hefei leads. In 2021. 16 are cities.', ['10. Hefei leads.', 'In 2021.', '16 are cities.']],
    ['Hills inside the area.Plain and lake follow.', ['Hills inside the area.', 'Plain and lake follow.']],
    ['第一名是上海。第二名是北京！', ['第一名是上海。', '第二名是北京！']],
    ['Yahoo! Japan ranked it first.', ['Yahoo! Japan ranked it first.']],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('covers all but white space, in order, inside the span', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('.', ' ', 'A', 'b', '!', '"', '1', '\n', '。', ')') }), fc.nat(5), (text, start) => {
        const from = Math.min(start, text.length);
        const spans = splitSentences(text, from, text.length);
        const outside = spans
          .reduce((rest, span) => rest.slice(0, span.start) + ' '.repeat(span.end - span.start) + rest.slice(span.end), text)
          .slice(from);
        expect(outside.trim()).toBe('');
        spans.forEach((span, index) => {
          expect(span.start).toBeLessThan(span.end);
          expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? from);
        });
      }),
    );
  });
});
