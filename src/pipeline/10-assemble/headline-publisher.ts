import type { ListFact } from '../../extractors/claim.ts';
import { foldName } from '../../ids.ts';
import type { Span } from '../../source-text.ts';
import type { ListMention, OrganisationMention, ReadDocument } from '../../types.ts';
import { stated, type Fact } from './facts.ts';

/** A deed of compiling says more than a name in the list's name, that more than "according to". */
/** A fact counts from the sections of the ranking's lists and claims, those next to them, and the head of the article. */
const HEAD = 4;

const TRUST: Readonly<Record<string, number>> = {
  'publisher/made-by': 0,
  'publisher/publishes-list': 0,
  'publisher/according-to': 1,
  'publisher/says-so': 3,
  'publisher/known-name': 4,
};
const OF_THE_NAME = 2;

/** Short forms that stand for a name given in full elsewhere: "the Ministry". */
const GENERIC =
  /^(?:the )?(?:ministry|institute|bureau|department|commission|center|centre|council|unit|foundation|university|academy|agency|bank|association|consultancy|office|administration|school)$/i;
/** Capitals at the head of a list's name that are nobody: "GDP ranking", "EU list". */
const NOBODY =
  /^(?:GDP|FDI|IT|AI|EU|US|U\.S|USA|UK|UAE|UN|ICT|R&D|TOP|ESG|SDG|BEST|STEM|EV|LGBT\p{Lu}*|MENA|APAC|ASEAN|BRICS|OECD|G20|G7|CITY|CITIES|RANKING|INDEX|GLOBAL|WORLD)$/u;

/** What a list is about is not who made it: "Liveability survey". */
const TOPIC =
  /\b(?:City|Cities|Living|Index|Quality|Cost|Smart|Global|World|Life|Innovation|Business|Liveability|Livability|Happiness|Freedom|Prosperity|Competitiveness|Safety|Crime|Health|Student|Students|Travel|Tourism|Wealth|Peace|Best|Top|Rich|Green|Annual|New|Latest|Places|States|Countries|Economy|Economic|Development|Education|Housing|Rent|Traffic|Pollution|Startup|Tech|Digital|Talent|Human)\b/;

interface Candidate {
  readonly name: string;
  readonly span: Span;
  readonly rule: string;
  readonly trust: number;
  readonly near: boolean;
}

/** Who compiled the ranking, as the facts nearest to its lists and claims say, else as its name does. */
export function publisherOf(
  lists: readonly ListMention[],
  facts: readonly ListFact[],
  sections: ReadonlySet<number>,
  document: ReadDocument,
): Fact | undefined {
  const candidates: Candidate[] = facts
    .filter(
      (fact) =>
        fact.field === 'publisher' &&
        (fact.list !== undefined || fact.section < HEAD || [-1, 0, 1].some((step) => sections.has(fact.section + step))),
    )
    .map((fact) => ({
      name: fact.value,
      span: fact.span,
      rule: fact.rule,
      trust: TRUST[fact.rule] ?? 3,
      near: (fact.list !== undefined && lists.includes(fact.list)) || sections.has(fact.section),
    }));
  for (const list of lists) {
    const own = list.publisher ?? initialOf(list, document);
    if (own !== undefined) candidates.push({ name: own.name, span: own.span, rule: list.rule, trust: OF_THE_NAME, near: true });
  }
  const title = document.clean.metadata.site;
  const best = candidates
    .filter((one) => one.trust < 3 || foldName(one.name) !== foldName(title))
    .sort((a, b) => a.trust - b.trust || Number(b.near) - Number(a.near) || a.span.start - b.span.start)[0];
  if (best === undefined) return undefined;
  const full = inFull(best, document);
  return full === undefined
    ? stated(best.name, [best.span], ['name'], best.rule)
    : stated(full.name, [{ start: full.start, end: full.start + full.name.length }], ['name'], best.rule);
}

/** "QS Best Student Cities", "WalletHub rating": an acronym or a company's name in one word at the head of the list's name. */
function initialOf(list: ListMention, document: ReadDocument): { readonly name: string; readonly span: Span } | undefined {
  const { text } = document.clean.source;
  const words = text.slice(list.nameStart, list.nameEnd);
  const owner = /^(\p{Lu}[\p{L}&.-]*(?: \p{Lu}[\p{L}&.-]*){0,3})['’]s (?!\p{Lu}\p{Ll}+['’]s )/u.exec(words)?.[1];
  const isPlace = list.scope !== undefined && list.scope.span.start < list.nameStart + (owner?.length ?? 0);
  if (
    owner !== undefined &&
    !isPlace &&
    !NOBODY.test(owner) &&
    !/^(?:World|Country|Nation|America|Continent|Globe|State|City|Region|Planet|Today|Year)$/.test(owner)
  )
    return { name: owner, span: { start: list.nameStart, end: list.nameStart + owner.length } };
  const firm = /^(\p{Lu}[\p{L}&.-]{2,}(?: \p{Lu}[\p{L}&.-]+)?) (?:survey|study|report|poll|analysis|table|list)$/u.exec(words)?.[1];
  if (firm !== undefined && !isPlace && !NOBODY.test(firm) && !TOPIC.test(firm))
    return { name: firm, span: { start: list.nameStart, end: list.nameStart + firm.length } };
  const first = /^(?:[A-Z]{2,8}|\p{Lu}\p{Ll}+\p{Lu}\p{L}*|fDi)(?=['’]s? | )/u.exec(words)?.[0];
  if (first === undefined || NOBODY.test(first) || !/\p{Ll}/u.test(words.replace(first, ''))) return undefined;
  return { name: first, span: { start: list.nameStart, end: list.nameStart + first.length } };
}

/** The full name behind "the Ministry" or "EIU", where the article gives it. */
function inFull(short: Candidate, document: ReadDocument): OrganisationMention | undefined {
  const organisations = document.mentions.flat().filter((mention): mention is OrganisationMention => mention.kind === 'organisation');
  const { text } = document.clean.source;
  if (GENERIC.test(short.name)) {
    const word = short.name.toLowerCase().replace(/^the /, '');
    return organisations.find(
      (one) =>
        one.name.length > short.name.length &&
        one.name.toLowerCase().includes(word) &&
        text.slice(one.start, one.start + one.name.length) === one.name,
    );
  }
  if (!/^\p{Lu}{2,8}$/u.test(short.name)) return undefined;
  return organisations.find(
    (one) => text.slice(one.start, one.end).endsWith(`(${short.name})`) && text.slice(one.start, one.start + one.name.length) === one.name,
  );
}
