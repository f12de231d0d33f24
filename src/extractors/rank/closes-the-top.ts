import { defineRule, inOrder } from '../rule.ts';

const ENDS =
  '(?:clos(?:es?|ed|ing)(?: out| off)?|complet(?:es?|ed|ing)|round(?:s|ed|ing)? (?:out|off|up)|fill(?:s|ed|ing)? out|finish(?:es|ed|ing)? off|wrap(?:s|ped|ping)? up|complement(?:s|ed|ing)?)';
const TOP = "(?:the |this |its |this year's |our )?(?:list of the |ranking of the )?(?:{top}|{list}|(?<podium>podium))";

export default defineRule({
  finds: 'the last of the first N: "Durham rounded out the top three", "closing the top five is Samara"',
  reads: 'sentence',
  cues: ['clos', 'complet', 'round', 'fill', 'finish', 'wrap', 'complement'],
  patterns: [
    `{places},?<also>(?: (?:<be>|will))? ${ENDS} ${TOP}(?! list of)`,
    `${ENDS} ${TOP}(?: [a-z-]{2,16}){0,4}?(?: (?:is|are|was|were|comes?|came)|:|,){1,2} {places}`,
    '{top}(?: [a-z-]{2,16}){0,3}? (?:is|are|was|were|being) (?:closed|completed|rounded)(?: out| off)? by {places}',
  ],
  *claims(match) {
    const places = match.has('places') ? match.places() : [match.place()];
    const list = match.mention('list');
    const podium = match.spanOf('podium');
    const top = match.has('top')
      ? match.top()
      : list?.kind === 'list' && list.size !== undefined
        ? { value: list.size.value, ...list.size.span }
        : podium === undefined
          ? undefined
          : { value: 3, ...podium };
    if (top === undefined || places.length >= top.value || top.value > 100) return;
    yield* inOrder(match, places, top.value - places.length + 1, { start: top.start, end: top.end });
  },
  examples: [
    { text: 'In the index Durham rounded out the top three.', claims: ['Durham 3'] },
    { text: 'Closing the top five is Samara.', claims: ['Samara 5'] },
    { text: 'Rounding out the top five are York and Derby.', claims: ['York 4', 'Derby 5'] },
  ],
  counterexamples: ['Durham closed the top floor of its library.', 'Durham completed the list of works.'],
});
