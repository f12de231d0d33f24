import type { DropReason } from '../../types.ts';
import { textOf, type HtmlElement } from './html-tree.ts';
import { judgeHeading } from './vocabulary.ts';

/** Longest text that heads a box of related headlines: "More news from Styria". */
const LONGEST_LABEL = 50;

/** A box whose first words are "Most read" holds what is most read. */
export function labelReason(source: string, element: HtmlElement, body: HtmlElement): DropReason | undefined {
  if (element.type.inline || element.letters < 20 || element.prose > body.prose * 0.3 || /^(?:h[1-6]|p|li|td|tr|table)$/.test(element.name))
    return undefined;
  let first: HtmlElement = element;
  for (;;) {
    const inner = first.children.find((child) => (child.kind === 'text' ? child.letters > 0 : child.letters > 0 && child.type.seen));
    if (inner === undefined || inner.kind === 'text') break;
    first = inner;
    if (first.letters <= LONGEST_LABEL) break;
  }
  if (first.letters > LONGEST_LABEL || first.letters === 0 || first.letters === element.letters) return undefined;
  const verdict = judgeHeading(textOf(source, first));
  return verdict === undefined || verdict.reach === 'line' ? undefined : verdict.reason;
}
