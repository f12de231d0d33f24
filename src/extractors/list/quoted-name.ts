import { listParts } from '../list-parts.ts';
import { EDITION, KINDS, spelled } from '../list-words.ts';
import { SLOT } from '../shape.ts';
import { defineRule } from '../rule.ts';

const LIST = `(?:${spelled('list ranking rankings index report survey rating table league study chart title evaluation')})`;
const TELLS = `(?:${spelled('index ranking rankings list survey report evaluation assessment rating league')}|${KINDS}|{top})`;

export default defineRule({
  finds: 'a ranking whose name stands in quotation marks: the 2023 list of "China top 100 science cities"',
  reads: 'list',
  cues: ['"', '«'],
  patterns: [
    `(?:(?:the|The|a|its) )?(?:{period}(?:'s)? )?(?:[a-z-]{1,16} ){0,2}?${LIST}(?: (?:of|called|named|entitled|titled|on|dubbed|under the name))?,? ["«](?<name>[^"«»]{6,140})["»](?: ${LIST})?${EDITION}`,
    `(?:(?:the|The) )?(?:{period}(?:'s)? )?["«](?<name>[^"«»]{0,90}?${TELLS}[^"«»]{0,100})["»](?: ${LIST})?${EDITION}`,
  ],
  *lists(match, document) {
    const name = match.spanOf('name');
    if (
      name !== undefined &&
      !/:\/\/|[.!?] |[.!?,]$/.test(match.words('name')) &&
      (match.words('name').includes(SLOT.top) || /[\p{Lu}\d\uE000\uE002\uE009]/u.test(match.words('name')))
    )
      yield listParts(match, document, match.span, name);
  },
  examples: [
    {
      text: 'It ranks 34th on the 2023 list of "China top 100 green cities".',
      claims: ['list: China top 100 green cities; size 100; edition 2023; scope CN'],
    },
  ],
  counterexamples: ['The mayor said "we are happy" and left.'],
});
