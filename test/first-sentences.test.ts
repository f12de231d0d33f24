import { expect, it } from 'vitest';
import { sayClaim } from '../src/extractors/rule.ts';
import { loadRules } from '../src/extractors/rules.ts';
import { cleanText } from '../src/pipeline/2-clean/text.ts';
import { readClaims, sortRules } from '../src/pipeline/7-claims.ts';
import { settleClaims } from '../src/pipeline/8-overlaps.ts';
import { readDocument } from '../src/pipeline/index.ts';
import { fileOf } from './helpers/clean.ts';

/*
 * What the notation of rules was made for: sentences that no list of fields reads, each in a text of its own. The claims that stand
 * among all rules are these and no others.
 */

const rules = sortRules(await loadRules());

function standing(text: string): readonly string[] {
  const document = readDocument(cleanText(fileOf(text)), rules);
  const { ranks, metrics } = settleClaims(readClaims(document, rules), document);
  return [...ranks, ...metrics].map(({ claim }) => sayClaim(claim)).sort();
}

it.each([
  {
    says: 'positions before the places',
    text: 'The ranking of Russian regions by household income is out. Fourth and fifth are the republic of Mordovia and the Kaluga region.',
    claims: ['Kaluga region 5', 'Mordovia 4'],
  },
  {
    says: 'those that follow',
    text: 'The list of the cleanest cities in India is out. Vadodara was ranked fourth, followed by Bhopal, Nashik and Lucknow.',
    claims: ['Bhopal after Vadodara +1', 'Lucknow after Vadodara +3', 'Nashik after Vadodara +2', 'Vadodara 4'],
  },
])('$says', ({ text, claims }) => {
  expect(standing(text)).toEqual(claims);
});
