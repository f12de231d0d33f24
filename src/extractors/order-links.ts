import { SLOT, type Shape } from './shape.ts';
import type { Names, Positions, Token } from './order-tokens.ts';

/*
 * How firmly the words between a name and a position tie them: 3 "Leeds was ranked third", "third place went to Leeds"; 2 "Leeds
 * third"; 1 nothing but their order; 0 not at all. The best row of ties in a clause, none crossing, says which belongs to which.
 */

export interface Link {
  readonly names: Names;
  readonly positions: Positions;
  readonly strength: number;
  /** True for a second position of the same place. */
  readonly again?: boolean;
}

const NOUN = '(?:[- ](?:places?|positions?|spots?|slots?|ranks?|rungs?|berths?|lines?|seats?|rankings?))?';
const STANDS =
  "is|are|was|were|be|been|being|'s|has been|have been|rank(?:s|ed|ing)?|placed|places|placing|came|comes?|coming|finish(?:es|ed|ing)?|stands?|stood|standing|sits?|sat|sitting|lands?|landed|landing|lies|lay|lying|remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|appear(?:s|ed|ing)?|rated|emerge[sd]?|emerging|arrived|listed|positioned|settle[sd]?|settling|end(?:s|ed)|enter(?:s|ed|ing)?|debut(?:s|ed|ing)?|feature[sd]?|figure[sd]?|wins?|won|winning|trail(?:s|ed|ing)?|lag(?:s|ged|ging)?|languish(?:es|ed)?|follow(?:s|ed)?|slot(?:s|ted)?|bow(?:s|ed)|round(?:s|ed)|made|makes?|making|manage[sd]?|goes|went|going|reappear(?:s|ed)|found|finds?|made do|ha[sd]|have|having";
const TAKES =
  'tak(?:es?|en|ing)|took|secur(?:es?|ed|ing)|hold(?:s|ing)?|held|occup(?:y|ies|ied|ying)|claim(?:s|ed|ing)?|grab(?:s|bed|bing)?|earn(?:s|ed|ing)?|gets?|got|getting|bag(?:s|ged|ging)?|captur(?:es?|ed|ing)|clinch(?:es|ed|ing)?|seiz(?:es?|ed)|retain(?:s|ed|ing)?|keep(?:s|ing)?|kept|maintain(?:s|ed|ing)?|achiev(?:es?|ed|ing)|reach(?:es|ed|ing)?|attain(?:s|ed)?|fill(?:s|ed|ing)?|defend(?:s|ed|ing)?|regain(?:s|ed|ing)?|snatch(?:es|ed|ing)?|notch(?:es|ed|ing)?|enjoy(?:s|ed|ing)?|boasts?|obtain(?:s|ed|ing)?|receiv(?:es?|ed|ing)|scor(?:es?|ed|ing)|hung|hangs|cling(?:s|ing)?|clung|stumbled';
const MOVES =
  'climb(?:s|ed|ing)?|r[io]se[sn]?|rising|jump(?:s|ed|ing)?|mov(?:es?|ed|ing)|advanc(?:es?|ed|ing)|leap(?:s|ed|t|ing)?|leapfrogged|soar(?:s|ed|ing)?|shot|shoots?|improv(?:es?|ed|ing)|surg(?:es?|ed|ing)|fell|falls?|fallen|falling|drop(?:s|ped|ping)?|slid|slides?|sliding|slip(?:s|ped|ping)?|sank|sinks?|sinking|tumbl(?:es?|ed|ing)|plung(?:es?|ed|ing)|plummet(?:s|ed|ing)?|declin(?:es?|ed|ing)|descend(?:s|ed|ing)?|lost|gain(?:s|ed|ing)?|dip(?:s|ped)|retreated|return(?:s|ed|ing)?|bounced|crept|edged|vault(?:s|ed)|rocketed|up|down';
const ADVERBS =
  '(?:,? (?:which|who|that|however|meanwhile|[a-z]{3,12}ly|also|now|still|again|then|just|only|even|once|more|this year|itself|in turn|therefore|thus|has|have|had|will|alone)(?:,(?= [a-z]))?){0,4}';

const VERB = new RegExp(`^(?:'s)?${ADVERBS},? (?:${STANDS}|${TAKES}|${MOVES})(?![a-z'-])`);
const ANY_VERB = new RegExp(` (?:${STANDS}|${TAKES}|${MOVES})(?![a-z'-])`);
const DIRECT =
  /^(?:,? \(| -|:)? ?(?:a |an |the |its |just |only |as |now |also |still |again |ranked |rated |placed |listed |at |in at |in |on |coming in |coming |finishing |back |up |down |joint |overall |a distant |a close |rank |number |no\.? |position |place ){0,4}$/;
const COMMA_ONLY = /^(?:,|,? and|, the|,? and the) $/;

const UNSAID =
  /\b(?:not|never|nor|neither|hop(?:es?|ed|ing)|aim(?:s|ed|ing)?|want(?:s|ed)?|plan(?:s|ned)|bid|could(?! only| just)|would|should|might|if|vying|expect(?:s|ed)|predict(?:s|ed)|unlike|almost|nearly|target(?:s|ed)?)\b|n't\b/;
const GAVE_UP =
  /\b(?:los[te]s?|losing|gave up|giv(?:es|ing) up|surrender(?:s|ed|ing)?|ced(?:es|ed|ing)|miss(?:es|ed|ing)?(?: out on)?|vacat(?:es|ed|ing)|relinquish(?:es|ed|ing)?|left|leaving|deni(?:ed|es)|off|out of)(?: (?:the|its|their|a|out|on|just)){0,3} $/;

const WHERE = `(?:,? (?:overall|globally|worldwide|nationally|nationwide|again|this year|this time|respectively|internationally|in|on|of|among|for|from)(?: [^,;:${SLOT.name}${SLOT.anaphor}${SLOT.ordinal}]{1,50}?)?)?`;
const GOES =
  'is|are|was|were|goes|go|went|gone|falls|fell|belongs?|belonged|came|comes?|coming|stands?|stood|ranks?|follows|sits?|finds?|finished|has been|has gone|have been|we (?:find|have|see)|you find|there (?:is|was)|one finds|appears?|lies|taken|held|occupied|claimed|filled|secured|won|grabbed|earned|bagged|captured|clinched|snatched|kept|retained|awarded|given';
const SUBJECT_OPENS = new RegExp(
  `^${NOUN}${WHERE},? (?:${GOES})(?: (?!ahead|behind|followed|above|below|before|after|preceded|better|worse|than|trailed|closely|only|led|topped|headed|beaten)[a-z']{2,14}){0,3}?(?: (?:to|by|of|for))?(?: the)?(?: [a-z]{3,12} (?:city|town|state|capital|province|district) of| (?:city|town|state|capital|province|district) of)? $`,
);
const PLACED = /^-(?:placed|ranked|rated|place|rank|ranking|placing) (?:[a-z]{3,10} )?$/;
const COLON = new RegExp(`^${NOUN}(?::| -|\\)) ?$`);
const PLAIN = /^ $/;
const GIVEN = new RegExp(`^${NOUN},? (?:to|by|for) (?:the )?$`);
const COMMA = new RegExp(`^${NOUN}${WHERE},? $`);

/** Longest way between a name and its position, in units of the shape. */
const REACH = 90;

/** "Leeds trails York, which is third": the clause is York's. */
const OTHERS_CLAUSE = /[\uE000\uE001](?:,? (?:which|who|that|now|currently)| \()/;
/** "Placed 19th in the index, Leeds …" */
const PARTICIPLE =
  /(?:^|[,;:] |and )(?:also |now |currently |again )?(?:ranked|placed|rated|listed|coming(?: in)?|finishing|standing|sitting|ranking|placing|landing|sharing|taking|claiming|securing|holding|occupying)(?: (?:in|at|a|an|the|only|just|joint|as|number)){0,3} $/;

function behind(names: Names, positions: Positions, words: string, lead: string): number {
  if (words.length > REACH || names.places.length !== positions.positions.length) return 0;
  if (UNSAID.test(lead + words) || GAVE_UP.test(lead + words) || OTHERS_CLAUSE.test(words)) return 0;
  const weight = names.role === 'subject' ? 1 : names.role === 'object' ? 0.45 : 0;
  if (COMMA_ONLY.test(words)) return words.startsWith(', ') && !words.includes('and') ? weight : 0;
  if (/^(?:,? and|,? or|,? with) /.test(words)) return 0;
  if (VERB.test(words)) return 3 * weight;
  if (DIRECT.test(words)) return (words === ' ' ? 2 : 2.5) * weight;
  return (ANY_VERB.test(words) ? 1.4 : 1) * weight;
}

function before(names: Names, positions: Positions, words: string, opens: boolean, lead: string): number {
  if (words.length > REACH || names.places.length !== positions.positions.length || names.role === 'object') return 0;
  if (SUBJECT_OPENS.test(words)) return 3;
  if (PLACED.test(words)) return 3;
  if (GIVEN.test(words)) return 2;
  if (names.role === 'aside') return 0;
  if (COLON.test(words)) return 3.2;
  if (PLAIN.test(words)) return 2;
  if (COMMA.test(words)) return opens ? (PARTICIPLE.test(lead) ? 2.5 : 1) : 0.4;
  return opens && !/^,? and /.test(words) ? 0.6 : 0;
}

/** What is done to a position of its owner: "lost its first place", "hopes to keep its third place". Empty behind a name. */
function leadOf(shape: Shape, { from, to }: Names): string {
  const [one] = shape.mentions.get(from)?.kind === 'place' && to === from + 1 ? [shape.mentions.get(from)] : [];
  return one?.kind === 'place' && one.anaphor && one.end - one.start <= 5 ? shape.text.slice(Math.max(0, from - 24), from).trimEnd() : '';
}

function linkOf(shape: Shape, one: Token, other: Token, opens: boolean): Link | undefined {
  const words = shape.text.slice(one.to, other.from);
  if (one.kind === 'names' && other.kind === 'positions') {
    const strength = behind(one, other, words, leadOf(shape, one));
    return strength > 0 ? { names: one, positions: other, strength: strength + (opens ? 0 : 0.3) } : undefined;
  }
  if (one.kind === 'positions' && other.kind === 'names') {
    const strength = before(other, one, words, opens, shape.text.slice(Math.max(0, one.from - 30), one.from));
    return strength > 0 ? { names: other, positions: one, strength: strength + (opens ? 0.3 : 0) } : undefined;
  }
  return undefined;
}

/** The firmest row of ties among the tokens up to one: its last tie and the row before that. */
interface Row {
  readonly strength: number;
  readonly link: Link | undefined;
  readonly before: Row | undefined;
}

function rowsBack(row: Row | undefined): readonly Link[] {
  const links: Link[] = [];
  for (let at = row; at !== undefined; at = at.before) if (at.link !== undefined) links.push(at.link);
  return links.reverse();
}

const AGAIN = new RegExp(
  `^${NOUN}[^.;:()]{0,60}?(?:,? and|,? but|,? as well as|,)(?: (?:also|then|is|was|ranks?|ranked|stands?|stood|comes?|came|finished|placed|it|only|just|even|still|holds?|held|took|takes?|the|a|in|at|on|its|as)){0,5} $`,
);
const SCOPED = new RegExp(
  `^${NOUN},? (?:for|in|among|amongst|globally|worldwide|nationally|nationwide|overall|internationally|regionally|locally|across|within|on|of|out of|at (?:the )?(?:world|global|national|european|regional|continental) level|when|by)\\b`,
);

const SLOTS = `${SLOT.name}-${SLOT.list}`;

/** "In health it came 31st, and in education 27th" */
const SCOPED_BEFORE = new RegExp(
  `^${NOUN},? (?:and|but|while|though) (?:only )?(?:in|for|on) (?:the )?[a-z][^,.;:()${SLOTS}]{3,40}? (?:only |just |a |in |the |at )*$`,
);

/** "fourth overall and second for culture": a second position of a place that has one, in another area or category. */
function sharedLinks(shape: Shape, tokens: readonly Token[], links: readonly Link[]): readonly Link[] {
  const owners = new Map(links.map((link): [Token, Link] => [link.positions, link]));
  const shared: Link[] = [];
  let last: Positions | undefined;
  for (const token of tokens) {
    if (token.kind === 'names') {
      if (token.role === 'subject') last = undefined;
      continue;
    }
    const owner = last === undefined ? undefined : owners.get(last);
    if (
      !owners.has(token) &&
      last !== undefined &&
      owner !== undefined &&
      token.positions.length === 1 &&
      owner.names.places.length === 1 &&
      owner.names.from < last.from &&
      ((AGAIN.test(shape.text.slice(last.to, token.from)) && SCOPED.test(shape.text.slice(token.to, token.to + 40))) ||
        SCOPED_BEFORE.test(shape.text.slice(last.to, token.from)))
    ) {
      const link = { names: owner.names, positions: token, strength: owner.strength, again: true };
      owners.set(token, link);
      shared.push(link);
    }
    last = token;
  }
  return shared;
}

/** The ties between neighbours that are firmest together. Objects ("ahead of Leeds") may be stepped over. */
export function linksOf(shape: Shape, all: readonly Token[]): readonly Link[] {
  const tokens = all.filter((token) => token.kind === 'names' || !token.past);
  const opens = tokens.find((token) => token.kind === 'positions' || token.role === 'subject')?.kind === 'positions';
  const rows: Row[] = [{ strength: 0, link: undefined, before: undefined }];
  for (const [index, token] of tokens.entries()) {
    let chosen = rows[index];
    for (let other = index - 1; other >= 0 && other >= index - 3; other -= 1) {
      const former = tokens[other];
      const link = former === undefined ? undefined : linkOf(shape, former, token, opens);
      const strength = (rows[other]?.strength ?? 0) + (link?.strength ?? 0);
      if (link !== undefined && strength > (chosen?.strength ?? 0)) chosen = { strength, link, before: rows[other] };
      if (former?.kind !== 'names' || former.role === 'subject') break;
    }
    if (chosen !== undefined) rows.push(chosen);
  }
  const links = rowsBack(rows.at(-1));
  return [...links, ...sharedLinks(shape, tokens, links)];
}
