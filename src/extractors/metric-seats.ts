import { clauseStart, PLACE, spanOf, type Figure, type Found } from './metric-figure.ts';
import { ownerBefore, ownerIn, subjectAt } from './metric-owner.ts';

/*
 * How many places of a list a province has: "Jiangsu occupies 25 seats, Zhejiang 17".
 */

const SEATS = /^ (?:of the )?(?<noun>places|seats|spots|slots|entries|berths|positions)(?= (?:on|in|among|\uE009)|[,.;:)]| \(| and |$)/;
const TAKES = new RegExp(
  `(?<place>${PLACE})(?: [a-z'-]+){0,9}? (?:has|have|had|occup(?:y|ies|ied)|got|gets?|took|takes?|holds?|held|claim(?:s|ed)?|secured?|won|fill(?:s|ed)?|with|accounts? for|accounted for)(?: altogether| a total of| all of| in all)? $|${PLACE},? $`,
);
const LISTED = /[\uE00B\uE004]|\b(?:top (?:ten|twenty|fifty|hundred|\d+)|the list|ranking|shortlisted|on the list)\b/;

/** Only where the section speaks of a list: seats of a parliament are no metric. */
export function placesOnList(figure: Figure): Found | undefined {
  const { quantity, left, right, shape, at, last, document } = figure;
  const noun = SEATS.exec(right)?.groups?.['noun'];
  if (noun === undefined || quantity.measure !== 'count' || quantity.unit !== '') return undefined;
  const listed =
    LISTED.test(shape.text) ||
    last?.base.endsWith('on the list') === true ||
    (document.mentions[shape.section] ?? []).some((mention) => mention.kind === 'list' || mention.kind === 'top');
  const verb =
    listed && !/\b(?:parliament|council|assembly|party|candidates?|votes?|medals?|dropped|rose|fell|climbed|up|down)\b/.test(shape.text)
      ? TAKES.exec(left)
      : null;
  if (verb === null) return undefined;
  const start = Math.max(verb.index, clauseStart(shape, left.length).start);
  const owner =
    verb.groups?.['place'] === undefined
      ? ownerBefore(shape, verb.index + 1)
      : (ownerIn(shape, start, left.length) ?? subjectAt(shape, verb.index + 1));
  return owner === undefined
    ? undefined
    : {
        construction: 'place-holds-count',
        owner,
        base: `${noun} on the list`,
        nameSpan: spanOf(shape, at + 1, at + 1 + noun.length),
        unit: noun,
      };
}
