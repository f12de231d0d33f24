import { sayClaim, sayList } from '../extractors/rule.ts';
import type { Claim } from '../extractors/claim.ts';
import { readClaims, readUsedClaims, type RuleSet } from '../pipeline/7-claims.ts';
import { settleClaims } from '../pipeline/8-overlaps.ts';
import type { Span } from '../source-text.ts';
import type { ReadDocument } from '../types.ts';

/** What a rule found at a place of an article, and what became of it. */
export interface Hit {
  readonly rule: string;
  /** UTF-16 units of the cleaned text. */
  readonly span: Span;
  /** In the notation of the rules' examples: `Hefei 10`. */
  readonly said: string;
  readonly fate: 'won' | 'supported' | 'lost';
  /** The rule it supported or lost to, and why it lost; empty for what won. */
  readonly to: string;
}

/** Hits of all rules, in the order of the text. `everything`: facts about rankings too where no position is claimed. */
export function hitsOf(document: ReadDocument, rules: RuleSet, everything = false): readonly Hit[] {
  const claims = everything ? readClaims(document, rules) : readUsedClaims(document, rules);
  const fates = fatesOf(claims, document);
  const lists = document.mentions.flat().filter((mention) => mention.kind === 'list');
  const hits: Hit[] = [
    ...lists.map((list) => ({
      rule: list.rule,
      span: list,
      said: sayList(list, document.clean.source.text),
      fate: 'won' as const,
      to: '',
    })),
    ...claims.map((claim) => ({ rule: claim.rule, span: claim.span, said: sayClaim(claim), ...(fates.get(claim) ?? WON) })),
  ];
  return hits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

type Fate = Pick<Hit, 'fate' | 'to'>;
const WON: Fate = { fate: 'won', to: '' };

function fatesOf(claims: readonly Claim[], document: ReadDocument): ReadonlyMap<Claim, Fate> {
  const { ranks, metrics, lost } = settleClaims(claims, document);
  const fates = new Map<Claim, Fate>();
  for (const { claim, supporters, losers } of [...ranks, ...metrics]) {
    for (const supporter of supporters) fates.set(supporter, { fate: 'supported', to: `\`${claim.rule}\`` });
    for (const loser of losers) fates.set(loser.claim, { fate: 'lost', to: `\`${claim.rule}\`: ${loser.reason}` });
  }
  for (const { claim, reason, by } of lost) fates.set(claim, { fate: 'lost', to: `\`${by}\`: ${reason}` });
  return fates;
}

/** Hits of a rule by what became of them. */
export interface Tally {
  hits: number;
  wins: number;
  losses: number;
}

/** Adds an article's hits to those of others, by rule. */
export function tally(tallies: Map<string, Tally>, hits: readonly Hit[]): void {
  for (const { rule, fate } of hits) {
    const one = tallies.get(rule) ?? { hits: 0, wins: 0, losses: 0 };
    one.hits += 1;
    if (fate === 'won') one.wins += 1;
    if (fate === 'lost') one.losses += 1;
    tallies.set(rule, one);
  }
}
