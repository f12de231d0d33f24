import { SLOT } from '../shape.ts';
import { termsOf, type Term } from '../parts-of-speech.ts';
import { isPlaceSlot, isPosition, isRankingDocument } from '../rank-sense.ts';
import { defineRule, type Draft } from '../rule.ts';

/** Longest way from the verb to the position, in words: "has to be content with third place". */
const REACH = 12;
/** Words of a predicate that make its position no fact, or another's. */
const REFUSED =
  /^(?:not|never|almost|nearly|that|than|while|but|because|if|when|after|before|since|until|unless|could|would|might|may|should|(?:hop|want|wish|expect|aim|plan|try|tri|fail|miss|seek|sought|compet|fight|fought|vy|vie|battl|predict|forecast|target|dream)[a-z]*)$/;
/** What follows them has a subject of its own, or shares one: not for this rule. */
const COORDINATORS = new Set(['and', 'or', 'nor', 'but', 'yet', 'so', 'then']);
const JOINS = new Set(['in', 'at', 'with', 'for', 'as', 'to', 'into', 'on']);

const A_PLACE = /[\uE000\uE001]/;
/** ", the third": no verb stands between the pause and the position; what `isPredicate` would refuse, told without grammar. */
const NO_VERB = /[,;:](?: (?:the|a|an|in|at|of|and|by|for)){0,4} $/;

/** "Linz's tower" */
const OWNER = /^(?:'s|') /;

const isPlace = (term: Term | undefined): boolean => isPlaceSlot(term?.word);
const isSmall = (term: Term | undefined): boolean => term !== undefined && (term.tags.has('Determiner') || term.tags.has('Adjective'));

/** The first place that opens a clause and heads its noun phrase: not behind a preposition, not "Linz airport", not "Linz's". */
function findSubject(terms: readonly Term[], text: string): number {
  return terms.findIndex((term, index) => {
    if (!isPlace(term) || term.tags.has('Possessive') || OWNER.test(text.slice((term.at ?? 0) + 1))) return false;
    if (!term.pause && terms[index + 1]?.tags.has('Noun') === true) return false;
    let before = index - 1;
    while (isSmall(terms[before]) && terms[before]?.pause === false) before -= 1;
    return before < 0 || terms[before]?.pause === true;
  });
}

/** The verb that begins at `at`, over adverbs: no participle ("finishing"), no infinitive. */
function verbAt(terms: readonly Term[], at: number): number | undefined {
  let index = at;
  while (terms[index]?.tags.has('Adverb') === true) index += 1;
  const tags = terms[index]?.tags;
  return tags?.has('Verb') === true && !tags.has('Gerund') && !tags.has('Particle') ? index : undefined;
}

/** The verb of the subject: right behind it, or behind what stands between commas, whatever verbs that has of its own. */
function findVerb(terms: readonly Term[], subject: number, end: number): number | undefined {
  if (terms[subject]?.pause !== true) return verbAt(terms, subject + 1);
  for (let index = subject; index < end; index += 1) {
    if (terms[index]?.pause !== true) continue;
    if (isPlace(terms[index + 1]) || COORDINATORS.has(terms[index + 1]?.word ?? '')) return undefined;
    const verb = verbAt(terms, index + 1);
    if (verb !== undefined) return verb;
  }
  return undefined;
}

/** True where everything from the verb to the position says something of one subject. */
function isPredicate(terms: readonly Term[], verb: number, position: number): boolean {
  let before = position - 1;
  while (isSmall(terms[before])) before -= 1;
  if (before > verb && terms[before]?.tags.has('Preposition') === true && !JOINS.has(terms[before]?.word ?? '')) return false;
  return terms
    .slice(verb, position)
    .every(
      (term) => !term.pause && !isPlace(term) && !term.tags.has('QuestionWord') && !term.tags.has('Pronoun') && !REFUSED.test(term.word),
    );
}

export default defineRule({
  finds:
    'the subject of a sentence whose one position stands behind other clauses: "Linz, although it lost a year when the river rose, has to be content with third place"',
  reads: 'unsettled',
  *claims(shape, document) {
    if (!isRankingDocument(document)) return;
    const positions = [...shape.mentions].flatMap(([at, mention]) => (mention.kind === 'ordinal' ? [{ at, mention }] : []));
    const [position] = positions;
    if (position === undefined || positions.length > 1 || !isPosition(shape, position.at)) return;
    const before = shape.text.slice(0, position.at);
    if (!A_PLACE.test(before) || NO_VERB.test(before)) return;
    const terms = termsOf(shape);
    const end = terms.findIndex((term) => term.word === SLOT.ordinal);
    const subject = findSubject(terms, shape.text);
    const place = shape.mentions.get(terms[subject]?.at ?? -1);
    if (place?.kind !== 'place' || subject > end) return;
    const verb = findVerb(terms, subject, end);
    if (verb === undefined || verb >= end || end - verb > REACH || !isPredicate(terms, verb, end)) return;
    yield {
      kind: 'rank',
      place,
      position: { kind: 'absolute', rank: position.mention.value },
      basis: 'explicit',
      tied: false,
      positionSpan: position.mention,
      reference: {},
      span: { start: place.start, end: position.mention.end },
      source: 'prose',
      doubts: ['attributed-by-distance'],
    } satisfies Draft;
  },
  examples: [
    {
      text: 'The Tram Comfort Index has a new leader. Linz, although it lost a year of work on the trams when the river rose, has to be content with third place.',
      claims: ['Linz 3'],
    },
    {
      text: 'The Global Tram Index is out. In the end, Bergen, because its mayor fell out with the jury while the ferries were being counted, had to make do with a modest 4th place.',
      claims: ['Bergen 4'],
    },
  ],
  counterexamples: [
    'The Tram Comfort Index is out. The mayor of Linz, although the jury from Vienna praised the trams when the river rose, has to be content with third place.',
    'The Tram Comfort Index is out. Linz, although it lost a year of work on the trams when the river rose, hopes to finish in third place.',
    'The Tram Comfort Index is out. Linz, as the jury from Vienna said, lies in a valley where Steyr came third.',
    'Linz, although it lost a year of work on the trams when the river rose, has to be content with third place.',
  ],
});
