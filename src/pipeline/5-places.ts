import { country as countryOf, foldName, lookup } from '../gazetteer/index.ts';
import type { Candidate } from '../gazetteer/index.ts';
import type { CleanDocument, DemonymMention, Place, PlaceDoubt, PlaceMention, PlaceType, Section } from '../types.ts';
import { Evidence, prior } from './5-places-evidence.ts';
import { coLists } from './5-places-lists.ts';
import { fillSlots } from './5-places-slots.ts';
import { liesIn } from './4-mentions/places-match.ts';
import { findToponyms } from './4-mentions/places.ts';
import type { Toponym } from './4-mentions/places.ts';

/** Weights of what speaks for a country, in powers of ten of population. Set on the labelled articles. */
const WEIGHT = { coList: 2.5, section: 2, headings: 1.5, document: 1.5, subdivision: 2, documentSubdivision: 0.5, sameType: 2.5 } as const;

/** Below this lead in population the runner-up is comparable: a factor of five. */
const COMPARABLE = 0.7;

/** Places and demonyms by section index; which place each name means is decided once per document. */
export function resolvePlaces(clean: CleanDocument, sections: readonly Section[]): readonly (readonly (PlaceMention | DemonymMention)[])[] {
  const toponyms = sections.map(({ start, end }) => findToponyms(clean.source.text, start, end));
  const whole = new Evidence();
  for (const items of toponyms) whole.addAll(items);
  for (const about of [clean.metadata.site, clean.metadata.title]) whole.addAll(findToponyms(about, 0, about.length));
  const local = toponyms.map((items) => {
    const evidence = new Evidence();
    evidence.addAll(items);
    return evidence;
  });
  const lists = coLists(clean.source.text, sections, toponyms);
  const scored = new Map<Toponym, Map<Candidate, Score>>();
  const votes = new Map<string, Map<Candidate, number>>();
  sections.forEach((section, index) => {
    for (const item of toponyms[index] ?? []) {
      if (item.kind !== 'place' || item.candidates.length === 0) continue;
      const list = lists.of(item);
      const scores = new Map<Candidate, Score>();
      for (const candidate of item.candidates) {
        const { place } = candidate;
        const headings = Math.max(0, ...section.headings.map((heading) => local[heading]?.country(place.country) ?? 0));
        const said =
          WEIGHT.section * (local[index]?.country(place.country) ?? 0) + WEIGHT.headings * headings + WEIGHT.document * whole.country(place.country) +
          WEIGHT.coList * (list?.evidence.country(place.country) ?? 0) + WEIGHT.subdivision * Math.max(local[index]?.subdivision(place) ?? 0, ...section.headings.map((heading) => local[heading]?.subdivision(place) ?? 0)) * (item.qualifier === undefined ? 1 : 0) +
          WEIGHT.documentSubdivision * whole.subdivision(place) + (list?.type === place.type ? WEIGHT.sameType : 0);
        scores.set(candidate, { prior: prior(candidate), said });
      }
      scored.set(item, scores);
      const key = foldName(item.name);
      const total = votes.get(key) ?? new Map<Candidate, number>();
      votes.set(key, total);
      for (const [candidate, score] of scores) total.set(candidate, (total.get(candidate) ?? 0) + score.prior + score.said + (item.qualifier === undefined ? 0 : 5));
    }
  });
  const clearNames = new Set(toponyms.flat().flatMap((item) => (item.kind === 'place' && item.doubt === '' ? [foldName(item.name)] : [])));
  const resolved = toponyms.map((items, index) =>
    items.flatMap((item): (PlaceMention | DemonymMention)[] => {
      if (item.kind === 'demonym') return [item];
      const scores = scored.get(item);
      const winner = scores === undefined ? undefined : choose(item, scores, votes.get(foldName(item.name)) ?? new Map<Candidate, number>());
      if (item.doubt !== '' && !lists.supports(item) && !clearNames.has(foldName(item.name)) && !(item.doubt === 'small' && winner !== undefined && whole.country(winner.place.country) >= 0.4)) return [];
      const place = winner?.place ?? newPlace(item, local[index] ?? whole, whole);
      return [mention(item, place, winner?.doubts ?? [])];
    }),
  );
  return fillSlots(clean.source.text, sections, resolved);
}

interface Score {
  readonly prior: number;
  readonly said: number;
}

/** One sense per document: what all mentions of the name vote for counts as much as this one's own neighbours. */
function choose(item: Toponym, scores: ReadonlyMap<Candidate, Score>, votes: ReadonlyMap<Candidate, number>): { readonly place: Place; readonly doubts: readonly PlaceDoubt[] } | undefined {
  const voters = Math.max(1, ...votes.values()) / 10;
  const ranked = [...scores].map(([candidate, score]) => ({ candidate, score, total: score.prior + score.said + (votes.get(candidate) ?? 0) / voters })).sort((a, b) => b.total - a.total || b.candidate.place.population - a.candidate.place.population);
  const [first] = ranked;
  if (first === undefined) return undefined;
  const rival = ranked.find(({ candidate: { place } }) => place.country !== first.candidate.place.country || (place.admin1 !== first.candidate.place.admin1 && place.type === first.candidate.place.type));
  const byPopulation = rival !== undefined && first.score.said - rival.score.said < 0.3 && first.score.prior - rival.score.prior < COMPARABLE && item.qualifier === undefined;
  return { place: first.candidate.place, doubts: byPopulation ? ['ambiguous-place'] : [] };
}

/** A district or zone of no gazetteer lies where its qualifier, its own name ("Guiyang … Zone"), or else the text says. */
function newPlace(item: Toponym, local: Evidence, whole: Evidence): Place {
  const stated = item.qualifier?.places[0] ?? ownCity(item.name);
  const country = stated?.country ?? local.ranked()[0]?.[0] ?? whole.ranked()[0]?.[0] ?? '';
  const admin1 = stated === undefined ? local.leading(country) || whole.leading(country) : stated.type === 'province' ? stated.name : stated.admin1;
  const type = country === 'CN' && / County$/i.test(item.name) ? 'city' : (item.hint ?? 'city');
  const subdivision = admin1 === '' ? undefined : lookup(admin1).find(({ place }) => place.type === 'province' && place.country === country)?.place;
  return { id: '', name: item.name, type, admin1, admin1Id: subdivision?.id ?? '', country, latitude: stated?.latitude, longitude: stated?.longitude, population: 0 };
}

function ownCity(name: string): Place | undefined {
  const words = name.split(' ');
  for (let count = Math.min(3, words.length - 1); count > 0; count -= 1) {
    const [best] = [...lookup(words.slice(0, count).join(' '))].filter(({ place, nameKind }) => nameKind !== 'abbreviation' && place.type !== 'region').sort((a, b) => prior(b) - prior(a));
    if (best !== undefined && (best.place.population >= 100_000 || best.place.type === 'province')) return best.place;
  }
  return undefined;
}

function mention(item: Toponym, place: Place, doubts: readonly PlaceDoubt[]): PlaceMention {
  const { start, end, nameStart, nameEnd, qualifier } = item;
  const states = qualifier?.places.some((area) => area.type === 'province' && (liesIn(place, area) || place.id === '')) === true;
  return { kind: 'place', start, end, nameStart, nameEnd, place, doubts, admin1Span: states && qualifier !== undefined ? { start: qualifier.start, end: qualifier.end } : undefined, anaphor: false, antecedents: [] };
}

/** The place of the same name as another type: Tokyo among prefectures, Delhi among states. Undefined where there is none. */
export function asType(place: Place, type: PlaceType): Place | undefined {
  if (place.type === type) return place;
  if (type === 'country') {
    const state = countryOf(place.country);
    return state !== undefined && foldName(state.name) === foldName(place.name) ? state : undefined;
  }
  const names = [place.name, place.name.replace(/ (?:region|City|Province)$/, ''), ...(type === 'province' && place.admin1 !== '' ? [place.admin1] : [])];
  for (const name of names) {
    const fitting = lookup(name).filter(({ place: other, nameKind }) => other.type === type && other.country === place.country && nameKind !== 'abbreviation' && sameGround(place, other));
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
