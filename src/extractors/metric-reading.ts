import { SLOT, type Shape } from './pattern.ts';
import { NO_PHRASE, phraseAfter, type Phrase } from './metric-phrase.ts';
import { measureIn, type Measure } from './metric-measure.ts';
import { COMING, mostSpecific, ownerAtHead, ownerBefore, ownerIn, subjectAt, type Owner } from './metric-owner.ts';
import { statisticsPlace, topicOf } from './metric-topic.ts';
import { periodFor } from './metric-period.ts';
import { AMOUNTS, directionOf, FILLER, GROWS, GROWTH_NOUN, HOLDS } from './metric-verbs.ts';
import { announcedMeasure, announcedWithin, type Announced } from './metric-announcement.ts';
import { countedNoun } from './metric-header.ts';
import { isMass, isStatistic, unitOfNoun } from './metric-words.ts';
import { currencyOf } from '../pipeline/9-normalize/currencies.ts';
import type { Span } from '../source-text.ts';
import type { PeriodMention, QuantityMention, ReadDocument } from '../types.ts';

/** How a sentence joins a figure to its place; each is a rule of its own. */
export type Construction = 'place-holds-count' | 'measure-is-amount' | 'measure-grew-by' | 'growth-beside-figure' | 'grew-to-amount' | 'measure-of-amount' | 'count-in-place' | 'share-of' | 'place-beside-figure' | 'investment-in-place';

/** A figure of a place, read. */
export interface Reading {
  readonly construction: Construction;
  readonly quantity: QuantityMention;
  readonly owner: Owner;
  /** Further places that have the same figure each: "4 each for Hubei and Hunan". */
  readonly others: readonly Owner[];
  /** What is measured, without "growth of". */
  readonly base: string;
  readonly name: string;
  readonly nameSpan: Span;
  readonly unit: string;
  readonly period: PeriodMention | undefined;
  readonly change: 'increase' | 'decrease' | '';
  /** Unit of its slot in its sentence. */
  readonly at: number;
  readonly shape: Shape;
}

/** A figure in its sentence. */
interface Figure {
  readonly shape: Shape;
  readonly document: ReadDocument;
  readonly at: number;
  readonly quantity: QuantityMention;
  /** What stands before the figure, fillers cut off ("a total of"), and behind it. */
  readonly left: string;
  readonly right: string;
  readonly counted: Phrase;
  /** The reading before it in the section. */
  readonly last: Reading | undefined;
}

type Found = Pick<Reading, 'construction' | 'owner' | 'base' | 'nameSpan'> & Partial<Pick<Reading, 'name' | 'unit' | 'change' | 'period' | 'others'>>;

const ANY_QUANTITY = `[${SLOT.number}${SLOT.percent}${SLOT.money}${SLOT.dimension}]`;
const PLACE = `[${SLOT.name}${SLOT.anaphor}]`;
const isShare = (quantity: QuantityMention): boolean => quantity.measure === 'percent' || quantity.measure === 'points';

/** Figures that are none of a place whatever stands around them. */
const CONVERSION = new RegExp(`${ANY_QUANTITY}(?: [a-z]+){0,4} ?(?:\\(|= ?|, or |/ ?)(?:about |around |or |roughly |nearly |equal to |equivalent to |approximately |some |~ ?|= ?|i\\.e\\. )*$`);
const PARTIAL = new RegExp(`\\b(?:out of|of (?:the|a possible|a total|all|these|its|their)|than|from|between|among|top|number|no\\.?|rank(?:s|ed)?(?: at)?|aged?|within|every|for every|per|least|first|last|past|next|over the|another|a further|by up to|scored?|score of|rating of|index of)(?: the)? $`);
const NO_COUNT = /^[ -](?:(?:out of|in every) (?:[\uE000-\uE00B]|[a-z]+ [\uE000-\uE00B])| ?\/|th\b|[a-z-]* ?(?:points?|marks?|places?|spots?|ranks?|positions?|rungs?|notches|times|indicators?|criteria|factors?|metrics?|categories|aspects?|dimensions?|pillars?|years?|months?|weeks?|days?|goals?|wickets?|runs|matches|games|years-old|votes?|people were (?:killed|injured|arrested))\b)/;

function isNoFigure({ left, right, quantity, shape, at }: Figure): boolean {
  if (CONVERSION.test(shape.text.slice(0, at)) && quantity.measure !== 'percent') return true;
  if (PARTIAL.test(left) || CONDITION.test(left)) return true;
  return quantity.measure === 'count' && quantity.unit === '' && NO_COUNT.test(right);
}

const BOUNDARY = / (?:while|whereas|but|although|though|because|since|if|when|which|that|who|whose|as|after|before|where) |[;:!?(]|\. |, | - /g;

/** Where the clause of unit `to` begins; an "and" behind a figure opens one too. */
function clauseStart(text: string, to: number): { readonly start: number; readonly word: string } {
  let start = 0;
  let word = '';
  for (const found of text.slice(0, to).matchAll(BOUNDARY)) {
    start = found.index + found[0].length;
    word = found[0].trim();
  }
  const and = text.lastIndexOf(' and ', to);
  if (and >= start && new RegExp(`${ANY_QUANTITY}[^,;]*$`).test(text.slice(start, and))) return { start: and + 5, word: 'and' };
  return { start, word };
}

interface Subject {
  readonly owner: Owner | undefined;
  readonly measure: Measure | undefined;
  readonly from: number;
  readonly to: number;
}

/** What stands in front of a verb that begins at `to`: a measure, a place, or nothing. */
function subjectBefore({ shape }: Figure, to: number): Subject {
  const { start, word } = clauseStart(shape.text, to);
  if (/^(?:which|that|who)$/.test(word) && to - start < 3) {
    const end = shape.text.slice(0, start).replace(/,? (?:which|that|who) $/, '').length;
    const outer = clauseStart(shape.text, end).start;
    const owner = ownerIn(shape, outer, end) ?? subjectAt(shape, end);
    return { owner, measure: measureIn(shape, outer, end, owner), from: outer, to: end };
  }
  if (/^(?:which|that|who)$/.test(word) && measureIn(shape, start, to, undefined) === undefined) {
    const end = start - word.length - 1; // "residents who used an agency came to"
    const outer = clauseStart(shape.text, end).start;
    const owner = ownerIn(shape, outer, end);
    return { owner, measure: measureIn(shape, outer, end, owner), from: outer, to: end };
  }
  const whose = word === 'whose' ? ownerBefore(shape, shape.text.slice(0, start).replace(/,? whose $/, '').length) : undefined;
  const owner = whose ?? ownerIn(shape, start, to) ?? subjectAt(shape, to);
  return { owner, measure: measureIn(shape, start, to, whose === undefined ? owner : undefined), from: start, to };
}

const OF_OTHERS = /\b(?:compan(?:y|ies)|firm|club|airline|bank|group|corporation|carrier|retailer|maker|developer|school|university|college|airport|team|party|shares|stocks?|he|she|his|her|i|we|world|global|globally|worldwide|they|them|together|candidates?|respondents)\b/;
/** Conditions and groups: "cities with a population of more than 500,000", "needed a GDP of". */
const CONDITION = /\b(?:need(?:s|ed)?|requir(?:e[sd]?|ing)|qualif(?:y|ies|ied)|must|should|minimum|thresholds?|eligible|(?:cities|towns|municipalities|places|districts|countries|states|metros|areas|provinces|regions|counties|communities|villages) (?:with|of|having|over|above|that|whose|where|which|in which))\b[^,;]*$/;

/** The place of a measure that names none itself: the one at the head of the sentence, or what the text is about; none for the figures of companies and persons. */
function implied(figure: Figure, name: string): Owner | undefined {
  const { shape, at, last, document } = figure;
  const atHead = ownerAtHead(shape);
  if (atHead !== undefined) return atHead;
  const { start } = clauseStart(shape.text, at);
  const words = shape.text.slice(start, at);
  if (OF_OTHERS.test(words) || /\uE00A(?!,)/.test(words) || !name.split(' ').some((word) => isStatistic(word))) return undefined;
  return (sameSentence(figure) ? last?.owner : undefined) ?? subjectOfSentence(shape, at) ?? topicOf(document, shape);
}

/** The place a sentence begins with. */
function subjectOfSentence(shape: Shape, at: number): Owner | undefined {
  const found = new RegExp(`^[^\uE000-\uE00B,;:]{0,24}(?<!(?:from|to|with|than|by|near|against|for|said) (?:the )?)${PLACE}(?![ ](?:officials|police|government))`).exec(shape.text.slice(0, at));
  return found === null ? undefined : ownerBefore(shape, found[0].length);
}

const sameSentence = ({ last, shape }: Figure): boolean => last?.shape === shape;

const ends = (pattern: string): RegExp => new RegExp(`(?:^|[ ,(\\uE000-\\uE00B])(?<words>${pattern}) $`);
const GREW = ends(`${GROWS}(?: (?:year-on-year|year on year|annually|again|on average|another|slightly|sharply))?(?: (?:by|at|with)| (?:at|by) an? (?:annual |average |annualised |annualized |yearly |average annual )?(?:rate|pace) of)?`);
const GREW_TO = new RegExp(`(?:^|[ ,(])(?<words>${GROWS})(?: [a-z-]+){0,3}?(?: (?:by|from|with) (?:[a-z]+ ){0,3}${ANY_QUANTITY}[^,;.]{0,40}?| ${ANY_QUANTITY}[^,;.]{0,40}?)?,? to $`);
const GROWTH_OF = ends(`(?:(?:annual|yearly|year-on-year|monthly|quarterly|average|sharp|strong|overall|net|steep|slight|marginal|modest|moderate|significant|substantial|huge|massive|dramatic|rapid|small|big|large|further|record|remarkable|impressive|robust|healthy|considerable|notable|whopping|mere) )*${GROWTH_NOUN}(?: rate)? (?:of|by|at|to|is|was|reached|stood at|came to|averaged|hit|${AMOUNTS})`);
const BESIDE = /^ (?<words>(?:year-on-year |annual |yearly |year on year )?(?:higher|more|fewer|less|lower|above|below|up|down|cheaper|dearer|larger|smaller|growth|increase|rise|jump|surge|decline|drop|fall|decrease|gain|boost))\b(?! than (?:the (?:national|average)|in (?:the )?\uE000|that of))/;
const AMOUNT = ends(AMOUNTS);
const HOLD = ends(HOLDS);

/** A percentage said to be a growth of something. */
function grown(figure: Figure): Found | undefined {
  const { quantity, left, right, shape, last } = figure;
  const verb = GREW.exec(left);
  if (!isShare(quantity) && !(verb !== null && /(?:by|with) $/.test(left) && quantity.measure !== 'count')) return undefined;
  const beside = BESIDE.exec(right);
  const noun = GROWTH_OF.exec(left);
  const words = noun?.groups?.['words'] ?? beside?.groups?.['words'] ?? verb?.groups?.['words'];
  if (words === undefined) return undefined;
  const change = directionOf(words);
  const said = (owner: Owner | undefined, base: string, nameSpan: Span, construction: Construction): Found | undefined =>
    owner === undefined ? undefined : { construction, owner, base, name: base === '' ? 'growth' : /\bgrowth$/.test(base) ? base : `growth of ${base}`, nameSpan, change };
  const lead = noun ?? (beside === null ? verb : null);
  const inWhat = /^ (?:growth |increase |rise |jump |surge |decline |drop |fall |decrease |gain |boost )?(?:in|of) (?:the )?(?:number of )?/.exec(right);
  if (inWhat !== null && (noun !== null || beside !== null)) {
    const from = figure.at + 1 + inWhat[0].length;
    const to = from + (/^[^,.;:()]*/.exec(shape.text.slice(from))?.[0].length ?? 0);
    const owner = ownerIn(shape, from, to) ?? ownerIn(shape, clauseStart(shape.text, figure.at).start, figure.at);
    const phrase = phraseAfter(shape.text, from - 1, to);
    if (phrase.noun !== '') return said(owner ?? implied(figure, phrase.name), phrase.name, spanOf(shape, from, from + phrase.length), 'measure-grew-by');
  }
  if (lead !== null) {
    const to = left.length - (words.length + 1);
    const subject = subjectBefore(figure, to);
    if (subject.measure !== undefined && BUSINESS.test(subject.measure.name)) return undefined;
    if (subject.measure !== undefined) return said(subject.owner ?? implied(figure, subject.measure.name), subject.measure.name, subject.measure.span, 'measure-grew-by');
    const near = sameSentence(figure) && last !== undefined && figure.at - last.at < 90;
    const bare = shape.text.slice(subject.from, subject.to).replace(/^(?:and|with|by|showing|representing|marking|an?|the|having|which is|that is|is|its|has) ?|[ ,]+$/g, '').trim() === '';
    if (near && bare) return said(last.owner, last.base, last.nameSpan, 'growth-beside-figure');
    const place = subjectAt(shape, subject.to) ?? (subject.owner !== undefined && subject.owner.to >= subject.to - 1 ? subject.owner : undefined);
    if (place !== undefined) return said(place, last !== undefined && last.change !== '' ? last.base : '', place.place, 'measure-grew-by');
    return undefined;
  }
  if (sameSentence(figure) && last !== undefined && figure.at - last.at < 90) return said(last.owner, last.base, last.nameSpan, 'growth-beside-figure');
  return undefined;
}

/** "rose 4.1% to $1,510": the figure a growth ends at. */
function grownTo(figure: Figure): Found | undefined {
  const { left, last, quantity } = figure;
  if (!/ to $/.test(left) || quantity.measure === 'points') return undefined;
  const verb = GREW_TO.exec(left);
  if (sameSentence(figure) && last !== undefined && last.change !== '' && figure.at - last.at < 60) return { construction: 'grew-to-amount', owner: last.owner, base: last.base, nameSpan: last.nameSpan };
  if (verb === null) return undefined;
  const to = verb.index + (verb[0].startsWith(verb.groups?.['words'] ?? '') ? 0 : 1);
  const subject = subjectBefore(figure, to);
  const owner = subject.owner ?? implied(figure, subject.measure?.name ?? '');
  return subject.measure === undefined || owner === undefined || BUSINESS.test(subject.measure.name) ? undefined : { construction: 'grew-to-amount', owner, base: subject.measure.name, nameSpan: subject.measure.span };
}

/** "Shenzhen's GDP reached", "exports from Leeds came to" */
function measureIs(figure: Figure): Found | undefined {
  const { left } = figure;
  const verb = AMOUNT.exec(left);
  if (verb === null) return undefined;
  const words = verb.groups?.['words'] ?? '';
  const subject = subjectBefore(figure, left.length - words.length - 1);
  if (subject.measure === undefined || BUSINESS.test(subject.measure.name) || (figure.counted.noun !== '' && figure.quantity.unit === '' && !sameNoun(figure.counted, subject.measure))) return undefined;
  const owner = subject.owner ?? implied(figure, subject.measure.name);
  return owner === undefined ? undefined : { construction: words === 'of' ? 'measure-of-amount' : 'measure-is-amount', owner, base: subject.measure.name, nameSpan: subject.measure.span };
}

const sameNoun = (counted: Phrase, measure: Measure): boolean => measure.name.includes(counted.noun) || measure.head === 'population' || measure.head === 'number' || counted.noun === 'people';

const LEAD_IN = new RegExp(`(?:^|[ ,(\\uE000-\\uE00B])(?:with|has|have|had|having|a|an|the|its|of|to|and|for|at|from|boasts|boasting|recorded|posted|posting|recording|reached|reaching|attracted|at a|on|in|is|was|,|${PLACE}['’]s|${SLOT.anaphor}) `, 'g');

/** "a population of", "with total revenues of": a measure right in front of its amount. */
function measureOf(figure: Figure): Found | undefined {
  const { left, shape } = figure;
  if (!/ of $/.test(left)) return undefined;
  const to = left.length - 4;
  const { start } = clauseStart(shape.text, to);
  let from = start;
  for (const found of shape.text.slice(start, to).matchAll(LEAD_IN)) from = start + found.index + found[0].length;
  if (from === start && new RegExp(PLACE).test(shape.text.slice(start, to))) return undefined;
  const measure = measureIn(shape, from, to, undefined);
  if (measure !== undefined && figure.quantity.unit === '' && figure.counted.noun !== '' && !sameNoun(figure.counted, measure)) return undefined;
  if (measure === undefined || /^(?:number|total|average|count|amount|sum|share|cost|price|value|loss|bid|fee)$/.test(measure.name)) return undefined;
  const owner = subjectPlace(shape, start, to) ?? forward(figure) ?? implied(figure, measure.name);
  return owner === undefined ? undefined : { construction: 'measure-of-amount', owner, base: measure.name, nameSpan: measure.span };
}

/** "With a population of 8.4 million, Nairobi is" */
function forward({ shape, at, right }: Figure): Owner | undefined {
  if (!/^(?:with|home to|at|boasting|covering|despite|having|counting|thanks to)\b/.test(shape.text)) return undefined;
  const found = new RegExp(`^[^;.]{0,60}?, (?:the )?${PLACE}(?!['’])`).exec(right);
  return found === null ? undefined : ownerBefore(shape, at + 1 + found[0].length);
}

const APPOSITION = new RegExp(`(?<place>${PLACE})(?:, (?:in|a|an|the|its|capital|home|located|part|of|near|on|once|now|also|with|one of|${PLACE})[^;:()]{0,90}?| \\([^()]{0,60}\\)),? ?$`, 'd');

/** "Hangzhou, in Zhejiang, has": the place before the words between commas. */
function beforeApposition(shape: Shape, to: number): Owner | undefined {
  const start = Math.max(0, to - 130);
  const at = APPOSITION.exec(shape.text.slice(start, to))?.indices?.groups?.['place']?.[0];
  return at === undefined ? undefined : ownerBefore(shape, start + at + 1);
}

function subjectPlace(shape: Shape, from: number, to: number): Owner | undefined {
  const own = ownerIn(shape, from, to);
  if (own !== undefined) return own;
  const named = mostSpecific(ownersIn(shape, from, to));
  if (named !== undefined) return named;
  const before = shape.text.slice(0, from).replace(/[, (]{1,9}(?:(?:with|and) {0,9})?$/, '');
  return beforeApposition(shape, before.length) ?? ownerBefore(shape, before.length);
}

/** "Guizhou recorded 15,147 invention patents", "hotels in Leeds welcomed 2 million guests" */
function placeHolds(figure: Figure): Found | undefined {
  const { left, right, shape, quantity, counted, last, at } = figure;
  const verb = HOLD.exec(left);
  if (verb === null) return undefined;
  const to = left.length - (verb.groups?.['words']?.length ?? 0) - 1;
  const edge = shape.text.slice(0, to).replace(/(?:,? (?:which|that|who)|,)? $/, '').length;
  const { start } = clauseStart(shape.text, to);
  const subject = (edge < to && shape.text[edge] === ',' ? beforeApposition(shape, edge) : undefined) ?? ownerBefore(shape, edge);
  const near = subject !== undefined && /(?:^|[ ,])(?:in|of|at|from|near|for|to|with|by|between)(?: the| mainland)? $/.test(shape.text.slice(0, subject.from)) ? undefined : subject;
  const coming = near === undefined && subject !== undefined && / (?:from|to|with|by|between) (?:the |mainland )?$/.test(shape.text.slice(0, subject.from));
  const named = near ?? (organisationIn(shape, start, to) || BUSINESS.test(shape.text.slice(Math.max(0, start - 40), to)) ? undefined : ownerIn(shape, start, to) ?? (coming ? implied(figure, counted.name) : subject ?? (PARTICIPLE.test(verb.groups?.['words'] ?? '') ? subjectOfSentence(shape, to) : undefined)));
  if (named === undefined) return undefined;
  if (near === undefined && PARTICIPLE.test(verb.groups?.['words'] ?? '') && counted.noun !== '' && !isStatistic(counted.noun)) return undefined;
  const held = heldName(figure, right, at);
  if (held !== undefined) return { construction: isShare(quantity) ? 'share-of' : 'place-holds-count', owner: named, base: held.name, nameSpan: held.span };
  const act = quantity.measure === 'money' ? ACTS.find(([pattern]) => pattern.test(verb.groups?.['words'] ?? ''))?.[1] : undefined;
  if (act !== undefined) {
    const who = near === undefined ? measureIn(shape, start, to, named) : undefined;
    if (near !== undefined || who !== undefined) return { construction: 'place-holds-count', owner: named, base: who === undefined ? act : `${act} of ${who.name}`, nameSpan: spanOf(shape, to, left.length) };
  }
  const told = counted.noun === '' && quantity.measure !== 'points' && PARTICIPLE.test(verb.groups?.['words'] ?? '') && !sameSentence(figure) ? announcedFor(figure) : undefined;
  if (told !== undefined && (quantity.unit !== '' || told.unit !== '')) return { construction: 'place-holds-count', owner: named, base: told.name, nameSpan: told.span, ...(quantity.unit === '' ? { unit: told.unit } : {}) };
  if (counted.noun === '' && quantity.unit === '' && last !== undefined && isCount(last)) return { construction: 'place-beside-figure', owner: named, base: last.base, nameSpan: last.nameSpan, unit: last.unit };
  return undefined;
}

/** "Leeds came first with", "..., attracting": the subject of the sentence has the figure. */
const PARTICIPLE = /^(?:with|[a-z]+ing(?: for)?)$/;

/** Figures of these are their own, not their place's. */
const BUSINESS = /\b(?:compan(?:y|ies)|firm|bank|club|group|team|police|court|newspaper|university|college|school|airline|carrier|retailer|restaurant|shares|stocks?|officials?|he|she|man|woman|based)\b/;

/** What money is called by the verb that brings it. */
const ACTS: readonly (readonly [RegExp, string])[] = [
  [/rais|took in|takes in|pulled|brought|brings|attract|secur|receiv|drew|draw/, 'funding'], [/generat|earn|collect|made|makes|rak|got/, 'revenue'], [/spen[dt]|paid|pays/, 'spending'],
  [/invest/, 'investment'], [/export/, 'exports'], [/import/, 'imports'], [/produc/, 'output'],
];

const isCount = (reading: Reading): boolean => reading.quantity.unit === '' && reading.change === '';

function organisationIn(shape: Shape, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (shape.mentions.get(at)?.kind === 'organisation') return true;
  return false;
}

/** What is held, by the words behind the figure: "invention patents", "of foreign capital", "of China's exports" as a share. */
function heldName({ quantity, counted, shape }: Figure, right: string, at: number): { readonly name: string; readonly span: Span } | undefined {
  if (quantity.measure === 'count' && quantity.unit === '') return counted.noun === '' ? undefined : { name: counted.name, span: spanOf(shape, at + 1, at + 2) };
  if (quantity.unit === 'hours' || quantity.unit === 'minutes' || quantity.unit === 'days') {
    const purpose = /^(?: (?:each|a|per) [a-z]+| annually| [a-z]+ing)? (?:in|to|due to|on|stuck in|for) (?:the )?[a-z]+(?: [a-z]+jams?)?/.exec(right);
    return purpose === null ? undefined : { name: `${quantity.unit}${purpose[0]}`, span: spanOf(shape, at + 1, at + 1 + purpose[0].length) };
  }
  const joint = /^ (?:worth of|of|in|on|from|as) (?:all the |the |its |total |all )?/.exec(right);
  if (joint === null) {
    const phrase = isShare(quantity) || quantity.measure === 'money' ? phraseAfter(shape.text, at + 1, shape.text.length) : NO_PHRASE;
    return phrase.noun === '' || BESIDE.test(right) ? undefined : { name: phrase.name, span: spanOf(shape, at + 1, at + 1 + phrase.length) };
  }
  const from = at + 1 + joint[0].length;
  const to = from + (/^[^,.;:()]*/.exec(shape.text.slice(from))?.[0].length ?? 0);
  const measure = isShare(quantity) ? measureIn(shape, from, cutAtVerb(shape.text, from, to), ownerIn(shape, from, to), true) : undefined;
  if (measure !== undefined) return { name: `share of ${measure.name}`, span: measure.span };
  const phrase = phraseAfter(shape.text, from - 1, to);
  return phrase.noun === '' ? undefined : { name: isShare(quantity) ? `share of ${phrase.name}` : phrase.name, span: spanOf(shape, from, from + phrase.length) };
}

const VERB_LIKE = / (?:is|are|was|were|did|do|does|has|have|had|will|would|can|could|came|come|went|live|lives|lived|said|says|who|which|that|while|in|as|last|this|compared|according|by|at|for|from|on|to|with|when|since|after|before) /;

function cutAtVerb(text: string, from: number, to: number): number {
  const cut = VERB_LIKE.exec(`${text.slice(from, to)} `);
  return cut === null ? to : from + cut.index;
}

const MOST = new RegExp(`(?<place>${PLACE})[^\uE000\uE001,;:]{0,40}? ${HOLDS} the (?:most|highest|largest|lowest|biggest|fewest|greatest) (?<rest>[^,;:(\uE000-\uE00B]{3,80})(?:[,:(-]|, at|, with|, namely|:) ?(?:at |with |namely )?$`, 'd');

/** "Jiangsu had the most districts among the hundred, 22" */
function mostOf(figure: Figure): Found | undefined {
  const { left, shape, quantity } = figure;
  const found = MOST.exec(left);
  const range = found?.indices?.groups?.['rest'];
  const place = found?.indices?.groups?.['place'];
  if (range === undefined || place === undefined || (quantity.measure === 'count' && quantity.unit === '' && figure.counted.noun !== '')) return undefined;
  const phrase = phraseAfter(shape.text, range[0] - 1, range[1]);
  const owner = ownerBefore(shape, place[1]);
  return phrase.noun === '' || owner === undefined ? undefined : { construction: 'place-holds-count', owner, base: phrase.name, nameSpan: spanOf(shape, range[0], range[1]) };
}

/** "the city accounts for 3 percent of China's trade": the share is the subject's, where that is a place; else shareOf reads it. */
function shareOfSubject(figure: Figure): Found | undefined {
  if (figure.quantity.measure !== 'percent' || !figure.right.startsWith(' of ')) return undefined;
  return placeHolds(figure) ?? shareOf(figure);
}

/** "8.2% of America's workers", "electric cars made up 54 percent of new car sales in Norway" */
function shareOf(figure: Figure): Found | undefined {
  const { quantity, right, left, shape, at } = figure;
  const joint = quantity.measure === 'percent' ? /^ of (?:all the |all |the )?/.exec(right) : null;
  if (joint === null) return undefined;
  const from = at + 1 + joint[0].length;
  const whole = from + (/^[^,.;:()]*/.exec(shape.text.slice(from))?.[0].length ?? 0);
  const to = cutAtVerb(shape.text, from, whole);
  const owner = ownerIn(shape, from, whole);
  const measure = measureIn(shape, from, to, owner, true);
  const verb = AMOUNT.exec(left)?.groups?.['words'];
  const part = verb === undefined ? undefined : subjectBefore(figure, left.length - verb.length - 1).measure;
  if (measure === undefined || (part !== undefined && BUSINESS.test(part.name))) return undefined;
  const name = part === undefined ? `share of ${measure.name}` : `${part.name} share of ${measure.name}`;
  const place = owner ?? implied(figure, `${measure.name} ${part?.name ?? ''}`);
  return place === undefined ? undefined : { construction: 'share-of', owner: place, base: name, nameSpan: measure.span };
}

const THE = '(?:(?:the|all of|whole|all|city of|province of|state of|whole of|mainland) )*';
const LOCATED_BEHIND = new RegExp(`^(?:(?: [a-z][a-z'’-]*){0,4})? (?:in|across|throughout|within|of|from) ${THE}${PLACE}(?!['’])`);
/** Verbs that tell no event but a state or a yield: "were granted in", "live in". */
const STATED = 'granted|registered|recorded|reported|issued|filed|built|sold|created|established|set up|opened|located|based|situated|produced|generated|welcomed|employed|added|listed|signed|held|operating|available|invested|spent|open|applied for|authori[sz]ed|approved|planted|published|traded|counted|found|concentrated|headquartered|made|completed|launched|enrolled|housed|installed|at work|under construction';
const IS_IN = new RegExp(`^(?: [a-z][a-z'’-]*){0,2}? (?:(?:which |that |who )?(?:is|are|was|were|have been|had been|has been|will be) (?:now |currently |newly |already )?(?:(?:${STATED})(?: [a-z]+){0,2} )?|(?:now |currently )?(?:live[sd]?|living|reside[sd]?|work(?:s|ed)?|operate[sd]?|exist|visit(?:ed|s)?|stay(?:ed|s)?|arriv(?:ed|e)|came|come|flock(?:ed)?|travell?(?:ed)?|study|studied|settled)(?: to)? (?=in |to |[\uE000\uE001]|at ))(?:in|at|across|within|throughout|to)? ?${THE}${PLACE}(?!['’])`);
const DWELLERS = /^(?:residents|inhabitants|people|citizens|households|population)$/;

/** "there are 128 development zones in the country", "1.2 million tourists visited Lisbon", "Mexico City's 21 million inhabitants" */
function countInPlace(figure: Figure): Found | undefined {
  const { left, quantity, counted, shape, at } = figure;
  if (quantity.measure !== 'count' || counted.noun === '') return undefined;
  const behind = at + 1 + counted.length;
  const rest = shape.text.slice(behind);
  const said = (owner: Owner | undefined): Found | undefined => (owner === undefined ? undefined : { construction: 'count-in-place', owner, base: counted.name, nameSpan: spanOf(shape, at + 1, behind) });
  if (/[\uE000\uE001](?:['’]s?)? $/.test(left) && (isStatistic(counted.noun) || DWELLERS.test(counted.noun))) return said(ownerBefore(shape, left.length));
  if (/(?:^|[ ,])there (?:are|were|is|was|will be|have been) $/.test(left)) {
    const located = LOCATED_BEHIND.exec(rest);
    if (located !== null) return said(ownerBefore(shape, behind + located[0].length));
    const closed = isStatistic(counted.noun) && !/^ (?:with|that|which|whose|where|who|in|of|at|on)\b/.test(rest);
    return closed ? said(implied(figure, counted.name)) : undefined;
  }
  const state = IS_IN.exec(rest);
  if (state !== null && !/^(?:people|persons|men|women|children)$/.test(counted.noun === 'people' && / (?:was|were|are|is) /.test(state[0]) ? 'people' : '')) return said(ownerBefore(shape, behind + state[0].length));
  const dwelling = DWELLERS.test(counted.noun) ? new RegExp(`^ (?:of|in) ${THE}${PLACE}(?!['’])`).exec(rest) : null;
  if (dwelling !== null && /(?:^|[ ,](?:of|for|with)|,) $|^$/.test(left)) return said(ownerBefore(shape, behind + dwelling[0].length));
  return undefined;
}

const EVENT = /\b(?:killed|injured|died|arrested|missing|evacuated|trapped|wounded|hospitali[sz]ed|rescued|dead|charged|detained|stranded|displaced|sentenced|jailed|protested|gathered|marched)\b/;

/** "106,000 residents went abroad" in an article on the figures of one place. */
function countAlone(figure: Figure): Found | undefined {
  const { left, counted, shape, at, document } = figure;
  const place = statisticsPlace(document);
  if (place === undefined || counted.noun === '' || !isStatistic(counted.noun) || OF_OTHERS.test(left) || EVENT.test(shape.text)) return undefined;
  const { start } = clauseStart(shape.text, left.length);
  const opening = shape.text.slice(start, left.length).replace(/(?:^| )(?:in|over|during|at|for|of|by|on|the|and|first|last|[a\uE009,\uE005]|total|whole|as|end|course|period|quarter|year|these|them|march)(?= |$)/g, '').trim();
  if (opening !== '' || !/^ [a-z]+/.test(shape.text.slice(at + 1 + counted.length))) return undefined;
  return { construction: 'count-in-place', owner: { place, from: 0, to: 0, doubts: ['attributed-by-subject', 'attributed-by-distance'] }, base: counted.name, nameSpan: spanOf(shape, at + 1, at + 1 + counted.length) };
}

/** "it will create 205 new jobs": jobs are those of the place the text is about, whoever creates them. */
function jobs(figure: Figure): Found | undefined {
  const { left, counted, shape, at } = figure;
  if (!/^jobs?$/.test(counted.noun) || !/\b(?:creat(?:e[sd]?|ing)|bring(?:s|ing)?|add(?:s|ed|ing)?|generat(?:e[sd]?|ing)|there will be|provid(?:e[sd]?|ing)) $/.test(left)) return undefined;
  const behind = LOCATED_BEHIND.exec(shape.text.slice(at + 1 + counted.length));
  const owner = behind === null ? topicOf(figure.document, shape) : ownerBefore(shape, at + 1 + counted.length + behind[0].length);
  return owner === undefined ? undefined : { construction: 'count-in-place', owner, base: counted.name, nameSpan: spanOf(shape, at + 1, at + 1 + counted.length) };
}

const PART = /^ (?:from|in|with|for|to|on) (?<part>(?:the )?[a-z][a-z -]{2,60}?)(?=[,;.]| and |$)/;

/** "5,842 from companies, 1,626 from universities": parts of the count before. */
function breakdown(figure: Figure): Found | undefined {
  const { left, right, counted, quantity, last, shape, at } = figure;
  const part = PART.exec(right)?.groups?.['part'];
  if (part === undefined || last === undefined || quantity.unit !== '' || quantity.measure !== 'count' || counted.noun !== '' || !isCount(last)) return undefined;
  if (!/(?:[,;]|,? and|comprised|comprise|including|included|namely|of which|:|with) $/.test(left)) return undefined;
  return { construction: 'growth-beside-figure', owner: last.owner, base: last.base, name: `${last.base} ${/^ ([a-z]+)/.exec(right)?.[1] ?? ''} ${part}`, nameSpan: spanOf(shape, at + 1, at + 1 + part.length), unit: last.unit };
}

/** "45 universities, 120 institutes and 900,000 students": all of whoever has the first. */
function coordinated(figure: Figure): Found | undefined {
  const { left, counted, last, shape, at } = figure;
  if (last === undefined || counted.noun === '' || !sameSentence(figure) || !isCount(last) || !['place-holds-count', 'count-in-place'].includes(last.construction)) return undefined;
  const between = left.slice(last.at + 1);
  const phrase = phraseAfter(shape.text, last.at + 1, at);
  const joint = between.slice(phrase.length);
  return /^(?:,|;|,? and|,? as well as|,? plus|, along with)(?: also)? $/.test(joint) ? { construction: 'place-holds-count', owner: last.owner, base: counted.name, nameSpan: spanOf(shape, at + 1, at + 1 + counted.length) } : undefined;
}

/** "Seattle (population 737,000)", "completes GDP 113 billion yuan": a measure right in front of its amount, without a verb. */
function measureBeside(figure: Figure): Found | undefined {
  const { left, shape, counted, quantity } = figure;
  if (counted.noun !== '' && counted.noun !== 'people') return undefined;
  const to = left.replace(/[:,-]? $/, '').length;
  const { start, word } = clauseStart(shape.text, to);
  const hold = HOLD.exec(left.slice(0, Math.max(0, left.lastIndexOf(' ', to - 1) + 1)));
  const from = hold === null ? start : Math.max(start, hold[0].length + hold.index);
  const measure = measureIn(shape, from, to, ownerIn(shape, from, to));
  const labelled = /^[^:]{2,50}: $/.test(shape.text.slice(0, left.length)) && !/\b(?:score|rank|rating|index|points|phone|tel|founded|price)\b/.test(left);
  if (measure === undefined || measure.name.split(' ').length > 6 || !(labelled ? isStatistic(measure.head) : isMass(measure.head) && (quantity.unit !== '' || measure.head === 'population'))) return undefined;
  const owner = ownerIn(shape, from, to) ?? (word === '(' ? ownerBefore(shape, start - 1) : subjectPlace(shape, start, from)) ?? implied(figure, measure.name);
  return owner === undefined ? undefined : { construction: 'measure-of-amount', owner, base: measure.name, nameSpan: measure.span };
}

const FRONT = new RegExp(`${PLACE}(?:,? (?:with|on|at|had|has|and|by|alone))? ?[(:,-]? ?$`);
const BEHIND = new RegExp(`^(?: of (?:these|those|them))?(?: each)?(?: (?:are|is|were|was|come|came|lie|hail|being|located|based|situated))? (?:for|in|from|of|to|belong to|by) (?:the )?(?=${PLACE})`);

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
function placeBeside(figure: Figure): Found | undefined {
  const { left, right, shape, at, quantity, last, counted } = figure;
  const behind = BEHIND.exec(right);
  const front = behind === null ? FRONT.exec(left) : null;
  const owner = front !== null ? ownerBefore(shape, front.index + 1) : behind !== null ? ownerBefore(shape, at + 2 + behind[0].length) : undefined;
  if (owner === undefined) return undefined;
  const same = last !== undefined && last.quantity.measure === quantity.measure && last.quantity.unit === quantity.unit;
  if (same && behind !== null && / from /.test(behind[0]) && COMING.test(last.base.split(' from ')[0] ?? '')) {
    const base = `${last.base.split(' from ')[0] ?? ''} from ${owner.place.place.name}`; // visitors from Korea are not Korea's
    return { construction: 'place-beside-figure', owner: last.owner, base, nameSpan: last.nameSpan, unit: last.unit };
  }
  if (same && (counted.noun === '' || counted.noun === last.unit)) {
    return { construction: 'place-beside-figure', owner, base: last.base, name: last.name, nameSpan: last.nameSpan, unit: last.unit, change: last.change, others: shared(figure, front, behind) };
  }
  const noun = quantity.measure === 'count' && quantity.unit === '' && counted.noun === '' && behind !== null ? nounBefore(shape, at) : NO_PHRASE;
  return noun.noun === '' ? undefined : { construction: 'place-beside-figure', owner, base: noun.name, nameSpan: spanOf(shape, at, at + 1), unit: unitOfNoun(noun.noun), others: shared(figure, front, behind) };
}

/** What the sentence, the section or what stands over it says the figures beside places are. */
function announcedFor({ document, shape, at }: Figure): Announced | undefined {
  const section = document.sections[shape.section];
  const { text } = document.clean.source;
  if (section === undefined) return undefined;
  const end = shape.starts[at] ?? section.end;
  return massIn(text, shape, at) ?? announcedWithin(text, { start: shape.span.start, end }) ?? announcedWithin(text, { start: section.start, end }) ?? announcedMeasure(document, section);
}

/** The last noun of a measure in front of a figure: "Average rents range from $1,200 in Austin". */
function massIn(text: string, shape: Shape, at: number): Announced | undefined {
  const words = text.slice(shape.span.start, shape.starts[at] ?? shape.span.end).toLowerCase();
  const found = [...words.matchAll(/(?:(?:average|median|total|annual|monthly|per capita|gross|net|disposable|foreign|direct|population|economic|industrial|one-bedroom|two-bedroom|homicide|crime|unemployment|vacancy|occupancy|literacy|household|hourly|daily|mean|minimum|retail|rental|home|house|property) ){0,3}(?:gdp|rents?|prices|incomes?|wages?|salar(?:y|ies)|revenues?|exports|imports|output|turnover|unemployment|inflation|growth|rates?|population|costs|spending|investments?|density|rainfall|temperatures?|earnings|taxes|debt|fees|shares?)(?![a-z-])/g)].at(-1);
  if (found === undefined) return undefined;
  return { name: found[0], unit: '', span: { start: shape.span.start + found.index, end: shape.span.start + found.index + found[0].length } };
}

const SERIES = new RegExp(`${PLACE}(?:,? (?:with|at|on))? ?\\(?${ANY_QUANTITY}|${ANY_QUANTITY} (?:in|for) ${PLACE}`, 'g');

/** "Shanghai (4.32 trillion yuan), Beijing (4.03 trillion)", "from $1,200 in Austin to $3,400 in Boston": places and figures side by side, their measure said before. */
function series(figure: Figure): Found | undefined {
  const { left, right, shape, at, quantity, counted } = figure;
  if (quantity.measure === 'points' || quantity.measure === 'temperature' || counted.noun !== '' || BUSINESS.test(shape.text) || EVENT.test(shape.text)) return undefined;
  const behind = /^ (?:in|for) (?:the )?(?=[\uE000\uE001])/.exec(right);
  const front = behind === null ? new RegExp(`${PLACE}(?:,? (?:with|at|on))? ?[(:]?$`).exec(left.trimEnd()) : null;
  const owner = front !== null ? ownerBefore(shape, front.index + 1) : behind !== null ? ownerBefore(shape, at + 2 + behind[0].length) : undefined;
  if (owner === undefined) return undefined;
  const many = (shape.text.match(SERIES) ?? []).length > 1;
  const own = massIn(figure.document.clean.source.text, shape, at);
  const told = own ?? (many || /\($/.test(left.trimEnd()) ? announcedFor(figure) : undefined);
  const growing = quantity.measure === 'percent' && /\b(?:gr[eo]w(?:n|th|ing)?|fastest|increase[sd]?|rise|rose|jump(?:ed)?|f[ae]ll|decline[sd]?|drop(?:ped)?)\b/.test(shape.text.slice(0, at));
  if (told === undefined) return growing && many ? { construction: 'place-beside-figure', owner, base: 'growth', nameSpan: owner.place, change: directionOf(shape.text.slice(0, at)) } : undefined;
  if (quantity.unit === '' && told.unit === '' && quantity.value.length < 5) return undefined;
  const unit = quantity.unit === '' ? { unit: told.unit } : {};
  return { construction: 'place-beside-figure', owner, base: told.name, name: growing && !/growth/.test(told.name) ? `growth of ${told.name}` : told.name, nameSpan: told.span, ...unit, change: growing ? directionOf(shape.text.slice(0, at)) : '' };
}

/** The other places of "4 each for Hubei and Hunan", "India and South Korea four each". */
function shared({ shape, left, right, at }: Figure, front: RegExpExecArray | null, behind: RegExpExecArray | null): readonly Owner[] {
  const list = `${PLACE}(?:(?:,| and|, and) ${PLACE}){1,9}`;
  if (front !== null) {
    const found = /^ each\b/.test(right) ? new RegExp(`${list}$`).exec(left.slice(0, front.index + 1)) : null;
    return found === null ? [] : ownersIn(shape, found.index, front.index);
  }
  const from = at + 1 + (behind?.[0].length ?? 0);
  const found = behind !== null && /^ each\b/.test(right) ? new RegExp(`^${list}`).exec(shape.text.slice(from)) : null;
  return found === null ? [] : ownersIn(shape, from + 1, from + found[0].length);
}

function ownersIn(shape: Shape, from: number, to: number): readonly Owner[] {
  const place = new RegExp(PLACE);
  const owners: Owner[] = [];
  for (let at = from; at < to; at += 1) {
    const found = place.test(shape.text[at] ?? '') ? ownerBefore(shape, at + 1) : undefined;
    if (found !== undefined) owners.push(found);
  }
  return owners;
}

const INVESTS = /\b(?:invest(?:s|ed|ing|ment of)?|spen[dt](?:s|ing)?|put(?:s|ting)?|pour(?:s|ed|ing)?|inject(?:s|ed|ing)?|plough(?:s|ed)?|commit(?:s|ted|ting)?|injection of|pump(?:s|ed)?)(?: (?:about|up to|nearly|another|a further))? $/;
const WON = new RegExp(`${PLACE} (?:has |have |had )?(?:won|landed|secured|attracted|gets|got|will get|lured|beat out others for) (?:an? |the )?$`);
const INTO = new RegExp(`^(?: [a-z'’&,-]+){0,8}? (?:in|into|at|on|for)(?: [a-z'’-]+){0,8}?(?: (?:in|at|near))?(?: the)? (?<place>${PLACE})(?!['’])`);
const PROJECT = new RegExp(`^ (?:(?:[a-z-]+ ){0,4}?)(?:investment|project|plant|facility|factory|centre|center|expansion|scheme|development|complex|park|deal|joint venture)(?: [a-z'’-]+){0,6}? (?:in|at|near|for)(?: the)? (?<place>${PLACE})(?!['’])`);

/** "will spend $96.2 million in the City of Suffolk", "a $50 million dairy plant in Leeds" */
function investment(figure: Figure): Found | undefined {
  const { quantity, left, right, shape, at } = figure;
  if (quantity.measure !== 'money') return undefined;
  const found = INVESTS.test(left) ? INTO.exec(right) : PROJECT.exec(right);
  const won = WON.exec(left);
  const owner = found !== null ? ownerBefore(shape, at + 1 + found[0].length)
    : won !== null && /^ (?:[a-z-]+ ){0,4}(?:investment|project|plant|facility|factory|centre|center|expansion|development|complex|mill|headquarters)\b/.test(right) ? ownerBefore(shape, won.index + 1)
      : /^ (?:in all |in total |altogether )?(?:will|would|is to|are to|has been|have been|was|were) (?:to )?(?:be )?(?:put|invested|spent|poured|committed|pumped)\b/.test(right) ? topicOf(figure.document, shape) : undefined;
  return owner === undefined ? undefined : { construction: 'investment-in-place', owner, base: 'investment', nameSpan: quantity };
}

const READERS: readonly ((figure: Figure) => Found | undefined)[] = [grown, grownTo, investment, measureOf, mostOf, shareOfSubject, measureIs, placeHolds, countInPlace, jobs, shareOf, coordinated, measureBeside, placeBeside, series, breakdown, countAlone];

const spanOf = (shape: Shape, from: number, to: number): Span => ({ start: shape.starts[from] ?? shape.span.start, end: shape.ends[Math.min(to, shape.ends.length) - 1] ?? shape.span.end });

/** The words in front of a figure without "a total of", "just", "a whopping". */
function withoutFillers(words: string): string {
  let left = words;
  for (let step = 0; step < 4; step += 1) {
    const shorter = left.replace(FILLER, '');
    if (shorter === left) break;
    left = shorter;
  }
  return left;
}

const DOLLARS = new Set(['CA', 'AU', 'NZ']);

function unitFor(figure: Figure, found: Found): string {
  const { quantity, document, counted } = figure;
  const own = document.clean.source.text.slice(quantity.numberStart, quantity.numberEnd);
  const { country } = found.owner.place.place;
  if (quantity.measure === 'money' && own.startsWith('$') && DOLLARS.has(country) && !/\bUS ?\$|\bUSD\b/.test(document.clean.source.text)) return quantity.unit.replace('USD', currencyOf('$1', country));
  if (quantity.unit !== '') return quantity.unit;
  const noun = found.unit ?? (counted.noun !== '' ? unitOfNoun(counted.noun) : countedNoun(found.base));
  const rated = noun === '' && quantity.per !== '' ? /^(?:.* )?([a-z]+) (?:rate|density|ratio)\b/.exec(found.base)?.[1] ?? 'number' : noun;
  if (noun === '' && quantity.per !== '') return `${rated}${rated.endsWith('s') ? '' : 's'} per ${quantity.per}`;
  return noun !== '' && quantity.per !== '' ? `${noun} per ${quantity.per}` : noun;
}

function readFigure(figure: Figure): Reading | undefined {
  if (isNoFigure(figure)) return undefined;
  for (const reader of READERS) {
    const found = reader(figure);
    if (found === undefined) continue;
    const unit = unitFor(figure, found);
    const base = found.base === '' ? 'growth' : found.base;
    if (unit === '') return undefined;
    return {
      construction: found.construction, quantity: figure.quantity, owner: found.owner, base: found.base, name: found.name ?? base, nameSpan: found.nameSpan, unit,
      period: found.period ?? periodFor(figure.shape, figure.at), change: found.change ?? '', others: found.others ?? [], at: figure.at, shape: figure.shape,
    };
  }
  return undefined;
}

/** "In 2020 trade rose ... The exports were": the period of the sentence before, where the next one of the place says none. */
function carried(reading: Reading, last: Reading | undefined): PeriodMention | undefined {
  if (last?.period === undefined || last.owner.place.place.name !== reading.owner.place.place.name) return undefined;
  const present = /\b(?:now|today|currently|is|are|has|have|holds?|by \uE009)\b/.test(reading.shape.text.slice(0, reading.at));
  return present || [...reading.shape.mentions.values()].some((mention) => mention.kind === 'period') ? undefined : last.period;
}

const OUT_OF = /^ of (?:the |these |those |its |all |their |all the )?(?:world's |country's |nation's )?(?<top>[\uE004\uE005] )?(?:(?:most|least) [a-z]+ |[a-z]+est )?/;

/** "nine of the top 10 technology companies": what is counted behind "of". */
function countedOf(shape: Shape, at: number): Phrase {
  const found = OUT_OF.exec(shape.text.slice(at + 1));
  if (found === null) return NO_PHRASE;
  const phrase = phraseAfter(shape.text, at + found[0].length, shape.text.length);
  const top = shape.mentions.get(at + 1 + found[0].search(/[\uE004\uE005]/));
  const within = top?.kind === 'top' ? ` in the top ${String(top.value)}` : '';
  return phrase.noun === '' ? NO_PHRASE : { ...phrase, name: `${phrase.name}${within}`, length: phrase.length + found[0].length };
}

const remembered = new WeakMap<readonly Shape[], readonly Reading[]>();

/** The figures of a section that are of a place, in order. Every rule of a construction asks for the same: the answer is remembered by its shapes. */
export function readFigures(shapes: readonly Shape[], document: ReadDocument): readonly Reading[] {
  const known = remembered.get(shapes);
  if (known !== undefined) return known;
  const readings: Reading[] = [];
  for (const shape of shapes) {
    for (const [at, mention] of shape.mentions) {
      if (mention.kind !== 'quantity') continue;
      const behind = phraseAfter(shape.text, at + 1, shape.text.length);
      const counted = mention.measure === 'count' && mention.unit === '' ? (behind.noun === '' ? countedOf(shape, at) : behind) : NO_PHRASE;
      const reading = readFigure({ shape, document, at, quantity: mention, left: withoutFillers(shape.text.slice(0, at)), right: shape.text.slice(at + 1), counted, last: readings.at(-1) });
      if (reading !== undefined) readings.push(reading.period === undefined ? { ...reading, period: carried(reading, readings.at(-1)) } : reading);
    }
  }
  remembered.set(shapes, readings);
  return readings;
}
