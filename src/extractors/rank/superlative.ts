import { defineRule, ranked, rankedAs } from '../rule.ts';
import type { Match } from '../pattern.ts';

const AREA = "(?:{place3}'s?|the world's|world's|the country's|the nation's|its|{demonym}|the (?:country|world|nation|continent|region|state|province)'s)";
const MEASURED = /^,? (?:for|by|in terms of|in|with|of|when it comes to|measured by|based on|according to|regarding|as regards) /;

/** The superlative's own words up to the end of its measure: they name the ranking. */
function measure(match: Match): { readonly start: number; readonly end: number } {
  const tail = /^(?:,? (?:for|by|in terms of|when it comes to|measured by|based on|in|among|of|on|at|worldwide|globally) [^,.;:()]{1,80}?)*(?=[,.;:()]| (?:and|with|which|that|while|but|according|after|behind|where|who|as)\b|$)/.exec(match.after)?.[0] ?? '';
  const words = match.spanOf('words') ?? match.span;
  return { start: words.start, end: match.spanAt(match.words().length, match.words().length + tail.length).end };
}

export default defineRule({
  finds: 'an Nth superlative with a measure: "the world\'s third largest city for international patent applications"',
  reads: 'sentence',
  cues: ['est ', 'most', 'largest', 'biggest', 'highest', 'best', 'least', 'worst', 'lowest'],
  patterns: [
    `{subject},?<also> (?:<be>|<rank>|became|become|becomes|remains|ranks as|ranked as|serves as|,)(?: (?:now|still|also|already|only|as))* (?<words>(?:the )?(?:${AREA} )?{ordinal}[- ](?:most |least )?[a-z-]{3,20}(?: [a-z-]{2,20}){0,3}?(?= (?:for|by|in|among|of|worldwide|globally|with|on)\\b|[,.;:]|$))`,
    `{subject},?<also> (?:<be>|<rank>|became|become|becomes|remains)(?: (?:now|still|also|already|as))* (?<words>the (?:largest|biggest|highest|best|most [a-z-]{3,20}|lowest|smallest|richest|busiest|strongest|fastest[a-z-]{0,12}|leading|first|top|worst)(?: [a-z-]{2,20}){0,3}? (?:among|of all|of the|in {place4}|in the (?:world|country|nation)))`,
  ],
  *claims(match) {
    const span = measure(match);
    const area = match.has('ordinal');
    if (area) yield ranked(match, match.place(), match.ordinal(), { reference: { measure: span } });
    else if (MEASURED.test(match.after) || /\b(?:by|in terms of|for)\b/.test(match.after.slice(0, 80))) {
      const words = match.spanOf('words');
      if (words !== undefined) yield rankedAs(match, match.place(), 1, words, { reference: { measure: span } });
    }
  },
  examples: [
    { text: "Indeed, Leeds is the world's third largest city for patent applications.", claims: ['Leeds 3'] },
    { text: 'Leeds is the largest among British cities in terms of export volume.', claims: ['Leeds 1'] },
  ],
  counterexamples: ['Leeds is one of the most developed cities in the country.', 'Leeds is a leading hub.'],
});
