import type { ListFact } from './claim.ts';
import type { Span } from '../source-text.ts';
import type { ReadDocument } from '../types.ts';
import type { Match } from './pattern.ts';
import { SLOT } from './shape.ts';

const CAPITAL = `(?!(?:A|An|The|In|At|By|On|Of|As|For|From|But|And|Its|This|That|It|With)(?![\\p{L}.]))(?:[A-Z][\\p{L}\\d&.'+-]{0,24}|fDi|iResearch|eDreams|[a-z]{1,2}[A-Z]\\p{L}{2,14}|${SLOT.demonym})`;

/** "the independent think tank", "researchers at", "the Chinese financial media": what says of a name that it is an organisation's. */
const ROLE =
  '(?:company|firm|consultancy|consultants|consultant|tank|magazine|website|site|portal|platform|agency|group|institute|media|newspaper|insurer|bank|provider|service|giant|specialists?|start-?up|app|organi[sz]ation|ngo|non-?profit|foundation|university|broker|brokerage|marketplace|publication|journal|outlet|ministry|publisher|operator|manufacturer|maker|watchdog|charity|society|retailer|lender|chain|association|body|analyst|unit|arm|network|researchers|experts|analysts|economists|scientists|team|guide|daily|weekly|department|centre|center|search engine|airline)';
const ROLE_BEFORE = `(?:(?:(?:the|a|an|its|our|by) )?(?:(?:[a-z][a-z-]{1,18}|${SLOT.demonym}|${SLOT.name}(?:-based|'s)?|${SLOT.organisation}'s) ){0,4}?${ROLE}(?: (?:at|from|of|with|in)(?: the)?| called| named)?,? )`;

const NAMED = `(?:(?:the|The|a|A|an|An) )?["']?(?<publisher>(?:${SLOT.organisation}(?: of ${SLOT.organisation})?|${CAPITAL}(?:(?: &| of(?: the)?| for| and the|,)? ${CAPITAL}){0,5}(?: ${SLOT.organisation})?))(?: \\([A-Z][A-Za-z-]{1,12}\\))?["']?(?: (?<kind>magazine|newspaper|website|portal|institute|foundation|consultancy|group))?`;

/** Capitalised words, or an organisation mention, that can stand where a publisher stands: the groups `publisher` and `role`. */
export const PUBLISHER = `(?<role>${ROLE_BEFORE})?${NAMED}`;
export const PUBLISHER_WITH_ROLE = `(?<role>${ROLE_BEFORE})${NAMED}`;

/** Capitalised words that name no publisher: calendar, headline words, measures, what lists are of. */
const NO_PUBLISHER =
  /^(?:I|What|Which|Who|Whose|Where|When|Why|How|In|On|At|The|A|An|It|He|She|We|They|You|But|And|As|For|If|So|No|Not|Its|Their|Our|Here|There|Now|Last|Next|Each|Every|Among|After|Before|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|This|That|These|Those|Photo|Image|Picture|Top|Smart|Best|Global|World|Most|Data|City|Cities|Index|Ranking|Rankings|Report|List|Study|Survey|GDP|FDI|PPP|GNP|IT|AI|R&D|TV|CEO|Internet|Covid|COVID|Covid-19|COVID-19|Wi-Fi|English|Chinese|Christmas|Easter|According|However|Meanwhile|Earlier|Overall|Research|Statistics|Figures|Officials|Experts|Researchers|Analysts|President|Minister|Prime|Governor|Mayor|Mr|Mrs|Ms|Dr|Professor|Google Maps|Facebook|Twitter|Wikipedia)(?: |$)/;
/** News agencies and papers pass on what others compile. */
const REPORTS =
  /^(?:Reuters|Xinhua|PTI|Press Trust of India|IANS|ANI|AFP|AP|Associated Press|BBC|CNN|CNBC|TASS|Tass|Interfax|Kyodo|Yonhap|Bernama|USA Today|The Guardian|Guardian|Daily Mail|New York Times|BNS|DPA|EFE|ANSA|Sputnik|Radio China|China Daily|Global Times|People's Daily|Hindustan Times|Times of India|The Hindu|NDTV|Al Jazeera|Euronews|Bild|Le Monde|El Pais|Anadolu|Arab News|The Straits Times|Straits Times)$/;
/** "European", "Chinese": an adjective alone publishes nothing. */
const PEOPLE = /^\p{Lu}\p{Ll}+(?:ese|ish|[a-z]ian|ican|pean|lians)$/u;
/** Heads of organisations' names, camel case, acronyms, "&": what a person's name has not. */
const CORPORATE =
  /&|^[A-Z]{2,8}$|\p{Ll}\p{Lu}|\.(?:com|org|net|ca|io|co)\b|\b(?:of|for|Without|International|Magazine|Report|Review|Guide|Data|Lab|Labs|Index|Finance|Invest|Economics|Today|Planet|Frank|List|Rankings?|House|Care|Health|Travel|Work|World|Street|Fund|News)\b/u;

/** "Commerce minister Nirmala Sitharaman" */
const PERSON_BEFORE =
  /(?:minister|president|mayor|governor|secretary|director|chief|chairman|chairwoman|professor|prof\.|mr\.?|mrs\.?|ms\.?|dr\.?|ceo|spokesman|spokeswoman|spokesperson|officer|author|editor|prince|sheikh|king|queen|senator|premier|chancellor|rector) $/i;

/** Without the full stop of its sentence: "by Mercer.", but "Inc." */
function withoutStop(span: Span, text: string): Span {
  const words = text.slice(span.start, span.end);
  const cut = /(?<!\b(?:Inc|Co|Ltd|Corp|St|U\.S|[A-Z]))(?:\.|['’]s?)$/.exec(words)?.[0].length ?? 0;
  return { start: span.start, end: span.end - cut };
}

/** What stands before the name in its sentence. */
function before(match: Match): string {
  const words = match.words();
  return match.before + words.slice(0, Math.max(0, words.indexOf(match.words('publisher'))));
}

const words = (name: string): number => name.split(' ').length;

/**
 * The fact that a match gives; nothing where the words cannot be a publisher's name. `told`: the match says a report, a list or a
 * deed of compiling beside the name, so that any name will do; else it must look like an organisation's.
 */
export function* publisherFact(match: Match, document: ReadDocument, told = true): Generator<Omit<ListFact, 'rule' | 'section'>> {
  const found = match.spanOf('publisher');
  const mention = match.mention('publisher');
  const organisation = mention?.kind === 'organisation' && match.words('publisher').length === 1 ? mention : undefined;
  const isWhole = organisation !== undefined && !organisation.name.endsWith("'s"); // "Maclean’s"
  const span = found === undefined || isWhole ? found : withoutStop(found, document.clean.source.text);
  const name = (
    organisation?.name ?? (span === undefined ? '' : document.clean.source.text.slice(span.start, span.end).replace(/\s+/g, ' '))
  )
    .replace(/'s?$/, '')
    .trim();
  if (span === undefined || name.length < 2 || NO_PUBLISHER.test(name) || PEOPLE.test(name) || REPORTS.test(name)) return;
  if (!told && organisation === undefined && !match.has('role') && !match.has('kind') && !CORPORATE.test(name) && words(name) > 1) return;
  if (PERSON_BEFORE.test(before(match))) return;
  const list = match.mention('list');
  yield { kind: 'fact', field: 'publisher', value: name, span, ...(list?.kind === 'list' ? { list } : {}) };
}
