/*
 * Words that tell what a quantity measures.
 */

/** Nouns that are counted or measured by themselves, singular as they are: a bare number under or behind one of them is a quantity. */
const MASS = new Set(
  (
    'population gdp grp gnp igr gva fdi output turnover revenue revenues income rent price cost spending expenditure investment capital trade import imports export exports rainfall precipitation area size turnout ' +
    'unemployment employment inflation debt deficit surplus budget wealth salary wage pay earnings tax taxation funding production consumption emissions traffic throughput occupancy growth savings ' +
    'capacity generation speed density mortality fertility literacy poverty rain snow pollution congestion exposure usage migration participation enrolment enrollment attendance tourism sunshine snowfall electricity energy water waste recycling temperature humidity fdi value people staff personnel women men children workforce talent housing'
  ).split(' '),
);

/** Nouns of rankings, of time and of talk: a number in front of them is no figure of a place. */
const NO_UNIT = new Set(
  (
    'points point pts marks score scores grade grades stars places place positions position spots spot ranks rank notches rungs slots slot steps times time years year months month weeks week days day decades decade ' +
    'indicators indicator criteria criterion factors factor dimensions dimension aspects aspect metrics metric categories category headings pillars pillar variables variable parameters parameter questions question ' +
    'editions edition reasons reason ways way lists list parts part pages page photos photo pictures comments comment minutes minute hours hour seconds second others rest something thing things examples example ' +
    'words word topics topic themes theme sections section key other different main major respondents readers views votes vote seats seat goals goal matches match games game wins win'
  ).split(' '),
);

/** Nouns of statistics: with these a sentence that names no place speaks of the place the text is about. */
const STATISTICS = new Set(
  (
    'visitors visitor tourists arrivals guests guest passengers travellers travelers residents inhabitants exports imports patents applications companies enterprises start-ups startups businesses jobs hotels guesthouses rooms beds schools hospitals ' +
    'universities students graduates sales prices rents wages incomes salaries taxes homes houses households families vehicles births deaths industries institutions emissions workers employees talents researchers scientists skyscrapers restaurants millionaires ' +
    'billionaires unicorns rate volume ratio proportion occupancy visits trips stays nights flights factories projects investments deposits loans reserves services products farms parks laboratories zones districts municipalities villages libraries museums ' +
    'publications papers achievements teams investors contracts transactions one-bedrooms two-bedrooms apartments condos bedroom receipts earnings freight cargo containers economy sector industry manufacturing agriculture tourism stock intensity coverage temperature demand supply usage ' +
    'residences dwellings foreigners immigrants migrants refugees voters taxpayers farmers pensioners citizens population lines routes stations level levels burglaries thefts robberies crimes offences accidents collisions marriages divorces deliveries admissions vaccinations infections harvest yield harvests attendance'
  ).split(' '),
);

export const isStatistic = (word: string): boolean => MASS.has(word) || STATISTICS.has(word);

const PERSONS = /(?:people|persons|residents|inhabitants|citizens|souls|locals)$/;

export function isPlural(word: string): boolean {
  return (
    /(?:[^su]s|ees|ies|men|people|children|personnel|staff|media|businesses|losses|classes|passes|buses)$/.test(word) &&
    !/(?:ous|ness|ics|less|news|always|perhaps|towards|besides|series|across|overseas|alas|sometimes|nowadays|whereas|this|its|his|is|was|has|does)$/.test(
      word,
    )
  );
}

export const isMass = (word: string): boolean => MASS.has(word);

export const isNoUnit = (word: string): boolean => NO_UNIT.has(word);

/** The unit of a count of `noun`: "people" for those who are counted as such, else the noun. */
export function unitOfNoun(noun: string): string {
  return noun === 'population' || PERSONS.test(noun) ? 'people' : noun;
}
