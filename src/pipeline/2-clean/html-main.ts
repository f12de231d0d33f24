import type { DropJudge } from './html-drop.ts';
import { attribute, findElements, textOf, type HtmlElement } from './html-tree.ts';

/** Letters of its own that make an element a paragraph for the search of the article. */
const SHORTEST_PARAGRAPH = 40;
/** The article's element holds this share of the prose of the element around it. */
const SHARE_OF_PROSE = 0.75;
/** Letters of prose behind the headline; with fewer the headline is not above the article. */
const FEWEST_LETTERS = 200;

/**
 * The element that holds the article: the innermost one with most of the page's prose. Prose is what stands in paragraphs outside
 * of links and behind the headline, boilerplate by name or class left out; so menus, related headlines and footers weigh nothing.
 */
export function findMain(body: HtmlElement, headline: HtmlElement | undefined, dropReason: DropJudge): HtmlElement {
  const behind = weighProse(body, headline?.end ?? 0, dropReason);
  const prose = (behind[body.index] ?? 0) >= FEWEST_LETTERS ? behind : weighProse(body, 0, dropReason);
  const weight = ({ index }: HtmlElement): number => prose[index] ?? 0;
  const marked = findElements(
    body,
    (element) => element.name === 'article' || element.name === 'main' || /articlebody/i.test(attribute(element, 'itemprop')),
  ).filter((element) => weight(element) > weight(body) * 0.5);
  let main = marked.reduce((best, element) => (weight(element) > weight(best) * 0.8 ? element : best), marked[0] ?? body);
  for (;;) {
    const inner = main.children.find((child) => child.kind === 'element' && weight(child) > weight(main) * SHARE_OF_PROSE);
    if (inner === undefined || inner.kind === 'text' || isLeaf(inner)) return main;
    main = inner;
  }
}

function isLeaf(element: HtmlElement): boolean {
  return [
    'p',
    'li',
    'td',
    'tr',
    'tbody',
    'table',
    'ul',
    'ol',
    'dl',
    'blockquote',
    'pre',
    'figure',
    'span',
    'font',
    'h1',
    'h2',
    'h3',
  ].includes(element.name);
}

/** Letters of prose behind `from` in each element, by its index: of paragraphs, of table cells and items a part. */
function weighProse(body: HtmlElement, from: number, dropReason: DropJudge): readonly number[] {
  const weights: number[] = [];
  const visit = (element: HtmlElement): number => {
    if (element.end <= from || (element !== body && dropReason(element) !== undefined)) return 0;
    let own = 0;
    let inside = 0;
    for (const child of element.children) {
      if (child.end <= from) continue;
      if (child.kind === 'text') own += child.letters;
      else if (isParagraphPart(child)) own += child.letters - (child.name === 'a' ? child.letters : child.linked);
      else inside += visit(child);
    }
    const weight = (own >= SHORTEST_PARAGRAPH ? own : own * 0.2) * (element.name === 'p' ? 1.3 : 1) + inside;
    weights[element.index] = weight;
    return weight;
  };
  visit(body);
  return weights;
}

function isParagraphPart(element: HtmlElement): boolean {
  return [
    'a',
    'b',
    'strong',
    'i',
    'em',
    'span',
    'font',
    'u',
    'small',
    'sup',
    'sub',
    'abbr',
    'time',
    'mark',
    'q',
    'cite',
    'code',
    'big',
  ].includes(element.name);
}

/** The heading that says the same as one of the page's titles, else the first of the first level. */
export function findHeadline(source: string, body: HtmlElement, titles: readonly string[], dropReason: DropJudge): HtmlElement | undefined {
  let best: HtmlElement | undefined;
  let bestScore = 0;
  for (const element of findElements(body, ({ name }) => name === 'h1' || name === 'h2' || name === 'h3')) {
    const text = textOf(source, element);
    const reason = dropReason(element);
    if (text === '' || reason === 'hidden' || reason === 'comments') continue;
    const alike = Math.max(...titles.map((title) => likeness(text, title)));
    const score = alike * 3 + (element.name === 'h1' ? 1.2 : alike < 0.5 ? -2 : 0) - element.linked / Math.max(1, element.letters);
    if (score > bestScore) {
      best = element;
      bestScore = score;
    }
  }
  return best;
}

/** Share of their words that `heading` and `title` have in common: 1 for the same words, little for a site's name in a title. */
function likeness(heading: string, title: string): number {
  const words = new Set(title.toLowerCase().match(/[\p{L}\d]+/gu) ?? []);
  const own = new Set(heading.toLowerCase().match(/[\p{L}\d]+/gu) ?? []);
  const common = [...own].filter((word) => words.has(word)).length;
  return (2 * common) / Math.max(1, own.size + words.size);
}
