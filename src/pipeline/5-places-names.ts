import { lookup } from '../gazetteer/index.ts';
import type { Span } from '../source-text.ts';
import type { Mention, PlaceMention, PlaceType, ReadDocument, Section } from '../types.ts';
import { liesIn } from './4-mentions/places-match.ts';
import { nameAt } from './4-mentions/places-slots.ts';
import { FUNCTION_WORDS, ORGANISATION_NOUNS, PERSON_TITLES, WEEKDAYS_MONTHS } from './4-mentions/places-words.ts';

/*
 * A place need not be in the gazetteer to exist. Beside positions a capitalised name that is nothing else may be a place: only rules
 * of rankings see these names, and assembly keeps them only among known places.
 */

const NAME =
  /(?<![\p{L}\p{N}@#’'.-])\p{Lu}[\p{L}’'-]{1,24}(?: (?:(?:de|del|do|da|dos|di|la|le|al|el|am|upon|on|of) )?\p{Lu}[\p{L}’'-]{1,24}){0,4}/gu;
/** "Tema West", "Nzema East": a known name with a side of the compass is another place. */
const SIDE =
  /^ (?:North|South|East|West|Central|Upper|Lower)(?:-(?:East|West|North|South|Central))?\b(?! (?:Side|Coast|End|Bank|Africa|Asia))/;
const NO_NAME = new Set([
  'i',
  'no',
  'top',
  'best',
  'most',
  'index',
  'ranking',
  'report',
  'list',
  'survey',
  'city',
  'cities',
  'state',
  'states',
  'province',
  'district',
  'photo',
  'read',
  'share',
  'tags',
  'source',
  'rank',
  'score',
  'place',
  'points',
  'smart',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'last',
  'overall',
  'covid',
  'gdp',
  'mayor',
  'governor',
  'president',
  'minister',
  'african',
  'european',
  'asian',
  'american',
  'arab',
  'nordic',
  'baltic',
  'latin',
  'scandinavian',
  'balkan',
  'iberian',
  'mediterranean',
  'alpine',
  'pacific',
  'atlantic',
  'midwestern',
  'gulf',
  'middle',
  'southeast',
  'southeastern',
  'northeastern',
  'northwestern',
  'southwestern',
  'caribbean',
  'western',
  'eastern',
  'northern',
  'southern',
  'central',
  'english',
  'hurricane',
  'typhoon',
  'cyclone',
  'storm',
  'olympic',
  'olympics',
  'christmas',
  'easter',
  'ramadan',
]);

const folded = (word: string): string => word.toLowerCase().replace(/['’]s$/, '');
const isFiller = (word: string): boolean => FUNCTION_WORDS.has(word) || WEEKDAYS_MONTHS.has(word) || NO_NAME.has(word);

/** Countries that at least a quarter of the document's places lie in. */
export function focusOf(document: ReadDocument): readonly string[] {
  const counts = new Map<string, number>();
  let all = 0;
  for (const mention of document.mentions.flat()) {
    if (mention.kind !== 'place' || mention.place.country === '') continue;
    counts.set(mention.place.country, (counts.get(mention.place.country) ?? 0) + 1);
    all += 1;
  }
  return [...counts]
    .filter(([, count]) => count * 4 >= all)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([country]) => country);
}

/** The mentions of a section with names that may be places added, sorted. The same array where there are none. */
export function withNames(document: ReadDocument, section: Section, focus: readonly string[]): readonly Mention[] {
  const own = document.mentions[section.index] ?? [];
  if (!own.some((mention) => mention.kind === 'ordinal' || mention.kind === 'top' || mention.kind === 'list')) return own;
  const { text } = document.clean.source;
  const sides = own.flatMap((mention) =>
    mention.kind === 'place' && !mention.anaphor && mention.end === mention.nameEnd ? sided(text, mention, section.end) : [],
  );
  const taken = (span: Span): boolean => own.some((mention) => mention.start < span.end && span.start < mention.end);
  const found: PlaceMention[] = [];
  const read = text.slice(0, section.end); // or each section would search all that follow
  NAME.lastIndex = section.start;
  for (let match = NAME.exec(read); match !== null; match = NAME.exec(read)) {
    const whole = { start: match.index, end: match.index + match[0].length };
    const opener = opensSentence(text, whole.start, section) && competes(text, whole, own, section);
    const span = trimmed(text, whole, section, opener);
    if (span === undefined || taken(span)) continue;
    const name = nameAt(text, span.start, span.end, focus, undefined);
    if (name === undefined || (opener && name.doubts.length > 0 && !repeats(text, text.slice(span.start, span.end), span.start))) continue;
    if (!name.doubts.includes('ambiguous-place')) found.push({ ...name, end: span.end, nameEnd: Math.min(name.nameEnd, span.end) });
  }
  if (found.length + sides.length === 0) return own;
  const kept = own.filter((mention) => !sides.some((side) => mention.start >= side.start && mention.end <= side.end));
  return [...kept, ...sides, ...found].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** "Ottawa-Gatineau", "Raleigh-Cary": one metropolitan area of two or three towns; of a list of clusters, one of these. */
const HYPHENATED = /^[-–]\p{Lu}[\p{L}’']{1,24}(?: \p{Lu}[\p{L}’']{1,24})?(?:[-–]\p{Lu}[\p{L}’']{1,24})?/u;

/** "Vienna-Austria" says where Vienna lies. */
const saysWhere = (side: string, { place }: PlaceMention): boolean =>
  lookup(side.slice(1)).some(({ place: area }) => (area.type === 'country' || area.type === 'province') && liesIn(place, area));

/** The area whose name begins with the mention and goes on behind a hyphen before unit `end`. */
export function hyphenated(text: string, mention: PlaceMention, end: number): PlaceMention | undefined {
  const side = mention.end === mention.nameEnd ? HYPHENATED.exec(text.slice(mention.end, Math.min(end, mention.end + 60)))?.[0] : undefined;
  return side === undefined || saysWhere(side, mention)
    ? undefined
    : longer(text, mention, side, text.includes('cluster') ? 'region' : 'city');
}

function sided(text: string, mention: PlaceMention, end: number): readonly PlaceMention[] {
  const area = hyphenated(text, mention, end);
  if (area !== undefined) return [area];
  const side = SIDE.exec(text.slice(mention.end, Math.min(end, mention.end + 24)))?.[0];
  return side === undefined ? [] : [longer(text, mention, side, 'district')];
}

function longer(text: string, mention: PlaceMention, side: string, type: PlaceType): PlaceMention {
  const end = mention.end + side.length;
  const name = text.slice(mention.nameStart, end).replace(/\s+/g, ' ');
  const place = { ...mention.place, id: '', name, type, latitude: undefined, longitude: undefined, population: 0 };
  return { ...mention, end, nameEnd: end, doubts: ['unknown-place'], place };
}

const opensSentence = (text: string, at: number, section: Section): boolean =>
  section.sentences.some(
    (sentence) =>
      text
        .slice(sentence.start, at)
        .trim()
        .replace(/^[“"'‘(*-]+/, '') === '',
  );

const STANDS =
  /^(?: (?:has|have|had|is|was|were|are|also|again|now|only|just|narrowly|currently|still|then)){0,3} (?:rank(?:s|ed)?|came|comes?|placed|finish(?:es|ed)|stood|stands?|sits?|sat|took|takes|topped|tops|leads|led|rose|climb(?:s|ed)|jump(?:s|ed)|moved?|fell|dropp?(?:s|ed)|slipp?(?:s|ed)|secured?|claim(?:s|ed)|land(?:s|ed)|emerged?|retain(?:s|ed)|holds?|held|earn(?:s|ed)|shared?|in|at|first|second|third|fourth|fifth|\d)\b/;
/** Longest way from a name that opens a sentence to its position. */
const REACH = 60;

/** "Reading came third", "Hull and Leeds share …": the first word of a sentence, but where a competitor's name would stand. */
function competes(text: string, { end }: Span, own: readonly Mention[], section: Section): boolean {
  const next = own.find(({ start }) => start >= end);
  if (next?.kind === 'place' && !next.anaphor && /^(?:,|,? and|,? &) $/.test(text.slice(end, next.start))) return true;
  const sentence = section.sentences.find((one) => one.start <= end && end <= one.end);
  return (
    STANDS.test(text.slice(end, Math.min(section.end, end + REACH))) &&
    own.some(({ kind, start }) => kind === 'ordinal' && start > end && start < Math.min(end + REACH, sentence?.end ?? end))
  );
}

/** Cuts words that open a sentence off a name; undefined where nothing of a name is left, or a title stands in front. */
function trimmed(text: string, span: Span, section: Section, opener: boolean): Span | undefined {
  let { start } = span;
  const opens = opensSentence(text, start, section);
  for (;;) {
    const word = /^[\p{L}’'-]+/u.exec(text.slice(start, span.end))?.[0] ?? '';
    if (word === '') return undefined;
    if (!isFiller(folded(word))) break;
    start += word.length + 1;
    if (start >= span.end) return undefined;
  }
  const words = text.slice(start, span.end).split(' ');
  // "Matthias Oberlin, who heads the institute": a person
  if (/^,? (?:who|said|says|told|added|adds|tweeted|wrote)\b/.test(text.slice(span.end, span.end + 10))) return undefined;
  const possessive = /['’]s$/.test(text.slice(start, span.end)) ? 2 : 0;
  if (words.some((word) => ORGANISATION_NOUNS.has(folded(word)) || PERSON_TITLES.has(folded(word)))) return undefined;
  if (
    words.length === 1 &&
    (opens && start === span.start ? !opener && !repeats(text, words[0] ?? '', start) : /^\p{Lu}+$/u.test(words[0] ?? ''))
  )
    return undefined;
  const before = /([\p{L}.]{1,16}) $/u.exec(text.slice(Math.max(section.start, start - 16), start))?.[1];
  if (before !== undefined && PERSON_TITLES.has(folded(before).replace('.', ''))) return undefined;
  return { start, end: span.end - possessive };
}

/** True where the word stands capitalised elsewhere inside a sentence: a name, not the first word of one. */
function repeats(text: string, word: string, at: number): boolean {
  for (let other = text.indexOf(word); other >= 0; other = text.indexOf(word, other + word.length)) {
    if (other !== at && /[a-z,] $/.test(text.slice(Math.max(0, other - 2), other))) return true;
  }
  return false;
}
