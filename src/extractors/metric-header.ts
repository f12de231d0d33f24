import type { Span } from '../source-text.ts';
import type { HeaderScale } from './claim.ts';
import { currencyOf } from '../pipeline/9-normalize/currencies.ts';
import { isMass, isNoUnit, isPlural, unitOfNoun } from './metric-words.ts';

/** What the header of a column, or a label in front of a figure, says of the quantities below it. */
export interface Header {
  /** Lower case, without year, unit and scale: "arrivals", "average rent"; empty where the words name nothing. */
  readonly name: string;
  /** ISO 4217, `percent`, a noun; empty where the words leave it open. */
  readonly unit: string;
  /** What the figures are multiplied by: `1000` for "(000)"; empty where they are as printed. */
  readonly factor: string;
  /** The figures are growth rates of the thing named. */
  readonly growth: boolean;
  /** Points of an index, a position, or nothing that can be told. */
  readonly index: boolean;
}

/** "multi-million", "centi-millionaires" and "per 100,000" are no scales. */
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/(?<![-\w])(?<!\d[,.])(?:000s?|thousands?|thsd)\b|['’]000s?/, 3],
  [/(?<![-\w])(?:millions?|mn|mln|mio)\b|(?<=[$€£¥ ])(?<!(?:sq(?:uare|\.)?|per) )m(?=$|[ ),])/, 6],
  [/(?<![-\w])(?:billions?|bn|bln)\b/, 9],
  [/(?<![-\w])(?:trillions?|tn|trn)\b/, 12],
  [/(?<![-\w])lakhs?\b/, 5],
  [/(?<![-\w])crores?\b/, 7],
];

/** What a header multiplies the figures below it by: `1000` for "(000)"; empty where they are as printed. */
function factorIn(lower: string): string {
  const zeros = SCALES.find(([pattern]) => pattern.test(lower))?.[1] ?? 0;
  // "GDP (100 million yuan)"
  const tens = /(?:^|[( ])10(?<more>0{0,2}) (?:thousand|million|billion)/.exec(lower)?.groups?.['more']?.length;
  return zeros === 0 ? '' : `1${'0'.repeat(zeros + (tens === undefined ? 0 : tens + 1))}`;
}

/** The scale of a column with the words that say so, for its claims; nothing where the figures are as printed. */
export function scaleOf(factor: string, spans: readonly Span[]): { readonly scale?: HeaderScale } {
  return factor === '' ? {} : { scale: { factor, spans } };
}

/** "per 100,000 inhabitants": so many of each is what the figures count. */
const PER =
  /(?:\bper|\/|\bfor every) ?(?:1,?0{3}|10,?0{3}|100,?0{3}|1,?000,?000|100|(?:one |a )?(?:hundred |ten )?(?:thousand|million))\b(?: (?:people|inhabitants|residents|persons|population|citizens|women|men|children|adults|live births|births|households|homes|vehicles|workers|employees|students|km2))?/;
/** Rates of what happens to people: so many of them, unless the header says percent. */
const VITAL: Readonly<Record<string, string>> = { mortality: 'deaths', fertility: 'births', natality: 'births' };
const VITAL_RATE =
  /\b(?<what>murder|homicide|crime|death|mortality|birth|fertility|natality|suicide|burglary|theft|robbery|accident)s? rates?\b/;

/** The thing of a vital rate in the plural: "homicide rate" → "homicides"; empty for other rates. */
function happening(name: string): string {
  const what = VITAL_RATE.exec(name)?.groups?.['what'] ?? '';
  return what === '' ? '' : (VITAL[what] ?? (what.endsWith('y') ? `${what.slice(0, -1)}ies` : `${what}s`));
}

/** "homicides per 100,000 inhabitants"; empty where the header does not say of what. */
function perHead(name: string, per: string): string {
  const noun = happening(name) || countedNoun(name);
  return noun === '' ? '' : `${noun} ${per.replace(/^(?:\/|for every) ?/, 'per ')}`;
}

const INDEX = /\b(?:score|points?|pts|index|rating|marks?|grade|overall|rank(?:ing)?|position|pillar|stars?)\b/;
const GROWTH =
  /\b(?:growth|change|increase|decrease|decline|[ymq]-o-[ymq]|[ymq]\/[ymq]|yoy|mom|qoq|(?:year|month|quarter)[- ](?:on|over)[- ](?:year|month|quarter)|variation|rise|drop|\+\/-)\b|^[±Δ]/;
const BARE_GROWTH =
  /\b(?:growth|change|increase|decrease|decline|[ymq]-o-[ymq]|[ymq]\/[ymq]|yoy|mom|qoq|(?:year|month|quarter)[- ](?:on|over)[- ](?:year|month|quarter)|variation|rise|drop|annual|yearly|rate|of|in|the|from|over|on|vs)\b|[+/±Δ-]/g;
const FILLER =
  /\b(?:number of|no\. of|nr\. of|count of|total number of|amount of|value of|in|per cent|percent|percentage of|percentage|yuan|us dollars?|dollars?|rmb|usd|eur|gbp|cny|euros?|unit|approx\.?|est\.?|estimated)\b/g;
const EMPTY = /^(?:total|amount|value|figure|figures|number|average|mean|sum|data|result|results|latest|quantity|volume)?$/;

const DIMENSIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:sq\.? ?km|km2|km²|square kilomet(?:re|er)s?)\b/, 'km2'],
  [/\b(?:sq\.? ?(?:ft|feet)|square f(?:ee|oo)t)\b/, 'square feet'],
  [/\b(?:sq\.? ?m|m2|m²|square met(?:re|er)s?)\b/, 'm2'],
  [/\bhectares?\b/, 'hectares'],
  [/\btonnes?\b/, 'tonnes'],
  [/\bkm\b/, 'km'],
  [/\bmm\b/, 'mm'],
  [/\b(?:minutes|mins?)\b/, 'minutes'],
  [/\b(?:hours|hrs)\b/, 'hours'],
  [/\bteus?\b/, 'TEU'],
];

/** `header` with its capitals, for "US$"; years in it do not matter. `country` decides what "Rs" or "$" mean. */
export function readHeader(header: string, country = ''): Header {
  const lower = header.toLowerCase().replaceAll(/\s+/g, ' ');
  const factor = factorIn(lower);
  const growth = GROWTH.test(lower);
  const per = PER.exec(lower)?.[0] ?? '';
  const outside = lower
    .replace(per, ' ')
    .replaceAll(/\([^()]{0,60}\)?/g, ' ')
    .replace(/[,;:] (?:in )?(?:\w+ ){0,2}(?:yuan|rmb|usd|dollars|euros|percent|%|tonnes|people|persons)\b.*$/s, ' ');
  const bare = outside
    .replaceAll(/\b(?:19|20)\d\d(?:[-/–](?:19|20)?\d\d)?\b|\b\d{5,8}\b|\b(?:q[1-4]|h[12]|fy)\b/g, ' ')
    .replaceAll(FILLER, ' ')
    .replaceAll(/\b(?:000s?|thousands?|millions?|billions?|trillions?|bn|mn|lakhs?|crores?)\b/g, ' ')
    .replaceAll(/, (?:m|mn|bn)$/g, ' ')
    .replaceAll(/[%$€£¥₹₦*#"]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s,:;–-]+/g, '')
    .trim();
  const words = growth && bare.replaceAll(BARE_GROWTH, ' ').trim() === '' ? '' : bare;
  const name = EMPTY.test(words) ? '' : words.replace(/^(?:and|or) |[,:;.–-]{1,9}$/g, '').trim();
  return {
    name,
    unit: per === '' ? unitOf(header, lower, name, country) : perHead(name, per),
    factor,
    growth,
    index: INDEX.test(lower) && !/index of|price index/.test(lower),
  };
}

/** "Revenue (Sh million)", "Exports in Rs crore" */
const SHORT =
  /(?:^|[( ])(Kshs?|Shs?|R[sp]|RM|GH[₵¢S]|Tk|Php|[NPR₱₹₦])\.? ?(?:m|mn|bn|million|billion|trillion|crores?|lakhs?|thousand|000)\b/i;
/** The Patent Cooperation Treaty, not percent. */
const PATENTS = /\bPCT (?:applications|patents|filings)\b/;

function unitOf(header: string, lower: string, name: string, country: string): string {
  const told = header.replaceAll(/\((?!10{1,3} (?:[mb]illion|thousand))[^()]*(?<!m)[1-9][^()]*\)?/g, ' '); // "Millionaires (USD 1m+)" counts people
  const vital = /%|\bper ?cent/.test(lower) ? '' : happening(lower);
  if (vital !== '') return vital;
  if (/%|\bper ?cent(?:age)?\b|\bshare\b|\brate\b|\bturnout\b|\bpct\b/.test(lower.replace(/\bpct\b/, PATENTS.test(header) ? '' : '$&')))
    return 'percent';
  const short = SHORT.exec(header)?.[1] ?? /\((?:in )?(Kshs?|Shs?|Rs|RM|Tk|Rp|Php|Fr)\.?\)/.exec(header)?.[1];
  if (short !== undefined) return currencyOf(`${short}1`, country);
  for (const token of told.split(/[\s()/,;:]+/)) {
    const code =
      token === '' || /\d/.test(token)
        ? ''
        : /^(?:yuan|rmb|renminbi|dollars|euros|pounds|rupees|rubles|roubles|yen|won|naira|baht|pesos|reais|rand|dirhams|shillings|francs|dinars|riyals|rials|kroner|kronor|zloty|forint|lira|lei|tenge|dong|rupiah|ringgit|taka|cedis|birr)$/i.test(
              token,
            )
          ? currencyOf(`1 ${token.toLowerCase()}`, country)
          : /^(?:USD|CNY|RMB|EUR|GBP|JPY|INR|KRW|HKD|AUD|CAD|NZD|CHF|SGD|AED|BRL|MXN|ZAR|RUB|THB|VND|IDR|MYR|TWD|NGN|PKR|(?:US|[CASR]|NZ|HK|NT)?\$|[€£¥₹₦₽])(?:m|mn|bn)?$/.test(
                token,
              )
            ? currencyOf(`${token.replace(/(?:m|mn|bn)$/, '')}1`)
            : '';
    if (code !== '') return code;
  }
  if (/\b(?:people|inhabitants|residents|persons|pop\.?) ?(?:\/|per) ?(?:sq\.? ?km|km2|km²|square kilomet)/.test(lower))
    return 'people per km2';
  if (/\bkm\/h\b|\bkmph\b/.test(lower)) return 'km/h';
  if (/[µμu]g\/m/.test(lower)) return 'micrograms per cubic metre';
  const dimension = DIMENSIONS.find(([pattern]) =>
    pattern.test(lower.replaceAll(/(?:\bper |\/) ?(?:sq(?:uare |\.? ?)\w+|[a-z]+[2²]?)/g, ' ')),
  );
  if (dimension !== undefined) return dimension[1];
  return countedNoun(name);
}

/** The noun of a header that is counted: "international arrivals" → "arrivals"; empty for anything else. */
export function countedNoun(name: string): string {
  const head =
    name
      .split(/ (?:of|in|per|with|for|from|at|by|on) /)[0]
      ?.split(' ')
      .at(-1) ?? '';
  if (head === 'population' || head === 'people') return 'people';
  return isPlural(head) && !isMass(head) && !isNoUnit(head) ? unitOfNoun(head) : '';
}
