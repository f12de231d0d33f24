import { isMass, isNoUnit, isPlural } from './metric-words.ts';
import type { Owner } from './metric-owner.ts';
import { SLOT, type Shape } from './shape.ts';
import type { Span } from '../source-text.ts';

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
    'rate ratio share level number count total average bill fee product economy volume proportion coverage stock market temperature intensity index frequency length distance cost footprint yield quota balance gap premium scale sum ' +
    'figure percentage industry sector tally amount bid usage demand supply use sales acreage harvest crop circulation patronage readership attendance ridership tourism industry manufacturing construction agriculture retail'
  ).split(' '),
);

const QUANTITIES = new RegExp(`[${SLOT.number}${SLOT.percent}${SLOT.money}${SLOT.dimension}]`);
const REFUSED = new RegExp(`[${SLOT.top}${SLOT.ordinal}${SLOT.list}]`);
const LEADING =
  /^(?:(?:and|but|so|also|of|in|by|while|as|with|the|a|an|its|their|his|her|our|your|this|that|these|those|some|all|both|whose|where|when|which|then|now|today|currently|meanwhile|overall|for|according to|total number of|number of|amount of|value of|total of|sum of|rate of|volume of|size of|level of|combined|to|from|on|at|if|because|since|after|before|although|is|are|was|were|has|had|have|there|more than) |[,;:.'"()*_ -])*/;
const TRAILING =
  /(?: (?:of|in|at|for|from|by|to|with|on|and|as|per|the|a|an|its|their|was|were|is|are|has|have|had|also|already|now|only|just|alone|that|which|who|than|then|therefore|together|last|this)|[,;:.'"()*_ -]){1,20}$/;
const SPLIT =
  / (?:of|in|for|from|by|at|on|with|to|per|between|among|who|that|which|bound|used|paid|across|via|through|during|over|under|into|against|and) /;

/** Adjectives and adverbs that may stand behind a noun: "patents granted", "income per head". */
const headOf = (name: string): string =>
  (` ${name.replaceAll('per capita', 'per-capita')} `.split(SPLIT)[0] ?? '')
    .trim()
    .split(' ')
    .filter(
      (word) =>
        !/^(?:granted|applied|issued|approved|sold|used|spent|raised|produced|itself|alone|abroad|annually|overall|combined|together|altogether|per|capita)$/.test(
          word,
        ),
    )
    .at(-1)
    ?.replace(/^.*-/, '') ?? '';

const SENSIBLE =
  /^(?![a-z'-]+ (?:[a-z'-]+ )?(?:achieved|booked|posted|generated|earned) )(?!.*\b(?:made|makes|takes?|took|gave|gives|declare[sd]?|said|says|did|does|get|gets|comes?|came|ranks|ranked|what|how|why|whether|it|he|she|we|i|you|to be|would|could|can|may|might|should|must|is|are|was|were|who|whom)\b)[a-z]/;

/** The measure that units `from`..`to` of the shape name; undefined where they name none. `owner` is left out of its words; with `anyHead` every noun will do. */
export function measureIn(shape: Shape, from: number, to: number, owner: Owner | undefined, anyHead = false): Measure | undefined {
  const parts: string[] = [];
  for (let at = from; at < to; at += 1) {
    const unit = shape.text[at] ?? '';
    if (owner !== undefined && owner.to > owner.from && at >= owner.from && at < owner.to) {
      if (at === owner.from) parts.push(' ');
      continue;
    }
    if (QUANTITIES.test(unit) || REFUSED.test(unit)) return undefined;
    const mention = shape.mentions.get(at);
    if (mention === undefined) parts.push(unit);
    else if (mention.kind === 'place') parts.push(mention.anaphor ? ' ' : mention.place.name.toLowerCase());
    else if (mention.kind === 'organisation') parts.push(mention.name.toLowerCase());
    else if (mention.kind === 'demonym') parts.push('');
    else parts.push(' ');
  }
  return nameFrom(parts.join(''), { start: shape.starts[from] ?? 0, end: shape.ends[to - 1] ?? 0 }, anyHead);
}

/** A name out of words in lower case, if they are one. */
function nameFrom(words: string, span: Span, anyHead: boolean): Measure | undefined {
  const plain = words
    .replaceAll(/\([^()]*\)/g, ' ')
    .replaceAll(/ (?:in|for|of|by|during|over|at|since|until|on|as of)(?= {2}|$| ?,)/g, ' ')
    .replaceAll(/["“”*_]/g, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  const name = plain.replace(LEADING, '').replace(TRAILING, '').trim();
  const head = headOf(name);
  if (name.length > 90 || !SENSIBLE.test(name) || /[;:!?]/.test(name) || name.split(' ').length > 12) return undefined;
  if (isNoUnit(head) || !(anyHead || isMass(head) || isPlural(head) || HEADS.has(head))) return undefined;
  return { name, head, span };
}
