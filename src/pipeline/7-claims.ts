import { claimOf, type Claim } from '../extractors/claim.ts';
import { FigureReader } from '../extractors/metric-reading.ts';
import { draftsOf } from '../extractors/metric-rule.ts';
import { matchPattern } from '../extractors/pattern.ts';
import { shapeOf, withoutAppositions, type Shape } from '../extractors/shape.ts';
import { isRankingDocument } from '../extractors/rank-sense.ts';
import type { Draft, FigureRule, GrammarRule, GroupRule, ListRule, PatternRule, Rule, SectionRule } from '../extractors/rule.ts';
import type { Span } from '../source-text.ts';
import type { ListMention, Mention, ReadDocument, Section } from '../types.ts';
import { focusOf, withNames } from './5-places-names.ts';
import { Gate, Needs, type Met, type Open } from './gate.ts';
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

interface CuedRule {
  readonly rule: Of<SectionRule>;
  /** The number of the need that its cues are; undefined where it has none. */
  readonly cue: number | undefined;
}

/** Rules by what they read, sorted once per run. */
export interface RuleSet {
  readonly all: readonly Rule[];
  readonly lists: readonly Of<ListRule>[];
  readonly sentences: readonly Of<PatternRule>[];
  readonly figures: readonly Of<FigureRule>[];
  readonly sections: readonly CuedRule[];
  readonly groups: readonly Of<GroupRule>[];
  readonly unsettled: readonly Of<GrammarRule>[];
  readonly needs: Needs;
  /** What is asked before a pattern of `lists` or `sentences` is tried. */
  readonly listGate: Gate<ListRule>;
  readonly sentenceGate: Gate<PatternRule>;
  /** The same for those of `sentences` that tell of rankings themselves: publisher, edition, size. */
  readonly factGate: Gate<PatternRule>;
}

const isFactRule = ({ name }: { readonly name: string }): boolean => /^(?:publisher|period|size)\//.test(name);

export function sortRules(rules: readonly Rule[]): RuleSet {
  const lists = rules.filter((rule) => rule.reads === 'list');
  const sentences = rules.filter((rule) => rule.reads === 'sentence');
  const needs = new Needs();
  return {
    all: rules,
    lists,
    sentences,
    figures: rules.filter((rule) => rule.reads === 'figure'),
    sections: rules
      .filter((rule) => rule.reads === 'section')
      .map((rule) => ({ rule, cue: rule.cues === undefined ? undefined : needs.numberOf(rule.cues) })),
    groups: rules.filter((rule) => rule.reads === 'group'),
    unsettled: rules.filter((rule) => rule.reads === 'unsettled'),
    needs,
    listGate: new Gate(lists, needs),
    sentenceGate: new Gate(
      sentences.filter((rule) => !isFactRule(rule)),
      needs,
    ),
    factGate: new Gate(sentences.filter(isFactRule), needs),
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
  const met = rules.needs.metIn(document);
  const mentions = document.sections.map((section) => {
    const own = document.mentions[section.index] ?? [];
    const inside = bySentence(section.sentences, own);
    const found: ListMention[] = [];
    for (const [index, sentence] of section.sentences.entries()) {
      const within = inside[index] ?? [];
      const open = rules.listGate.open(met, section.index, index, within);
      if (open.length > 0) readLists(open, shapeOf(document.clean.source.text, section.index, sentence, within), document, found);
    }
    return found.length === 0 ? own : mergeMentions(own, outermost(found));
  });
  const { clean, sections, topics, housed, language } = document;
  return { clean, sections, mentions, topics, housed, language };
}

function readLists(open: readonly Open<ListRule>[], shape: Shape, document: ReadDocument, found: ListMention[]): void {
  for (const { rule, patterns } of open) {
    if (!hasCue(rule.cues, shape.text)) continue;
    guarded(rule.name, shape.span, () => {
      for (const pattern of patterns) {
        for (const match of matchPattern(pattern, shape, shape.cased)) {
          for (const list of rule.lists(match, document)) found.push({ ...list, kind: 'list', rule: rule.name });
        }
      }
    });
  }
}

/** The mentions that lie in each sentence, or reach into it; both in order. */
function bySentence(sentences: readonly Span[], mentions: readonly Mention[]): readonly (readonly Mention[])[] {
  if (sentences.length === 1) return [mentions];
  let first = 0;
  return sentences.map(({ start, end }) => {
    while ((mentions[first]?.end ?? Infinity) <= start) first += 1;
    let last = first;
    while ((mentions[last]?.start ?? Infinity) < end) last += 1;
    return mentions.slice(first, last);
  });
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

type Add = (rule: string, section: number, draft: Draft) => void;

/** Every rule on every section it asks for. A sentence is tried as it is and, where that differs, without its appositions. */
export function readClaims(document: ReadDocument, rules: RuleSet): readonly Claim[] {
  const { claims, facts } = readPlaces(document, rules);
  return [...claims, ...facts()];
}

/** As `readClaims`, but what is told of rankings is read only where there is a position in one. */
export function readUsedClaims(document: ReadDocument, rules: RuleSet): readonly Claim[] {
  const { claims, facts } = readPlaces(document, rules);
  return claims.some(({ kind }) => kind === 'rank') ? [...claims, ...facts()] : claims;
}

interface PlaceClaims {
  readonly claims: readonly Claim[];
  /** What the rules of publishers, editions and sizes tell, read when it is asked for: most news has no ranking. */
  readonly facts: () => readonly Claim[];
}

/** What is claimed of places, and what is told of their rankings. */
export function readPlaces(document: ReadDocument, rules: RuleSet): PlaceClaims {
  const claims: Claim[] = [];
  const add: Add = (rule, section, draft) => {
    claims.push(claimOf(draft, rule, section));
  };
  const focus = isRankingDocument(document) ? focusOf(document) : undefined;
  const prose: Shaped[] = [];
  const all: Shaped[] = [];
  const met = rules.needs.metIn(document);
  const readable = isReadable(document);
  const figures = new FigureReader(document);
  for (const section of readable ? document.sections : []) {
    const own = document.mentions[section.index] ?? [];
    if (own.length === 0) continue;
    const names = focus === undefined || section.kind === 'row' ? own : withNames(document, section, focus);
    const shaped = new Shaped(document, section, own, names);
    all.push(shaped);
    readSentences(shaped, rules.sentenceGate, met, document, add);
    if (own.some(({ kind }) => kind === 'quantity')) readFiguresOf(shaped, rules.figures, figures, add);
    readSection(shaped, own, rules, met, document, add);
    if (section.kind === 'paragraph' && own.some(({ kind }) => kind === 'ordinal') && names.some(({ kind }) => kind === 'place'))
      prose.push(shaped);
  }
  for (const group of groupsOf(document.sections)) {
    if (!readable && !isCounted(group)) continue;
    for (const rule of rules.groups) {
      guarded(rule.name, { start: group[0]?.start ?? 0, end: group.at(-1)?.end ?? 0 }, () => {
        for (const draft of rule.claims(group, document)) add(rule.name, draft.section, draft);
      });
    }
  }
  for (const shape of unsettled(prose, claims)) {
    for (const rule of rules.unsettled) {
      guarded(rule.name, shape.span, () => {
        for (const draft of rule.claims(shape, document)) add(rule.name, shape.section, draft);
      });
    }
  }
  const facts = (): readonly Claim[] => {
    const told: Claim[] = [];
    for (const shaped of all)
      readSentences(shaped, rules.factGate, met, document, (rule, section, draft) => told.push(claimOf(draft, rule, section)));
    return told;
  };
  return { claims, facts };
}

/** Its sentences can be read: rules know English words. Of another language tables and numbered lists are read, by names and numbers. */
const isReadable = ({ language }: ReadDocument): boolean => language === 'en' || language === '';

const isCounted = (group: readonly Section[]): boolean => group.every(({ kind, marker }) => kind === 'row' || marker?.value !== undefined);

/** Sentences with a place and an ordinal that no position is claimed of and nothing is taken from. */
function unsettled(prose: readonly Shaped[], claims: readonly Claim[]): readonly Shape[] {
  const spans = new Map<number, Span[]>(prose.map(({ section }) => [section.index, []]));
  for (const claim of claims) if (claim.kind === 'rank' || claim.kind === 'veto') spans.get(claim.section)?.push(claim.span);
  return prose.flatMap((shaped) => {
    const claimed = [...(spans.get(shaped.section.index) ?? [])].sort((a, b) => a.start - b.start);
    let next = 0;
    let reached = 0;
    return shaped.named.filter(({ span, mentions }) => {
      for (; (claimed[next]?.start ?? span.end) < span.end; next += 1) reached = Math.max(reached, claimed[next]?.end ?? 0);
      const kinds = new Set([...mentions.values()].map(({ kind }) => kind));
      return reached <= span.start && kinds.has('place') && kinds.has('ordinal');
    });
  });
}

/** A section with the mentions and the shapes of its sentences, each made when first asked for: most never are. */
class Shaped {
  readonly section: Section;
  readonly #text: string;
  readonly #own: readonly Mention[];
  readonly #names: readonly Mention[];
  #inside: readonly (readonly Mention[])[] | undefined;
  #namesInside: readonly (readonly Mention[])[] | undefined;
  #plain: readonly Shape[] | undefined;
  #named: readonly Shape[] | undefined;

  constructor(document: ReadDocument, section: Section, own: readonly Mention[], names: readonly Mention[]) {
    this.#text = document.clean.source.text;
    this.section = section;
    this.#own = own;
    this.#names = names;
  }

  /** Mentions by sentence. */
  get inside(): readonly (readonly Mention[])[] {
    return (this.#inside ??= bySentence(this.section.sentences, this.#own));
  }

  /** With names of no gazetteer as places. */
  get namesInside(): readonly (readonly Mention[])[] {
    return this.#names === this.#own ? this.inside : (this.#namesInside ??= bySentence(this.section.sentences, this.#names));
  }

  get plain(): readonly Shape[] {
    return (this.#plain ??= this.#shapes(this.inside));
  }

  /** With names of no gazetteer as places, for rules of positions. */
  get named(): readonly Shape[] {
    return (this.#named ??= this.#names === this.#own ? this.plain : this.#shapes(this.namesInside));
  }

  #shapes(inside: readonly (readonly Mention[])[]): readonly Shape[] {
    return this.section.sentences.map((sentence, index) => shapeOf(this.#text, this.section.index, sentence, inside[index] ?? []));
  }
}

const isRankRule = (rule: { readonly name: string }): boolean => rule.name.startsWith('rank/');

function readSentences(shaped: Shaped, gate: Gate<PatternRule>, met: Met, document: ReadDocument, add: Add): void {
  const { section, inside, namesInside } = shaped;
  for (let index = 0; index < section.sentences.length; index += 1) {
    const [mine = [], more = []] = [inside[index], namesInside[index]];
    const open = gate.open(met, section.index, index, mine === more ? mine : [...mine, ...more]);
    if (open.length > 0) readSentence(open, shaped, index, document, add);
  }
}

function readSection(shaped: Shaped, own: readonly Mention[], rules: RuleSet, met: Met, document: ReadDocument, add: Add): void {
  const { section } = shaped;
  const kinds = new Set<string>();
  for (const { kind } of own) kinds.add(kind);
  for (const { rule, cue } of rules.sections) {
    if (!rule.kinds.includes(section.kind) || rule.needs?.every((kind) => kinds.has(kind)) === false) continue;
    const all = rule.names === true ? shaped.named : shaped.plain;
    const shapes = cue === undefined ? all : all.filter((_shape, index) => met.has(cue, section.index, index));
    if (shapes.length === 0) continue;
    guarded(rule.name, section, () => {
      for (const draft of rule.claims(section, shapes, document)) add(rule.name, section.index, draft);
    });
  }
}

/** Kinds of sections whose sentences are read for figures; rows and captions have rules of their own. */
const PROSE: ReadonlySet<Section['kind']> = new Set(['paragraph', 'item', 'heading', 'title']);

function readFiguresOf({ section, plain }: Shaped, rules: readonly Of<FigureRule>[], figures: FigureReader, add: Add): void {
  const [first] = rules;
  if (first === undefined || !PROSE.has(section.kind)) return;
  const readings = guarded(first.name, section, () => figures.read(plain));
  if (readings.length === 0) return;
  for (const { name, construction } of rules) for (const draft of draftsOf(readings, construction)) add(name, section.index, draft);
}

function readSentence(
  open: readonly Open<PatternRule>[],
  { section, plain: shapes, named }: Shaped,
  index: number,
  document: ReadDocument,
  add: Add,
): void {
  const plain = shapes[index];
  if (plain === undefined || plain.mentions.size === 0) return;
  const withName = named[index] ?? plain;
  const bare = withoutAppositions(plain);
  const bareWithName = withName === plain ? bare : withoutAppositions(withName);
  for (const { rule, patterns } of open) {
    const shape = isRankRule(rule) ? withName : plain;
    const apart = isRankRule(rule) ? bareWithName : bare;
    if (!hasCue(rule.cues, shape.text)) continue;
    guarded(rule.name, shape.span, () => {
      const drafts = (one: Shape): readonly Draft[] =>
        patterns.flatMap((pattern) =>
          [...matchPattern(pattern, one, rule.cased === true ? one.cased : one.text)].flatMap((match) => [...rule.claims(match, document)]),
        );
      const whole = drafts(shape);
      for (const draft of whole) add(rule.name, section.index, draft);
      if (apart === undefined) return;
      // "Hefei ranked 10th and Wuhan, the city of lakes, came last": what is read with its appositions is not claimed again without them.
      const told = new Set(whole.map((draft) => JSON.stringify(draft)));
      for (const draft of drafts(apart)) if (!told.has(JSON.stringify(draft))) add(rule.name, section.index, draft);
    });
  }
}
