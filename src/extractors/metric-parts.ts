import { EVENT, isCount, isShare, PLACE, sameSentence, spanOf, type Figure, type Found, type Reading } from './metric-figure.ts';
import { COMING, ownerBefore } from './metric-owner.ts';
import { periodFor } from './metric-period.ts';
import { phraseAfter } from './metric-phrase.ts';

/*
 * Parts of a count told before, and counts told together.
 */

/** The count that was told last, in the section or at the end of the one before. */
const lastCount = ({ told, shape }: Figure): Reading | undefined =>
  told.findLast((reading) => isCount(reading) && shape.section - reading.shape.section < 2);

const PART = /^ (?:from|in|with|for|to|on) (?<part>(?:the )?[a-z][a-z -]{2,60}?)(?=[,;.]| and |$)/;

/** "5,842 from companies, 1,626 from universities": parts of the count before. */
export function breakdown(figure: Figure): Found | undefined {
  const { left, right, counted, quantity, shape, at } = figure;
  const part = PART.exec(right)?.groups?.['part'];
  const last = lastCount(figure);
  if (part === undefined || last === undefined || quantity.unit !== '' || quantity.measure !== 'count' || counted.noun !== '')
    return undefined;
  if (!/(?:[,;:]|,? and|comprised|comprise|including|included|namely|of which|with) $/.test(left)) return undefined;
  return {
    construction: 'growth-beside-figure',
    owner: last.owner,
    base: last.base,
    name: `${last.base} ${/^ ([a-z]+)/.exec(right)?.[1] ?? ''} ${part}`,
    nameSpan: spanOf(shape, at + 1, at + 1 + part.length),
    unit: last.unit,
    ...(last.period === undefined ? {} : { period: last.period }),
  };
}

/** "45 universities, 120 institutes and 900,000 students": all of whoever has the first. */
export function coordinated(figure: Figure): Found | undefined {
  const { left, counted, last, shape, at } = figure;
  if (
    last === undefined ||
    counted.noun === '' ||
    !sameSentence(figure) ||
    !isCount(last) ||
    !['place-holds-count', 'count-in-place'].includes(last.construction)
  )
    return undefined;
  const between = left.slice(last.at + 1);
  const phrase = phraseAfter(shape.text, last.at + 1, at);
  const joint = between.slice(phrase.length);
  return /^(?:,|;|,? and|,? as well as|,? plus|, along with)(?: also)? $/.test(joint)
    ? { construction: 'place-holds-count', owner: last.owner, base: counted.name, nameSpan: spanOf(shape, at + 1, at + 1 + counted.length) }
    : undefined;
}

const OF_THESE = /^ of (?:them|these|those|(?:the|this) total)(?=[ ,.])(?: [a-z]+)?/;
const OF_WHICH = /(?:of|among) (?:which|whom|these|them|those),? $/;
const FROM_PLACE = new RegExp(`^ (?:[a-z]+ ){0,4}?(?:from|in) (?:the )?${PLACE}(?!['’])`);
/** "7,857 of the Guiyang patents had to do with" */
const OF_NOUN =
  /^ of (?:the |these |those )?(?:[\uE000-\uE002](?:['’]s)? )?(?:[a-z-]+ )?(?<noun>[a-z]+)(?= (?:were|was|are|have|had|came|went|concern(?:ed)?)\b)/;
/** "March alone brought 629,000 of them", "the park attracted two of them" */
const TOOK =
  /(?:^|[ ,(])(?:brought|saw|had|recorded|attracted|received|drew|took|got|welcomed|registered|counted|accounted for|made up|built|issued) $/;
const PREDICATE = /^ (?:[a-z'’-]+(?: |$|(?=[.,;)]))){1,6}/;

/** "8,918 of these were from Guiyang", "of which 2,650 were won last year" */
export function partOf(figure: Figure): Found | undefined {
  const { left, right, quantity, counted, shape, at } = figure;
  if (!right.startsWith(' of ') && !OF_WHICH.test(left)) return undefined;
  const last = lastCount(figure);
  if (last === undefined || EVENT.test(shape.text)) return undefined;
  const noun = OF_NOUN.exec(right);
  const these = OF_THESE.exec(right) ?? (noun !== null && noun.groups?.['noun'] === last.unit ? noun : null);
  if ((these === null && !OF_WHICH.test(left)) || (counted.noun !== '' && (noun === null || these !== noun))) return undefined;
  const skipped = these === null ? 0 : these === noun ? these[0].length : (/^ of [a-z]+(?: total)?/.exec(right)?.[0] ?? '').length;
  const rest = right.slice(skipped);
  const dated = last.period === undefined || periodFor(shape, at) !== undefined ? {} : { period: last.period };
  const place = quantity.measure === 'count' && quantity.unit === '' ? FROM_PLACE.exec(rest) : null;
  const owner = place === null ? undefined : ownerBefore(shape, at + 1 + skipped + place[0].length);
  if (owner !== undefined && !COMING.test(last.base))
    return { construction: 'place-beside-figure', owner, base: last.base, nameSpan: last.nameSpan, unit: last.unit, ...dated };
  const said = PREDICATE.exec(rest)?.[0].trimEnd() ?? '';
  if (quantity.unit !== '' && !isShare(quantity)) return undefined;
  const took = said === '' && these !== null ? TOOK.exec(left) : null;
  if (took !== null)
    return {
      construction: 'place-beside-figure',
      owner: ownerBefore(shape, took.index) ?? last.owner,
      base: last.base,
      nameSpan: last.nameSpan,
      unit: last.unit,
    };
  if (said === '') return undefined;
  const name = isShare(quantity)
    ? `share of ${last.base}`
    : `${last.base}${said.replace(/^ (?:is|are|was|were|has been|have been|had to do)(?= )/, '')}`;
  return {
    construction: 'growth-beside-figure',
    owner: last.owner,
    base: last.base,
    name,
    nameSpan: spanOf(shape, at + 1, at + 1 + said.length),
    ...(isShare(quantity) ? {} : { unit: last.unit }),
    ...dated,
  };
}

/** "Most of the visitors were Koreans (252,118), followed by Chinese (131,870)": those who come from a country, of those told before. */
export function comers(figure: Figure): Found | undefined {
  const { left, quantity, counted, shape } = figure;
  const slot = /\uE002(?: visitors| tourists| guests| nationals| citizens)?,? \(?(?:also |with )?$/.exec(left);
  const from = slot === null ? undefined : shape.mentions.get(slot.index);
  const last = from === undefined ? undefined : lastCount(figure);
  if (
    from?.kind !== 'demonym' ||
    last === undefined ||
    quantity.measure !== 'count' ||
    quantity.unit !== '' ||
    counted.noun !== '' ||
    quantity.value.length < 3
  )
    return undefined;
  const coming = last.base.split(' from ')[0] ?? '';
  return COMING.test(coming)
    ? {
        construction: 'growth-beside-figure',
        owner: last.owner,
        base: `${coming} from ${from.place.name}`,
        nameSpan: last.nameSpan,
        unit: last.unit,
      }
    : undefined;
}
