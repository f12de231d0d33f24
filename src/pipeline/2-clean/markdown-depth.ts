const CONTAINER = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

/**
 * Deepest nesting of quotes and lists that `text` can have, by the marks that begin its lines: `- - - x` has three, and an
 * indented mark stands inside the marks of the lines above that stand further left.
 */
export function markdownDepth(text: string): number {
  let deepest = 0;
  const columns: number[] = [];
  let from = 0;
  while (from < text.length) {
    const found = text.indexOf('\n', from);
    const end = found < 0 ? text.length : found;
    let at = from;
    let marks = 0;
    for (;;) {
      CONTAINER.lastIndex = at;
      const match = at < end ? CONTAINER.exec(text) : null;
      if (match === null || at + match[0].length > end) break;
      const column = at - from + match[0].length - 1;
      if (marks === 0) while ((columns.at(-1) ?? -1) >= column) columns.pop();
      columns.push(column);
      marks += 1;
      at += match[0].length;
    }
    deepest = Math.max(deepest, columns.length);
    if (marks === 0 && /\S/.test(text[from] ?? '')) columns.length = 0;
    from = end + 1;
  }
  return deepest;
}

/**
 * Most brackets `[` that are open at once in a paragraph, as far as it has as many marks of emphasis: each alone is quick to parse. A
 * blank line ends a paragraph, and what was open in it.
 */
export function openBrackets(text: string): number {
  let most = 0;
  let open = 0;
  let deepest = 0;
  let marks = 0;
  let isBlank = true;
  for (let at = 0; at <= text.length; at += 1) {
    const unit = text[at] ?? '\n';
    if (unit === '\n') {
      most = Math.max(most, Math.min(deepest, marks));
      if (isBlank) [open, deepest, marks] = [0, 0, 0];
      isBlank = true;
      continue;
    }
    if (unit === '[') open += 1;
    else if (unit === ']' && open > 0) open -= 1;
    else if (unit === '*' || unit === '_' || unit === '~') marks += 1;
    deepest = Math.max(deepest, open);
    if (unit !== ' ' && unit !== '\t' && unit !== '\r') isBlank = false;
  }
  return most;
}
