import { AMOUNT, clauseStart, cutAtVerb, isShare, PLACE, sameSentence, spanOf, type Figure, type Found } from './metric-figure.ts';
import { measureIn } from './metric-measure.ts';
import { mostSpecific, ownerBefore, ownerIn, type Owner } from './metric-owner.ts';
import { phraseAfter } from './metric-phrase.ts';
import { organisationIn, subjectOfSentence } from './metric-subject.ts';
import { mainPlace, topicOf } from './metric-topic.ts';
import { isStatistic } from './metric-words.ts';
import { oncePerShape, SLOT } from './shape.ts';
import type { Span } from '../source-text.ts';

/*
 * Figures that stand in no construction of their own: whatever is counted, paid or measured in a clause is of the place of that
 * clause. "In Macuata 1,094 houses were destroyed", "£2.5 billion for a tram in West Yorkshire".
 */

interface Named {
  readonly name: string;
  readonly span: Span;
}

/** Where a clause ends behind a figure. */
const CLAUSE_END =
  /[;:!?()"]|\. |, (?:while|whereas|but|although|though|which|who|where|when|and|as|after|before|with|compared|up|down|against)\b| (?:while|whereas|but|although|because|since|when|which|who|whose|than|compared|against) /;

/** "in Leeds", "across the Kirov Region", "at Taliye": where it is, up to a few words behind the figure. */
const LOCATED = new RegExp(
  `(?:^| )(?:in|of|at|across|throughout|within|for|into|on|inside|around|serving) (?:(?:the|all|whole|city of|town of|village of|province of|state of|district of|outskirts of|centre of|center of|edge of|coast of|north of|south of|east of|west of|northern|southern|eastern|western|central|greater|downtown|nearby|neighbou?ring) )*${PLACE}(?!['’]| and ${PLACE}| or ${PLACE}|, ${PLACE} and)`,
);
const ANY_PLACE = new RegExp(PLACE);

/** What is no figure of a place although one stands beside it. */
const OTHERS =
  /\b(?:he|she|him|i|my|me|you|your|aged|per cent stake|stake|shares?|stocks?|profits?|score[ds]?|scoring|medals?|respondents?|surveyed|survey|poll|polls|votes?|index|indices|ranking|rankings|ranked|ranks|list|listed|study|tickets?|tariff|website|temperatures? worldwide|globally|worldwide|world|global)\b/;

/** A report of a game. */
const isSport = oncePerShape(({ text }) =>
  /\b(?:match(?:es)?|games?|league|coach|striker|goalkeeper|tournament|innings|wickets?|scored|goals?|fans|spectators|referee|semi-finals?|quarter-finals?|championships?|kick-off|stoppage|penalty|half-time|playoffs?)\b/.test(
    text,
  ),
);

/** Nouns of groups that a place is one of, and of parts of things: "all 47 prefectures", "two floors". */
const NO_COUNTED =
  /^(?:cities|towns|villages|prefectures|provinces|districts|states|regions|regional|areas|municipalities|counties|countries|nations|kingdoms|localities|authorities|markets|metros|places|destinations|territories|continents|floors|storeys|stories|lanes|letters|men|women|teams|clubs|rivals|leaders|rounds|sets|stages|phases|steps|cases of|courts|posts|orders|warnings|stops|halves|players|runners|athletes|riders|medals|titles|winners|finalists|judges|hours|levels|types|kinds|terms|trade|brothers|sisters|children aged|suspects|gunmen|officers|rooms each|zlotys|pesos|species)$/;

/** "in Bua": a place that no gazetteer has. */
const UNKNOWN = /\b(?:[Ii]n|[Aa]t|of|for|from|near|[Oo]n|to|across) (?:the )?\p{Lu}\p{Ll}{2,}/u;

/** Distances and times in running prose. */
const NO_MEASURE = new Set(
  'hours minutes days weeks months years seconds hour minute day week month year km miles mile metres meters feet kilometres kilometers'.split(
    ' ',
  ),
);

/** "cost of", "budget": names of money that need no other word. */
const MONEY_NOUN =
  /\b(?:costs?|budgets?|price|fund(?:s|ing)?|grants?|loans?|spending|income|revenues?|investments?|damages?|loss(?:es)?|contracts?|subsid(?:y|ies)|aid|debts?|tax(?:es)?|fees?|fines?|bill|wages?|salar(?:y|ies)|rents?|rates?|exports|imports|sales|turnover|gdp|value|compensation|donations?|allocation|earnings|receipts|economy)\b/;

const MONEY_ACT: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:cost|costs|costing|estimated at|worth|valued at|put at|price of|built for|completed for|bought for|constructed for)\b[^,;]{0,200}$/,
    'cost of',
  ],
  [
    /\b(?:allocat|earmark|set aside|reserv|grant|funding|fund|provid|approv|sanction|releas|budget|secur|receiv|award|gave|giv|pledg|donat|promis)[a-z]*\b[^,;]{0,200}$/,
    'funds for',
  ],
  [/\b(?:spen[dt]|spending|pa(?:y|id|ys)|invest)[a-z]*\b[^,;]{0,200}$/, 'spending on'],
  [/\b(?:earn|brought|bring|generat|collect|rais|income|took|injecte|pump)[a-z]*\b[^,;]{0,200}$/, 'income from'],
];

/** The participle that says what became of what is counted: "were destroyed", "have been built". */
const BECAME =
  /^ (?:(?:who|that|which) )?(?:(?:was|were|are|is|have been|has been|had been|will be|would be|being|also|still|now|reported(?:ly)?|completely|partly|already|due to be|to be|either) )+(?<act>[a-z]{3,}(?:ed|own|uilt|old|ut|ent|elt|ept|ost)|broken|taken|stolen|given|driven|eaten|hidden|under construction|dead|missing|full|open|empty)\b/;

/** The name of what the figure counts or measures, by the words of its clause. */
function named(figure: Figure, start: number, end: number): Named | undefined {
  const { shape, quantity, counted, left, at } = figure;
  if (quantity.measure === 'count' && quantity.unit === '') {
    if (counted.noun === '' || NO_COUNTED.test(counted.noun)) return undefined;
    const behind = at + 1 + counted.length;
    const act = BECAME.exec(shape.text.slice(behind, end))?.groups?.['act'] ?? '';
    return { name: act === '' ? counted.name : `${counted.name} ${act}`, span: spanOf(shape, at + 1, behind) };
  }
  const verb = AMOUNT.words(left);
  const to = verb === undefined ? undefined : left.length - verb.length - 1;
  const subject = to === undefined || to <= start ? undefined : measureIn(shape, start, to, ownerIn(shape, start, to), true);
  const behind = phraseBehind(figure, end);
  if (isShare(quantity)) {
    if (behind !== undefined && behind.joint === 'of') return { name: `share of ${behind.name}`, span: behind.span };
    return subject;
  }
  if (quantity.measure === 'money') {
    if (subject !== undefined && MONEY_NOUN.test(subject.name)) return subject;
    const act = MONEY_ACT.find(([words]) => words.test(shape.text.slice(start, at)))?.[1];
    if (subject !== undefined) return { name: `${act ?? 'cost of'} ${subject.name}`, span: subject.span };
    if (behind !== undefined && /^(?:for|on|to|towards|in)$/.test(behind.joint))
      return { name: `${act ?? 'funds for'} ${behind.name}`, span: behind.span };
    if (behind?.joint === '') return { name: behind.name, span: behind.span };
    return undefined;
  }
  if (behind !== undefined && (behind.joint === 'of' || behind.joint === '')) return { name: behind.name, span: behind.span };
  return subject;
}

interface Behind extends Named {
  /** The preposition between figure and phrase; empty where there is none. */
  readonly joint: string;
}

/** "$60 million for pipe renewals", "286 millimetres of rain" */
function phraseBehind({ shape, at }: Figure, end: number): Behind | undefined {
  const joint =
    /^ (?<joint>for|on|of|to|towards|in) (?:(?:the|a|an|its|their|new|all|some|any|these|those|this|build|buy|repair|widen|upgrade|improve|finish|extend|restore|construct|develop|support|help|fund|expand|complete|replace|renovate) ){0,3}/.exec(
      shape.text.slice(at + 1, end),
    );
  const from = joint === null ? at + 1 : at + joint[0].length;
  const word = joint?.groups?.['joint'] ?? '';
  const plural = phraseAfter(shape.text, from, end);
  if (plural.noun !== '') return { name: plural.name, span: spanOf(shape, from, from + plural.length), joint: word };
  if (joint === null) return undefined;
  const to = cutAtVerb(
    shape.text,
    from + 1,
    from + 1 + (/^[^,.;:()\uE000-\uE00B]*/.exec(shape.text.slice(from + 1, end))?.[0].length ?? 0),
  );
  const single = measureIn(shape, from + 1, to, undefined, true);
  return single === undefined ? undefined : { ...single, joint: word };
}

/** The place behind the figure in its clause, where one is said to be there. */
function ownerBehind({ shape, at }: Figure, end: number): Owner | undefined {
  const words = shape.text.slice(at + 1, end);
  const stop = /[\uE005-\uE008]/.exec(words)?.index ?? words.length;
  if (!ANY_PLACE.test(words)) return undefined;
  const found = LOCATED.exec(words.slice(0, stop));
  return found === null ? undefined : ownerBefore(shape, at + 1 + found.index + found[0].length);
}

const WIDTH: Readonly<Record<string, number>> = { country: 3, region: 3, province: 2, city: 1, district: 0, zone: 0 };
const widthOf = ({ place }: Owner): number => WIDTH[place.place.type] ?? 3;

const NAME =
  /^(?:the |and )?(?<first>\p{Lu}[\p{L}'’-]+)(?<more>(?: \p{Lu}[\p{L}'’-]+){0,3}) (?:had|has|have|recorded|received|collected|got|registered|saw|reported|counts|with|covers|is|was|will) /u;

/** "Upper Tolcarne recorded 88 mm": the figure is of a name that nobody knows. A single word at the head of a sentence may be any noun. */
function beginsWithName(cased: string, start: number, at: number): boolean {
  const found = NAME.exec(cased.slice(start, at))?.groups;
  return found !== undefined && (start > 0 || found['more'] !== '') && !isStatistic((found['first'] ?? '').toLowerCase());
}

/** The place a clause is about: behind the figure where that is the smaller one, else in front of it, else what the text is about. */
function ownerOf(figure: Figure, name: string, start: number, end: number): Owner | undefined {
  const { shape, at, last, document } = figure;
  // "Guanajuato, where 263 people were murdered"
  const where = shape.text.startsWith('where ', start) ? ownerBefore(shape, start - 2) : undefined;
  if (where !== undefined) return where;
  const words = shape.text.slice(start, at);
  const behind = ownerBehind(figure, end);
  const before = ownerIn(shape, start, at) ?? subjectBeforeVerb(shape.text.slice(0, at), start, figure);
  const beside = mostSpecific([before, behind].filter((one) => one !== undefined));
  if (before !== undefined && behind !== undefined) return widthOf(behind) < widthOf(before) ? behind : before;
  if (beside !== undefined) return beside;
  if (OTHERS.test(words) || /\uE00A/.test(words) || UNKNOWN.test(shape.cased.slice(start, end)) || isSmall(figure)) return undefined;
  if (beginsWithName(shape.cased, start, at)) return undefined;
  const far = (sameSentence(figure) ? last?.owner : undefined) ?? subjectOfSentence(shape, at);
  if (far !== undefined) return far;
  if (!name.split(' ').some((word) => isStatistic(word)) && !isGeneral(figure.shape)) return undefined;
  const topic = topicOf(document, shape);
  return topic?.place.place.name === mainPlace(document)?.place.name ? topic : undefined;
}

/** "two men": a number in words counts persons and things of the story. */
const isSmall = ({ quantity, document }: Figure): boolean =>
  quantity.measure === 'count' &&
  quantity.value.length < 3 &&
  !/\d\d/.test(document.clean.source.text.slice(quantity.numberStart, quantity.numberEnd));

/** Words of a thing that a place builds, pays or suffers: its figures are of the place that the text is about. */
const isGeneral = oncePerShape(({ text }) =>
  /\b(?:project|line|road|bridge|station|dam|dams|reservoir|levy|council|plant|hospital|school|building|houses|homes|damage|power|rain|rainfall|winds?|metro|tram|budget|census|network|market|county|hotel|hotels)\b/.test(
    text,
  ),
);

const SUBJECT = new RegExp(`(?:^|, |; | and | while )(?:and |while |but )?(?:the )?${PLACE}(?=,? [^\uE000\uE001]{0,60}$)`);

/** "Alibag, the district headquarters, recorded", "Huddersfield 3.7 million" */
function subjectBeforeVerb(words: string, start: number, { shape }: Figure): Owner | undefined {
  const from = Math.max(0, start - 80);
  const last = words.slice(from);
  const found = ANY_PLACE.test(last) ? SUBJECT.exec(last) : null;
  return found === null ? undefined : ownerBefore(shape, from + found.index + found[0].length);
}

const distant = ({ place, from, to, doubts }: Owner): Owner => ({
  place,
  from,
  to,
  doubts: doubts.includes('attributed-by-distance') ? doubts : [...doubts, 'attributed-by-distance'],
});

/** "1,094 houses were destroyed in Macuata": the figure of a clause is of the clause's place. */
export function clauseFigure(figure: Figure): Found | undefined {
  const { shape, quantity, at } = figure;
  if (quantity.measure === 'points' || (NO_MEASURE.has(quantity.unit) && !/^ of [a-z]/.test(figure.right))) return undefined;
  if (shape.text.includes(SLOT.list) || isSport(shape)) return undefined;
  const { start } = clauseStart(shape, at);
  const end = at + 1 + (CLAUSE_END.exec(shape.text.slice(at + 1))?.index ?? shape.text.length - at - 1);
  if (OTHERS.test(shape.text.slice(start, end))) return undefined;
  const what = named(figure, start, end);
  if (what === undefined || OTHERS.test(what.name)) return undefined;
  const owner = ownerOf(figure, what.name, start, end);
  if (owner === undefined || (organisationIn(shape, start, at) && owner.from < at && owner.from >= start)) return undefined;
  return {
    construction: 'figure-of-clause',
    owner: distant(owner),
    base: what.name,
    nameSpan: what.span,
  };
}
