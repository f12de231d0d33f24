import type { ListFact } from './claim.ts';
import { SLOT, type Match } from './pattern.ts';

/** Capitalised words, or an organisation mention, that can stand where a publisher stands; use as `(?<publisher>…)`. */
export const PUBLISHER = `(?:the )?(?<publisher>${SLOT.organisation}|(?:(?:[A-Z][\\p{L}\\d&.'-]{0,24}|${SLOT.name}|${SLOT.demonym}) ){0,5}(?:[A-Z][\\p{L}\\d&.-]{1,24}|fDi [A-Z][a-z]+))(?: \\([A-Z][A-Za-z]{1,9}\\))?`;

const NO_PUBLISHER = /^(?:I|In|The|A|An|It|He|She|We|They|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|This|That|Photo|Top|Smart|Best|Global|World|Most|Data|City|Cities|Index|Ranking|Report|List)$/;

/** The fact that a match gives; nothing where the words cannot be a publisher's name. */
export function* publisherFact(match: Match): Generator<Omit<ListFact, 'rule' | 'section'>> {
  const span = match.spanOf('publisher');
  const organisation = match.mention('publisher');
  const words = match.casedWords('publisher');
  const name = organisation?.kind === 'organisation' ? organisation.name : words.trim();
  if (span === undefined || NO_PUBLISHER.test(name) || organisation?.kind === 'place') return;
  const list = match.mention('list');
  yield { kind: 'fact', field: 'publisher', value: name, span, ...(list?.kind === 'list' ? { list } : {}) };
}
