import { allMatches } from '../../all-matches.ts';
import type { RankClaim } from '../../extractors/claim.ts';
import { shapeOf, SLOT, type Shape } from '../../extractors/shape.ts';
import type { Span } from '../../source-text.ts';
import type { QuantityMention, ReadDocument, Section } from '../../types.ts';
import { lastFrom, sentenceAt } from '../spans.ts';

/*
 * Figures that a sentence tells of a place beside its position: "Vienna, with 91.2 points, was first", "Delft second on 71.6%",
 * "Lyon got 80 points, which was enough for seventh", "Oulu and Turku, both with 87", "With 83 points Tallinn leads".
 */

/** A figure ends a stretch that leads to it by one of these words, a bracket, a colon or a comma. */
const LEADS =
  /(?:^|[ ,(])(?:with|at|on|has|had|of) (?:an?|the|its) (?:[a-z0-9.'-]{2,16} ){1,5}of $|(?:^|[ ,(])(?:with|at|on|in|by|of|or|having|scor(?:es?|ed|ing)|got|gets|gained|had|has|received|obtained|secured|earned|recorded|posted|reach(?:es|ed|ing)|registered|achieved|collected|attracted|generated|counted|costs?|pa(?:id|y|ys)|st(?:ood|ands) at|was|were|is|are|all|totall?ing|worth|for)(?: (?:a|an|the|its|only|just|about|some|over|around|nearly|almost|more than|an average of|average|total|overall|score|index|mark|rating|value|rate|rise|fall|drop|increase|growth|gain|concentration|share|reading|result|level|note|evaluation|congestion|of|at|[a-z]{3,12}ed)){0,6} $|\($|(?:^|\D), $|: $|(?:, | \()(?:score|index|rating|points?|rate)[: ]{1,2}$/;

/** "up 16 percent", "5 places", "48 indicators": quantities that order nothing. */
const MOVES = /\b(?:up|down|from|than|out of|since|until|top|after|before|between|last) (?:by )?$/;
const NO_FIGURE =
  /^ (?:places?|positions?|spots?|ranks?|notches|rungs|steps|years?|times?|indicators?|criteria|categories|pillars|cities|towns|districts|countries|states|regions|provinces|municipalities|counties|areas|zones|editions?|of (?:the|its))\b/;

/** Longest stretch between the words of a claim and its figure, in units of the shape. */
const REACH = 90;
const ANY_QUANTITY = `[${SLOT.number}${SLOT.percent}${SLOT.money}${SLOT.dimension}]`;
const ANY_FIGURE = new RegExp(ANY_QUANTITY);
const QUANTITY = new RegExp(ANY_QUANTITY, 'g');
const NEXT = new RegExp(`[${SLOT.name}${SLOT.ordinal}]`);
const SHARED = new RegExp(
  `^(?:${SLOT.name}(?:,? and |, )){1,6}${SLOT.name}[^.;${SLOT.name}]{0,60}?(?:(?:both|all|each) (?:with|at|on|having|scoring|got|had) (?<all>${ANY_QUANTITY})|(?:with|having|at|on) (?<each>${ANY_QUANTITY})(?: points| percent)? each)`,
  'd',
);
const CLAUSE_ENDS = /;| while | whereas | but | although /;
const NAME = SLOT.name;

/** Quantities of units `from`..`to` that the words tell as figures of whoever the stretch is about, in order. */
function figuresIn(shape: Shape, from: number, to: number): readonly QuantityMention[] {
  const stretch = shape.text.slice(from, Math.min(to, from + REACH));
  const found: QuantityMention[] = [];
  for (const { index } of allMatches(QUANTITY, stretch)) {
    const mention = shape.mentions.get(from + index);
    const left = stretch.slice(0, index);
    if (mention?.kind !== 'quantity' || mention.valueMax !== '' || mention.measure === 'temperature') continue;
    if (!LEADS.test(left) || MOVES.test(left) || NO_FIGURE.test(shape.text.slice(from + index + 1, from + index + 20))) continue;
    found.push(mention);
  }
  return found;
}

/** Where the next name, position or clause begins behind unit `from`. */
function stretchEnd(shape: Shape, from: number): number {
  const rest = shape.text.slice(from, from + REACH);
  const next = rest.search(NEXT);
  const clause = rest.search(CLAUSE_ENDS);
  return from + Math.min(next < 0 ? rest.length : next, clause < 0 ? rest.length : clause);
}

function stretchStart(shape: Shape, to: number): number {
  const from = Math.max(0, to - REACH);
  const before = shape.text.slice(from, to);
  return from + Math.max(before.lastIndexOf(NAME), before.lastIndexOf(SLOT.ordinal), before.lastIndexOf(';')) + 1;
}

const unitAt = (shape: Shape, at: number): number =>
  Math.max(
    0,
    lastFrom(shape.text.length, (index) => shape.starts[index] ?? Infinity, at),
  );

interface Sentence {
  readonly span: Span;
  readonly shape: Shape;
  readonly apiece: ReadonlyMap<number, QuantityMention>;
}

/** Reads sentences of a document for figures, each once, however many claims it holds. */
export class FiguresTold {
  readonly #document: ReadDocument;
  readonly #sentences = new Map<Span, Sentence | undefined>();

  constructor(document: ReadDocument) {
    this.#document = document;
  }

  /** The figures that the claim's sentence tells of its place, the surest first. */
  of(claim: RankClaim): readonly QuantityMention[] {
    const section = this.#document.sections[claim.section];
    const span = section === undefined ? undefined : sentenceAt(section.sentences, claim.place.start);
    if (section === undefined || span === undefined || section.kind === 'row') return [];
    if (!this.#sentences.has(span)) this.#sentences.set(span, this.#read(section, span));
    const sentence = this.#sentences.get(span);
    return sentence === undefined
      ? []
      : figuresOf(sentence, claim).filter((mention) => mention.start < claim.positionSpan.start || mention.end > claim.positionSpan.end);
  }

  #read(section: Section, span: Span): Sentence | undefined {
    const own = (this.#document.mentions[section.index] ?? []).filter((mention) => mention.end > span.start && mention.start < span.end);
    if (!own.some((mention) => mention.kind === 'quantity')) return undefined;
    const shape = shapeOf(this.#document.clean.source.text, section.index, span, own);
    return { span, shape, apiece: apiece(shape) };
  }
}

function figuresOf({ span, shape, apiece: each }: Sentence, claim: RankClaim): readonly QuantityMention[] {
  const place = unitAt(shape, claim.place.start);
  const inSentence = claim.positionSpan.start >= span.start && claim.positionSpan.end <= span.end;
  const position = inSentence && claim.basis !== 'member' ? unitAt(shape, claim.positionSpan.start) : place;
  const positionEnd = inSentence ? unitAt(shape, claim.positionSpan.end - 1) : place;
  const isImplied = claim.basis === 'implied';
  const one = each.get(place);
  const behindPlace = figuresIn(shape, place + 1, stretchEnd(shape, place + 1));
  const behindPosition = isImplied || position < place ? [] : figuresIn(shape, positionEnd + 1, stretchEnd(shape, positionEnd + 1));
  const opening =
    place > REACH || !shape.text.startsWith('with ') || shape.text.slice(0, place).includes(NAME) ? [] : figuresIn(shape, 0, place);
  const beforePosition = position > place && !isImplied ? figuresIn(shape, stretchStart(shape, position), position) : [];
  return [
    ...new Set([
      ...(one === undefined ? [] : [one]),
      ...behindPlace,
      ...beforePosition,
      ...behindPosition,
      ...opening,
      ...shared(shape, place),
    ]),
  ];
}

/** "with 6.2 and 6.0 points", "with 38.5 per cent and 36.9 per cent respectively" */
const FIGURES = new RegExp(`${ANY_QUANTITY}(?:(?: points)?,? (?:and )?${ANY_QUANTITY}){1,8}`, 'g');
const NAMES_BEFORE = 160;

/** "Oulu and Turku complete the five, with 6.2 and 6.0": as many figures as names or positions right before them, by unit of the name. */
function apiece(shape: Shape): ReadonlyMap<number, QuantityMention> {
  const found = new Map<number, QuantityMention>();
  for (const { index, 0: words } of allMatches(FIGURES, shape.text)) {
    const figures = Array.from({ length: words.length }, (_, at) => shape.mentions.get(index + at)).filter(
      (mention): mention is QuantityMention => mention?.kind === 'quantity',
    );
    if (!/(?:with|at|on|got|scored|by|of|,|had) $/.test(shape.text.slice(Math.max(0, index - 10), index))) continue;
    const from = Math.max(0, index - NAMES_BEFORE, shape.text.slice(0, index).lastIndexOf(';'));
    const names = Array.from({ length: index - from }, (_, at) => from + at).filter((at) => shape.text[at] === NAME);
    const own = names.slice(-figures.length);
    const between = shape.text.slice(own[0] ?? index, index);
    const isRow = own.length === figures.length && !ANY_FIGURE.test(between);
    const isEven = names.length === figures.length || /^ ?(?:points|percent)?,? ?respectively/.test(shape.text.slice(index + words.length));
    if (isRow && isEven) own.forEach((at, nth) => figures[nth] !== undefined && found.set(at, figures[nth]));
  }
  return found;
}

/** "Oulu and Turku, both with 87 points", "Oulu and Turku shared fifth with 67.5 points each": one figure of all names before it. */
function shared(shape: Shape, place: number): readonly QuantityMention[] {
  const rest = shape.text.slice(place, place + 160);
  const found = SHARED.exec(rest);
  const at = found?.indices?.groups?.['all']?.[0] ?? found?.indices?.groups?.['each']?.[0];
  const mention = at === undefined ? undefined : shape.mentions.get(place + at);
  return mention?.kind === 'quantity' ? [mention] : [];
}
