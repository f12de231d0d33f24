import { announcedMeasure, announcedWithin, type Announced } from './metric-announcement.ts';
import { ANY_QUANTITY, BUSINESS, EVENT, PLACE, spanOf, type Figure, type Found } from './metric-figure.ts';
import { COMING, ownerBefore, type Owner } from './metric-owner.ts';
import { NO_PHRASE, phraseAfter, type Phrase } from './metric-phrase.ts';
import { ownersIn } from './metric-subject.ts';
import { directionOf } from './metric-verbs.ts';
import { unitOfNoun } from './metric-words.ts';
import type { Shape } from './shape.ts';

/*
 * Places and figures side by side: "Zhejiang 23, Jiangsu 22".
 */

const FRONT = new RegExp(`${PLACE}(?:,? (?:with|on|at|had|has|and|by|alone))? ?[(:,-]? ?$`);

/** "In Leeds it is", "in York the share was": the measure before, of another place. */
const AGAIN = new RegExp(
  `(?<=(?:^|[ ,;])(?:in|for) (?:the )?)${PLACE},? (?:it|the (?:rate|figure|share|number|proportion|average|level)|this) (?:is|was|stood at|were|came to|reached|stands at|amounts to|amounted to) $`,
);

const BEHIND = new RegExp(
  `^(?: of (?:these|those|them))?(?: each)?(?: (?:are|is|were|was|come|came|lie|hail|being|located|based|situated))? (?:for|in|from|of|to|belong to|by) (?:the )?(?=${PLACE})`,
);

/** "the train from York, with 98 on board" */
const ON_THE_WAY = /\b(?:from|near|against|via|into|towards?) (?:the )?$/;

/** The noun that an earlier number of the sentence counts: "Of the 100 cities, 22 are in Jiangsu". */
function nounBefore(shape: Shape, at: number): Phrase {
  let noun = NO_PHRASE;
  for (const [unit, mention] of shape.mentions) {
    if (unit >= at) break;
    if (mention.kind === 'quantity' || mention.kind === 'top') noun = phraseAfter(shape.text, unit + 1, at);
  }
  return noun;
}

/** "Zhejiang 23, Jiangsu 22", "Guangdong (20)", "4 each for Hubei and Hunan": one more place with the measure of the one before. */
export function placeBeside(figure: Figure): Found | undefined {
  const { left, right, shape, at, quantity, last, counted } = figure;
  const behind = BEHIND.exec(right);
  const front = behind === null ? (FRONT.exec(left) ?? (quantity.unit === '' ? null : AGAIN.exec(left))) : null;
  const owner =
    front !== null ? ownerBefore(shape, front.index + 1) : behind !== null ? ownerBefore(shape, at + 2 + behind[0].length) : undefined;
  if (owner === undefined || (front !== null && ON_THE_WAY.test(left.slice(Math.max(0, front.index - 20), front.index)))) return undefined;
  const same = last !== undefined && last.quantity.measure === quantity.measure && last.quantity.unit === quantity.unit;
  if (same && behind !== null && / from /.test(behind[0]) && COMING.test(last.base.split(' from ')[0] ?? '')) {
    const base = `${last.base.split(' from ')[0] ?? ''} from ${owner.place.place.name}`; // visitors from Korea are not Korea's
    return { construction: 'place-beside-figure', owner: last.owner, base, nameSpan: last.nameSpan, unit: last.unit };
  }
  if (same && (counted.noun === '' || counted.noun === last.unit)) {
    return {
      construction: 'place-beside-figure',
      owner,
      base: last.base,
      name: last.name,
      nameSpan: last.nameSpan,
      unit: last.unit,
      change: last.change,
      others: shared(figure, front, behind),
    };
  }
  const noun =
    quantity.measure === 'count' && quantity.unit === '' && counted.noun === '' && behind !== null ? nounBefore(shape, at) : NO_PHRASE;
  return noun.noun === ''
    ? undefined
    : {
        construction: 'place-beside-figure',
        owner,
        base: noun.name,
        nameSpan: spanOf(shape, at, at + 1),
        unit: unitOfNoun(noun.noun),
        others: shared(figure, front, behind),
      };
}

/** What the sentence, the section or what stands over it says the figures beside places are. */
export function announcedFor({ document, shape, at }: Figure): Announced | undefined {
  const section = document.sections[shape.section];
  const { text } = document.clean.source;
  if (section === undefined) return undefined;
  const end = shape.starts[at] ?? section.end;
  return (
    massIn(text, shape, at) ??
    announcedWithin(text, { start: shape.span.start, end }) ??
    announcedWithin(text, { start: section.start, end }) ??
    announcedMeasure(document, section)
  );
}

/** The last noun of a measure in front of a figure: "Average rents range from $1,200 in Austin". */
function massIn(text: string, shape: Shape, at: number): Announced | undefined {
  const words = text.slice(shape.span.start, shape.starts[at] ?? shape.span.end).toLowerCase();
  const found = [
    ...words.matchAll(
      /(?:(?:average|median|total|annual|monthly|per capita|gross|net|disposable|foreign|direct|population|economic|industrial|one-bedroom|two-bedroom|homicide|crime|unemployment|vacancy|occupancy|literacy|household|hourly|daily|mean|minimum|retail|rental|home|house|property) ){0,3}(?:gdp|rents?|prices|incomes?|wages?|salar(?:y|ies)|revenues?|exports|imports|output|turnover|unemployment|inflation|growth|rates?|population|costs|spending|investments?|density|rainfall|temperatures?|earnings|taxes|debt|fees|shares?)(?![a-z-])/g,
    ),
  ].at(-1);
  if (found === undefined) return undefined;
  return {
    name: found[0],
    unit: '',
    factor: '',
    span: { start: shape.span.start + found.index, end: shape.span.start + found.index + found[0].length },
  };
}

const NAMED_BEFORE = new RegExp(`${PLACE}(?:,? (?:with|at|on))? ?[(:]?$`);
const SERIES = new RegExp(`${PLACE}(?:,? (?:with|at|on))? ?\\(?${ANY_QUANTITY}|${ANY_QUANTITY} (?:in|for) ${PLACE}`, 'g');

/** "Shanghai (4.32 trillion yuan), Beijing (4.03 trillion)", "from $1,200 in Austin to $3,400 in Boston": places and figures side by side, their measure said before. */
export function series(figure: Figure): Found | undefined {
  const { left, right, shape, at, quantity, counted } = figure;
  if (quantity.measure === 'points' || quantity.measure === 'temperature' || counted.noun !== '') return undefined;
  const behind = /^ (?:in|for) (?:the )?(?=[\uE000\uE001])/.exec(right);
  const front = behind === null ? NAMED_BEFORE.exec(left.trimEnd()) : null;
  if ((front === null && behind === null) || BUSINESS.test(shape.text) || EVENT.test(shape.text)) return undefined;
  const owner =
    front !== null ? ownerBefore(shape, front.index + 1) : behind !== null ? ownerBefore(shape, at + 2 + behind[0].length) : undefined;
  if (owner === undefined) return undefined;
  const many = (shape.text.match(SERIES) ?? []).length > 1;
  const own = massIn(figure.document.clean.source.text, shape, at);
  const told = own ?? (many || /\($/.test(left.trimEnd()) ? announcedFor(figure) : undefined);
  const growing =
    quantity.measure === 'percent' &&
    /\b(?:gr[eo]w(?:n|th|ing)?|fastest|increase[sd]?|rise|rose|jump(?:ed)?|f[ae]ll|decline[sd]?|drop(?:ped)?)\b/.test(
      shape.text.slice(0, at),
    );
  if (told === undefined)
    return growing && many
      ? { construction: 'place-beside-figure', owner, base: 'growth', nameSpan: owner.place, change: directionOf(shape.text.slice(0, at)) }
      : undefined;
  if (quantity.unit === '' && told.unit === '' && quantity.value.length < 5) return undefined;
  const unit = quantity.unit === '' ? { unit: told.unit } : {};
  return {
    construction: 'place-beside-figure',
    owner,
    base: told.name,
    name: growing && !/growth/.test(told.name) ? `growth of ${told.name}` : told.name,
    nameSpan: told.span,
    ...unit,
    change: growing ? directionOf(shape.text.slice(0, at)) : '',
  };
}

const LIST = `${PLACE}(?:(?:,| and|, and) ${PLACE}){1,9}`;
const LIST_BEFORE = new RegExp(`${LIST}$`);
const LIST_BEHIND = new RegExp(`^${LIST}`);

/** The other places of "4 each for Hubei and Hunan", "India and South Korea four each". */
function shared({ shape, left, right, at }: Figure, front: RegExpExecArray | null, behind: RegExpExecArray | null): readonly Owner[] {
  if (front !== null) {
    const found = /^ each\b/.test(right) ? LIST_BEFORE.exec(left.slice(0, front.index + 1)) : null;
    return found === null ? [] : ownersIn(shape, found.index, front.index);
  }
  const from = at + 1 + (behind?.[0].length ?? 0);
  const found = behind !== null && /^ each\b/.test(right) ? LIST_BEHIND.exec(shape.text.slice(from)) : null;
  return found === null ? [] : ownersIn(shape, from + 1, from + found[0].length);
}
