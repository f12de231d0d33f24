import type { DropReason } from '../../types.ts';
import { attribute, type HtmlElement } from './html-tree.ts';

/*
 * Which elements are no part of the article, whatever they say. Certain signs first (the element's kind, that it is hidden, its
 * role), then the words of its class and id, which are a guess and never take away half of the page.
 */

const BY_NAME: Readonly<Record<string, DropReason>> = {
  script: 'markup',
  style: 'markup',
  template: 'markup',
  noscript: 'hidden',
  svg: 'image',
  math: 'markup',
  iframe: 'markup',
  object: 'markup',
  embed: 'markup',
  canvas: 'image',
  audio: 'image',
  video: 'image',
  map: 'image',
  nav: 'navigation',
  menu: 'navigation',
  button: 'navigation',
  select: 'navigation',
  textarea: 'navigation',
  input: 'navigation',
  dialog: 'cookie',
  footer: 'footer',
  aside: 'related',
  head: 'metadata',
  'amp-ad': 'advert',
  ins: 'advert',
};

const BY_ROLE: Readonly<Record<string, DropReason>> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  toolbar: 'navigation',
  search: 'navigation',
  banner: 'navigation',
  tablist: 'navigation',
  dialog: 'cookie',
  alertdialog: 'cookie',
  contentinfo: 'footer',
  complementary: 'related',
};

const HIDDEN_STYLE = /display ?: ?none|visibility ?: ?hidden/i;

/** Words of a class or id, small letters, words parted by blanks: "post-comments__list" is "post comments list". */
const BY_CLASS: readonly (readonly [DropReason, RegExp])[] = [
  ['comments', /\b(?:comments?|commentlist|disqus|respond|discussion|replies|livefyre|fb comments)\b/],
  ['cookie', /\b(?:cookies?|gdpr|consent|ck|onetrust|cmp)\b/],
  [
    'advert',
    /\b(?:ads?|adslot|adunit|advert|adverts|advertisement|adsense|advertorial|sponsored?|sponsors|outbrain|taboola|dfp|gpt|mpu|google auto placed|banner ad|promoted)\b/,
  ],
  [
    'related',
    /\b(?:related|relateds|recommend(?:ed|ation|ations)?|more (?:news|stories|articles|from|links|on|posts)|other (?:news|posts|articles)|trending|popular|most (?:read|viewed|popular|commented|shared)|mostread|mostviewed|latest (?:news|posts|stories)|recent (?:posts|news|articles)|read (?:more|next|also)|readmore|also (?:like|read)|see also|teasers?|promos?|next (?:post|article|up)|prev(?:ious)? (?:post|article)|post navigation|up next|yarpp|jp relatedposts|zergnet|crosslinks?|inline link)\b/,
  ],
  [
    'navigation',
    /\b(?:nav|navs|navbar|navigation|menu|menus|submenu|breadcrumbs?|crumbs?|pagination|pager|pages|toolbar|topbar|skip|share|shares|sharing|shareto|sharedaddy|social|socials|addtoany|addthis|follow|newsletter|subscribe|subscription|subscriber|signup|sign up|login|paywall|popup|modal|overlay|lightbox|search|searchform|ticker|totop|back to top|print|printfriendly|toc|hamburger|masthead|langs?|language switcher|tools|controls|weather|widget area|donate|donation)\b/,
  ],
  ['related', /\b(?:sidebar|side bar|sidebars|rail|right col(?:umn)?|left col(?:umn)?|widgets?|rhs|aside)\b/],
  ['footer', /\b(?:footer|foot|bottom|copyright|colophon|legal|disclaimer|site info|imprint)\b/],
  [
    'metadata',
    /\b(?:tags|tag list|taglist|tag cloud|keywords|post tags|entry tags|article tags|categories|post meta bottom|author (?:bio|box|info|card|profile)|about (?:the )?author|authorbox|vcard bio)\b/,
  ],
  ['hidden', /\b(?:sr only|visually hidden|visuallyhidden|screen reader text|screenreader|hidden|hide|invisible|element invisible|a11y)\b/],
  ['image', /\b(?:photo credit|image credit|credit line|media credit)\b/],
];

const ANY_CLASS = new RegExp(BY_CLASS.map(([, pattern]) => pattern.source).join('|'));

/** Words that say the article is inside, whatever else the class says: "article-body has-sidebar". */
const CONTENT =
  /\b(?:article (?:body|content|text|main)|articlebody|entry content|post (?:content|body)|story (?:body|content|text)|body (?:text|content|copy)|main content|content main|maincontent|contenido|page content|article)\b/;

/** A guess does not take away an element that holds this share of the page's prose, or of its letters where it has little prose. */
const LARGEST_GUESS = 0.4;
const LITTLE_PROSE = 600;

const GUESSES_BY_NAME = new Set(['footer', 'aside', 'ins', 'nav', 'menu', 'button', 'noscript']);

/** Why an element is dropped with all that is in it; undefined if nothing speaks against it. */
export type DropJudge = (element: HtmlElement) => DropReason | undefined;

/** Judges the elements of `page`, the element around all, each of them once: main, headline and blocks all ask. */
export function judgeDrops(page: HtmlElement): DropJudge {
  // By index: as keys of a map, elements would each be given a hash.
  const known: (DropReason | 'none' | undefined)[] = [];
  const byClass = new Map<string, DropReason | undefined>();
  return (element) => {
    const reason = (known[element.index] ??= dropReason(element, page, byClass) ?? 'none');
    return reason === 'none' ? undefined : reason;
  };
}

type ByClass = Map<string, DropReason | undefined>;

function dropReason(element: HtmlElement, page: HtmlElement, byClass: ByClass): DropReason | undefined {
  const { name } = element;
  const large = page.prose < LITTLE_PROSE ? element.letters > page.letters * LARGEST_GUESS : element.prose > page.prose * LARGEST_GUESS;
  const byName = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
  if (byName !== undefined && !(large && GUESSES_BY_NAME.has(name))) return byName;
  if (large || name === 'body' || name === 'html') return undefined;
  return attributeReason(element, byClass) ?? (isTeaserList(element) ? 'related' : undefined);
}

function attributeReason(element: HtmlElement, byClass: ByClass): DropReason | undefined {
  if (element.attributes === undefined) return undefined;
  if (element.attributes.has('hidden') || attribute(element, 'aria-hidden') === 'true' || HIDDEN_STYLE.test(attribute(element, 'style')))
    return 'hidden';
  const role = attribute(element, 'role').toLowerCase();
  if (Object.hasOwn(BY_ROLE, role)) return BY_ROLE[role];
  const reason = element.name === 'form' ? 'navigation' : classReason(element, byClass);
  return reason === 'navigation' && isProse(element) ? undefined : reason;
}

/** Letters of prose that no menu and no form of a search has: those of an article behind a paywall, of a product in a form. */
const MUCH_PROSE = 400;

function isProse({ prose, letters }: HtmlElement): boolean {
  return prose >= MUCH_PROSE && prose >= letters * 0.7;
}

/** Entries that make a list of other articles, letters of its longest entry and of the shortest link that is a headline. */
const FEWEST_TEASERS = 3;
const LONGEST_TEASER = 600;
const SHORTEST_HEADLINE = 25;

/**
 * Boxes of one kind side by side, each with a link as long as a headline: other articles with their first words. Numbered lists and
 * tables are none.
 */
function isTeaserList(element: HtmlElement): boolean {
  if (element.linked < FEWEST_TEASERS * SHORTEST_HEADLINE || element.linked < element.letters * 0.15) return false;
  if (['ol', 'table', 'tbody', 'tr', 'p', 'dl', 'body', 'main', 'article'].includes(element.name)) return false;
  const boxes = element.children.filter(
    (child): child is HtmlElement => child.kind === 'element' && child.letters > 0 && !child.type.inline,
  );
  const first = boxes[0];
  if (first === undefined || boxes.length < FEWEST_TEASERS || first.name === 'p' || first.type.heading > 0) return false;
  const alike = boxes.filter(
    (box) => box.name === first.name && (box.name === 'li' || attribute(box, 'class') === attribute(first, 'class')),
  );
  if (alike.length < FEWEST_TEASERS || alike.length < boxes.length * 0.8) return false;
  const teasers = alike.filter((box) => box.linked >= SHORTEST_HEADLINE && box.letters <= LONGEST_TEASER);
  return teasers.length >= alike.length * 0.8;
}

function classReason(element: HtmlElement, byClass: ByClass): DropReason | undefined {
  if (element.type.inline || element.type.heading > 0) return undefined;
  const written = `${attribute(element, 'class')} ${attribute(element, 'id')}`;
  if (!byClass.has(written)) byClass.set(written, reasonOfWords(written));
  return byClass.get(written);
}

function reasonOfWords(written: string): DropReason | undefined {
  // "and-w-sidebar" has a sidebar, it is none; of "field--label-hidden" the label is hidden.
  const words = written
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .replace(/[_\s-]+/g, ' ')
    .replace(/\b(?:w|with|has|have|no|non|without) [a-z]+\b|\b(?:label|title|heading)s? hidden\b/g, '');
  if (!ANY_CLASS.test(words)) return undefined;
  const found = BY_CLASS.find(([, pattern]) => pattern.test(words));
  // A message of a social network that the article shows is a part of it.
  if (
    found === undefined ||
    /\b(?:tweet|embed)\b/.test(words) ||
    (CONTENT.test(words) && found[0] !== 'comments' && found[0] !== 'related')
  )
    return undefined;
  return found[0];
}
