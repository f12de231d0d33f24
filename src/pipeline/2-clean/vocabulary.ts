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

/**
 * How the words stand in the line: they are all of it, with or without a colon; it begins with them; or they are a label in
 * front of more, "Tags: Gujarat", "READ | A headline", "TAGS  Gujarat".
 */
type Form = 'whole' | 'start' | 'labelled';

/** Words are in small letters and anchored where the line's words begin. */
const PHRASES: readonly (readonly [DropReason, Verdict['reach'], Form, string])[] = [
  [
    'advert',
    'line',
    'whole',
    'advertisements?|advertorial|ad|sponsored(?: content)?|promoted|paid content|partner content|publicidad|anzeige|ads by .{1,20}|remove ads',
  ],
  [
    'advert',
    'line',
    'start',
    '(?:story|article) continues (?:below|after)|continue reading below|scroll (?:down )?to continue|from our partners?\\b.{0,20}$|support (?:us|our journalism)\\b|donate (?:now|today)\\b|become a (?:member|subscriber)',
  ],
  ['advert', 'line', 'start', 'ad\\] '],
  ['advert', 'line', 'labelled', 'advertisement|sponsored(?: by)?|ad'],
  [
    'navigation',
    'line',
    'start',
    'you are using an? (?:old|outdated)|(?:please )?enable javascript|this preview has|showing \\d|page \\d+ of \\d|you are on page',
  ],
  [
    'navigation',
    'line',
    'start',
    'skip to (?:main )?content|(?:open|close|toggle) (?:navigation|menu)|back to (?:top|home)|jump to|(?:you are here|current location)\\b',
  ],
  [
    'navigation',
    'line',
    'start',
    '(?:read|show|see|view|learn|load|find out) (?:more|all|less)\\b[^.:]{0,20}$|click (?:here )?(?:for|to) [^.]{0,60}$|want to use this article',
  ],
  [
    'navigation',
    'line',
    'start',
    '(?:sign up|sign in|log ?in|register|subscribe|subscription)\\b[^.]{0,60}$|subscribe (?:to|for|now)|subscribe:|get (?:the latest|our)\\b',
  ],
  [
    'navigation',
    'line',
    'start',
    '\\|?<<|filter by:|< ?(?:first|prev|all)|(?:first|prev|previous|next) ?(?:\\d|>|»|\\|)|[\\d ]{3,20}next\\b|search:|poll:',
  ],
  [
    'navigation',
    'line',
    'start',
    '\\d[\\d.,k]* ?(?:shares?|views?|likes?|ratings?|hits?)\\b[^.]{0,60}$|user rating|poorbest|reading time|(?:increase|decrease)[ /].{0,20}font',
  ],
  [
    'navigation',
    'line',
    'start',
    'follow (?:us|@|me)\\b|(?:join|like|find) us on\\b|join our (?:telegram|whatsapp|channel)|download (?:our|the) app|stay connected|listen (?:live|to this)|scan the|扫一扫|分享到|返回|打印|关闭',
  ],
  [
    'navigation',
    'line',
    'labelled',
    'share(?: this)?|permalink|short ?link|shortcut|quick links|useful links|views|hits|click|location|your location|follow us on',
  ],
  [
    'navigation',
    'line',
    'whole',
    '30|ends?|#{3,}|the end|search|advertising|menu|home|news|breaking|free e?-?newsletter|loading|on this page|table of contents|quick links|useful links|top of page|advertise|e-?paper',
  ],
  [
    'comments',
    'end',
    'whole',
    "(?:(?:\\d{1,5}|no|leave|leave (?:a|your)|post (?:a|your)|add (?:a|your)|write (?:a |your )?|view|show|read|all|latest|readers?'?|join the) ?)?(?:comments?|repl(?:y|ies)|responses?|conversation|discussion)(?: (?:area|section|policy|are closed))?(?: ?\\(\\d+\\)| ?: ?\\d+)?(?:add comment)?",
  ],
  [
    'comments',
    'end',
    'start',
    '(?:\\d+ )?comments? ?(?:\\||\\(\\d+\\)|: ?\\d| {2})|(?:leave|post|add|write) (?:a|your) (?:comments?|reply|message)|(?:no|\\d+) comments?:|your e-?mail address will not|required fields are|be the first to comment|name ?\\*|name: {3}|\\[ \\] notify me|security code|write the displayed|评论',
  ],
  [
    'comments',
    'end',
    'start',
    '(?:log ?in|sign in|register) to (?:comment|reply|post)|sort by:? (?:newest|oldest|best)|have your say|report (?:abuse|comment)|like ?[·|] ?reply|reader comments?|comments? (?:policy|rules|guidelines)',
  ],
  [
    'comments',
    'line',
    'start',
    'was this (?:article|page|story) (?:helpful|useful)|rate this (?:article|story)|report an? (?:error|mistake|typo)|do you think .{0,60}leave a message|what do you think\\?|tell us what you think',
  ],
  [
    'metadata',
    'line',
    'labelled',
    'tags?|tagged(?: (?:with|in|as))?|filed under|labels?|topics?|categor(?:y|ies)|keywords?|posted (?:in|under)|in this article',
  ],
  ['footer', 'end', 'start', '\\(c\\) ?(?:\\d{4}|[a-z])|copyright\\b|proudly powered|powered by|版权所有|record no:'],
  [
    'footer',
    'line',
    'start',
    '(?:tel|phone|telephone|fax|call us|contact|e-?mail|address|advert rates)\\b ?[:.+]|contact us|about us\\b|about {2}',
  ],
  [
    'footer',
    'line',
    'start',
    '(?:disclaimer|important information|terms (?:of (?:use|service)|and conditions|& conditions)|privacy policy|acceptable use|our standards|legal notice|best viewed|site ?map|designed by|technical support|sponsored by|presented by|imprint|impressum|registered (?:office|in)|editor-in-chief|publisher:|issn\\b|vat no|licen[cs]e no|hotline|without (?:the )?(?:prior )?written consent)\\b',
  ],
  [
    'footer',
    'line',
    'start',
    'about the (?:authors?|editors?|writers?)\\b|for (?:further|more) information\\b.{0,160}$|part pictures|(?:the )?views expressed|keep .{0,40} free\\b',
  ],
  [
    'image',
    'line',
    'start',
    '(?:image|photo|picture|img|figure|video)s?(?: \\d{1,3}| credits?| source| by| courtesy)? ?:[^.]{0,80}$|featured image|click to enlarge|getty images',
  ],
];

const RELATED = [
  '(?:also|see|must|please|now)[ -](?:read|see|watch|check)(?: out)?',
  'read(?: (?:also|too|next|more|this|here))?',
  'see also',
  'related(?: (?:articles?|posts?|stor(?:y|ies)|news|reading|content|links?|topics?|items?|coverage))?',
  '(?:more|latest|recent|trending|breaking)(?: (?:news|stor(?:y|ies)|articles?|posts?|headlines?|releases?|reads?|recipes?|now|today|coverage|videos?)(?: (?:from|on|in|by) [^.:|]{1,30})?)?',
  "(?:other|top|popular|featured|similar|editors?|today'?s top) (?:news|stor(?:y|ies)|articles?|posts?|headlines?|releases?|reads?|picks?|choice)",
  'more (?:from|on|about|in|like)(?: [^.:|]{1,40})?',
  'most (?:read|popular|viewed|shared|commented|recent|watched)(?: [^.:|]{1,20})?',
  '(?:you )?(?:may|might) (?:also )?(?:like|enjoy|be interested in)(?: [^.:|]{1,15})?',
  "editor'?s'? (?:picks?|choice)",
  'explore more',
  '(?:we )?recommend(?:ed)?(?: (?:for you|reading|stories|articles))?',
  'what (?:others|people) are reading',
  'what to read next',
  "don'?t miss",
  'up next',
  'in case you missed it',
  '(?:next|previous|prev|older|newer)(?: (?:article|post|story|page|entry))?',
  'last article',
  'also today',
  'also in the news',
  'in other news',
  'elsewhere on [^.:|]{1,30}',
  'further reading',
  'blog archive',
  '(?:keep|continue) reading',
  'suggested(?: [^.:|]{1,20})?',
  '(?:from|around) the (?:web|archives?)',
  '相关(?:新闻|阅读|链接|报道|文章)',
  'also by (?:this author|[^.:|]{1,30})',
  'more by [^.:|]{1,30}',
  'our (?:picks|latest)(?: [^.:|]{1,20})?',
  "what'?s (?:hot|new|trending)",
  "(?:today'?s )?headlines",
  'hot topics',
  'also in [^.:|]{1,25}',
  'next up',
  "(?:editor|reader)s?'? choice",
  'must[ -]reads?',
  'follow-?up',
  'you missed',
  'trending topics',
  'most discussed',
  '上一篇',
  '下一篇',
  '推荐阅读',
  '热门(?:新闻|文章)',
].join('|');

/** Words that give a line away wherever they stand in it. */
const INSIDE: readonly (readonly [DropReason, Verdict['reach'], RegExp])[] = [
  ['cookie', 'line', /\bcookies?\b.{0,80}(?:accept|agree|consent|continu|polic|experience|settings|\[?ok\b|x$)|\buses? cookies\b/],
  ['footer', 'end', /©|\ball rights reserved\b|icp备|公网安备/],
  ['navigation', 'line', /\bnewsletter\b[^.]{0,60}$/],
  ['footer', 'line', /\bscan the qr\b/],
];

/** Words of buttons; a line that has no others is a row of them: "Share on Facebook  Tweet  Pin", "0 SHARES 14 VIEWS". */
const BUTTONS = new Set(
  `share shares tweet pin email e mail print whatsapp wechat facebook twitter linkedin telegram reddit rss like likes save bookmark
  comment comments font close forum vk fb tw bbm ok copy link qr subscribe size version friendly views view hits large small medium text x f t in l m s this it on to
  via with story article page post min mins read instagram youtube pinterest`.split(/\s+/),
);
const SURE_BUTTON = /\b(?:share|shares|tweet|print|facebook|twitter|whatsapp|rss|email|pin|close|font|views)\b/;

interface Rule {
  readonly verdict: Verdict;
  readonly pattern: RegExp;
}

const ENDINGS: Readonly<Record<Form, string>> = {
  whole: '[\\])]? ?[:.…»>|*-]*$',
  start: '',
  labelled: '[\\])]? ?(?:[:|»►›>–—-]| {2}|\\t)\\s*\\S',
};

const RULES: readonly Rule[] = [
  ...PHRASES,
  ['related', 'line', 'labelled', RELATED] as const,
  ['related', 'label', 'whole', `${RELATED}|photos?|videos?|galler(?:y|ies)|in pictures`] as const,
].map(([reason, reach, form, words]) => ({ verdict: { reason, reach }, pattern: new RegExp(`^(?:${words})${ENDINGS[form]}`) }));

/** All rules in one pattern: most lines of an article match none of them. */
const ANY = new RegExp(RULES.map(({ pattern }) => pattern.source).join('|'));
const ANY_INSIDE = /cookie|©|rights reserved|newsletter|scan the qr|icp备|公网安备/;

/** A line is judged by its beginning if it is longer than this (UTF-16 units). */
const LONGEST_SAMPLE = 300;
const EDGE = /^[\s*_#[({<>|•·▪►▶»›–—=-]+/;

/** What the words of a line make of it, undefined for a line of the article. `raw` has all the blanks of the file. */
export function judgeWords(raw: string): Verdict | undefined {
  const sample = (raw.length > LONGEST_SAMPLE ? raw.slice(0, LONGEST_SAMPLE) : raw).toLowerCase();
  const inner = sample.replace(EDGE, '');
  const words = inner.includes('*') || inner.includes('_') ? inner.replace(/[*_]{1,3}/g, '') : inner;
  if (ANY_INSIDE.test(sample)) {
    const found = INSIDE.find(([, , pattern]) => pattern.test(sample));
    if (found !== undefined) return { reason: found[0], reach: found[1] };
  }
  if (ANY.test(words)) return RULES.find(({ pattern }) => pattern.test(words))?.verdict;
  if (/^\W{0,3}(?:<<|\|<)/.test(sample)) return { reason: 'navigation', reach: 'line' };
  return isButtons(words) ? { reason: 'navigation', reach: 'line' } : undefined;
}

/** The same for a heading: "More Washington Examiner" is one of a box of headlines. */
export function judgeHeading(text: string): Verdict | undefined {
  if (/^(?:More|Latest)(?: \p{Lu}[\p{L}'’-]*){1,4}$/u.test(text)) return { reason: 'related', reach: 'label' };
  return judgeWords(text);
}

function isButtons(words: string): boolean {
  if (words.length > 120 || !SURE_BUTTON.test(words)) return false;
  const tokens = words.split(/[^\p{L}\d]+/u).filter((token) => token !== '' && !/^\d+k?$/.test(token));
  return tokens.every((token) => BUTTONS.has(token));
}

const GAP = / ?[|·•≡] ?| {2,}| [>»›]{1,2} | ?>> ?| \/ |\t/;
/** The same without the blanks that need not be there: twice as fast to tell that there is none. */
const HAS_GAP = /[|·•≡\t]| {2}| [>»›]{1,2} |>>| \/ /;

/** "HOME | NEWS | SPORT", "Home > News": short words with marks between. */
export function isMenu(raw: string): boolean {
  if (raw.length > LONGEST_SAMPLE) return false;
  if (/^\W{0,3}(?:home|main page|首页|index) ?(?:$|[|·•>»›/\t]| {2})/i.test(raw)) return true;
  if (!HAS_GAP.test(raw)) return false;
  const parts = raw.split(GAP).filter((part) => part.trim() !== '');
  return parts.length >= 3 && parts.every((part) => part.length <= 30 && part.split(' ').length <= 4 && !/[.!?]$|^[\d.,%]+$/.test(part));
}
