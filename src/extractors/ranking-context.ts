import type { ReadDocument, Section } from '../types.ts';

/** Words that announce an ordered comparison. */
const ANNOUNCES = /\b(?:rank(?:s|ed|ing|ings)?|top|list|index|league|table|chart|survey|rating|standings|score[sd]?|best|worst|most|least|[a-z]{2,12}(?:st|nd|rd|th) place|(?:rich|poor|larg|bigg|small|safe|clean|dirt|happi|friendli|dear|cheap|fast|slow|high|low|hott|cold|strong|weak|smart|green|busi|old|young|fatt|lean|mean|nic|tall|hard|quiet|loud|costli|healthi|wealthi|ugli|pretti)(?:e?st|iest)|leading|countdown|arranged|sorted|ordered|according to|position|places?)\b/i;

/** Sections looked back over for the announcement of a list: title and headings count always. */
const LOOK_BACK = 5;

/** True where the title, a governing heading or what stands right before the group announces an ordered comparison. */
export function isRankingContext(group: readonly Section[], document: ReadDocument): boolean {
  const first = group[0];
  if (first === undefined) return false;
  const text = document.clean.source.text;
  const before = document.sections.slice(Math.max(0, first.index - LOOK_BACK), first.index);
  const governing = first.headings.map((index) => document.sections[index]).filter((section) => section !== undefined);
  return ANNOUNCES.test(document.clean.metadata.title) || [...before, ...governing].some((section) => ANNOUNCES.test(text.slice(section.start, section.end)));
}
