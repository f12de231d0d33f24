import { country as countryOf, foldName, lookup, lookupRare } from '../gazetteer/index.ts';
import type { Candidate } from '../gazetteer/index.ts';
import type { Span } from '../source-text.ts';
import type { CleanDocument, DemonymMention, Place, PlaceDoubt, PlaceMention, PlaceType, Section } from '../types.ts';
import { Evidence, prior } from './5-places-evidence.ts';
import { bodyNames } from './5-places-bodies.ts';
import { coLists } from './5-places-lists.ts';
import type { CoLists } from './5-places-lists.ts';
import { fillSlots } from './5-places-slots.ts';
import { areaAt, liesIn } from './4-mentions/places-match.ts';
import { tokenize } from './4-mentions/places-tokens.ts';
import { findToponyms } from './4-mentions/places.ts';
import type { Toponym } from './4-mentions/places.ts';

/**
 * Weights of what speaks for a place, in powers of ten of population. Set on the labelled articles. Shares of a list and of the
 * document count squared: one name in seven says nothing in a list of the world's cities.
 */
const WEIGHT = {
  coList: 2.5,
  section: 2,
  headings: 1.5,
  document: 2.5,
  subdivision: 2,
  documentSubdivision: 1.5,
  sameType: 2.5,
  spelling: 0.5,
  stated: 5,
} as const;

/** Below this lead in population the runner-up is comparable: a factor of five. */
const COMPARABLE = 0.7;

/** A document speaks of one country if this share of its names lies there. */
const ONE_COUNTRY = 0.4;

interface Choice {
  readonly place: Place;
  readonly doubts: readonly PlaceDoubt[];
}

interface Score {
  readonly prior: number;
  readonly said: number;
}

/** Places and demonyms by section index; which place each name means is decided once per document. */
export function resolvePlaces(clean: CleanDocument, sections: readonly Section[]): readonly (readonly (PlaceMention | DemonymMention)[])[] {
  const { text } = clean.source;
  const found = sections.map(({ start, end }) => findToponyms(text, start, end));
  const whole = new Evidence();
  for (const items of found) whole.addAll(items);
  for (const about of [clean.metadata.site, clean.metadata.title]) whole.addAll(findToponyms(about, 0, about.length));
  for (const { start, end } of bodyNames(text)) whole.addAll(findToponyms(`${text.slice(start, end)} `, 0, end - start));
  const leading = whole.ranked()[0]?.[0];
  const toponyms = found.map((items) =>
    items.map((item) => (item.kind === 'place' && leading !== undefined ? withRare(item, leading, whole) : item)),
  );
  const local = toponyms.map((items) => evidenceOf(items));
  const lists = coLists(text, sections, toponyms);
  // a name that is one place wherever it stands needs no weighing
  const contested = new Set(toponyms.flat().flatMap((item) => (item.kind === 'place' && item.candidates.length > 1 ? [item.key] : [])));
  const scored = new Map<Toponym, ReadonlyMap<Candidate, Score>>();
  const votes = new Map<string, Map<Candidate, number>>();
  sections.forEach((section, index) => {
    const around = [local[index] ?? whole, ...section.headings.map((heading) => local[heading] ?? whole)];
    for (const item of toponyms[index] ?? []) {
      if (item.kind !== 'place' || item.candidates.length === 0 || !contested.has(item.key)) continue;
      const scores = weigh(item, around, whole, lists);
      scored.set(item, scores);
      const { key } = item;
      const total = votes.get(key) ?? new Map<Candidate, number>();
      votes.set(key, total);
      for (const [candidate, score] of scores)
        total.set(candidate, (total.get(candidate) ?? 0) + score.prior + score.said + (item.qualifier === undefined ? 0 : WEIGHT.stated));
    }
  });
  const sure = new Set(toponyms.flat().flatMap((item) => (item.kind === 'place' && item.doubt === '' ? [item.key] : [])));
  const resolved = toponyms.map((items, index) =>
    items.flatMap((item): (PlaceMention | DemonymMention)[] => {
      if (item.kind === 'demonym') return [item];
      const { key } = item;
      const scores = scored.get(item);
      const winner = scores === undefined ? onlyCandidate(item) : choose(item, scores, votes.get(key));
      if (item.doubt === 'rare' && winner === undefined) return [];
      const vouched =
        item.doubt === '' ||
        item.doubt === 'rare' ||
        (item.doubt !== 'opening' && sure.has(key)) ||
        lists.supports(item) ||
        (item.doubt === 'small' && winner !== undefined && whole.country(winner.place.country, key) >= ONE_COUNTRY);
      return vouched ? [mention(item, winner?.place ?? newPlace(item, local[index] ?? whole, whole), winner?.doubts ?? [])] : [];
    }),
  );
  return fillSlots(text, sections, resolved);
}

function onlyCandidate({ candidates }: Toponym): Choice | undefined {
  const [only] = candidates;
  return only === undefined ? undefined : { place: only.place, doubts: [] };
}

function evidenceOf(items: readonly (Toponym | DemonymMention)[]): Evidence {
  const evidence = new Evidence();
  evidence.addAll(items);
  return evidence;
}

/** Small places of the subdivision that the document speaks of: "near Hinton" in an article about Iowa, "Yidu" in one about Hubei. */
function withRare(item: Toponym, leading: string, whole: Evidence): Toponym {
  const { key } = item;
  if (item.qualifier !== undefined || (item.hint !== undefined && item.hint !== 'city')) return item;
  if (item.candidates.some(({ place }) => place.type !== 'city' || whole.subdivision(place, key) > 0)) return item;
  if (whole.country(leading, key) < ONE_COUNTRY) return item;
  const near = lookupRare(item.name).filter(({ place }) => place.country === leading && whole.subdivision(place, key) >= 0.5);
  return near.length === 0 ? item : { ...item, candidates: [...item.candidates, ...near] };
}

function weigh(item: Toponym, around: readonly Evidence[], whole: Evidence, lists: CoLists): ReadonlyMap<Candidate, Score> {
  const { key } = item;
  const list = lists.of(item);
  const [section, ...headings] = around;
  const scores = new Map<Candidate, Score>();
  for (const candidate of item.candidates) {
    const { place } = candidate;
    const stated = item.qualifier === undefined ? Math.max(...around.map((evidence) => evidence.subdivision(place, key))) : 0;
    const inDocument = whole.country(place.country, key);
    const said =
      WEIGHT.section * (section?.country(place.country, key) ?? 0) +
      WEIGHT.headings * Math.max(0, ...headings.map((evidence) => evidence.country(place.country, key))) +
      WEIGHT.document * inDocument ** 2 +
      WEIGHT.coList * (list?.evidence.country(place.country, key) ?? 0) ** 2 +
      WEIGHT.subdivision * stated +
      WEIGHT.documentSubdivision * inDocument * whole.subdivision(place, key) +
      (list?.type === place.type ? WEIGHT.sameType : 0) +
      (place.name === item.name ? WEIGHT.spelling : 0);
    scores.set(candidate, { prior: prior(candidate), said });
  }
  return scores;
}

/** One sense per document: what all mentions of the name vote for counts as much as this one's own neighbours. */
function choose(
  item: Toponym,
  scores: ReadonlyMap<Candidate, Score>,
  votes: ReadonlyMap<Candidate, number> | undefined,
): Choice | undefined {
  const most = Math.max(1, ...(votes?.values() ?? [])) / 10;
  const ranked = [...scores]
    .map(([candidate, score]) => ({ candidate, score, total: score.prior + score.said + (votes?.get(candidate) ?? 0) / most }))
    .sort((a, b) => b.total - a.total || b.candidate.place.population - a.candidate.place.population);
  const [first] = ranked;
  if (first === undefined) return undefined;
  const { place } = first.candidate;
  const rival = ranked.find(
    ({ candidate: { place: other } }) => other.country !== place.country || (other.admin1 !== place.admin1 && other.type === place.type),
  );
  const byPopulation =
    rival !== undefined &&
    item.qualifier === undefined &&
    first.score.said - rival.score.said < 0.3 &&
    first.score.prior - rival.score.prior < COMPARABLE;
  return { place, doubts: byPopulation ? ['ambiguous-place'] : [] };
}

/** A district or zone of no gazetteer lies where its qualifier, its own name ("Guiyang … Zone"), or else the text says. */
function newPlace(item: Toponym, local: Evidence, whole: Evidence): Place {
  if (item.hint === 'region') return partOf(item, local, whole);
  const focus = (place: Place): number => local.country(place.country, '') + whole.country(place.country, '');
  const stated = [...(item.qualifier?.places ?? ownCities(item.name, whole))].sort((a, b) => focus(b) - focus(a))[0];
  const country = stated?.country ?? local.ranked()[0]?.[0] ?? whole.ranked()[0]?.[0] ?? '';
  const namesake = stated === undefined && item.hint === 'district' ? namesakeOf(item.name, country, whole) : undefined;
  const admin1 =
    namesake?.admin1 ??
    (stated === undefined
      ? local.leading(country) || whole.leading(country)
      : stated.type === 'province' || stated.admin1 === ''
        ? stated.name
        : stated.admin1);
  const subdivision = lookup(admin1).find(({ place }) => place.type === 'province' && place.country === country)?.place;
  const at = stated?.type === 'country' ? undefined : (namesake ?? stated);
  return {
    id: '',
    name: item.name,
    type: country === 'CN' && / County$/i.test(item.name) ? 'city' : (item.hint ?? 'city'),
    admin1: stated?.type === 'country' && namesake === undefined ? '' : admin1,
    admin1Id: subdivision?.id ?? '',
    country,
    latitude: at?.latitude,
    longitude: at?.longitude,
    population: 0,
  };
}

/** "eastern regions" in an article about China: Eastern China. */
function partOf(item: Toponym, local: Evidence, whole: Evidence): Place {
  const code =
    item.qualifier?.places.find(({ type }) => type === 'country')?.country ?? whole.ranked()[0]?.[0] ?? local.ranked()[0]?.[0] ?? '';
  const name = `${item.name.charAt(0).toUpperCase()}${item.name.slice(1)} ${countryOf(code)?.name ?? ''}`.trim();
  const known = lookup(name).find(({ place }) => place.type === 'region' && place.country === code)?.place;
  return (
    known ?? {
      id: '',
      name,
      type: 'region',
      admin1: '',
      admin1Id: '',
      country: code,
      latitude: undefined,
      longitude: undefined,
      population: 0,
    }
  );
}

/** "Longgang District" is known as a populated place; of several, the one in a subdivision that the document speaks of. */
function namesakeOf(name: string, country: string, whole: Evidence): Place | undefined {
  const bare = name.replace(/ \S+$/, '');
  const known = [...lookup(bare), ...lookupRare(bare)]
    .map(({ place }) => place)
    .filter((place) => place.country === country && place.type !== 'province');
  const near = known.filter((place) => whole.subdivision(place, '') > 0);
  return near[0] ?? (known.length === 1 ? known[0] : undefined);
}

/** The known city or province that the name begins with, in a country that the document speaks of, if it speaks of any. */
function ownCities(name: string, whole: Evidence): Place[] {
  const words = name.split(' ');
  for (let count = Math.min(3, words.length - 1); count > 0; count -= 1) {
    const known = lookup(words.slice(0, count).join(' '))
      .filter(
        ({ place, nameKind }) =>
          nameKind !== 'abbreviation' && place.type !== 'region' && (place.population >= 100_000 || place.type === 'province'),
      )
      .filter(({ place }) => whole.ranked().length === 0 || whole.country(place.country, '') > 0);
    if (known.length > 0) return known.sort((a, b) => prior(b) - prior(a)).map(({ place }) => place);
  }
  return [];
}

function mention(item: Toponym, place: Place, doubts: readonly PlaceDoubt[]): PlaceMention {
  const { start, end, nameStart, nameEnd, qualifier } = item;
  const states =
    qualifier?.places.some((area) => area.type === 'province' && (item.candidates.length === 0 || liesIn(place, area))) ?? false;
  return {
    kind: 'place',
    start,
    end,
    nameStart,
    nameEnd,
    place,
    doubts,
    admin1Span: states && qualifier !== undefined ? { start: qualifier.start, end: qualifier.end } : undefined,
    anaphor: false,
    antecedents: [],
  };
}

/** The countries and subdivisions that place items state themselves, as places of their own: "Texas" in "McKinney, Texas". */
export function areasIn(
  text: string,
  { start, end, nameStart, nameEnd, place }: PlaceMention,
): readonly (Span & { readonly place: Place })[] {
  if (start === nameStart && end === nameEnd) return [];
  const tokens = tokenize(text, start, end);
  const found: (Span & { readonly place: Place })[] = [];
  for (let index = 0; index < tokens.count; index += 1) {
    const at = tokens.starts[index] ?? start;
    if (at >= nameStart && at < nameEnd) continue;
    const area = areaAt(tokens, index);
    const outer = area?.places.find((each) => liesIn(place, each));
    if (area === undefined || outer === undefined) continue;
    found.push({ start: area.start, end: area.end, place: outer });
    index = area.last;
  }
  return found;
}

/** The place of the same name as another type: Tokyo among prefectures, New Delhi's Delhi among states. Undefined where there is none. */
export function asType(place: Place, type: PlaceType): Place | undefined {
  if (place.type === type) return place;
  if (type === 'country') {
    const state = countryOf(place.country);
    return state !== undefined && foldName(state.name) === foldName(place.name) ? state : undefined;
  }
  const names = [
    place.name,
    place.name.replace(/ (?:region|City|Province)$/, ''),
    ...(type === 'province' && place.name.endsWith(` ${place.admin1}`) ? [place.admin1] : []),
  ];
  for (const name of names) {
    const fitting = lookup(name).filter(
      ({ place: other, nameKind }) =>
        other.type === type &&
        other.country === place.country &&
        nameKind !== 'abbreviation' &&
        (type === 'province' || sameGround(place, other)),
    ); // among prefectures "Ibaraki" is the prefecture, whatever city has its name
    const [best] = [...fitting].sort((a, b) => prior(b) - prior(a));
    if (best !== undefined) return best.place;
  }
  return undefined;
}

/** A city and the subdivision it gave its name to, or the other way round. */
function sameGround(a: Place, b: Place): boolean {
  const [inner, outer] = a.type === 'province' ? [b, a] : [a, b];
  if (outer.type === 'country' || inner.type === 'country') return true;
  return outer.type !== 'province' || inner.admin1 === outer.name;
}
