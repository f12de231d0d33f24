import { isMass, isNoUnit, isPlural } from './metric-words.ts';

/** A noun phrase beside a figure. */
export interface Phrase {
  /** The whole phrase, lower case: "research and development institutions". */
  readonly name: string;
  /** Its head: "institutions"; empty where no noun was found. */
  readonly noun: string;
  /** Units of the text from where the phrase was looked for to its end. */
  readonly length: number;
}

export const NO_PHRASE: Phrase = { name: '', noun: '', length: 0 };

/** Words at which a counted phrase ends. */
const STOPS = new Set(
  (
    'of in on at for from to by with without within into onto over under above below between among against during since until till before after than as per via about around across through throughout ' +
    'is are was were be been being has have had do does did will would can could may might shall should must who whom whose which that what when where while whereas because if although though so but or nor yet ' +
    'not no never also only just even still already again then there here now today yesterday last this these those the a an it its they them their he she his her we our us you your i my one all both each every any some ' +
    'came went rose fell grew said says told added making taking including compared according due up down more less most fewer higher lower lived live lives living work working made took each respectively'
  ).split(' '),
);
export const isStop = (word: string): boolean => STOPS.has(word);

const WORD = /[A-Za-z\u00c0-\u024f&][A-Za-z\u00c0-\u024f0-9'’&-]*/y;
const LONGEST = 9;

/** The phrase that begins right behind a figure which ends at `at`: " invention patents in 2021" is "invention patents". */
export function phraseAfter(text: string, at: number, end: number): Phrase {
  const words: string[] = [];
  let next = at;
  let joined = false;
  let best: Phrase = NO_PHRASE;
  const lead = /^[ \n]{0,2}(?:of (?:the |its |their |these )?)?(?:the )?/.exec(text.slice(at, Math.min(end, at + 16)))?.[0] ?? '';
  if (lead === '' || lead.includes('of ')) return NO_PHRASE;
  next += lead.length;
  while (words.length < LONGEST && next < end) {
    WORD.lastIndex = next;
    const found = WORD.exec(text);
    if (found === null || found.index + found[0].length > end) break;
    const word = found[0];
    const lower = word.toLowerCase().replace(/['’]s?$/, '');
    if (STOPS.has(lower)) break;
    if (lower === 'and') {
      if (words.length === 0 || joined) break;
      joined = true;
    }
    words.push(lower === 'and' ? 'and' : word);
    next = found.index + word.length;
    const possessive = /['’]s?$/.test(word);
    if (lower !== 'and' && !possessive && (isPlural(lower) || isMass(lower))) {
      best = { name: words.join(' ').toLowerCase(), noun: lower, length: next - at };
    }
    const gap = /^[ \n]{1,2}/.exec(text.slice(next, next + 2))?.[0] ?? '';
    if (gap === '') break;
    next += gap.length;
  }
  return best.noun !== '' && isNoUnit(best.noun) ? NO_PHRASE : best;
}

/** The last words in front of a figure that name it: ": population " is "population", " generated " is nothing. */
export function phraseBefore(text: string, from: number, at: number): Phrase {
  const words =
    /((?:[A-Za-z][A-Za-z'’&-]{0,30} ){0,4}[A-Za-z][A-Za-z'’&-]{0,30})(?: of| is| was| at|:)? ?$/
      .exec(text.slice(Math.max(from, at - 80), at).replaceAll('\n', ' '))?.[1]
      ?.toLowerCase()
      .split(' ') ?? [];
  const start = words.findLastIndex((word) => STOPS.has(word) || word === 'and') + 1;
  const phrase = words.slice(start);
  const head = phrase.at(-1) ?? '';
  return isMass(head) || (isPlural(head) && !isNoUnit(head)) ? { name: phrase.join(' '), noun: head, length: at - from } : NO_PHRASE;
}

const UP =
  /\b(?:gr[eo]w(?:n|s|th|ing)?|r[io]se[ns]?|rising|increas(?:e[sd]?|ing)|up|climb(?:s|ed|ing)?|jump(?:s|ed)?|surg(?:e[sd]?|ing)|soar(?:s|ed|ing)?|gain(?:s|ed|ing)?|expan(?:d(?:s|ed|ing)?|sion)|swell(?:ed)?|swollen|higher|more|went up|gone up|added|advanced|improved|above|accelerated|rocketed|spiked?|leap(?:t|ed)|shot up|ticked up|edged up|dearer|faster)\b/;
const DOWN =
  /\b(?:f[ae]ll(?:s|en|ing)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|drop(?:s|ped|ping)?|down|shr[aiu]nk(?:s|ing)?|slump(?:s|ed)?|plunge[sd]?|plummet(?:s|ed)?|slid(?:es?)?|slipped|dip(?:s|ped)?|sank|sunk|lower|less|fewer|reduc(?:e[sd]?|tion|ing)|cut|contract(?:ed|ion|s)|diminish(?:ed|es)?|eased?|tumbled?|loss|lost|cheaper|came off|come down|came down|shed|below|dwindled?|halved)\b/;

/** What the words in front of a percentage say of its direction; the last word decides. */
export function changeIn(words: string): 'increase' | 'decrease' | '' {
  const lower = words.toLowerCase();
  const up = lastIndexOf(UP, lower);
  const down = lastIndexOf(DOWN, lower);
  return up < 0 && down < 0 ? '' : up > down ? 'increase' : 'decrease';
}

function lastIndexOf(pattern: RegExp, words: string): number {
  let last = -1;
  for (const found of words.matchAll(new RegExp(pattern.source, 'g'))) last = found.index;
  return last;
}
