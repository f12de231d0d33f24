/*
 * What units mean: spelling → the word the tables print. Lengths, areas and weights keep their own unit; nothing is converted.
 */

export type Measure = 'percent' | 'points' | 'dimension' | 'temperature' | 'count';

export interface Unit {
  readonly unit: string;
  readonly measure: Measure;
}

const LENGTHS: readonly (readonly [string, string])[] = [
  ['km', 'km|kms|kilometre|kilometres|kilometer|kilometers'],
  ['m', 'm|metre|metres|meter|meters'],
  ['cm', 'cm|centimetre|centimetres|centimeter|centimeters'],
  ['mm', 'mm|millimetre|millimetres|millimeter|millimeters'],
  ['miles', 'mile|miles|mi'],
  ['feet', 'foot|feet|ft'],
  ['inches', 'inch|inches'],
  ['yards', 'yard|yards'],
];

const OTHERS: readonly (readonly [string, string])[] = [
  ['hectares', 'hectare|hectares|ha'],
  ['acres', 'acre|acres'],
  ['mu', 'mu'],
  ['tonnes', 'tonne|tonnes|metric ton|metric tons|metric tonnes'],
  ['tons', 'ton|tons'],
  ['kg', 'kg|kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos'],
  ['grams', 'gram|grams|gramme|grammes'],
  ['lb', 'lb|lbs'],
  ['ounces', 'ounce|ounces|oz'],
  ['litres', 'litre|litres|liter|liters'],
  ['gallons', 'gallon|gallons'],
  ['barrels', 'barrel|barrels'],
  ['TEU', 'teu|teus'],
  ['nautical miles', 'nautical mile|nautical miles'],
  ['MW', 'mw|megawatt|megawatts'],
  ['GW', 'gw|gigawatt|gigawatts'],
  ['kW', 'kw|kilowatt|kilowatts'],
  ['TW', 'terawatt|terawatts'],
  ['MWh', 'mwh|megawatt hours|megawatt hours'],
  ['GWh', 'gwh|gigawatt hours|gigawatt hours'],
  ['TWh', 'twh|terawatt hours|terawatt hours'],
  ['kWh', 'kwh|kilowatt hours|kilowatt hours'],
  ['hours', 'hour|hours|hr|hrs'],
  ['minutes', 'minute|minutes|min|mins'],
  ['seconds', 'second|seconds|sec|secs'],
  ['days', 'day|days'],
  ['weeks', 'week|weeks'],
  ['months', 'month|months'],
  ['years', 'year|years'],
  ['decades', 'decade|decades'],
  ['nights', 'night|nights'],
  ['km/h', 'km/h|kmh|kph|kilometres per hour|kilometers per hour|km per hour'],
  ['mph', 'mph|miles per hour|miles an hour'],
  ['m/s', 'm/s|metres per second|meters per second'],
  ['Mbps', 'mbps|megabits per second'],
  ['Gbps', 'gbps'],
  ['kbps', 'kbps'],
  ['GB', 'gb|gigabyte|gigabytes'],
  ['TB', 'tb|terabyte|terabytes'],
  ['MB', 'megabyte|megabytes'],
  [
    'micrograms per cubic metre',
    'µg/m3|μg/m3|µg/m³|μg/m³|ug/m3|micrograms per cubic metre|micrograms per cubic meter|micrograms per cubic metres',
  ],
  ['MHz', 'mhz|megahertz'],
  ['GHz', 'ghz|gigahertz'],
  ['decibels', 'db|decibel|decibels'],
  ['carats', 'carat|carats'],
];

/** "sq km", "km2", "km²", "cubic feet": areas and volumes of every length. */
function powers(words: readonly string[], digit: string, sign: string): (readonly [string, string])[] {
  return LENGTHS.map(([unit, spellings]) => {
    const lengths = spellings.split('|');
    const apart = words.flatMap((word) => lengths.map((length) => `${word} ${length}`));
    const joined = lengths.flatMap((length) => [`${length}${sign}`, `${length}${digit}`, `${words[0] ?? ''}${length}`]);
    return [unit.endsWith('m') ? `${unit}${digit}` : `${words.at(-1) ?? ''} ${unit}`, [...apart, ...joined].join('|')];
  });
}

function entries(rows: readonly (readonly [string, string])[]): (readonly [string, Unit])[] {
  return rows.flatMap(([unit, spellings]) => spellings.split('|').map((spelling) => [spelling, { unit, measure: 'dimension' }] as const));
}

const PERCENT: Unit = { unit: 'percent', measure: 'percent' };
const POINT: Unit = { unit: 'percentage point', measure: 'points' };

/** Every way a unit is written behind a number, in lower case, words by single blanks. */
const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...entries([...LENGTHS, ...OTHERS, ...powers(['sq', 'sq.', 'square'], '2', '²'), ...powers(['cu', 'cu.', 'cubic'], '3', '³')]),
  ...['%', '％', 'percent', 'per cent', 'per cents', 'percents', 'pct', 'p.c.', 'pc'].map((spelling) => [spelling, PERCENT] as const),
  ...['percentage', 'percent', 'per cent', 'pct', '%', 'pc']
    .flatMap((word) => [`${word} point`, `${word} points`])
    .map((spelling) => [spelling, POINT] as const),
  ...['pp', 'pps', 'ppt', 'ppts', 'p.p.', 'p.p'].map((spelling) => [spelling, POINT] as const),
  ...['basis point', 'basis points', 'bps'].map((spelling) => [spelling, { unit: 'basis points', measure: 'points' }] as const),
  ...['°c', '℃', '° c', 'degrees celsius', 'degree celsius', 'degrees centigrade', 'degrees c', 'celsius'].map(
    (spelling) => [spelling, { unit: 'degrees celsius', measure: 'temperature' }] as const,
  ),
  ...['°f', '℉', '° f', 'degrees fahrenheit', 'degree fahrenheit', 'degrees f', 'fahrenheit'].map(
    (spelling) => [spelling, { unit: 'degrees fahrenheit', measure: 'temperature' }] as const,
  ),
  ...['degrees', 'degree', '°'].map((spelling) => [spelling, { unit: 'degrees', measure: 'temperature' }] as const),
  ...['times', 'x', 'fold'].map((spelling) => [spelling, { unit: 'times', measure: 'count' }] as const),
]);

export function unitSpellings(): ReadonlyMap<string, Unit> {
  return UNITS;
}
