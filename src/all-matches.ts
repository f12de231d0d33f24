/**
 * As `text.matchAll(expression)`, which makes the expression anew for each text: that costs more than most searches. `expression` is
 * global and searches no other text before the last match is taken.
 */
export function* allMatches(expression: RegExp, text: string): Generator<RegExpExecArray> {
  expression.lastIndex = 0;
  for (let found = expression.exec(text); found !== null; found = expression.exec(text)) {
    yield found;
    if (found[0] === '') expression.lastIndex += 1;
  }
}
