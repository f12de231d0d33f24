import { isMass, isNoUnit, isPlural } from './metric-words.ts';
import type { Owner } from './metric-owner.ts';
import { SLOT, type Shape } from './shape.ts';
import type { Span } from '../source-text.ts';
import type { Mention } from '../types.ts';

/** What is measured: "investment in high technology", without its place and its time. */
export interface Measure {
  readonly name: string;
  /** Last word of its first noun phrase: "investment". */
  readonly head: string;
  readonly span: Span;
}

/** Heads that are measured though they are neither plural nor a mass: "occupancy rate". */
const HEADS = new Set(
  (
    'rate ratio share level number count total average median bill fee product economy volume proportion coverage stock market temperature intensity index frequency length distance cost footprint yield quota balance gap premium scale sum ' +
    'figure percentage industry sector tally amount bid usage demand supply use sales acreage harvest crop circulation patronage readership attendance ridership tourism industry manufacturing construction agriculture retail'
  ).split(' '),
);

const QUANTITIES = new RegExp(`[${SLOT.number}${SLOT.percent}${SLOT.money}${SLOT.dimension}]`);
const REFUSED = new RegExp(`[${SLOT.top}${SLOT.ordinal}${SLOT.list}]`);
const LEADING =
  /^(?:(?:(?:by|at|until|since|as of|from) (?:the )?(?:end|beginning|start|middle|close) of(?: the)?|(?:in|over|during|within|for|at|by) (?:the |this |that |its |a )?(?:same |past |last |previous |first |whole |entire |end of the )?(?:decade|period|years?|months?|quarter|half|time|week|century|season|day|night)|and|but|so|also|of|in|by|while|as|with|the|a|an|its|their|his|her|our|your|this|that|these|those|some|all|both|whose|where|when|which|then|now|today|currently|meanwhile|overall|for|according to|total number of|number of|amount of|value of|total of|sum of|rate of|volume of|size of|level of|combined|to|from|on|at|if|because|since|after|before|although|is|are|was|were|has|had|have|there|more than) |[,;:.'"()*_ -])*/;
const TRAILING =
  /(?: (?:of|in|at|for|from|by|to|with|on|and|as|per|the|a|an|its|their|was|were|is|are|has|have|had|also|already|now|only|just|alone|that|which|who|than|then|therefore|together|last|this)|[,;:.'"()*_ -]){1,20}$/;
const SPLIT =
  / (?:of|in|for|from|by|at|on|with|to|per|between|among|who|that|which|bound|used|paid|across|via|through|during|over|under|into|against|and) /;

/** Adjectives and adverbs that may stand behind a noun: "patents granted", "income per head". */
const BEHIND_NOUNS = new Set(
  'granted applied issued approved sold used spent raised produced itself alone abroad annually overall combined together altogether per capita'.split(
    ' ',
  ),
);

function headOf(name: string): string {
  const words = ` ${name.replaceAll('per capita', 'per-capita')} `;
  const head = words
    .slice(0, SPLIT.exec(words)?.index ?? words.length)
    .trim()
    .split(' ')
    .findLast((word) => !BEHIND_NOUNS.has(word));
  return head === undefined ? '' : head.slice(head.lastIndexOf('-') + 1);
}

const SENSIBLE =
  /^(?![a-z'-]+ (?:[a-z'-]+ )?(?:achieved|booked|posted|generated|earned) )(?!.*\b(?:made|makes|takes?|took|gave|gives|declare[sd]?|said|says|did|does|get|gets|comes?|came|ranks|ranked|what|how|why|whether|which|whose|it|he|she|we|i|you|to be|would|could|can|may|might|should|must|is|are|was|were|who|whom)\b)[a-z]/;

const FIRST_SLOT = SLOT.name.charCodeAt(0);
const LAST_SLOT = SLOT.list.charCodeAt(0);
const isSlot = (code: number): boolean => code >= FIRST_SLOT && code <= LAST_SLOT;

/** What a mention is called in the name of a measure; undefined where there is none. */
function wordsOf(mention: Mention | undefined): string | undefined {
  if (mention === undefined) return undefined;
  if (mention.kind === 'place') return mention.anaphor ? ' ' : mention.place.name.toLowerCase();
  if (mention.kind === 'organisation') return mention.name.toLowerCase();
  return mention.kind === 'demonym' ? '' : ' ';
}

/** False where no word of units `from`..`to` can be the head of a measure that `isHead` asks for: told before its name is made. */
export function mayHaveHead(shape: Shape, from: number, to: number, isHead: (word: string) => boolean): boolean {
  let start = from;
  for (let at = from; at <= to; at += 1) {
    const code = at < to ? shape.text.charCodeAt(at) : 32;
    if (code >= 97 && code <= 122) continue;
    if (at > start && isHead(shape.text.slice(start, at))) return true;
    if (code === 34 || code === 42 || code === 95 || code > 0x7f) return true; // marks that names leave out; mentions
    start = at + 1;
  }
  return false;
}

/** The measure that units `from`..`to` of the shape name; undefined where they name none. `owner` is left out of its words; with `anyHead` every noun will do. */
export function measureIn(shape: Shape, from: number, to: number, owner: Owner | undefined, anyHead = false): Measure | undefined {
  let words = '';
  let copied = owner !== undefined && owner.from < from ? Math.max(from, owner.to) : from;
  for (let at = copied; at < to; at += 1) {
    const left = owner !== undefined && at === owner.from && owner.to > at;
    if (!left && !isSlot(shape.text.charCodeAt(at))) continue;
    words += shape.text.slice(copied, at);
    if (left) {
      words += ' ';
      copied = owner.to;
      at = owner.to - 1;
      continue;
    }
    const unit = shape.text[at] ?? '';
    if (QUANTITIES.test(unit) || REFUSED.test(unit)) return undefined;
    words += wordsOf(shape.mentions.get(at)) ?? unit;
    copied = at + 1;
  }
  words += shape.text.slice(copied, Math.max(copied, to));
  const named = nameFrom(words, anyHead);
  return named === undefined ? undefined : { ...named, span: { start: shape.starts[from] ?? 0, end: shape.ends[to - 1] ?? 0 } };
}

const MONTHS = ' january february march april may june july august september october november december ';

/** A name out of words in lower case, if they are one. */
function nameFrom(words: string, anyHead: boolean): Omit<Measure, 'span'> | undefined {
  const plain = (words.includes('(') ? words.replaceAll(/\([^()]*\)/g, ' ') : words)
    .replaceAll(/ (?:in|for|of|by|during|over|at|since|until|on|as of)(?= {2}|$| ?,)/g, ' ')
    .replaceAll(/["“”*_]/g, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  const name = plain.replace(LEADING, '').replace(TRAILING, '').trim();
  const head = headOf(name);
  if (isNoUnit(head) || MONTHS.includes(` ${head} `) || !(anyHead || isMass(head) || isPlural(head) || HEADS.has(head))) return undefined;
  if (name.length > 90 || !SENSIBLE.test(name) || /[;:!?]/.test(name) || name.split(' ').length > 12) return undefined;
  return { name, head };
}
