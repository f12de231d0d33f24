import type { OrganisationMention } from '../../types.ts';
import type { Cue } from '../cue-words.ts';
import { nextOpening, publisherAt } from './publishers.ts';
import { matchAt } from './tokens.ts';

/** Words that make a capitalised name an organisation's: "China Academy of Sciences", "Vision Plus Capital". */
const HEADS = `
  Academy Administration Agency Alliance Association Authority Bank Board Bureau Center Centre Chamber College Commission Committee
  Company Confederation Consortium Consultancy Consulting Consultants Corporation Council Department Directorate Federation Forum
  Foundation Fund Genome Group Inc Initiative Institut Institute Institution Intelligence_Unit International Journal Laboratory Ltd
  Magazine Ministry Network NGO Observatory Office Organisation Organization Partners Partnership Research School Secretariat Service
  Society Statistics Survey_Office Tank Times Trust Union University Unit Daily Post News Solutions Systems Analytics Advisors Capital
  Holdings Insights Media`
  .trim()
  .split(/\s+/)
  .map((head) => head.replace('_', ' '));
const HEAD = new RegExp(`(?:${HEADS.join('|')})\\b`, 'y');
export const ORGANISATION_OPENINGS: readonly string[] = HEADS.map((head) => head.toLowerCase().replace(/ .*/, ''));

const WORD_BEFORE = /(?:^|[\s("“‘'’/-])([A-Z][\p{L}\d&'’.-]{0,30}|of|for|the|and|&|on) $/u;
const WORD_AFTER =
  /^ (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)((?:[A-Z][\p{L}\d&-]{0,30}(?:['’]s)?|of|for|the|and|&|on|in)(?=[\s,.;:()'’"”]|$))/u;
const ACRONYM = /^ \([A-Z][A-Za-z]{1,9}\)/;
/** Words a name may be joined by, and must not begin or end with. */
const JOINS = new Set(['of', 'for', 'the', 'and', '&', 'on', 'in']);

const LONGEST_NAME = 12;

/**
 * Organisations by their head words, with the acronym that follows in brackets (UTF-16 units of `text`); `cues` are those of
 * `ORGANISATION_OPENINGS` in `start`..`end`.
 */
export function findOrganisations(text: string, start: number, end: number, cues: readonly Cue[]): OrganisationMention[] {
  const found: OrganisationMention[] = [];
  let next = start;
  for (const cue of cues) {
    if (cue.start < next) continue;
    const head = matchAt(HEAD, text.slice(0, end), cue.start)?.[0];
    if (head === undefined) continue;
    next = cue.start + head.length;
    const from = growLeft(text, start, cue.start);
    const to = growRight(text, end, next);
    if (from === cue.start && to === next && !/ (?:of|for) /.test(text.slice(from, to + 5))) continue;
    const acronym = ACRONYM.exec(text.slice(to, Math.min(end, to + 14)));
    const last = found.at(-1);
    if (last !== undefined && to <= last.end) continue;
    // "Brand Research" and "Research Institute" are one name
    const whole = last !== undefined && from < last.end ? (found.pop()?.start ?? from) : from;
    const first = whole + (/^(?:The|A|An|In|At|By|For|From|And) (?=\p{Lu})/u.exec(text.slice(whole, to))?.[0].length ?? 0);
    const stop = /^\.(?=,| \p{Ll}| \()/u.test(text.slice(to, to + 3)) && /\b(?:Inc|Co|Ltd|Corp)$/.test(text.slice(first, to)) ? 1 : 0;
    found.push({
      kind: 'organisation',
      start: first,
      end: to + (acronym?.[0].length ?? stop),
      name: text.slice(first, to).replace(/\s+/g, ' '),
    });
    next = to;
  }
  return [
    ...found,
    ...knownPublishers(text, start, end).filter((known) => !found.some((other) => known.start < other.end && other.start < known.end)),
  ];
}

function knownPublishers(text: string, start: number, end: number): readonly OrganisationMention[] {
  const found: OrganisationMention[] = [];
  const read = text.slice(0, end); // or each section would search all that follow
  for (let at = nextOpening(read, start); at >= 0; at = nextOpening(read, at + 1)) {
    const name = publisherAt(text, at);
    if (name === undefined) continue;
    const to = at + name.length;
    const acronym = ACRONYM.exec(text.slice(to, Math.min(end, to + 14)));
    found.push({ kind: 'organisation', start: at, end: to + (acronym?.[0].length ?? 0), name: text.slice(at, to) });
    at = to - 1;
  }
  return found;
}

function growLeft(text: string, floor: number, at: number): number {
  let from = at;
  let best = at;
  for (let words = 0; words < LONGEST_NAME; words += 1) {
    const before = WORD_BEFORE.exec(text.slice(Math.max(floor, from - 34), from));
    const word = before?.[1];
    if (word === undefined) break;
    from -= word.length + 1;
    if (!JOINS.has(word)) best = from;
    else if (word === 'the' || word === 'and' || word === 'in' || word === 'on') break;
  }
  return best;
}

function growRight(text: string, ceiling: number, at: number): number {
  let to = at;
  let best = at;
  let joined = false;
  for (let words = 0; words < LONGEST_NAME; words += 1) {
    const word = WORD_AFTER.exec(text.slice(to, Math.min(ceiling, to + 36)))?.[1];
    if (word === undefined) break;
    if (JOINS.has(word)) {
      if (word === 'in' || (word === 'and' && !joined)) break;
      joined = true;
    } else if (!joined) break;
    to += word.length + 1;
    if (!JOINS.has(word)) best = to;
    if (/['’]s$/.test(word)) return to - 2;
  }
  return best;
}
