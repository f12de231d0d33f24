import { defineRule, rankedAs, rankedFromEnd } from '../rule.ts';

/** "second from bottom" is one step before the end. */
const FROM_END = ['last', 'second', 'third', 'fourth', 'fifth'];

const LAST =
  '(?:last|bottom|dead last|at the (?:very )?bottom|at the (?:other|lower|far) end|the tail|at the foot|lowest|in last place|the wooden spoon)';

export default defineRule({
  finds:
    'the end of a list: "Karachi was last of 140 cities", "Harare props up the table", "the list is closed by Quibdó, Florencia and Riohacha"',
  reads: 'sentence',
  cues: [
    'last',
    'bottom',
    'props up',
    'rear',
    'closed by',
    'closes',
    'tail',
    'foot of',
    'lowest',
    'wooden spoon',
    'lantern',
    'close',
    'prop',
  ],
  patterns: [
    `{subject},?<also>(?: (?:<rank>|<be>|<take>|comes in|came in))?{gap3} (?<words>${LAST}(?: place)?(?: (?:of|out of|among) (?:the |all |all the )?{number}))`,
    `(?<words>(?:last|bottom|lowest) (?:of|out of|among) (?:the |all )?{number}(?: <city>)?)(?: (?:is|was|came|comes|:|,))+ {place}`,
    `{subject},?<also> (?:<rank>|<be>|<take>|comes in|came in|languishes|props up|finds itself|brings up|brought up|propped up){gap3}(?: in| at)? (?<words>(?:the )?(?:${LAST}|(?:whole |entire )?(?:table|list|ranking|rear|field))(?: place| spot| position)?)(?! (?:week|month|year|night|time|days?|quarter|decade|century|name|summer|winter|spring|autumn|season))(?=[,.;:)]| (?:of|in|on|with|among|for|overall|and|as|behind|by)\\b|$)`,
    '{subject},?<also> (?<words>(?:props? up|propped up|brings? up the (?:rear|tail|foot) of|closes?|closed|is at the (?:foot|bottom|end|tail) of) (?:the |this )?(?:whole |entire )?(?:<list>|{list}))(?![a-z])(?! (?:to|for|with) )',
    '(?<words>at the (?:very )?(?:bottom|end|foot|tail)(?: end)? of (?:the |this )?(?:whole |entire )?(?:<list>|{list})),? (?:is|was|stands?|stood|sits?|sat|comes?|came|we find|languishes|lies) (?:the )?{place}(?!(?:,| and) (?:the )?[\uE000\uE001])',
    '{subject},?<also> (?:<be>|stands|sits|finds itself) (?<words>at the very (?:end|bottom))(?=[,.;]|$)',
    '(?<words>(?:the )?(?:last|bottom|lowest) (?:place|position|spot|rank)(?: of all)?)(?: (?:of|in|on) [^,.;:\uE000\uE001\uE003]{1,40}?)? (?:goes to|went to|belongs to|fell to|is|was|(?:is|was)(?: again| once more| still)? (?:held|occupied|taken|filled) by) {place}',
    '(?:[,;] |and |^)with {place} (?<words>(?:at the (?:very )?bottom|in last place|(?:dead )?last|bringing up the rear))(?=[,.;]|$)',
    '(?<words>(?:the )?(?:red lantern|wooden spoon))(?: (?:of|in|on) [^,.;:\uE000\uE001\uE003]{1,40}?)? (?:goes to|went to|belongs to|is|was|(?:is|was)(?: again| once more| still)? (?:carried|held|worn|taken) by) {place}',
    '{subject},?<also> <take> (?<words>(?:the )?(?:red lantern|wooden spoon))(?![a-z])',
    '{subject},?<also>(?: (?:<rank>|<be>|<take>))?{gap3} (?<words>(?<steps>second|third|fourth|fifth)[- ](?:from|to)[- ](?:the )?(?:bottom|last|end))',
    '(?<words>(?:<list>|{list}|ranking|table|index|list)(?: (?:is|was|has been)(?: [a-z]{4,9})?)? closed(?: out)? by) {places}',
    '(?<words>(?:<list>|{list}|ranking|table|index|list) (?:is|was|has been)(?: [a-z]{4,9})? closed(?: out)? by) {place}(?!(?:,| and) (?:the )?[\uE000\uE001])',
    '(?:<list>|{list}|ranking|table|index|list) (?:is|was) opened by \uE000 and (?<words>closed(?: out)? by) {place}',
    '(?<words>(?:and,? )?(?:last of all|last|in last place|bottom of the (?:list|table|ranking|pile|heap)|dead last)(?: (?:is|was|comes|came|stands|sits|we find|,|:))+) (?:the )?{place}',
  ],
  *claims(match) {
    const words = match.spanOf('words');
    // "finished near the bottom"
    if (words === undefined || /\b(?:near|towards?|close to|from|off)(?: the)? (?:bottom|foot|end|tail|rear|last)/.test(match.words()))
      return;
    if (match.has('steps')) {
      yield rankedFromEnd(match, match.place(), FROM_END.indexOf(match.words('steps')), words);
      return;
    }
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
        /prop(?:s|ped)? up|brings? up|brought up|closed?/.test(match.words()) ||
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
