import type { ReadDocument } from '../types.ts';
import { announcedWithin } from './metric-announcement.ts';
import { announcedFor } from './metric-beside.ts';
import { PLACE, spanOf, type Figure, type Found } from './metric-figure.ts';
import { ownerBefore, type Owner } from './metric-owner.ts';
import { isNoUnit, unitOfNoun } from './metric-words.ts';
import { mayRank } from './rank-sense.ts';
import { oncePerShape, SLOT } from './shape.ts';

/*
 * The figure that a ranking goes by, told beside a position: "Gdańsk, sixth with PLN 5,401", "Central was 15th with 14.9%". A real
 * quantity is a metric as well; points of an index are not.
 */

/** Words that tell of positions. */
const RANKS = oncePerShape(
  ({ text }) =>
    text.includes(SLOT.ordinal) ||
    text.includes(SLOT.top) ||
    text.includes(SLOT.list) ||
    /\b(?:followed by|ahead of|behind|leads?|led|tops|topped|last|next|then (?:there|come|follow)|bottom|closes|brings up|trails|unbeaten|winner|won|best|worst|podium|comes out on top|on top|ranked|ranks|in front)\b/.test(
      text,
    ),
);
const POINTS = /\b(?:scor(?:e|es|ed|ing)|points?|pts|rating|rated|marks?|grade|index|stars?|maximum|out of 100)\b/;
/** Numbers of a ranking that are no figure of its places. */
const NO_FIGURE =
  /\b(?:from|up|down|by|than|out of|of|top|no\.?|number|place|position|rank|since|until|for|after|before|between|last|in) (?:the )?$/;

const GOING =
  '(?:with|on|at|having|counting|recording|by|has|had)(?: (?:its|a|an|the|only|just|some|about|around|nearly|a rate of|a total of))*';
/** "Wrocław (PLN 5,966)", "Doncaster with 1,104", "Warsaw with its PLN 7,404" */
const BESIDE = new RegExp(
  `${PLACE}(?:(?: alone)? (?:is|was|comes|came|stands|stood) (?:on top|at the top|out on top|last|first|next|runner-up|at the bottom|unbeaten))?(?:,? ${GOING})? ?[(:–-]? ?$`,
);
/** "Gdańsk, sixth with PLN 5,401", "Grimsby was 9th (871)", "the United States is now eighth with 186" */
const BEHIND_POSITION = new RegExp(
  `${PLACE}[^.;:${SLOT.name}${SLOT.anaphor}]{0,60}?${SLOT.ordinal}(?: (?:place|position|spot))?[^.;:${SLOT.name}${SLOT.anaphor}${SLOT.ordinal}]{0,24}?(?:,? ${GOING}| \\(|, ) ?$`,
);
/** "With 1,412 call-outs per 100,000 residents, Bradford comes out on top" */
const FORWARD = new RegExp(
  `^[^.;:,]{0,60}, (?:the )?${PLACE}(?=,? (?:is|was|comes?|came|ranks?|ranked|leads?|led|tops|topped|finish|took|takes|stands|again|now))`,
);

function ownerOf({ shape, at, left, right }: Figure): Owner | undefined {
  const beside = BESIDE.exec(left) ?? BEHIND_POSITION.exec(left);
  if (beside !== null) return ownerBefore(shape, beside.index + 1);
  const ahead = /^with (?:[a-z]+ ){0,2}$/.test(left) ? FORWARD.exec(right) : null;
  return ahead === null ? undefined : ownerBefore(shape, at + 1 + ahead[0].length);
}

/** The unit of a bare number: that of the figure told last of its kind. */
const unitBefore = ({ told, quantity }: Figure): string =>
  told.findLast((other) => other.construction === 'figure-of-position' && other.quantity.measure === quantity.measure)?.unit ?? '';

/** What the ranking of the document goes by, as its first sentences say; empty where they do not. */
function measureOf(document: ReadDocument): string {
  for (const section of document.sections.slice(0, 8)) {
    const told = announcedWithin(document.clean.source.text, section);
    if (told !== undefined) return told.name;
  }
  return '';
}

/** "Gdańsk, sixth with PLN 5,401" */
export function figureOfPosition(figure: Figure): Found | undefined {
  const { quantity, shape, at, left, counted, document } = figure;
  if (quantity.measure === 'points' || quantity.measure === 'temperature' || quantity.valueMax !== '') return undefined;
  if (!RANKS(shape) || POINTS.test(shape.text) || NO_FIGURE.test(left) || !mayRank(document)) return undefined;
  if (quantity.measure === 'count' && quantity.unit === '' && Number(quantity.value) < 10 && !quantity.value.includes('.'))
    return undefined;
  const unit = quantity.unit !== '' ? quantity.unit : counted.noun === '' ? unitBefore(figure) : unitOfNoun(counted.noun);
  if (unit === '' || isNoUnit(unit)) return undefined;
  const owner = ownerOf(figure);
  if (owner === undefined) return undefined;
  const told = announcedFor(figure);
  const base = counted.name !== '' ? counted.name : (told?.name ?? measureOf(document)) || (quantity.measure === 'money' ? 'amount' : unit);
  return {
    construction: 'figure-of-position',
    owner,
    base,
    nameSpan: told !== undefined && counted.name === '' ? told.span : spanOf(shape, at, at + 1),
    ...(quantity.unit === '' ? { unit } : {}),
  };
}
