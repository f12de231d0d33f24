import type { Span } from '../../source-text.ts';
import { areaIn, scopeOf } from '../../extractors/scope.ts';
import type { ListMention, Place, ReadDocument } from '../../types.ts';
import { concluded, standsAlone, stated, type Fact } from './facts.ts';
import type { Unit } from './rankings.ts';
import { namedPlaces } from './references.ts';
import { sentenceAt } from '../spans.ts';
import type { Entry } from './settle.ts';

/** Codes of their own that Chinese lists count as China. */
const WITH_CHINA = new Set(['HK', 'MO', 'TW']);
/** Share of the places that must lie in a country for its code to be the scope: one name resolved wrongly must not take it away. */
const MOST = 0.7;

/** Countries whose places make an "American" list one of the Americas. */
const AMERICAS = new Set(['CA', 'MX', 'BR', 'AR', 'CL', 'CO', 'PE', 'VE', 'EC', 'UY', 'PA', 'CR', 'GT', 'DO', 'BO', 'PY']);

const WORLDWIDE =
  /\b(?:in the (?:whole )?world|worldwide|world['’]s|globally|around the (?:world|globe)|across the (?:world|globe)|on earth|on the planet|planet['’]s|global (?:index|ranking|rankings|list|survey|study|report|cities|league)|\d+ countries|world ranking|of the world|the globe)\b/i;

function lies(place: Place, code: string): boolean {
  return place.country === code || (code === 'CN' && WITH_CHINA.has(place.country));
}

/** True where the places can compete in the area: most of them lie in the country, and the area is not itself among them. */
function fits(code: string, entries: readonly Entry[]): boolean {
  if (!/^[A-Z]{2}/.test(code)) return true;
  const inside = entries.filter((entry) => lies(entry.place, code.slice(0, 2))).length;
  if (entries.some((entry) => entry.place.id === `iso:${code}`)) return false;
  const sub = code.includes('-')
    ? entries.filter((entry) => entry.place.admin1Id === '' || entry.place.admin1Id === `iso:${code}`).length
    : inside;
  return inside >= MOST * entries.length && sub >= MOST * entries.length;
}

/** The area whose places compete: said of the claim, said by the list's name, said near it, or concluded from the places. */
export function scopeFact(
  unit: Unit,
  lists: readonly ListMention[],
  entries: readonly Entry[],
  family: readonly Entry[],
  document: ReadDocument,
): Fact | undefined {
  const { text } = document.clean.source;
  const said = unit.claims.map((claim) => claim.reference.area).find((area) => area !== undefined && fits(area.code, entries));
  if (said !== undefined) return stated(said.code, [said.span], [`area`], '');
  const measured = standsAlone(unit) ? unit.claims[0]?.reference.measure : undefined;
  if (measured !== undefined) {
    const inside = (document.mentions[unit.claims[0]?.settled.claim.section ?? -1] ?? []).filter(
      (mention) => mention.start >= measured.start && mention.end <= measured.end,
    );
    const area = areaIn(inside, text, measured);
    if (area !== undefined && fits(area.code, entries)) return stated(area.code, [area.span], ['area'], '');
  }
  const across = lists
    .map((list) => list.scope)
    .find((scope) => scope?.code === 'US' && text.slice(scope.span.start, scope.span.end).startsWith('American'));
  if (across !== undefined && entries.some((entry) => AMERICAS.has(entry.place.country)))
    return stated('americas', [across.span], ['area'], '');
  const listed = lists.map((list) => list.scope).find((scope) => scope !== undefined && fits(scope.code, entries));
  if (listed !== undefined) return stated(listed.code, [listed.span], ['area'], '');
  const countries = countriesOf(entries);
  const wide = countriesOf(family);
  if (countries.length === 1 && wide.length === 1) {
    const only = countries[0] ?? '';
    const world = measured === undefined ? worldSaid(unit, lists, document) : undefined;
    return world === undefined ? concluded(only, [], [`competes:${only}`], '') : stated('world', [world], ['area'], '');
  }
  if (wide.length === 0) return undefined;
  const region = namedPlaces(document).find(
    (place) => place.place.type === 'region' && scopeOf(place.place) !== '' && inHead(place.start, document),
  );
  if (region !== undefined && !WORLDWIDE.test(document.clean.metadata.title))
    return stated(scopeOf(region.place), [{ start: region.start, end: region.end }], ['area'], '');
  return concluded('world', [], ['competes:world'], '');
}

/** Countries that hold a fair share of the places. */
function countriesOf(entries: readonly Entry[]): readonly string[] {
  const counts = new Map<string, number>();
  const codes = entries.map((entry) => entry.place.country).filter((code) => code !== '');
  const mainland = codes.includes('CN');
  for (const code of codes) {
    const counted = mainland && WITH_CHINA.has(code) ? 'CN' : code;
    counts.set(counted, (counts.get(counted) ?? 0) + 1);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const main = [...counts].filter(([, count]) => count >= MOST * all && all > 3);
  return main.length === 1 && hongKongAside(codes) ? main.map(([code]) => code) : [...counts.keys()];
}

/** Two or more foreign places are a list of the world, one may be an error. */
function hongKongAside(codes: readonly string[]): boolean {
  const main = [...codes].sort((a, b) => codes.filter((code) => code === b).length - codes.filter((code) => code === a).length)[0];
  return codes.filter((code) => code !== main).length <= 1;
}

function inHead(at: number, document: ReadDocument): boolean {
  return document.sections.slice(0, 3).some((section) => section.start <= at && at < section.end);
}

/** "in the world" beside the list's name or in a claim's sentence. */
function worldSaid(unit: Unit, lists: readonly ListMention[], document: ReadDocument): Span | undefined {
  const { text } = document.clean.source;
  const spots = [...lists.map((list) => list.start), ...unit.claims.map((claim) => claim.settled.claim.positionSpan.start)];
  const all = document.sections.flatMap((section) => section.sentences);
  for (const sentence of new Set(spots.flatMap((at) => sentenceAt(all, at) ?? []))) {
    const found = WORLDWIDE.exec(text.slice(sentence.start, sentence.end));
    if (found !== null) return { start: sentence.start + found.index, end: sentence.start + found.index + found[0].length };
  }
  return undefined;
}
