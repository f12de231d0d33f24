import { PLACE, type Figure, type Found } from './metric-figure.ts';
import { ownerAtHead, ownerBefore, type Owner } from './metric-owner.ts';
import { topicOf } from './metric-topic.ts';
import type { PlaceMention } from '../types.ts';

/*
 * Money put into a place.
 */

const INVESTS =
  /\b(?:invest(?:s|ed|ing|ment of)?|spen[dt](?:s|ing)?|put(?:s|ting)?|pour(?:s|ed|ing)?|inject(?:s|ed|ing)?|plough(?:s|ed)?|commit(?:s|ted|ting)?|injection of|pump(?:s|ed)?)(?: (?:about|up to|nearly|another|a further))? $/;

const WON = new RegExp(
  `${PLACE} (?:has |have |had )?(?:won|landed|secured|attracted|gets|got|will get|lured|beat out others for) (?:an? |the )?$`,
);

const INTO = new RegExp(
  `^(?: [a-z'’&,-]+){0,8}? (?:in|into|at|on|for)(?: [a-z'’-]+){0,8}?(?: (?:in|at|near))?(?: the)? (?<place>${PLACE})(?!['’])`,
);

const PROJECT = new RegExp(
  `^ (?:(?:[a-z-]+ ){0,4}?)(?:investment|project|plant|facility|factory|centre|center|expansion|scheme|development|complex|park|deal|joint venture)(?: [a-z'’-]+){0,6}? (?:in|at|near|for)(?: the)? (?<place>${PLACE})(?!['’])`,
);

const VENTURE =
  /^(?: [a-z'’-]+){0,2}? (?:in|into|on|for) (?:the|this|its|that) (?:[a-z-]+ ){0,2}?(?<noun>venture|project|plant|facility|factory|centre|center|site|scheme|park|complex|base|mill|refinery|campus)\b/;

/** "invested 2 billion yuan in the venture": the place that the sentence before names with it. */
function ofVenture({ shape, right, document }: Figure): Owner | undefined {
  const noun = VENTURE.exec(right)?.groups?.['noun'];
  const section = document.sections[shape.section];
  const before = section?.sentences.findLast((sentence) => sentence.end <= shape.span.start);
  if (noun === undefined || before === undefined) return undefined;
  const { text } = document.clean.source;
  const at = text.slice(before.start, before.end).toLowerCase().lastIndexOf(noun);
  const from = before.start + at + noun.length;
  const place =
    at < 0
      ? undefined
      : (document.mentions[shape.section] ?? []).find(
          (mention): mention is PlaceMention =>
            mention.kind === 'place' && !mention.anaphor && mention.start >= from && mention.end <= before.end,
        );
  if (place === undefined || !/^[^,;:()]{0,60}\b(?:in|at|near|with|for|outside|of)(?: the)? $/.test(text.slice(from, place.start)))
    return undefined;
  return { place, from: 0, to: 0, doubts: ['attributed-by-subject'] };
}

/** "Foreign investors registered $3 billion in Leeds" */
const INVESTORS =
  /(?<who>(?:foreign |private |domestic |overseas |outside )?)investors (?:have |has |had )?(?:registered|put|pledged|committed|poured|placed|pumped|injected|invested|ploughed)(?: (?:about|nearly))? $/;

/** "will spend $96.2 million in the City of Suffolk", "a $50 million dairy plant in Leeds" */
export function investment(figure: Figure): Found | undefined {
  const { quantity, left, right, shape, at } = figure;
  if (quantity.measure !== 'money') return undefined;
  const investors = INVESTORS.exec(left);
  const found = INVESTS.test(left) || investors !== null ? INTO.exec(right) : PROJECT.exec(right);
  const won = WON.exec(left);
  const venture = found === null && INVESTS.test(left) ? ofVenture(figure) : undefined;
  const owner =
    found !== null
      ? ownerBefore(shape, at + 1 + found[0].length)
      : won !== null &&
          /^ (?:[a-z-]+ ){0,4}(?:investment|project|plant|facility|factory|centre|center|expansion|development|complex|mill|headquarters)\b/.test(
            right,
          )
        ? ownerBefore(shape, won.index + 1)
        : /^ (?:in all |in total |altogether )?(?:will|would|is to|are to|has been|have been|was|were) (?:to )?(?:be )?(?:put|invested|spent|poured|committed|pumped)\b/.test(
              right,
            )
          ? (ownerAtHead(shape) ?? (/^In [A-Z]/.test(shape.cased) ? undefined : topicOf(figure.document, shape)))
          : venture;
  if (owner?.place.anaphor === true && owner.place.end - owner.place.start === 3) return undefined; // "its plant" is the investor's
  return owner === undefined
    ? undefined
    : {
        construction: 'investment-in-place',
        owner,
        base:
          venture === undefined
            ? `${investors?.groups?.['who'] ?? ''}investment`
            : `investment in a ${VENTURE.exec(right)?.groups?.['noun'] ?? ''}`,
        nameSpan: quantity,
      };
}
