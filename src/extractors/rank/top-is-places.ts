import { defineRule, inOrder, within } from '../rule.ts';

const ORDER = /in (?:this|that|descending) order|followed by|respectively|in order|in turn|consecutively/;
/** "The remaining places in the top ten in turn are …": behind those told before. */
const REST = /\b(?:rest|remaining|remainder|other|others)\b/;

/** "Rounding off the 10 fastest-growing counties were …": the last ones of the list, in order. */
const ROUNDS_OFF = /\b(?:round(?:ed|ing|s)? (?:out|off|up)|complet(?:e|ed|es|ing)|fill(?:ed|ing)? out)\b/;

export default defineRule({
  finds: 'the top of a list told in order: "the top three are Beijing, Shenzhen and Shanghai", "with A, B and C in the top three"',
  reads: 'sentence',
  cues: [],
  patterns: [
    '(?:{top}|{list})(?: <noun>)?(?: (?:of|on|in|for|from|by) [^.;:]{1,60}?| [a-z-]{1,20}){0,4}?(?: (?:are|were|is|was|include[sd]?|including|consists? of|consisted of|comprise[sd]?|go to|went to|belong to|has been|have been|is formed by|are formed by|features?|featured|reads|read|being|namely)(?: as follows| made up by| made up of| in turn| taken by| completed by| filled by| held by| occupied by)?:?|(?:,[^.;:\uE000]{1,50}?)?:| -| \\() {many}',
    "{many}(?:,| -)?(?: (?:also|again|still|have|has|had|having|been|were|are|was|who|which|all|together|once more|as|being|currently|now|this year|continued? to|continues to)){0,4}(?: (?:rank(?:ed|ing|s)?|place[ds]?|placing|stand(?:ing)?|stood|came|come|coming|finish(?:ed|ing)?|took|take|taking|mak(?:e|es|ing)|made(?: up)?|form(?:ed|ing|s)?|fill(?:ed|ing)?|complet(?:e|ed|ing)|round(?:ed|ing)? out|occup(?:y|ied|ying)|secur(?:e|ed|ing)|hold(?:ing)?|held|claim(?:ed|ing)?|hav(?:e|ing)|top(?:ped|ping)?|lead(?:ing)?|swe(?:ep|pt)(?:ing)?|dominat(?:e|ed|ing)|emerg(?:e|ed|ing)|figur(?:e|ed|ing)|featur(?:e|ed|ing)|appear(?:ed|ing)?|made it|crack(?:ed)?|broke|enter(?:ed)?|head(?:ed|ing)?|were|are|being|listed|named))?(?: (?:up|out))?(?: (?:in|as|at|among|on|within|for))?(?: (?:its|their|the|a|this year's))? (?:{top}|{list})",
    '(?<words>the order)(?: (?:of|at|in|on) [^.,;:]{1,40}?)? (?:is|was|reads|read|then is)(?: as follows)?:? {many}',
    '(?<words>(?:top|head|summit|upper end|first places|first positions|podium) of (?:the |this |its )?(?:<list>|{list}))[^.;:\uE000\uE001]{0,70}?(?: (?:is|are|was|were|has|reads?|belongs?|consists?|includes?|goes|went|formed|made)(?: [a-z]{2,12}){0,3})?:? {many}',
  ],
  *claims(match) {
    const places = match.places('many');
    const head = match.spanOf('words');
    if (head !== undefined) {
      yield* inOrder(match, places, 1, head, { reference: { group: `order ${String(match.span.start)}` } });
      return;
    }
    const top = match.mention('top') ?? match.mention('list');
    const size =
      top?.kind === 'top'
        ? { value: top.value, start: top.start, end: top.end }
        : top?.kind === 'list' && top.size !== undefined
          ? { value: top.size.value, ...top.size.span }
          : undefined;
    if (size === undefined) return;
    const counted = { start: size.start, end: size.end };
    const reference = { group: `order ${String(match.span.start)}` };
    const words = `${match.before.slice(-40)}${match.words()}`;
    if (REST.test(words) && ORDER.test(words)) {
      if (places.length < size.value) yield* inOrder(match, places, size.value - places.length + 1, counted);
    } else if (REST.test(words)) yield* within(match, places, size);
    else if (places.length === size.value || ORDER.test(match.words())) yield* inOrder(match, places, 1, counted, { reference });
    else if (ROUNDS_OFF.test(`${match.before.slice(-24)}${match.words()}`)) {
      if (places.length < size.value) yield* inOrder(match, places, size.value - places.length + 1, counted);
    } else if (places.length < size.value) yield* within(match, places, size);
  },
  examples: [
    { text: 'The top three are Vienna, Zurich and Geneva.', claims: ['Vienna 1', 'Zurich 2', 'Geneva 3'] },
    { text: 'The report came out with Vienna, Zurich and Geneva in the top three.', claims: ['Vienna 1', 'Zurich 2', 'Geneva 3'] },
    { text: 'Leeds and York are among the top 20.', claims: ['Leeds <=20', 'York <=20'] },
  ],
  counterexamples: ['Trains to Leeds, York and Hull leave from platform three.'],
});
