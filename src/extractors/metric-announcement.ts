import { countedNoun, readHeader } from './metric-header.ts';
import { isStop } from './metric-phrase.ts';
import { isStatistic } from './metric-words.ts';
import type { Span } from '../source-text.ts';
import type { PeriodMention, ReadDocument, Section } from '../types.ts';

/*
 * What the figures of a list or table are, by the words that announce it: a caption, the heading above, the sentence before, the title.
 */

export interface Announced {
  /** "internally generated revenue", "billionaires" */
  readonly name: string;
  /** The counted noun, a currency or another unit that the words give, or empty. */
  readonly unit: string;
  /** What the figures are multiplied by: `1000000` for "(Rs million)"; empty where they are as printed. */
  readonly factor: string;
  readonly span: Span;
}

const LOOK_BACK = 3;
/** Words of a measure that a line in front of a list may have. */
const LONGEST_LABEL = 6;
/** UTF-16 units of a section that are read for an announcement. */
const LONGEST_STRETCH = 1200;
const END = String.raw`(?= (?:in|of|for|from|by|at|is|are|was|were|and|as|on|to|with|per|among|than|that|which|this|last|during|across|according|they|it|worldwide|around)\b|[,.;:()"!?\n–—]|$)`;
// A word ends where its letters end: taken apart within, one text could be read in thousands of ways.
const PHRASE = String.raw`((?:[a-z][a-z'’&/-]{0,24}(?![a-z'’&/-])[ -]?){1,5}?)`;
const lead = (words: string): RegExp => new RegExp(words, 'gi');
const LEADS: readonly RegExp[] = [
  lead(
    String.raw`\b(?:according to|based on|in terms of|in order of|ordered by|ranked by|sorted by|arranged by|listed by|by|for|measured by) (?:the |their |its |our )?(?:(?:total|average|annual|overall|highest|yearly) )?(?:number|amount|share|percentage|volume|value|size|rate) of (?:the |their )?${PHRASE}${END}`,
  ),
  lead(String.raw`\b(?:number|share|amount|volume) of ${PHRASE}${END}`),
  lead(
    String.raw`\b(?:arranged|ranked|ordered|sorted|listed|rated|classified|compared)(?: [a-z]+){0,3}? (?:according to|based on|in terms of|in order of|by|on|for) (?:the |their |its |our )?${PHRASE}${END}`,
  ),
  lead(
    String.raw`\b(?:ranking|list|table|comparison|league|chart)s? of (?:the |all )?(?:[a-z][a-z'’-]{0,16} ){1,5}?(?:by|according to|in terms of) (?:the |their |its )?${PHRASE}${END}`,
  ),
  lead(
    String.raw`\b(?:the )?(?:most|highest|lowest|largest|biggest|greatest|fewest|longest|best-paid|least) ((?:(?:average|median|total|annual|monthly|mean|daily) )?${PHRASE})${END}`,
  ),
  lead(
    String.raw`\b(?:rank|position|place|first|second|third|fourth|fifth|leads?|top)\b[^.\n]{0,60}? in (?<statistic>(?:[a-z][a-z'’-]{0,24} ){0,3}[a-z]{3,24})${END}`,
  ),
  lead(String.raw`\btop ${PHRASE} (?:cities|states|countries|provinces|districts|regions)`),
];
const NO_MEASURE =
  /^(?:the|a|an|their|its|our|this|that|all|of|in|cit(?:y|ies)|countr(?:y|ies)|states?|towns?|places?|regions?|provinces?|districts?|destinations?|nations?|ranking|rank|order|recent|important|famous|popular|expensive|liveable|livable|innovative|competitive|dangerous|beautiful|attractive|developed|populous|polluted|visited|common|of them|list|index|score|points|world|data|report|figures|national|national bureau|new)\b/i;

/** What a position can be in: "third in merchandise exports". */
const TELLING =
  /\b(?:gdp|exports|imports|output|production|income|wages|salaries|prices|rents|population|turnover|revenue|sales|investment|tourism|arrivals|unemployment|inflation|emissions|consumption|literacy|turnout)$/;

/** Sections that may announce `first`, nearest first. */
function announcers(document: ReadDocument, first: Section): readonly Section[] {
  const before: Section[] = [];
  for (let index = first.index - 1; index >= 0 && before.length < LOOK_BACK; index -= 1) {
    const section = document.sections[index];
    if (section !== undefined && section.group !== first.group && section.marker === undefined) before.push(section);
  }
  const governing = [...first.headings].reverse().flatMap((index) => document.sections[index] ?? []);
  const title = document.sections.filter((section) => section.kind === 'title');
  return [...new Set([...before, ...governing, ...title])];
}

/** The measure that is announced for the group that begins at `first`. */
export function announcedMeasure(document: ReadDocument, first: Section): Announced | undefined {
  for (const section of announcers(document, first)) {
    const isBelow = first.index - section.index <= LOOK_BACK;
    const announced =
      (isBelow ? labelMeasure(document, section, first) : undefined) ??
      announcedWithin(document.clean.source.text, section) ??
      (first.group === -1 ? undefined : captionMeasure(document, section));
    if (announced !== undefined) return announced;
  }
  return undefined;
}

/** UTF-16 units: longer than this is no caption. */
const LONGEST_CAPTION = 120;
/** "From the richest downwards, GDP per capita in 2023 (Sh):" right before a list: what stands last is written as a column is headed. */
function labelMeasure(document: ReadDocument, section: Section, first: Section): Announced | undefined {
  if (section.end - section.start > LONGEST_CAPTION) return undefined;
  const { text } = document.clean.source;
  const found = /(?<=^|[,:;–—] )[^,:;–—]{3,80}\((?:in )?[^()]{1,30}\):?$/u.exec(text.slice(section.start, section.end));
  if (found === null) return undefined;
  const place = (document.mentions[first.index] ?? []).find((mention) => mention.kind === 'place');
  const { name, unit, factor, index } = readHeader(found[0].replace(/:$/, ''), place?.place.country);
  const words = name.split(' ');
  if (index || unit === '' || words.length > LONGEST_LABEL || !words.some((word) => isStatistic(word))) return undefined;
  const start = section.start + found.index;
  return { name, unit, factor, span: { start, end: start + found[0].length } };
}

const CAPTION =
  /^(?:(?:table|figure|chart) ?\d{0,2}[.:]? )?(?:[a-z]+-wise )?(?:the )?([a-z][a-z'’& -]{3,60}?)(?:,? (?:in|by|across|among|for|per|at|during|of) .*| ?[(,:|–—].*)?$/;

const NUMERAL = /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d)/;

/** "Tourist arrivals by province (thousands)", "Average rents in Poland's big cities:" over a list or table: what its figures are. */
function captionMeasure(document: ReadDocument, section: Section): Announced | undefined {
  if (section.end - section.start > LONGEST_CAPTION || section.sentences.length > 1) return undefined;
  const { text } = document.clean.source;
  const words = text.slice(section.start, section.end);
  const found = CAPTION.exec(words.toLowerCase().replaceAll('\n', ' '));
  const name = found?.[1]?.trim() ?? '';
  if (name.includes(' - ')) return undefined;
  const head = name.split(' ').at(-1) ?? '';
  const unit = /\bin (?:million|billion|thousand|crore|lakh)|\((?:in )?(?:million|billion|thousand|crore|lakh|000)/i.test(words);
  if (
    name === '' ||
    NO_MEASURE.test(name) ||
    NO_MEASURE.test(head) ||
    NUMERAL.test(name) ||
    !(isStatistic(head) || (unit && name.split(' ').length < 5))
  )
    return undefined;
  const start = section.start + words.toLowerCase().indexOf(name);
  return { name, unit: countedNoun(name), factor: '', span: { start, end: start + name.length } };
}

/** "by GDP", "the highest rents", "number of patents" within a stretch of the cleaned text. */
export function announcedWithin(text: string, span: Span): Announced | undefined {
  const stretch = text.slice(span.start, Math.min(span.end, span.start + LONGEST_STRETCH));
  for (const lead of LEADS) {
    for (const found of stretch.matchAll(lead)) {
      const words = (found[1] ?? '').trim().toLowerCase();
      if (words === '' || NO_MEASURE.test(words) || words.split(' ').some((word) => isStop(word))) continue;
      if (found.groups?.['statistic'] !== undefined && !TELLING.test(words)) continue;
      const start = span.start + found.index + found[0].lastIndexOf(found[1] ?? '');
      return { name: words, unit: countedNoun(words), factor: '', span: { start, end: start + words.length } };
    }
  }
  return undefined;
}

/** "up from 62.0 per cent in 2010": the time of another figure, told for comparison. */
const COMPARED = /\b(?:(?:up|down) from|compared (?:with|to)|against|(?:higher|lower|more|less) than)\b[^.;]{0,60}$/;
/** UTF-16 units of a comparison that are searched. */
const LONGEST_COMPARED = 60;

/** The one period that the words announcing a group state for it: "revenue for the year 2021". */
export function announcedPeriod(document: ReadDocument, first: Section): PeriodMention | undefined {
  const { text } = document.clean.source;
  for (const section of announcers(document, first)) {
    const periods = (document.mentions[section.index] ?? []).filter(
      (mention): mention is PeriodMention =>
        mention.kind === 'period' &&
        mention.source === '' &&
        !COMPARED.test(text.slice(Math.max(section.start, mention.start - LONGEST_COMPARED), mention.start)) &&
        !OF_POSITIONS.test(text.slice(mention.end, mention.end + 24)),
    );
    const told = new Set(periods.map((period) => period.iso));
    if (told.size === 1) return periods[0];
    if (told.size > 1) return undefined;
  }
  return statedPeriod(document, first);
}

/** "(2021 position in brackets)" */
const OF_POSITIONS = /^(?:['’]s)? (?:position|rank|place|score)/;

/** "The numbers below are for December 2023." */
const STATES =
  /\b(?:figures|numbers|data|values|prices|amounts|statistics|rents|incomes)(?: [a-z]+){0,4} (?:are|is|were|refer|relate|date|come|stem)(?: [a-z]+){0,3} (?:for|from|as of|of|in|at|to)(?: the)?(?: end of)? $/i;
const LONGEST_STATEMENT = 90;

/** The period that a sentence anywhere before the group states for all figures. */
function statedPeriod(document: ReadDocument, first: Section): PeriodMention | undefined {
  const { text } = document.clean.source;
  for (let index = first.index - 1; index >= 0; index -= 1) {
    const section = document.sections[index];
    const found = (document.mentions[index] ?? []).find(
      (mention): mention is PeriodMention =>
        mention.kind === 'period' &&
        section?.kind === 'paragraph' &&
        STATES.test(text.slice(Math.max(section.start, mention.start - LONGEST_STATEMENT), mention.start)),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

const UNTELLING =
  /\b(?:top|the|a|an|of|in|for|by|and|to|cit(?:y|ies)|towns?|countr(?:y|ies)|states?|provinces?|districts?|regions?|places?|world(?:'s)?|global|most|best|ranking|ranked|list|full|here|are|is|these|this|which|where|what|how|with|from|on|new|report|table|chart|revealed|according)\b|[^a-z' -]/g;

/** What a heading over the group or the title leaves when the words of every ranking are taken away: better than no name for a figure with a unit. */
export function titleMeasure(document: ReadDocument, first: Section): Announced | undefined {
  const { text } = document.clean.source;
  for (const section of announcers(document, first).filter((candidate) => candidate.kind === 'heading' || candidate.kind === 'title')) {
    const places = (document.mentions[section.index] ?? []).filter((mention) => mention.kind === 'place');
    const plain = places.reduce(
      (words, place) => words.replace(text.slice(place.start, place.end), ' '),
      text.slice(section.start, section.end),
    );
    const name = plain.toLowerCase().replaceAll('’', "'").replace(UNTELLING, ' ').replaceAll(/ {2,}/g, ' ').trim();
    if (name !== '' && name.split(' ').length <= 6) return { name, unit: '', factor: '', span: { start: section.start, end: section.end } };
  }
  return undefined;
}
