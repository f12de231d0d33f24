import type { ReadDocument, Section } from '../types.ts';

/** Words that announce an ordered comparison. */
const ANNOUNCES =
  /\b(?:rank(?:s|ed|ing|ings)?|top|list|index|league|table|chart|survey|rating|standings|score[sd]?|best|worst|most|least|[a-z]{2,12}(?:st|nd|rd|th) place|(?:rich|poor|larg|bigg|small|safe|clean|dirt|happi|friendli|dear|cheap|fast|slow|high|low|hott|cold|strong|weak|smart|green|busi|old|young|fatt|lean|mean|nic|tall|hard|quiet|loud|costli|healthi|wealthi|ugli|pretti)(?:e?st|iest)|leading|countdown|arranged|sorted|ordered|according to|position|places?)\b/i;

/** Sections looked back over for the announcement of a list, without the items and rows of lists before it: title and headings count always. */
const LOOK_BACK = 5;
const FURTHEST = 40;

/** True where the title, a governing heading or what stands right before the group announces an ordered comparison. */
const ORDERS =
  /\b(?:rank(?:s|ed|ing|ings)?|top[ -](?:\d+|three|five|ten|twenty|fifty|hundred)|league table|leaderboard|(?:most|least) [a-z-]+(?: [a-z-]+){0,3} (?:cit(?:y|ies)|towns?|places?|destinations?|states?|provinces?|regions?|countries|districts?|areas|markets)|(?:rich|poor|larg|bigg|small|safe|clean|dirt|happi|friendli|dear|cheap|fast|slow|high|low|hott|cold|strong|weak|smart|green|busi|wealthi|healthi)(?:e?st|iest)(?: [a-z-]+){0,3} (?:cit(?:y|ies)|towns?|places?|destinations?|states?|provinces?|regions?|countries|districts?|areas|markets)|(?:best|worst)(?: [a-z-]+){0,2} (?:cit(?:y|ies)|places|towns|states|countries))\b/i;

/** True where the order of rows without numbers is said to be a ranking: by title, governing heading or what stands right before. */
export function isOrderedContext(group: readonly Section[], document: ReadDocument): boolean {
  return announced(group, document, ORDERS);
}

export function isRankingContext(group: readonly Section[], document: ReadDocument): boolean {
  return announced(group, document, ANNOUNCES);
}

/** Words right before a list that say that its order or its numbers mean something else: stops of a journey, an agenda, an alphabet. */
const NO_ORDER =
  /\b(?:stops?|route|itinerary|offices?|branches|venues?|dates|stores?|schedule|tour|days?|agenda|contents|chapters?|sources|references|questions?|quiz|squad|line-?up|fixtures|clubs|no particular order|alphabetical(?:ly)?(?: order)?|a to z|a-z)\b/i;
const LAST_WORDS = 160;

/** True where the words before a list, or its heading, take its order away from it. */
export function isUnordered(group: readonly Section[], document: ReadDocument): boolean {
  const first = group[0];
  if (first === undefined) return false;
  const { text } = document.clean.source;
  const heading = document.sections[first.headings.at(-1) ?? -1];
  const leads = [document.sections[first.index - 1], heading?.kind === 'heading' ? heading : undefined];
  return leads.some((lead) => lead !== undefined && NO_ORDER.test(text.slice(Math.max(lead.start, lead.end - LAST_WORDS), lead.end)));
}

function announced(group: readonly Section[], document: ReadDocument, words: RegExp): boolean {
  const first = group[0];
  if (first === undefined) return false;
  const text = document.clean.source.text;
  const near = document.sections.slice(Math.max(0, first.index - LOOK_BACK), first.index);
  const leads = document.sections
    .slice(Math.max(0, first.index - FURTHEST), first.index)
    .filter(({ kind }) => kind !== 'item' && kind !== 'row')
    .slice(-LOOK_BACK);
  const governing = first.headings.map((index) => document.sections[index]).filter((section) => section !== undefined);
  return (
    words.test(document.clean.metadata.title) ||
    [...near, ...leads, ...governing].some((section) => words.test(text.slice(section.start, section.end)))
  );
}
