import { ANY_QUANTITY, clauseStart, PLACE, type Figure, type Found, type Reading } from './metric-figure.ts';
import { ownerBefore, type Owner } from './metric-owner.ts';
import { periodFor } from './metric-period.ts';
import { subjectBefore } from './metric-subject.ts';
import { GROWS, HOLDS } from './metric-verbs.ts';
import { SLOT } from './shape.ts';
import type { PeriodMention, QuantityMention } from '../types.ts';

/*
 * One more figure of a measure told before: of another place ("Kwara was second with 38.5 percent", "In Windsor it was 8.2"), or of
 * an earlier time ("up from 26.7 percent in September").
 */

/** Sentences further back than this tell other things. */
const LONGEST_AGO = 900;

const kindOf = ({ measure, unit }: QuantityMention): string => (measure === 'money' ? unit.slice(0, 3) : `${measure} ${unit}`);

const isBare = ({ quantity, counted }: Figure): boolean => quantity.measure === 'count' && quantity.unit === '' && counted.noun === '';

/**
 * The last reading whose figure is of the same kind, in the section or at the end of the one before; for a bare number also one that
 * it may be a figure of ("44.1 degrees ... Seville 42.9"), but of its sentence or the sentence before.
 */
function measureInForce(figure: Figure): Reading | undefined {
  const { told, quantity, counted, shape } = figure;
  const near = told.filter(
    (reading) => reading.dated && shape.section - reading.shape.section < 2 && shape.span.start - reading.quantity.end < LONGEST_AGO,
  );
  if (counted.noun !== '') return near.findLast(({ unit, change }) => unit === counted.noun && change === '');
  const last = near.findLast((reading) => !isBare(figure) || shape.span.start - reading.shape.span.end < 3);
  const same = near.findLast((reading) => kindOf(reading.quantity) === kindOf(quantity));
  if (!isBare(figure)) return same;
  if (last === undefined || last.shape.section !== shape.section) return undefined;
  if (same !== undefined && same.shape === last.shape) return same;
  const ratio = Number(quantity.value) / Number(last.quantity.value);
  return last.quantity.measure !== 'count' && ratio > MOST_APART && ratio < 1 / MOST_APART ? last : undefined;
}

/** Figures of one measure that differ more are of two. */
const MOST_APART = 0.004;

const ANY = new RegExp(PLACE, 'g');
/** Words of positions between a place and its figure: "was second with", "closed the list at". */
const POSITION =
  /[\uE003\uE004]|\b(?:next|follow(?:s|ed|ing)|topp?(?:ed|s)?|last|lowest|highest|bottom|led|leads?|leading|close[sd]?|trail(?:s|ed|ing)|lagg?(?:ed|s|ing)|best|worst|fewest|most|least|cheapest|dearest|busiest|smallest|largest|biggest|ahead|behind|share|place)\b/;
const JOINT = /^(?:[ ,(-]{0,3}(?:with|at|on|alone|by|on just|to) ?|['’]s? (?:by )?|:? ?\(?|, )$/;
const WITH = /(?:,? (?:with|at|on|having)|:|,) $/;
const HELD = new RegExp(`^ ${HOLDS} $`);
/** "the United States, which has 21" */
const WHICH = new RegExp(`^(?: [a-z][^,;:()]{0,30})?,? which (?:${HOLDS}|(?:only |just )?managed|is at|was at|was second with) $`);
const THE_SAME =
  /^,? (?:it|this|that|there|the (?:figure|rate|share|number|proportion|average|level|median|price|total|count|value|amount)) (?:is|was|are|were|stood at|stands at|came to|reached|amounts to|amounted to|averaged|will be) $/;
const OWN =
  /^['’]s? (?:own |average |median |total |overall )?(?:(?:figure|rate|share|number|proportion|average|level|median|price|total|count|value|amount) )?(?:is|was|are|were|at|stood at|stands at|came to|reached|amounts to|amounted to|averaged) $/;
/** "flights to Rome with 300 passengers": what is beside such a place is not its own. */
const AWAY = /\b(?:from|to|near|against|than|(?<!(?:ahead|that|those) )of|between|with|like|via|towards?|into|over)(?: the| mainland)? $/;
const LOCATED = /(?:^|[ ,;(])(?:in|for|at|on|across|throughout) (?:the )?$/;

const ANY_ONE = new RegExp(PLACE);
/** "In London it was": another place's. */
const IT_THERE = new RegExp(
  `(?:^|[ ,;(])(?:in|for|at|on|across|throughout) (?:the )?${SLOT.name},? ${SLOT.anaphor} (?:is|was|stood at|stands at|came to|reached|amounts to|amounted to|averaged) $`,
);

/** Nothing that would name the figure behind it. */
const CLOSED =
  /^(?: of (?:them|these|those)| each)?(?:$|[,.;:()!?"\uE009]| (?:and|while|but|or|whereas|as|respectively|according|followed|ahead|after|before|behind|in \uE009|a (?:year|month|day|night|week))\b|- )/;

/** The place that stands in front of the figure in a way that gives it the measure of the figure before. */
function placeInFront({ left, shape }: Figure): Owner | undefined {
  let at = -1;
  ANY.lastIndex = Math.max(0, left.length - 120);
  for (let found = ANY.exec(left); found !== null; found = ANY.exec(left)) at = found.index;
  if (at < 0) return undefined;
  const it = IT_THERE.exec(left);
  if (it !== null) return ownerBefore(shape, left.slice(0, it.index).length + it[0].search(ANY_ONE) + 1);
  const before = left.slice(Math.max(0, at - 30), at);
  const between = left.slice(at + 1);
  const located = LOCATED.test(before);
  if (/[\uE005-\uE008;]/.test(between) || (AWAY.test(before) && !located)) return undefined;
  const fits =
    (located && (THE_SAME.test(between) || /^,? (?:only |just )?$/.test(between))) ||
    (!located && (JOINT.test(between) || HELD.test(between) || WHICH.test(between))) ||
    OWN.test(between) ||
    (WITH.test(between) && POSITION.test(`${before}${between}`));
  return fits ? ownerBefore(shape, at + 1) : undefined;
}

/** "Kwara was second and Lagos third with 38.5 percent", "Sunderland's was 274,200" */
export function again(figure: Figure): Found | undefined {
  const { shape, at, quantity, right, counted, document } = figure;
  if (figure.told.length === 0 || quantity.measure === 'points') return undefined;
  const leads = /^ to [\uE005-\uE008]/.test(right);
  if (!leads && !CLOSED.test(right.slice(counted.length))) return undefined;
  if (document.sections[shape.section]?.kind === 'item' && figure.last === undefined) return undefined;
  const before = measureInForce(figure);
  const owner = before === undefined ? undefined : placeInFront(figure);
  if (before === undefined || owner === undefined || (leads && before.change === '')) return undefined;
  const { name: own } = owner.place.place;
  if (own === before.owner.place.place.name && before.shape === shape) return undefined;
  return sameMeasure(before, owner, quantity, periodFor(shape, at) ?? before.period);
}

function sameMeasure(before: Reading, owner: Owner, quantity: QuantityMention, period: PeriodMention | undefined): Found {
  return {
    construction: 'place-beside-figure',
    owner,
    base: before.base,
    name: before.name,
    nameSpan: before.nameSpan,
    unit: before.unit,
    change: before.change !== '' && quantity.negative ? 'decrease' : before.change,
    ...(period === undefined ? {} : { period }),
  };
}

const AGO =
  /(?:\b(?:up|down|higher|lower|more|fewer|less|compared)\b[^,;\uE000-\uE00B]{0,30}? |[\uE005-\uE009] (?:in [a-z]{3,9},? )?|, |^)(?:from|against|compared (?:with|to)|as against|versus|vs\.?|than the|above the|below the) (?:the |just |only |a )?$/;
const YEAR_AGO =
  /^[^,;.\uE005-\uE008]{0,40}?\b(?:same (?:month|period|quarter|half|time|week|day)|year (?:ago|earlier|before)|(?:last|previous|preceding) year)\b/;
const SLOT_BEHIND = /^ (?:[a-z'’]+ ){0,6}?(?:a |one |the )?\uE009/;
const PLACE_BEHIND = new RegExp(`^(?: [a-z'’-]+){0,3}? (?:in|for|at) (?:the )?${PLACE}(?!['’])`);

/** "up from 26.7 percent in September", "against 69 a year earlier", "compared with 158 kg in Ceredigion" */
export function earlier(figure: Figure): Found | undefined {
  const { left, right, shape, at, told, quantity } = figure;
  const last = told.at(-1);
  if (last?.shape !== shape || at - last.at > 100 || quantity.measure === 'points' || !AGO.test(left)) return undefined;
  if (/^ (?:[a-z]+ ){0,3}(?:to|until) [\uE005-\uE008]/.test(right)) return undefined;
  const before = measureInForce(figure);
  if (before?.shape !== shape) return undefined;
  const elsewhere = PLACE_BEHIND.exec(right);
  if (elsewhere !== null) {
    const owner = ownerBefore(shape, at + 1 + elsewhere[0].length);
    return owner === undefined ? undefined : sameMeasure(before, owner, quantity, before.period);
  }
  return { ...sameMeasure(before, before.owner, quantity, timeBefore(figure, before)), undated: true };
}

/** The time that the words behind an earlier figure say, by that of the later one where they count from it. */
function timeBefore({ right, shape, at, document }: Figure, later: Reading): PeriodMention | undefined {
  const slot = SLOT_BEHIND.exec(right)?.[0].length;
  const mention = slot === undefined ? undefined : shape.mentions.get(at + slot);
  const told = mention?.kind === 'period' ? mention : undefined;
  const words = told === undefined ? right : right.slice(0, slot) + document.clean.source.text.slice(told.start, told.end);
  if (later.period === undefined || !YEAR_AGO.test(words)) return told;
  const iso = later.period.iso.replaceAll(/(?<![\d-])\d{4}/g, (year) => String(Number(year) - 1));
  return { ...(told ?? later.period), iso, source: '' };
}

const FROM = new RegExp(`(?:^|[ ,(])(?<words>${GROWS})(?: [a-z-]+){0,3}? from $`);
const ENDS = new RegExp(`^[^,;.]{0,40}? to (?:[a-z]+ ){0,3}${ANY_QUANTITY}`);

/** "visitors rose from 1.4 million in 2022 to 2.1 million": where a growth begins. */
export function grownFrom(figure: Figure): Found | undefined {
  const { left, right, quantity } = figure;
  if (!left.endsWith(' from ') || quantity.measure === 'points' || !ENDS.test(right)) return undefined;
  const verb = FROM.exec(left);
  if (verb === null) return undefined;
  const to = verb.index + (verb[0].startsWith(verb.groups?.['words'] ?? '') ? 0 : 1);
  const { measure, owner } = subjectBefore(figure, to);
  if (measure === undefined || owner === undefined || clauseStart(figure.shape, to).start > to) return undefined;
  const slot = SLOT_BEHIND.exec(right)?.[0].length;
  const period = slot === undefined ? undefined : figure.shape.mentions.get(figure.at + slot);
  return {
    construction: 'grew-to-amount',
    owner,
    base: measure.name,
    nameSpan: measure.span,
    undated: true,
    ...(period?.kind === 'period' ? { period } : {}),
  };
}

const GENERAL =
  /^(?:(?:average|overall|lowest|highest|same|city's|own) )?(?:median|average|figures?|rate|share|number|total|level|proportion|count|value|amount|tally|percentage|volume|price)$/;

/** "In Sweden the share was 38.7 percent": what a word for any measure stands for, by the figure told before; a growth may be of another kind. */
export function meant({ told, quantity, shape }: Figure, base: string, growing: boolean): Reading | undefined {
  if (!GENERAL.test(base)) return undefined;
  const word = base.split(' ').at(-1) ?? '';
  return told.findLast(
    (reading) =>
      shape.section - reading.shape.section < 2 &&
      (growing || kindOf(reading.quantity) === kindOf(quantity)) &&
      reading.change === '' &&
      !GENERAL.test(reading.base) &&
      (/^(?:figures?|number|total|count|level|amount|tally|value)$/.test(word) || reading.base.split(' ').includes(word)),
  );
}
