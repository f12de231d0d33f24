import type { Claim } from '../extractors/claim.ts';
import { matchPattern, shapeOf, withoutAppositions, type Shape } from '../extractors/pattern.ts';
import { isRankingDocument } from '../extractors/rank-sense.ts';
import type { Draft, GroupRule, ListRule, PatternRule, Rule, SectionRule } from '../extractors/rule.ts';
import type { ListMention, Mention, ReadDocument } from '../types.ts';
import { focusOf, withNames } from './5-places-names.ts';
import { groupsOf } from './groups.ts';

/** A rule threw: a bug, told with its name and the sentence (UTF-16 units of the cleaned text) it threw at. */
export class RuleFailure extends Error {
  readonly rule: string;
  readonly start: number;
  readonly end: number;

  constructor(rule: string, start: number, end: number, cause: unknown) {
    super(`rule \`${rule}\` threw: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'RuleFailure';
    this.rule = rule;
    this.start = start;
    this.end = end;
  }
}

type Of<Body> = Body & Pick<Rule, 'name'>;

/** Rules by what they read, sorted once per run. */
export interface RuleSet {
  readonly all: readonly Rule[];
  readonly lists: readonly Of<ListRule>[];
  readonly sentences: readonly Of<PatternRule>[];
  readonly sections: readonly Of<SectionRule>[];
  readonly groups: readonly Of<GroupRule>[];
}

export function sortRules(rules: readonly Rule[]): RuleSet {
  return {
    all: rules,
    lists: rules.filter((rule) => rule.reads === 'list'),
    sentences: rules.filter((rule) => rule.reads === 'sentence'),
    sections: rules.filter((rule) => rule.reads === 'section'),
    groups: rules.filter((rule) => rule.reads === 'group'),
  };
}

function guarded<Value>(rule: string, span: { readonly start: number; readonly end: number }, run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    throw new RuleFailure(rule, span.start, span.end, error);
  }
}

const hasCue = (cues: readonly string[], text: string): boolean => cues.length === 0 || cues.some((cue) => text.includes(cue));

/** The names of rankings in the document become mentions; what lies inside them is taken out. */
export function foldLists(document: ReadDocument, rules: RuleSet): ReadDocument {
  const text = document.clean.source.text;
  const mentions = document.sections.map((section) => {
    const own = document.mentions[section.index] ?? [];
    const found = section.sentences.flatMap((sentence) => listsOf(shapeOf(text, section.index, sentence, own), rules, document));
    return found.length === 0 ? own : mergeMentions(own, outermost(found));
  });
  return { ...document, mentions };
}

function listsOf(shape: Shape, rules: RuleSet, document: ReadDocument): ListMention[] {
  const found: ListMention[] = [];
  for (const rule of rules.lists) {
    if (!hasCue(rule.cues, shape.text)) continue;
    guarded(rule.name, shape.span, () => {
      for (const pattern of rule.patterns) {
        for (const match of matchPattern(pattern, shape, shape.cased)) {
          for (const list of rule.lists(match, document)) found.push({ ...list, kind: 'list', rule: rule.name });
        }
      }
    });
  }
  return found;
}

/** The longest of lists that overlap; of equal spans the first rule by name. */
function outermost(lists: readonly ListMention[]): readonly ListMention[] {
  const sorted = [...lists].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start || (a.rule < b.rule ? -1 : 1));
  const kept: ListMention[] = [];
  for (const list of sorted) if (!kept.some((other) => list.start < other.end && other.start < list.end)) kept.push(list);
  return kept.sort((a, b) => a.start - b.start);
}

function mergeMentions(own: readonly Mention[], lists: readonly ListMention[]): readonly Mention[] {
  const outside = own.filter((mention) => !lists.some((list) => mention.start < list.end && list.start < mention.end));
  return [...outside, ...lists].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Every rule on every section it asks for. A sentence is tried as it is and, where that differs, without its appositions. */
export function readClaims(document: ReadDocument, rules: RuleSet): readonly Claim[] {
  const text = document.clean.source.text;
  const claims: Claim[] = [];
  const add = (rule: string, section: number, draft: Draft): void => {
    claims.push({ ...draft, rule, section } as Claim);
  };
  const focus = isRankingDocument(document) ? focusOf(document) : undefined;
  for (const section of document.sections) {
    const own = document.mentions[section.index] ?? [];
    if (own.length === 0) continue;
    const shapes = section.sentences.map((sentence) => shapeOf(text, section.index, sentence, own));
    const names = focus === undefined || section.kind === 'row' ? own : withNames(document, section, focus);
    const named = names === own ? shapes : section.sentences.map((sentence) => shapeOf(text, section.index, sentence, names));
    for (const [index, plain] of shapes.entries()) {
      if (plain.mentions.size === 0) continue;
      const bare = withoutAppositions(plain);
      const withName = named[index] ?? plain;
      const bareWithName = withName === plain ? bare : withoutAppositions(withName);
      for (const rule of rules.sentences) {
        const ranks = rule.name.startsWith('rank/');
        const shape = ranks ? withName : plain;
        const apart = ranks ? bareWithName : bare;
        if (!hasCue(rule.cues, shape.text)) continue;
        guarded(rule.name, shape.span, () => {
          for (const pattern of rule.patterns) {
            for (const one of apart === undefined ? [shape] : [shape, apart]) {
              for (const match of matchPattern(pattern, one, rule.cased === true ? one.cased : one.text)) {
                for (const draft of rule.claims(match, document)) add(rule.name, section.index, draft);
              }
            }
          }
        });
      }
    }
    for (const rule of rules.sections) {
      if (!rule.kinds.includes(section.kind)) continue;
      guarded(rule.name, section, () => {
        for (const draft of rule.claims(section, rule.name.startsWith('rank/') ? named : shapes, document)) add(rule.name, section.index, draft);
      });
    }
  }
  for (const group of groupsOf(document.sections)) {
    for (const rule of rules.groups) {
      guarded(rule.name, { start: group[0]?.start ?? 0, end: group.at(-1)?.end ?? 0 }, () => {
        for (const draft of rule.claims(group, document)) add(rule.name, draft.section, draft);
      });
    }
  }
  return claims;
}
