import { dropReason } from './html-drop.ts';
import { attribute, findElements, type HtmlElement } from './html-tree.ts';

/** Letters of its own that make an element a paragraph for the search of the article. */
const SHORTEST_PARAGRAPH = 40;
/** The article's element holds this share of the prose of the element around it. */
const SHARE_OF_PROSE = 0.75;

/**
 * The element that holds the article: the innermost one with most of the page's prose. Prose is what stands in paragraphs outside
 * of links, boilerplate by name or class left out; so related headlines, menus and footers weigh nothing.
 */
export function findMain(body: HtmlElement): HtmlElement {
  const prose = weighProse(body);
  const weight = (element: HtmlElement): number => prose.get(element) ?? 0;
  const marked = findElements(body, (element) => element.name === 'article' || element.name === 'main' || /articlebody/i.test(attribute(element, 'itemprop')))
    .filter((element) => weight(element) > weight(body) * 0.5);
  let main = marked.reduce((best, element) => (weight(element) > weight(best) * 0.8 ? element : best), marked[0] ?? body);
  for (;;) {
    const inner = main.children.find((child) => child.kind === 'element' && weight(child) > weight(main) * SHARE_OF_PROSE);
    if (inner === undefined || inner.kind === 'text' || isLeaf(inner)) return main;
    main = inner;
  }
}

function isLeaf(element: HtmlElement): boolean {
  return ['p', 'li', 'td', 'tr', 'tbody', 'table', 'ul', 'ol', 'dl', 'blockquote', 'pre', 'figure', 'span', 'font', 'h1', 'h2', 'h3'].includes(element.name);
}

/** Letters of prose in each element: of paragraphs, of table cells and items a part. */
function weighProse(body: HtmlElement): ReadonlyMap<HtmlElement, number> {
  const weights = new Map<HtmlElement, number>();
  const visit = (element: HtmlElement): number => {
    if (element !== body && dropReason(element, body) !== undefined) return 0;
    let own = 0;
    let inside = 0;
    for (const child of element.children) {
      if (child.kind === 'text') own += child.letters;
      else if (isParagraphPart(child)) own += child.letters - (child.name === 'a' ? child.letters : child.linked);
      else inside += visit(child);
    }
    const weight = (own >= SHORTEST_PARAGRAPH ? own : own * 0.2) * (element.name === 'p' ? 1.3 : 1) + inside;
    weights.set(element, weight);
    return weight;
  };
  visit(body);
  return weights;
}

function isParagraphPart(element: HtmlElement): boolean {
  return ['a', 'b', 'strong', 'i', 'em', 'span', 'font', 'u', 'small', 'sup', 'sub', 'abbr', 'time', 'mark', 'q', 'cite', 'code', 'big'].includes(element.name);
}
