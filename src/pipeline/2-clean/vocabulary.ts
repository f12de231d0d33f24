import type { DropReason } from '../../types.ts';

/**
 * What a line says that is no part of the article.
 *
 * `line`: it stands alone ("Share on Facebook", "Read also: a headline"). `label`: it heads a stretch of the same kind ("Most
 * read"), which goes on to the next prose. `end`: nothing of the article comes after it ("3 comments", "© 2021 Vitosha").
 */
export interface Verdict {
  readonly reason: DropReason;
  readonly reach: 'line' | 'label' | 'end';
}

/** Longest line that is judged by its words; what is longer is judged by how it begins. */
const LONGEST_SAMPLE = 300;
const EDGE = /^[\s*_#[({<>|•·▪►▶»›–—=-]+/;

const RELATED = [
  '(?:also|see|must|please|now)[ -](?:read|see|watch|check)(?: out)?', 'read(?: (?:also|too|next|more|this|here))?', 'see also',
  'related(?: (?:articles?|posts?|stor(?:y|ies)|news|reading|content|links?|topics?|items?|coverage))?',
  '(?:more|latest|recent|trending|breaking)(?: (?:news|stor(?:y|ies)|articles?|posts?|headlines?|releases?|reads?|recipes?|now|today))?',
  '(?:other|top|popular|featured|similar|editors?|today\'?s top) (?:news|stor(?:y|ies)|articles?|posts?|headlines?|releases?|reads?|picks?|choice)',
  'more (?:from|on|about|in|like)(?: [^.:|]{1,40})?', 'most (?:read|popular|viewed|shared|commented|recent|watched)(?: [^.:|]{1,20})?',
  '(?:you )?(?:may|might) (?:also )?(?:like|enjoy|be interested in)(?: [^.:|]{1,15})?',
  '(?:we )?recommend(?:ed)?(?: (?:for you|reading|stories|articles))?', 'what (?:others|people) are reading', 'what to read next',
  'don\'?t miss', 'up next', 'in case you missed it', '(?:next|previous|prev|older|newer)(?: (?:article|post|story|page|entry))?',
  'last article', 'also today', 'also in the news', 'in other news', 'elsewhere on [^.:|]{1,30}', 'further reading', 'blog archive',
  '(?:keep|continue) reading', 'suggested(?: [^.:|]{1,20})?', '(?:from|around) the (?:web|archives?)',
  'editor\'?s\'? (?:picks?|choice)', 'explore more', '相关(?:新闻|阅读|链接|报道|文章)', '上一篇', '下一篇', '推荐阅读', '热门(?:新闻|文章)',
].join('|');

const rule = (reason: DropReason, reach: Verdict['reach'], pattern: string): { readonly verdict: Verdict; readonly pattern: RegExp } => ({
  verdict: { reason, reach },
  pattern: new RegExp(`^(?:${pattern})`, 'iu'),
});

/** Tried from the top, on a line without the marks around it. Each begins at the start of the line. */
const RULES = [
  rule('advert', 'line', '(?:advertisements?|advertorial|ad|sponsored(?: content)?|promoted|paid content|partner content|publicidad|anzeige)(?:[\\]:) ].{0,80})?$'),
  rule('advert', 'line', 'ad\\] '),
  rule('cookie', 'line', '.{0,120}\\bcookies?\\b.{0,80}(?:accept|agree|consent|continu|polic|experience|settings|\\[?ok\\]?|x$)|(?:we|this (?:web)?site) uses? cookies'),
  rule('navigation', 'line', 'you are using an? (?:old|outdated)|(?:please )?enable javascript|skip to (?:main )?content|toggle (?:menu|navigation)|(?:open|close) (?:navigation|menu)|back to (?:top|home)|jump to'),
  rule('navigation', 'line', '(?:you are here|current(?: location)?|your location|location|you are on page)\\b ?[ :].{0,120}$'),
  rule('navigation', 'line', '(?:read|show|see|view|learn|load|click for|find out) (?:more|all|less|full)\\b[^.]{0,30}$|continue reading|click here (?:for|to) .{0,60}$|want to use this article'),
  rule('navigation', 'line', '(?:sign up|sign in|log ?in|log out|register|subscribe|subscription)\\b[^.]{0,60}$|(?:subscribe|sign up) (?:to|for|now)|subscribe:|get (?:the latest|our newsletter)|.{0,60}\\bnewsletter\\b[^.]{0,60}$'),
  rule('navigation', 'line', '(?:share|follow us)(?: this| on)? ?:.{0,200}$'),
  rule('navigation', 'line', '(?:share|tweet|pin|e-?mail|print|whatsapp|facebook|twitter|linkedin|telegram|reddit|rss|like|save|bookmark|comment|font|close|forum|vk|fb|copy link|qr)(?: (?:this|it|on|to|via|with|story|article|page|post|size|version|friendly|-))*(?: ?[-|:·/,\\]]|  | ?$| (?:share|tweet|e-?mail|print|pin|whatsapp|facebook|twitter|f|rss|comments?)\\b).{0,80}$'),
  rule('navigation', 'line', '(?:\\d[\\d.,k]* ?(?:shares?|views?|likes?|ratings?|hits?|pages?)\\b)[^.]{0,60}$|(?:shares|views|likes|hits|click) ?:? ?\\d[\\d ,.]*(?:  .{0,60})?$|shares$|user rating|poorbest|reading time|\\d+ ?min(?:ute)?s? read|(?:increase|decrease)[ /].{0,20}font|follow (?:us|@|me)\\b.{0,120}$|loading\\.|listen (?:live|to this)|(?:scan|扫一扫|分享到).{0,60}|返回|打印|关闭'),
  rule('navigation', 'line', '(?:showing|results|page) \\d[\\d,]*(?:[-–]\\d+)? of [\\d,]+|\\|?<<|filter by:|< ?(?:first|prev|all)|(?:first|prev|previous|next) ?(?:\\d|>|»|\\|)|[\\d ]{3,}next\\b'),
  rule('navigation', 'line', '(?:30 ?-*|ends?|#{3,}|the end)$|poll:|(?:search|advertising|advertising free newsletter.{0,40}|free e-?newsletter|menu|home|news|breaking|homebreaking)$|this preview has'),
  rule('comments', 'end', '(?:(?:\\d+|no|leave|leave (?:a|your)|post (?:a|your)|add (?:a|your)|write (?:a|your)?|view|show|read|all|latest|reader\'?s?|join the) ?)?(?:comments?|repl(?:y|ies)|responses?|conversation|discussion)(?: (?:area|section|policy|are closed))?(?: ?[(:[] ?\\d+ ?[)\\]]?|\\(\\d+\\))?(?:add comment)?[:.]?(?:  .{0,60})?$'),
  rule('comments', 'end', '(?:\\d+ )?comments? ?(?:\\||\\(\\d+\\)|: ?\\d|  )|leave (?:a|your) (?:comment|reply|message)|(?:post|add|write) (?:a|your) comments?|your e-?mail address will not|required fields are|be the first to comment|name ?\\*|name: {3}|\\[ \\] notify me|security code|write the displayed|(?:no|\\d+) comments?:|评论'),
  rule('comments', 'line', 'do you think .{0,60}leave a message|what do you think\\?|tell us what you think'),
  rule('metadata', 'line', '(?:tags?|tagged(?: (?:with|in|as))?|filed under|labels?|topics?|categor(?:y|ies)|keywords?|posted (?:in|under)|in this article)(?: ?[:|]|  |\\t).{0,300}$'),
  rule('footer', 'end', '.{0,150}©|\\(c\\) ?(?:\\d{4}|\\p{Lu})|copyright\\b|.{0,100}\\ball rights reserved\\b|proudly powered|powered by|版权所有|.{0,12}(?:icp备|公网安备)|record no:'),
  rule('footer', 'line', '(?:tel|phone|telephone|fax|call us|contact(?: us)?|e-?mail|address|advert rates|office|subscribe to)\\b ?[:.+].{0,200}$|contact us|about us\\b.{0,120}$|about {2}'),
  rule('footer', 'line', '(?:disclaimer|important information|terms (?:of (?:use|service)|and conditions|& conditions)|privacy policy|acceptable use|our standards|legal notice|best viewed|sitemap|site map|designed by|technical support|sponsored by|presented by|without (?:the )?(?:prior )?written consent)\\b'),
  rule('footer', 'line', 'about the (?:authors?|editors?|writers?)\\b.{0,200}$|.{0,80}\\bscan the qr\\b'),
  rule('footer', 'line', 'for (?:further|more) information\\b.{0,160}$|\\(?part pictures|views expressed|keep .{0,40} free\\b'),
  rule('image', 'line', '(?:image|photo|picture|img|figure|video)s?(?: \\d{1,3}| credits?| source| by| courtesy)? ?:[^.]{0,80}$|featured image|click to enlarge|getty images'),
  rule('related', 'line', `(?:${RELATED})\\]? ?(?::|\\||»|►|›|>|–|—|-)\\s*\\S`),
  rule('related', 'label', `(?:${RELATED}|photos?|videos?|galler(?:y|ies)|in pictures)\\]? ?[:…»>|-]*$`),
] as const;

/** What the words of a line make of it; undefined for a line of the article. `text` has single blanks. */
export function judgeWords(text: string): Verdict | undefined {
  const sample = text.length > LONGEST_SAMPLE ? text.slice(0, LONGEST_SAMPLE) : text;
  const words = sample.replace(EDGE, '').replace(/[*_]{1,3}/g, '');
  return RULES.find(({ pattern }) => pattern.test(words))?.verdict;
}

const GAP = / ?[|·•≡] ?| {2,}| [>»›]{1,2} | ?>> ?| \/ |\t/;

/** "HOME | NEWS | SPORT", "Home > News": short words with marks between. `raw` is the line with all its blanks. */
export function isMenu(raw: string): boolean {
  if (raw.length > LONGEST_SAMPLE) return false;
  const parts = raw.split(GAP).filter((part) => part.trim() !== '');
  if (/^\W{0,3}(?:home|main page|首页|index)\b ?(?:$|[|·•>»›/\t]| {2})/i.test(raw)) return true;
  const short = parts.filter((part) => part.split(' ').length <= 4 && part.length <= 30 && !/[.!?]$/.test(part));
  return parts.length >= 3 && short.length === parts.length && !parts.some((part) => /^[\d.,%]+$/.test(part));
}
