import { ranked, defineRule } from '../rule.ts';
import { movedFrom } from '../moves.ts';

export default defineRule({
  finds:
    'a place that rose or fell to a position, and the one it had: "Zurich has jumped to third from sixth", "dropped 12 places to 46th"',
  reads: 'sentence',
  cues: [],
  patterns: [
    '{subject},?<also>{near4} <move>(?: (?:by )?(?:\uE005|one|two|three|four|five|a)(?: (?:places?|spots?|positions?|rungs?|slots?|ranks?|notch(?:es)?))?)?{near4},? (?:to|into|at|in) (?:rank |number |a |an )?<position>(?:,? (?:up |down )?from (?:being )?(?:the |its )?(?:rank |number )?<position2>)?',
    '{subject},?<also>{near4} <move>{near3} from (?:the |its )?<position2>(?: (?:in|last|a) [^,.;:]{1,24})? to <position>',
    '{subject},?<also> (?:<rank>|<be>)(?: (?:in|at|as|on|now))? <position>,? (?:up|down) (?:from|on) (?:the |its )?<position2>',
    '{subject},?<also> (?:<rank>|<be>)(?: (?:in|at|as|on|now))? <position>,? (?:(?:an? )?(?:up|down|<move>|rise of|fall of|drop of|gain of|climb of)) (?<places>{number}|one|a|two|three|four|five|six|seven|eight|nine|ten)(?: (?:places?|spots?|positions?|ranks?|rungs?|notch(?:es)?|steps?|slots?))?',
    '{subject},?<also> (?:<rank>|<be>)(?: (?:in|at|as|on|now))? <position>,? (?<steps>{number}|one|a|two|three|four|five|six|seven|eight|nine|ten) (?:places?|spots?|positions?|ranks?|rungs?|notch(?:es)?|slots?) (?:lower|higher|better|worse|down|up)',
  ],
  *claims(match) {
    if (!match.isPosition()) return;
    const ordinal = match.ordinal();
    yield ranked(match, match.place(), ordinal, { previous: movedFrom(match, ordinal) });
  },
  examples: [
    { text: 'In the city index Zurich has jumped to third from sixth.', claims: ['Zurich 3 was 6'] },
    { text: 'Lyon slipped to 46th from 34th on the list.', claims: ['Lyon 46 was 34'] },
  ],
  counterexamples: ['Zurich moved its head office to 46th Street.'],
});
