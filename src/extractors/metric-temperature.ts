import { PLACE, spanOf, type Figure, type Found } from './metric-figure.ts';
import { ownerAtHead, ownerBefore, subjectAt } from './metric-owner.ts';
import { topicOf } from './metric-topic.ts';

/*
 * Temperatures and rain of a place.
 */

const IN_PLACE = new RegExp(
  `^ (?:celsius |centigrade |of rain |of rainfall |of snow )?(?:fell |was recorded |were recorded |was measured |were measured |came down )?(?:in|for|at|on|over) (?:the )?${PLACE}(?!['’])`,
);
const REACHED = new RegExp(
  `${PLACE} (?:has |had |have )?(?:reached|hit|recorded|registered|measured|topped|touched|saw|climbed to|rose to|fell to|dropped to|got to|got away with|had|received|collected|logged|with|was at|sits at|is at)? ?$`,
);
/** "Al Awabi 81 mm", "Home Hill with 91 mm": of a name that nobody knows; its last word is enough. */
const OF_UNKNOWN =
  /(?:^|[^.!?] )\p{Lu}[\p{L}'’-]+ (?:(?:airport|gauge|station|taluka|tehsil|town|dam) )?(?:had |has |with |recorded |received |collected |got |registered |saw |only |just )*$/u;
const LABEL = new RegExp(`^(?:[-*•] )?${PLACE} ?[:-] [^\\uE000-\\uE00B]*$`);
const RAIN = /\b(?:rain(?:s|fall|ed|y|storms?)?|downpours?|showers|precipitation|floods?|wet|storms?|deluge)\b/;
const SNOW = /\bsnow(?:fall|ed|s)?\b/;

/** "It was 9 degrees in Leeds", "York: 112 mm measured in 24 hours" */
export function temperature(figure: Figure): Found | undefined {
  const { quantity, left, right, shape, at, document } = figure;
  const isRain =
    quantity.measure === 'dimension' && quantity.unit === 'mm' && RAIN.test(document.clean.source.text.slice(0, 4000).toLowerCase());
  if (quantity.measure !== 'temperature' && !isRain) return undefined;
  const name = quantity.measure === 'temperature' ? 'temperature' : SNOW.test(shape.text) ? 'snowfall' : 'rainfall';
  const behind = IN_PLACE.exec(right);
  const owner =
    behind !== null
      ? ownerBefore(shape, at + 1 + behind[0].length)
      : REACHED.test(left)
        ? subjectAt(shape, left.search(REACHED) + 1)
        : LABEL.test(left)
          ? ownerBefore(shape, left.search(new RegExp(PLACE)) + 1)
          : OF_UNKNOWN.test(shape.cased.slice(Math.max(0, at - 60), at))
            ? undefined
            : isRain || /\b(?:temperatures?|mercury|thermometers?) [^,;]{0,40}$/.test(left)
              ? (ownerAtHead(shape) ?? topicOf(document, shape))
              : undefined;
  return owner === undefined ? undefined : { construction: 'measure-is-amount', owner, base: name, nameSpan: spanOf(shape, at, at + 1) };
}
