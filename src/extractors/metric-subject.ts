import { clauseStart, OF_OTHERS, PLACE, sameSentence, type Figure } from './metric-figure.ts';
import { measureIn, type Measure } from './metric-measure.ts';
import { mostSpecific, ownerAtHead, ownerBefore, ownerIn, subjectAt, type Owner } from './metric-owner.ts';
import { isPlaceSlot } from './rank-sense.ts';
import { topicOf } from './metric-topic.ts';
import { isStatistic } from './metric-words.ts';
import type { Shape } from './shape.ts';

/*
 * What stands in front of a verb: the place and the measure of a figure.
 */

interface Subject {
  readonly owner: Owner | undefined;
  readonly measure: Measure | undefined;
  readonly from: number;
  readonly to: number;
}

/** What stands in front of a verb that begins at `to`: a measure, a place, or nothing. */
export function subjectBefore({ shape }: Figure, to: number): Subject {
  const { start, word } = clauseStart(shape, to);
  if (/^(?:which|that|who)$/.test(word) && to - start < 3) {
    const end = shape.text.slice(0, start).replace(/,? (?:which|that|who) $/, '').length;
    const outer = clauseStart(shape, end).start;
    const owner = ownerIn(shape, outer, end) ?? subjectAt(shape, end);
    return { owner, measure: measureIn(shape, outer, end, owner), from: outer, to: end };
  }
  if (/^(?:which|that|who)$/.test(word) && measureIn(shape, start, to, undefined) === undefined) {
    const end = start - word.length - 1; // "residents who used an agency came to"
    const outer = clauseStart(shape, end).start;
    const owner = ownerIn(shape, outer, end);
    return { owner, measure: measureIn(shape, outer, end, owner), from: outer, to: end };
  }
  const whose = outerPlace(shape, start, word);
  const owner = whose ?? ownerIn(shape, start, to) ?? subjectAt(shape, to);
  return { owner, measure: measureIn(shape, start, to, whose === undefined ? owner : undefined), from: start, to };
}

/** "Hull, whose trade", "Hull, where trade": the place that the clause is of. */
export function outerPlace(shape: Shape, start: number, word: string): Owner | undefined {
  const { text } = shape;
  if (word === 'whose' || word === 'where') return ownerBefore(shape, text.slice(0, start).replace(/,? (?:whose|where) $/, '').length);
  return /^(?:whose|where) /.test(text.slice(start, start + 6))
    ? ownerBefore(shape, text.slice(0, start).replace(/,? $/, '').length)
    : undefined;
}

/** "was 2.5% in New Zealand", "5 percent last year in Spain" */
const LOCATED = new RegExp(
  `^(?: (?:year-on-year|on average|overall|last (?:year|month|quarter)|this year|in \\uE009|annually|a year|per year|per month|a month)){0,2} (?:in|across|throughout) (?:the )?${PLACE}(?!['’]s? [a-z])`,
);

/** The place of a measure that names none itself: the one at the head of the sentence, or what the text is about; none for the figures of companies and persons. */
export function implied(figure: Figure, name: string): Owner | undefined {
  const { shape, at, last, document } = figure;
  const { start, word } = clauseStart(shape, at);
  const atHead = outerPlace(shape, start, word) ?? ownerAtHead(shape);
  if (atHead !== undefined) return atHead;
  const words = shape.text.slice(start, at);
  if (OF_OTHERS.test(words)) return undefined;
  const behind = LOCATED.exec(shape.text.slice(at + 1));
  if (behind !== null) return ownerBefore(shape, at + 1 + behind[0].length);
  if (/\uE00A(?!,)/.test(words) || !name.split(' ').some((word) => isStatistic(word))) return undefined;
  if (UNKNOWN.test(shape.cased.slice(start, at))) return undefined;
  const found = (sameSentence(figure) ? last?.owner : undefined) ?? subjectOfSentence(shape, at) ?? topicOf(document, shape);
  return /^national /.test(name) && found?.place.place.type !== 'country' ? undefined : found;
}

/** "Hotels on Mactan Island", "In Maringá": a place that nobody knows. */
const UNKNOWN = /(?:^(?:In|On|At)|\b(?:in|on|at|near)) (?:the )?[A-Z]\p{Ll}{2,} /u;

const BEGINNING = new RegExp(
  `^(?:[a-z]+, )?[^\uE000-\uE00B,;:]{0,24}(?<!(?:from|to|with|than|by|near|against|for|said) (?:the )?)${PLACE}(?![ ](?:officials|police|government))`,
);

/** The place a sentence begins with. */
export function subjectOfSentence(shape: Shape, at: number): Owner | undefined {
  const found = BEGINNING.exec(shape.text.slice(0, at));
  return found === null ? undefined : ownerBefore(shape, found[0].length);
}

const APPOSITION = new RegExp(
  `(?<place>${PLACE})(?:, (?:in|a|an|the|its|capital|home|located|part|of|near|on|once|now|also|with|one of|${PLACE})[^;:()]{0,90}?| \\([^()]{0,60}\\)),? ?$`,
  'd',
);

/** "Hangzhou, in Zhejiang, has": the place before the words between commas. */
export function beforeApposition(shape: Shape, to: number): Owner | undefined {
  const start = Math.max(0, to - 130);
  const at = APPOSITION.exec(shape.text.slice(start, to))?.indices?.groups?.['place']?.[0];
  return at === undefined ? undefined : ownerBefore(shape, start + at + 1);
}

export function subjectPlace(shape: Shape, from: number, to: number): Owner | undefined {
  const own = ownerIn(shape, from, to);
  if (own !== undefined) return own;
  const named = mostSpecific(ownersIn(shape, from, to));
  if (named !== undefined) return named;
  const before = shape.text.slice(0, from).replace(/[, (]{1,9}(?:(?:with|and) {0,9})?$/, '');
  return beforeApposition(shape, before.length) ?? ownerBefore(shape, before.length);
}

export function organisationIn(shape: Shape, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (shape.mentions.get(at)?.kind === 'organisation') return true;
  return false;
}

export function ownersIn(shape: Shape, from: number, to: number): readonly Owner[] {
  const owners: Owner[] = [];
  for (let at = from; at < to; at += 1) {
    const found = isPlaceSlot(shape.text[at]) ? ownerBefore(shape, at + 1) : undefined;
    if (found !== undefined) owners.push(found);
  }
  return owners;
}
