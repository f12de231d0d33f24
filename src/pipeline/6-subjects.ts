import { capitalOf, country as countryOf } from '../gazetteer/index.ts';
import type { Mention, PlaceMention, PlaceType, ReadDocument, Section } from '../types.ts';
import { matchAt } from './4-mentions/tokens.ts';
import { CueWords } from './cue-words.ts';

/*
 * What a sentence is about when it names no place: "the city", "it", "they", "the provincial capital". Each becomes a place
 * mention with its antecedents, so that rules need not care whether a name stands in their slot.
 */

const NOUNS: Readonly<Record<string, readonly PlaceType[]>> = {
  city: ['city', 'zone', 'district'],
  town: ['city', 'district'],
  metropolis: ['city'],
  municipality: ['city', 'district'],
  village: ['city'],
  capital: ['city'],
  province: ['province'],
  state: ['province'],
  region: ['province', 'region'],
  prefecture: ['province', 'city'],
  emirate: ['province', 'city'],
  territory: ['province', 'country'],
  country: ['country'],
  nation: ['country'],
  kingdom: ['country'],
  republic: ['country', 'province'],
  district: ['district'],
  borough: ['district'],
  county: ['district', 'city'],
  zone: ['zone'],
  park: ['zone'],
  area: ['zone', 'region'],
};

const PHRASE =
  /\b(?:(?:the|this|that|our)(?: (?:provincial|whole|entire|state|national|regional|coastal|southern|northern|eastern|western|central|port|host|same|latter|west coast|east coast|capital|south-western|financial|[a-z]{4,12}ese|[a-z]{4,12}ian))? (?<noun>city|town|metropolis|municipality|village|capital|province|state|region|prefecture|emirate|country|nation|kingdom|district|borough|county|zone)(?! (?:government|council|hall|centre|center|of\b|limits|officials|and\b|park|authorities|mayor|police|administration|assembly|university|planners|fathers|was founded))|(?<both>both(?: cities| towns| states| countries| provinces| districts)?|the (?:two|three|four|five)(?: [a-z]{3,12})? (?:cities|towns|states|provinces|districts|countries|regions)|they|their)|(?<nation>nationally|nationwide|countrywide)(?=,)|(?<it>it|its)|(?<we>we(?= (?:are|were|came|come|rank|ranked|finished|stand|stood|moved|climbed|rose|jumped|fell|dropped|slipped|took|won|have (?:moved|climbed|risen|jumped|improved|gone|fallen|dropped|slipped|been ranked)|went (?:up|down|from))\b)))\b/iy;
const OPENINGS = new CueWords([
  'the',
  'this',
  'that',
  'our',
  'both',
  'they',
  'their',
  'it',
  'its',
  'we',
  'nationally',
  'nationwide',
  'countrywide',
]);

const CAPITAL_OF = /\bthe (?:capital|chief city|capital city|largest city|provincial capital|state capital)(?: city)? of (?:the )?$/i;

interface Topic {
  readonly places: readonly PlaceMention[];
}

const NONE: Topic = { places: [] };

const named = (mention: Mention): mention is PlaceMention => mention.kind === 'place' && !mention.anaphor;

/** Adds anaphors to the mentions of every section. */
export function findSubjects(document: ReadDocument): ReadDocument {
  const mentions: (readonly Mention[])[] = [];
  const topics: (readonly (readonly PlaceMention[])[])[] = [];
  const text = document.clean.source.text;
  const governing = document.sections.map((section) => ownTopic(document, section));
  const main = mainPlaces(document);
  let previous: Topic = NONE;
  for (const section of document.sections) {
    const own = document.mentions[section.index] ?? [];
    const heading = headingTopic(governing, section);
    let topic: Topic = heading ?? (section.kind === 'paragraph' || section.kind === 'item' ? previous : NONE);
    const added: PlaceMention[] = [];
    const about: (readonly PlaceMention[])[] = [];
    const bySentence = mentionsBySentence(own, section);
    const officials = [...(document.mentions[section.index - 1] ?? []), ...own].filter(named);
    for (const [index, sentence] of section.sentences.entries()) {
      const inside = bySentence[index] ?? [];
      about.push(topic.places);
      if (inside.length === 0 && topic.places.length === 0 && main.size === 0) continue;
      const names = inside.filter(
        (mention): mention is PlaceMention => named(mention) && mention.start >= sentence.start && mention.end <= sentence.end,
      );
      const fresh: PlaceMention[] = [];
      // a phrase stands for a name before it, or for the topic
      const last = names.length > 0 || topic.places.length > 0 ? sentence.end : sentence.start;
      let next = sentence.start;
      for (let cue = OPENINGS.next(text, next, last); cue !== undefined; cue = OPENINGS.next(text, next, last)) {
        const { start } = cue;
        const found = matchAt(PHRASE, text.slice(0, last), start);
        const end = found === undefined ? cue.end : start + found[0].length;
        next = end;
        if (found === undefined) continue;
        if (inside.some((mention) => mention.start < end && start < mention.end)) continue;
        const before = names.filter((name) => name.end <= start);
        const { groups = {} } = found;
        const speaker = /^(?:our|we)\b/i.test(found[0]) ? speakersPlace(text, officials, start) : undefined;
        const known = speaker !== undefined ? [speaker] : groups['we'] === undefined ? antecedentsOf(groups, before, topic, main) : [];
        const nation = known.length === 0 && isNationwide(text, start, end, groups) ? nationOf(document) : undefined;
        const antecedents = nation === undefined ? known : [nation];
        const first = antecedents[0];
        if (first !== undefined) fresh.push(anaphor(start, end, first, antecedents));
      }
      for (const capital of capitals(text, names)) fresh.push(capital);
      for (const capital of nationalCapitals(text, inside, sentence.end)) fresh.push(capital);
      for (const city of nationalCities(text, inside, sentence.end, [...names, ...topic.places, ...main.values()])) fresh.push(city);
      const subject = subjectOf(text, sentence.start, names).map(
        (name) => fresh.find((one) => one.start <= name.start && name.end <= one.end) ?? name,
      );
      for (const one of fresh) added.push(one);
      if (subject.length > 0 && heading === undefined) topic = { places: subject };
    }
    topics.push(about);
    if (section.kind !== 'row' && section.kind !== 'caption') previous = topic;
    mentions.push(added.length === 0 ? own : withAdded(own, added));
  }
  const { clean, sections, housed, language } = document;
  return { clean, sections, mentions, topics, housed, language };
}

/** What the name of a public body tells of a text's place, in namings: who reports on a city asks its bodies. */
const BODY_WEIGHT = 3;

/** The place of each type that a text names most, its own or in the name of a public body; none where two are named as often. */
function mainPlaces({ mentions, housed }: ReadDocument): ReadonlyMap<PlaceType, PlaceMention> {
  const counts = new Map<string, { readonly first: PlaceMention; times: number }>();
  const count = (mention: PlaceMention, times: number): void => {
    const key = `${mention.place.type} ${mention.place.name}`;
    const one = counts.get(key);
    if (one === undefined) counts.set(key, { first: mention, times });
    else one.times += times;
  };
  for (const mention of mentions.flat()) if (named(mention)) count(mention, 1);
  for (const mention of housed) count(mention, BODY_WEIGHT);
  const main = new Map<PlaceType, PlaceMention>();
  const times = new Map<PlaceType, number>();
  for (const { first, times: own } of counts.values()) {
    const { type } = first.place;
    const most = times.get(type) ?? 0;
    if (own === most) main.delete(type);
    if (own > most) main.set(type, first);
    times.set(type, Math.max(own, most));
  }
  return main;
}

/** Mentions that reach into each sentence; `own` is sorted. */
function mentionsBySentence(own: readonly Mention[], section: Section): readonly (readonly Mention[])[] {
  let from = 0;
  return section.sentences.map((sentence) => {
    while ((own[from]?.end ?? Infinity) <= sentence.start) from += 1;
    let to = from;
    while ((own[to]?.start ?? Infinity) < sentence.end) to += 1;
    return own.slice(from, to);
  });
}

/** Both in order of the text, without what lies inside something added. */
function withAdded(own: readonly Mention[], added: readonly PlaceMention[]): readonly Mention[] {
  const inOrder = [...added].sort((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  let reached = 0;
  const outside = own.filter((mention) => {
    for (; (inOrder[next]?.start ?? Infinity) <= mention.start; next += 1) reached = Math.max(reached, inOrder[next]?.end ?? 0);
    return mention.end > reached;
  });
  return [...outside, ...inOrder].sort((a, b) => a.start - b.start || b.end - a.end);
}

function anaphor(start: number, end: number, first: PlaceMention, antecedents: readonly PlaceMention[]): PlaceMention {
  const { nameStart, nameEnd, place, doubts } = first;
  return { kind: 'place', start, end, nameStart, nameEnd, place, doubts, admin1Span: undefined, anaphor: true, antecedents };
}

/** A heading or numbered item that is little more than a place governs the prose below it. */
function headingTopic(governing: readonly (Topic | undefined)[], section: Section): Topic | undefined {
  for (let at = section.headings.length - 1; at >= 0; at -= 1) {
    const topic = governing[section.headings[at] ?? -1];
    if (topic !== undefined) return topic;
  }
  return undefined;
}

/** "Whitby, North Yorkshire" */
const WHERE = /^(?:, | \()\p{Lu}[\p{L} '’.-]{1,38}\)?$/u;
const LONGEST_AREA = 44;

/** What a section says it is about if it governs others: the place that it is little more than. */
function ownTopic({ mentions, clean }: ReadDocument, section: Section): Topic | undefined {
  const first = mentions[section.index]?.find(named);
  const behind = first === undefined ? '' : clean.source.text.slice(first.end, Math.min(section.end, first.end + LONGEST_AREA));
  const where = section.end - (first?.end ?? 0) === behind.length && WHERE.test(behind) ? behind.length : 0;
  const length = section.end - section.start - where - (section.marker?.span === undefined ? 0 : 4);
  return first !== undefined && (first.end - first.start) * 2 >= length ? { places: [first] } : undefined;
}

function antecedentsOf(
  groups: Readonly<Record<string, string | undefined>>,
  before: readonly PlaceMention[],
  topic: Topic,
  main: ReadonlyMap<PlaceType, PlaceMention>,
): readonly PlaceMention[] {
  const noun = groups['nation'] === undefined ? groups['noun']?.toLowerCase() : 'country';
  if (noun !== undefined) {
    const types = NOUNS[noun] ?? [];
    const sources = [[...before].reverse(), topic.places, [...main.values()]];
    // "the city" is rather the city of a sentence before than a district of this one
    const own = types.flatMap((type) => sources.flatMap((places) => places.find((place) => place.place.type === type) ?? []))[0];
    return own === undefined ? [] : [own];
  }
  if (groups['both'] !== undefined)
    return before.length > 1 ? before : topic.places.length > 1 ? topic.places : before.length === 0 ? topic.places : [];
  const own = before[0] ?? topic.places[0];
  return own === undefined ? [] : [own];
}

/** The country that most places of a text lie in, under the name of the first of them. */
function nationOf({ mentions }: ReadDocument): PlaceMention | undefined {
  const counts = new Map<string, { readonly first: PlaceMention; times: number }>();
  let all = 0;
  for (const mention of mentions.flat()) {
    if (!named(mention) || mention.place.country === '') continue;
    all += 1;
    const known = counts.get(mention.place.country);
    if (known === undefined) counts.set(mention.place.country, { first: mention, times: 1 });
    else known.times += 1;
  }
  const most = [...counts.values()].find(({ times }) => times * 2 > all);
  const around = most === undefined ? undefined : countryOf(most.first.place.country);
  return most === undefined || around === undefined ? undefined : { ...most.first, place: around, doubts: [] };
}

/** "Nationally", "across the country", "The country …": the whole of it, no edge of a ranking ("the country's largest"). */
function isNationwide(text: string, start: number, end: number, groups: Readonly<Record<string, string | undefined>>): boolean {
  if (groups['nation'] !== undefined) return true;
  return (
    /^(?:country|nation)$/i.test(groups['noun'] ?? '') &&
    !/^['’]/.test(text.slice(end, end + 1)) &&
    (/\b(?:across|throughout) $/.test(text.slice(Math.max(0, start - 12), start)) || /^ as a whole\b/.test(text.slice(end, end + 11)))
  );
}

const OFFICE =
  /(?:mayor|governor|councill?or|president|minister|chairman|chairwoman|chair|head|leader|deputy|spokes(?:man|woman|person)) of (?:the )?(?:(?:city|town|province|state|municipality|county|district) of )?$/i;
const OFFICE_BEHIND =
  /^(?:'s|’s)? (?:(?:deputy|vice|acting|city|town|state|provincial|county) )?(?:mayor|governor|councill?or|premier|council leader|council chief)\b/i;

/** "Our city is third", "we are fourth", said by the mayor of Tartu: the place of the office nearest to the words. */
function speakersPlace(text: string, names: readonly PlaceMention[], at: number): PlaceMention | undefined {
  const held = names.filter(
    ({ start, end }) => OFFICE.test(text.slice(Math.max(0, start - 50), start)) || OFFICE_BEHIND.test(text.slice(end, end + 30)),
  );
  return [...held].sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0];
}

/** "the capital of Antioquia" is Medellín. */
function capitals(text: string, names: readonly PlaceMention[]): readonly PlaceMention[] {
  return names.flatMap((name) => {
    if (text.charCodeAt(name.start - 1) !== 32) return [];
    const lead = CAPITAL_OF.exec(text.slice(Math.max(0, name.start - 50), name.start));
    const capital = lead === null ? undefined : capitalOf(name.place);
    if (lead === null || capital === undefined || lead[0].toLowerCase().includes('largest')) return [];
    const start = name.start - lead[0].length;
    if (/[,(]\s*$/.test(text.slice(Math.max(0, start - 2), start))) return [];
    return [{ ...name, start, end: name.end, place: capital, anaphor: true, antecedents: [], admin1Span: undefined }];
  });
}

/** "the Colombian capital" is Bogotá. */
function nationalCapitals(text: string, own: readonly Mention[], end: number): readonly PlaceMention[] {
  return own.flatMap((mention) => {
    if (mention.kind !== 'demonym' || mention.end > end) return [];
    const lead = /\bthe $/i.exec(text.slice(Math.max(0, mention.start - 4), mention.start));
    const noun = /^ capital\b(?! (?:market|city of|goods|gains|punishment|flow))/.exec(text.slice(mention.end, mention.end + 20));
    const capital = lead === null || noun === null ? undefined : capitalOf(mention.place);
    if (capital === undefined || lead === null || noun === null) return [];
    const end2 = mention.end + noun[0].length;
    return [
      {
        kind: 'place',
        start: mention.start - lead[0].length,
        end: end2,
        nameStart: mention.start,
        nameEnd: end2,
        place: capital,
        doubts: [],
        admin1Span: undefined,
        anaphor: true,
        antecedents: [],
      },
    ];
  });
}

/** "the Scottish city" is Aberdeen, where that is what the text is about. */
function nationalCities(text: string, own: readonly Mention[], end: number, known: readonly PlaceMention[]): readonly PlaceMention[] {
  return own.flatMap((mention) => {
    if (mention.kind !== 'demonym' || mention.end > end) return [];
    const lead = /\bthe (?:[a-z]{4,12} )?$/i.exec(text.slice(Math.max(0, mention.start - 18), mention.start));
    const noun = /^ (?:city|town|metropolis)\b(?! (?:government|council|hall|of)\b)/.exec(text.slice(mention.end, mention.end + 20));
    if (lead === null || noun === null) return [];
    const { place } = mention;
    const start = mention.start - lead[0].length;
    const found = known.find(
      (one) =>
        one.place.type === 'city' &&
        one.end <= start &&
        (place.type === 'country' ? one.place.country === place.country : one.place.admin1 === place.name),
    );
    return found === undefined ? [] : [anaphor(start, mention.end + noun[0].length, found, [found])];
  });
}

/** The places a sentence is about: those before its first verb-like word, else its first name that no "in" or "of" leads in. */
function subjectOf(text: string, start: number, names: readonly PlaceMention[]): readonly PlaceMention[] {
  const first = names.find(
    (name) =>
      !/\b(?:in|of|from|to|at|near|with|over|than|against|via|by)(?: the)? $/i.test(
        text.slice(Math.max(start, name.start - 14), name.start),
      ),
  );
  if (first === undefined) return names.slice(0, 1);
  const subject = [first];
  for (const name of names.slice(names.indexOf(first) + 1)) {
    const last = subject.at(-1) ?? first;
    if (!/^(?:,| and| &|, and| or)\s*$/.test(text.slice(last.end, name.start))) break;
    subject.push(name);
  }
  return subject;
}
