import { allMatches } from '../all-matches.ts';
import { AMOUNT, BUSINESS, clauseStart, HOLD, PLACE, sameNoun, type Figure, type Found } from './metric-figure.ts';
import { mayHaveHead, measureIn } from './metric-measure.ts';
import { ownerBefore, ownerIn, type Owner } from './metric-owner.ts';
import { implied, subjectBefore, subjectPlace } from './metric-subject.ts';
import { headingPlace, topicOf } from './metric-topic.ts';
import { isMass, isStatistic } from './metric-words.ts';
import { SLOT } from './shape.ts';

/*
 * A measure and its amount: "the GDP of Shenzhen reached 2 trillion yuan", "a population of 7 million".
 */

/** "Shenzhen's GDP reached", "exports from Leeds came to" */
export function measureIs(figure: Figure): Found | undefined {
  const { left } = figure;
  const words = AMOUNT.words(left);
  if (words === undefined) return undefined;
  const subject = subjectBefore(figure, left.length - words.length - 1);
  if (
    subject.measure === undefined ||
    BUSINESS.test(subject.measure.name) ||
    (figure.counted.noun !== '' && figure.quantity.unit === '' && !sameNoun(figure.counted, subject.measure))
  )
    return undefined;
  const owner = subject.owner ?? implied(figure, subject.measure.name);
  if (owner !== undefined && isOfCompany(owner, subject.measure.name)) return undefined;
  return owner === undefined
    ? undefined
    : {
        construction: words === 'of' ? 'measure-of-amount' : 'measure-is-amount',
        owner,
        base: subject.measure.name,
        nameSpan: subject.measure.span,
      };
}

/** "Its revenue was 440 million euros": what companies have and places do not. */
const isOfCompany = ({ place }: Owner, name: string): boolean =>
  place.anaphor &&
  place.end - place.start === 3 &&
  /^(?:(?:net|annual|total|operating|key) )?(?:revenues?|turnover|profits?|sales|net income|earnings|valuation|rate)$/.test(name);

/** "Acme achieved revenue": whoever stands in front of the verb is no place. */
const OF_DOER =
  /^(?!the )[a-z][a-z'’-]* (?:[a-z][a-z'’-]* ){0,2}?(?:achieved|posted|reported|recorded|generated|earned|booked|made|announced) /;

const LEAD_IN = new RegExp(
  `(?:^|[ ,(\\uE000-\\uE00B])(?:with|has|have|had|having|a|an|the|its|of|to|and|for|at|from|boasts|boasting|recorded|posted|posting|recording|reached|reaching|attracted|at a|on|in|is|was|,|${PLACE}['’]s|${SLOT.anaphor}) `,
  'g',
);

const ANY_PLACE = new RegExp(PLACE);

/** "a population of", "with total revenues of": a measure right in front of its amount. */
export function measureOf(figure: Figure): Found | undefined {
  const { left, shape } = figure;
  if (!left.endsWith(' of ')) return undefined;
  const to = left.length - 4;
  const { start } = clauseStart(shape, to);
  const clause = shape.text.slice(start, to);
  let from = start;
  for (const found of allMatches(LEAD_IN, clause)) from = start + found.index + found[0].length;
  if (from === start && (OF_DOER.test(clause) || ANY_PLACE.test(clause))) return undefined;
  const measure = measureIn(shape, from, to, undefined);
  if (measure !== undefined && figure.quantity.unit === '' && figure.counted.noun !== '' && !sameNoun(figure.counted, measure))
    return undefined;
  if (measure === undefined || /^(?:number|total|average|count|amount|sum|share|cost|price|value|loss|bid|fee)$/.test(measure.name))
    return undefined;
  const owner = subjectPlace(shape, start, to) ?? forward(figure) ?? implied(figure, measure.name);
  return owner === undefined ? undefined : { construction: 'measure-of-amount', owner, base: measure.name, nameSpan: measure.span };
}

const FORWARD = new RegExp(`^[^;.]{0,60}?, (?:the )?${PLACE}(?!['’])`);

/** "With a population of 8.4 million, Nairobi is" */
function forward({ shape, at, right }: Figure): Owner | undefined {
  if (!/^(?:with|home to|at|boasting|covering|despite|having|counting|thanks to)\b/.test(shape.text)) return undefined;
  const found = FORWARD.exec(right);
  return found === null ? undefined : ownerBefore(shape, at + 1 + found[0].length);
}

/** "Effective rate: 1.53%", "Median tax bill: $2,967" in the lines of a paragraph */
const LABEL = /(?:^|[\uE005-\uE008](?:(?: [a-z]{1,12}){0,2}[,;|])? )(?<label>[^:\uE000-\uE00B]{2,50}): $/;

/** "Seattle (population 737,000)", "completes GDP 113 billion yuan": a measure right in front of its amount, without a verb. */
export function measureBeside(figure: Figure): Found | undefined {
  const { left, shape, counted, quantity } = figure;
  if (counted.noun !== '' && counted.noun !== 'people') return undefined;
  const to = left.replace(/[:,-]? $/, '').length;
  const line = LABEL.exec(left);
  const { start, word } = line === null ? clauseStart(shape, to) : { start: to - (line.groups?.['label'] ?? '').length, word: '' };
  const head = left.lastIndexOf(' ', to - 1) + 1;
  const from = HOLD.words(left.slice(0, head)) === undefined ? start : Math.max(start, head);
  const labelled = line !== null && !/\b(?:score|rank|rating|index|points|phone|tel|founded|price)\b/.test(left);
  const section = figure.document.sections[shape.section];
  const block = labelled && quantity.measure === 'money' && section !== undefined && headingPlace(figure.document, section) !== undefined;
  if (!block && !mayHaveHead(shape, from, to, labelled ? isStatistic : isMass)) return undefined;
  const measure = measureIn(shape, from, to, ownerIn(shape, from, to), block);
  if (
    measure === undefined ||
    measure.name.split(' ').length > 6 ||
    !(labelled ? block || isStatistic(measure.head) : isMass(measure.head) && (quantity.unit !== '' || measure.head === 'population'))
  )
    return undefined;
  const owner =
    ownerIn(shape, from, to) ??
    (word === '(' ? ownerBefore(shape, start - 1) : subjectPlace(shape, start, from)) ??
    (block ? topicOf(figure.document, shape) : implied(figure, measure.name));
  if (owner !== undefined && isOfCompany(owner, measure.name)) return undefined;
  return owner === undefined ? undefined : { construction: 'measure-of-amount', owner, base: measure.name, nameSpan: measure.span };
}
