/**
 * Publishers of well-known rankings of places whose names have no head word ("Institute", "Consulting") to know them by. From
 * general knowledge of city, state and country rankings; names that are also common words stand with their companion.
 */
const NAMES = `
Mercer|Numbeo|WalletHub|Euromonitor International|Euromonitor|Quacquarelli Symonds|Economist Intelligence Unit|EIU|IMD|
International Institute for Management Development|StartupBlink|Startup Genome|TomTom|INRIX|Inrix|IQAir|Henley & Partners|
New World Wealth|Knight Frank|Savills|JLL|Jones Lang LaSalle|CBRE|Cushman & Wakefield|Colliers|Arcadis|Deloitte|PwC|PricewaterhouseCoopers|
KPMG|McKinsey|A.T. Kearney|AT Kearney|Accenture|Ernst & Young|Mastercard|MasterCard|Z/Yen|Monocle|Forbes|
Fortune Magazine|Time Out|Lonely Planet|Travel + Leisure|Condé Nast Traveler|Conde Nast Traveler|U.S. News & World Report|US News & World Report|
US News|Men's Health|Women's Health|uSwitch|USwitch|Zoopla|Rightmove|Zillow|Zumper|PadMapper|Rentals.ca|Redfin|Realtor.com|
CoreLogic|SmartAsset|LawnStarter|MoneyGeek|MoneySense|Maclean's|Money magazine|Niche.com|ApartmentList|Apartment List|RentCafe|NerdWallet|Bankrate|
24/7 Wall St.|24/7 Wall Street|Brookings|Gallup|Sharecare|UNDP|UNESCO|UNICEF|OECD|WIPO|WHO|
IMF|World Economic Forum|WEF|Transparency International|Reporters Without Borders|Freedom House|
Legatum|ECA International|Expatistan|InterNations|Nestpick|Holidu|Preply|Kisi|fDi Magazine|fDi Intelligence|fDi Markets|
CCID Consulting|CCID|Hurun|Hurun Research|NITI Aayog|NCAER|CRISIL|PAFI|CommSec|OLBG|Online Betting Guide|Price of Travel|
Juniper Research|ABI Research|Frost & Sullivan|IESE|2thinknow|Urban Systems|Macroplan|Demographia|Brand Finance|Ipsos|YouGov|
Anholt|CEOWORLD|Global Finance|Airbnb|Booking.com|TripAdvisor|Tripadvisor|Skyscanner|Expedia|Agoda|Hotels.com|LinkedIn|
Glassdoor|Robert Half|Manpower|Nomad List|Vision of Humanity|Cirium|OAG|Skytrax|ICCA|
Oxford Economics|Moody's|Standard & Poor's|Fitch|S&P|Centre for Cities|Legal & General|Lloyds Bank|Barclays|BloombergNEF|
Yicai|Tencent|Alibaba|Baidu|Meituan|AutoNavi|DataEYE|Zhaopin|Mycos|Zero2IPO|Caixin|GYbrand|Fedea|Il Sole 24 Ore|ItaliaOggi|
RSF|HSE|VEB.RF|RIA Rating|CommonWealth Magazine|Rolling Stone|Clever Real Estate|Roofstock|Yelp|Thumbtack|PropertyGuru|
MagicBricks|Housing.com|Janaagraha|Daiwa|Toyo Keizai|Suumo|Brand Research Institute`;

/** Longest first, so that "fDi Magazine" is not cut short. */
const KNOWN = NAMES.replaceAll('\n', '')
  .split('|')
  .map((name) => name.trim())
  .filter((name) => name !== '')
  .sort((a, b) => b.length - a.length);

/** None of the names is shorter. */
const OPENING_LENGTH = 3;
const byOpening = new Map<string, string[]>();
for (const name of KNOWN) {
  const opening = name.slice(0, OPENING_LENGTH);
  const own = byOpening.get(opening);
  if (own === undefined) byOpening.set(opening, [name]);
  else own.push(name);
}

/** The first units of all names, no letter in front. */
const OPENING = new RegExp(
  `(?<![A-Za-z])(?:${[...byOpening.keys()].map((opening) => opening.replace(/[.&+]/g, String.raw`\$&`)).join('|')})`,
  'g',
);

/** Where the next name may begin in `text` from `from` on, -1 where none can. */
export function nextOpening(text: string, from: number): number {
  OPENING.lastIndex = from;
  return OPENING.test(text) ? OPENING.lastIndex - OPENING_LENGTH : -1;
}

const isPartOfWord = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\d-]/u.test(unit);

/** The well-known publisher whose name stands at `at` of `text`, whole; undefined where there is none. */
export function publisherAt(text: string, at: number): string | undefined {
  const known = byOpening.get(text.slice(at, at + OPENING_LENGTH));
  if (known === undefined || isPartOfWord(text[at - 1])) return undefined;
  const plain = text.slice(at, at + 48).replaceAll('’', "'");
  return known.find((name) => plain.startsWith(name) && !isPartOfWord(plain[name.length]));
}
