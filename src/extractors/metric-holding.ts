import type { Span } from '../source-text.ts';
import { announcedFor } from './metric-beside.ts';
import {
  AMOUNT,
  BUSINESS,
  clauseStart,
  cutAtVerb,
  HOLD,
  isCount,
  isShare,
  PARTICIPLE,
  PLACE,
  sameSentence,
  spanOf,
  type Figure,
  type Found,
} from './metric-figure.ts';
import { BESIDE } from './metric-growth.ts';
import { measureIn } from './metric-measure.ts';
import { ownerBefore, ownerIn } from './metric-owner.ts';
import { NO_PHRASE, phraseAfter } from './metric-phrase.ts';
import { beforeApposition, implied, organisationIn, subjectBefore, subjectOfSentence } from './metric-subject.ts';
import { HOLDS } from './metric-verbs.ts';
import { isStatistic } from './metric-words.ts';

/*
 * A place that has something: "Guizhou recorded 15,147 patents", and shares of what it has.
 */

/** "Guizhou recorded 15,147 invention patents", "hotels in Leeds welcomed 2 million guests" */
export function placeHolds(figure: Figure): Found | undefined {
  const { left, right, shape, quantity, counted, last, at } = figure;
  const verb = HOLD.words(left);
  if (verb === undefined) return undefined;
  const to = left.length - verb.length - 1;
  const edge = shape.text.slice(0, to).replace(/(?:,? (?:which|that|who)| as a whole| alone| itself| together|,)? $/, '').length;
  const { start } = clauseStart(shape, to);
  const subject = (edge < to && shape.text[edge] === ',' ? beforeApposition(shape, edge) : undefined) ?? ownerBefore(shape, edge);
  const near =
    subject !== undefined &&
    /(?:^|[ ,])(?:in|of|at|from|near|for|to|with|by|between)(?: the| mainland)? $/.test(shape.text.slice(0, subject.from))
      ? undefined
      : subject;
  const coming =
    near === undefined &&
    subject !== undefined &&
    / (?:from|to|with|by|between) (?:the |mainland )?$/.test(shape.text.slice(0, subject.from));
  const named =
    near ??
    (organisationIn(shape, start, to) || BUSINESS.test(shape.text.slice(Math.max(0, start - 40), to))
      ? undefined
      : (ownerIn(shape, start, to) ??
        (coming
          ? implied(figure, counted.name)
          : (subject ??
            (PARTICIPLE.test(verb) && !/\beach(?: of them)? $/.test(shape.text.slice(0, to))
              ? subjectOfSentence(shape, to)
              : undefined)))));
  if (named === undefined || (named.place.anaphor && /^it took $/.test(shape.text.slice(0, left.length).replace(/^\uE001/, 'it'))))
    return undefined;
  if (near === undefined && PARTICIPLE.test(verb) && counted.noun !== '' && !isStatistic(counted.noun)) return undefined;
  const held = heldName(figure, right, at);
  if (held !== undefined)
    return { construction: isShare(quantity) ? 'share-of' : 'place-holds-count', owner: named, base: held.name, nameSpan: held.span };
  const acts =
    quantity.measure === 'money' ? ACTS : AREA_UNITS.has(quantity.unit) ? [COVERS] : quantity.measure === 'dimension' ? WORKS : [];
  const act = acts.find(([pattern]) => pattern.test(verb))?.[1];
  if (act !== undefined) {
    const who = near === undefined ? measureIn(shape, start, to, named) : undefined;
    if (near !== undefined || who !== undefined)
      return {
        construction: 'place-holds-count',
        owner: named,
        base: who === undefined ? act : `${act} of ${who.name}`,
        nameSpan: spanOf(shape, to, left.length),
      };
  }
  const told =
    counted.noun === '' && quantity.measure !== 'points' && PARTICIPLE.test(verb) && !sameSentence(figure)
      ? announcedFor(figure)
      : undefined;
  if (told !== undefined && (quantity.unit !== '' || told.unit !== ''))
    return {
      construction: 'place-holds-count',
      owner: named,
      base: told.name,
      nameSpan: told.span,
      ...(quantity.unit === '' ? { unit: told.unit } : {}),
    };
  if (!coming && counted.noun === '' && quantity.unit === '' && last !== undefined && isCount(last))
    return { construction: 'place-beside-figure', owner: named, base: last.base, nameSpan: last.nameSpan, unit: last.unit };
  return undefined;
}

/** What money is called by the verb that brings it. */
const ACTS: readonly (readonly [RegExp, string])[] = [
  [/rais|took in|takes in|pulled|brought|brings|attract|secur|receiv|drew|draw/, 'funding'],
  [/generat|earn|collect|made|makes|rak|got/, 'revenue'],
  [/spen[dt]|paid|pays/, 'spending'],
  [/invest/, 'investment'],
  [/export/, 'exports'],
  [/import/, 'imports'],
  [/produc/, 'output'],
];

/** "covers 552 square kilometres" */
const COVERS: readonly [RegExp, string] = [/cover|span|occup|measur|stretch|extend|spread|sprawl/, 'area'];
const AREA_UNITS = new Set(['km2', 'm2', 'hectares', 'acres', 'square miles', 'square feet']);

/** What a quantity with a unit of its own is called by the verb: "handled 3.8 million TEUs", "received 88 mm". */
const WORKS: readonly (readonly [RegExp, string])[] = [
  [/handl|transs?hip|process|load/, 'throughput'],
  [/produc|generat|harvest/, 'output'],
  [/export/, 'exports'],
  [/import/, 'imports'],
  [/consum/, 'consumption'],
  [/emit/, 'emissions'],
];

/** What is held, by the words behind the figure: "invention patents", "of foreign capital", "of China's exports" as a share. */
function heldName(
  { quantity, counted, shape }: Figure,
  right: string,
  at: number,
): { readonly name: string; readonly span: Span } | undefined {
  if (quantity.measure === 'count' && quantity.unit === '')
    return counted.noun === '' ? undefined : { name: counted.name, span: spanOf(shape, at + 1, at + 2) };
  if (quantity.unit === 'hours' || quantity.unit === 'minutes' || quantity.unit === 'days') {
    const purpose =
      /^(?: (?:each|a|per) [a-z]+| annually| [a-z]+ing)? (?:in|to|due to|on|stuck in|for) (?:the )?[a-z]+(?: [a-z]+jams?)?/.exec(right);
    return purpose === null
      ? undefined
      : { name: `${quantity.unit}${purpose[0]}`, span: spanOf(shape, at + 1, at + 1 + purpose[0].length) };
  }
  const joint = /^ (?:worth of|of|in|on|from|as) (?:all the |the |its |total |all )?/.exec(right);
  if (joint === null) {
    const phrase = isShare(quantity) || quantity.measure === 'money' ? phraseAfter(shape.text, at + 1, shape.text.length) : NO_PHRASE;
    return phrase.noun === '' || BESIDE.test(right)
      ? undefined
      : { name: phrase.name, span: spanOf(shape, at + 1, at + 1 + phrase.length) };
  }
  const from = at + 1 + joint[0].length;
  const to = from + (/^[^,.;:()]*/.exec(shape.text.slice(from))?.[0].length ?? 0);
  const measure = isShare(quantity) ? measureIn(shape, from, cutAtVerb(shape.text, from, to), ownerIn(shape, from, to), true) : undefined;
  if (measure !== undefined) return { name: `share of ${measure.name}`, span: measure.span };
  const phrase = phraseAfter(shape.text, from - 1, to);
  return phrase.noun === ''
    ? undefined
    : { name: isShare(quantity) ? `share of ${phrase.name}` : phrase.name, span: spanOf(shape, from, from + phrase.length) };
}

/** UTF-16 units, more than `MOST` has behind its "the". */
const LONGEST_MOST = 120;
const SAYS_MOST = /(?:^| )the (?:most|highest|largest|lowest|biggest|fewest|greatest) /;
const BEST = 'the (?:most|highest|largest|lowest|biggest|fewest|greatest)';
const MOST = new RegExp(
  `(?<place>${PLACE})[^\uE000\uE001,;:]{0,40}? ${HOLDS} ${BEST} (?<rest>[^,;:(\uE000-\uE00B]{3,80})(?:[,:(-]|, at|, with|, namely|:) ?(?:at |with |namely )?$|(?:^|[ ,])${BEST} (?<named>[^,;:(\uE000-\uE00B]{3,60}?) (?:is|are|was|were|has been|have been) (?:again |also )?(?:(?:paid|recorded|found|seen|registered|reported|charged|measured|observed|posted|noted) )?(?:in|at|by|for) (?:the )?(?<there>${PLACE})(?:,| \\(|:)? ?(?:at |with |namely )?$`,
  'd',
);

/** "Jiangsu had the most districts among the hundred, 22" */
export function mostOf(figure: Figure): Found | undefined {
  const { left, shape, quantity } = figure;
  if (!SAYS_MOST.test(left.slice(-LONGEST_MOST))) return undefined;
  const found = MOST.exec(left)?.indices?.groups;
  const [range, place] = [found?.['rest'] ?? found?.['named'], found?.['place'] ?? found?.['there']];
  if (range === undefined || place === undefined || (quantity.measure === 'count' && quantity.unit === '' && figure.counted.noun !== ''))
    return undefined;
  const phrase = phraseAfter(shape.text, range[0] - 1, range[1]);
  const measure = phrase.noun === '' ? measureIn(shape, range[0], range[1], undefined) : undefined;
  const outer = / in $/.test(shape.text.slice(0, place[0])) ? ownerBefore(shape, place[0] - 4) : undefined; // "Jiangsu in East China had the most"
  const owner = outer ?? ownerBefore(shape, place[1]);
  const base = measure?.name ?? phrase.name;
  return base === '' || owner === undefined
    ? undefined
    : { construction: 'place-holds-count', owner, base, nameSpan: spanOf(shape, range[0], range[1]) };
}

/** "With 247 homicides, Leeds had more than any other city": the figure leads, its place is the subject. */
const SUBJECT_BEHIND = new RegExp(
  `^[^,;.()\uE003-\uE00B]{0,40}, (?:the )?(?<place>${PLACE}) (?:is|was|has|had|ranks?|ranked|comes?|came|leads?|led|tops|topped|takes|took|recorded|remains|remained|stands|stood|finished|holds|beats?|heads|headed)\\b`,
  'd',
);

export function ledByFigure(figure: Figure): Found | undefined {
  const { left, shape, at, counted } = figure;
  if (
    counted.noun === '' ||
    !/(?:^|[;:] )(?:but |and )?(?:with|at|having|boasting|counting) (?:(?:its|some|about|just|only|a|an) )?$/.test(left)
  )
    return undefined;
  const from = at + 1 + counted.length;
  const place = SUBJECT_BEHIND.exec(shape.text.slice(from))?.indices?.groups?.['place'];
  const owner = place === undefined ? undefined : ownerBefore(shape, from + place[1]);
  return owner === undefined
    ? undefined
    : { construction: 'place-holds-count', owner, base: counted.name, nameSpan: spanOf(shape, at + 1, from) };
}

/** "the city accounts for 3 percent of China's trade": the share is the subject's, where that is a place; else shareOf reads it. */
export function shareOfSubject(figure: Figure): Found | undefined {
  if (figure.quantity.measure !== 'percent' || !figure.right.startsWith(' of ')) return undefined;
  return placeHolds(figure) ?? shareOf(figure);
}

/** "8.2% of America's workers", "electric cars made up 54 percent of new car sales in Norway" */
export function shareOf(figure: Figure): Found | undefined {
  const { quantity, right, left, shape, at } = figure;
  const joint = quantity.measure === 'percent' ? /^ of (?:all the |all |the )?/.exec(right) : null;
  if (joint === null) return undefined;
  const from = at + 1 + joint[0].length;
  const whole = from + (/^[^,.;:()]*/.exec(shape.text.slice(from))?.[0].length ?? 0);
  const to = cutAtVerb(shape.text, from, whole);
  const owner = ownerIn(shape, from, whole);
  const measure = measureIn(shape, from, to, owner, true);
  const verb = AMOUNT.words(left);
  const part = verb === undefined ? undefined : subjectBefore(figure, left.length - verb.length - 1).measure;
  if (measure === undefined || (part !== undefined && BUSINESS.test(part.name))) return undefined;
  const name = part === undefined ? `share of ${measure.name}` : `${part.name} share of ${measure.name}`;
  const place = owner ?? implied(figure, `${measure.name} ${part?.name ?? ''}`);
  return place === undefined ? undefined : { construction: 'share-of', owner: place, base: name, nameSpan: measure.span };
}
