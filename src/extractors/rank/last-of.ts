import { defineRule, rankedAs, rankedFromEnd } from '../rule.ts';

const LAST =
  '(?:last|bottom|dead last|at the (?:very )?bottom|at the (?:other|lower|far) end|the tail|at the foot|lowest|in last place|the wooden spoon)';

export default defineRule({
  finds:
    'the end of a list: "Karachi was last of 140 cities", "Harare props up the table", "the list is closed by Quibdó, Florencia and Riohacha"',
  reads: 'sentence',
  cues: ['last', 'bottom', 'props up', 'rear', 'closed by', 'closes', 'tail', 'foot of', 'lowest', 'wooden spoon'],
  patterns: [
    `{subject},?<also>(?: (?:<rank>|<be>|<take>|comes in|came in))?{gap3} (?<words>${LAST}(?: place)?(?: (?:of|out of|among) (?:the |all |all the )?{number}))`,
    `(?<words>(?:last|bottom|lowest) (?:of|out of|among) (?:the |all )?{number}(?: <city>)?)(?: (?:is|was|came|comes|:|,))+ {place}`,
    `{subject},?<also> (?:<rank>|<be>|<take>|comes in|came in|languishes|props up|finds itself|brings up|brought up|propped up){gap3}(?: in| at)? (?<words>(?:the )?(?:${LAST}|(?:whole |entire )?(?:table|list|ranking|rear|field))(?: place| spot| position)?)(?! (?:week|month|year|night|time|days?|quarter|decade|century|name|summer|winter|spring|autumn|season))(?=[,.;:)]| (?:of|in|on|with|among|for|overall|and|as|behind|by)\\b|$)`,
    '(?<words>(?:<list>|{list}) (?:is|was) closed(?: out)? by) {places}',
    '(?<words>(?:and,? )?(?:last of all|last|in last place|bottom of the (?:list|table|ranking|pile|heap)|dead last)(?: (?:is|was|comes|came|stands|sits|we find|,|:))+) (?:the )?{place}',
  ],
  *claims(match) {
    const words = match.spanOf('words');
    if (words === undefined) return;
    if (match.has('places')) {
      const places = match.places();
      for (const [index, place] of places.entries())
        yield rankedFromEnd(match, place, places.length - 1 - index, words, {
          basis: index === places.length - 1 ? 'explicit' : 'implied',
        });
      return;
    }
    const size = match.has('number') ? Number(match.quantity('number').value) : undefined;
    if (size === undefined) {
      if (
        /props up|propped up|brings up|brought up/.test(match.words()) ||
        !/^(?:the )?(?:whole |entire )?(?:table|list|ranking|rear|field)/.test(match.words('words'))
      )
        yield rankedFromEnd(match, match.place(), 0, words);
    } else if (Number.isInteger(size) && size > 1) yield rankedAs(match, match.place(), size, words);
  },
  examples: [
    { text: 'Last of the 140 cities was Karachi.', claims: ['Karachi 140'] },
    { text: 'In the index Harare is in last place.', claims: ['Harare last -0'] },
  ],
  counterexamples: ['Karachi grew last year.', 'Karachi hosted the last summit.'],
});
