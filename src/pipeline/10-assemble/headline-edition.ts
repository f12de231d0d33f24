import type { ListFact } from '../../extractors/claim.ts';
import type { ListMention, PeriodMention, ReadDocument } from '../../types.ts';
import { concluded, standsAlone, stated, type Fact } from './facts.ts';
import type { Unit } from './rankings.ts';

/** Words that say the list is the news: the year of the dateline is its year. */
const NEW_LIST =
  /\b(?:new|newest|fresh|latest|recent(?:ly)?|this (?:year|month|quarter)|just|releas\w+|publish\w+|unveil\w+|annual(?:ly)?|yearly|every year|once a year|each year|once more|out now|announc\w+|issued|today|yesterday|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|again|in a row|running|time|last year|has been named|came out|comes out|report|survey|study|remains?|stays?|retain\w*|according to)\b/i;

/** How far around a list's name words that call it new may stand (UTF-16 units). */
const AROUND = 160;

/** Sections at the head of an article that say what is news. */
const HEAD = 3;

const years = (iso: string): string => (/^\d{4}\/\d{4}$/.test(iso) ? iso : iso.slice(0, 4));

function periodFact({
  iso,
  span,
  source,
}: {
  readonly iso: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly source: string;
}): Fact {
  return source === '' ? stated(years(iso), [span], ['period'], '') : concluded(years(iso), [span], ['document:published'], '');
}

/** The year in the claim's words, else in the list's name, else of its data, else the dateline's where the article calls the list new. */
export function editionOf(unit: Unit, lists: readonly ListMention[], facts: readonly ListFact[], document: ReadDocument): Fact | undefined {
  const claimed = unit.claims.find((claim) => claim.reference.edition !== undefined)?.reference.edition;
  if (claimed !== undefined) return periodFact({ source: '', ...claimed });
  if (standsAlone(unit)) return measuredIn(unit, document);
  const named = lists.find((list) => list.edition?.source === '') ?? lists.find((list) => list.edition !== undefined);
  if (named?.edition !== undefined) return periodFact(named.edition);
  const fact = facts.find((one) => one.field === 'edition');
  if (fact !== undefined) return stated(fact.value, [fact.span], ['period'], fact.rule);
  return undefined;
}

/** The one year that all names of rankings in the article have that are no other ranking's. */
export function onlyEdition(others: ReadonlySet<ListMention>, document: ReadDocument): Fact | undefined {
  const dated = document.mentions
    .flat()
    .filter((mention): mention is ListMention => mention.kind === 'list' && mention.edition !== undefined && !others.has(mention));
  const [first] = dated;
  return first?.edition !== undefined && new Set(dated.map((list) => years(list.edition?.iso ?? ''))).size === 1
    ? periodFact(first.edition)
    : undefined;
}

/** "had the largest volume of foreign trade last year": the one year in the sentences of the first claims. */
export function claimYear(unit: Unit, document: ReadDocument): Fact | undefined {
  const claim = unit.claims.map((one) => one.settled.claim).find((one) => one.source !== 'list');
  const published = Number(document.clean.metadata.published.slice(0, 4));
  if (claim === undefined || published === 0) return undefined;
  const sentence = document.sections[claim.section]?.sentences.find(
    (span) => span.start <= claim.positionSpan.start && claim.positionSpan.start < span.end,
  );
  const found = (document.mentions[claim.section] ?? []).filter(
    (mention): mention is PeriodMention =>
      mention.kind === 'period' && sentence !== undefined && mention.start >= sentence.start && mention.end <= sentence.end,
  );
  const [only] = found;
  return found.length === 1 && only !== undefined && /^\d{4}$/.test(only.iso) && Number(only.iso) >= published - 1
    ? periodFact({ iso: only.iso, span: { start: only.start, end: only.end }, source: only.source })
    : undefined;
}

/** The dateline's year, where the article calls the list new, this year's, latest or just released. */
export function datelineEdition(unit: Unit, lists: readonly ListMention[], document: ReadDocument): Fact | undefined {
  const published = document.clean.metadata.published.slice(0, 4);
  const { text } = document.clean.source;
  if (published === '') return undefined;
  const spots = [...lists.map((list) => list.start), ...unit.claims.map((claim) => claim.settled.claim.span.start)];
  const head = document.sections
    .slice(0, HEAD)
    .map((section) => text.slice(section.start, section.end))
    .join(' ');
  const isNews =
    lists.length > 0 || NEW_LIST.test(head) || spots.some((at) => NEW_LIST.test(text.slice(Math.max(0, at - AROUND), at + AROUND)));
  return isNews ? concluded(published, [], ['document:published'], '') : undefined;
}

/** A superlative is of the year that its own sentence gives. */
function measuredIn(unit: Unit, document: ReadDocument): Fact | undefined {
  const claim = unit.claims[0]?.settled.claim;
  const section = claim === undefined ? undefined : document.sections[claim.section];
  const sentence = section?.sentences.find(
    (span) => claim !== undefined && span.start <= claim.positionSpan.start && claim.positionSpan.start < span.end,
  );
  if (sentence === undefined || claim === undefined) return undefined;
  const periods = (document.mentions[claim.section] ?? []).filter(
    (mention): mention is PeriodMention =>
      mention.kind === 'period' &&
      mention.start >= sentence.start &&
      mention.end <= sentence.end &&
      /^\d{4}$|^\d{4}\/\d{4}$/.test(mention.iso),
  );
  const only = new Set(periods.map((period) => period.iso)).size === 1 ? periods[0] : undefined;
  return only === undefined ? undefined : periodFact({ iso: only.iso, span: { start: only.start, end: only.end }, source: only.source });
}
