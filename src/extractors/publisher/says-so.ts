import { PUBLISHER, publisherFact } from '../publisher-name.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  finds:
    'a name that vouches for a position without a report beside it: "according to Mercer", "says the World Bank", a headline\'s ": NITI Aayog"',
  reads: 'sentence',
  cased: true,
  cues: ['according to', 'as per', 'as ', 'how ', 'inform', 'report', 'say', 'found', 'finds', 'bureau', ': ', 'reveals', 'shows'],
  patterns: [
    `[Aa](?:ccording to|s per) (?:the |an? )?${PUBLISHER}(?=[,.;:]|$| (?:the|in|on|it|which)\\b)(?!, (?:a |an |the |its |who |[a-z]+ )?(?:[a-z-]+ ){0,3}?(?:who|director|head|mayor|professor|chief|president|minister|manager|analyst|economist|spokes|researcher|author|founder|ceo|chair))`,
    `(?:[Tt]his is how|[Aa]s) ${PUBLISHER} (?:has|puts|sees|sums) it`,
    `${PUBLISHER} (?:has |have )?(?:informed|informs|reported|has it|calculates|reckons)(?= (?:this|on|that|in|of|[A-Z])|[.,]|$)`,
    `(?:, | - |: |^)(?:say|says|finds|found) (?:the )?${PUBLISHER}(?=[,.;]|$)`,
    `^[^:]{15,110}: ${PUBLISHER}$`,
    `, ${PUBLISHER} (?:says|finds|reveals|shows|reports)$`,
  ],
  *claims(match, document) {
    const headline = document.sections[match.section]?.kind === 'title' || document.sections[match.section]?.kind === 'heading';
    if (/^[^:]{15}/.test(match.words()) && !headline && match.words().includes(': ')) return;
    yield* publisherFact(match, document, false);
  },
  examples: [{ text: 'Leeds ranks third, according to Mercer.', claims: ['list publisher: Mercer'] }],
  counterexamples: ['Leeds ranks third, according to John Smith, director of a school.'],
});
