import type { Span } from '../source-text.ts';
import {
  ANY_QUANTITY,
  BUSINESS,
  clauseStart,
  isShare,
  PLACE,
  sameSentence,
  spanOf,
  type Construction,
  type Figure,
  type Found,
} from './metric-figure.ts';
import { Ending } from './last-words.ts';
import { ownerBefore, ownerIn, subjectAt, type Owner } from './metric-owner.ts';
import { phraseAfter } from './metric-phrase.ts';
import { implied, subjectBefore } from './metric-subject.ts';
import { AMOUNTS, directionOf, GROWS, GROWTH_NOUN } from './metric-verbs.ts';

/*
 * Growth: "exports rose by 5 percent to 3 million tonnes".
 */

/** "grew last year to" */
const TIME = '(?: (?:last|this) (?:year|month|quarter)| (?:in |over |during |since )?(?:the )?\uE009)?';

const GREW = new Ending(
  `${GROWS}${TIME}(?: (?:year-on-year|year on year|annually|again|on average|another|slightly|sharply))?(?: (?:by|at|with)| (?:at|by) an? (?:annual |average |annualised |annualized |yearly |average annual )?(?:rate|pace) of)?`,
);

const GREW_TO = new RegExp(
  `(?:^|[ ,(])(?<words>${GROWS})${TIME}(?: [a-z-]+){0,3}?(?: (?:by|from|with) (?:[a-z]+ ){0,3}${ANY_QUANTITY}[^,;.]{0,40}?| ${ANY_QUANTITY}[^,;.]{0,40}?)?,? to $`,
);

const GROWTH_OF = new Ending(
  `(?:(?:annual|yearly|year-on-year|monthly|quarterly|average|sharp|strong|overall|net|steep|slight|marginal|modest|moderate|significant|substantial|huge|massive|dramatic|rapid|small|big|large|further|record|remarkable|impressive|robust|healthy|considerable|notable|whopping|mere) ){0,5}${GROWTH_NOUN}(?: rate)? (?:of|by|at|to|is|was|reached|stood at|came to|averaged|hit|${AMOUNTS})`,
);

export const BESIDE =
  /^ (?<words>(?:year-on-year |annual |yearly |year on year )?(?:higher|more|fewer|less|lower|above|below|up|down|cheaper|dearer|larger|smaller|growth|increase|rise|jump|surge|decline|drop|fall|decrease|gain|boost))\b(?! than (?:the (?:national|average)|in (?:the )?\uE000|that of))/;

/** "82.3 percent (up 4.9 points)" */
export function pointsGained({ quantity, left, right, shape, last, at }: Figure): Found | undefined {
  if (quantity.measure !== 'count' || quantity.unit !== '' || !/^ (?:percentage )?points?\b/.test(right)) return undefined;
  const words = /[,(] ?(?<words>up|down|having (?:gained|lost)|an? (?:increase|decrease|rise|fall|drop|gain) of)(?: by)? $/.exec(left);
  if (words === null || last?.shape !== shape || last.quantity.measure !== 'percent' || at - last.at > 40) return undefined;
  return {
    construction: 'growth-beside-figure',
    owner: last.owner,
    base: last.base,
    name: `growth of ${last.base}`,
    nameSpan: last.nameSpan,
    unit: 'percentage point',
    change: directionOf(words.groups?.['words'] ?? ''),
  };
}

/** "Gansu grew faster than anyone, at 10.5 percent": of its economy. */
const OUTGREW = new RegExp(
  `(?<place>${PLACE})(?:,[^;:()\uE005-\uE008]{0,60},)? (?<words>${GROWS}) (?:(?:the )?(?:fastest|slowest|most|quickest|least)|faster|slower|quicker|more)(?: than [a-z]+| of all)?,? (?:at|by|with) $`,
  'd',
);

/** A percentage said to be a growth of something. */
export function grown(figure: Figure): Found | undefined {
  const { quantity, left, right, shape, last } = figure;
  if (!isShare(quantity) && (quantity.measure === 'count' || !/(?:by|with) $/.test(left))) return undefined;
  const outgrew =
    isShare(quantity) && / (?:fastest|slowest|most|quickest|least|faster|slower|quicker|more)\b/.test(left) ? OUTGREW.exec(left) : null;
  if (outgrew !== null) {
    const owner = ownerBefore(shape, (outgrew.indices?.groups?.['place']?.[0] ?? 0) + 1);
    const change = directionOf(outgrew.groups?.['words'] ?? '');
    if (owner !== undefined) return { construction: 'measure-grew-by', owner, base: '', name: 'growth', nameSpan: owner.place, change };
  }
  const verb = GREW.words(left);
  if (!isShare(quantity) && verb === undefined) return undefined;
  const beside = BESIDE.exec(right);
  const noun = GROWTH_OF.words(left);
  const words = noun ?? beside?.groups?.['words'] ?? verb;
  if (words === undefined) return undefined;
  const change = directionOf(words);
  const said = (owner: Owner | undefined, base: string, nameSpan: Span, construction: Construction): Found | undefined =>
    owner === undefined
      ? undefined
      : { construction, owner, base, name: base === '' ? 'growth' : /\bgrowth$/.test(base) ? base : `growth of ${base}`, nameSpan, change };
  const lead = noun ?? (beside === null ? verb : undefined);
  const inWhat =
    /^ (?:growth |increase |rise |jump |surge |decline |drop |fall |decrease |gain |boost )?(?:in|of) (?:the )?(?:number of )?/.exec(right);
  if (inWhat !== null && (noun !== undefined || beside !== null)) {
    const from = figure.at + 1 + inWhat[0].length;
    const to = from + (/^[^,.;:()]*/.exec(shape.text.slice(from))?.[0].length ?? 0);
    const owner = ownerIn(shape, from, to) ?? ownerIn(shape, clauseStart(shape, figure.at).start, figure.at);
    const phrase = phraseAfter(shape.text, from - 1, to);
    if (phrase.noun !== '')
      return said(owner ?? implied(figure, phrase.name), phrase.name, spanOf(shape, from, from + phrase.length), 'measure-grew-by');
  }
  if (lead !== undefined) {
    const to = left.length - (words.length + 1);
    const subject = subjectBefore(figure, to);
    if (subject.measure !== undefined && BUSINESS.test(subject.measure.name)) return undefined;
    if (subject.measure !== undefined)
      return said(subject.owner ?? implied(figure, subject.measure.name), subject.measure.name, subject.measure.span, 'measure-grew-by');
    const near = sameSentence(figure) && last !== undefined && figure.at - last.at < 90;
    const bare =
      shape.text
        .slice(subject.from, subject.to)
        .replace(/^(?:and|with|by|showing|representing|marking|an?|the|having|which is|that is|is|its|has) ?|[ ,]{1,9}$/g, '')
        .trim() === '';
    // "Koreans (37,000) were up by 73.6 percent"
    const beyond = near && /^\)[^,;.\uE000-\uE002\uE005-\uE00B]{0,50}$/.test(shape.text.slice(last.at + 1, to));
    if (near && (bare || beyond)) return said(last.owner, last.base, last.nameSpan, 'growth-beside-figure');
    const place =
      subjectAt(shape, subject.to) ?? (subject.owner !== undefined && subject.owner.to >= subject.to - 1 ? subject.owner : undefined);
    if (place !== undefined) {
      // "England's population grew by 6.6 percent ... Sunderland's went down by 0.5"
      const possessive = /['’]s? ?$/.test(shape.text.slice(0, subject.to));
      return said(place, last !== undefined && (last.change !== '' || possessive) ? last.base : '', place.place, 'measure-grew-by');
    }
    return undefined;
  }
  if (sameSentence(figure) && last !== undefined && figure.at - last.at < 90)
    return said(last.owner, last.base, last.nameSpan, 'growth-beside-figure');
  return undefined;
}

/** "rose 4.1% to $1,510": the figure a growth ends at. */
export function grownTo(figure: Figure): Found | undefined {
  const { left, last, quantity } = figure;
  if (!left.endsWith(' to ') || quantity.measure === 'points') return undefined;
  const verb = GREW_TO.exec(left);
  if (sameSentence(figure) && last !== undefined && last.change !== '' && figure.at - last.at < 60)
    return { construction: 'grew-to-amount', owner: last.owner, base: last.base, nameSpan: last.nameSpan };
  if (verb === null) return undefined;
  const to = verb.index + (verb[0].startsWith(verb.groups?.['words'] ?? '') ? 0 : 1);
  const subject = subjectBefore(figure, to);
  const owner = subject.owner ?? implied(figure, subject.measure?.name ?? '');
  return subject.measure === undefined || owner === undefined || BUSINESS.test(subject.measure.name)
    ? undefined
    : { construction: 'grew-to-amount', owner, base: subject.measure.name, nameSpan: subject.measure.span };
}
