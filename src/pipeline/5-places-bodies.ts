import { allMatches } from '../all-matches.ts';
import { lookup } from '../gazetteer/index.ts';
import type { Span } from '../source-text.ts';
import type { DemonymMention, PlaceMention } from '../types.ts';

/*
 * Places in the names of public bodies: "Cangzhou Municipal Bureau of Statistics", "Leeds City Council". Nothing is said of them, but
 * the text is about them.
 */

/** What follows the place in such a name. */
const BODY =
  / (?:(?:Municipal|City|Provincial|County|State|District|Prefectural|Metropolitan|Regional|Town|Borough|Shire|Island|Territory)(?: People['’]s)? (?:Government|Council|Bureau|Commission|Administration|Department|Committee|Congress|Assembly|Authority|Authorities|Police|Party|Mayor|Court|Corporation|Statistics|Health|Education|Public|Office|Board|Fire|Sheriff|Development|Tourism|Port)|Council|Municipality|Chamber of Commerce|Police Department|Development Authority|Metropolitan City)\b/g;

const NAME = /(?:^|[^\p{L}\p{N}])(?<name>\p{Lu}[\p{L}'’-]{1,30}(?: (?:\p{Lu}[\p{L}'’-]{1,30}|de|del|of)){0,3})$/u;
const LEAD = /^(?:The|A|An|In|At|By|For|From|And|But|While|Greater|New) (?=\p{Lu})/u;

/** Places named in bodies, in order (UTF-16 units of `text`). */
export function bodyNames(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const { index } of allMatches(BODY, text)) {
    const name = NAME.exec(text.slice(Math.max(0, index - 60), index))?.groups?.['name'] ?? '';
    const bare = name.replace(LEAD, '');
    for (const tried of [name, bare])
      if (tried !== '' && lookup(tried).length > 0) {
        spans.push({ start: index - tried.length, end: index });
        break;
      }
  }
  return spans;
}

/** The places of `bodyNames`: of several with the name the one in the country most named, else the largest. */
export function bodyPlaces(text: string, places: readonly (readonly (PlaceMention | DemonymMention)[])[]): readonly PlaceMention[] {
  const countries = new Map<string, number>();
  for (const mention of places.flat())
    if (mention.kind === 'place') countries.set(mention.place.country, (countries.get(mention.place.country) ?? 0) + 1);
  return bodyNames(text).flatMap(({ start, end }): PlaceMention[] => {
    const [best] = [...lookup(text.slice(start, end))].sort(
      (a, b) => (countries.get(b.place.country) ?? 0) - (countries.get(a.place.country) ?? 0) || b.place.population - a.place.population,
    );
    if (best === undefined) return [];
    return [
      {
        kind: 'place',
        start,
        end,
        nameStart: start,
        nameEnd: end,
        place: best.place,
        doubts: [],
        admin1Span: undefined,
        anaphor: false,
        antecedents: [],
      },
    ];
  });
}
