import { expect, it } from 'vitest';
import { decode } from '../src/pipeline/1-decode.ts';
import { cleanMarkdown } from '../src/pipeline/2-clean/markdown.ts';
import { cleanText } from '../src/pipeline/2-clean/text.ts';
import { loadRules } from '../src/extractors/rules.ts';
import { readSections } from '../src/pipeline/3-sections.ts';
import { findOrdinals } from '../src/pipeline/4-mentions/ordinals.ts';
import { cuesOf } from '../src/pipeline/4-mentions/cues.ts';
import { findOrganisations } from '../src/pipeline/4-mentions/organisations.ts';
import { findPeriods } from '../src/pipeline/4-mentions/periods.ts';
import { findToponyms } from '../src/pipeline/4-mentions/places.ts';
import { findQuantities } from '../src/pipeline/4-mentions/quantities.ts';
import { resolvePlaces } from '../src/pipeline/5-places.ts';
import { findSubjects } from '../src/pipeline/6-subjects.ts';
import { readClaims, sortRules } from '../src/pipeline/7-claims.ts';
import { settleClaims } from '../src/pipeline/8-overlaps.ts';
import { assemble } from '../src/pipeline/10-assemble/index.ts';
import { readArticle, readDocument } from '../src/pipeline/index.ts';
import { detectLanguage } from '../src/pipeline/language.ts';
import { splitSentences } from '../src/pipeline/sentences.ts';
import type { DecodedFile } from '../src/source-text.ts';
import type { CleanDocument, ReadDocument } from '../src/types.ts';
import { steadyGrowth } from './growth.ts';

/** What stops a naive program: each is repeated to the size asked for. */
const hostile: Readonly<Record<string, string>> = {
  spaces: ' ',
  'blank lines': '\n',
  digits: '7',
  commas: ',',
  brackets: '(',
  'numbered items': '1. ',
  bullets: '- ',
  'words for numbers': 'one ',
  initials: 'A B C ',
  'names of places': 'Wuhan ',
  'names of nothing': 'Quzzling ',
  'places and ordinals': 'Wuhan ranked 3rd, ',
  'lines of a table': 'a | 1 | b\n',
  'emphasis and links': '*[_`',
};

/** A word before, for a text of blanks is empty; one after, for a search for an end must not find it. */
function repeated(unit: string, units: number): string {
  return `Beginning${unit.repeat(Math.ceil(units / unit.length)).slice(0, units)}end`;
}

export interface Timed {
  readonly time: (unit: string) => ReturnType<typeof steadyGrowth>;
}

export const most = 2.5;

/** A stage by what it is given, made from a text beforehand, and what of it is timed. */
export function stage<Input>(prepare: (text: string) => Input, work: (input: Input) => unknown): Timed {
  return { time: (unit) => steadyGrowth((units) => prepare(repeated(unit, units)), work, most) };
}

const encoder = new TextEncoder();

function decoded(text: string): DecodedFile {
  const file = decode(encoder.encode(text));
  if ('status' in file) throw new Error(`expected a text, got \`${file.status}\``);
  return file;
}

const rules = sortRules(await loadRules());
const cleaned = (text: string): CleanDocument => cleanText(decoded(text));
const document = (text: string): ReadDocument => readDocument(cleaned(text), rules);

/** From bytes to mentions: seconds. */
export const textStages: Readonly<Record<string, Timed>> = {
  '1-decode': stage((text) => encoder.encode(text), decode),
  '2-clean/text': stage(decoded, cleanText),
  '3-sections': stage(cleaned, readSections),
  '4-mentions/ordinals': stage(String, (text) => findOrdinals(text, 0, text.length)),
  '4-mentions/organisations': stage(String, (text) => findOrganisations(text, 0, text.length, cuesOf(text, 0, text.length).organisations)),
  '4-mentions/periods': stage(String, (text) => findPeriods(text, 0, text.length, '2024-05-01')),
  '4-mentions/places': stage(String, (text) => findToponyms(text, 0, text.length)),
  '4-mentions/quantities': stage(String, (text) => findQuantities(text, 0, text.length)),
  language: stage(String, detectLanguage),
  sentences: stage(String, (text) => splitSentences(text, 0, text.length)),
};

/** What trees, places, rules and assembly do with them: minutes. */
export const documentStages: Readonly<Record<string, Timed>> = {
  '2-clean/markdown': stage(decoded, cleanMarkdown),
  '5-places': stage(
    (text) => ({ clean: cleaned(text), sections: readSections(cleaned(text)) }),
    ({ clean, sections }) => resolvePlaces(clean, sections),
  ),
  '6-subjects': stage(document, findSubjects),
  '7-claims': stage(document, (read) => readClaims(read, rules)),
  '8-overlaps': stage(
    (text) => ({ read: document(text), claims: readClaims(document(text), rules) }),
    ({ read, claims }) => settleClaims(claims, read),
  ),
  '10-assemble': stage(
    (text) => ({ read: document(text), settled: settleClaims(readClaims(document(text), rules), document(text)) }),
    ({ read, settled }) => assemble(read, settled),
  ),
  'a whole article': stage(
    (text) => encoder.encode(text),
    (bytes) => readArticle(bytes, { source: 'a.txt', format: 'text', rules }),
  ),
};

/** A test for each stage and each hostile text. */
export function expectLinear(stages: Readonly<Record<string, Timed>>): void {
  const cases = Object.entries(stages).flatMap(([name, timed]) =>
    Object.entries(hostile).map(([kind, unit]) => ({ name, kind, unit, timed })),
  );
  it.each(cases)('$name of $kind takes at most 2.5 times as long when there is twice as much', { timeout: 300_000 }, ({ unit, timed }) => {
    const { ratio, ...measured } = timed.time(unit);
    expect(ratio, JSON.stringify(measured)).toBeLessThanOrEqual(most);
  });
}
