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
    says: 'one position for two',
    text: "The list of the most liveable cities is out. Two more share the seventh rung, Canada's Vancouver and Australia's Sydney.",
    claims: ['Sydney 7 tied', 'Vancouver 7 tied'],
  },
  {
    says: 'a place that is overtaken gets nothing',
    text: 'The ranking of innovative cities is out. Beijing has leapfrogged London and come in third in the world, with only the San Francisco Bay Area and New York ahead of it.',
    claims: ['Beijing 3', 'New York 2', 'San Francisco Bay Area 1'],
  },
  {
    says: 'those that follow',
    text: 'The list of the cleanest cities in India is out. Vadodara was ranked fourth, followed by Bhopal, Nashik and Lucknow.',
    claims: ['Bhopal after Vadodara +1', 'Lucknow after Vadodara +3', 'Nashik after Vadodara +2', 'Vadodara 4'],
  },
  {
    says: 'the subject stands a sentence before',
    text: 'Four cities in Hubei, that is to say Yidu, Daye, Xiantao and Zaoyang, have found their way into the list of the most competitive counties of China. In the ranking list they occupy the 80th, 82nd, 86th and 99th place respectively.',
    claims: ['Daye 82', 'Xiantao 86', 'Yidu 80', 'Zaoyang 99'],
  },
  {
    says: 'the heading says whose categories they are',
    text: 'The ranking of connected cities is out.\n\n2. Curitiba (PR)\n\nAmong the best axes of the chief city of Paraná are Technology and Innovation (2nd), Entrepreneurship (5th).\n\n3. Belo Horizonte (MG)\n\nIt has a river.',
    claims: ['Belo Horizonte 3', 'Curitiba 2', 'Curitiba 2', 'Curitiba 5'],
  },
])('$says', ({ text, claims }) => {
  expect(standing(text)).toEqual(claims);
});
