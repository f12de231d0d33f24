import { clauseStart, PLACE, spanOf, type Figure, type Found } from './metric-figure.ts';
import { ownerBefore, type Owner } from './metric-owner.ts';
import { outerPlace } from './metric-subject.ts';

/*
 * Shares of those who were asked: "In Leeds, 82.1% feel unsafe", "of the residents of Leeds only 13% said they would move".
 */

const ANSWERED =
  '(?:say|says|said|feel|felt|think|thought|believed?|expressed|reported|own|owned|use|used|voted|supported?|want|wanted|describe[sd]?|considered?|agreed?|rated?|live|lived|commuted?|cycled?|walk|walked|rent|rented|speak|spoke|fear|feared|trust|trusted|expect|expected|would|do not|did not|cannot|could not|had been|have been|are afraid|were afraid|are satisfied|were satisfied|are happy|were happy)';
const WHO =
  '(?:respondents|residents|inhabitants|people|locals|adults|women|men|them|those(?: asked| surveyed| questioned| polled)?|citizens|households|drivers|commuters|interviewees)';

/** What is said behind the figure: who, and what they answered, to the next figure or stop. */
const BEHIND = new RegExp(
  `^(?: of (?:the |its |their |all )?(?<who>${WHO})(?: (?:of|in) (?:the )?(?<of>${PLACE}))?)? (?<act>${ANSWERED} [^,.;:()\uE003-\uE009]{3,60})`,
  'd',
);
/** Places in front: "In Leeds, ", "Leeds, where ". */
const HEAD = new RegExp(
  `(?:^|[;:] |, (?:and |but |while )?| (?:and|but|while) )(?:in|of|among) (?:(?:the )?${WHO} (?:of|in) )?(?:the )?(?<place>${PLACE}),? $`,
  'd',
);
const LONGEST_HEAD = 80;

/** "82.1% feel unsafe" in a sentence that says where. */
export function answers(figure: Figure): Found | undefined {
  const { quantity, right, left, shape, at } = figure;
  if (quantity.measure !== 'percent') return undefined;
  const found = BEHIND.exec(right);
  const act = found?.indices?.groups?.['act'];
  if (found === null || act === undefined) return undefined;
  const of = found.indices?.groups?.['of'];
  const owner = of === undefined ? placeInFront(figure, left) : ownerBefore(shape, at + 1 + of[1]);
  if (owner === undefined) return undefined;
  const words = (found.groups?.['act'] ?? '').split(' ').slice(0, LONGEST_NAME).join(' ');
  return {
    construction: 'share-of',
    owner,
    base: `share who ${words.replaceAll(/[\uE000-\uE00B]/g, '').trim()}`,
    nameSpan: spanOf(shape, at + 1 + act[0], at + 1 + act[0] + words.length),
  };
}

/** Words of a name at most. */
const LONGEST_NAME = 6;

function placeInFront({ shape, at }: Figure, left: string): Owner | undefined {
  const from = Math.max(0, left.length - LONGEST_HEAD);
  const place = HEAD.exec(left.slice(from))?.indices?.groups?.['place'];
  if (place !== undefined) return ownerBefore(shape, from + place[1]);
  const { start, word } = clauseStart(shape, at);
  return outerPlace(shape, start, word);
}
