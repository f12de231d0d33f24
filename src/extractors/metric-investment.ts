import { PLACE, type Figure, type Found } from './metric-figure.ts';
import { ownerBefore } from './metric-owner.ts';
import { topicOf } from './metric-topic.ts';

/*
 * Money put into a place.
 */

const INVESTS = /\b(?:invest(?:s|ed|ing|ment of)?|spen[dt](?:s|ing)?|put(?:s|ting)?|pour(?:s|ed|ing)?|inject(?:s|ed|ing)?|plough(?:s|ed)?|commit(?:s|ted|ting)?|injection of|pump(?:s|ed)?)(?: (?:about|up to|nearly|another|a further))? $/;

const WON = new RegExp(`${PLACE} (?:has |have |had )?(?:won|landed|secured|attracted|gets|got|will get|lured|beat out others for) (?:an? |the )?$`);

const INTO = new RegExp(`^(?: [a-z'’&,-]+){0,8}? (?:in|into|at|on|for)(?: [a-z'’-]+){0,8}?(?: (?:in|at|near))?(?: the)? (?<place>${PLACE})(?!['’])`);

const PROJECT = new RegExp(`^ (?:(?:[a-z-]+ ){0,4}?)(?:investment|project|plant|facility|factory|centre|center|expansion|scheme|development|complex|park|deal|joint venture)(?: [a-z'’-]+){0,6}? (?:in|at|near|for)(?: the)? (?<place>${PLACE})(?!['’])`);

/** "will spend $96.2 million in the City of Suffolk", "a $50 million dairy plant in Leeds" */
export function investment(figure: Figure): Found | undefined {
  const { quantity, left, right, shape, at } = figure;
  if (quantity.measure !== 'money') return undefined;
  const found = INVESTS.test(left) ? INTO.exec(right) : PROJECT.exec(right);
  const won = WON.exec(left);
  const owner = found !== null ? ownerBefore(shape, at + 1 + found[0].length)
    : won !== null && /^ (?:[a-z-]+ ){0,4}(?:investment|project|plant|facility|factory|centre|center|expansion|development|complex|mill|headquarters)\b/.test(right) ? ownerBefore(shape, won.index + 1)
      : /^ (?:in all |in total |altogether )?(?:will|would|is to|are to|has been|have been|was|were) (?:to )?(?:be )?(?:put|invested|spent|poured|committed|pumped)\b/.test(right) ? topicOf(figure.document, shape) : undefined;
  return owner === undefined ? undefined : { construction: 'investment-in-place', owner, base: 'investment', nameSpan: quantity };
}
