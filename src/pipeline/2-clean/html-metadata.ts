import { decodeHTML } from 'entities/decode';
import { findDate } from './dates.ts';
import { attribute, findElements, textOf, type HtmlElement } from './html-tree.ts';
import { readJsonStrings } from './json-strings.ts';
import type { Stated, StatedMetadata } from './metadata.ts';

const ARTICLE = /(?:Article|BlogPosting|Report|WebPage)$/;
const TITLES = ['og:title', 'twitter:title', 'dc.title', 'headline', 'title'];
const SITES = ['og:site_name', 'application-name', 'al:ios:app_name', 'dc.publisher', 'publisher', 'copyright'];
const AUTHORS = ['author', 'article:author', 'dc.creator', 'byl', 'sailthru.author', 'parsely-author'];
const DATES = [
  'article:published_time',
  'datepublished',
  'publishdate',
  'pubdate',
  'date',
  'dc.date',
  'dc.date.issued',
  'article.published',
  'sailthru.date',
  'parsely-pub-date',
  'publish_date',
  'og:published_time',
  'release_date',
  'publish-date',
  'originalpublicationdate',
  'cxenseparse:recs:publishtime',
];
const URLS = ['og:url'];

export interface PageMetadata {
  readonly stated: StatedMetadata;
  /** What the page calls itself: `<title>`, with the site's name in it. */
  readonly pageTitle: string;
}

/** What a page says of itself in JSON-LD, `<meta>`, `<link>`, `<time>` and `<title>`, each with the bytes that say so. */
export function readPageMetadata(source: string, root: HtmlElement): PageMetadata {
  const metas = new Map<string, Stated>();
  for (const element of findElements(root, ({ name }) => name === 'meta')) {
    const key = (attribute(element, 'property') || attribute(element, 'name') || attribute(element, 'itemprop')).toLowerCase();
    const content = element.attributes?.get('content');
    if (key !== '' && content !== undefined && content.value.trim() !== '' && !metas.has(key))
      metas.set(key, { ...content, value: content.value.trim() });
  }
  const pick = (names: readonly string[]): Stated | undefined =>
    names.map((name) => metas.get(name)).find((stated) => stated !== undefined);
  const data = readLinkedData(source, root);
  const canonical = findElements(
    root,
    ({ name, attributes }) => name === 'link' && attributes?.get('rel')?.value.toLowerCase() === 'canonical',
  )[0];
  const titleElement = titleOf(root);
  const pageTitle = titleElement === undefined ? '' : textOf(source, titleElement);
  const author = data.author ?? pick(AUTHORS);
  const stated: StatedMetadata = {
    title: data.title ?? narrowed(source, pick(TITLES) ?? cutTitle(pageTitle, titleElement)),
    site: narrowed(source, pick(SITES.slice(0, 1)) ?? data.site ?? pick(SITES)),
    author: author !== undefined && /^https?:|@/.test(author.value) ? undefined : narrowed(source, author),
    published: dated(data.published) ?? dated(pick(DATES)) ?? timeOf(root),
    url: canonical?.attributes?.get('href') ?? pick(URLS) ?? data.url,
  };
  return { stated, pageTitle };
}

function readLinkedData(source: string, root: HtmlElement): StatedMetadata {
  const result: { -readonly [field in keyof StatedMetadata]: StatedMetadata[field] } = {};
  for (const script of findElements(root, (element) => element.name === 'script' && /ld\+json/i.test(attribute(element, 'type')))) {
    const first = script.children[0];
    if (first === undefined) continue;
    const strings = readJsonStrings(source, first.start, script.children.at(-1)?.end ?? first.end);
    for (const [path, type] of strings) {
      const object = /^(.*?)@type(?:\.0)?$/.exec(path)?.[1];
      if (object === undefined || !ARTICLE.test(type.value)) continue;
      const read = (...names: readonly string[]): Stated | undefined =>
        names.map((name) => strings.get(object + name)).find((stated) => stated !== undefined && stated.value !== '');
      const article = !type.value.endsWith('WebPage');
      if (article) result.title ??= read('headline', 'name');
      result.site ??= read('publisher.name', 'publisher.0.name', 'isPartOf.name');
      result.author ??= read('author.name', 'author.0.name', 'author', 'author.0');
      result.published ??= read('datePublished', 'dateCreated');
      result.url ??= read('mainEntityOfPage.@id', 'url');
    }
  }
  return result;
}

function dated(stated: Stated | undefined): Stated | undefined {
  const date = stated && findDate(stated.value);
  return stated && date && { ...stated, value: date.iso };
}

/** The first `<time datetime>` that is the article's: the others date comments and related headlines. */
function timeOf(root: HtmlElement): Stated | undefined {
  const times = findElements(root, ({ name, attributes }) => name === 'time' && attributes?.has('datetime') === true);
  const published = times.find((time) => /publish|pubdate|date/i.test(attribute(time, 'itemprop') + attribute(time, 'class'))) ?? times[0];
  return dated(published?.attributes?.get('datetime'));
}

const CUT = / [-–—|·•»:] |_| \|| {2}/;

/** "Graz is first - Styria Post" → "Graz is first": the longest part is the headline. */
function cutTitle(pageTitle: string, element: HtmlElement | undefined): Stated | undefined {
  if (element === undefined || pageTitle === '') return undefined;
  const parts = pageTitle.split(CUT).map((part) => part.trim());
  const value = parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
  return { value, ...inside(element) };
}

/** Parts of titles that name a section, not a site. */
const SECTION = /^(?:home|news|local|regional|business|world|politics|sports?|opinion|latest news|article|index|.{0,3})$/i;

/** The part of the page's title that is not the headline and comes last: "Graz is first - Styria Post". A domain only if `domains`. */
export function siteOfTitle(root: HtmlElement, source: string, headline: string, domains: boolean): Stated | undefined {
  const element = titleOf(root);
  if (element === undefined) return undefined;
  const pageTitle = textOf(source, element);
  const parts = pageTitle.split(CUT).map((part) => part.trim());
  const name = parts.findLast(
    (part) =>
      !SECTION.test(part) &&
      part.length <= 50 &&
      !headline.startsWith(part) &&
      !part.startsWith(headline) &&
      /^[\w-]+(?:\.[\w-]+)+$/.test(part) === domains,
  );
  return name === undefined || parts.length < 2 ? undefined : narrowed(source, { value: name, ...inside(element) });
}

function titleOf(root: HtmlElement): HtmlElement | undefined {
  return findElements(root, ({ name }) => name === 'title')[0];
}

function inside(element: HtmlElement): { readonly start: number; readonly end: number } {
  return { start: element.children[0]?.start ?? element.start, end: element.children.at(-1)?.end ?? element.end };
}

/** The stretch that says the value and no more: `Styria &amp; Post` of `content="Styria &amp; Post"`. */
function narrowed(source: string, stated: Stated | undefined): Stated | undefined {
  if (stated === undefined) return undefined;
  let shown = '';
  const starts: number[] = [];
  for (const { 0: sign, index } of source.slice(stated.start, stated.end).matchAll(/&#?\w{1,31};|\s+|./gsu)) {
    const read = /^\s/.test(sign) ? ' ' : sign.startsWith('&') ? decodeHTML(sign) : sign;
    for (let unit = 0; unit < read.length; unit += 1) starts.push(stated.start + index);
    shown += read;
  }
  const at = shown.lastIndexOf(stated.value);
  const end = at + stated.value.length;
  return at < 0 ? stated : { ...stated, start: starts[at] ?? stated.start, end: starts[end] ?? stated.end };
}
