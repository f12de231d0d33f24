import { MAX_FIGURE_SENTENCE } from '../limits.ts';
import type { PeriodMention, QuantityMention, ReadDocument } from '../types.ts';
import { answers } from './metric-answers.ts';
import { localUnit } from './metric-currency.ts';
import { again, earlier, grownFrom, meant } from './metric-again.ts';
import { measureBeside, measureIs, measureOf } from './metric-amount.ts';
import { placeBeside, series } from './metric-beside.ts';
import { clauseFigure } from './metric-clause.ts';
import { countAlone, countInPlace, jobs } from './metric-count.ts';
import { ANY_QUANTITY, isShare, type Figure, type Found, type Reading } from './metric-figure.ts';
import { grown, grownTo, pointsGained } from './metric-growth.ts';
import { countedNoun } from './metric-header.ts';
import { ledByFigure, mostOf, placeHolds, shareOf, shareOfSubject } from './metric-holding.ts';
import { investment } from './metric-investment.ts';
import { breakdown, comers, coordinated, partOf } from './metric-parts.ts';
import { figureOfPosition } from './metric-position.ts';
import { placesOnList } from './metric-seats.ts';
import { temperature } from './metric-temperature.ts';
import { pairingOf, type Pairing } from './metric-paired.ts';
import { periodFor } from './metric-period.ts';
import type { Owner } from './metric-owner.ts';
import { NO_PHRASE, phraseAfter, type Phrase } from './metric-phrase.ts';
import { lastWordOf, lastWordsOf } from './last-words.ts';
import { FILLER, FILLERS } from './metric-verbs.ts';
import { unitOfNoun } from './metric-words.ts';
import { oncePerShape, type Shape } from './shape.ts';

/** Figures that are none of a place whatever stands around them. */
const CONVERSION = new RegExp(
  `${ANY_QUANTITY}(?: [a-z]+){0,4} ?(?:\\(|= ?|, or |/ ?)(?:about |around |or |roughly |nearly |equal to |equivalent to |approximately |some |~ ?|= ?|i\\.e\\. )*$`,
);

const PARTIAL =
  /\b(?:out of|of (?:the|a possible|a total|all|these|its|their)|than|from|between|among|top|number|no\.?|rank(?:s|ed)?(?: at)?|aged?|within|every|for every|per|least|first|last|past|next|over the|another|a further|by up to|scored?|score of|rating of|index of)(?: the)? $/;

const NO_COUNT =
  /^[ -](?:(?:out of|in every) (?:[\uE000-\uE00B]|[a-z]+ [\uE000-\uE00B])| ?\/|th\b|[a-z-]* ?(?:points?|marks?|places?|spots?|ranks?|positions?|rungs?|notches|times|indicators?|criteria|factors?|metrics?|categories|aspects?|dimensions?|pillars?|years?|months?|weeks?|days?|goals?|wickets?|runs|matches|games|years-old|votes?|people were (?:killed|injured|arrested))\b)/;

/** UTF-16 units, more than `CONVERSION` has. */
const LONGEST_CONVERSION = 120;
/** UTF-16 units, more than any of `PARTIAL` has. */
const LONGEST_PARTIAL = 40;

function isNoFigure({ left, right, quantity, shape, at }: Figure): boolean {
  if (quantity.measure !== 'percent' && CONVERSION.test(shape.text.slice(Math.max(0, at - LONGEST_CONVERSION), at))) return true;
  if (PARTIAL.test(left.slice(-LONGEST_PARTIAL)) || CONDITION.test(left.slice(Math.max(left.lastIndexOf(','), left.lastIndexOf(';')) + 1)))
    return true;
  return quantity.measure === 'count' && quantity.unit === '' && NO_COUNT.test(right);
}

/** Conditions and groups: "cities with a population of more than 500,000", "needed a GDP of". */
const CONDITION =
  /\b(?:need(?:s|ed)?|requir(?:e[sd]?|ing)|qualif(?:y|ies|ied)|must|should|minimum|thresholds?|eligible|(?:cities|towns|municipalities|places|districts|countries|states|metros|areas|provinces|regions|counties|communities|villages) (?:with|of|having|over|above|that|whose|where|which|in which))\b[^,;]{0,200}$/;

const READERS: readonly ((figure: Figure) => Found | undefined)[] = [
  temperature,
  grown,
  grownTo,
  investment,
  partOf,
  comers,
  again,
  measureOf,
  mostOf,
  answers,
  ledByFigure,
  shareOfSubject,
  measureIs,
  placeHolds,
  countInPlace,
  jobs,
  shareOf,
  coordinated,
  measureBeside,
  placeBeside,
  series,
  breakdown,
  figureOfPosition,
  countAlone,
  clauseFigure,
];

const FILLER_ENDS = lastWordsOf(FILLERS);

/** The words in front of a figure without "a total of", "just", "a whopping". */
function withoutFillers(words: string): string {
  let left = words;
  for (let step = 0; step < 4 && FILLER_ENDS.has(lastWordOf(left)); step += 1) {
    const shorter = left.replace(FILLER, '');
    if (shorter === left) break;
    left = shorter;
  }
  return left;
}

function unitFor(figure: Figure, found: Found): string {
  const { quantity, document, counted } = figure;
  const told = localUnit(quantity, found.owner.place.place.country, document);
  if (told !== '') return told;
  const noun = found.unit ?? (counted.noun !== '' ? unitOfNoun(counted.noun) : countedNoun(found.base));
  const rated =
    noun === '' && quantity.per !== '' ? (/^(?:.* )?([a-z]+) (?:rate|density|ratio)\b/.exec(found.base)?.[1] ?? 'number') : noun;
  if (noun === '' && quantity.per !== '') return `${rated}${rated.endsWith('s') ? '' : 's'} per ${quantity.per}`;
  return noun !== '' && quantity.per !== '' ? `${noun} per ${quantity.per}` : noun;
}

/** "the growth was 7.8 percent", "a growth rate of 7.8 percent" */
const changeBy = ({ quantity }: Figure, base: string): Reading['change'] =>
  isShare(quantity) &&
  /(?:^|\b(?:gdp|economic|annual|real|export|population|wage|rent|price|revenue|output|industrial|fiscal) )growth(?: rate)?$|^growth (?:rate )?of /.test(
    base,
  )
    ? quantity.negative
      ? 'decrease'
      : 'increase'
    : '';

function readFigure(figure: Figure): Reading | undefined {
  const sure = placesOnList(figure) ?? earlier(figure) ?? grownFrom(figure) ?? pointsGained(figure);
  if (sure === undefined && isNoFigure(figure)) return undefined;
  for (const reader of READERS) {
    const found = sure ?? reader(figure);
    if (found === undefined) continue;
    const growing = found.name === `growth of ${found.base}`;
    const general = found.name === undefined || growing ? meant(figure, found.base, growing) : undefined;
    const base = found.base === '' ? 'growth' : (general?.base ?? found.base);
    const unit = unitFor(figure, found) || (growing ? '' : (general?.unit ?? ''));
    if (unit === '') return undefined;
    return {
      construction: found.construction,
      quantity: figure.quantity,
      owner: found.owner,
      base: general?.base ?? found.base,
      name: growing && general !== undefined ? `growth of ${general.base}` : (found.name ?? general?.name ?? base),
      nameSpan: found.nameSpan,
      unit,
      period:
        found.period ??
        (found.undated === true ? undefined : (periodFor(figure.shape, figure.at) ?? sameTime(figure) ?? carried(figure, found.owner))),
      dated: found.undated !== true,
      change: found.change ?? changeBy(figure, found.base),
      others: found.others ?? [],
      at: figure.at,
      shape: figure.shape,
    };
  }
  return undefined;
}

/** "In 2020 trade rose ... The exports were": the period of the sentence before, where the next one of the place says none. */
function carried({ shape, at, told }: Figure, { place }: Owner): PeriodMention | undefined {
  const last = told.findLast((other) => other.dated && other.shape.section === shape.section);
  if (last?.period === undefined || last.owner.place.place.name !== place.place.name) return undefined;
  for (const { kind } of shape.mentions.values()) if (kind === 'period') return undefined;
  const from = last.shape === shape ? last.at : 0;
  return /\b(?:now|today|currently|is|are|has|have|holds?|by \uE009)\b/.test(shape.text.slice(from, at)) ? undefined : last.period;
}

const OUT_OF =
  /^ of (?:the |these |those |its |all |their |all the )?(?:world's |country's |nation's )?(?<top>[\uE004\uE005] )?(?:(?:most|least) [a-z]+ |[a-z]+est )?/;

/** "nine of the top 10 technology companies": what is counted behind "of". */
function countedOf(shape: Shape, at: number): Phrase {
  const found = OUT_OF.exec(shape.text.slice(at + 1));
  if (found === null) return NO_PHRASE;
  const phrase = phraseAfter(shape.text, at + found[0].length, shape.text.length);
  const top = shape.mentions.get(at + 1 + found[0].search(/[\uE004\uE005]/));
  const within = top?.kind === 'top' ? ` in the top ${String(top.value)}` : '';
  return phrase.noun === '' ? NO_PHRASE : { ...phrase, name: `${phrase.name}${within}`, length: phrase.length + found[0].length };
}

/** "exports and anhui" of "exports in Sichuan and Anhui" */
const withoutPlaces = (name: string, owners: readonly Owner[]): string =>
  owners.reduce(
    (words, { place }) => words.replace(new RegExp(`(?:,| and|, and) ${escaped(place.place.name.toLowerCase())}(?= |$)`), ''),
    name,
  );

const escaped = (words: string): string => words.replaceAll(/[^\p{L} ]/gu, '.');

/** The figures of a pairing: what the last one is said to be, all of them are. */
function readPairing(
  { at, quantities, owners }: Pairing,
  shape: Shape,
  document: ReadDocument,
  told: readonly Reading[],
): readonly Reading[] {
  const [first, behind, quantity] = [at[0], at.at(-1), quantities.at(-1)];
  if (first === undefined || behind === undefined || quantity === undefined) return [];
  const joint = readFigure(figureAt(shape, document, behind, quantity, shape.text.slice(0, first), told));
  if (joint === undefined) return [];
  return owners.flatMap((owner, index) => {
    const own = quantities[index];
    const named = { base: withoutPlaces(joint.base, owners), name: withoutPlaces(joint.name, owners) };
    return own === undefined ? [] : [{ ...joint, ...named, owner, quantity: own, at: at[index] ?? behind, others: [] }];
  });
}

function figureAt(
  shape: Shape,
  document: ReadDocument,
  at: number,
  quantity: QuantityMention,
  left: string,
  told: readonly Reading[],
): Figure {
  const last = told.at(-1)?.shape.section === shape.section ? told.at(-1) : undefined;
  const behind = phraseAfter(shape.text, at + 1, shape.text.length);
  const counted = quantity.measure === 'count' && quantity.unit === '' ? (behind.noun === '' ? countedOf(shape, at) : behind) : NO_PHRASE;
  return { shape, document, at, quantity, left: withoutFillers(left), right: shape.text.slice(at + 1), counted, last, told };
}

const saysSameTime = oncePerShape(
  ({ text }) =>
    text.includes(' same ') &&
    /\b(?:in|over|during|for|within|at) (?:the|that|this) same (?:time |reporting )?(?:period|time|year|quarter|months?|half|span|interval)\b(?! (?:of|in|last|a year|one year|the previous|previous|as))/.test(
      text,
    ),
);

/** "In the same period": the time that was told last before the sentence, at most two sections back. */
function sameTime({ shape, document }: Figure): PeriodMention | undefined {
  if (!saysSameTime(shape)) return undefined;
  for (let section = shape.section; section >= Math.max(0, shape.section - 2); section -= 1) {
    const told = (document.mentions[section] ?? []).findLast(
      (mention): mention is PeriodMention => mention.kind === 'period' && mention.end <= shape.span.start,
    );
    if (told !== undefined) return told;
  }
  return undefined;
}

/** How many readings before a figure may tell what it is of. */
const RECENT = 12;
/** How many readings a section leaves to the next ones. */
const LEFT_OVER = 6;

/** Reads the figures of a document's sections in turn: what the sections before told last may say what a figure is of. */
export class FigureReader {
  readonly #document: ReadDocument;
  #told: readonly Reading[] = [];

  constructor(document: ReadDocument) {
    this.#document = document;
  }

  /** The figures of the next section that are of a place, in order. */
  read(shapes: readonly Shape[]): readonly Reading[] {
    const readings: Reading[] = [];
    for (const shape of shapes) {
      if (!shape.own.some(({ kind }) => kind === 'quantity') || shape.text.length > MAX_FIGURE_SENTENCE) continue;
      const pairing = pairingOf(shape);
      for (const [at, mention] of shape.mentions) {
        if (mention.kind !== 'quantity') continue;
        const told = [...this.#told, ...readings.slice(-RECENT)].slice(-RECENT);
        if (pairing?.at.includes(at) === true) {
          if (at === pairing.at[0]) readings.push(...readPairing(pairing, shape, this.#document, told));
          continue;
        }
        const reading = readFigure(figureAt(shape, this.#document, at, mention, shape.text.slice(0, at), told));
        if (reading !== undefined) readings.push(reading);
      }
    }
    this.#told = [...this.#told, ...readings].slice(-LEFT_OVER);
    return readings;
  }
}
