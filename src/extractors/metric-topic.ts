import { liesIn } from '../pipeline/4-mentions/places-match.ts';
import { HOLDS } from './metric-verbs.ts';
import type { Owner } from './metric-owner.ts';
import type { Shape } from './shape.ts';
import type { PlaceMention, ReadDocument, Section } from '../types.ts';

/*
 * The place that a sentence without one is about.
 */

const AWAY =
  /\b(?:headquartered in|based in|registered in|from|to|with|than|by|near|against|over|behind|like|unlike|and|between|including|towards?) (?:the |mainland )?$/i;

function namesIn(document: ReadDocument, section: number): readonly PlaceMention[] {
  return (document.mentions[section] ?? []).filter(
    (mention): mention is PlaceMention =>
      mention.kind === 'place' && mention.place.type !== 'region' && !(mention.anaphor && mention.antecedents.length > 1),
  );
}

/** "RICHMOND - According to": where a report was filed. */
function isDateline(text: string, place: PlaceMention, start: number): boolean {
  return (
    place.start - start < 8 &&
    /^(?:, [A-Z][A-Za-z.]{1,12})?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?(?: \([A-Za-z]{2,12}\))? ?[-–—:]{1,2} /.test(
      text.slice(place.end, place.end + 40),
    ) &&
    (/^[A-Z .,'’-]+$/.test(text.slice(place.start, place.end)) || /^(?:,| \()/.test(text.slice(place.end, place.end + 2)))
  );
}

/** "It is understood that": no place at all. */
const isExpletive = (text: string, place: PlaceMention): boolean =>
  place.anaphor &&
  place.end - place.start === 2 &&
  /^ (?:is|was|has been) (?:also |widely |generally )?(?:understood|reported|estimated|said|noted|worth|expected|learned|learnt|clear|known|hoped|believed|thought|planned|important|possible|likely|time|not)\b/.test(
    text.slice(place.end, place.end + 40),
  );

/** "Acme, based in Leeds, opened its plant": its is not of Leeds. */
const HEADQUARTERED = /\b(?:headquartered|based|registered|incorporated) in (?:the )?$/;

const about = (place: PlaceMention, doubts: Owner['doubts']): Owner => ({ place, from: 0, to: 0, doubts });

/** The place an earlier sentence of the section, the item itself, a heading over it, or the whole article is about. */
export function topicOf(document: ReadDocument, shape: Shape): Owner | undefined {
  const section = document.sections[shape.section];
  if (section === undefined) return undefined;
  const { text } = document.clean.source;
  const filed = (place: PlaceMention): boolean =>
    (section.kind === 'paragraph' || /^[A-Z .]+$/.test(text.slice(place.start, place.end))) && isDateline(text, place, section.start);
  const own = namesIn(document, section.index).filter(
    (place) =>
      !filed(place) &&
      !isExpletive(text, place) &&
      !place.antecedents.some((other) => filed(other) || HEADQUARTERED.test(text.slice(Math.max(0, other.start - 40), other.start))),
  );
  if (section.kind === 'item' || section.marker !== undefined) {
    const first = own.find((place) => !place.anaphor);
    if (first !== undefined && first.start - section.start < 12) return about(first, ['attributed-by-subject']);
  }
  const before = own.filter((place) => place.end <= shape.span.start);
  for (const sentence of section.sentences.filter((other) => other.end <= shape.span.start).reverse()) {
    const said = before.find(
      (place) =>
        place.start >= sentence.start && place.end <= sentence.end && !AWAY.test(text.slice(Math.max(0, place.start - 20), place.start)),
    );
    if (said !== undefined) return about(said, ['attributed-by-subject']);
  }
  const heading = headingPlace(document, section);
  if (heading !== undefined) return about(heading, ['attributed-by-subject']);
  const main = mainOf(document).place;
  return main === undefined ? undefined : about(main, ['attributed-by-subject', 'attributed-by-distance']);
}

const OWNS = new RegExp(`^(?:['’]s | (?:province |city |district |state )?${HOLDS} )`);

/** The one place that a heading over `section` names: "2 – Hanoi, Vietnam". */
export function headingPlace(document: ReadDocument, section: Section): PlaceMention | undefined {
  for (const index of [...section.headings].reverse()) {
    const heading = document.sections[index];
    const places = namesIn(document, index).filter((place) => !place.anaphor);
    const [first] = places;
    // "10. Whitby, North Yorkshire": what stands behind the comma says where
    const last =
      first !== undefined && /^(?:, | \()\p{Lu}/u.test(document.clean.source.text.slice(first.end, first.end + 4)) ? first : places.at(-1);
    if (
      heading !== undefined &&
      last !== undefined &&
      ((last === first && (heading.level > 1 || heading.marker !== undefined)) ||
        new Set(places.map(({ place }) => place.name)).size <= (heading.level > 1 || heading.marker !== undefined ? 2 : 1))
    )
      return last;
  }
  return undefined;
}

interface Main {
  readonly place: PlaceMention | undefined;
  /** The article opens with what the place has or did: it is about the place's figures. */
  readonly acts: boolean;
}

const known = new WeakMap<ReadDocument, Main>();

/**
 * The one place a whole article is about: named before any other in its first paragraph, no less often than any other of its kind.
 * An answer is remembered by its document.
 */
function mainOf(document: ReadDocument): Main {
  const remembered = known.get(document) ?? findMain(document);
  known.set(document, remembered);
  return remembered;
}

/** The one place a whole article is about, where there is one. */
export const mainPlace = (document: ReadDocument): PlaceMention | undefined => mainOf(document).place;

/** The main place of an article that opens with a figure of it. */
export function statisticsPlace(document: ReadDocument): PlaceMention | undefined {
  const main = mainOf(document);
  return main.acts ? main.place : undefined;
}

function findMain(document: ReadDocument): Main {
  const { text } = document.clean.source;
  const counts = timesNamed(document);
  const first = document.sections.find(
    (section) => section.kind === 'paragraph' && section.end - section.start > 80 && namesIn(document, section.index).length > 0,
  );
  const opening =
    first === undefined
      ? undefined
      : namesIn(document, first.index).find((place) => !place.anaphor && !isDateline(text, place, first.start));
  if (first !== undefined && opening !== undefined && !AWAY.test(text.slice(Math.max(0, opening.start - 20), opening.start))) {
    const own = counts.get(opening.place.name)?.times ?? 0;
    const others = [...counts.values()].filter(
      ({ first: { place } }) => place.name !== opening.place.name && place.type === opening.place.type,
    );
    const counted = (document.mentions[first.index] ?? []).some(
      (mention) => mention.kind === 'quantity' && mention.start > opening.end && mention.start - opening.end < 120,
    );
    const acts = counted && OWNS.test(text.slice(opening.end, opening.end + 60)) && others.every(({ times }) => times <= own);
    if (acts || (own >= 2 && others.every(({ times }) => times * 2 <= own))) return { place: opening, acts };
  }
  return { place: dominant([...counts.values()]) ?? leading(document), acts: false };
}

/** What the first place of the title or of the first paragraph has before all others, in namings. */
const OPENING = 2;

/**
 * The place that an article opens with, in its title or first paragraph, where no other is named half as often. What lies in it or
 * around it is no rival, and adjectives of a country name it, too.
 */
function leading(document: ReadDocument): PlaceMention | undefined {
  const counts = new Map<string, { readonly first: PlaceMention; times: number }>();
  const count = (mention: PlaceMention, times: number): void => {
    const known = counts.get(mention.place.name);
    if (known === undefined) counts.set(mention.place.name, { first: mention, times });
    else known.times += times;
  };
  const openings: PlaceMention[] = [];
  const text = document.clean.source.text;
  for (const section of document.sections) {
    const named = namesIn(document, section.index).filter(
      (place) => !(section.kind === 'paragraph' && isDateline(text, place, section.start)),
    );
    for (const mention of named) count(mention.antecedents[0] ?? mention, section.kind === 'title' ? LOUD : 1);
    const opening = named.find(({ anaphor }) => !anaphor);
    const opens = section.kind === 'title' || (openings.length < 2 && section.kind === 'paragraph' && section.end - section.start > 80);
    if (opens && opening !== undefined) openings.push(opening);
  }
  for (const mention of document.housed) count(mention, LOUD);
  for (const mention of document.mentions.flat()) {
    if (mention.kind !== 'demonym') continue;
    const known = counts.get(mention.place.name);
    if (known !== undefined) known.times += 1;
  }
  for (const opening of openings) {
    const own = counts.get(opening.place.name);
    if (own === undefined) continue;
    const isAround = ({ place }: PlaceMention): boolean => liesIn(place, opening.place) || liesIn(opening.place, place);
    const rivals = [...counts.values()].filter(({ first }) => first.place.name !== opening.place.name && !isAround(first));
    if (own.times + OPENING >= LOUD && rivals.every(({ times }) => times * 2 <= own.times + OPENING)) return opening;
  }
  return undefined;
}

interface Named {
  readonly first: PlaceMention;
  readonly times: number;
}

/** What a naming in the headline or in the name of a public body tells, in namings elsewhere. */
const LOUD = 3;

/** How often each place is named, by name; "the city" counts for the city it means. */
function timesNamed(document: ReadDocument): ReadonlyMap<string, Named> {
  const counts = new Map<string, Named>();
  const count = (mention: PlaceMention, times: number): void => {
    const known = counts.get(mention.place.name);
    counts.set(mention.place.name, { first: known?.first ?? mention, times: (known?.times ?? 0) + times });
  };
  for (const section of document.sections)
    for (const mention of namesIn(document, section.index)) if (!mention.anaphor) count(mention, section.kind === 'title' ? LOUD : 1);
  for (const mention of document.housed) count(mention, LOUD);
  return counts;
}

/** The one city, district or province that is named twice as often as any other that does not contain it. */
function dominant(all: readonly Named[]): PlaceMention | undefined {
  const small = all.filter(({ first: { place } }) => place.type !== 'country' && place.type !== 'region');
  const [most, ...others] = [...small].sort((a, b) => b.times - a.times);
  if (most === undefined || most.times < LOUD) return undefined;
  const { place } = most.first;
  const rival = others.find(
    ({ first, times }) => times * 2 > most.times && !(first.place.type === 'province' && first.place.country === place.country),
  );
  return rival === undefined ? most.first : undefined;
}
